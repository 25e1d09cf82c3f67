"""A database that counts how many rows each write transaction changes, by SQLite's own count."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.storage.database import Database, Reader, Transaction


class CountingDatabase(Database):
    """The same database for whoever is given it. `changed` holds a number for each transaction that changed a row."""

    def __init__(self, inner: Database) -> None:
        assert inner.dialect == "sqlite"
        self.dialect = inner.dialect
        self.changed: list[int] = []
        self._inner = inner

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Reader]:
        async with self._inner.read() as reader:
            yield reader

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        async with self._inner.write() as transaction:
            before = await _changed(transaction)
            yield transaction
            count = await _changed(transaction) - before
        if count:
            self.changed.append(count)


async def _changed(transaction: Transaction) -> int:
    [[count]] = await transaction.fetch("SELECT total_changes()")
    return int(count)
