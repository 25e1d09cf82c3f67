"""Which of the ways to ask in `meanings/asked.*.txt` a question resembles most.

The cosine of what both say, weighed by how rare it is (Salton, Wong and Yang, "A vector space model for automatic
indexing", 1975). `wants` sums up all that is said about a thing, so that much said about its neighbour drowns it; here
one way to ask that is nearly the same suffices.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest
from typing import Final

from msgspec import Struct

from bot.search.units import Said
from bot.search.wants import features_of, ways_to_ask

LOOKED_AT: Final = 60
"""So many of the ways that resemble most are looked at."""

SEVERAL: Final = 3
_TELLING: Final = ("=", "<")
"""Stems and meanings: what is known of none of the ways makes a question less like each of them."""


class Near(Struct, frozen=True):
    """How alike, from 0 to 1, the nearest way to ask for one thing is, and the nearest three on average."""

    one: float = 0.0
    several: float = 0.0


class Ways(Struct, frozen=True):
    """The ways to ask of a language, each a vector of length 1: by a feature, the ways that have it and how much."""

    wants: Sequence[str]
    rarity: Mapping[str, float]
    having: Mapping[str, Sequence[tuple[int, float]]]

    def nearest(self, text: Said) -> Mapping[str, Near]:
        """By what somebody may want: how alike the ways to ask for it are."""
        vector, unheard = {}, math.log(len(self.wants) + 1)
        for one, value in features_of(text).items():
            weight = value * self.rarity.get(one, unheard if one.startswith(_TELLING) else 0.0)
            if weight:
                vector[one] = weight
        alike = defaultdict[int, float](float)
        for one, weight in vector.items():
            for number, share in self.having.get(one, ()):
                alike[number] += weight * share
        length = _length(vector)
        found = defaultdict[str, list[float]](list)
        for number in nlargest(LOOKED_AT, alike, key=lambda number: (alike[number], -number)):
            if len(found[self.wants[number]]) < SEVERAL:
                found[self.wants[number]].append(alike[number] / length)
        return {want: Near(each[0], sum(each) / SEVERAL) for want, each in found.items()}


@cache
def ways(language: str) -> Ways:
    """The ways to ask in a language; the English ones for any that has none of its own."""
    said = [(want, features_of(way)) for want, way in ways_to_ask("cs" if language == "cs" else "en")]
    many = Counter(one for _, features in said for one in features)
    rarity = {one: math.log((len(said) + 1) / count) for one, count in many.items()}
    having = defaultdict[str, list[tuple[int, float]]](list)
    for number, (_, features) in enumerate(said):
        vector = {one: value * rarity[one] for one, value in features.items()}
        length = _length(vector)
        for one, weight in vector.items():
            having[one].append((number, weight / length))
    return Ways([want for want, _ in said], rarity, having)


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
