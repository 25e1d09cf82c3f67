"""The benchmarks themselves work; what they measure is never asserted here."""

import pytest

from tests.benchmarks.measuring import Size
from tests.benchmarks.registry import BENCHMARKS, Benchmark


@pytest.mark.long
@pytest.mark.parametrize("benchmark", BENCHMARKS, ids=lambda benchmark: benchmark.name)
async def test_each_benchmark_runs_on_a_handful_of_people(benchmark: Benchmark) -> None:
    figures = await benchmark.run(Size(share=0.002, rounds=1))

    assert figures[0].name == benchmark.name
    assert all(figure.value > 0 and figure.floor > 0 for figure in figures)
