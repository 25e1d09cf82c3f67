"""What speaks for a text as the answer to a question, in a few figures, each from 0 to about 1."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from bot.search.kinds import PROVABLE, Kind
from bot.text.folding import folded

NAMES: Final = (
    "explained",
    "covered",
    "amount",
    "best",
    "alike",
    "both",
    "same_kind",
    "no_such_thing",
    "who",
    "no_kind",
)
GRAM: Final = 3
LONGEST: Final = 400


class Asked(Struct, frozen=True):
    """A word of a question: how much it tells, which words match it, and where these are found, how well."""

    weight: float
    terms: Mapping[str, float]
    heading: Mapping[int, float]
    anywhere: Mapping[int, float]


class Question(Struct, frozen=True):
    """A question: its telling words, its triples of letters, and what it asks for."""

    words: Sequence[Asked]
    grams: frozenset[str]
    kinds: frozenset[Kind]


class Sought(Struct, frozen=True):
    """A text as questions meet it: how much each word of its heading tells, what that asks for, what it says."""

    heading: Mapping[str, float]
    grams: frozenset[str]
    kinds: frozenset[Kind]
    has: frozenset[Kind]


def grams(text: str) -> frozenset[str]:
    """Its triples of letters, over the borders of words: alike for words that are spelt or inflected alike."""
    bare = f"  {folded(' '.join(text[:LONGEST].split()))} "
    return frozenset(bare[at : at + GRAM] for at in range(len(bare) - GRAM + 1))


def evidence(question: Question, text: Sought, number: int) -> Sequence[float]:
    """What speaks for the text of that number, in the order of `NAMES`."""
    told = [word.weight * word.anywhere.get(number, 0.0) for word in question.words]
    explained = sum(told) / (sum(word.weight for word in question.words) or 1.0)
    in_heading = sum(word.weight * word.heading.get(number, 0.0) for word in question.words)
    in_heading /= sum(word.weight for word in question.words) or 1.0
    covered = _covered(question, text)
    both = len(question.grams | text.grams) + len(question.grams & text.grams)
    return (
        explained,
        covered,
        math.log1p(sum(told)),
        max(told, default=0.0),
        2 * len(question.grams & text.grams) / (both or 1),
        math.sqrt(in_heading * covered),
        float(bool(question.kinds & text.kinds)),
        float(bool(question.kinds & PROVABLE) and not question.kinds & PROVABLE & text.has),
        float(bool(question.kinds & {Kind.PERSON, Kind.REASON})),
        float(bool(text.kinds) and not question.kinds),
    )


def _covered(question: Question, text: Sought) -> float:
    """How much of the heading the question says."""
    best: dict[str, float] = {}
    for word in question.words:
        for term, quality in word.terms.items():
            if term in text.heading:
                best[term] = max(best.get(term, 0.0), quality)
    said = sum(weight * best.get(term, 0.0) for term, weight in text.heading.items())
    return said / (sum(text.heading.values()) or 1.0)
