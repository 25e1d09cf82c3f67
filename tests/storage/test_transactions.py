"""What holds for transactions on every kind of database."""

import asyncio
from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import StorageError
from bot.storage.database import Database, Transaction
from bot.storage.opening import open_database
from tests.storage.cancelling import outcome
from tests.storage.conftest import TABLE

PUT = "INSERT INTO lines (id, count) VALUES (:id, :count)"


class RefusedError(Exception):
    """Raised inside a transaction to undo it."""


async def put(transaction: Transaction, *ids: int) -> None:
    for id in ids:
        await transaction.run(PUT, {"id": id, "count": 0})


async def kept(database: Database) -> list[int]:
    async with database.read() as reader:
        return [row[0] for row in await reader.fetch("SELECT id FROM lines ORDER BY id")]


async def test_what_was_written_is_there_when_the_block_is_left(lines: Database) -> None:
    async with lines.write() as transaction:
        await put(transaction, 1, 2)
    assert await kept(lines) == [1, 2]


async def test_an_exception_undoes_the_whole_block_and_reaches_the_caller(lines: Database) -> None:
    async def write() -> None:
        async with lines.write() as transaction:
            await put(transaction, 1, 2)
            raise RefusedError

    assert isinstance(await outcome(write()), RefusedError)
    assert await kept(lines) == []


async def test_a_transaction_reads_what_it_wrote(lines: Database) -> None:
    async with lines.write() as transaction:
        await put(transaction, 1)
        assert [tuple(row) for row in await transaction.fetch("SELECT id FROM lines")] == [(1,)]
        assert await transaction.value(sa.text("SELECT count(*) FROM lines")) == 1


async def test_a_reader_sees_the_old_rows_beside_an_open_writer(lines: Database) -> None:
    async with lines.write() as transaction:
        await put(transaction, 1)
        assert await kept(lines) == []
    assert await kept(lines) == [1]


async def test_one_reader_sees_each_newly_committed_row(lines: Database) -> None:
    async with lines.read() as reader:
        assert await reader.value(sa.text("SELECT count(*) FROM lines")) == 0
        async with lines.write() as transaction:
            await put(transaction, 1)
        assert await reader.value(sa.text("SELECT count(*) FROM lines")) == 1


async def test_a_transaction_inside_another_is_refused_and_the_outer_one_goes_on(lines: Database) -> None:
    async with lines.write() as transaction:
        with pytest.raises(StorageError, match="inside another one"):
            async with lines.write():
                pass
        await put(transaction, 1)
    assert await kept(lines) == [1]


async def test_a_task_started_inside_a_transaction_may_open_one_once_that_is_over(lines: Database) -> None:
    over = asyncio.Event()

    async def later() -> None:
        with pytest.raises(StorageError):
            async with lines.write():
                pass
        started.set()
        await over.wait()
        async with lines.write() as transaction:
            await put(transaction, 2)

    started = asyncio.Event()
    async with lines.write() as transaction:
        task = asyncio.create_task(later())
        await started.wait()
        await put(transaction, 1)
    over.set()
    await task
    assert await kept(lines) == [1, 2]


@pytest.mark.parametrize("raw", [True, False])
async def test_a_failed_statement_ends_the_transaction_even_if_its_error_is_swallowed(
    lines: Database, *, raw: bool
) -> None:
    async def write() -> None:
        async with lines.write() as transaction:
            await put(transaction, 1)
            again = sa.text("INSERT INTO lines (id, count) VALUES (1, 0)")
            assert await outcome(put(transaction, 1) if raw else transaction.execute(again)) is not None
            assert isinstance(await outcome(put(transaction, 2)), StorageError)

    with pytest.raises(StorageError, match="swallowed"):
        await write()
    assert await kept(lines) == []


@pytest.mark.long
async def test_no_update_is_lost_when_many_read_and_then_write(lines: Database) -> None:
    async with lines.write() as transaction:
        await put(transaction, 1)

    async def count() -> None:
        for _ in range(25):
            async with lines.write() as transaction:
                ((value,),) = await transaction.fetch(f"SELECT count FROM lines WHERE id = 1{lock}")
                await transaction.run("UPDATE lines SET count = :count WHERE id = 1", {"count": value + 1})

    lock = " FOR UPDATE" if lines.dialect == "postgresql" else ""
    await asyncio.gather(*(count() for _ in range(20)))
    async with lines.read() as reader:
        assert await reader.value(sa.text("SELECT count FROM lines")) == 500


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans=st.lists(st.lists(st.sampled_from(["keep", "raise", "fail", "empty"]), max_size=6), max_size=8))
async def test_concurrent_transactions_keep_theirs_and_nothing_of_a_failing_one(
    lines: Database, plans: Sequence[Sequence[str]]
) -> None:
    async with lines.write() as transaction:
        await transaction.run("DELETE FROM lines")  # of the example before

    async def attempt(plan: str, id: int) -> None:
        async with lines.write() as transaction:
            if plan != "empty":
                await put(transaction, id, -id)
            if plan == "raise":
                raise RefusedError
            if plan == "fail":
                await put(transaction, id)

    async def caller(number: int, plan: Sequence[str]) -> None:
        for turn, step in enumerate(plan, start=1):
            ended = await outcome(attempt(step, number * 100 + turn))
            assert (ended is None) == (step in {"keep", "empty"})

    await asyncio.gather(*(caller(number, plan) for number, plan in enumerate(plans)))
    good = [n * 100 + turn for n, plan in enumerate(plans) for turn, step in enumerate(plan, 1) if step == "keep"]
    assert await kept(lines) == sorted([*good, *(-id for id in good)])


async def test_raw_statements_take_named_parameters_in_any_order_and_more_than_once(lines: Database) -> None:
    async with lines.write() as transaction:
        sql = "INSERT INTO lines (count, id, text) VALUES (:count, :id, :text), (:count, :other, 'a:b')"
        assert await transaction.run(sql, {"id": 1, "other": 2, "count": 7, "text": ":id"}) == 2
    async with lines.read() as reader:
        rows = await reader.fetch("SELECT id, count, text FROM lines WHERE count = :c OR id = :c", {"c": 7})
        assert [tuple(row) for row in rows] == [(1, 7, ":id"), (2, 7, "a:b")]


async def test_raw_statements_tell_how_many_rows_they_changed(lines: Database) -> None:
    async with lines.write() as transaction:
        await put(transaction, 1, 2, 3)
        assert await transaction.run("UPDATE lines SET count = 1 WHERE id > :id", {"id": 1}) == 2
        assert await transaction.run("DELETE FROM lines WHERE id = :id", {"id": 9}) == 0
        assert await transaction.run("DELETE FROM lines") == 3


async def test_a_raw_statement_may_return_what_it_wrote(lines: Database) -> None:
    async with lines.write() as transaction:
        rows = await transaction.fetch(PUT + " RETURNING id, count", {"id": 4, "count": 2})
        assert [tuple(row) for row in rows] == [(4, 2)]
    assert await kept(lines) == [4]


async def test_a_block_that_writes_nothing_is_fine(lines: Database) -> None:
    async with lines.write():
        pass
    assert await kept(lines) == []


async def test_two_programs_on_one_database_take_turns(empty_address: str) -> None:
    first, second = open_database(empty_address), open_database(empty_address)
    async with first.write() as transaction:
        await transaction.run(TABLE)

    async def write(database: Database, start: int) -> None:
        for id in range(start, start + 10):
            async with database.write() as transaction:
                await put(transaction, id)

    await asyncio.gather(write(first, 0), write(second, 100))
    assert len(await kept(second)) == 20
    await first.close()
    await second.close()


async def test_no_update_is_lost_when_two_programs_read_and_then_write(empty_address: str) -> None:
    first, second = open_database(empty_address), open_database(empty_address)
    async with first.write() as transaction:
        await transaction.run(TABLE)
        await put(transaction, 1)

    async def count(database: Database) -> None:
        for _ in range(25):
            async with database.write() as transaction:
                ((value,),) = await transaction.fetch(f"SELECT count FROM lines WHERE id = 1{lock}")
                await asyncio.sleep(0)  # let the other one read as well, if it can
                await transaction.run("UPDATE lines SET count = :count WHERE id = 1", {"count": value + 1})

    lock = " FOR UPDATE" if first.dialect == "postgresql" else ""
    await asyncio.gather(count(first), count(second))
    async with second.read() as reader:
        assert await reader.value(sa.text("SELECT count FROM lines")) == 50
    await first.close()
    await second.close()


async def test_closing_waits_for_what_is_under_way(empty_address: str) -> None:
    database = open_database(empty_address)
    async with database.write() as transaction:
        await transaction.run(TABLE)
        await put(transaction, 1)
    await database.close()
    again = open_database(empty_address)
    assert await kept(again) == [1]
    await again.close()
