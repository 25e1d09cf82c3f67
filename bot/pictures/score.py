"""A scale's answers as a picture: the score and its margin large, a column for each step, and how it went over time."""

import math
from typing import Final

from bot.model.cards import Look, Mood, ScoreCard, ScoreColumn, ScoreGroup, ScorePoint
from bot.pictures.canvas import MARGIN, Canvas
from bot.pictures.chart import HEIGHT, WIDTH, title
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import fitted, wrapped
from bot.pictures.palette import Colour

POINTS: Final = 12
COLUMNS: Final = 11
_INNER: Final = WIDTH - 2 * MARGIN
_SIDE: Final = 300.0  # room for the score
_GAP: Final = 8.0
_LABELLED: Final = 8  # of so many points each has its words


def draw_score(card: ScoreCard, look: Look) -> bytes:
    """The card as a PNG. Columns begin at zero; points in time do not have to, since nothing is filled."""
    canvas = Canvas(look, WIDTH, HEIGHT)
    top, points = title(canvas, card.title), card.over_time[-POINTS:]
    bottom = 296.0 if points else 440.0
    _score(canvas, card, top, bottom)
    left = MARGIN + _SIDE
    _columns(canvas, card, left, top + 30, WIDTH - MARGIN - left, bottom - (66 if card.groups else 24))
    if points:
        _over_time(canvas, card, points, 362, 448)
    corner(canvas, card.community, card.day)
    return canvas.png()


def _score(canvas: Canvas, card: ScoreCard, top: float, bottom: float) -> None:
    """The score with its margin, and what it is."""
    colours, wide = canvas.colours, _SIDE - 44
    size = 108 if bottom > 400 else 84
    line = top + (bottom - top) * (0.45 if bottom > 400 else 0.48)
    margin = fitted(card.margin, Weight.TEXT, 32, wide * 0.45)
    score = fitted(card.score, Weight.HEADING, size, wide - margin.width - 14, 30)
    canvas.line(score, MARGIN, line, colours.glow)
    canvas.line(margin, MARGIN + score.width + 14, line, colours.quiet)
    said = [(part, colours.ink) for part in wrapped(card.about, Weight.TEXT, 20, wide, 2)]
    said += [(part, colours.quiet) for part in wrapped(card.note, Weight.TEXT, 20, wide, 3)]
    for number, (part, colour) in enumerate(said):
        canvas.line(part, MARGIN, line + 44 + number * 27, colour)


def _columns(canvas: Canvas, card: ScoreCard, left: float, top: float, wide: float, bottom: float) -> None:
    columns = card.columns[:COLUMNS]
    each = (wide + _GAP) / max(1, len(columns))
    most = max((column.count for column in columns), default=0)
    for number, column in enumerate(columns):
        _column(canvas, column, left + number * each, top, each - _GAP, bottom, most)
    for group in card.groups:
        of = [number for number, column in enumerate(columns) if column.mood is group.mood]
        if of:
            begin, end = left + of[0] * each, left + (of[-1] + 1) * each - _GAP
            _group(canvas, group, begin, end, bottom + 34)


def _column(
    canvas: Canvas, column: ScoreColumn, left: float, top: float, wide: float, bottom: float, most: int
) -> None:
    """How many above, the column, and what it is called below."""
    colours, middle = canvas.colours, left + wide / 2
    size = min(22.0, wide * 0.5)
    room = bottom - top - 30
    tall = room * column.count / most if most > 0 else 0.0
    canvas.box(left, bottom - 3, wide, 3, 1, colours.track)
    if column.count > 0:
        tall = max(6.0, tall)
        canvas.box(left, bottom - tall, wide, tall, min(8.0, tall / 2), colour_of(canvas, column.mood))
        canvas.box(left, bottom - min(8.0, tall / 2), wide, min(8.0, tall / 2), 0, colour_of(canvas, column.mood))
    above = bottom - tall - 8
    canvas.text(str(column.count), middle, above, colours.ink, size=size, width=wide, smallest=11, anchor="middle")
    canvas.text(column.label, middle, bottom + 24, colours.quiet, size=size, width=wide, smallest=11, anchor="middle")


def colour_of(canvas: Canvas, mood: Mood) -> Colour:
    """In what colour an answer of that mood is shown."""
    colours = canvas.colours
    return {Mood.AGAINST: colours.coral, Mood.NEITHER: colours.quiet, Mood.FOR: colours.leaf}[mood]


def _group(canvas: Canvas, group: ScoreGroup, begin: float, end: float, line: float) -> None:
    """A bracket below the columns that count as one, and what they are."""
    colour, middle, wide = colour_of(canvas, group.mood), (begin + end) / 2, end - begin
    canvas.box(begin, line, wide, 3, 1, colour)
    canvas.text(group.label, middle, line + 24, colour, size=18, width=wide, smallest=13, anchor="middle")
    canvas.text(group.words, middle, line + 46, canvas.colours.ink, size=18, width=wide, smallest=13, anchor="middle")


def _over_time(canvas: Canvas, card: ScoreCard, points: tuple[ScorePoint, ...], top: float, bottom: float) -> None:
    """A point for each time with its interval, and its words beside it; a thin line where the scale has its zero."""
    colours = canvas.colours

    lowest, highest = _range(card, points)

    def height(value: float) -> float:
        return bottom - (bottom - top) * _share(value, lowest, highest)

    if lowest <= 0 <= highest:
        canvas.box(MARGIN, height(0) - 1, _INNER, 2, 1, colours.track)
    each = _INNER / len(points)
    places = [(MARGIN + (number + 0.5) * each, height(point.value)) for number, point in enumerate(points)]
    if len(places) > 1:
        canvas.path(places, 3, colours.plum)
    for number, (point, (x, y)) in enumerate(zip(points, places, strict=True)):
        last = number == len(points) - 1
        high = y
        if point.interval is not None:
            low, high = (height(bound) for bound in point.interval)
            canvas.box(x - 1.5, high, 3, max(3.0, low - high), 1, colours.quiet)
            for at in (low, high):
                canvas.box(x - 8, at - 1, 16, 3, 1, colours.quiet)
        colour = colours.glow if last else colours.plum
        canvas.disc(x, y, 8, colour, colour)
        if last or len(points) <= _LABELLED:
            lit = colours.glow if last else colours.ink
            canvas.text(
                point.words,
                x,
                high - 12,
                lit,
                size=18,
                width=each - 10,
                smallest=12,
                weight=Weight.HEADING,
                anchor="middle",
            )
        canvas.text(point.day, x, bottom + 30, colours.quiet, size=17, width=each - 10, smallest=12, anchor="middle")


def _range(card: ScoreCard, points: tuple[ScorePoint, ...]) -> tuple[float, float]:
    """What part of the scale is shown: where there is something, a quarter of it at least, and never more than all."""
    values = [value for point in points for value in (point.value, *(point.interval or ()))]
    inside = [min(card.most, max(card.least, value)) for value in values if math.isfinite(value)] or [card.least]
    middle = (min(inside) + max(inside)) / 2
    half = max((max(inside) - min(inside)) / 2, (card.most - card.least) / 8)
    return max(card.least, middle - half), min(card.most, middle + half)


def _share(value: float, least: float, most: float) -> float:
    """Where it lies on the scale, from 0 to 1."""
    if not math.isfinite(value) or most <= least:
        return 0.0
    return min(1.0, max(0.0, (value - least) / (most - least)))
