"""What holds on SQLite alone: readers cannot write, and a commit that fails is told to all who share it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.opening import open_database
from tests.storage.conftest import TABLE
from tests.storage.test_transactions import kept, put


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with the one table `lines` and one that refers to it."""
    opened = open_database(f"sqlite:///{tmp_path}/lines.db")
    async with opened.write() as transaction:
        await transaction.run(TABLE)
        await transaction.run("CREATE TABLE notes (line_id INTEGER REFERENCES lines (id), text TEXT)")
    yield opened
    await opened.close()


async def test_a_reader_cannot_write(sqlite: Database) -> None:
    async with sqlite.read() as reader:
        with pytest.raises(sqlite3.OperationalError, match="attempt to write a readonly database"):
            await reader.fetch("DELETE FROM lines")
        with pytest.raises(sa.exc.OperationalError, match="attempt to write a readonly database"):
            await reader.rows(sa.text("DELETE FROM lines"))


async def test_everybody_on_board_of_a_commit_that_fails_hears_of_it(sqlite: Database) -> None:
    async def orphan() -> None:
        async with sqlite.write() as transaction:
            await transaction.run("PRAGMA defer_foreign_keys = ON")
            await transaction.run("INSERT INTO notes (line_id) VALUES (9)")

    async def good(id: int) -> None:
        async with sqlite.write() as transaction:
            await put(transaction, id)

    outcomes = await asyncio.gather(good(1), orphan(), good(2), return_exceptions=True)
    assert [str(outcome) for outcome in outcomes] == ["FOREIGN KEY constraint failed"] * 3
    assert await kept(sqlite) == []
    await good(3)
    assert await kept(sqlite) == [3]


async def test_a_full_disk_loses_nothing_that_was_promised(sqlite: Database) -> None:
    async def big(id: int, size: int) -> None:
        async with sqlite.write() as transaction:
            await transaction.run(
                "INSERT INTO lines (id, count, text) VALUES (:id, 0, :text)", {"id": id, "text": "x" * size}
            )

    async with sqlite.write() as transaction:
        await transaction.run("PRAGMA max_page_count = 40")
    sizes = [10, 100_000, 10, 400_000, 10]
    outcomes = await asyncio.gather(*(big(id, size) for id, size in enumerate(sizes)), return_exceptions=True)
    assert isinstance(outcomes[3], sqlite3.OperationalError)
    assert await kept(sqlite) == [id for id, outcome in enumerate(outcomes) if outcome is None]
    await big(9, 10)
    assert 9 in await kept(sqlite)


async def test_a_database_that_another_program_keeps_busy_refuses_and_recovers(
    sqlite: Database, tmp_path: Path
) -> None:
    async with sqlite.write() as transaction:
        await transaction.run("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(tmp_path / "lines.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        async with sqlite.write() as transaction:
            await put(transaction, 1)
    other.execute("ROLLBACK")
    other.close()
    async with sqlite.write() as transaction:
        await put(transaction, 2)
    assert await kept(sqlite) == [2]


async def test_rows_may_not_refer_to_nothing(sqlite: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        async with sqlite.write() as transaction:
            await transaction.run("INSERT INTO notes (line_id) VALUES (9)")


async def test_a_new_file_may_be_opened_by_many_programs_at_once(tmp_path: Path) -> None:
    async def look(database: Database) -> object:
        async with database.read() as reader:
            return await reader.value(sa.text("PRAGMA journal_mode"))

    for turn in range(20):
        programs = [open_database(f"sqlite:///{tmp_path}/{turn}.db") for _ in range(6)]
        assert await asyncio.gather(*map(look, programs)) == ["wal"] * len(programs)
        for program in programs:
            await program.close()
