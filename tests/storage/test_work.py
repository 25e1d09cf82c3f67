"""A piece of work keeps everything or nothing, and tells of it only when something was written."""

import asyncio

import pytest
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.model.events import StreamEnded
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.sqlite import READERS
from bot.storage.tables import communities, jobs
from bot.storage.work import Work
from bot.testing import START


def new_community(name: str = "Kiln") -> sa.Insert:
    return sa.insert(communities).values(name=name, created_at=START)


async def count(database: Database, table: sa.Table) -> int:
    async with database.read() as reader:
        return int(await reader.value(sa.select(sa.func.count()).select_from(table)))


async def test_reading_alone_wakes_nobody(database: Database) -> None:
    told: list[str] = []
    async with Work(database, VirtualClock(START)) as work:
        work.after_commit(lambda: told.append("kept"))
        await work.rows(sa.select(communities))

    assert told == []


async def test_what_concerns_nobody_else_is_kept_without_a_word(database: Database) -> None:
    told: list[str] = []
    async with Work(database, VirtualClock(START)) as work:
        work.after_commit(lambda: told.append("kept"))
        await work.insert(new_community())
        work.forget_after_commit()

    assert told == []
    assert await count(database, communities) == 1


async def test_work_that_wrote_or_has_an_event_did_not_only_read(database: Database) -> None:
    async with Work(database, VirtualClock(START)) as work:
        await work.rows(sa.select(communities))
        assert work.only_read
    async with Work(database, VirtualClock(START)) as work:
        await work.insert(new_community())
        assert not work.only_read
    async with Work(database, VirtualClock(START)) as work:
        work.emit(StreamEnded(community_id=1, at=START, stream_id=1))
        assert not work.only_read


async def test_what_was_written_is_told_after_it_is_kept(database: Database) -> None:
    told: list[str] = []
    async with Work(database, VirtualClock(START)) as work:
        work.after_commit(lambda: told.append("kept"))
        await work.insert(new_community())
        assert told == []

    assert told == ["kept"]
    assert await count(database, communities) == 1


async def test_reads_see_what_the_same_work_wrote(database: Database) -> None:
    async with Work(database, VirtualClock(START)) as work:
        await work.rows(sa.select(communities))
        await work.insert(new_community("Wheel"))

        assert await work.value(sa.select(communities.c.name)) == "Wheel"


async def test_an_exception_keeps_nothing_and_tells_nobody(database: Database) -> None:
    told: list[str] = []
    with pytest.raises(ZeroDivisionError):
        async with Work(database, VirtualClock(START)) as work:
            work.after_commit(lambda: told.append("kept"))
            await work.insert(new_community())
            work.emit(StreamEnded(community_id=1, at=START, stream_id=1))
            raise ZeroDivisionError

    assert told == []
    assert await count(database, communities) == 0


async def test_events_become_jobs_in_the_same_transaction(each_database: Database) -> None:
    def publish(event: object) -> list[Line]:
        return [Line("core", "stream_ended", {"stream_id": 1}, key="once")]

    for _ in range(2):
        async with Work(each_database, VirtualClock(START), publish) as work:
            work.emit(StreamEnded(community_id=1, at=START, stream_id=1))

    assert await count(each_database, jobs) == 1


async def test_many_that_wait_for_something_else_keep_nobody_from_reading(each_database: Database) -> None:
    gate, begun = asyncio.Event(), 0

    async def wait() -> None:
        nonlocal begun
        async with Work(each_database, VirtualClock(START)) as work:
            assert await work.rows(sa.select(communities)) == []
            begun += 1
            await gate.wait()
            assert await work.rows(sa.select(communities)) == []

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        for _ in range(4 * READERS):
            group.create_task(wait())
        while begun < 4 * READERS:  # noqa: ASYNC110 - they tell nobody
            await asyncio.sleep(0.01)
        assert await count(each_database, communities) == 0
        gate.set()


async def test_many_that_write_may_read_beside_it(each_database: Database) -> None:
    """As when a text is put into words within a transaction, and asks for something of its own."""
    crowd = 4 * READERS

    async def write(number: int) -> None:
        async with Work(each_database, VirtualClock(START)) as work:
            await work.execute(sa.insert(communities).values(name=str(number), created_at=START))
            async with each_database.read() as beside:
                await beside.rows(sa.select(communities))

    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        for number in range(crowd):
            group.create_task(write(number))
    assert await count(each_database, communities) == crowd
