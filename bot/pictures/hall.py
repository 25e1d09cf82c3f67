"""The hall of fame as a picture: who was honoured, and what for."""

from typing import Final

from bot.model.cards import HallCard, HallEntry, Look
from bot.pictures.canvas import HEIGHT, MARGIN, WIDTH, Canvas
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import fitted

ENTRIES: Final = 8
_COLUMNS: Final = 2
_TOP, _BOTTOM = 116.0, 76.0
_GAP: Final = 18.0
_TALLEST: Final = 132.0


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
    day = fitted(entry.day, Weight.TEXT, 20, wide * 0.35)
    canvas.line(day, left + wide - 22 - day.width, middle + 30, colours.quiet)
    room = left + wide - 22 - begin
    canvas.text(entry.name, begin, middle - 4, colours.ink, size=30, width=room, smallest=24, weight=Weight.HEADING)
    canvas.text(entry.title, begin, middle + 30, colours.plum, size=24, width=room - day.width - 16, smallest=20)
