"""A small table of its own for what is said about any database."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.database import Database
from tests.databases import Maker, sealed_database

TABLE = "CREATE TABLE lines (id INTEGER PRIMARY KEY, count BIGINT NOT NULL, text TEXT)"


@pytest.fixture
async def empty_address(maker: Maker) -> AsyncIterator[str]:
    """The address of a database with nothing in it, on each kind of database."""
    address = await maker.empty()
    yield address
    await maker.drop(address)


@pytest.fixture
async def lines(empty_address: str) -> AsyncIterator[Database]:
    """A database with the one table `lines`, on each kind of database."""
    opened = sealed_database(empty_address)
    async with opened.write() as transaction:
        await transaction.run(TABLE)
    yield opened
    await opened.close()
