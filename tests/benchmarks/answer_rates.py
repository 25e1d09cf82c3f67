"""How right answers are, and how a threshold is picked: the same for every search that is measured."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

PRECISION: Final = 0.9
SILENCE: Final = 0.9


class Answered(Struct, frozen=True):
    """The best answer to one question: how sure it was, whether it was right, and whether there was a right one."""

    confidence: float
    right: bool
    answerable: bool


class Rates(Struct, frozen=True):
    """`precision`: of what was answered, how much was right. `answered`: of what has an answer, how much was answered,
    and `found`: answered right. `silence`: of what has none, how much was met with silence."""

    precision: float
    answered: float
    found: float
    silence: float


def rates(answers: Sequence[Answered], threshold: float) -> Rates:
    """As they are with that threshold."""
    given = [one for one in answers if one.confidence >= threshold]
    able = [one for one in answers if one.answerable]
    vain = [one for one in answers if not one.answerable]
    said = [one for one in given if one.answerable]
    quiet = len(vain) - (len(given) - len(said))
    right = sum(one.right for one in given)
    return Rates(*(_share(*two) for two in ((right, given), (len(said), able), (right, able), (quiet, vain))))


def _share(many: int, whole: Sequence[Answered]) -> float:
    return many / len(whole) if whole else 1.0


def pick(answers: Sequence[Answered]) -> float:
    """The lowest threshold with which answers are as right, and silence is kept as often, as they should."""
    for threshold in sorted({one.confidence for one in answers}):
        found = rates(answers, threshold)
        if found.precision >= PRECISION and found.silence >= SILENCE:
            return threshold
    return max((one.confidence for one in answers), default=0.0) + 1e-9
