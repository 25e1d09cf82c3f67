"""From words to typed arguments: every kind, quotes, moments of several words, and a refusal for everything else."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.api import Context, Member, Rest, UserError, Within
from bot.clock import VirtualClock
from bot.community.communities import Communities, Defaults
from bot.community.people import People
from bot.core.parameters import Reading, from_options, from_words
from bot.core.signatures import Parameter, read_parameters
from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.storage.database import Database
from bot.storage.work import Work
from bot.text.files import bundled_locales
from bot.text.translator import load_translator

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
TONIGHT = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
TOMORROW = TONIGHT + timedelta(days=1)

Handler = Callable[..., Any]


class Colour(Enum):
    """Choices whose values are texts."""

    RED = "Red"
    BLUE = "blue"


class Level(IntEnum):
    """Choices whose values are numbers."""

    LOW = 1
    HIGH = 2


async def text(ctx: Context, text: str) -> None: ...


async def rest(ctx: Context, rest: Rest) -> None: ...


async def whole(ctx: Context, whole: int) -> None: ...


async def few(ctx: Context, number: Annotated[int, Within(1, 60)]) -> None: ...


async def number(ctx: Context, number: float) -> None: ...


async def yes_no(ctx: Context, yes_no: bool) -> None: ...


async def moment(ctx: Context, moment: datetime) -> None: ...


async def choice(ctx: Context, choice: Literal["Warm", "brief"]) -> None: ...


async def colour(ctx: Context, colour: Colour) -> None: ...


async def level(ctx: Context, level: Level) -> None: ...


async def two(ctx: Context, first: str, second: str) -> None: ...


async def plan(ctx: Context, when: datetime, title: Rest | None = None) -> None: ...


async def cue(ctx: Context, kind: Literal["Tip", "ask"] = "Tip", count: int = 1, line: str = "") -> None: ...


async def loud(ctx: Context, loud: bool = False, share: float = 0.5, word: str = "") -> None: ...


async def page(ctx: Context, page: int = 1, by: str = "") -> None: ...


async def member(ctx: Context, member: Member) -> None: ...


async def give(ctx: Context, member: Member, points: int, why: Rest | None = None) -> None: ...


HANDLERS: list[Handler] = [
    text, rest, whole, few, number, yes_no, moment, choice, colour, level, two, plan, cue, loud, page, member, give
]  # fmt: skip


def options(handler: Handler) -> tuple[Parameter, ...]:
    """The options that a handler's signature declares."""
    return read_parameters(handler, "lab")


@pytest.fixture
async def english(database: Database) -> AsyncIterator[Reading]:
    """Ann, who speaks English, in a community with two people called Ben and one called Eva Malá."""
    async with Work(database, VirtualClock(NOW)) as work:
        community = await Communities(work).settle_in(SpaceRef("local", "main"), Defaults(zone="UTC"))
        for place, name in enumerate(("Ann", "Ben", "Ben", "Eva Malá")):
            await People(work).recognise(Actor(AccountRef("local", str(place)), name), community)
        yield Reading(work, community, await People(work).find(community, "Ann"), NOW)


@pytest.fixture
def czech(english: Reading) -> Reading:
    """The same in Czech."""
    return replace(english, member=replace(english.member, language="cs"))


async def read(handler: Handler, words: str, reading: Reading) -> list[Any]:
    """The arguments in their order."""
    return list((await from_words(options(handler), words, reading)).values())


@pytest.mark.parametrize(
    ("handler", "words", "arguments"),
    [
        (text, "two words", ["two words"]),
        (text, '"two words"', ["two words"]),
        (text, "„dvě slova“", ["dvě slova"]),
        (text, "'two words'", ["two words"]),
        (text, '"a" and "b"', ['"a" and "b"']),
        (text, "it's", ["it's"]),
        (text, '"', ['"']),
        (rest, '  "a" and\n "b"', ['"a" and\n "b"']),
        (rest, '"all of it"', ["all of it"]),
        (rest, "„celé to“", ["celé to"]),
        (rest, "„celé to”", ["celé to"]),
        (rest, '"half of it', ['"half of it']),
        (rest, 'say "it"', ['say "it"']),
        (whole, " 12 ", [12]),
        (whole, "-3", [-3]),
        (number, "1,5", [1.5]),
        (number, "2", [2.0]),
        (yes_no, "YES", [True]),
        (yes_no, "ne", [False]),
        (choice, "warm", ["Warm"]),
        (colour, "red", [Colour.RED]),
        (level, "2", [Level.HIGH]),
        (two, '"a b" c d', ["a b", "c d"]),
        (two, "„a b“ c", ["a b", "c"]),
        (two, "“a b” “c d”", ["a b", "c d"]),
        (two, "a\nb", ["a", "b"]),
        (two, "a   b", ["a", "b"]),
        (moment, "20:00", [TONIGHT]),
        (moment, "in 2 h", [TONIGHT]),
        (plan, "20:00", [TONIGHT, None]),
        (plan, "20:00 Evening glazes", [TONIGHT, "Evening glazes"]),
        (plan, '"today 20:00" Evening', [TONIGHT, "Evening"]),
        (plan, "2026-11-20 20:00 Evening", [TONIGHT, "Evening"]),
        (plan, "2026-11-20   20:00 Evening", [TONIGHT, "Evening"]),
        (plan, "in 1 h 60 min Evening", [TONIGHT, "Evening"]),
        (plan, "on 20. november 2026 at 20:00 Evening", [TONIGHT, "Evening"]),
        (cue, "", ["Tip", 1, ""]),
        (cue, "tip 3 well done", ["Tip", 3, "well done"]),
        (cue, "3 well done", ["Tip", 3, "well done"]),
        (cue, "well done", ["Tip", 1, "well done"]),
        (cue, "ask well done", ["ask", 1, "well done"]),
        (loud, "yes 0,25 word", [True, 0.25, "word"]),
        (loud, "0.25 word", [False, 0.25, "word"]),
        (loud, "word", [False, 0.5, "word"]),
        (page, "Ann", [1, "Ann"]),
        (page, "2", [2, ""]),
    ],
)
async def test_words_become_arguments(handler: Handler, words: str, arguments: list[Any], english: Reading) -> None:
    assert await read(handler, words, english) == arguments


@pytest.mark.parametrize(
    ("handler", "words", "refusal"),
    [
        (text, "", "option-missing"),
        (rest, "   ", "option-missing"),
        (two, "one", "option-missing"),
        (two, '"" b', "option-missing"),
        (whole, "one", "option-number"),
        (whole, "1 2", "option-too-many"),
        (whole, "1.5", "option-number"),
        (whole, "9" * 30, "option-number"),
        (whole, "9" * 5000, "option-number"),
        (number, "nan", "option-number"),
        (number, "1e999", "option-number"),
        (yes_no, "maybe", "option-yes-no"),
        (choice, "cold", "option-choice"),
        (level, "3", "option-choice"),
        (moment, "someday", "option-moment"),
        (moment, "in " + "9999 d " * 5000, "option-moment"),
        (plan, "someday Evening", "option-moment"),
        (member, "Zoe", "member-unknown"),
        (member, "Ben", "member-ambiguous"),
        (member, "local:77", "member-unknown"),
        (give, "Ann", "option-missing"),
        (give, "Ann many", "option-number"),
        (give, "Eva Malá 5", "member-unknown"),
    ],
)
async def test_what_does_not_fit_is_refused(handler: Handler, words: str, refusal: str, english: Reading) -> None:
    with pytest.raises(UserError) as refused:
        await read(handler, words, english)
    assert refused.value.key == refusal


@pytest.mark.parametrize("words", ["Eva Malá", "@Eva Malá", "„Eva Malá“", "local:3"])
async def test_a_member_is_meant_by_name_or_account(words: str, english: Reading) -> None:
    [found] = await read(member, words, english)
    assert found.name == "Eva Malá"


async def test_a_name_of_several_words_stands_in_quotes_before_other_options(english: Reading) -> None:
    found, points, why = await read(give, '„Eva Malá“ 5 for "help"', english)
    assert (found.name, points, why) == ("Eva Malá", 5, 'for "help"')


async def test_a_refusal_names_the_option_as_the_reader_does_and_shows_the_line(czech: Reading) -> None:
    reading = replace(czech, words={"whole": "kolik"}, usage="/kolik KOLIK")
    with pytest.raises(UserError) as refused:
        await read(whole, "", reading)
    assert refused.value.values == {"option": "kolik", "usage": "/kolik KOLIK", "typed": True}


@pytest.mark.parametrize("words", ["0", "61", "1.5", "many"])
async def test_a_number_outside_its_bounds_is_refused_with_them(words: str, english: Reading) -> None:
    with pytest.raises(UserError) as refused:
        await read(few, words, english)
    texts = load_translator([bundled_locales()], strict=True, names={"core"})
    said = texts.text(refused.value.key, "en", **refused.value.values)
    assert said == f"<code>number</code> takes a whole number from 1 to 60, not “{words}”."
    assert await read(few, "60", english) == [60]


@pytest.mark.parametrize(
    ("handler", "words", "arguments"),
    [
        (moment, "zítra 20:00", [TOMORROW]),
        (plan, "dnes ve 20:00 Podzimní glazury", [TONIGHT, "Podzimní glazury"]),
        (plan, "za 2 h Podzimní glazury", [TONIGHT, "Podzimní glazury"]),
        (plan, "20. listopadu 20:00 Podzimní glazury", [TONIGHT, "Podzimní glazury"]),
        (yes_no, "ano", [True]),
        (yes_no, "vypnout", [False]),
    ],
)
async def test_czech_words_are_understood(handler: Handler, words: str, arguments: list[Any], czech: Reading) -> None:
    assert await read(handler, words, czech) == arguments


async def test_options_by_name_are_taken_as_they_were_given(english: Reading) -> None:
    given = {"kind": "ASK", "line": '"quoted"'}
    assert await from_options(options(cue), given, english) == {"kind": "ask", "count": 1, "line": '"quoted"'}


async def test_each_refusal_is_worded_in_both_languages(english: Reading) -> None:
    texts = load_translator([bundled_locales()], strict=True, names={"core"})
    for handler, words in ((text, ""), (whole, "x"), (yes_no, "x"), (choice, "x"), (moment, "x"), (whole, "1 2")):
        with pytest.raises(UserError) as refused:
            await read(handler, words, english)
        said = {str(texts.text(refused.value.key, language, **refused.value.values)) for language in ("en", "cs")}
        assert len(said) == 2


PIECES = ["Ann", "Ben", '"', "“", "„", "'", "20:00", "in", "2", "h", "-1", "1,5", "yes", "warm", "\n", "²", "٣"]
WORDS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(handler=st.sampled_from(HANDLERS), words=WORDS, language=st.sampled_from(["en", "cs"]))
async def test_any_line_is_understood_or_refused_and_never_an_error(
    english: Reading, handler: Handler, words: str, language: str
) -> None:
    reading = replace(english, member=replace(english.member, language=language))
    try:
        arguments = await from_words(options(handler), words, reading)
    except UserError:
        return
    assert list(arguments) == [option.name for option in options(handler)]
