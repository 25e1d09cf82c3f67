"""A table (CSV) with a name or an id in each row, and points; for every bot that has no format of its own here."""

import csv
import io

from msgspec import Struct

from bot.errors import Said
from bot.importing.entries import Entries, EntryError
from bot.text.folding import folded
from bot.text.refusals import FileRefusedError

FORMAT = "csv"
DELIMITERS = (";", ",", "\t")

# Without accents, in small letters, "_" for spaces; the earlier name wins where a table has several.
_POINTS = ("points", "body", "bodu", "current_points", "amount", "score", "xp", "experience", "balance", "pocet")
_NAME = ("name", "username", "user_name", "user", "login", "display_name", "nick", "jmeno", "prezdivka", "member")
_ID = ("id", "user_id", "userid", "external_id", "account", "account_id", "discord_id", "telegram_id", "twitch_user_id")
_PLATFORM = ("platform", "network", "sit", "platforma")


class Columns(Struct, frozen=True):
    """Where to find what; None for what a table has not."""

    delimiter: str
    points: int
    name: int | None
    id: int | None
    platform: int | None


def read_table(text: str, into: Entries, file: str) -> None:
    """The rows below the header. Raises FileRefusedError when its columns cannot be told."""
    lines = text.removeprefix("\ufeff").lstrip("\r\n")
    if lines.startswith("sep="):  # Excel's own first line
        lines = lines.partition("\n")[2]
    columns = _columns(lines.partition("\n")[0].strip("\r"), file)
    rows = csv.reader(io.StringIO(lines, newline=""), delimiter=columns.delimiter)
    try:
        next(rows, None)
        for row in rows:
            if any(cell.strip() for cell in row):
                _read_row(row, columns, into)
    except csv.Error as error:
        into.refuse(EntryError("importing-row", problem=str(error)))


def _read_row(row: list[str], columns: Columns, into: Entries) -> None:
    def cell(place: int | None) -> str:
        return row[place] if place is not None and place < len(row) else ""

    platform = folded(cell(columns.platform).strip()) or None
    into.take(cell(columns.name), _points(cell(columns.points)), cell(columns.id) or None, platform)


def _points(typed: str) -> str:
    """As a whole number is written: "1,234", "1 234", "12.0"; a comma before two digits at the end is a decimal one."""
    bare = typed.strip().replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    whole, comma, rest = bare.rpartition(",")
    if comma and len(rest) in (1, 2):
        return f"{whole.replace(',', '')}.{rest}"
    return bare.replace(",", "")


def _columns(header: str, file: str) -> Columns:
    found = []
    for delimiter in DELIMITERS:
        names = [folded(name.strip()).replace(" ", "_") for name in next(csv.reader([header], delimiter=delimiter), [])]
        places = [_place(names, known) for known in (_POINTS, _NAME, _ID, _PLATFORM)]
        found.append((sum(place is not None for place in places), delimiter, places))
    _, delimiter, (points, name, id, platform) = max(found, key=lambda one: one[0])
    if points is None or (name is None and id is None):
        missing = Said("importing-column-points") if points is None else Said("importing-column-name")
        raise FileRefusedError("importing-columns", file=file, missing=missing)
    return Columns(delimiter, points, name, id, platform)


def _place(names: list[str], known: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in known if name in names), None)
