"""Many rows in one statement: derived tables made of what is bound to it, for raw statements on either database."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, LiteralString

from bot.storage.database import Statement
from bot.storage.types import to_json

_PLACES: tuple[LiteralString, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13")
_CASTS: dict[LiteralString, LiteralString] = {"integer": "bigint", "float": "double precision", "text": "text"}


def unpacked(dialect: str, parameter: LiteralString, **columns: LiteralString) -> LiteralString:
    """A table in brackets, made of the parameter: an array of rows, each an array with these typed columns.

    Column types are "integer", "float" or "text"; at most fourteen columns. One statement with one parameter is how
    many rows are written at once: `executemany` hands the interpreter over at each row and stalls a busy loop.
    """
    if len(columns) > len(_PLACES):
        raise ValueError(f"more than {len(_PLACES)} columns")
    parts: list[LiteralString] = []
    for place, (name, kind) in zip(_PLACES, columns.items(), strict=False):
        if dialect == "postgresql":
            parts.append("CAST(value->>" + place + " AS " + _CASTS[kind] + ") AS " + name)
        else:
            parts.append("json_extract(value, '$[" + place + "]') AS " + name)
    if dialect == "postgresql":
        return "(SELECT " + ", ".join(parts) + " FROM json_array_elements(CAST(:" + parameter + " AS json)))"
    return "(SELECT " + ", ".join(parts) + " FROM json_each(:" + parameter + "))"


def table_of(dialect: str, rows: Sequence[Sequence[Any]], **columns: LiteralString) -> Statement:
    """Such a table of at least one row, and what is bound for it: for a hot statement that has no other parameters.

    To take values out of JSON costs SQLite twice as much as writing them, so there each is bound by itself.
    """
    if dialect == "postgresql":
        return unpacked(dialect, "rows", **columns), {"rows": to_json(rows)}
    return _values(tuple(columns), len(rows)), [value for row in rows for value in row]


@lru_cache(maxsize=512)
def _values(names: tuple[LiteralString, ...], rows: int) -> LiteralString:
    columns = ", ".join(["column" + place + " AS " + name for place, name in zip(_PLACES[1:], names, strict=False)])
    row = "(" + ", ".join(["?"] * len(names)) + ")"
    return "(SELECT " + columns + " FROM (VALUES " + ", ".join([row] * rows) + "))"


def unpacked_ids(dialect: str, parameter: LiteralString) -> LiteralString:
    """What goes between the brackets of `id IN (...)`: the whole numbers of a JSON array in the parameter."""
    if dialect == "postgresql":
        return "SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST(:" + parameter + " AS json))"
    return "SELECT value FROM json_each(:" + parameter + ")"
