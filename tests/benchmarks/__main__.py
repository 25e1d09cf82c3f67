"""Measure: `python -m tests.benchmarks [NAME ...] [--json FILE]`."""

import argparse
import asyncio
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.measuring import Figure, Size
from tests.benchmarks.registry import BENCHMARKS


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the named benchmarks, or all, and show each figure beside its floor."""
    names = [benchmark.name for benchmark in BENCHMARKS]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--share", type=float, default=1.0, help="how much of the full size")
    given = parser.parse_args(arguments)
    if unknown := set(given.names) - set(names):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    logging.getLogger("bot").setLevel(logging.ERROR)
    figures = asyncio.run(_measure(given.names or names, Size(given.share, given.rounds)))
    if given.json:
        given.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=2) + "\n", "utf-8")


async def _measure(names: Sequence[str], size: Size) -> list[Figure]:
    print(f"{'':20}{'value':>12}{'floor':>12} {'unit':6}{'ratio':>7}  aim", flush=True)
    figures: list[Figure] = []
    for benchmark in BENCHMARKS:
        if benchmark.name in names:
            for figure in await benchmark.run(size):
                print(_line(figure), flush=True)
                figures.append(figure)
    return figures


def _line(figure: Figure) -> str:
    aim = f"{figure.aim} {'met' if figure.met else 'NOT MET'}" if figure.aim else ""
    shown = f"{figure.name:20}{figure.value:12,.2f}{figure.floor:12,.2f} {figure.unit:6}{figure.ratio:7.2f}  {aim}"
    return f"{shown}  ({figure.rounds} rounds)"


if __name__ == "__main__":
    main()
