"""The corner of every picture: whose community it is of, and on which day it was so."""

from bot.pictures.canvas import MARGIN, Canvas
from bot.pictures.faces import Weight
from bot.pictures.lines import fitted


def corner(canvas: Canvas, community: str, day: str) -> None:
    """The mark, the community on the left, the day on the right."""
    colours, line = canvas.colours, canvas.height - 36
    date = fitted(day, Weight.TEXT, 22, 320)
    canvas.line(date, canvas.width - MARGIN - date.width, line, colours.quiet)
    canvas.sun(MARGIN, line - 15, 15)
    canvas.text(
        community, MARGIN + 44, line, colours.quiet, size=22, width=canvas.width - 2 * MARGIN - date.width - 100
    )
