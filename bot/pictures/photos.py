"""Pictures that people hand in: looked at with care, turned upright, made smaller, and freed of what is hidden in them.

Where and when a picture was taken, and with what, stands in its EXIF; so a new picture is made of the pixels alone.
"""

import io
import struct
import zlib
from functools import cache
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.model.photos import LONGEST_SIDE, MOST_PIXELS, MOST_PIXELS_UNPACKED, Fault, PhotoError
from bot.pictures.palette import DARK

KINDS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 85
_BLANK: Final = (800, 420)
_GROUND: Final = (255, 255, 255)

_IS_BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, OverflowError, LookupError, struct.error, zlib.error)
"""What Pillow raises for a file that is cut, or made to mislead (https://pillow.readthedocs.io, "security")."""


def developed(content: bytes) -> bytes:
    """The picture as a JPEG of at most LONGEST_SIDE pixels. Raises PhotoError for what is none, or is too large.

    Its size is asked before anything is unpacked: a few bytes can say that they are a billion pixels. Of a moving one
    the first picture is taken.
    """
    try:
        with Image.open(io.BytesIO(content), formats=KINDS) as picture:
            _refuse_vast(picture)
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            small = picture if picture.mode in ("RGB", "RGBA", "L", "CMYK") else picture.convert("RGBA")
            small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
            ImageOps.exif_transpose(small, in_place=True)
            return _packed(_on_white(small))
    except UnidentifiedImageError as error:
        raise PhotoError(Fault.NO_PICTURE) from error
    except (Image.DecompressionBombError, MemoryError) as error:
        raise PhotoError(Fault.VAST) from error
    except _IS_BROKEN as error:
        raise PhotoError(Fault.BROKEN) from error


@cache
def blank() -> bytes:
    """A plain ground at dusk, in the place of a picture that was taken back."""
    return _packed(Image.new("RGB", _BLANK, DARK.ground))


def _refuse_vast(picture: Image.Image) -> None:
    most = MOST_PIXELS if picture.format in ("JPEG", "MPO") else MOST_PIXELS_UNPACKED
    if picture.width * picture.height > most:
        raise PhotoError(Fault.VAST)


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, _GROUND)
    ground.paste(whole, mask=whole.getchannel("A"))
    return ground


def _packed(picture: Image.Image) -> bytes:
    """A new file with nothing in it but the pixels."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    packed = io.BytesIO()
    bare.save(packed, "JPEG", quality=_QUALITY, optimize=True)
    return packed.getvalue()
