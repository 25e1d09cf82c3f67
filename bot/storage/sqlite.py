"""SQLite: readers that cannot write, and one writer whose waiting transactions share a commit."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

import aiosqlite
import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StorageError
from bot.storage.compiling import SQLITE_DRIVER, sharing_compiled
from bot.storage.database import Database, Params, Raw, Statement, Transaction, driver_connection
from bot.storage.finishing import finished
from bot.storage.holding import held_file
from bot.storage.readers import Readers
from bot.storage.sealing import Seal, seal_with
from bot.storage.trips import EACH, FewTrips

READERS = 4
BUSY_SECONDS = 5.0
ASKED_AGAIN = 0.01  # seconds
_BEGIN = "BEGIN IMMEDIATE"
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={BUSY_SECONDS * 1000:.0f}", "cache_size=-16000")


class SqliteRaw:
    """aiosqlite's connection behind the port `Raw`; SQLite knows :named parameters itself."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def fetch(self, sql: LiteralString, params: Params) -> Sequence[Sequence[Any]]:
        return list(await self._connection.execute_fetchall(sql, params))

    async def run(self, sql: LiteralString, params: Params) -> int:
        # The cursor is not closed, which would cost a second hop to the thread: it is done once it returned no rows.
        return (await self._connection.execute(sql, params)).rowcount

    async def fetch_each(self, statements: Sequence[Statement]) -> Sequence[Sequence[Sequence[Any]]]:
        return list(await self._connection.execute_fetchall(EACH, statements))


class _Group(Struct):
    """Transactions that share one commit, and who commits it."""

    committed: asyncio.Future[None]
    ending: asyncio.Task[None] | None = None


class SharedCommits:
    """One writing connection. Transactions take turns; those that wait ride on one commit, each with a savepoint.

    A trip to the connection's thread costs more than a small statement, and so does a commit. So BEGIN, SAVEPOINT and
    RELEASE travel with the next statement, and the first transaction that is through queues the commit
    behind all that wait at that moment: they come on board, later ones do not.
    """

    def __init__(self, path: Path, seal: Seal | None = None) -> None:
        self._path = path
        self._owed: list[str] = []
        factory = partial(FewTrips, owed=self._owed)
        self._engine = _engine(path, pragmas=("foreign_keys=ON",), factory=factory)
        self._altering = _engine(path, pragmas=("foreign_keys=OFF",), factory=partial(FewTrips, owed=[]))
        seal_with(self._engine.dialect, seal)
        sa.event.listen(self._engine.sync_engine, "handle_error", _survive_cancelling)
        self._turn = asyncio.Lock()
        self._group: _Group | None = None
        self._held: tuple[AsyncConnection, Raw] | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Wait for the turn, then write; returns when the commit is done."""
        async with self._turn:
            if (held := self._held) is None:
                held = await finished(self._open())
            connection, raw = held
            group = self._board()
            try:
                yield Transaction(connection, raw)
            except BaseException:
                await finished(self._undo(group, raw))
                raise
            finally:
                self._leave(group, raw)
        await asyncio.shield(group.committed)

    @asynccontextmanager
    async def alteration(self) -> AsyncIterator[Transaction]:
        """On a connection of its own, where dropping a table to make it anew does not touch what refers to it.

        See "Making Other Kinds Of Table Schema Changes" in SQLite's documentation of ALTER TABLE.
        """
        try:
            async with self._altering.connect() as connection:
                raw = driver_connection(connection, SqliteRaw)
                try:
                    await raw.run(_BEGIN, {})
                    yield Transaction(connection, raw)
                    await _refuse_broken_references(raw)
                    await raw.run("COMMIT", {})
                except BaseException:
                    await finished(connection.invalidate())  # closing it undoes everything
                    raise
        finally:
            await self._altering.dispose()

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[None]:
        """By a lock on a file beside the database's own, which SQLite locks itself for each transaction."""
        with held_file(self._path.with_name(f"{self._path.name}.lock")):
            yield

    async def close(self) -> None:
        """Let go of the connection, once what is under way is committed."""
        if self._group is not None and self._group.ending is not None:
            await asyncio.wait({self._group.ending})
        if self._held is not None:
            held, self._held = self._held, None
            await finished(held[0].close())
        await self._engine.dispose()

    async def _open(self) -> tuple[AsyncConnection, Raw]:
        connection = await self._engine.connect()
        self._held = connection, driver_connection(connection, SqliteRaw)
        return self._held

    def _board(self) -> _Group:
        if self._group is None:
            self._group = _Group(asyncio.get_running_loop().create_future())
            self._owed.append(_BEGIN)
        self._owed.append("SAVEPOINT unit")
        return self._group

    async def _undo(self, group: _Group, raw: Raw) -> None:
        try:
            await raw.run("ROLLBACK TO unit", {})
        except (sqlite3.Error, ValueError) as error:
            # SQLite undoes everything by itself when the disk is full or broken; all on board must hear of it.
            await self._lose(group, raw, error)

    def _leave(self, group: _Group, raw: Raw) -> None:
        if self._group is not group:
            return
        self._owed.append("RELEASE unit")
        if group.ending is None:
            group.ending = asyncio.create_task(self._end(group, raw))

    async def _end(self, group: _Group, raw: Raw) -> None:
        async with self._turn:
            if self._group is not group:
                return
            if self._owed[:1] == [_BEGIN]:  # nobody ran a statement
                self._owed.clear()
            else:
                try:
                    await raw.run("COMMIT", {})
                except (sqlite3.Error, ValueError) as error:
                    await self._lose(group, raw, error)
                    return
            self._group = None
            group.committed.set_result(None)

    async def _lose(self, group: _Group, raw: Raw, error: Exception) -> None:
        self._group = None
        self._owed.clear()
        group.committed.set_exception(error)
        group.committed.exception()  # everybody on board gets it; with nobody left there is nobody to warn
        with suppress(sqlite3.Error, ValueError):
            await raw.run("ROLLBACK", {})


def open_sqlite(path: Path, seal: Seal | None, look_seconds: float) -> Database:
    """The database in the file at `path`, which is made when it is not there."""
    readers = _engine(path, size=READERS, pragmas=("query_only=ON",), factory=partial(FewTrips, owed=[]))
    seal_with(readers.dialect, seal)
    return Database("sqlite", Readers(readers, READERS, keeps=True), SqliteRaw, SharedCommits(path, seal), look_seconds)


def _engine(path: Path, *, size: int = 1, pragmas: Sequence[str], **options: Any) -> AsyncEngine:
    engine = create_async_engine(
        sa.URL.create(SQLITE_DRIVER, database=str(path)),
        isolation_level="AUTOCOMMIT",  # BEGIN and COMMIT are ours to say
        skip_autocommit_rollback=True,
        hide_parameters=True,  # what people say does not belong in logs
        execution_options=sharing_compiled(),
        poolclass=sa.AsyncAdaptedQueuePool,
        pool_size=size,
        max_overflow=0,
        connect_args=options,
    )

    settings = [(f"PRAGMA {pragma}", ()) for pragma in (*_PRAGMAS, *pragmas)]

    @sa.event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        try:
            connection.run_async(partial(_set_up, settings=settings))
        except sqlite3.Error:
            connection.close()  # the pool forgets it, and its thread would wait for ever
            raise
        # SQLite's own lower() knows ASCII alone, and would not find "Žofie" by "žofie" as PostgreSQL does.
        connection.create_function("lower", 1, _lower, deterministic=True)

    return engine


async def _set_up(driver: aiosqlite.Connection, *, settings: Sequence[tuple[str, tuple[()]]]) -> None:
    """Ask for the settings until they are granted.

    Several programs may open a new file at once. Where one turns it to WAL, SQLite refuses others on the spot instead
    of letting them wait (https://www.sqlite.org/c3ref/busy_handler.html), since each might wait for the other.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            await driver.execute_fetchall(EACH, settings)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        await asyncio.sleep(ASKED_AGAIN)


def _lower(text: object) -> object:
    return text.lower() if isinstance(text, str) else text


def _survive_cancelling(context: sa.engine.ExceptionContext) -> None:
    # SQLAlchemy gives up the connection of a cancelled statement; on this one, others are on board. It stays usable:
    # its thread ends the statement before it takes the next.
    if isinstance(context.original_exception, asyncio.CancelledError):
        context.is_disconnect = False


async def _refuse_broken_references(raw: Raw) -> None:
    if broken := await raw.fetch("PRAGMA foreign_key_check", {}):
        table, _, parent, _ = broken[0]
        raise StorageError(f"Rows of {table!r} would refer to rows of {parent!r} that do not exist.")
