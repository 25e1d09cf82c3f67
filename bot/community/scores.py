"""Scales that people answer on, and figures from few answers: a mean, and the net promoter score with its margin.

None rather than a guess.
"""

import math
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from bot.model.cards import Mood

FEWEST_ANSWERS = 5
"""Below so many answers no figure is told."""

NORMAL_95 = 1.96


class Scale(Struct, frozen=True):
    """Figures to choose from. Up to `detracts` they speak against, from `promotes` on for what is asked about."""

    name: str  # as activities and texts call it
    least: int
    most: int
    detracts: int
    promotes: int

    @property
    def ends(self) -> tuple[int, int]:
        """The lowest and the highest, as a row of buttons takes them."""
        return self.least, self.most

    @property
    def values(self) -> range:
        """All of them."""
        return range(self.least, self.most + 1)

    def read(self, typed: str) -> int | None:
        """The figure that a form's choice brought; None for none of them."""
        return next((value for value in self.values if typed == str(value)), None)

    def mood(self, value: int) -> Mood:
        """What a figure says."""
        if value <= self.detracts:
            return Mood.AGAINST
        return Mood.FOR if value >= self.promotes else Mood.NEITHER


SCORES: Final = Scale("score", 0, 10, detracts=6, promotes=9)
"""0 to 10, of which the net promoter score is made: its detractors give up to 6, its promoters 9 or 10."""

STARS: Final = Scale("stars", 1, 5, detracts=2, promotes=4)


class Promoters(Struct, frozen=True):
    """The net promoter score in points, -100 to 100, and half of its 95 % interval; None when all answers are alike.

    Promoters (9, 10) count 1, detractors (0 to 6) -1, the rest 0; the margin is 1.96 standard errors of their mean,
    from the sample's variance.
    """

    score: float
    margin: float | None


def mean_answer(spread: Mapping[int, int]) -> float | None:
    """The mean of values by how often each was given; None for fewer than five."""
    count = sum(spread.values())
    return sum(value * times for value, times in spread.items()) / count if count >= FEWEST_ANSWERS else None


def promoters(spread: Mapping[int, int]) -> Promoters | None:
    """The net promoter score of scores 0 to 10 by how often each was given; None for fewer than five."""
    count = sum(spread.values())
    if count < FEWEST_ANSWERS:
        return None
    for_us = sum(times for value, times in spread.items() if SCORES.mood(value) is Mood.FOR)
    against = sum(times for value, times in spread.items() if SCORES.mood(value) is Mood.AGAINST)
    net = (for_us - against) / count
    variance = ((for_us + against) / count - net**2) * count / (count - 1)
    margin = NORMAL_95 * math.sqrt(variance / count) * 100 if variance > 1e-12 else None
    return Promoters(net * 100, margin)
