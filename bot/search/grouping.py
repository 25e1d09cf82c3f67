"""Texts grouped by what they are about: those that say the same joined first, then stars around what most resemble."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from bot.search.joining import Piece, Said, joined
from bot.text.folding import folded

K = TypeVar("K", bound=Hashable)

ALIKE_FROM: Final = 0.33
"""So alike two texts are about one thing."""

LENIENCY: Final = 0.2
QUESTION: Final = 7
"""So many words a question has; texts with more are about more, and less alike as a whole."""

TELLING: Final = 2
"""So many words name a topic."""


class Alike(Struct, Generic[K], frozen=True):
    """Texts that say the same in nearly the same words; `text` is how most of them put it."""

    keys: Sequence[K]
    text: str


class Group(Struct, Generic[K], frozen=True):
    """Texts about one thing. The first of `said` resembles the most others, and is what to quote.

    `topic`: its most telling words, as they were typed.
    """

    topic: Sequence[str]
    said: Sequence[Alike[K]]

    @property
    def keys(self) -> Sequence[K]:
        """All its texts."""
        return [key for one in self.said for key in one.keys]


class Grouping(Struct, Generic[K], frozen=True):
    """Groups, the largest first, and what tells nothing ("???", a smile, one word that only fills)."""

    groups: Sequence[Group[K]]
    aside: Sequence[Alike[K]]


def grouped(texts: Iterable[Said[K]], language: str) -> Grouping[K]:
    """All of them, each in one group or aside. In which order they come does not matter for who is together.

    It takes a second or so for several thousand, so it belongs in a thread.
    """
    every = joined(sorted(texts, key=lambda one: (one.text, str(one.key))), language)
    telling = [one for one in every if one.terms]
    _weigh(telling)
    found = [_group(star) for star in _stars(telling, _likeness(telling))]
    found.sort(key=lambda group: (-len(group.keys), group.said[0].text))
    return Grouping(found, [Alike(one.keys, one.text) for one in every if not one.terms])


def _weigh(texts: Sequence[Piece[K]]) -> None:
    """Give each term its weight: the fewer texts have it, the more it tells."""
    having = Counter(term for one in texts for term in one.terms)
    for one in texts:
        raw = {term: worth * math.log(1 + len(texts) / having[term]) for term, worth in one.terms.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        one.weights = {term: weight / length for term, weight in raw.items()}


def _likeness(texts: Sequence[Piece[K]]) -> Mapping[int, Mapping[int, float]]:
    """By a text: those that are about the same, and how alike they are."""
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: dict[int, dict[int, float]] = {number: {} for number in range(len(texts))}
    for number, one in enumerate(texts):
        sums: dict[int, float] = defaultdict(float)
        for term, weight in one.weights.items():
            for other, theirs in having[term]:
                sums[other] += weight * theirs
            having[term].append((number, weight))
        for other, alike in sums.items():
            alike *= _leniency(len(one.words), len(texts[other].words))
            if alike >= ALIKE_FROM:
                found[number][other] = found[other][number] = alike
    return found


def _leniency(words: int, others: int) -> float:
    return math.pow(max(1.0, math.sqrt(words * others) / QUESTION), LENIENCY)


# ---- who is together ----


def _stars(texts: Sequence[Piece[K]], alike: Mapping[int, Mapping[int, float]]) -> Sequence[Sequence[Piece[K]]]:
    """Each text with the centre that it resembles most. Centres resemble the most others, and none each other."""
    pull = {number: sum(value * len(texts[one].keys) for one, value in near.items()) for number, near in alike.items()}
    centres: dict[int, list[int]] = {}
    for number in sorted(alike, key=lambda one: (-pull[one] - len(texts[one].keys), _looks(texts[one]))):
        if not any(one in centres for one in alike[number]):
            centres[number] = []
    for number in alike:
        if number not in centres:
            near = [one for one in alike[number] if one in centres]
            centres[max(near, key=lambda one: (alike[number][one], pull[one], texts[one].words))].append(number)
    return [
        [
            texts[centre],
            *(texts[one] for one in sorted(others, key=lambda one: (-alike[centre][one], texts[one].words))),
        ]
        for centre, others in centres.items()
    ]


def _looks(piece: Piece[K]) -> tuple[bool, Sequence[str]]:
    """Of two that resemble as much the one that begins like a sentence is the better quote."""
    return not piece.text[:1].isupper(), piece.words


def _group(star: Sequence[Piece[K]]) -> Group[K]:
    return Group(_topic(star), [Alike(one.keys, one.text) for one in star])


def _topic(star: Sequence[Piece[K]]) -> Sequence[str]:
    """The words that tell most of what several have in common, as they stand in the quote or are mostly typed."""
    weights: dict[str, float] = defaultdict(float)
    having: dict[str, int] = Counter()
    typed: dict[str, Counter[str]] = defaultdict(Counter)
    for one in star:
        for term, weight in one.weights.items():
            weights[term] += weight * len(one.keys)
            having[term] += 1
            typed[term][one.typed[term]] += len(one.keys)
    shared = [term for term in typed if having[term] * 2 > min(len(star), 3)] or list(typed)
    shared.sort(key=lambda term: (-weights[term], term))
    words: dict[str, str] = {}
    for term in shared:
        if weights[term] * 2 > weights[shared[0]] and len(words) < TELLING:
            word = star[0].typed.get(term) or min(typed[term], key=lambda one: (-typed[term][one], one))
            words.setdefault(folded(word), word)
    order = list(dict.fromkeys(star[0].typed.values()))
    return sorted(words.values(), key=lambda word: order.index(word) if word in order else len(order))
