"""Pictures that members hand in: how large they may be, and what may be wrong with one."""

from enum import StrEnum
from typing import Final

from bot.errors import BotError

MOST_BYTES: Final = 10_000_000
"""As much as Discord takes from people without paying; a telephone's picture has two to eight."""

MOST_PIXELS: Final = 50_000_000
MOST_PIXELS_UNPACKED: Final = 25_000_000
"""Of what is unpacked whole (PNG, WebP), which takes four bytes a pixel. A JPEG is read at the size it is kept."""

LONGEST_SIDE: Final = 1600
"""Pixels. As large as a chat shows it, and a third of a megabyte."""


class Fault(StrEnum):
    """What is wrong with what was handed in."""

    NO_PICTURE = "no-picture"
    BROKEN = "broken"
    VAST = "vast"
    BUSY = "busy"


class PhotoError(BotError):
    """What was handed in is no picture that can be kept."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"The picture cannot be kept: {fault.value}.")
        self.fault = fault
