"""Each reader gets the text in their language, whatever is missing."""

import logging
import time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import SystemClock
from bot.model.messages import Markup
from bot.model.titles import journey_named, plugin_named
from bot.text.markup import escape, plain
from bot.text.translator import TextError, Translator, load_translator
from tests.text.folders import write_locales

EN = """
hello = Hello <b>{ $name }</b>
points = { $count ->
    [one] { $count } point
   *[other] { $count } points
 }
seen = { $seen ->
    [yes] seen
   *[no] not seen
 }
price = { NUMBER($amount, minimumFractionDigits: 2) }
only-english = English
cmd-ping = See whether I am awake.
    .name = ping
"""
CS = """
hello = Ahoj <b>{ $name }</b>
points = { $count ->
    [one] { $count } bod
    [few] { $count } body
    [many] { $count } bodu
   *[other] { $count } bodů
 }
price = { NUMBER($amount, minimumFractionDigits: 2) }
cmd-ping = Zjisti, jestli jsem vzhůru.
    .name = ping
"""


@pytest.fixture
def strict(tmp_path: Path) -> Translator:
    return load_translator([write_locales(tmp_path, en=EN, cs=CS)], strict=True)


@pytest.fixture
def lenient(tmp_path: Path) -> Translator:
    return load_translator([write_locales(tmp_path, en=EN, cs=CS)])


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bodů"), (1, "1 bod"), (2, "2 body"), (5, "5 bodů"), (21, "21 bodů"), (1.5, "1,5 bodu"), (2.0, "2 body"),
        (Decimal("1.0"), "1 bod"), (1234567, "1\u00a0234\u00a0567 bodů"), (-1, "-1 bod"),
    ],
)  # fmt: skip
def test_czech_counts_in_all_its_plurals(strict: Translator, count: float, text: str) -> None:
    assert strict.text("points", "cs", count=count) == text


def test_the_nearest_language_answers(strict: Translator) -> None:
    assert strict.text("hello", "cs-CZ", name="Ema") == "Ahoj <b>Ema</b>"
    assert strict.text("hello", "CS_cz", name="Ema") == "Ahoj <b>Ema</b>"
    assert strict.text("hello", "de", name="Ema") == "Hello <b>Ema</b>"
    assert strict.text("hello", "", name="Ema") == "Hello <b>Ema</b>"


def test_what_people_typed_is_escaped_and_markup_is_not(strict: Translator) -> None:
    assert strict.text("hello", "en", name="<b>Ema") == "Hello <b>&lt;b&gt;Ema</b>"
    assert strict.text("hello", "en", name=Markup("<i>Ema</i>")) == "Hello <b><i>Ema</i></b>"
    assert isinstance(strict.text("hello", "en", name=strict.text("only-english", "en")), Markup)


def test_long_values_are_put_in_whole(strict: Translator) -> None:
    essay = "long & " * 2000
    assert plain(strict.text("hello", "en", name=essay)) == f"Hello {essay}"


def test_yes_and_no_pick_a_variant(strict: Translator) -> None:
    assert strict.text("seen", "en", seen=True) == "seen"
    assert strict.text("seen", "en", seen=False) == "not seen"


def test_members_of_an_enumeration_are_texts(strict: Translator) -> None:
    class Kind(StrEnum):
        CHAT = "chat"

    assert strict.text("hello", "en", name=Kind.CHAT) == "Hello <b>chat</b>"


def test_numbers_take_the_options_of_the_message(strict: Translator) -> None:
    assert strict.text("price", "cs", amount=1490) == "1\u00a0490,00"
    assert strict.text("price", "en", amount=0.5) == "0.50"


def test_attributes_are_texts_too(strict: Translator) -> None:
    assert strict.text("cmd-ping.name", "cs") == "ping"
    assert strict.has("cmd-ping.name")
    assert not strict.has("cmd-ping.other")


def test_it_knows_what_it_has(strict: Translator) -> None:
    assert strict.languages == ("cs", "en")
    assert strict.has("only-english")
    assert strict.has("only-english", "en")
    assert not strict.has("only-english", "cs")
    assert not strict.has("only-english", "de")
    assert not strict.has("nothing")


def test_a_text_missing_in_a_language_is_shown_in_english_and_logged_once(
    lenient: Translator, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert [lenient.text("only-english", "cs") for _ in range(3)] == ["English"] * 3
    assert [record.getMessage() for record in caplog.records] == ["no text 'only-english' in language 'cs'"]


def test_an_unknown_text_is_shown_as_its_id(lenient: Translator) -> None:
    assert lenient.text("nothing-<here>", "cs") == "[nothing-&lt;here&gt;]"


def test_a_missing_value_does_not_raise_in_production(lenient: Translator, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert lenient.text("hello", "en") == "Hello <b>name</b>"
        assert lenient.text("points", "cs") == "count bodů"
    assert len(caplog.records) == 2


def test_a_value_without_a_form_is_logged_and_shown_as_text(lenient: Translator) -> None:
    assert lenient.text("hello", "en", name=None) == "Hello <b>None</b>"
    assert lenient.text("hello", "en", name=float("inf")) == "Hello <b>inf</b>"


@pytest.mark.parametrize("values", [{}, {"name": None}, {"name": SystemClock().now()}, {"name": float("nan")}])
def test_strict_mode_refuses_values_that_are_missing_or_have_no_form(
    strict: Translator, values: dict[str, object]
) -> None:
    with pytest.raises(TextError):
        strict.text("hello", "en", **values)


@pytest.mark.parametrize("key", ["nothing", "only-english", "cmd-ping.other"])
def test_strict_mode_refuses_missing_texts(strict: Translator, key: str) -> None:
    with pytest.raises(TextError, match=key):
        strict.text(key, "cs")


@pytest.mark.parametrize("source", ["broken = { $x ->\n", "twice = 1\ntwice = 2\n"])
def test_broken_files_are_refused_when_strict_and_survived_otherwise(tmp_path: Path, source: str) -> None:
    root = write_locales(tmp_path, en="fine = Fine\n" + source)
    with pytest.raises(TextError):
        load_translator([root], strict=True)
    assert load_translator([root]).text("fine", "en") == "Fine"


def test_the_same_texts_are_read_once_but_those_that_changed_or_miss_something_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = write_locales(tmp_path, en="fine = Fine")
    first = load_translator([root])
    assert load_translator([root]) is first
    for _ in range(2):  # each start says what is missing
        assert load_translator([root]).text("more", "en") == "[more]"
    assert len(caplog.messages) == 2
    write_locales(tmp_path, en="fine = Well\nmore = More")
    assert [load_translator([root]).text(key, "en") for key in ("fine", "more")] == ["Well", "More"]


def test_texts_that_refer_to_each_other_in_a_circle_are_shown_as_their_id(tmp_path: Path) -> None:
    root = write_locales(tmp_path, en="a = { b }\nb = { a }")
    assert load_translator([root]).text("a", "en") == "[a]"
    with pytest.raises(TextError):
        load_translator([root], strict=True).text("a", "en")


def test_folders_of_plugins_add_texts_and_languages_but_replace_none(tmp_path: Path) -> None:
    ours = write_locales(tmp_path / "ours", en="fine = Fine")
    theirs = write_locales(tmp_path / "theirs", en__polls="fine = Bad\npolls-new = New", de__polls="polls-new = Neu")
    translator = load_translator([ours, theirs, tmp_path / "missing"])
    assert translator.text("fine", "en") == "Fine"
    assert translator.text("polls-new", "de-AT") == "Neu"


def test_folders_that_are_no_languages_are_passed_over(tmp_path: Path) -> None:
    root = write_locales(tmp_path, en="fine = Fine", __pycache__="fine = Bad")
    (root / "README.md").write_text("Not a language.", encoding="utf-8")
    assert load_translator([root], strict=True).languages == ("en",)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text() | st.binary()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.sampled_from(["hello", "points", "seen", "price", "nothing"]) | st.text(), language=st.text(), value=VALUES
)
def test_production_never_raises(lenient: Translator, key: str, language: str, value: object) -> None:
    text = lenient.text(key, language, name=value, count=value, seen=value, amount=value)
    assert isinstance(text, Markup)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text())
def test_a_name_is_shown_as_it_is(strict: Translator, name: str) -> None:
    assert plain(strict.text("hello", "cs", name=name)) == "Ahoj " + plain(escape(name))


def test_readers_with_the_same_counts_each_get_their_own_name(tmp_path: Path) -> None:
    source = "seen = { $name }, { $count } of { $total }{ $mood ->\n  [glad] , { $name }!\n *[other] .\n}\n"
    texts = load_translator([write_locales(tmp_path, en=source)], strict=True)
    told = [
        texts.text("seen", "en", mood=mood, name=name, total=3, count=2, unused=None)
        for name, mood in (("Ema", "glad"), ("Petr", "calm"), ("Jana", "glad"))
    ]
    assert told == ["Ema, 2 of 3, Ema!", "Petr, 2 of 3.", "Jana, 2 of 3, Jana!"]


def test_texts_with_plurals_are_fast(strict: Translator) -> None:
    started = time.process_time()
    for count in range(2_000):
        strict.text("points", "cs-CZ", count=count % 30)
    # Over 20,000 a second on an idle machine; the bound leaves room for a busy one.
    assert time.process_time() - started < 1


TITLES_EN = """
titled = { $title } ({ $name })
tea-title = Tea time
kiln-title = KILN
says = { $name } is on
picks = { $name ->
    [tea] { $name } stays
   *[other] { $name } goes
 }
"""
TITLES_CS = """
titled = { $title } ({ $name })
tea-title = Čas na <b>čaj</b>
says = { $name } běží
"""


def test_a_name_is_shown_with_what_it_is_called_in_the_reader_s_language(tmp_path: Path) -> None:
    texts = load_translator([write_locales(tmp_path, en=TITLES_EN, cs=TITLES_CS)], strict=True)
    tea, kiln, bare = plugin_named("tea"), plugin_named("kiln"), plugin_named("a<b")
    assert texts.text("says", "en", name=tea) == "Tea time (tea) is on"
    assert texts.text("says", "cs", name=tea) == "Čas na <b>čaj</b> (tea) běží"
    assert texts.text("says", "en", name=kiln) == "KILN is on"  # the title says no more than the name
    assert texts.text("says", "en", name=bare) == "a&lt;b is on"
    assert texts.text("picks", "en", name=tea) == "tea stays"  # it picks the words, so it stays what it is
    assert texts.title(tea, "en") == "Tea time"
    assert texts.title(bare, "cs") == "a&lt;b"


def test_a_journey_s_title_is_an_attribute_of_what_is_said_about_it() -> None:
    assert journey_named("followups.after_stream").key == "followups-journey-after-stream.title"
    assert journey_named("followups.after_stream") == "followups.after_stream"
