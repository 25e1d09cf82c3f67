"""Chats in a table (CSV): a header line, then a time, an author and a text in each row.

The delimiter is ";", "," or a tab. Lines are read as UTF-8, and those that are not as Windows-1250,
which Czech Excel writes; UTF-16, which it writes too, is UTF-8 by the time it gets here.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime, tzinfo
from itertools import islice
from pathlib import Path

from msgspec import Struct

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
from bot.sources.formats.rows import LONGEST_TEXT, Cells, Rows
from bot.sources.formats.times import as_instant, from_serial, is_serial, seconds_or_instant
from bot.text.questions import is_question

_ROWS_IN_REFERENCE = 5


class _Row(Struct, frozen=True):
    number: int
    at: float | datetime  # seconds from the start, or a moment, which has a zone where one is written
    author: str
    text: str

    @property
    def written_at(self) -> str:
        """The time as it stands there, whatever zone is taken for it: what a row is known by must not change."""
        return str(as_instant(self.at)) if isinstance(self.at, datetime) else str(self.at)


class TableChat:
    """The chat of one stream in a table; `zone` is where the clocks stood whose moments name no zone.

    Raises UnreadableError when a column is missing, OSError.
    """

    def __init__(self, path: Path, zone: tzinfo) -> None:
        self._path = path
        self._zone = zone
        self._header_line, self._columns = _read_header_line(RecordingFile(path))
        self._counts_days = False
        first = next(self._readable(), None)
        self._counts_days = first is not None and not isinstance(first.at, datetime) and is_serial(first.at)
        beginning = list(islice(self._readable(), _ROWS_IN_REFERENCE))
        self._reference = _hash(*(f"{row.written_at} {row.author} {row.text}" for row in beginning))
        at = beginning[0].at if beginning else None
        self._start = self._earliest(self._instant(at)) if isinstance(at, datetime) else None
        self._zone_is_taken = isinstance(at, datetime) and at.tzinfo is None

    def header(self) -> Header:
        """What is known of the stream.

        The reference is a hash of the first five readable rows, so the file's name, its delimiter, encoding and order
        of columns do not matter, and rows may be added at the end. The start is known when times have a date.
        """
        return Header("csv", title_of(self._path), self._reference, self._start, self._zone_is_taken)

    def entries(self, file: RecordingFile) -> Iterator[Entry]:
        """The rows in the order of the file; one whose time or author cannot be read is named."""
        for row in self._rows(file):
            try:
                yield row if isinstance(row, BrokenLine) else self._message(row)
            except UnreadableError as error:
                yield BrokenLine.of(row.number, error)

    def _message(self, row: _Row) -> RecordedMessage:
        """The row as a message. Its key holds the stream's reference too, because people greet alike at every start."""
        return RecordedMessage(
            key=f"csv:{_hash(self._reference, row.author, row.written_at, row.text)}",
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
            raise UnreadableError("recording-day-among-seconds")
        return (self._instant(at) - self._start).total_seconds()

    def _instant(self, at: datetime) -> datetime:
        return as_instant(at if at.tzinfo else at.replace(tzinfo=self._zone))

    def _readable(self) -> Iterator[_Row]:
        return (row for row in self._rows(RecordingFile(self._path)) if isinstance(row, _Row))

    def _rows(self, file: RecordingFile) -> Iterator[_Row | BrokenLine]:
        lines = ((number, line) for number, line in _text_lines(file) if number > self._header_line)
        for number, cells in Rows(lines, self._columns.delimiter, self._is_row):
            try:
                if isinstance(cells, UnreadableError):
                    raise cells
                if any(cells):
                    yield self._read_row(number, cells)
            except UnreadableError as error:
                yield BrokenLine.of(number, error)

    def _is_row(self, cells: Cells) -> bool:
        try:
            return bool(self._read_row(0, cells))
        except UnreadableError:
            return False

    def _read_row(self, number: int, cells: Cells) -> _Row:
        columns = self._columns
        if len(cells) <= max(columns.time, columns.author, columns.text):
            raise UnreadableError("recording-few-columns", count=len(cells))
        author, text = clean(cells[columns.author]), clean(_text_of(cells, columns))
        if not author:
            raise UnreadableError("recording-no-author")
        if len(text) > LONGEST_TEXT:
            raise UnreadableError("recording-long-text", most=LONGEST_TEXT)
        at = seconds_or_instant(cells[columns.time])
        if self._counts_days and not isinstance(at, datetime):
            at = from_serial(at)
        if isinstance(at, datetime):
            self._instant(at)  # so that it is refused here when it is out of range
        return _Row(number, at, author, text)

    def _earliest(self, first: datetime) -> datetime:
        """The earliest instant, for tables may run backwards; one far before the first row's is taken for damage."""
        instants = (self._instant(row.at) for row in self._readable() if isinstance(row.at, datetime))
        return min(at for at in instants if first - at <= LONGEST_STREAM)


def _read_header_line(file: RecordingFile) -> tuple[int, Columns]:
    """The number of the header line and its columns; a line "sep=;" before it, which Excel understands, is passed."""
    for number, line in _text_lines(file):
        if line.strip() and not line.startswith("sep="):
            return number, columns_of(line)
    raise UnreadableError("recording-empty")


def _text_of(cells: Cells, columns: Columns) -> str:
    """The text, put together again where its writer forgot to quote the delimiters in it."""
    spilled = columns.text == columns.count - 1 and any(cells[columns.count :])
    return columns.delimiter.join(cells[columns.text :]) if spilled else cells[columns.text]


def _text_lines(file: RecordingFile) -> Iterator[tuple[int, str]]:
    for number, line in file.lines():
        try:
            yield number, line.decode("utf-8") + "\n"
        except UnicodeDecodeError:
            yield number, line.decode("cp1250", errors="replace") + "\n"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
