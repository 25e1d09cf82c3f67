"""PostgreSQL through asyncpg, for communities that outgrow one file."""

import asyncio
import os
import re
import zlib
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any, LiteralString

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import ConfigError, Said
from bot.storage.compiling import POSTGRES_DRIVER, sharing_compiled
from bot.storage.database import Database, Params, Raw, Statement, Transaction, driver_connection, unusable
from bot.storage.finishing import finished
from bot.storage.holding import already_held
from bot.storage.readers import Readers
from bot.storage.sealing import Seal, seal_with

_NAMED = re.compile(r"'[^']*'|(?<!:):([a-z_][a-z0-9_]*)\b")  # neither in a literal nor in a cast ::text
_ALTERING = 0x41667465  # any number: the advisory lock of schema changes
_HOLDING = 0x476C6F77  # another one, beside the schema's: the lock of whoever works on it
_AT_ONCE = 10  # connections of each of the two pools
_KEPT = 5  # of those, while there is less to do
_TRIES = 5
_BETWEEN_TRIES = 0.2  # seconds: the server needs a moment to notice that a process was killed


class PostgresRaw:
    """asyncpg's connection behind the port `Raw`; :named parameters become numbered ones."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def fetch(self, sql: LiteralString, params: Params) -> Sequence[Sequence[Any]]:
        text, names = _numbered(sql)
        rows: Sequence[Sequence[Any]] = await self._connection.fetch(text, *(params[name] for name in names))
        return rows

    async def run(self, sql: LiteralString, params: Params) -> int:
        text, names = _numbered(sql)
        status: str = await self._connection.execute(text, *(params[name] for name in names))
        last = status.rpartition(" ")[2]
        return int(last) if last.isdigit() else 0

    async def fetch_each(self, statements: Sequence[Statement]) -> Sequence[Sequence[Sequence[Any]]]:
        found = []
        for sql, params in statements:
            assert isinstance(params, Mapping), "many rows are one parameter here"
            found.append(await self.fetch(sql, params))
        return found


@lru_cache(maxsize=512)
def _numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    names: list[str] = []

    def number(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        if match[1] not in names:
            names.append(match[1])
        return f"${names.index(match[1]) + 1}"

    return _NAMED.sub(number, sql), tuple(names)


class PooledTransactions:
    """Each transaction on a connection of its own from the pool; with all of them out, in the order of asking.

    Who is in line waits for as long as it takes, as for SQLite's writer. The pool would give up on them after half a
    minute.
    """

    def __init__(self, engine: AsyncEngine, at_once: int) -> None:
        self._engine = engine
        self._turns = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Take a connection, begin, and commit at the end."""
        async with AsyncExitStack() as stack:
            connection, raw = await self._begin(stack)
            try:
                yield Transaction(connection, raw)
            except BaseException:
                await finished(_undo(connection))
                raise
            await finished(raw.run("COMMIT", {}))

    async def _begin(self, stack: AsyncExitStack) -> tuple[AsyncConnection, Raw]:
        """A connection that has begun. One that the server just dropped is replaced once: nothing is done yet."""
        import asyncpg

        lost = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
        tried = 0
        await stack.enter_async_context(self._turns)
        while True:
            connection = await stack.enter_async_context(self._engine.connect())
            raw = driver_connection(connection, PostgresRaw)
            tried += 1
            try:
                await raw.run("BEGIN", {})
            except lost:
                await connection.invalidate()
                if tried > 1:
                    raise
            except BaseException:
                await finished(_undo(connection))
                raise
            else:
                return connection, raw

    @asynccontextmanager
    async def alteration(self) -> AsyncIterator[Transaction]:
        """As `transaction`, behind a lock that the processes of one database share."""
        async with self.transaction() as transaction:
            await transaction.fetch("SELECT pg_advisory_xact_lock(:key)", {"key": _ALTERING})
            yield transaction

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[None]:
        """By a lock of a session of its own. Where the connection breaks it is lost: then leases keep two apart."""
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(self._turns)
                connection = await stack.enter_async_context(self._engine.connect())
            except (sa.exc.SQLAlchemyError, OSError) as error:
                raise unusable(error) from error
            raw = driver_connection(connection, PostgresRaw)
            [[schema]] = await raw.fetch("SELECT current_schema()", {})
            key = {"kind": _HOLDING, "schema": zlib.crc32(str(schema).encode()) & 0x7FFFFFFF}
            for statement in _SESSION:
                await raw.run(statement, {})
            await raw.fetch("SELECT set_config('application_name', :name, false)", {"name": f"afterglow {os.getpid()}"})
            await _take(raw, key)
            try:
                yield
            finally:
                await finished(_let_go(connection, raw, key))

    async def close(self) -> None:
        """Let go of every connection."""
        await self._engine.dispose()


# A machine that vanishes must not keep its lock for the hours that are usual.
_SESSION: tuple[LiteralString, ...] = (
    "SET tcp_keepalives_idle = 15",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)

_HOLDER: LiteralString = """
    SELECT a.application_name, a.backend_start
    FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.classid = :kind AND l.objid = :schema
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


async def _take(raw: Raw, key: Params) -> None:
    """Take the lock of the schema. Raises StorageError when another session keeps it."""
    for _ in range(_TRIES):
        [[taken]] = await raw.fetch("SELECT pg_try_advisory_lock(:kind, :schema)", key)
        if taken:
            return
        await asyncio.sleep(_BETWEEN_TRIES)
    process: int | None = None
    since: datetime | None = None
    for name, began in await raw.fetch(_HOLDER, key):
        number = str(name).removeprefix("afterglow ")
        process, since = (int(number), began) if number.isdigit() else (None, None)
    raise already_held("refusal-storage-held-database", process, since)


async def _let_go(connection: AsyncConnection, raw: Raw, key: Params) -> None:
    import asyncpg

    try:
        await raw.fetch("SELECT pg_advisory_unlock(:kind, :schema)", key)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError):
        await connection.invalidate()  # it is gone, and the lock with it


async def _undo(connection: AsyncConnection) -> None:
    try:
        await connection.exec_driver_sql("ROLLBACK")
    except sa.exc.SQLAlchemyError:  # the connection is gone, or SQLAlchemy gave it up with a cancelled statement
        await connection.invalidate()


def open_postgres(url: sa.URL, seal: Seal | None, look_seconds: float) -> Database:
    """The database at `url`. Raises ConfigError when the driver is not installed."""
    try:
        # Two pools: a transaction that needs a reader beside it must not wait for the end of other transactions.
        readers, writers = (_engine(url) for _ in range(2))
    except ModuleNotFoundError as error:
        cure = Said("refusal-storage-no-driver-cure", command="pip install 'afterglow-bot[postgres]'")
        raise ConfigError("database.url", Said("refusal-storage-no-driver"), cure) from error
    for engine in (readers, writers):
        seal_with(engine.dialect, seal)
    reading, writing = Readers(readers, _AT_ONCE, keeps=False), PooledTransactions(writers, _AT_ONCE)
    return Database("postgresql", reading, PostgresRaw, writing, look_seconds)


def _engine(url: sa.URL) -> AsyncEngine:
    engine = create_async_engine(
        url.set(drivername=POSTGRES_DRIVER),
        isolation_level="AUTOCOMMIT",
        pool_size=_KEPT,
        max_overflow=_AT_ONCE - _KEPT,
        hide_parameters=True,  # what people say does not belong in logs
        execution_options=sharing_compiled(),
    )
    sa.event.listen(engine.sync_engine, "checkout", _renew_lost)
    return engine


def _renew_lost(connection: Any, _record: object, _proxy: object) -> None:
    # Raw statements pass SQLAlchemy by, so it does not see when the server went away; the pool tries a new one then.
    if connection.driver_connection.is_closed():
        raise sa.exc.DisconnectionError
