"""Simulate communities: `python -m tests.simulate --seeds 1-50`; a broken rule comes back with its seed: `--seeds 17-17 -v`."""

import argparse
import asyncio
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bot.core.loader import load_plugins
from bot.storage.opening import open_database
from bot.storage.schema import bring_up_to_date
from tests.databases import whole_schema
from tests.simulate.running import Outcome, run

TAIL = 30


def main() -> int:
    """Run the seeds; 1 when anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulate", description=__doc__)
    parser.add_argument("--seeds", default="1-50", help="such as 1-50")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("-v", "--verbose", action="store_true", help="tell each thing as it happens")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    failed, started = 0, time.monotonic()
    for outcome in _outcomes(seeds, options.processes, echo=options.verbose):
        failed += bool(outcome.broken)
        _tell(outcome, time.monotonic() - started)
    print(f"{len(seeds) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _outcomes(seeds: range, processes: int, *, echo: bool) -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        template = Path(folder) / "template.db"
        asyncio.run(make_template(template))
        one = partial(simulate, echo=echo, template=template)
        if len(seeds) == 1 or processes == 1:
            yield from map(one, seeds)
            return
        os.environ.setdefault("PYTHONHASHSEED", "0")  # sets of words go round in the same order in every process
        with multiprocessing.get_context("spawn").Pool(processes) as pool:
            yield from pool.imap(one, seeds)


def simulate(seed: int, *, echo: bool, template: Path) -> Outcome:
    """One run in an event loop of its own."""
    return asyncio.run(run(seed, load_plugins(), echo=echo, template=template))


async def make_template(file: Path) -> None:
    """A database with the whole schema and nothing in it."""
    database = open_database(f"sqlite:///{file.as_posix()}")
    await bring_up_to_date(database, [whole_schema()])
    await database.close()


def _tell(outcome: Outcome, seconds: float) -> None:
    said = "BROKEN" if outcome.broken else "held"
    figures = f"{outcome.acts} lines, {outcome.sent} sent, {outcome.deaths} deaths"
    print(f"seed {outcome.seed:4} {said:7} {figures}, {seconds:4.0f} s", flush=True)
    if outcome.broken:
        print("\n".join(["", *outcome.trail[-TAIL:], "", outcome.broken, ""]))
        print(f"again: python -m tests.simulate --seeds {outcome.seed}-{outcome.seed} -v", flush=True)


if __name__ == "__main__":
    sys.exit(main())
