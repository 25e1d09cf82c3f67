"""What holds on PostgreSQL alone."""

import asyncpg
import pytest

from bot.storage.opening import open_database
from tests.databases import Maker
from tests.storage.conftest import TABLE
from tests.storage.test_transactions import kept, put


async def test_after_the_server_dropped_its_connections_work_goes_on(makers: dict[str, Maker]) -> None:
    address = await makers["postgresql"].empty()
    database = open_database(address)
    async with database.write() as transaction:
        await transaction.run(TABLE)
    other = await asyncpg.connect(address)
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid != pg_backend_pid()"
    )
    await other.close()
    async with database.write() as transaction:
        await put(transaction, 1)
    assert await kept(database) == [1]
    await database.close()
    await makers["postgresql"].drop(address)


async def test_a_connection_lost_inside_a_transaction_undoes_it_and_is_replaced(makers: dict[str, Maker]) -> None:
    address = await makers["postgresql"].empty()
    database = open_database(address)
    async with database.write() as transaction:
        await transaction.run(TABLE)

    async def write() -> None:
        async with database.write() as transaction:
            await put(transaction, 1)
            await transaction.run("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(asyncpg.PostgresConnectionError):
        await write()
    async with database.write() as transaction:
        await put(transaction, 2)
    assert await kept(database) == [2]
    await database.close()
    await makers["postgresql"].drop(address)
