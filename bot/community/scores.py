"""Figures from few answers: a mean, and the net promoter score with its margin. None rather than a guess."""

import math
from collections.abc import Mapping

from msgspec import Struct

FEWEST_ANSWERS = 5
"""Below so many answers no figure is told."""

NORMAL_95 = 1.96


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
    for_us = sum(times for value, times in spread.items() if value >= 9)
    against = sum(times for value, times in spread.items() if value <= 6)
    net = (for_us - against) / count
    variance = ((for_us + against) / count - net**2) * count / (count - 1)
    margin = NORMAL_95 * math.sqrt(variance / count) * 100 if variance > 1e-12 else None
    return Promoters(net * 100, margin)
