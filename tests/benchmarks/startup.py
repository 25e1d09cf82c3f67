"""What a start costs, from the command to the open chat and its end, beside importing the libraries alone."""

import asyncio
import os
import resource
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.measuring import Figure, Size

LIBRARIES = "discord, telegram.ext, sqlalchemy.ext.asyncio, aiosqlite, pydantic, apscheduler.schedulers.asyncio"
TIMES_THE_FLOOR = 1.3
TIMES = 3
"""So many times a round: whole processes differ by a fifth from one to the next."""


async def run(size: Size) -> list[Figure]:
    """Processor time of whole processes: `afterglow run` on the database of an earlier run, whose terminal is closed.

    So it ends in order once it is ready; both are counted to their very end. Without tokens the platforms' libraries
    are not needed, and not loaded; the floor has them, as every bot on these platforms has.
    """
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        config = Path(folder) / "config.toml"
        config.write_text(f"data_folder = {str(folder)!r}\n", "utf-8")
        commands = (["-m", "bot", "run", "--config", str(config)], ["-c", f"import {LIBRARIES}"])
        environment = _environment(Path(folder)) if size.rounds > 1 else dict(os.environ)
        if size.rounds > 1:
            for command in commands:
                await _cost(command, environment)  # the database is made, and everything compiled once
        rounds = [
            [await _cost(command, environment) for command in commands]
            for _ in range(TIMES * size.rounds if size.rounds > 1 else 1)
        ]
    ours, floor = zip(*rounds, strict=True)
    ratio = median(mine / bare for mine, bare in rounds)
    value, bare = median(ours) * 1000, median(floor) * 1000
    met = ratio <= TIMES_THE_FLOOR
    return [Figure("startup", value, "ms", bare, ratio, f"<= {TIMES_THE_FLOOR}x", met, len(rounds))]


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of this machine's settings, and what is compiled is kept in `folder`. A single round measures nothing."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AFTERGLOW"))}
    return {**ours, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


async def _cost(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Seconds of processor time of a Python that runs this to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    assert await process.wait() == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
