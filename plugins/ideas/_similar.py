"""Ideas that say much the same: a simple likeness of the words, whatever their endings, capitals and accents."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.api import folded
from plugins.ideas._idea import Idea

STEM: Final = 5
"""So many letters of a word are compared: endings tell number and case, in Czech more than in English."""

SHORTEST: Final = 3
ALIKE: Final = 0.5
SHOWN: Final = 3

_WORD: Final = re.compile(r"[^\W_]+")
_SAYS_NOTHING: Final = frozenset(
    word
    for language in (
        "the and for with you your our more some have has had can could would should please are was that this from",
        "pro aby nebo jako byt byl bylo bych byste prosim vice vic ten tak jak kdyby mel mela mohli muzete nejaky",
    )
    for word in language.split()
)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    found = (word for word in _WORD.findall(folded(text)) if len(word) >= SHORTEST and word not in _SAYS_NOTHING)
    return frozenset(word[:STEM] for word in found)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1: how much of both is in both (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def similar(title: str, there: Iterable[Idea]) -> Sequence[Idea]:
    """Those of the ideas that say much the same, the likeliest first, and of equal ones that with more votes."""
    wanted, same = stems(title), folded(title)
    found = []
    for idea in there:
        alike = 1.0 if folded(idea.title) == same else likeness(wanted, stems(idea.title))
        if alike >= ALIKE:
            found.append((alike, idea.votes, idea))
    return [idea for _, _, idea in sorted(found, key=lambda one: one[:2], reverse=True)][:SHOWN]
