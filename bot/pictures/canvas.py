"""What a picture is drawn on: a ground at dusk, soft boxes, bars and lines of text, all without jagged edges."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, Literal

import uharfbuzz as hb
from PIL import Image, ImageChops, ImageDraw

from bot.model.cards import Look
from bot.pictures.faces import Weight, face
from bot.pictures.lines import EMOJI_SIZE, Glyph, Line, fitted
from bot.pictures.palette import SUN, Colour, palette
from bot.pictures.png import png

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 64
_FINE: Final = 4  # shapes are drawn so many times as large and scaled down
_ABOVE, _BELOW = 1.3, 0.5  # ems that a line may reach above and below the line of writing; a tower of marks is cut

Anchor = Literal["left", "middle", "right"]


class Canvas:
    """A picture while it is drawn; all measures are pixels of the finished picture."""

    def __init__(self, look: Look, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.colours = palette(look)
        self.width = width
        self.height = height
        self._image = _ground(look, width, height).copy()

    def box(self, left: float, top: float, width: float, height: float, radius: float, colour: Colour) -> None:
        """A box with round corners."""
        size = (max(1, round(width)), max(1, round(height)))
        self._image.paste(
            colour, (round(left), round(top)), _rounded(*size, round(min(radius, size[0] / 2, size[1] / 2)))
        )

    def disc(self, x: float, y: float, radius: float, above: Colour, below: Colour) -> None:
        """A disc whose colour goes from the one at the top to the other at the bottom."""
        side = round(radius * 2)
        place = (round(x - radius), round(y - radius))
        self._image.paste(_fade(side, side, above, below), place, _rounded(side, side, side // 2))

    def sun(self, left: float, top: float, radius: float) -> None:
        """The mark: a sun that is just setting."""
        side = round(radius * 2)
        upper = _rounded(side, side, side // 2).crop((0, 0, side, round(radius)))
        self._image.paste(SUN[0], (round(left), round(top)), upper)
        self.box(left - 4, top + radius + 2, side + 8, 3, 1, SUN[1])

    def bar(self, left: float, top: float, width: float, height: float, share: float, colour: Colour) -> None:
        """A bar on its track, from zero; however little is done, a round end shows that something is."""
        self.box(left, top, width, height, height / 2, self.colours.track)
        if share > 0:
            self.box(left, top, max(height, width * share), height, height / 2, colour)

    def path(self, points: Sequence[tuple[float, float]], thick: float, colour: Colour) -> None:
        """A line through these places."""
        left, top = (int(min(point[axis] for point in points) - thick) for axis in (0, 1))
        right, bottom = (int(max(point[axis] for point in points) + thick) + 1 for axis in (0, 1))
        mask = Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE), 0)
        fine = [((x - left) * _FINE, (y - top) * _FINE) for x, y in points]
        ImageDraw.Draw(mask).line(fine, 255, round(thick * _FINE), joint="curve")
        self._image.paste(colour, (left, top), mask.reduce(_FINE))

    def squares(self, rows: Sequence[Sequence[int]], left: int, top: int, side: int, colour: Colour) -> None:
        """Squares of `side` pixels, one beside the other, wherever a row has something other than nothing."""
        flat = bytes(255 if one else 0 for row in rows for one in row)
        mask = Image.frombytes("L", (len(rows[0]), len(rows)), flat)
        size = (mask.width * side, mask.height * side)
        self._image.paste(colour, (left, top), mask.resize(size, Image.Resampling.NEAREST))

    def text(
        self,
        words: str,
        x: float,
        y: float,
        colour: Colour,
        *,
        size: float,
        width: float,
        smallest: float | None = None,
        weight: Weight = Weight.TEXT,
        anchor: Anchor = "left",
    ) -> Line:
        """A line of text whose writing stands at `y`; see `fitted` for how it is made to fit."""
        line = fitted(words, weight, size, width, smallest)
        shift = {"left": 0.0, "middle": line.width / 2, "right": line.width}[anchor]
        self.line(line, x - shift, y, colour)
        return line

    def sign(self, words: str, x: float, y: float, colour: Colour, *, size: float, width: float) -> None:
        """A sign or two in bold, whatever they look like with their middle at this place."""
        line = fitted(words, Weight.HEADING, size, width, 8)
        across, up = line.middle()
        self.line(line, x - across, y + up, colour)

    def line(self, line: Line, x: float, y: float, colour: Colour) -> None:
        """A line that was shaped before."""
        outlined = [glyph for glyph in line.glyphs if not glyph.face.is_coloured]
        if outlined:
            self._outlined(outlined, line, x, y, colour)
        for glyph in line.glyphs:
            if glyph.face.is_coloured:
                place = (x + glyph.x * line.size, y - glyph.y * line.size)
                self._emoji(glyph.number, *place, line.size * EMOJI_SIZE)

    def png(self) -> bytes:
        """The finished picture."""
        return png(self._image)

    def _outlined(self, glyphs: list[Glyph], line: Line, x: float, y: float, colour: Colour) -> None:
        left, top = int(x - line.size), int(y - line.size * _ABOVE)
        right, bottom = int(x + line.width + line.size) + 1, int(y + line.size * _BELOW) + 1
        drawing = hb.RasterDraw()
        drawing.extents = hb.RasterExtents(left, -bottom, right - left, bottom - top, 0)
        for glyph in glyphs:
            scale = line.size / glyph.face.size
            place = (x + glyph.x * line.size, glyph.y * line.size - y)
            drawing.transform = (scale, 0, 0, scale, *place)
            drawing.draw_glyph(glyph.face.font, glyph.number)
        self._image.paste(colour, (left, top), _as_mask(drawing.render()))

    def _emoji(self, number: int, x: float, y: float, size: float) -> None:
        drawing, (across, down) = _emoji(number, round(size, 1))
        self._image.paste(drawing, (round(x) + across, round(y) + down), drawing)


def _as_mask(drawing: Any) -> Image.Image:
    extents = drawing.extents
    return Image.frombytes("L", (extents.width, extents.height), drawing.buffer, "raw", "L", extents.stride, -1)


@lru_cache(maxsize=64)
def _emoji(number: int, size: float) -> tuple[Image.Image, tuple[int, int]]:
    """An emoji and where it stands beside its place on the line of writing."""
    emoji = face("emoji")
    scale = size / emoji.size
    painting = hb.RasterPaint()
    painting.transform = (scale, 0, 0, scale, 0, 0)
    around = emoji.font.get_glyph_extents(number)
    left, bottom = int(around.x_bearing * scale) - 1, int((around.y_bearing + around.height) * scale) - 1
    width, height = int(around.width * scale) + 3, int(-around.height * scale) + 3
    painting.extents = hb.RasterExtents(left, bottom, max(1, width), max(1, height), 0)
    painting.paint_glyph(emoji.font, number)
    drawn = painting.render()
    size_of = (drawn.extents.width, drawn.extents.height)
    image = Image.frombytes("RGBA", size_of, drawn.buffer, "raw", "BGRa", drawn.extents.stride, -1)
    return image, (left, -(bottom + size_of[1]))


@lru_cache(maxsize=64)
def _rounded(width: int, height: int, radius: int) -> Image.Image:
    """The mask of a box with round corners."""
    mask = Image.new("L", (width * _FINE, height * _FINE), 0)
    corner = (width * _FINE - 1, height * _FINE - 1)
    ImageDraw.Draw(mask).rounded_rectangle(((0, 0), corner), radius * _FINE, fill=255)
    return mask.reduce(_FINE)


@lru_cache(maxsize=8)
def _fade(width: int, height: int, above: Colour, below: Colour) -> Image.Image:
    return Image.composite(
        Image.new("RGB", (width, height), below),
        Image.new("RGB", (width, height), above),
        Image.linear_gradient("L").resize((width, height), Image.Resampling.BILINEAR),
    )


@lru_cache(maxsize=4)
def _ground(look: Look, width: int, height: int) -> Image.Image:
    """The sky after sunset, with the last light at the upper right."""
    colours = palette(look)
    sky = _fade(width, height, colours.ground, colours.horizon).copy()
    for radius, colour, share in ((560, SUN[1], 0.8), (330, SUN[0], 1.0)):
        light = Image.radial_gradient("L").point([_faint(far, share * colours.haze) for far in range(256)])
        light = light.resize((radius * 2, radius * 2), Image.Resampling.BICUBIC)
        place = (width - 110 - radius, -110 - radius)
        if look is Look.LIGHT:
            sky.paste(colour, place, light)
        else:  # light in the dark adds to what is there
            shining = Image.new("RGB", (width, height))
            shining.paste(colour, place, light)
            sky = ImageChops.screen(sky, shining)
    return sky


def _faint(far: int, strength: float) -> int:
    """How strong a light is at a distance from 0 to 255 from its middle: soft at its edge."""
    near = max(0.0, 1 - far / 180)
    return round(255 * strength * near * near)
