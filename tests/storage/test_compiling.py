"""Statements are compiled once for all databases of a kind."""

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from tests.databases import Maker, sealed_database

LINES = sa.table("lines", sa.column("id", sa.Integer), sa.column("text", sa.Text))


async def _found(database: Database, text: str) -> tuple[object, str]:
    """What came of asking for a text, and whether the statement was compiled for it or found."""

    def ask(connection: sa.Connection) -> tuple[object, str]:
        result = connection.execute(sa.select(LINES.c.id).where(LINES.c.text == text))
        assert isinstance(result.context, sa.engine.default.DefaultExecutionContext)
        return result.scalar(), result.context.cache_hit.name

    async with database.read() as reader:
        return await reader.run_sync(ask)


@pytest.mark.long
async def test_what_was_compiled_for_one_database_serves_the_next_which_finds_its_own_rows(
    lines: Database, maker: Maker
) -> None:
    address = await maker.empty()
    other = sealed_database(address)
    for database, number in ((lines, 1), (other, 2)):
        async with database.write() as transaction:
            if database is other:
                await transaction.run("CREATE TABLE lines (id INTEGER PRIMARY KEY, count BIGINT, text TEXT)")
            await transaction.run("INSERT INTO lines (id, count, text) VALUES (:id, 0, 'one')", {"id": number})
    await _found(lines, "none")  # now it is compiled, unless another test has done so
    assert await _found(lines, "one") == (1, "CACHE_HIT")
    assert await _found(other, "one") == (2, "CACHE_HIT")
    await other.close()
    await maker.drop(address)
