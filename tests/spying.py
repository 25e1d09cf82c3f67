"""A spy in the database: all that is ever written into any table, also what is blanked or deleted a moment later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from bot.storage.database import Database, Reader

_SPIED = "spied"
_SEALED = re.compile(r"sealed:[0-9a-f]{8}:[A-Za-z0-9+/]+=*")


@dataclass(frozen=True, slots=True)
class Written:
    """One value of a row that was written, opened where it was sealed."""

    table: str
    column: str
    value: str


class Spy:
    """On SQLite, where triggers are a line each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self) -> None:
        """From now on all that is written is noted."""
        async with self._database.alter() as transaction:
            await transaction.run_sync(_place)

    async def forget(self) -> None:
        """Begin anew."""
        async with self._database.write() as transaction:
            await transaction.execute(sa.text(f"DELETE FROM {_SPIED}"))

    async def written(self) -> Sequence[Written]:
        """What was written since."""
        async with self._database.read() as reader:
            rows = await reader.rows(sa.text(f"SELECT place, part, value FROM {_SPIED} ORDER BY rowid"))
            return [Written(place, part, _opened(str(value), reader)) for place, part, value in rows]

    async def tables(self) -> set[str]:
        """Where something was written."""
        return {one.table for one in await self.written()}

    async def dump(self) -> str:
        """All that stands in any table by now, and all that was noted."""
        async with self._database.read() as reader:
            names = await reader.run_sync(lambda connection: sa.inspect(connection).get_table_names())
            rows = [row for name in names for row in await reader.rows(sa.text(f'SELECT * FROM "{name}"'))]
            return _opened("\n".join(str(tuple(row)) for row in rows), reader)


def _opened(text: str, reader: Reader) -> str:
    return _SEALED.sub(lambda found: reader.seal.open(found[0]), text)


def _place(connection: sa.Connection) -> None:
    tables = sa.inspect(connection)
    names = tables.get_table_names()
    connection.exec_driver_sql(f"CREATE TABLE {_SPIED} (place TEXT, part TEXT, value TEXT)")
    for name in names:
        for moment in ("INSERT", "UPDATE"):
            noted = "; ".join(
                f"""INSERT INTO {_SPIED} VALUES ('{name}', '{column["name"]}', NEW."{column["name"]}")"""
                for column in tables.get_columns(name)
            )
            connection.exec_driver_sql(
                f'CREATE TRIGGER "{_SPIED}_{name}_{moment}" AFTER {moment} ON "{name}" BEGIN {noted}; END'
            )
