"""Points from other bots as members and moderators meet them."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.community.point_imports import PointImports
from bot.model.point_imports import BroughtLine
from bot.model.points import Balance
from bot.testing import whole_bot
from tests.plugins.loyal import Evening, evening_of
from tests.snapshots.compare import matches, screen

FILE = (
    BroughtLine("local:ann", "Annie", 70, "local", "ann"),
    BroughtLine("local:cyril", "Cyril", 40, "local", "cyril"),
    BroughtLine("name:moon_child", "moon_child", 25),
    BroughtLine("name:<b>robert</b>", "<b>Robert</b>", 5),
)


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot, "en")


async def bring(it: Evening, lines: Sequence[BroughtLine] = FILE) -> int:
    """As the command in the terminal does."""
    async with it.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        imports = PointImports(work, community.id)
        id = await imports.begin("mee6", "leaderboard.json", repr(lines), 1)
        await imports.keep(id, lines)
        await imports.done(id)
        await imports.pay()
    await it.bot.passes(minutes=1)
    return id


@pytest.mark.long
async def test_points_that_were_brought_along_are_there_and_say_where_they_are_from(it: Evening) -> None:
    await bring(it)
    assert await it.balance(it.ann) == Balance(70, 0, 0)
    assert "+70 brought along from another bot" in await it.says(it.ann, "/points history")
    facts = await it.facts(it.ann)
    assert (facts["points"], facts["points_earned"]) == (70, 70)
    assert "Ann: 70" in await it.says(it.ben, "/leaderboard all")
    assert "Ann" not in await it.says(it.ben, "/leaderboard month")


@pytest.mark.long
async def test_whoever_arrives_later_finds_theirs(it: Evening) -> None:
    await bring(it)
    cyril = it.bot.person("Cyril")
    await it.says(cyril, "/me")
    await it.bot.passes(minutes=1)
    assert await it.balance(cyril) == Balance(40, 0, 0)


@pytest.mark.long
async def test_whoever_only_spoke_at_a_stream_finds_theirs_after_it(it: Evening) -> None:
    await bring(it)
    cyril = it.bot.person("Cyril")
    await it.stream(cyril)
    assert (await it.balance(cyril)).posted == 40 + 3


@pytest.mark.long
async def test_a_name_is_claimed_and_a_moderator_says_yes(it: Evening) -> None:
    await bring(it)
    told = await it.says(it.ben, "/claim MOON_child")
    assert told == "A moderator is asked whether “moon_child” was you: 25 points. Until then nothing is paid."
    await it.bot.passes(minutes=1)
    assert await it.balance(it.ben) == Balance()
    assert any("Ben says to be “moon_child”" in text for text in it.bot.texts(it.hana))
    assert await it.presses(it.hana, "Yes, pay") == "Ben has the 25 points of “moon_child”."
    await it.bot.passes(minutes=1)
    assert await it.balance(it.ben) == Balance(25, 0, 0)
    assert any("You are “moon_child”" in text for text in it.bot.texts(it.ben))
    assert "waits no more" in await it.presses(it.hana, "Yes, pay")
    assert "moon_child → Ben" in await it.says(it.hana, "/audit")


@pytest.mark.long
async def test_a_claim_that_is_refused_pays_nothing_and_can_be_set_right(it: Evening) -> None:
    await bring(it)
    await it.says(it.ben, "/claim moon_child")
    assert "; Ben said it was them" in await it.says(it.hana, "/import waiting")
    assert "is told that “moon_child” is somebody else" in await it.presses(it.hana, "3: not Ben")
    assert "has said that this one is not yours" in await it.says(it.ben, "/claim moon_child")
    assert "said it was" not in await it.says(it.hana, "/import waiting")
    await it.says(it.hana, "/import match 3 Ben")
    assert await it.balance(it.ben) == Balance(25, 0, 0)


@pytest.mark.long
async def test_names_of_others_are_shown_as_they_are_and_to_moderators_only(it: Evening) -> None:
    await bring(it)
    assert "<b>Robert</b>: 5 points" in await it.says(it.hana, "/import waiting")
    assert "No points wait under the name “nobody”." in await it.says(it.ben, "/claim nobody")
    assert "for moderators" in await it.says(it.ben, "/import waiting")


@pytest.mark.long
async def test_undoing_takes_what_is_there_and_says_what_is_not(it: Evening) -> None:
    number = await bring(it)
    async with it.bot.app.parts.work() as work:
        await Ledger(work).spend(1, await it.id_of(it.ann), 30, "loyalty-for-cause", "mug")
    told = await it.says(it.hana, f"/import undo {number}")
    assert "40 points of 1 person are still there and go. 30 are spent already and stay so." in told
    await it.presses(it.hana, "Take it back")
    await it.bot.passes(minutes=1)
    assert await it.balance(it.ann) == Balance()
    assert "points_earned" not in await it.facts(it.ann)
    done = "40 points of 1 person were taken back. 30 were spent already, by one of them."
    assert any(done in text for text in it.bot.texts(it.hana))
    assert "was undone before" in await it.says(it.hana, f"/import undo {number}")
    assert "was undone before" in await it.presses(it.hana, "Take it back")
    assert "There is no import 99." in await it.says(it.hana, "/import undo 99")
    cyril = it.bot.person("Cyril")
    await it.says(cyril, "/me")
    await it.bot.passes(days=2)
    assert await it.balance(cyril) == Balance()
    assert "−40 taken back: brought along from another bot" in await it.says(it.ann, "/points history")


@pytest.mark.long
async def test_whoever_is_forgotten_is_in_no_line_any_more(it: Evening) -> None:
    await bring(it)
    await it.says(it.ann, "/forget")
    await it.presses(it.ann, next(iter(it.bot.seen(it.ann)[-1].message.actions))[0].label)
    await it.bot.passes(minutes=5)
    async with it.bot.app.parts.work() as work:
        [one] = await PointImports(work, 1).all(9)
    assert (one.lines, one.paid) == (3, 0)


@pytest.mark.long
async def test_long_lists_are_read_page_by_page(it: Evening) -> None:
    await bring(it, [BroughtLine(f"name:{number}", f"Name {number}", 100 - number) for number in range(7)])
    first = await it.says(it.hana, "/import waiting")
    assert "Name 4" in first and "Name 5" not in first
    assert "Name 6" in await it.presses(it.hana, "More ›")
    assert "Name 0" in await it.presses(it.hana, "‹ Back")


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_the_screens_read_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        began = len(bot.seen(it.hana)), len(bot.seen(it.ben))
        await it.says(it.hana, "/import list")
        number = await bring(it)
        for text in ("/claim moon_child", "/claim x"):
            await it.says(it.ben, text)
        await bot.passes(minutes=1)
        for text in ("/import list", "/import waiting", "/import match 3 Ben", f"/import undo {number}"):
            await it.says(it.hana, text)
        await it.presses(it.hana, {"en": "Take it back", "cs": "Vzít zpět"}[language])
        await bot.passes(minutes=1)
        await it.says(it.hana, "/import list")
        await it.says(it.ben, "/points history")
        matches(f"loyalty/imports.{language}", screen([*bot.seen(it.hana)[began[0] :], *bot.seen(it.ben)[began[1] :]]))
