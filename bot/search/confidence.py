"""How sure it is that a text answers: one of those found, or none of them.

A conditional logit: each candidate has a score, "none of them" has the score 0, and their shares of the whole are the
confidences; a second candidate as good as the first leaves each of them less. The weights were fitted by
`python -m tests.benchmarks.fit_answers` to `tests/benchmarks/answers/fitted_questions.csv`.
"""

import math
from collections.abc import Sequence
from typing import Final

ANSWERS_FROM: Final = 0.68
"""From here on a text is given as the answer."""

SUGGESTED_FROM: Final = 0.15
"""And from here on offered, where nothing is sure enough."""

_NONE: Final = -2.93
_WEIGHTS: Final = (
    *(-0.42, 1.64, -0.81, 2.68, 0.27, -0.58, -0.54),
    *(1.53, -1.79, -1.57),
    *(0.74, 0.85, -0.4, -0.37, 1.87, 1.4, 1.68, 1.28, -0.51),
    *(-1.06, 4.02, -4.52, -0.99),
)
"""In the order of `bot.search.evidence.NAMES`."""


def confidences(found: Sequence[Sequence[float]]) -> Sequence[float]:
    """How likely each of the candidates is the answer."""
    scores = [_NONE + sum(map(float.__mul__, _WEIGHTS, figures)) for figures in found]
    top = max([0.0, *scores])
    shares = [math.exp(score - top) for score in scores]
    whole = math.exp(-top) + sum(shares)
    return [share / whole for share in shares]
