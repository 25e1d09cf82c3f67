"""Of how many people how many did something: how sure that is, and whether others did it more, whenever one looks."""

import math
from typing import Final

from msgspec import Struct

NORMAL: Final = 1.959964
"""So many standard deviations to either side hold 95 % of a normal distribution."""

ALPHA: Final = 0.05
TUNED_TO: Final = 300
"""People, for whom an interval that holds at all times is narrowest; it holds for any number."""

FEWEST: Final = 30
"""With fewer people on either side nothing is said: the interval rests on means being normal by then."""


class Share(Struct, frozen=True):
    """So many `of` people `did` it."""

    did: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nobody."""
        return self.did / self.of if self.of else 0.0


def likely(share: Share) -> tuple[float, float]:
    """Between which values the true share lies, looked at once: the 95 % score interval (Wilson, 1927)."""
    if not share.of:
        return 0.0, 1.0
    square, many = NORMAL**2, share.of
    middle = (share.did + square / 2) / (many + square)
    half = NORMAL / (many + square) * math.sqrt(share.did * (many - share.did) / many + square / 4)
    return max(0.0, middle - half), min(1.0, middle + half)


def difference(one: Share, other: Share) -> tuple[float, float] | None:
    """Between which values `other` less `one` lies, at 95 % and however often somebody looked before; None: too few.

    People come to either by lot. An asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas,
    "Time-uniform central limit theory and asymptotic confidence sequences", 2024, theorem 2.2): as long as the truth is
    nought, the chance that it ever leaves nought out is 5 %, so a winner may be named as soon as there is one.
    """
    if min(one.of, other.of) < FEWEST:
        return None
    many = one.of + other.of
    variance = sum(_variance(share) * many / share.of for share in (one, other))
    tuning = (-2 * math.log(ALPHA) + math.log(-2 * math.log(ALPHA) + 1)) / TUNED_TO
    grown = many * tuning + 1
    half = math.sqrt(variance * 2 * grown / (many**2 * tuning) * math.log(math.sqrt(grown) / ALPHA))
    middle = other.value - one.value
    return max(-1.0, middle - half), min(1.0, middle + half)


def _variance(share: Share) -> float:
    """Of a single person; two made up, of whom one did it, keep it from nought where all are alike."""
    value = (share.did + 1) / (share.of + 2)
    return value * (1 - value)
