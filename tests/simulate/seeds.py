"""Many runs, one seed after another, in as many processes as there are cores to use."""

import asyncio
import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from bot.core.loader import load_plugins
from bot.storage.opening import open_database
from bot.storage.schema import bring_up_to_date
from tests.databases import whole_schema
from tests.simulate.on_edges import edges_for, run_on_edge
from tests.simulate.running import NETWORKS, Outcome, run


def outcomes(seeds: range, processes: int, *, on: str | None = None, echo: bool = False) -> Iterator[Outcome]:
    """How each run ended, in order; see `edges_for` for where each of them is."""
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        template = Path(folder) / "template.db"
        asyncio.run(make_template(template))
        one = partial(simulate, echo=echo, template=template)
        runs = list(edges_for(seeds, on))
        if min(len(runs), processes) == 1:
            yield from map(one, runs)
            return
        os.environ.setdefault("PYTHONHASHSEED", "0")  # sets of words go round in the same order in every process
        with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
            yield from pool.map(one, runs)


def simulate(what: tuple[int, str], *, echo: bool, template: Path) -> Outcome:
    """One run in an event loop of its own: a seed and where."""
    seed, on = what
    if on in NETWORKS:
        return asyncio.run(run(seed, load_plugins(), on=on, echo=echo, template=template))
    return asyncio.run(run_on_edge(on, seed, echo=echo))


async def make_template(file: Path) -> None:
    """A database with the whole schema and nothing in it."""
    database = open_database(f"sqlite:///{file.as_posix()}")
    await bring_up_to_date(database, [whole_schema()])
    await database.close()
