"""The search for answers: right whatever the accents, endings and slips of the keyboard, silent beyond its texts."""

import sys
from functools import cache
from subprocess import run

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.confidence import ANSWERS_FROM
from bot.search.index import Index, Text
from bot.search.intents import rules
from bot.search.lexicon import meanings_in
from bot.search.nearest import ways
from bot.search.units import said
from bot.search.wants import ways_to_ask
from bot.text.folding import folded
from tests.benchmarks.answer_cases import index_of, texts_of


@cache
def in_czech() -> Index[int]:
    """A small index, made when it is first asked: whoever only collects the tests should not wait for it."""
    texts = [
        Text(1, "Kolik stojí doprava?", "Zásilkovna 79 Kč, nad 1 500 Kč zdarma."),
        Text(2, "Jak vrátím zboží?", "Do čtrnácti dnů ho pošli zpátky."),
        Text(3, "Kdy vysíláte?", "Každý čtvrtek v 19:00."),
        Text(4, "Na co můžu použít body?", "Na slevu nebo na kurz.", "Věrnost"),
    ]
    return Index(texts, "cs")


def likeliest(index: Index[int], question: str) -> int | None:
    found = index.ask(question)
    return found[0].key if found and found[0].confidence >= ANSWERS_FROM else None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("kolik stoji dopravu", 1),  # another case, no accents
        ("Kolik zaplatím za dopravu?", 1),
        ("kolik stojí dopraav", 1),  # a slip
        ("jak vratit zbozi", 2),
        ("jak se vrací zboží", 2),
        ("v kolik vysíláte", 3),
        ("na co jsou dobré ty body", 4),
        ("how much is shipping", 1),  # in the other language
    ],
)
def test_a_question_finds_its_answer_however_it_is_worded(question: str, answer: int) -> None:
    assert in_czech().ask(question)[0].key == answer


@pytest.mark.parametrize(
    "question", ["", "???", "ahoj", "Kdo vyhrál volby v Peru?", "🔥🔥🔥", "body paint tutorial japonsko"]
)
def test_what_the_texts_do_not_say_is_met_with_silence(question: str) -> None:
    assert likeliest(in_czech(), question) is None


@pytest.mark.parametrize("language", ["cs", "en"])
def test_an_entry_is_found_by_its_own_question_with_and_without_accents_and_capitals(language: str) -> None:
    index = index_of(language)
    for text in texts_of(language):
        for typed in (text.heading, text.heading.upper(), folded(text.heading), f"  {text.heading.strip('?')} ?!"):
            found = index.ask(typed)[0]
            assert found.key == text.key and found.confidence > 0.95, typed


def test_of_two_texts_that_answer_alike_neither_is_sure() -> None:
    index = Index([Text(1, "Opening hours of the shop"), Text(2, "Opening hours of the shop")], "en")

    found = index.ask("opening hours of your shop")

    assert len(found) == 2 and all(one.confidence <= 0.5 for one in found)


@given(st.text(max_size=300), st.sampled_from(["cs", "en", "de", ""]))
@example("0¼", "cs")
def test_any_text_can_be_asked_and_confidences_are_shares(typed: str, language: str) -> None:
    index = Index([Text(1, typed, typed[::-1], typed[:9]), Text(2, "When do you stream?", "On Thursdays.")], language)

    found = index.ask(typed + " stream")

    assert found == index.ask(typed + " stream")
    assert all(0 <= one.confidence <= 1 for one in found) and sum(one.confidence for one in found) <= 1.0001
    assert isinstance(Index([], language).ask(typed), list) and not Index([], language).ask(typed)


def test_nothing_of_it_is_loaded_before_somebody_asks() -> None:
    """A start stays as quick as it was."""
    code = "import sys, bot.api; print([name for name in ('rapidfuzz', 'snowballstemmer') if name in sys.modules])"

    assert run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.strip() == "[]"


def test_every_meaning_that_an_intent_names_has_words_in_both_languages() -> None:
    named = {meaning for rule in rules() for one in (*rule.named, rule.without) for meaning in one}

    for language in ("cs", "en"):
        assert named <= {name for name, _, words in meanings_in(language) if words}


@pytest.mark.parametrize(
    ("question", "language"), [("who won the giveaway last week?", "en"), ("kdo minule vyhrál?", "cs")]
)
def test_the_way_to_ask_that_is_nearest_is_not_drowned_by_how_much_is_said_of_its_neighbour(
    question: str, language: str
) -> None:
    near = ways(language).nearest(said(question, language))

    assert max(near, key=lambda want: near[want].one) == "past_event"
    assert all(0 < one.several <= one.one + 1e-9 <= 1 + 2e-9 for one in near.values())


@pytest.mark.parametrize("language", ["en", "cs"])
def test_every_way_to_ask_is_nearest_to_itself(language: str) -> None:
    for want, way in ways_to_ask(language)[::40]:
        assert ways(language).nearest(way)[want].one == pytest.approx(1)


def test_words_that_no_way_to_ask_has_make_a_question_less_like_each() -> None:
    plain, strange = (
        ways("en").nearest(said(text, "en")) for text in ("how much is delivery", "how much is xyzzy delivery")
    )

    assert strange["delivery_price"].one < plain["delivery_price"].one
