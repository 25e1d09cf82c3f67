"""A poll as a picture: a bar from zero for each answer, with its words beside it, the winner lit."""

import math
from typing import Final

from bot.model.cards import ChartCard, ChartRow, Look
from bot.pictures.canvas import MARGIN, Canvas
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import Line, fitted, wrapped

WIDTH: Final = 1000
HEIGHT: Final = 560
ROWS: Final = 25
_INNER: Final = WIDTH - 2 * MARGIN
_TITLE: Final = 38.0
_BOTTOM: Final = 74.0  # what stays free of rows, and more where there is a note
_NOTE: Final = 34.0
_GAP: Final = 36.0
_ONE_COLUMN: Final = 10
_TALLEST: Final = 96.0
_ABOVE_BARS: Final = 56.0  # from this height of a row on its words stand above its bar


def draw_chart(card: ChartCard, look: Look) -> bytes:
    """The card as a PNG. A bar that is lit, or longest, says nothing that its words do not."""
    canvas = Canvas(look, WIDTH, HEIGHT)
    top = title(canvas, card.title) + 26
    rows = card.rows[:ROWS]
    columns = 1 if len(rows) <= _ONE_COLUMN else 2
    in_one = -(-len(rows) // columns)
    bottom = HEIGHT - _BOTTOM - (_NOTE + 6 if card.note else 0)
    tall = min(_TALLEST, (bottom - top) / max(1, in_one))
    wide = (_INNER - _GAP * (columns - 1)) / columns
    full = _full(card)
    words = max((fitted(row.words, Weight.HEADING, _size(tall), wide * 0.4).width for row in rows), default=0.0)
    for number, row in enumerate(rows):
        left = MARGIN + number // in_one * (wide + _GAP)
        draw = _tall_row if tall >= _ABOVE_BARS else _flat_row
        draw(canvas, row, (left, top + number % in_one * tall, wide, tall), full, words)
    if card.note:
        canvas.text(card.note, MARGIN, HEIGHT - _BOTTOM - 6, canvas.colours.quiet, size=22, width=_INNER, smallest=17)
    corner(canvas, card.community, card.day)
    return canvas.png()


def title(canvas: Canvas, words: str) -> float:
    """A question in one line, or smaller in two; returns where it ends."""
    colours, wide = canvas.colours, canvas.width - 2 * MARGIN
    line = fitted(words, Weight.HEADING, _TITLE, wide, 30)
    if line.shows_all:
        canvas.line(line, MARGIN, 76, colours.ink)
        return 84.0
    for number, part in enumerate(wrapped(words, Weight.HEADING, 28, wide, 2)):
        canvas.line(part, MARGIN, 58 + number * 36, colours.ink)
    return 102.0


Place = tuple[float, float, float, float]
"""Left, top, width and height of a row."""


def _tall_row(canvas: Canvas, row: ChartRow, place: Place, full: float, words: float) -> None:
    """The answer and its words above the bar."""
    left, top, wide, tall = place
    thick, size = min(22.0, tall * 0.28), _size(tall)
    said = _words(canvas, row, left + wide, top + size, size, wide * 0.4)
    _label(canvas, row, left, top + size, size, wide - said.width - 24)
    _bar(canvas, row, left, top + size + 10, wide, thick, full)


def _flat_row(canvas: Canvas, row: ChartRow, place: Place, full: float, words: float) -> None:
    """The answer, its bar and its words in one line."""
    left, top, wide, tall = place
    size, thick = _size(tall), min(18.0, tall * 0.45)
    line, label = top + tall / 2 + size * 0.36, wide * 0.36
    _label(canvas, row, left, line, size, label)
    _words(canvas, row, left + wide, line, size, wide * 0.4)
    begin = left + label + 16
    _bar(canvas, row, begin, top + (tall - thick) / 2, left + wide - words - 18 - begin, thick, full)


def _size(tall: float) -> float:
    return max(14.0, min(26.0, tall * (0.36 if tall >= _ABOVE_BARS else 0.62)))


def _label(canvas: Canvas, row: ChartRow, left: float, line: float, size: float, wide: float) -> None:
    colour, weight = (canvas.colours.glow, Weight.HEADING) if row.won else (canvas.colours.ink, Weight.TEXT)
    canvas.text(row.label, left, line, colour, size=size, width=wide, smallest=size * 0.85, weight=weight)


def _words(canvas: Canvas, row: ChartRow, right: float, line: float, size: float, wide: float) -> Line:
    said = fitted(row.words, Weight.HEADING, size, wide)
    canvas.line(said, right - said.width, line, canvas.colours.glow if row.won else canvas.colours.ink)
    return said


def _bar(canvas: Canvas, row: ChartRow, left: float, top: float, wide: float, thick: float, full: float) -> None:
    """The bar, and over its end between what the truth may lie, where that is known."""
    colours = canvas.colours
    canvas.bar(left, top, wide, thick, _share(row.value, full), colours.glow if row.won else colours.plum)
    if row.interval is None:
        return
    begin, end = (left + wide * _share(bound, full) for bound in row.interval)
    middle = top + thick / 2
    for far, colour in ((2, colours.ground), (0, colours.ink)):  # with a rim, so that it is seen on the bar too
        canvas.box(begin - far, middle - 1 - far, max(2.0, end - begin) + 2 * far, 3 + 2 * far, 2, colour)
        for at in (begin, end):
            canvas.box(at - 1 - far, top - 1 - far, 3 + 2 * far, thick + 2 + 2 * far, 2, colour)


def _full(card: ChartCard) -> float:
    values = [value for row in card.rows for value in (row.value, *(row.interval or ()))]
    return card.full if card.full is not None else max((value for value in values if math.isfinite(value)), default=0.0)


def _share(value: float, full: float) -> float:
    """How much of a full bar it is, from 0 to 1."""
    return min(1.0, max(0.0, value / full)) if full > 0 and math.isfinite(value) else 0.0
