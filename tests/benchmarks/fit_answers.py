"""Fit `bot.search.confidence`: `python -m tests.benchmarks.fit_answers`.

To `answers/fitted_questions.csv`, of which whoever wrote the words and the ways to ask in `bot/search/meanings` saw
none: to the half "tune" and to the "seen" questions, of which they did, the search looks surer than it is. The
threshold is picked by questions about texts that the weights were not fitted to.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize

from bot.search.evidence import NAMES
from bot.search.index import CANDIDATES
from tests.benchmarks.answer_cases import Case, cases, index_of
from tests.benchmarks.answer_rates import Answered, Rates, pick, rates

SMOOTHED: Final = 0.1
"""How much large weights cost: there are few questions."""

FOLDS: Final = 10

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


def fitted(data: Packed) -> Any:
    """The weights that foretell best, that of "none of them" first; no heading is worse for being said whole."""
    bounds = [(None, None), *((0.0, None) if name == "both" else (None, None) for name in NAMES)]
    return minimize(loss, np.zeros(len(NAMES) + 1), args=(data,), method="L-BFGS-B", bounds=bounds).x


def answered(weights: Any, some: Sequence[Case], data: Packed) -> list[Answered]:
    """What is answered with these weights."""
    each, _ = shares(weights, data)
    best = each.argmax(1)
    return [
        Answered(float(each[n, b]), bool(data[2][n, b]), bool(case.right))
        for n, (case, b) in enumerate(zip(some, best, strict=True))
    ]


def crossed(some: Sequence[Case], data: Packed) -> list[Answered]:
    """What is answered where neither the question nor any other about the same text was fitted to."""
    groups: dict[object, list[int]] = defaultdict(list)
    for number, case in enumerate(some):
        groups[(case.language, min(case.right)) if case.right else number].append(number)
    shuffled = list(groups.values())
    random.Random(0).shuffle(shuffled)
    found: dict[int, Answered] = {}
    for fold in range(FOLDS):
        asked = [number for group in shuffled[fold::FOLDS] for number in group]
        known = sorted(set(range(len(some))) - set(asked))
        weights = fitted(_of(data, known))
        found.update(zip(asked, answered(weights, [some[n] for n in asked], _of(data, asked)), strict=True))
    return [found[number] for number in range(len(some))]


def _of(data: Packed, numbers: Sequence[int]) -> Packed:
    figures, there, right = data
    return figures[numbers], there[numbers], right[numbers]


def _told(name: str, found: Rates) -> str:
    return f"# {name}: {found.answered:.1%} answered, {found.precision:.1%} right, {found.silence:.1%} silence"


def main() -> None:
    """Print the constants, and how well questions are answered that were not fitted to."""
    some = cases("fitted")
    data = packed(some)
    weights, answers = fitted(data), crossed(some, data)
    threshold = pick(answers)
    print(f"_NONE = {weights[0]:.2f}\n_WEIGHTS = {tuple(round(float(one), 2) for one in weights[1:])}  # {NAMES}")
    print(f"ANSWERS_FROM = {threshold:.3f}")
    print(_told("all", rates(answers, threshold)))
    for language in ("cs", "en"):
        own = [one for one, case in zip(answers, some, strict=True) if case.language == language]
        print(_told(language, rates(own, threshold)))
    for half in ("tune", "seen"):
        known = cases(half)
        found = rates(answered(weights, known, packed(known)), threshold)
        print(_told(f"{half}, which the words were written beside", found))


if __name__ == "__main__":
    main()
