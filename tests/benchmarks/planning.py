"""What it costs to enrol a hundred thousand people, beside writing the same rows with nothing but the driver."""

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import asyncpg
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.delivery.planning import enrol
from bot.storage.database import Database
from bot.storage.opening import open_database
from tests.benchmarks import bare
from tests.benchmarks.crowd import ANCHOR, REGULARS, gather, plan
from tests.benchmarks.measuring import Figure, Size, copied, new_database, opened
from tests.databases import PostgresMaker

PEOPLE = 100_000
TIMES_THE_FLOOR = 3

ENROLMENT = ("id", "journey_id", "version", "member_id", "trigger", "anchor_at")
DELIVERY = ("id", "community_id", "member_id", "enrolment_id", "step", "purpose", "due_at", "expires_at")


async def run(size: Size) -> list[Figure]:
    """Processor time on SQLite for all enrolments by a rule over three facts with the first step's delivery of each."""
    ours, floor = [], []
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        prepared = Path(folder) / "prepared.db"
        async with new_database(prepared) as database:
            await gather(database, size.of(PEOPLE))
            await plan(database, VirtualClock(ANCHOR), audience=REGULARS)
        for _ in range(size.rounds):
            file = copied(prepared, "ours.db")
            async with opened(file) as database:
                ours.append(await _enrol(database, size.of(PEOPLE), time.process_time))
            floor.append(_insert(copied(prepared, "floor.db"), *_written(file)))
    return [_figure("plan", ours, floor)]


async def run_on_postgres(size: Size) -> list[Figure]:
    """The same on PostgreSQL, by the wall since the work is the server's, beside COPY of the same rows."""
    ours, floor = [], []
    server = PostgresMaker()
    try:
        for _ in range(size.rounds):
            address = await server.ready()
            database = open_database(address)
            await gather(database, size.of(PEOPLE))
            await plan(database, VirtualClock(ANCHOR), audience=REGULARS)
            ours.append(await _enrol(database, size.of(PEOPLE), time.perf_counter))
            floor.append(await _copy(database, address))
            await database.close()
            await server.throw_away(address)
    finally:
        server.close()
    return [_figure("plan-postgres", ours, floor)]


async def _enrol(database: Database, people: int, clock: Any) -> float:
    occasion = await plan(database, VirtualClock(ANCHOR), audience=REGULARS)
    before = clock()
    assert await enrol(database, occasion) == people
    return float(clock() - before)


def _written(file: Path) -> tuple[list[Any], list[Any]]:
    with bare.connection(file) as connection:
        enrolments = connection.execute(f"SELECT {', '.join(ENROLMENT)} FROM enrolments").fetchall()
        return enrolments, connection.execute(f"SELECT {', '.join(DELIVERY)} FROM deliveries").fetchall()


def _insert(file: Path, enrolments: list[Any], deliveries: list[Any]) -> float:
    with bare.connection(file) as connection:
        before = time.process_time()
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO enrolments ({', '.join(ENROLMENT)}) VALUES (?, ?, ?, ?, ?, ?)", enrolments)
        connection.executemany(
            f"INSERT INTO deliveries ({', '.join(DELIVERY)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", deliveries
        )
        connection.execute("COMMIT")
        return time.process_time() - before


async def _copy(database: Database, address: str) -> float:
    async with database.read() as reader:
        enrolments = await reader.rows(sa.text(f"SELECT {', '.join(ENROLMENT)} FROM enrolments"))
        deliveries = await reader.rows(sa.text(f"SELECT {', '.join(DELIVERY)} FROM deliveries"))
    connection = await asyncpg.connect(address)
    await connection.execute("TRUNCATE rolling_posts, native_polls, enrolments, deliveries")
    before = time.perf_counter()
    async with connection.transaction():
        await connection.copy_records_to_table("enrolments", records=map(tuple, enrolments), columns=ENROLMENT)
        await connection.copy_records_to_table("deliveries", records=map(tuple, deliveries), columns=DELIVERY)
    took = time.perf_counter() - before
    await connection.close()
    return took


def _figure(name: str, ours: list[float], floor: list[float]) -> Figure:
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    aim = f"<= {TIMES_THE_FLOOR}x"
    return Figure(name, median(ours), "s", median(floor), ratio, aim, ratio <= TIMES_THE_FLOOR, len(ours))
