"""The profile card: who somebody is here, in one look."""

from typing import Final

from bot.model.cards import CardBadge, CardFigure, CardGoal, Look, ProfileCard
from bot.pictures.canvas import HEIGHT, MARGIN, WIDTH, Canvas
from bot.pictures.clusters import clusters
from bot.pictures.corner import corner
from bot.pictures.faces import Weight
from bot.pictures.lines import fitted
from bot.pictures.palette import ON_SUN, SUN

INNER: Final = WIDTH - 2 * MARGIN
FIGURES: Final = 4
_FACE: Final = 68  # the radius of the disc with somebody's initial
_HEAD, _TILES, _BADGES, _GOAL = 136.0, 136.0, 56.0, 66.0  # heights of the parts
_ABOVE, _BELOW = 48.0, 84.0  # what stays free of them
_GAP: Final = 24


def draw_profile(card: ProfileCard, look: Look) -> bytes:
    """The card as a PNG. Parts that are not there leave their room to the others."""
    canvas = Canvas(look)
    parts = [_TILES] * bool(card.figures) + [_BADGES] * bool(card.badges) + [_GOAL] * bool(card.goal)
    room = HEIGHT - _ABOVE - _BELOW - _HEAD - sum(parts)
    gap = min(44.0, room / max(1, len(parts)))
    top = _ABOVE + (room - gap * len(parts)) / 2
    _head(canvas, card, top, 1.0 if parts else 1.35)
    top += _HEAD + gap
    if card.figures:
        _figures(canvas, card.figures[:FIGURES], top)
        top += _TILES + gap
    if card.badges:
        _badges(canvas, card.badges, top)
        top += _BADGES + gap
    if card.goal:
        _goal(canvas, card.goal, top)
    corner(canvas, card.community, card.day)
    return canvas.png()


def _head(canvas: Canvas, card: ProfileCard, top: float, scale: float) -> None:
    """The name, larger by `scale` where it stands alone."""
    colours, middle, radius = canvas.colours, top + _HEAD / 2, _FACE * scale
    canvas.disc(MARGIN + radius, middle, radius, *SUN)
    initial = (clusters(card.name) or ("·",))[0].upper()
    canvas.sign(initial, MARGIN + radius, middle, ON_SUN, size=72 * scale, width=radius * 1.3)
    left = MARGIN + 2 * radius + 32
    wide = WIDTH - MARGIN - left
    canvas.text(
        card.name, left, middle - 2, colours.ink, size=64 * scale, width=wide, smallest=38, weight=Weight.HEADING
    )
    at = left
    if card.tier:
        at += _pill(canvas, card.tier.name, left, middle + 22, wide * 0.45) + 20
    room = left + wide - at
    canvas.text(card.since, at, middle + 53 * scale, colours.quiet, size=28 * scale, width=room, smallest=22)


def _pill(canvas: Canvas, words: str, left: float, top: float, wide: float) -> float:
    """A word on a lit ground; returns how wide it is."""
    line = fitted(words, Weight.HEADING, 24, wide)
    canvas.box(left, top, line.width + 36, 44, 22, canvas.colours.glow)
    canvas.line(line, left + 18, top + 31, canvas.colours.on_glow)
    return line.width + 36


def _figures(canvas: Canvas, figures: tuple[CardFigure, ...], top: float) -> None:
    colours, count = canvas.colours, len(figures)
    wide = (INNER - _GAP * (count - 1)) / count
    for number, figure in enumerate(figures):
        left = MARGIN + number * (wide + _GAP)
        canvas.box(left, top, wide, _TILES, 28, colours.raised)
        colour = colours.glow if figure.main else colours.ink
        room = wide - 56
        canvas.text(figure.value, left + 28, top + 72, colour, size=60, width=room, smallest=34, weight=Weight.HEADING)
        canvas.text(figure.label, left + 28, top + 110, colours.quiet, size=26, width=room, smallest=20)


def _badges(canvas: Canvas, badges: tuple[CardBadge, ...], top: float) -> None:
    """As many as fit into one row, then how many more there are."""
    colours, at = canvas.colours, float(MARGIN)
    for number, badge in enumerate(badges):
        more = len(badges) - number
        emoji, title = fitted(badge.emoji, Weight.TEXT, 28, 56), fitted(badge.title, Weight.TEXT, 25, 300)
        before = emoji.width + 10 if emoji.width else 0
        wide = before + title.width + 40
        reserved = 76 if more > 1 else 0
        if at + wide > WIDTH - MARGIN - reserved:
            canvas.text(f"+{more}", at + 8, top + 37, colours.plum, size=28, width=90, weight=Weight.HEADING)
            return
        canvas.box(at, top, wide, _BADGES, _BADGES / 2, colours.plum)
        canvas.box(at + 2, top + 2, wide - 4, _BADGES - 4, _BADGES / 2, colours.raised)
        canvas.line(emoji, at + 18, top + 37, colours.ink)
        canvas.line(title, at + 20 + before, top + 37, colours.ink)
        at += wide + 12


def _goal(canvas: Canvas, goal: CardGoal, top: float) -> None:
    colours = canvas.colours
    left = fitted(goal.left, Weight.TEXT, 26, INNER * 0.45)
    canvas.line(left, WIDTH - MARGIN - left.width, top + 26, colours.quiet)
    room = INNER - left.width - 32
    canvas.text(goal.title, MARGIN, top + 26, colours.ink, size=28, width=room, smallest=22, weight=Weight.HEADING)
    canvas.bar(MARGIN, top + 46, INNER, 20, goal.share, colours.glow)
