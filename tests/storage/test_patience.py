"""A write transaction that waits for something other than the database holds up nobody for long."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from bot.errors import StorageError
from bot.storage.database import Database, Transaction
from bot.storage.opening import open_database
from bot.storage.patience import LOOK_SECONDS, LOOKS
from tests.storage.cancelling import outcome
from tests.storage.conftest import TABLE

LOOK = 0.03
PATIENCE = LOOK * LOOKS


@pytest.fixture
async def lines(empty_address: str) -> AsyncIterator[Database]:
    """A database with the one table `lines` and little patience, on each kind of database."""
    opened = open_database(empty_address, look_seconds=LOOK)
    async with opened.write() as transaction:
        await transaction.run(TABLE)
    yield opened
    await opened.close()


async def put(transaction: Transaction, id: int) -> None:
    await transaction.run("INSERT INTO lines (id, count) VALUES (:id, 0)", {"id": id})


async def kept(database: Database) -> list[int]:
    async with database.read() as reader:
        return [row[0] for row in await reader.fetch("SELECT id FROM lines ORDER BY id")]


async def test_one_that_waits_for_something_else_is_undone_and_the_next_gets_its_turn(lines: Database) -> None:
    begun = asyncio.Event()

    async def wait_for_ever() -> None:
        async with lines.write() as transaction:
            await put(transaction, 1)
            begun.set()
            await asyncio.Event().wait()

    async def write() -> None:
        async with lines.write() as transaction:
            await put(transaction, 2)

    async with asyncio.timeout(10):
        waiting = asyncio.create_task(outcome(wait_for_ever()))
        await begun.wait()
        await write()
        failed = await waiting
    assert isinstance(failed, StorageError)
    assert "while it waited for something other than the database" in str(failed)
    assert await kept(lines) == [2]


async def test_its_trace_shows_where_it_waited(lines: Database) -> None:
    async def ask_a_shop() -> None:
        await asyncio.Event().wait()

    with pytest.raises(StorageError) as raised:
        async with lines.write() as transaction:
            await put(transaction, 1)
            await ask_a_shop()
    cause = raised.value.__cause__
    names: list[str] = []
    while cause is not None:
        trace = cause.__traceback__
        while trace is not None:
            names.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        cause = cause.__cause__ or cause.__context__
    assert "ask_a_shop" in names


async def test_a_second_is_too_long(database: Database) -> None:
    began = time.monotonic()
    with pytest.raises(StorageError, match="was open for 1 s while"):
        async with database.write():
            await asyncio.Event().wait()
    assert time.monotonic() - began > 0.9 * LOOKS * LOOK_SECONDS > 0.8


async def test_one_that_goes_on_in_time_is_kept(lines: Database) -> None:
    async with lines.write() as transaction:
        for id in (1, 2, 3):
            await asyncio.sleep(0.6 * PATIENCE)
            await put(transaction, id)
    assert await kept(lines) == [1, 2, 3]


async def test_a_process_that_stood_still_is_not_taken_for_one_that_waits(lines: Database) -> None:
    async with lines.write() as transaction:
        await put(transaction, 1)
        await asyncio.sleep(0)
        time.sleep(1.5 * PATIENCE)  # noqa: ASYNC251 - as a machine that was suspended
        await asyncio.sleep(0)
        await put(transaction, 2)
    assert await kept(lines) == [1, 2]


async def test_one_whose_statement_takes_long_is_not_idle(empty_address: str) -> None:
    first, second = (open_database(empty_address, look_seconds=LOOK) for _ in range(2))
    async with first.write() as transaction:
        await transaction.run(TABLE)
    begun = asyncio.Event()

    async def hold() -> None:
        async with first.write() as transaction:
            await put(transaction, 1)
            begun.set()
            for id in (2, 3):
                await asyncio.sleep(0.7 * PATIENCE)
                await put(transaction, id)
            raise ZeroDivisionError

    holding = asyncio.create_task(outcome(hold()))
    await begun.wait()
    async with second.write() as transaction:
        await put(transaction, 1)  # waits for the other
    assert isinstance(await holding, ZeroDivisionError)
    assert await kept(second) == [1]
    await first.close()
    await second.close()
