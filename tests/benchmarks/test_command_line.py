"""The benchmarks from the command line: what is refused, and what is written for programs."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.registry import BENCHMARKS

KEYS = {
    "name": str,
    "value": float,
    "unit": str,
    "floor": float,
    "ratio": float,
    "aim": str,
    "met": bool,
    "rounds": int,
}


def test_the_figures_of_a_benchmark_are_written_as_a_list_of_objects_and_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"
    main(["badge-rules", "--share", "0.002", "--rounds", "1", "--json", str(file)])

    figures = json.loads(file.read_text("utf-8"))
    assert [figure["name"].strip() for figure in figures] == ["badge-rules", "from scratch"]
    for figure in figures:
        assert {key: type(value) for key, value in figure.items()} == KEYS
        assert figure["rounds"] == 1 and figure["value"] > 0 and figure["floor"] > 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["value", "floor", "unit", "ratio", "aim"]
    assert [line.startswith(figure["name"]) for line, figure in zip(lines, figures, strict=True)] == [True, True]


def test_a_name_that_is_no_benchmark_is_refused_with_those_that_are_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"
    with pytest.raises(SystemExit) as refused:
        main(["badge-rules", "tea", "soap", "--json", str(file)])

    assert refused.value.code == 2
    told = capsys.readouterr()
    assert f"there is no soap, tea; there are {', '.join(one.name for one in BENCHMARKS)}" in told.err
    assert told.out == "" and not file.exists()
