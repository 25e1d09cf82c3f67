"""What is said to the bot and asks nothing: a greeting, or thanks."""

import re
from enum import Enum
from functools import cache
from typing import Final

from bot.api import folded


class Smalltalk(Enum):
    """What it is."""

    GREETING = "greeting"
    THANKS = "thanks"


_GREETING: Final = r"""
    hi|hey|hello|hiya|howdy|yo|good (morning|day|afternoon|evening|night)|hi there|hello there
    |ahoj(ky|te)?|cau(ko|te)?|nazdar|zdar(ec)?|dobr(y|ej) (den|vecer)|dobre rano|dobrou noc|hezky (den|vecer)|zdravim
"""
_THANKS: Final = r"""
    thanks|thank you|thx|ty|cheers|many thanks|thanks a lot|thank you (so|very) much|ok|okay|great|perfect|cool|super
    |dik(y|es)?|diky moc|dekuju|dekuji|dekuju moc|dekuji moc|moc dekuju|moc diky|oukej|jasne|skvele|parada|bezva|fajn
"""
_NAMES: Final = "bot|robot|afterglow|everyone|everybody|all|vsem|vsichni|lidi"


@cache
def _whole(words: str) -> re.Pattern[str]:
    one = "(?:" + "".join(line.strip() for line in words.splitlines()) + ")"
    return re.compile(rf"{one}(?: {one})*(?: (?:{_NAMES}))?")


_KINDS: Final = {Smalltalk.GREETING: _GREETING, Smalltalk.THANKS: _THANKS}


def smalltalk(text: str) -> Smalltalk | None:
    """Which of them a text is, and nothing else besides; None for all others."""
    bare = " ".join(re.findall(r"\w+", folded(text)))
    return next((kind for kind, words in _KINDS.items() if _whole(words).fullmatch(bare)), None)
