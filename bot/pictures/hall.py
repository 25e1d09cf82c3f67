"""The hall of fame as a picture: who was honoured, and what for."""

from typing import Final

from bot.model.cards import HallCard, HallEntry, Look
from bot.pictures.canvas import HEIGHT, MARGIN, WIDTH, Canvas
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import Line, fitted, wrapped

ENTRIES: Final = 8
_COLUMNS: Final = 2
_TOP, _BOTTOM = 116.0, 76.0
_GAP: Final = 18.0
_TALLEST: Final = 132.0
_TWO_LINES: Final = 120.0


def draw_hall(card: HallCard, look: Look) -> bytes:
    """The card as a PNG."""
    canvas = Canvas(look)
    canvas.text(
        card.title,
        MARGIN,
        84,
        canvas.colours.ink,
        size=46,
        width=WIDTH - 2 * MARGIN,
        smallest=30,
        weight=Weight.HEADING,
    )
    entries = card.entries[:ENTRIES]
    columns = _COLUMNS if len(entries) > 3 else 1
    rows = -(-len(entries) // columns)
    wide = (WIDTH - 2 * MARGIN - _GAP * (columns - 1)) / columns
    room = HEIGHT - _TOP - _BOTTOM
    tall = min(_TALLEST, (room - _GAP * (rows - 1)) / max(1, rows))
    for number, entry in enumerate(entries):
        left = MARGIN + number % columns * (wide + _GAP)
        _entry(canvas, entry, left, _TOP + number // columns * (tall + _GAP), wide, tall)
    corner(canvas, card.community, card.day)
    return canvas.png()


def _entry(canvas: Canvas, entry: HallEntry, left: float, top: float, wide: float, tall: float) -> None:
    colours, middle = canvas.colours, top + tall / 2
    canvas.box(left, top, wide, tall, 22, colours.raised)
    radius = min(38.0, tall * 0.36)
    across = left + 22 + radius
    canvas.disc(across, middle, radius, colours.track, colours.track)
    canvas.sign(entry.emoji or "★", across, middle, colours.glow, size=radius * 1.05, width=radius * 1.6)
    begin = across + radius + 22
    room = left + wide - 22 - begin
    names = _names(entry.name, room, tall)
    below = middle + 30 + (len(names) - 1) * 13
    for number, name in enumerate(reversed(names)):
        canvas.line(name, begin, below - 34 - number * 32, colours.ink)
    day = fitted(entry.day, Weight.TEXT, 20, wide * 0.35)
    canvas.line(day, left + wide - 22 - day.width, below, colours.quiet)
    canvas.text(entry.title, begin, below, colours.plum, size=24, width=room - day.width - 16, smallest=20)


def _names(names: str, room: float, tall: float) -> list[Line]:
    """A name is as large as it can be; several people, or a long one, take two lines where there is room."""
    alone = fitted(names, Weight.HEADING, 30, room, 24)
    if tall < _TWO_LINES or alone.shows_all:
        return [alone]
    return wrapped(names, Weight.HEADING, 24, room, 2)
