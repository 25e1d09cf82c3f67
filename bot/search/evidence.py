"""What speaks for a text as the answer to a question, in a few figures, each from 0 to about 1."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from bot.search.kinds import PROVABLE, Kind
from bot.search.nearest import Near
from bot.search.units import Unit
from bot.search.wants import Shares, Wanted
from bot.text.folding import folded

NAMES: Final = (
    "explained",
    "amount",
    "best",
    "alike",
    "both",
    "missing",
    "short",
    "same_kind",
    "no_such_thing",
    "who",
    "intent",
    "intent_body",
    "other_intent",
    "no_intent",
    "wanted",
    "by_words",
    "by_meanings",
    "wanted_body",
    "elsewhere",
    "nearest",
    "nearest_several",
    "nearest_elsewhere",
    "several_elsewhere",
)
GRAM: Final = 3
LONGEST: Final = 400
RAREST: Final = 0.003
"""What is less likely wanted counts as this likely, since only its logarithm counts."""

EXACT, STEM, MEANING = 1.0, 0.97, 0.88
"""How well two words match: the same, forms of one word, of one meaning."""


class Asked(Struct, frozen=True):
    """A word or phrase of a question: how much it tells, and where it is met how well, in headings or anywhere."""

    unit: Unit
    weight: float
    heading: Mapping[int, float]
    anywhere: Mapping[int, float]


class Question(Struct, frozen=True):
    """A question: what it says, its triples of letters, what kind of thing it asks for, and what it wants to know.

    `elsewhere`: how likely that is something that no text answers; `near`: the ways to ask that it resembles, and
    `near_elsewhere` such as ask for what no text answers.
    """

    words: Sequence[Asked]
    grams: frozenset[str]
    kinds: frozenset[Kind]
    intents: Shares
    wanted: Wanted
    elsewhere: float
    near: Mapping[str, Near]
    near_elsewhere: Near


class Sought(Struct, frozen=True):
    """A text as questions meet it: what its heading says and how much that tells, what it asks for and what it has."""

    heading: Sequence[tuple[Unit, float]]
    grams: frozenset[str]
    kinds: frozenset[Kind]
    has: frozenset[Kind]
    intents: frozenset[str]
    intents_of_body: frozenset[str]
    wants: Shares
    wants_of_body: Shares


def grams(text: str) -> frozenset[str]:
    """Its triples of letters, over the borders of words: alike for words that are spelt or inflected alike."""
    bare = f"  {folded(' '.join(text[:LONGEST].split()))} "
    return frozenset(bare[at : at + GRAM] for at in range(len(bare) - GRAM + 1))


def evidence(question: Question, text: Sought, number: int) -> Sequence[float]:
    """What speaks for the text of that number, in the order of `NAMES`."""
    said = (*_of_words(question, text, number), *_of_kinds(question, text))
    return (*said, *_of_wants(question, text), *_of_ways(question, text))


def _of_words(question: Question, text: Sought, number: int) -> Sequence[float]:
    told = [word.weight * word.anywhere.get(number, 0.0) for word in question.words]
    whole = sum(word.weight for word in question.words) or 1.0
    in_heading = sum(word.weight * word.heading.get(number, 0.0) for word in question.words) / whole
    both = len(question.grams | text.grams) + len(question.grams & text.grams)
    return (
        sum(told) / whole,
        math.log1p(sum(told)),
        max(told, default=0.0),
        2 * len(question.grams & text.grams) / (both or 1),
        math.sqrt(in_heading * _covered(question, text)),
        max((word.weight - one for word, one in zip(question.words, told, strict=True)), default=0.0),
        1 / (1 + len(question.words)),
    )


def _of_kinds(question: Question, text: Sought) -> Sequence[float]:
    return (
        float(bool(question.kinds & text.kinds)),
        float(bool(question.kinds & PROVABLE) and not question.kinds & PROVABLE & text.has),
        float(bool(question.kinds & {Kind.PERSON, Kind.REASON})),
    )


def _of_wants(question: Question, text: Sought) -> Sequence[float]:
    whole = sum(question.intents.values()) or 1.0
    intent = sum(weight for one, weight in question.intents.items() if one in text.intents) / whole
    of_body = text.intents_of_body - text.intents
    in_body = sum(weight for one, weight in question.intents.items() if one in of_body) / whole
    wanted = question.wanted
    return (
        intent,
        in_body,
        float(bool(question.intents) and bool(text.intents) and not intent and not in_body),
        float(not question.intents),
        _logarithm(_shared(wanted.shares, text.wants)),
        _logarithm(_shared(wanted.by_words, text.wants)),
        _logarithm(_shared(wanted.by_meanings, text.wants)),
        _shared(wanted.shares, text.wants_of_body),
        question.elsewhere,
    )


def _of_ways(question: Question, text: Sought) -> Sequence[float]:
    near = [(question.near[want], share) for want, share in text.wants.items() if want in question.near]
    return (
        max((one.one * share for one, share in near), default=0.0),
        max((one.several * share for one, share in near), default=0.0),
        question.near_elsewhere.one,
        question.near_elsewhere.several,
    )


def _shared(wanted: Shares, answered: Shares) -> float:
    return sum(share * answered.get(want, 0.0) for want, share in wanted.items())


def _logarithm(share: float) -> float:
    return 1 - math.log(max(share, RAREST)) / math.log(RAREST)


def _covered(question: Question, text: Sought) -> float:
    """How much of the heading the question says."""
    covered = (
        weight * max((_match(word.unit, unit) for word in question.words), default=0.0) for unit, weight in text.heading
    )
    return sum(covered) / (sum(weight for _, weight in text.heading) or 1.0)


def _match(one: Unit, other: Unit) -> float:
    if one.folded == other.folded:
        return EXACT
    if one.stems & other.stems:
        return STEM
    return MEANING if one.meanings & other.meanings else 0.0
