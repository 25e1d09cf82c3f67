"""An invitation as a picture: who invites, one sentence, and the way in as a square code and in words."""

from typing import Final

from bot.model.cards import InviteCard, Look
from bot.pictures.canvas import HEIGHT, MARGIN, WIDTH, Canvas
from bot.pictures.clusters import clusters
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import fitted, wrapped
from bot.pictures.palette import ON_SUN, SUN, Colour

_SQUARE: Final = 404  # the largest that a code gets, with what stays quiet around it
_QUIET: Final = 4  # modules around it, as the standard asks
_PAPER: Final[Colour] = (255, 255, 255)
_RADIUS: Final = 46
_CODE: Final = 404  # where the box with the code begins


def draw_invite(card: InviteCard, look: Look) -> bytes:
    """The card as a PNG. The code is dark on white on either ground, so that every camera reads it."""
    canvas = Canvas(look)
    left = _square(canvas, card.address)
    _words(canvas, card, left - MARGIN - 48)
    corner(canvas, card.community, card.day)
    return canvas.png()


def _square(canvas: Canvas, address: str) -> float:
    """The code at the right, each module a whole number of pixels wide; returns where it begins."""
    import segno

    rows = segno.make_qr(address, error="m").matrix
    count = len(rows) + 2 * _QUIET
    side = max(2, _SQUARE // count)
    whole = side * count
    left, top = WIDTH - MARGIN - whole, round((HEIGHT - 40 - whole) / 2)
    canvas.box(left, top, whole, whole, side * _QUIET / 2, _PAPER)
    canvas.squares(rows, left + side * _QUIET, top + side * _QUIET, side, ON_SUN)
    return left


def _words(canvas: Canvas, card: InviteCard, wide: float) -> None:
    colours = canvas.colours
    initial = (clusters(card.name) or ("·",))[0].upper()
    canvas.disc(MARGIN + _RADIUS, 118, _RADIUS, *SUN)
    canvas.sign(initial, MARGIN + _RADIUS, 118, ON_SUN, size=48, width=_RADIUS * 1.3)
    begin = MARGIN + 2 * _RADIUS + 24
    room = MARGIN + wide - begin
    canvas.text(card.name, begin, 134, colours.ink, size=48, width=room, smallest=30, weight=Weight.HEADING)
    lines = wrapped(card.sentence, Weight.TEXT, 34, wide, 4)
    for number, line in enumerate(lines):
        canvas.line(line, MARGIN, 234 + number * 46, colours.ink)
    code = fitted(card.code, Weight.HEADING, 44, wide - 56, 20)
    canvas.box(MARGIN, _CODE, code.width + 56, 76, 20, colours.raised)
    canvas.line(code, MARGIN + 28, _CODE + 38 + code.size * 0.36, colours.glow)
