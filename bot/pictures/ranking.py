"""The leaderboard as a picture: a row and a bar for each place, the reader's own lit up."""

from typing import Final

from bot.model.cards import Look, RankingCard, RankingRow
from bot.pictures.canvas import HEIGHT, MARGIN, WIDTH, Canvas
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import fitted
from bot.pictures.palette import ON_SUN, SUN

ROWS: Final = 11
_TOP, _BOTTOM = 116.0, 76.0  # what stays free of rows
_TALLEST: Final = 80.0
_NUMBER: Final = 78.0  # room for the place
_NAME: Final = 330.0
_PODIUM: Final = 3


def draw_ranking(card: RankingCard, look: Look) -> bytes:
    """The card as a PNG; bars begin at zero and are as long as what they show."""
    canvas = Canvas(look)
    colours = canvas.colours
    canvas.text(
        card.title, MARGIN, 84, colours.ink, size=46, width=WIDTH - 2 * MARGIN, smallest=30, weight=Weight.HEADING
    )
    rows = card.rows[:ROWS]
    tall = min(_TALLEST, (HEIGHT - _TOP - _BOTTOM) / max(1, len(rows)))
    most = max((row.value for row in rows), default=0.0)
    words = max((fitted(row.words, Weight.HEADING, _size(tall), 240).width for row in rows), default=0.0)
    for number, row in enumerate(rows):
        _row(canvas, row, _TOP + number * tall, tall, row.value / most if most > 0 else 0.0, words)
    corner(canvas, card.community, card.day)
    return canvas.png()


def _size(tall: float) -> float:
    return min(28.0, tall * 0.6)


def _row(canvas: Canvas, row: RankingRow, top: float, tall: float, share: float, words: float) -> None:
    colours, size = canvas.colours, _size(tall)
    if row.own:
        canvas.box(MARGIN - 16, top + 1, WIDTH - 2 * MARGIN + 32, tall - 2, 16, colours.raised)
    line, lit = top + tall / 2 + size * 0.36, colours.glow if row.own else colours.ink
    _place(canvas, row.place, top + tall / 2, tall)
    canvas.text(
        row.name,
        MARGIN + _NUMBER,
        line,
        lit,
        size=size,
        width=_NAME,
        smallest=size * 0.8,
        weight=Weight.HEADING if row.own else Weight.TEXT,
    )
    left = MARGIN + _NUMBER + _NAME + 24
    thick = min(18.0, tall * 0.4)
    wide = WIDTH - MARGIN - words - 28 - left
    canvas.bar(left, top + (tall - thick) / 2, wide, thick, share, colours.glow if row.own else colours.plum)
    value = fitted(row.words, Weight.HEADING, size, 240)
    canvas.line(value, WIDTH - MARGIN - value.width, line, lit)


def _place(canvas: Canvas, place: int, middle: float, tall: float) -> None:
    """The first three stand on a disc of light."""
    radius, size = min(22.0, tall * 0.45), min(24.0, tall * 0.52)
    ahead = place <= _PODIUM
    if ahead:
        canvas.disc(MARGIN + 22, middle, radius, *SUN)
    colour = ON_SUN if ahead else canvas.colours.quiet
    canvas.text(
        str(place),
        MARGIN + 22,
        middle + size * 0.36,
        colour,
        size=size,
        width=44 if ahead else 66,
        smallest=12,
        weight=Weight.HEADING,
        anchor="middle",
    )
