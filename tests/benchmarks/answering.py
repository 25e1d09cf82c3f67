"""How well questions are answered from a community's own texts, beside what libraries do with the same texts.

The libraries pick their thresholds on the half "tune", by the rule by which the search's own was picked on the
questions that it is fitted to; the figures are those of the half "kept", and of fresh questions beside it.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from statistics import median
from typing import Final

from rapidfuzz import fuzz, process

from bot.search.confidence import ANSWERS_FROM
from bot.search.index import Index, Text
from bot.text.folding import folded
from tests.benchmarks.answer_cases import Case, Half, cases, index_of, texts_of
from tests.benchmarks.answer_rates import PRECISION, SILENCE, Answered, Rates, pick, rates
from tests.benchmarks.measuring import Figure, Size

ANSWERED: Final = 0.7
ENTRIES: Final = 1000
MILLISECONDS: Final = 10.0

Best = tuple[str | None, float]


def ours(case: Case) -> Best:
    """The search behind `/ask`."""
    found = index_of(case.language).ask(case.question, most=1)
    return (found[0].key, found[0].confidence) if found else (None, 0.0)


@cache
def _headings(language: str) -> Mapping[str, str]:
    return {text.key: folded(text.heading) for text in texts_of(language)}


def _fuzzy(scorer: Callable[..., float]) -> Callable[[Case], Best]:
    def best(case: Case) -> Best:
        found = process.extractOne(folded(case.question), _headings(case.language), scorer=scorer)
        return (found[2], found[1]) if found else (None, 0.0)

    return best


@cache
def _full_text(language: str) -> sqlite3.Connection:
    """SQLite's own index of words, without accents."""
    database = sqlite3.connect(":memory:")
    tokens = "unicode61 remove_diacritics 2"
    database.execute(f'CREATE VIRTUAL TABLE texts USING fts5(key UNINDEXED, heading, body, tokenize="{tokens}")')
    rows = [(text.key, text.heading, text.body) for text in texts_of(language)]
    database.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
    return database


def _indexed(case: Case) -> Best:
    words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", case.question))
    if not words:
        return None, 0.0
    statement = "SELECT key, -bm25(texts, 0, 2, 1) FROM texts WHERE texts MATCH ? ORDER BY 2 DESC LIMIT 1"
    found = _full_text(case.language).execute(statement, (words,)).fetchone()
    return (found[0], found[1]) if found else (None, 0.0)


FLOORS: Final[Mapping[str, Callable[[Case], Best]]] = {
    "WRatio": _fuzzy(fuzz.WRatio),
    "token_set_ratio": _fuzzy(fuzz.token_set_ratio),
    "FTS5": _indexed,
}


def _answers(search: Callable[[Case], Best], some: Sequence[Case]) -> list[Answered]:
    best = [(case, *search(case)) for case in some]
    return [Answered(sure, key in case.right, bool(case.right)) for case, key, sure in best]


def measured(search: Callable[[Case], Best], half: Sequence[Case]) -> Rates:
    """How the search does on some questions, with the threshold that its answers to "tune" call for."""
    return rates(_answers(search, half), pick(_answers(search, cases("tune"))))


async def run(size: Size) -> list[Figure]:
    """The kept half, once, and the fresh questions; and how long a question takes among a thousand entries."""
    return [*_half("kept", "answers"), *_half("fresh", "fresh"), _speed(size)]


def _half(half: Half, title: str) -> list[Figure]:
    some = cases(half)
    found = rates(_answers(ours, some), ANSWERS_FROM)
    floors = {name: measured(search, some) for name, search in FLOORS.items()}
    name, best = max(floors.items(), key=lambda one: one[1].found)
    return [
        _share(title, found.answered, best.answered, ANSWERED, f"(floor: {name})"),
        _share("  right", found.found, best.found, 0.0, ""),
        _share("  precision", found.precision, best.precision, PRECISION, ""),
        _share("  silence", found.silence, best.silence, SILENCE, ""),
        *(
            _share(f"  {one}: {what}", getattr(found, what), getattr(rate, what), 0.0, "")
            for one, rate in floors.items()
            if one != name
            for what in ("found", "precision", "silence")
        ),
    ]


def _share(name: str, value: float, floor: float, aim: float, note: str) -> Figure:
    wanted = f">= {aim:.0%} {note}".strip() if aim else note
    floor = max(floor, 0.001)  # of a search that finds nothing there is no multiple
    return Figure(name, value * 100, "%", floor * 100, value / floor, wanted, value >= aim, 1)


def _speed(size: Size) -> Figure:
    texts = texts_of("cs") + texts_of("en")
    many = [Text(str(n), f"{texts[n % len(texts)].heading} {n}", texts[n % len(texts)].body) for n in range(ENTRIES)]
    index, headings = Index(many, "cs"), [folded(text.heading) for text in many]
    questions = [case.question for case in cases("tune")][:: max(1, round(4 / size.share / size.rounds))]
    mine = [_took(lambda asked=one: index.ask(asked)) for one in questions]  # type: ignore[misc]
    bare = [
        _took(lambda asked=one: process.extractOne(folded(asked), headings, scorer=fuzz.WRatio))  # type: ignore[misc]
        for one in questions
    ]
    value, floor = median(mine), median(bare)
    return Figure("  a question", value, "ms", floor, value / floor, "<= 10 ms", value <= MILLISECONDS, len(questions))


def _took(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000
