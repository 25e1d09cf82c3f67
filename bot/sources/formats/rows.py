"""The rows of a table: cells out of lines, without letting a quotation mark that nobody closed swallow what follows."""

import csv
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from bot.sources.formats.message import UnreadableError

# No chat has longer messages.
LONGEST_TEXT = 5000

Line = tuple[int, str]
"""A line of the file with its number."""

Cells = list[str]


class Rows:
    """Reads `lines` row by row. `is_row` tells whether cells make a row by themselves.

    A text in quotation marks may go on over several lines. When one of them is a row of its own, or there is no end in
    sight, the mark was forgotten: then the line it stands in is broken, and the ones behind it are read for themselves.
    """

    def __init__(self, lines: Iterator[Line], delimiter: str, is_row: Callable[[Cells], bool]) -> None:
        self._lines = lines
        self._ahead: deque[Line] = deque()
        self._delimiter = delimiter
        self._is_row = is_row

    def __iter__(self) -> Iterator[tuple[int, Cells | UnreadableError]]:
        while (line := self._next()) is not None:
            number, text = line
            try:
                cells, is_open = self._parsed([text])
                yield number, self._whole(line) if is_open else cells
            except csv.Error as error:
                yield number, UnreadableError("recording-other", problem=error)
            except UnreadableError as error:
                yield number, error

    def _next(self) -> Line | None:
        return self._ahead.popleft() if self._ahead else next(self._lines, None)

    def _whole(self, first: Line) -> Cells:
        """The cells of the row that begins with `first` and goes on. Raises UnreadableError when it never ends."""
        taken = [first]
        while sum(len(text) for _, text in taken) <= LONGEST_TEXT and (line := self._next()) is not None:
            taken.append(line)
            if self._stands_alone(line[1]):
                break
            cells, is_open = self._parsed([text for _, text in taken])
            if not is_open:
                return cells
        self._ahead.extendleft(reversed(taken[1:]))
        raise UnreadableError("recording-open-quote", mark='"')

    def _stands_alone(self, text: str) -> bool:
        try:
            return self._is_row(self._parsed([text])[0])
        except csv.Error:
            return False

    def _parsed(self, texts: Sequence[str]) -> tuple[Cells, bool]:
        """The cells, and whether the last of them still waits for its closing mark."""
        reader = csv.reader(chain(texts, ["\n"]), delimiter=self._delimiter)
        return next(reader, []), reader.line_num > len(texts)
