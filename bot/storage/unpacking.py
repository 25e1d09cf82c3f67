"""Many rows in one parameter: a derived table made of one JSON array, for raw statements on either database."""

from typing import LiteralString

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


def unpacked_ids(dialect: str, parameter: LiteralString) -> LiteralString:
    """What goes between the brackets of `id IN (...)`: the whole numbers of a JSON array in the parameter."""
    if dialect == "postgresql":
        return "SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST(:" + parameter + " AS json))"
    return "SELECT value FROM json_each(:" + parameter + ")"
