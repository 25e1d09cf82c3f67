"""One trip to an SQLite connection's thread for each statement: a trip costs more than a small statement does.

aiosqlite takes four for one (make a cursor, execute, fetch, close). Here a statement travels as an argument of its
`execute_fetchall` to a connection of ours, which runs it and brings back all there is to know.
"""

import sqlite3
from collections import deque
from collections.abc import Sequence
from typing import Any, Final, cast

import aiosqlite
from msgspec import Struct
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite import aiosqlite as adapter

EACH: Final = "each"
"""No SQL: stands for several statements, which are its parameters."""

_WHOLE: Final = "whole"
_MANY: Final = "many"


class _Fetched(Struct, frozen=True):
    """What is fetched as the rows of one statement are."""

    rows: Sequence[Any]

    def fetchall(self) -> Sequence[Any]:
        return self.rows


class _Outcome(Struct, frozen=True):
    """All that a cursor (PEP 249) knows once its statement is done."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None
    rows: Sequence[Any] = ()


class FewTrips(sqlite3.Connection):
    """A connection to whose thread one trip is enough. What is owed, such as BEGIN, runs before the next statement."""

    def __init__(self, *args: Any, owed: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._owed = owed

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Run a statement, or what stands in place of one, and before it what is owed."""
        self._settle()
        if sql is EACH:
            return _Fetched([super(FewTrips, self).execute(*statement).fetchall() for statement in parameters])
        if sql is _WHOLE:
            return _Fetched([_outcome(super().execute(*parameters))])
        if sql is _MANY:
            return _Fetched([_outcome(super().executemany(*parameters))])
        return super().execute(sql, parameters)

    def cursor(self, factory: Any = sqlite3.Cursor) -> Any:
        """A cursor for the next statement, which comes after what is owed."""
        self._settle()
        return super().cursor(factory)

    def _settle(self) -> None:
        while self._owed:
            sqlite3.Cursor(self).execute(self._owed[0])
            del self._owed[0]


def _outcome(cursor: sqlite3.Cursor) -> _Outcome:
    description = cursor.description
    rows = cursor.fetchall() if description is not None else ()
    outcome = _Outcome(description, cursor.rowcount, cursor.lastrowid, rows)  # the count is known after the last row
    cursor.close()
    return outcome


class _Cursor(adapter.AsyncAdapt_aiosqlite_cursor):
    """SQLAlchemy's cursor, which has nothing to make beforehand and nothing to close."""

    __slots__ = ("_outcome",)

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._outcome = _Outcome()

    @property
    def description(self) -> Any:
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> int:
        return self._outcome.lastrowid or 0

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._travel(_WHOLE, (operation, parameters or ()))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._travel(_MANY, (operation, seq_of_parameters))

    async def _travel(self, stands_for: str, statement: tuple[Any, Any]) -> None:
        connection = cast(aiosqlite.Connection, self._connection)
        async with self._adapt_connection._execute_mutex:
            found = await connection.execute_fetchall(stands_for, statement)
        self._outcome = cast(_Outcome, next(iter(found)))
        self._rows = deque(self._outcome.rows)

    async def _async_soft_close(self) -> None:
        """It is closed since its statement is done; the rows wait here."""

    def close(self) -> None:
        self._rows.clear()


class _Connection(adapter.AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    _cursor_cls = _Cursor


class OneTrip(adapter.AsyncAdapt_aiosqlite_dbapi):
    """aiosqlite as SQLAlchemy's dialects speak to it. Each connection is one of `FewTrips`."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arg: Any, **kw: Any) -> adapter.AsyncAdapt_aiosqlite_connection:
        return _Connection(self, super().connect(*arg, **kw)._connection)
