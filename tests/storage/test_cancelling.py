"""A transaction cancelled at any point is kept or undone as a whole, and leaves the database in order."""

import asyncio
from collections.abc import Callable, Coroutine

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.opening import open_database
from tests.storage.cancelling import cancelled_at, outcome
from tests.storage.conftest import TABLE
from tests.storage.test_transactions import RefusedError, kept, put

LAST_STEP = 200  # far beyond the last wait of any transaction here

Pair = Callable[[Database, int], Coroutine[None, None, None]]


async def raw_pair(database: Database, id: int) -> None:
    async with database.write() as transaction:
        await put(transaction, id, -id)


async def mixed_pair(database: Database, id: int) -> None:
    async with database.write() as transaction:
        await transaction.execute(sa.text("INSERT INTO lines (id, count) VALUES (:id, 0)"), {"id": id})
        await put(transaction, -id)


async def failing_pair(database: Database, id: int) -> None:
    async with database.write() as transaction:
        await put(transaction, id, -id)
        raise RefusedError


async def cancelled_pair(pair: Pair, steps: range, database: Database, id: int) -> bool:
    """Whether the cancelling came in time."""
    ended = await outcome(cancelled_at(steps, pair(database, id)))
    assert ended is None or isinstance(ended, asyncio.CancelledError | RefusedError)
    return isinstance(ended, asyncio.CancelledError)


@pytest.mark.parametrize("pair", [raw_pair, mixed_pair, failing_pair])
@pytest.mark.parametrize("times", [1, 3])
async def test_cancelled_at_any_step_it_is_whole_or_gone_and_others_are_kept(
    lines: Database, pair: Pair, times: int
) -> None:
    others: set[int] = set()
    for step in range(LAST_STEP):
        id, neighbours = 10_000 + step, range(10 * step + 1, 10 * step + 5)
        before, after = (
            [raw_pair(lines, neighbour) for neighbour in part] for part in (neighbours[:2], neighbours[2:])
        )
        cancelled = cancelled_pair(pair, range(step, step + times), lines, id)
        in_time = (await asyncio.gather(*before, cancelled, *after))[2] is True
        others.update(neighbours)
        rows = set(await kept(lines))
        assert others <= rows
        assert (id in rows) == (-id in rows)
        assert id not in rows or pair is not failing_pair
        if not in_time:
            break
    assert not in_time


@pytest.mark.parametrize("pair", [raw_pair, mixed_pair])
async def test_the_first_transaction_may_be_cancelled_too(empty_address: str, pair: Pair) -> None:
    first = open_database(empty_address)
    async with first.write() as transaction:
        await transaction.run(TABLE)
    await first.close()
    for step in range(LAST_STEP):
        database = open_database(empty_address)
        in_time = await cancelled_pair(pair, range(step, step + 1), database, 1000 + step)
        await raw_pair(database, 1 + step)
        rows = await kept(database)
        await database.close()
        assert 1 + step in rows
        assert (1000 + step in rows) == (-1000 - step in rows)
        if not in_time:
            break
    assert not in_time


async def test_a_reader_may_be_cancelled_at_any_step(lines: Database) -> None:
    async def read() -> None:
        async with lines.read() as reader:
            await reader.rows(sa.text("SELECT id FROM lines"))
            await reader.fetch("SELECT id FROM lines")

    for step in range(LAST_STEP):
        ended = await outcome(cancelled_at(range(step, step + 1), read()))
        assert await kept(lines) == []
        if ended is None:
            break
    assert ended is None


async def test_those_who_wait_for_their_turn_may_be_cancelled(lines: Database) -> None:
    entered, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with lines.write() as transaction:
            await put(transaction, 1)
            entered.set()
            await go_on.wait()

    first = asyncio.create_task(slow())
    await entered.wait()
    waiting = [asyncio.create_task(raw_pair(lines, id)) for id in (2, 3)]
    await asyncio.sleep(0.01)
    for task in waiting:
        task.cancel()
    go_on.set()
    await asyncio.wait_for(first, 5)
    await asyncio.gather(*waiting, return_exceptions=True)
    await asyncio.wait_for(raw_pair(lines, 4), 5)
    assert {1, 4} <= set(await kept(lines))


async def test_a_statement_that_runs_out_of_time_ends_its_transaction(lines: Database) -> None:
    slow = {
        "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) "
        "SELECT max(i) FROM n",
        "postgresql": "SELECT pg_sleep(30)",
    }[lines.dialect]

    async def write() -> None:
        async with lines.write() as transaction:
            await put(transaction, 1)
            async with asyncio.timeout(0.02):
                await transaction.execute(sa.text(slow))

    assert isinstance(await outcome(write()), TimeoutError)
    await raw_pair(lines, 2)
    assert await kept(lines) == [-2, 2]
