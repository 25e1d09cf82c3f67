"""Which columns a table of messages has: its delimiter, and the names that people give to time, author and text."""

import csv

from msgspec import Struct

from bot.errors import Said, Together
from bot.sources.formats.message import UnreadableError
from bot.text.folding import folded

DELIMITERS = (";", ",", "\t")

# Without accents and in small letters, as _plain() leaves them; the earlier name wins where a table has several.
_TIME = ("offset", "time", "timestamp", "cas", "content_offset_seconds", "time_in_seconds", "seconds", "sekundy")
_AUTHOR = ("author", "user", "name", "autor", "jmeno", "username", "author_name", "display_name", "nick", "prezdivka")
_TEXT = ("text", "message", "zprava", "body", "comment", "komentar")


class Columns(Struct, frozen=True):
    """Where to find what in a row of `count` cells."""

    delimiter: str
    count: int
    time: int
    author: int
    text: int


def columns_of(header: str) -> Columns:
    """Find the columns by the names in the first line, in English or Czech.

    Raises UnreadableError saying which were found and which are missing, and what they may be called.
    """
    rows = [(delimiter, _names(header, delimiter)) for delimiter in DELIMITERS]
    delimiter, names = max(
        rows, key=lambda row: sum(_find(row[1], known) is not None for known in (_TIME, _AUTHOR, _TEXT))
    )
    time, author, text = (_find(names, known) for known in (_TIME, _AUTHOR, _TEXT))
    if time is None or author is None or text is None:
        raise _missing(names, time, author, text)
    return Columns(delimiter, len(names), time, author, text)


def _missing(names: list[str], time: int | None, author: int | None, text: int | None) -> UnreadableError:
    places = {"time": time, "author": author, "text": text}
    found = [
        Said("recording-column", what=Said(f"recording-column-{what}"), name=names[place])
        for what, place in places.items()
        if place is not None
    ]
    missing = [Said(f"recording-column-{what}-missing") for what, place in places.items() if place is None]
    return UnreadableError(
        "recording-columns",
        found=Together(tuple(found)) if found else Said("recording-columns-none"),
        missing=Together(tuple(missing)),
    )


def _names(header: str, delimiter: str) -> list[str]:
    try:
        return [_plain(name) for name in next(csv.reader([header], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _find(names: list[str], known: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in known if name in names), None)


def _plain(name: str) -> str:
    return folded(name.strip()).replace(" ", "_")
