"""Many runs, one seed after another, in as many processes as there are cores to use."""

import asyncio
import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from bot.core.loader import load_plugins
from bot.storage.opening import open_database
from bot.storage.schema import bring_up_to_date
from tests.databases import whole_schema
from tests.simulate.running import NETWORKS, Outcome, run


def outcomes(seeds: range, processes: int, *, on: str | None = None, echo: bool = False) -> Iterator[Outcome]:
    """How each run ended, in order; see `edges_for` for where each of them is."""
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        template = Path(folder) / "template.db"
        asyncio.run(make_template(template))
        one = partial(simulate, echo=echo, template=template)
        runs = list(edges_for(seeds, on))
        os.environ["PYTHONHASHSEED"] = "0"  # sets of words go round alike in every process, for one seed as well
        with ProcessPoolExecutor(min(len(runs), processes), multiprocessing.get_context("spawn")) as pool:
            yield from pool.map(one, runs)


def simulate(what: tuple[int, str], *, echo: bool, template: Path) -> Outcome:
    """One run in an event loop of its own: a seed and where."""
    seed, on = what
    return asyncio.run(run(seed, load_plugins(), on=on, echo=echo, template=template))


def edges_for(seeds: Sequence[int], on: str | None) -> Iterator[tuple[int, str]]:
    """Which seed runs where: as told, or each in the local chat and one in ten on each edge besides."""
    for seed in seeds:
        yield from [(seed, on)] if on else [(seed, where) for where in NETWORKS if where == "local" or seed % 10 == 0]


async def make_template(file: Path) -> None:
    """A database with the whole schema and nothing in it."""
    database = open_database(f"sqlite:///{file.as_posix()}")
    await bring_up_to_date(database, [whole_schema()])
    await database.close()
