"""Whether a machine's words stand: nothing in them that their sources have not, as far as a machine can see that."""

import re
import unicodedata
from typing import Final

from bot.text.typed import in_lines

_ENDING: Final = ".,;:!?)]}\"'“”„»…"
_LIVE: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|(?:mailto|tel|sms|tg|javascript|data):)[^\s<>\"]+"
    r"|(?<![\w@])(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#:][^\s<>\"]*)?"  # addresses without their beginning: "example.com"
    r"|@\s?\w[\w.#-]*"  # names of people and bots, "@everyone"
    r"|<[@#:/a-z][^>]*>?"  # what networks write for them, and markup
    r"|(?<![\w/])/[a-z]\w*"  # commands, which some networks make buttons of
    r"|\]\([^)]*\)?",  # a link behind other words
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(r"(?<=\d)[ .,'’](?=\d{3}(?!\d))")


def borne_out(text: str, sources: str) -> bool:
    """Whether every address, mention, command and figure of `text` is in its sources as well, however it is spelt."""
    said, known = _alike(text), _alike(sources)
    return _live(said) <= _live(known) and _figures(said) <= _figures(known)


def _alike(text: str) -> str:
    """Spelt the one way, so that nothing looks different from what it is."""
    return unicodedata.normalize("NFKC", in_lines(text)).replace("。", ".")


def _live(text: str) -> frozenset[str]:
    """What a network could make something of: addresses, mentions, commands."""
    return frozenset(found[0].rstrip(_ENDING).casefold() for found in _LIVE.finditer(text))


def _figures(text: str) -> frozenset[int]:
    """All numbers that it names, however they are grouped."""
    return frozenset(int(digits) for digits in re.findall(r"\d+", _GROUPED.sub("", text)))
