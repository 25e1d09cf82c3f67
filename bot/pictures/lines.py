"""Lines of text: shaped, read the right way, and made to fit."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import uharfbuzz as hb
from msgspec import Struct
from msgspec.structs import replace

from bot.pictures.clusters import clusters
from bot.pictures.directions import in_visual_order, levels
from bot.pictures.faces import MISSING, Drawn, Face, Weight, drawn

ELLIPSIS: Final = "…"
EMOJI_SIZE: Final = 1.06  # beside letters of size 1
EMOJI_ROOM: Final = 0.08  # around each
EMOJI_DROP: Final = 0.17  # how far an emoji hangs below the line of writing, so that it stands level with capitals


class Glyph(Struct, frozen=True):
    """One glyph of a font and where it stands, in ems from the beginning of the line of writing."""

    face: Face
    number: int
    x: float
    y: float

    @property
    def scale(self) -> float:
        """Ems for each of its font's units."""
        return (EMOJI_SIZE if self.face.is_coloured else 1.0) / self.face.size


class Line(Struct, frozen=True):
    """A line at a size in pixels; `width` is in pixels too."""

    glyphs: tuple[Glyph, ...]
    ems: float
    size: float
    shows_all: bool = True  # nothing was cut

    @property
    def width(self) -> float:
        return self.ems * self.size

    def middle(self) -> tuple[float, float]:
        """The middle of what is inked, in pixels right of the line's beginning and above the line of writing."""
        left, right, below, above = 0.0, 0.0, 0.0, 0.0
        for number, glyph in enumerate(self.glyphs):
            around, scale = glyph.face.font.get_glyph_extents(glyph.number), glyph.scale
            starts, tops = glyph.x + around.x_bearing * scale, glyph.y + around.y_bearing * scale
            ends, bottoms = starts + around.width * scale, tops + around.height * scale
            first = number == 0
            left, right = (starts, ends) if first else (min(left, starts), max(right, ends))
            below, above = (bottoms, tops) if first else (min(below, bottoms), max(above, tops))
        return (left + right) / 2 * self.size, (below + above) / 2 * self.size


class _Run(Struct, frozen=True):
    """Signs of one font that are read the same way."""

    face: Face
    level: int
    text: str


def fitted(text: str, weight: Weight, size: float, width: float, smallest: float | None = None) -> Line:
    """`text` in one line of at most `width` pixels: as large as `size`, down to `smallest`, then cut and dotted."""
    signs = list(_drawn(clusters(text), weight))
    line = _shaped(signs, size)
    if line.width <= width:
        return line
    least = size if smallest is None else smallest
    at = max(least, size * width / line.width)
    if line.ems * at <= width:
        return Line(line.glyphs, line.ems, at)
    [dots] = _drawn((ELLIPSIS,), weight)
    fits, too_many = 0, len(signs)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if _shaped([*signs[:middle], dots], least).width <= width:
            fits = middle
        else:
            too_many = middle
    return replace(_shaped([*_without_space(signs[:fits]), dots], least), shows_all=False)


def wrapped(text: str, weight: Weight, size: float, width: float, most: int) -> list[Line]:
    """`text` in at most so many lines of `width` pixels, broken between words; what is too much is cut and dotted."""
    words, lines, begun = "".join(clusters(text)).split(), list[Line](), 0
    while begun < len(words) and len(lines) < most - 1:
        end = begun + 1
        while end < len(words) and shaped(" ".join(words[begun : end + 1]), weight, size).width <= width:
            end += 1
        lines.append(fitted(" ".join(words[begun:end]), weight, size, width))
        begun = end
    rest = " ".join(words[begun:])
    return [*lines, fitted(rest, weight, size, width)] if rest else lines


def shaped(text: str, weight: Weight, size: float) -> Line:
    """`text` in one line, however long it gets."""
    return _shaped(list(_drawn(clusters(text), weight)), size)


def _drawn(signs: Sequence[str], weight: Weight) -> Iterator[Drawn]:
    """How each is drawn. Several letters in a row that no font has are shown as one gap."""
    gap = False
    for sign in signs:
        one = drawn(sign, weight)
        missing = one is not None and one.text == MISSING != sign
        if one is not None and not (missing and gap):
            yield one
        gap = missing


def _without_space(signs: list[Drawn]) -> list[Drawn]:
    while signs and signs[-1].text == " ":
        signs = signs[:-1]
    return signs


def _shaped(signs: Sequence[Drawn], size: float) -> Line:
    runs = list(_runs(signs))
    glyphs: list[Glyph] = []
    at = 0.0
    for place in in_visual_order([run.level for run in runs]):
        run = runs[place]
        buffer = hb.Buffer()
        buffer.add_str(run.text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if run.level % 2 else "ltr"
        hb.shape(run.face.font, buffer)
        scale = (EMOJI_SIZE if run.face.is_coloured else 1.0) / run.face.size
        drop, room = (EMOJI_DROP, EMOJI_ROOM) if run.face.is_coloured else (0.0, 0.0)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = at + position.x_offset * scale, position.y_offset * scale - drop
            glyphs.append(Glyph(run.face, info.codepoint, x + room / 2, y))
            at += position.x_advance * scale + room
    return Line(tuple(glyphs), at, size)


def _runs(signs: Sequence[Drawn]) -> Iterator[_Run]:
    leveled = list(zip(signs, levels([sign.text for sign in signs]), strict=True))
    for (face, level), run in groupby(leveled, key=lambda pair: (pair[0].face, pair[1])):
        yield _Run(face, level, "".join(sign.text for sign, _ in run))
