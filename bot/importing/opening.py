"""What a file of points is, by its content, and all that it says."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from bot.errors import system_says
from bot.importing import mee6, streamelements, table
from bot.importing.entries import BrokenEntry, Entries, one_for
from bot.model.point_imports import BroughtLine
from bot.sources.formats.file import RecordingFile
from bot.text.refusals import FileRefusedError

LARGEST = 256 * 1024 * 1024


class PointsFile(Struct, frozen=True):
    """A file that was found readable: at least one account in it has points.

    `content` is a hash of what it says, with what it is taken to mean: the same again is the same import.
    """

    name: str
    format: str
    lines: Sequence[BroughtLine]
    broken: Sequence[BrokenEntry]
    repeated: int
    empty: int
    one_for: int
    content: str

    @property
    def points(self) -> int:
        return sum(one.amount for one in self.lines)


def open_points(path: Path, *, many: int = 1, platform: str | None = None) -> PointsFile:
    """Read the whole file. `many`: one point for so many of its own; `platform`: whose ids, or names, it has.

    Raises InputFileError, which says what is wrong with it and what was expected; nothing was changed.
    """
    text = _text(path)
    format, entries = _read(text, path.name, platform)
    lines = one_for(entries.lines, many)
    if not lines:
        if entries.broken and not entries.lines:
            first = entries.broken[0]
            raise FileRefusedError("importing-nothing-first", file=path.name, number=first.number, why=first.error)
        raise FileRefusedError("importing-nothing", file=path.name)
    said = [(one.key, one.amount) for one in lines]
    content = hashlib.sha256(repr((format, platform, said)).encode("utf-8", "replace")).hexdigest()
    return PointsFile(
        path.name, format, lines, entries.broken, entries.repeated, len(entries.lines) - len(lines) + entries.empty,
        many, content,
    )  # fmt: skip


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise FileRefusedError("importing-folder", file=path.name)
        if path.stat().st_size > LARGEST:
            raise FileRefusedError("importing-large", file=path.name, most=LARGEST // 1024 // 1024)
        content = b"".join(RecordingFile(path).pieces())
    except FileNotFoundError:
        raise FileRefusedError("importing-missing", file=path.name) from None
    except OSError as error:
        raise FileRefusedError("importing-closed", file=path.name, reason=system_says(error)) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1250", errors="replace")  # as Czech Excel writes


def _read(text: str, name: str, platform: str | None) -> tuple[str, Entries]:
    if text.lstrip()[:1] not in ("{", "["):
        if not text.strip():
            raise FileRefusedError("importing-empty", file=name)
        entries = Entries(platform)
        table.read_table(text, entries, name)
        return table.FORMAT, entries
    values = list(_values(text, name))
    if any(mee6.is_page(one) or mee6.is_player(one) for one in values):
        entries = Entries(mee6.PLATFORM)
        for one in values:
            (mee6.read_page if mee6.is_page(one) else mee6.read_player)(one, entries)
        return mee6.FORMAT, entries
    if any(streamelements.is_page(one) or streamelements.is_user(one) for one in values):
        entries = Entries(platform)
        for one in values:
            (streamelements.read_page if streamelements.is_page(one) else streamelements.read_user)(one, entries)
        return streamelements.FORMAT, entries
    raise FileRefusedError("importing-unknown", file=name)


def _values(text: str, name: str) -> Iterator[object]:
    """Each JSON value of the file, one behind the other as pages that were saved together are; a list's are its own."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if at == len(text):
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            why = str(error).partition(": line")[0]
            raise FileRefusedError("importing-no-json", file=name, why=why) from None
        yield from value if isinstance(value, list) else [value]
