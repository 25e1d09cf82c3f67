"""How many due messages the engine sends in a second when the network costs nothing, and what the loop feels of it."""

import asyncio
import gc
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot.clock import VirtualClock
from bot.delivery.engine import BATCH
from bot.delivery.planning import enrol
from bot.storage.types import to_micros
from tests.benchmarks import bare
from tests.benchmarks.crowd import ANCHOR, engine, gather, plan
from tests.benchmarks.measuring import Figure, Lag, Size, copied, new_database, opened
from tests.benchmarks.sink import SinkPlatform

DUE = 20_000
PER_SECOND = 5_000
LATER_MS = 10


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds by the wall and of the processor, ours and the floor's; the loop's lag at work and idle."""

    wall: float
    cpu: float
    floor_wall: float
    floor_cpu: float
    lag: Lag
    idle: Lag


async def run(size: Size) -> list[Figure]:
    """Deliveries a second beside claiming and marking the same rows in bare batches, and the loop's lag beside idle."""
    due = size.of(DUE)
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        prepared = Path(folder) / "prepared.db"
        async with new_database(prepared) as database:
            await gather(database, due)
            await enrol(database, await plan(database, VirtualClock(ANCHOR)))
        rounds = [await _round(prepared, due) for _ in range(size.rounds)]
    return [*_rates(due, rounds), *_stalls(rounds)]


async def _round(prepared: Path, due: int) -> Round:
    platform, lag = SinkPlatform(), Lag()
    async with opened(copied(prepared, "ours.db")) as database:
        running = engine(database, VirtualClock(ANCHOR), platform)
        await running.recover(alone=True)
        gc.freeze()  # as a process does once it has started: a full collection goes through every module otherwise
        wall, cpu = time.perf_counter(), time.process_time()
        with lag:
            await running.run_due()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        gc.unfreeze()
    with Lag() as idle:
        await asyncio.sleep(wall)  # as long, since the worst of a longer time is worse
    assert platform.sent == due
    floor_wall, floor_cpu = time.perf_counter(), time.process_time()
    _claim_and_mark(copied(prepared, "floor.db"))
    return Round(wall, cpu, time.perf_counter() - floor_wall, time.process_time() - floor_cpu, lag, idle)


def _claim_and_mark(file: Path) -> None:
    now = to_micros(ANCHOR)
    claim = (
        "UPDATE deliveries SET state = 'claimed', lease_until = ?, attempts = attempts + 1 WHERE id IN"
        " (SELECT id FROM deliveries WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ?) RETURNING id"
    )
    mark = "UPDATE deliveries SET state = 'sent', reason = 'due', settled_at = ?, lease_until = NULL WHERE id = ?"
    with bare.connection(file) as connection:
        while ids := connection.execute(claim, (now, now, BATCH)).fetchall():
            connection.execute("BEGIN")
            connection.executemany(mark, [(now, id) for (id,) in ids])
            connection.execute("COMMIT")


def _rates(due: int, rounds: list[Round]) -> list[Figure]:
    rate, floor = (due / median(seconds) for seconds in zip(*((r.wall, r.floor_wall) for r in rounds), strict=True))
    cpu, floor_cpu = (
        median(seconds) / due * 1e6 for seconds in zip(*((r.cpu, r.floor_cpu) for r in rounds), strict=True)
    )
    return [
        Figure("deliver", rate, "1/s", floor, floor / rate, f">= {PER_SECOND}/s", rate >= PER_SECOND, len(rounds)),
        Figure("deliver-cpu", cpu, "us", floor_cpu, cpu / floor_cpu, "", True, len(rounds)),
    ]


def _stalls(rounds: list[Round]) -> list[Figure]:
    p99, idle_p99 = median(r.lag.p99 for r in rounds), median(r.idle.p99 for r in rounds)
    worst, idle_worst = median(r.lag.worst for r in rounds), median(r.idle.worst for r in rounds)
    return [
        _stall("deliver-stall", p99, idle_p99, len(rounds)),
        _stall("deliver-stall-max", worst, idle_worst, len(rounds)),
    ]


def _stall(name: str, value: float, idle: float, rounds: int) -> Figure:
    return Figure(name, value, "ms", idle, value / idle, f"<= idle + {LATER_MS} ms", value <= idle + LATER_MS, rounds)
