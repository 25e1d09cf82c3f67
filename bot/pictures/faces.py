"""The fonts that come with the bot, and which of them can draw a sign. Imported only where a picture is drawn."""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import uharfbuzz as hb
from msgspec import Struct

from bot.pictures.clusters import bare, is_emoji_style

FONTS: Final = Path(__file__).parent / "fonts"


class Weight(StrEnum):
    """How heavy letters are: the name of the font they are looked for in first."""

    HEADING = "heading"
    TEXT = "text"


_OTHERS: Final = ("more-letters", "arabic", "hebrew", "devanagari", "bengali", "tamil", "thai", "georgian", "armenian")
_LAST: Final = ("symbols-1", "symbols-2", "east-asian")
MISSING: Final = "…"
"""Stands for letters that no font has, however many they are: the text beside the picture has them."""


class Face(Struct, frozen=True, eq=False):
    """One font. `size`: how many of its units make one em."""

    name: str
    font: Any
    size: int

    @property
    def is_coloured(self) -> bool:
        return self.name == "emoji"

    def has(self, text: str) -> bool:
        """Whether there is a glyph for each character that needs one."""
        return all(self.font.get_nominal_glyph(ord(char)) for char in text if not _is_invisible(char))


class Drawn(Struct, frozen=True):
    """A sign as it can be drawn: its text, which may be a plainer form, and the font."""

    text: str
    face: Face


@cache
def face(name: str) -> Face:
    """The font of that name; mapped into memory, so that only what is drawn of it is read."""
    path = next(path for suffix in ("ttf", "otf") if (path := FONTS / f"{name}.{suffix}").exists())
    opened = hb.Face(hb.Blob.from_file_path(str(path)))
    return Face(name, hb.Font(opened), opened.upem)


@lru_cache(maxsize=4096)
def drawn(cluster: str, weight: Weight) -> Drawn | None:
    """How a sign is drawn: as it is, else in its plainer form, else as MISSING; None for an emoji that nobody has."""
    for form in _plainer(cluster):
        if form and (found := _found(form, weight)) is not None:
            return found
    return None if _is_pictorial(cluster) else _found(MISSING, weight)


def _plainer(cluster: str) -> Iterator[str]:
    """The sign, what it is compatible with, and the bare letter without its marks."""
    yield cluster
    yield unicodedata.normalize("NFKC", cluster).strip()
    yield unicodedata.normalize("NFKC", cluster[0]).strip()


def _found(cluster: str, weight: Weight) -> Drawn | None:
    emoji, text = face("emoji"), bare(cluster)
    if is_emoji_style(cluster) and emoji.has(text):
        return Drawn(cluster, emoji)
    for name in (weight, *_OTHERS, *_LAST):
        if (one := face(name)).has(text):
            return Drawn(text, one)
    return Drawn(cluster, emoji) if emoji.has(text) else None


def _is_invisible(char: str) -> bool:
    return char in "\u200c\u200d\ufe0e\ufe0f" or "\U000e0020" <= char <= "\U000e007f"


def _is_pictorial(cluster: str) -> bool:
    return unicodedata.category(cluster[0]) in ("So", "Sk") or cluster[0] >= "\U0001f000"
