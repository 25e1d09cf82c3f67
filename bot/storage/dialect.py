"""What SQLite and PostgreSQL say differently, said once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, LiteralString

import sqlalchemy as sa

from bot.storage.types import Id

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


def upsert(dialect: str, table: sa.Table) -> "sqlite.Insert | postgresql.Insert":
    """An INSERT into `table` that knows `on_conflict_do_nothing`, `on_conflict_do_update` and `excluded`.

    One that inserts from a SELECT needs a WHERE in it (`sa.true()` will do), or SQLite takes ON CONFLICT for a join.
    """
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # here, as the other one: whoever uses one of them never loads both

    return postgresql.insert(table)


def is_among(
    dialect: str, column: sa.ColumnElement[int], found: sa.Select[int] | sa.CompoundSelect[int]
) -> sa.ColumnElement[bool]:
    """Whether the column's row is one of those that `found`, which does not depend on it, selects.

    For any number of rows: they are looked up one by one. PostgreSQL compares each with each where it expects few, as
    of a table that has just grown; an array is one value to it, by which it reads an index.
    """
    if dialect == "sqlite":
        return column.in_(found)
    return column == sa.func.any(sa.func.array(found.scalar_subquery()))


def is_among_sql(dialect: str, column: LiteralString, found: LiteralString) -> LiteralString:
    """`is_among`, for statements that are written as text."""
    return column + " IN (" + found + ")" if dialect == "sqlite" else column + " = ANY (ARRAY(" + found + "))"


def one_by_one(found: sa.Select[Any], outer: sa.FromClause) -> sa.Select[Any]:
    """`found`, for EXISTS, looked for anew for each row of `outer`, whatever PostgreSQL expects.

    The offset keeps it from reading all that `found` could be about for each row of `outer` instead.
    """
    return found.correlate(outer).offset(0)


def id_list(dialect: str, ids: sa.BindParameter[Any]) -> sa.Select[int]:
    """The ids in one parameter of type Json that holds a list: a statement of one shape for any number of them."""
    if dialect == "sqlite":
        found = sa.func.json_each(ids).table_valued("value")
    else:
        found = sa.func.json_array_elements_text(sa.cast(ids, sa.JSON)).table_valued("value")
    return sa.select(sa.cast(found.c.value, Id).label("id"))


def id_pairs(dialect: str, pairs: sa.BindParameter[Any]) -> sa.Select[int, int]:
    """The pairs (first, second) in one parameter of type Json that holds an object with ids as keys and values."""
    if dialect == "sqlite":
        found = sa.func.json_each(pairs).table_valued("key", "value")
    else:
        found = sa.func.json_each_text(sa.cast(pairs, sa.JSON)).table_valued("key", "value")
    return sa.select(sa.cast(found.c.key, Id).label("first"), sa.cast(found.c.value, Id).label("second"))


def pairs_as_json(pairs: Mapping[int, int]) -> dict[str, int]:
    """`pairs` as the value of the parameter that `id_pairs` reads: JSON's keys are texts."""
    return {str(first): second for first, second in pairs.items()}
