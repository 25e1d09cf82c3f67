"""What a start costs when a million people are under way, beside the same with a thousand."""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bot.clock import VirtualClock
from bot.delivery.planning import enrol
from bot.storage.schema import bring_up_to_date
from tests.benchmarks.crowd import ANCHOR, engine, gather, plan
from tests.benchmarks.measuring import Figure, Size, new_database, opened
from tests.benchmarks.sink import SinkPlatform
from tests.databases import whole_schema

MANY = 1_000_000
FEW = 1_000
MORE_AT_MOST = 1.1


async def run(size: Size) -> list[Figure]:
    """Processor time and memory of fresh processes until they know what is due next, with many and with few people."""
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        files = Path(folder) / "many.db", Path(folder) / "few.db"
        for file, people in zip(files, (size.of(MANY), size.of(FEW)), strict=True):
            await _prepare(file, people)
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
    async with opened(file) as database:
        await bring_up_to_date(database, [whole_schema()])
        running = engine(database, VirtualClock(ANCHOR), SinkPlatform())
        await running.recover(alone=True)
        assert await running.next_due() == ANCHOR
        return time.process_time() - before


def _most_memory() -> int:
    """The most memory this process had at once, in bytes; not what its parent had, which `getrusage` may tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource  # not on Windows, where there is no measure

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [line] = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def _figure(name: str, unit: str, many: list[float], few: list[float]) -> Figure:
    value, floor = median(many), median(few)
    ratio = value / floor
    return Figure(name, value, unit, floor, ratio, f"<= {MORE_AT_MOST}x", ratio <= MORE_AT_MOST, len(many))


if __name__ == "__main__":
    print(json.dumps((asyncio.run(_until_ready(Path(sys.argv[1]))), _most_memory())))
