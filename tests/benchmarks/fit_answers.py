"""Fit `bot.search.confidence` to the half "tune" of the questions: `python -m tests.benchmarks.fit_answers`."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize

from bot.search.evidence import NAMES
from bot.search.index import CANDIDATES
from tests.benchmarks.answer_cases import Case, cases, index_of
from tests.benchmarks.answer_rates import Answered, pick

SMOOTHED: Final = 0.5
"""How much large weights cost: there are few questions."""

Packed = tuple[Any, Any, Any]


def packed(some: Sequence[Case]) -> Packed:
    """Evidence, which of it there is, and which of it speaks for a right answer."""
    shape = (len(some), CANDIDATES)
    figures, there, right = np.zeros((*shape, len(NAMES))), np.zeros(shape, bool), np.zeros(shape, bool)
    for number, case in enumerate(some):
        for place, (key, evidence) in enumerate(index_of(case.language).evidence(case.question)):
            figures[number, place], there[number, place], right[number, place] = evidence, True, key in case.right
    return figures, there, right


def shares(weights: Any, data: Packed) -> tuple[Any, Any]:
    """The candidates' confidences, and that of "none of them"."""
    figures, there, _ = data
    scores = np.where(there, figures @ weights[1:] + weights[0], -np.inf)
    top = np.maximum(0, scores.max(1, initial=0))
    each, none = np.exp(scores - top[:, None]), np.exp(-top)
    whole = each.sum(1) + none
    return each / whole[:, None], none / whole


def loss(weights: Any, data: Packed) -> float:
    """How little the confidences foretell what is right."""
    each, none = shares(weights, data)
    right = np.where(data[2], each, 0).sum(1)
    foretold = np.where(data[2].any(1), right, none)
    return float(-np.log(foretold + 1e-12).sum() + SMOOTHED * (weights[1:] ** 2).sum())


def main() -> None:
    """Print the constants."""
    some = cases("tune")
    data = packed(some)
    weights = minimize(loss, np.zeros(len(NAMES) + 1), args=(data,), method="L-BFGS-B").x
    each, _ = shares(weights, data)
    best = each.argmax(1)
    answers = [
        Answered(float(each[n, b]), bool(data[2][n, b]), bool(case.right))
        for n, (case, b) in enumerate(zip(some, best, strict=True))
    ]
    print(f"_NONE = {weights[0]:.2f}\n_WEIGHTS = {tuple(round(float(one), 2) for one in weights[1:])}  # {NAMES}")
    print(f"ANSWERS_FROM = {pick(answers):.3f}")


if __name__ == "__main__":
    main()
