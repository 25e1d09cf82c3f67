"""What a start costs when a million people are under way, beside the same with a thousand."""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bot.app import open_app
from bot.clock import VirtualClock
from bot.config import load_config
from bot.delivery.planning import enrol
from bot.model.ports import Platform
from tests.benchmarks.crowd import ANCHOR, gather, plan
from tests.benchmarks.measuring import Figure, Size, new_database
from tests.benchmarks.own_memory import most_memory
from tests.benchmarks.sink import SinkPlatform

MANY = 1_000_000
FEW = 1_000
MORE_AT_MOST = 1.1


async def run(size: Size) -> list[Figure]:
    """Processor time and memory of a whole bot's start until it knows what is due next, with many and few people."""
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        files = Path(folder) / "many.db", Path(folder) / "few.db"
        for file, people in zip(files, (size.of(MANY), size.of(FEW)), strict=True):
            await _prepare(file, people)
            await _start(file)  # the first start gives the community its journeys
        rounds = [[await _start(file) for file in files] for _ in range(2 * size.rounds - 1)]
    many, few = zip(*rounds, strict=True)
    return [
        _figure("restart", "ms", [start[0] * 1000 for start in many], [start[0] * 1000 for start in few]),
        _figure("restart-memory", "MB", [start[1] / 1e6 for start in many], [start[1] / 1e6 for start in few]),
    ]


async def _prepare(file: Path, people: int) -> None:
    async with new_database(file) as database:
        await gather(database, people, known=False)
        await enrol(database, await plan(database, VirtualClock(ANCHOR)))


async def _start(file: Path) -> tuple[float, float]:
    """Seconds of processor time and bytes of memory of one start."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, str(file), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    cpu, memory = json.loads(out)
    return cpu, memory


async def _until_ready(file: Path) -> float:
    before = time.process_time()
    database = f"sqlite:///{file}"
    config = load_config(
        None, environment={"AFTERGLOW_DATA_FOLDER": str(file.parent), "AFTERGLOW_DATABASE__URL": database}
    )
    async with open_app(config, clock=VirtualClock(ANCHOR), make_platforms=_sink) as app:
        assert await app.parts.engine.next_due() == ANCHOR
        return time.process_time() - before


def _sink(*_: object) -> Sequence[Platform]:
    return [SinkPlatform()]


def _figure(name: str, unit: str, many: list[float], few: list[float]) -> Figure:
    value, floor = median(many), median(few)
    ratio = value / floor
    return Figure(name, value, unit, floor, ratio, f"<= {MORE_AT_MOST}x", ratio <= MORE_AT_MOST, len(many))


if __name__ == "__main__":
    print(json.dumps((asyncio.run(_until_ready(Path(sys.argv[1]))), most_memory())))
