"""The database behind one face: readers that never wait, and short write transactions."""

import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any, LiteralString, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StorageError, StorageRefusedError, system_says
from bot.storage.patience import Patience
from bot.storage.readers import Readers
from bot.storage.sealing import Seal, opened_values, seal_of

log = logging.getLogger(__name__)

Params = Mapping[str, Any]

Statement = tuple[LiteralString, Params | Sequence[Any]]
"""A raw statement with its parameters: by name, or in their order where SQLite is given many rows."""

T = TypeVar("T")

LONG_WRITE_SECONDS = 0.1


class Raw(Protocol):
    """The driver's own connection, for the few statements that must be fast: named parameters, rows as tuples."""

    async def fetch(self, sql: LiteralString, params: Params) -> Sequence[Sequence[Any]]:
        """Run one statement and return its rows."""

    async def run(self, sql: LiteralString, params: Params) -> int:
        """Run one statement and return how many rows it changed."""

    async def fetch_each(self, statements: Sequence[Statement]) -> Sequence[Sequence[Sequence[Any]]]:
        """Run several statements, in this order, and return the rows of each."""


class Reader:
    """Reads; outside a transaction each statement sees the newest committed state."""

    def __init__(self, connection: AsyncConnection, raw: Raw) -> None:
        self._connection = connection
        self._raw = raw

    @property
    def dialect(self) -> str:
        """The database's kind, for the few statements that differ: "sqlite" or "postgresql"."""
        return self._connection.dialect.name

    @property
    def seal(self) -> Seal:
        """What sealed columns are kept with, for raw statements. Raises BotError without a key."""
        return seal_of(self._connection.dialect)

    def opened_values(self, kept: str) -> Mapping[str, Any]:
        """What a column of `SealedValues` holds, read by a raw statement."""
        return opened_values(kept, self._connection.dialect)

    async def rows(self, statement: sa.Executable, params: Params | None = None) -> Sequence[sa.Row[*tuple[Any, ...]]]:
        """All rows of a SQLAlchemy statement."""
        return (await self._execute(statement, params)).fetchall()

    async def row(self, statement: sa.Executable, params: Params | None = None) -> sa.Row[*tuple[Any, ...]] | None:
        """The first row of a SQLAlchemy statement, or None."""
        return (await self._execute(statement, params)).first()

    async def value(self, statement: sa.Executable, params: Params | None = None) -> Any:
        """The first column of the first row, or None."""
        return (await self._execute(statement, params)).scalar()

    async def fetch(self, sql: LiteralString, params: Params | None = None) -> Sequence[Sequence[Any]]:
        """Rows of a raw statement with :named parameters; moments are whole microseconds. For hot paths only."""
        return await self._raw.fetch(sql, params or {})

    async def fetch_each(self, statements: Sequence[Statement]) -> Sequence[Sequence[Sequence[Any]]]:
        """The rows of each of several raw statements, which do not wait for one another's way back."""
        return await self._raw.fetch_each(statements)

    async def run_sync(self, work: Callable[[sa.Connection], T]) -> T:
        """What `work` returns. It is given SQLAlchemy's own connection, and must not commit. For work on tables."""
        return await self._connection.run_sync(work)

    async def _execute(
        self, statement: sa.Executable, params: Params | Sequence[Params] | None
    ) -> sa.CursorResult[Any]:
        return await self._connection.execute(statement, params)


class Transaction(Reader):
    """Reads and writes that hold together: all of them are kept, or none.

    A statement that fails ends the transaction, as PostgreSQL has it: nothing of it can be kept any more.
    """

    failed = False
    under_way = 0
    statements = 0
    worked = 0.0  # seconds

    async def execute(self, statement: sa.Executable, params: Params | None = None) -> sa.CursorResult[Any]:
        """Run a SQLAlchemy statement that writes."""
        return await self._execute(statement, params)

    async def insert(self, statement: sa.Insert) -> int:
        """Insert one row and return its id."""
        return int((await self._execute(statement.returning(statement.table.c["id"]), None)).scalar_one())

    async def insert_all(self, statement: sa.Insert, rows: Sequence[Params]) -> None:
        """Insert any number of rows, each with values of the same columns, in one trip."""
        if rows:
            await self._execute(statement, rows)

    async def fetch(self, sql: LiteralString, params: Params | None = None) -> Sequence[Sequence[Any]]:
        """Rows of a raw statement, which may write (RETURNING). For hot paths only."""
        with self._statement():
            return await self._raw.fetch(sql, params or {})

    async def fetch_each(self, statements: Sequence[Statement]) -> Sequence[Sequence[Sequence[Any]]]:
        """The rows of each of several raw statements, which may write. For hot paths only."""
        with self._statement():
            return await self._raw.fetch_each(statements)

    async def run(self, sql: LiteralString, params: Params | None = None) -> int:
        """Run a raw statement that writes; returns the number of rows changed. For hot paths only."""
        with self._statement():
            return await self._raw.run(sql, params or {})

    async def run_sync(self, work: Callable[[sa.Connection], T]) -> T:
        """As a reader's; `work` may write."""
        with self._statement():
            return await super().run_sync(work)

    async def _execute(
        self, statement: sa.Executable, params: Params | Sequence[Params] | None
    ) -> sa.CursorResult[Any]:
        with self._statement():
            return await super()._execute(statement, params)

    @contextmanager
    def _statement(self) -> Iterator[None]:
        if self.failed:
            raise StorageError("An earlier statement of this transaction failed; leave its block and begin anew.")
        began = time.monotonic()
        self.under_way += 1
        self.statements += 1
        try:
            yield
        except BaseException:
            self.failed = True
            raise
        finally:
            self.under_way -= 1
            self.worked += time.monotonic() - began


class Writer(Protocol):
    """How one kind of database gives out write transactions."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction that commits when the block is left and undoes everything at an exception."""

    def alteration(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction that may change tables, and that no other process does at the same time."""

    def hold(self) -> AbstractAsyncContextManager[None]:
        """Keep every other process that asks for it off the database. Raises StorageError, naming who holds it."""

    async def close(self) -> None:
        """Let go of every connection."""


class _Block:
    """Whether a write transaction is still open, also for tasks that were started inside it."""

    open = True


_block: ContextVar[_Block | None] = ContextVar("block", default=None)


class Database:
    """What all other parts read from and write to. Opened by `bot.storage.opening.open_database`."""

    def __init__(self, dialect: str, readers: Readers, wrap: type[Any], writer: Writer, look_seconds: float) -> None:
        self.dialect = dialect
        self._readers = readers
        self._wrap = wrap
        self._writer = writer
        self._look_seconds = look_seconds

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Reader]:
        """Read without ever waiting for the writer."""
        async with self._readers.connection() as connection:
            yield Reader(connection, driver_connection(connection, self._wrap))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """One short transaction: leaving the block commits, an exception undoes all of it.

        Never wait for a network inside: a transaction that is idle for a second is given up. Raises StorageError then,
        for a transaction inside a transaction, and when the block is left as if all were well after a failed statement.
        """
        async with _alone(), self._writer.transaction() as transaction:
            with Patience(transaction, self._look_seconds):
                started = time.monotonic()
                yield transaction
                _refuse_failed(transaction)
                _tell_if_long(transaction, time.monotonic() - started)

    @asynccontextmanager
    async def alter(self) -> AsyncIterator[Transaction]:
        """As `write`, for changing tables: it may take long, and only one process at a time is inside."""
        async with _alone(), self._writer.alteration() as transaction:
            yield transaction
            _refuse_failed(transaction)

    def hold(self) -> AbstractAsyncContextManager[None]:
        """Be the one process that works on the database while the block is open.

        Raises StorageError when another one is, with its number and since when. The lock ends with the process.
        """
        return self._writer.hold()

    async def close(self) -> None:
        """Let go of every connection."""
        await self._writer.close()
        await self._readers.close()


@asynccontextmanager
async def _alone() -> AsyncIterator[None]:
    outer = _block.get()
    if outer is not None and outer.open:
        raise StorageError("A write transaction was opened inside another one; pass the open one on instead.")
    block = _Block()
    _block.set(block)
    try:
        yield
    finally:
        block.open = False


def _refuse_failed(transaction: Transaction) -> None:
    if transaction.failed:
        raise StorageError("A statement failed and its error was swallowed; nothing of the transaction was kept.")


def _tell_if_long(transaction: Transaction, took: float) -> None:
    if took > LONG_WRITE_SECONDS:
        idle = max(0.0, took - transaction.worked)
        log.warning("a write transaction was open for %.0f ms, %.0f of them idle", took * 1000, idle * 1000)


def driver_connection(connection: AsyncConnection, wrap: type[Any]) -> Raw:
    """The driver's connection under SQLAlchemy's, behind the port `Raw`."""
    assert connection.sync_connection is not None
    raw: Raw = wrap(connection.sync_connection.connection.driver_connection)
    return raw


def unusable(error: Exception) -> StorageError:
    """What to tell where the database could not even be asked for something."""
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    why = system_says(cause) if isinstance(cause, OSError) else str(cause)
    return StorageRefusedError("refusal-storage-unusable", why=why)
