"""The way to SQLite's thread and back: taken once for a statement, and everything comes along."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.opening import open_database
from bot.storage.sqlite import READERS

LINES = sa.table("lines", sa.column("id", sa.Integer), sa.column("text", sa.Text))
SOME = [{"id": number, "text": f"line {number}"} for number in (1, 2, 3)]

LONG = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM (SELECT i FROM n LIMIT 300000)
"""


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with three lines."""
    opened = open_database(f"sqlite:///{tmp_path}/lines.db")
    async with opened.write() as transaction:
        await transaction.run("CREATE TABLE lines (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")
        await transaction.run_sync(lambda connection: connection.execute(sa.insert(LINES), SOME))
    yield opened
    await opened.close()


@contextmanager
def trips() -> Iterator[list[str]]:
    """Grows by one each time that another thread reports to the loop."""
    loop, seen = asyncio.get_running_loop(), list[str]()
    back = loop.call_soon_threadsafe

    def counted(callback: Callable[..., Any], *args: Any, **more: Any) -> asyncio.Handle:
        seen.append(repr(callback))
        return back(callback, *args, **more)

    vars(loop)["call_soon_threadsafe"] = counted
    try:
        yield seen
    finally:
        del vars(loop)["call_soon_threadsafe"]


async def test_each_statement_is_one_trip(sqlite: Database) -> None:
    async with sqlite.read() as reader:
        await reader.rows(sa.select(LINES))  # what it takes to connect is over
        with trips() as taken:
            assert [row.text for row in await reader.rows(sa.select(LINES))] == ["line 1", "line 2", "line 3"]
            assert len(taken) == 1
            assert await reader.value(sa.select(LINES.c.text).where(LINES.c.id == 9)) is None
            assert len(taken) == 2
    async with sqlite.write() as transaction:
        with trips() as taken:
            changed = await transaction.execute(sa.update(LINES).where(LINES.c.id > 1).values(text=LINES.c.text + "!"))
            assert (changed.rowcount, len(taken)) == (2, 1)
            more = [{"text": "four"}, {"text": "five"}]
            many = await transaction.run_sync(lambda connection: connection.execute(sa.insert(LINES), more))
            assert (many.rowcount, len(taken)) == (2, 2)


async def test_what_was_inserted_tells_its_id_and_what_it_is_called(sqlite: Database) -> None:
    async with sqlite.write() as transaction:
        assert await transaction.insert(sa.insert(LINES).values(text="new")) == 4
        result = await transaction.execute(sa.text("SELECT id AS number, text FROM lines WHERE id = 4"))
        assert (list(result.keys()), tuple(result.one())) == (["number", "text"], (4, "new"))


async def test_a_refused_statement_says_why_and_the_reader_serves_the_next(sqlite: Database) -> None:
    for _ in range(READERS + 1):
        with pytest.raises(sa.exc.OperationalError, match="no such table: nowhere"):
            async with sqlite.read() as reader:
                await reader.rows(sa.text("SELECT * FROM nowhere"))
    with pytest.raises(sa.exc.IntegrityError, match="UNIQUE constraint failed"):
        async with sqlite.write() as transaction:
            await transaction.execute(sa.insert(LINES).values(text="line 1"))
    async with sqlite.read() as reader:
        assert len(await reader.rows(sa.select(LINES))) == 3


async def test_more_readers_than_there_are_wait_for_one_another(sqlite: Database) -> None:
    at_once, full, go = list[int](), asyncio.Event(), asyncio.Event()

    async def read() -> int:
        async with sqlite.read() as reader:
            at_once.append(1)
            if len(at_once) == READERS:
                full.set()
            await go.wait()
            return len(await reader.rows(sa.select(LINES)))

    reading = [asyncio.create_task(read()) for _ in range(READERS * 3)]
    await full.wait()
    await asyncio.sleep(0.05)  # whoever would not wait has the time to come
    assert len(at_once) == READERS
    go.set()
    assert await asyncio.gather(*reading) == [3] * READERS * 3


async def close_while_somebody_reads(database: Database) -> None:
    reads, go = asyncio.Event(), asyncio.Event()

    async def read() -> int:
        async with database.read() as reader:
            reads.set()
            await go.wait()
            return int(await reader.value(sa.text("SELECT 3")))

    reading = asyncio.create_task(read())
    await reads.wait()
    await database.close()
    go.set()
    assert await reading == 3


@pytest.mark.long
async def test_who_still_reads_when_the_database_is_closed_leaves_no_connection_behind(tmp_path: Path) -> None:
    await close_while_somebody_reads(open_database(f"sqlite:///{tmp_path}/closed.db"))
    gc.collect()  # a connection that is collected without having been given back is an error of its own


async def test_a_reader_that_was_cut_short_is_nobody_elses_trouble(sqlite: Database) -> None:
    async def read() -> None:
        async with sqlite.read() as reader:
            await reader.rows(sa.text(LONG))

    cut = [asyncio.create_task(read()) for _ in range(READERS)]
    await asyncio.sleep(0.005)
    for task in cut:
        task.cancel()
    await asyncio.gather(*cut, return_exceptions=True)
    async with sqlite.read() as reader:
        assert [row.id for row in await reader.rows(sa.select(LINES).order_by(LINES.c.id))] == [1, 2, 3]
