"""Pictures held against the committed ones, from so far away that the edges of letters do not matter."""

import io
import os
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).parents[1] / "snapshots" / "pictures"
_FAR = 6  # so many pixels become one
_ANYWHERE, _ON_THE_WHOLE = 24.0, 0.6  # of 255


def opened(picture: bytes) -> Image.Image:
    """A picture as its pixels."""
    return Image.open(io.BytesIO(picture)).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures say something different: another letter does, another way to smooth an edge does not."""
    if one.size != other.size:
        return True
    difference = ImageChops.difference(one.reduce(_FAR), other.reduce(_FAR))
    most = max(max(band.tobytes()) for band in difference.split())
    return most > _ANYWHERE or max(ImageStat.Stat(difference).mean) > _ON_THE_WHOLE


def matches(name: str, picture: bytes) -> None:
    """Compare with the file `name`.png; AFTERGLOW_SNAPSHOTS=write writes it instead."""
    file = FOLDER / f"{name}.png"
    if os.environ.get("AFTERGLOW_SNAPSHOTS") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(picture)
    assert file.exists(), f"{file.name} is missing; AFTERGLOW_SNAPSHOTS=write writes it"
    assert not differ(opened(picture), opened(file.read_bytes())), f"{file.name} is drawn differently now"
