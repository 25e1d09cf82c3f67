"""Chats in a table (CSV): a header line, then a time, an author and a text in each row.

The delimiter is ";", "," or a tab. Lines are read as UTF-8, and those that are not as Windows-1250,
which Czech Excel writes.
"""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from bot.sources.formats.columns import Columns, columns_of
from bot.sources.formats.file import RecordingFile, title_of
from bot.sources.formats.message import (
    LONGEST_STREAM,
    BrokenLine,
    Entry,
    Header,
    RecordedMessage,
    UnreadableError,
    clean,
    offset_of,
)
from bot.sources.formats.times import as_instant, seconds_or_instant
from bot.text.questions import is_question

# No chat has such messages: a quotation mark that is never closed has swallowed the rows that follow.
LONGEST_TEXT = 5000
_ROWS_IN_REFERENCE = 5


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    at: float | datetime  # seconds from the start, or an instant in UTC
    has_zone: bool
    author: str
    text: str


class TableChat:
    """The chat of one stream in a table. Raises UnreadableError when a column is missing, OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._header_line, self._columns = _read_header_line(RecordingFile(path))
        first = list(islice(self._readable(), _ROWS_IN_REFERENCE))
        self._reference = _hash(*(f"{row.at} {row.author} {row.text}" for row in first))
        self._start = self._earliest(first[0].at) if first else None
        self._start_is_known = bool(first) and first[0].has_zone

    def header(self) -> Header:
        """What is known of the stream.

        The reference is a hash of the first five readable rows, so the file's name, its delimiter, encoding and order
        of columns do not matter, and rows may be added at the end. The start is known when times are instants with a
        zone.
        """
        started_at = self._start if self._start_is_known else None
        return Header("csv", title_of(self._path), self._reference, started_at)

    def entries(self, file: RecordingFile) -> Iterator[Entry]:
        """The rows in the order of the file; one whose time or author cannot be read is named."""
        for row in self._rows(file):
            try:
                yield row if isinstance(row, BrokenLine) else self._message(row)
            except UnreadableError as error:
                yield BrokenLine(row.number, str(error))

    def _message(self, row: _Row) -> RecordedMessage:
        """The row as a message. Its key holds the stream's reference too, because people greet alike at every start."""
        return RecordedMessage(
            key=f"csv:{_hash(self._reference, row.author, str(row.at), row.text)}",
            author_id=row.author,
            author_name=row.author,
            offset=offset_of(self._seconds(row.at)),
            text=row.text,
            is_question=is_question(row.text),
        )

    def _seconds(self, at: float | datetime) -> float:
        if not isinstance(at, datetime):
            return at
        if self._start is None:
            raise UnreadableError("the time has a date, but the first row counts from the start")
        return (at - self._start).total_seconds()

    def _readable(self) -> Iterator[_Row]:
        return (row for row in self._rows(RecordingFile(self._path)) if isinstance(row, _Row))

    def _rows(self, file: RecordingFile) -> Iterator[_Row | BrokenLine]:
        reader = csv.reader(_text_lines(file), delimiter=self._columns.delimiter)
        while True:
            try:
                cells = next(reader)
                if reader.line_num > self._header_line and any(cells):
                    yield _read_row(reader.line_num, cells, self._columns)
            except StopIteration:
                return
            except (csv.Error, UnreadableError) as error:
                yield BrokenLine(reader.line_num, str(error))

    def _earliest(self, first: float | datetime) -> datetime | None:
        """The earliest instant, for tables may run backwards; one far before the first row's is taken for damage."""
        if not isinstance(first, datetime):
            return None
        instants = (row.at for row in self._readable() if isinstance(row.at, datetime))
        return min(at for at in instants if first - at <= LONGEST_STREAM)


def _read_header_line(file: RecordingFile) -> tuple[int, Columns]:
    """The number of the header line and its columns; a line "sep=;" before it, which Excel understands, is passed."""
    for number, line in enumerate(_text_lines(file), start=1):
        if line.strip() and not line.startswith("sep="):
            return number, columns_of(line)
    raise UnreadableError("it is empty")


def _read_row(number: int, cells: list[str], columns: Columns) -> _Row:
    if len(cells) <= max(columns.time, columns.author, columns.text):
        raise UnreadableError(f"the row has too few columns ({len(cells)})")
    author, text = clean(cells[columns.author]), clean(_text_of(cells, columns))
    if not author:
        raise UnreadableError("the author is missing")
    if len(text) > LONGEST_TEXT:
        raise UnreadableError(f"the text is over {LONGEST_TEXT} characters long; is a quotation mark left open?")
    at = seconds_or_instant(cells[columns.time])
    if isinstance(at, datetime):
        return _Row(number, as_instant(at), at.tzinfo is not None, author, text)
    return _Row(number, at, has_zone=False, author=author, text=text)


def _text_of(cells: list[str], columns: Columns) -> str:
    """The text, put together again where its writer forgot to quote the delimiters in it."""
    spilled = columns.text == columns.count - 1 and any(cells[columns.count :])
    return columns.delimiter.join(cells[columns.text :]) if spilled else cells[columns.text]


def _text_lines(file: RecordingFile) -> Iterator[str]:
    for number, line in file.lines():
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8") + "\n"
        except UnicodeDecodeError:
            yield line.decode("cp1250", errors="replace") + "\n"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
