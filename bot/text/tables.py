"""Tables for spreadsheets: CSV that every program opens, and in which nothing that a person typed is a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from bot.text.markup import clean

_BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_MARK: Final = "\ufeff"
"""Without it a spreadsheet takes the letters for another alphabet's."""


def table_file(head: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8. Numbers stay; a text that would begin a formula gets an apostrophe."""
    content = io.StringIO()
    writer = csv.writer(content)
    writer.writerow([_cell(name) for name in head])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return (_MARK + content.getvalue()).encode()


def _cell(value: str | int | float | None) -> str | int | float:
    """Programs look past spaces and signs that nobody sees before they take a cell for a formula, so this does too."""
    if not isinstance(value, str):
        return "" if value is None else value
    begins = value[:1] in _BEGINS_FORMULA or _seen(value).startswith(_BEGINS_FORMULA)
    return f"'{clean(value)}" if begins else clean(value)


def _seen(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).lstrip()
