"""The colours of a picture, on dark and on light ground; every pair of text and ground reaches WCAG AA."""

from typing import Final

from msgspec import Struct

from bot.model.cards import Look

Colour = tuple[int, int, int]


class Palette(Struct, frozen=True):
    """Dusk after a good evening, as tokens; `tile` is what figures stand on, `track` a bar that is not full."""

    ground: Colour
    horizon: Colour
    raised: Colour
    track: Colour
    ink: Colour
    quiet: Colour
    glow: Colour
    coral: Colour
    plum: Colour
    leaf: Colour
    on_glow: Colour
    haze: float  # how strongly the last light shines, from 0 to 1


def _hex(text: str) -> Colour:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def blend(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of the other colour in the one."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


DARK: Final = Palette(
    ground=_hex("1B1B3A"),
    horizon=_hex("2B2352"),
    raised=_hex("26264F"),
    track=_hex("3A3A6B"),
    ink=_hex("FFF7EE"),
    quiet=_hex("B9B6D3"),
    glow=_hex("FFB84D"),
    coral=_hex("FF7A6B"),
    plum=_hex("BC90D0"),
    leaf=_hex("6FCF97"),
    on_glow=_hex("1B1B3A"),
    haze=0.42,
)
LIGHT: Final = Palette(
    ground=_hex("FFF7EE"),
    horizon=_hex("FFF1E2"),
    raised=_hex("FFFFFF"),
    track=_hex("F0E0CF"),
    ink=_hex("1B1B3A"),
    quiet=_hex("5C5A78"),
    glow=_hex("B45309"),
    coral=_hex("C2412E"),
    plum=_hex("693668"),
    leaf=_hex("1E7A46"),
    on_glow=_hex("FFF7EE"),
    haze=0.40,
)

SUN: Final = (_hex("FFB84D"), _hex("FF7A6B"))
"""What decorates and is no text is lit the same on both grounds: from above, and from below."""
ON_SUN: Final = _hex("1B1B3A")


def palette(look: Look) -> Palette:
    """The colours for a look; whoever reads texts alone is drawn nothing, and in the dark one if it must be."""
    return LIGHT if look is Look.LIGHT else DARK


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours by WCAG 2, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
