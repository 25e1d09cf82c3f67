"""How sure it is that a text answers: one of those found, or none of them.

A conditional logit: each candidate has a score, "none of them" has the score 0, and their shares of the whole are the
confidences; a second candidate as good as the first leaves each of them less. The weights were fitted by
`python -m tests.benchmarks.fit_answers` to `tests/benchmarks/answers/other_questions.csv`.
"""

import math
from collections.abc import Sequence
from typing import Final

ANSWERS_FROM: Final = 0.7
"""From here on a text is given as the answer."""

SUGGESTED_FROM: Final = 0.15
"""And from here on offered, where nothing is sure enough."""

_NONE: Final = -3.28
_WEIGHTS: Final = (
    *(1.29, 2.25, -2.37, 2.01, 0.0, -0.89, -1.32),
    *(0.52, -1.27, -1.96),
    *(1.56, 0.97, 0.77, 1.13, 1.74, 1.4, 1.95, 1.88, -1.46),
)
"""In the order of `bot.search.evidence.NAMES`."""


def confidences(found: Sequence[Sequence[float]]) -> Sequence[float]:
    """How likely each of the candidates is the answer."""
    scores = [_NONE + sum(map(float.__mul__, _WEIGHTS, figures)) for figures in found]
    top = max([0.0, *scores])
    shares = [math.exp(score - top) for score in scores]
    whole = math.exp(-top) + sum(shares)
    return [share / whole for share in shares]
