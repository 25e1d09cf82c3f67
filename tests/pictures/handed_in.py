"""Pictures as people hand them in: from a telephone, from the net, and made to do harm."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

from bot.model.uploads import Upload
from bot.platforms.local.records import FILE

SECRET = b"50.0875N 14.4213E"
ROTATED = 6
"""The EXIF orientation of a telephone that was held upright."""


def telephone(size: tuple[int, int] = (640, 480)) -> bytes:
    """A JPEG whose left half is red, lying on its side, and that tells where it was taken."""
    picture = Image.new("RGB", size, "blue")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2, size[1]), fill="red")
    exif = Image.Exif()
    exif[0x0112] = ROTATED
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 5.0, 15.0), 3: "E", 4: (14.0, 25.0, 17.0)})
    return packed(picture, "JPEG", exif=exif, comment=SECRET)


def packed(picture: Image.Image, kind: str, **more: object) -> bytes:
    """The picture as a file."""
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a hundred bytes that says it has billions of pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(what)) + kind + what + struct.pack(">I", zlib.crc32(kind + what)) for kind, what in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def moving(kind: str) -> bytes:
    """A picture that moves: red first, then blue."""
    first, second = (Image.new("RGB", (40, 40), colour) for colour in ("red", "blue"))
    return packed(first, kind, save_all=True, append_images=[second], duration=100)


def opened(content: bytes) -> Image.Image:
    """The picture in a file."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def handed(folder: Path, content: bytes, name: str = "mug.jpg") -> str:
    """What the local chat's form brings for a file with this in it."""
    path = folder / name
    path.write_bytes(content)
    return Upload("local", f"{FILE}{path}", len(content), name).value
