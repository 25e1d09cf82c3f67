"""Whether the key is the right one, and what it takes to change it: everything is sealed anew, some at a time."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.further_tables import seals
from bot.storage.sealing import Sealed, SealedValues

ROWS_AT_ONCE = 200
_PROBE = "afterglow"


async def check_key(database: Database) -> None:
    """See at the start that the key opens what is kept. Raises StorageError, which says what to do, where not."""
    async with database.read() as reader:
        known = await reader.value(sa.select(seals.c.text))  # opening it is the check
    if known is None:
        async with database.write() as transaction:
            await transaction.execute(sa.insert(seals).values(text=_PROBE))


async def seal_anew(database: Database, tables: Iterable[sa.Table]) -> int:
    """Seal with the newest key what another one sealed, or nobody did; returns how many rows that was."""
    async with database.read() as reader:
        kinds = (Sealed, SealedValues) if reader.seal.is_changed else Sealed
        columns = tuple(column for table in tables for column in table.c if isinstance(column.type, kinds))
        newest = reader.seal.close("").rpartition(":")[0]
        is_any = await reader.row(_is_any_old(columns), {"newest": newest, "length": len(newest)})
    old = (column for column, is_old in zip(columns, is_any or (), strict=True) if is_old)
    return sum([await _seal_column(database, column, newest) for column in old])


@lru_cache(maxsize=16)
def _is_any_old(columns: tuple[sa.Column[str], ...]) -> sa.Select[*tuple[bool, ...]]:
    """For each column, whether anything in it was not sealed by the key `newest`."""
    return sa.select(*(sa.exists(_old(column)).label(f"old_{place}") for place, column in enumerate(columns)))


@cache
def _old(column: sa.Column[str]) -> sa.Select[*tuple[Any, ...]]:
    """Some rows that the key `newest`, of that `length`, did not seal: their keys, what is kept, what it says."""
    kept = sa.type_coerce(column, sa.Text)
    newest, length = sa.bindparam("newest", type_=sa.Text), sa.bindparam("length", type_=sa.Integer)
    if isinstance(column.type, SealedValues):  # within other words; a quote of theirs would have a backslash before it
        old = sa.func.replace(kept, sa.literal('"') + newest, "").contains('"sealed:')
    else:
        old = sa.func.substr(kept, 1, length) != newest
    keys = sa.inspect(column.table).primary_key
    return sa.select(*keys, kept, column).where(kept.is_not(None), old).limit(ROWS_AT_ONCE)


async def _seal_column(database: Database, column: sa.Column[str], newest: str) -> int:
    table, done = column.table, 0
    kept = sa.type_coerce(column, sa.Text)
    keys = list(sa.inspect(table).primary_key)
    while True:
        async with database.read() as reader:  # to look for them may take longer than a transaction should
            rows = await reader.rows(_old(column), {"newest": newest, "length": len(newest)})
        async with database.write() as transaction:
            for *key, raw, words in rows:
                same = (own == value for own, value in zip(keys, key, strict=True))
                change = sa.update(table).where(*same, kept == raw)  # unless somebody wrote another meanwhile
                await transaction.execute(change.values({column: words}))
        done += len(rows)
        if len(rows) < ROWS_AT_ONCE:
            return done
