"""Badges that moderators make and change in chat, and how they reach those who deserve them already."""

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.platforms.local.records import Shown
from bot.testing import whole_bot
from plugins.streams._tables import promises
from tests.plugins.badging import Evening, evening_of


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot)


async def makes(it: Evening, title: str, sign: str = "🫖") -> str:
    """Hana begins a badge."""
    await it.bot.says(it.hana, "/badge create")
    return await it.fills(it.hana, {"title-en": title, "title-cs": "", "sign": sign})


async def compares(it: Evening, fact: str, how: str, value: str, *, way: str = "Add a condition") -> str:
    """Hana adds a condition by pressing and filling in."""
    await it.bot.presses(it.hana, way)
    while fact not in it.labels(it.hana):
        await it.bot.presses(it.hana, "More ›")
    await it.bot.presses(it.hana, fact)
    return await it.fills(it.hana, {"how": how, "value": value})


@pytest.mark.long
async def test_a_rule_is_put_together_by_pressing_and_read_back_as_a_sentence(it: Evening) -> None:
    await it.stream(it.ann, it.ben)
    await it.stream(it.ann)
    told = await makes(it, "Tea friend")
    assert "🫖 Tea friend, a draft" in told and "It has no rule yet" in told
    told = await compares(it, "Streams attended", "at_least", "2")
    assert "For: at least 2 streams attended" in told
    assert "1 person would get it now: Ann." in told
    told = await compares(it, "Questions asked", "at_least", "1")
    assert "at least 2 streams attended and at least 1 question asked" in told
    assert "Nobody would get it now." in told
    told = await it.presses(it.hana, "Any of them is enough")
    assert "at least 2 streams attended or at least 1 question asked" in told
    told = await compares(it, "Streams attended", "at_least", "10", way="Add a level")
    assert "II: at least 10 streams attended" in told
    told = await it.presses(it.hana, "Take the last one back")
    assert "II:" not in told
    told = await it.presses(it.hana, "Keep it")
    assert "Tea friend is kept." in told and "1 person would get it now: Ann." in told


@pytest.mark.long
async def test_nobody_gets_a_new_badge_before_somebody_let_it_begin(it: Evening) -> None:
    await it.stream(it.ann, it.ben)
    await makes(it, "Guest of tea")
    await compares(it, "Streams attended", "at_least", "1")
    await it.presses(it.hana, "Keep it")
    await it.stream(it.ben)
    assert "guest-of-tea" not in await it.levels(it.ben)
    assert "waits for your word" in await it.says(it.hana, "/badge list") + await it.presses(it.hana, "More ›")
    assert "Guest of tea" not in await it.says(it.ann, "/badge list") + await it.presses(it.ann, "More ›")
    told = await it.says(it.hana, "/badge backfill guest of tea")
    assert "2 people would get it now: Ann and Ben." in told
    await it.presses(it.hana, "Let it begin, with 2 people")
    await it.bot.passes(minutes=1)
    assert (await it.won(it.ann))["guest-of-tea"].source == "backfill"
    assert "🫖 Guest of tea has gone to 2 people" in it.bot.texts(it.hana)[-1]
    await it.bot.says(it.hana, "/stream start Tea night")
    assert "Guest of tea" not in await it.says(it.hana, "/cues")  # what was won long ago is nothing new


@pytest.mark.long
async def test_a_badge_that_is_edited_waits_again_and_nobody_loses_it(it: Evening) -> None:
    await it.stream(it.ann)
    told = await it.says(it.hana, "/badge edit first stream")
    assert "🎬 First stream, as it would be" in told
    await it.presses(it.hana, "Take the last one back")
    await compares(it, "Streams attended", "at_least", "2")
    await it.presses(it.hana, "Keep it")
    assert (await it.levels(it.ann))["first-stream"] == 1
    await it.stream(it.ben)
    await it.stream(it.ben)
    assert "first-stream" not in await it.levels(it.ben)
    assert "badge edited: first-stream" in await it.says(it.hana, "/audit")
    await it.presses(it.hana, it.undo(it.hana))
    assert "For: at least 1 stream attended" in await it.says(it.hana, "/badge show first")


@pytest.mark.long
async def test_whoever_wins_a_badge_by_its_rule_is_thanked_on_stream_and_twenty_at_most(it: Evening) -> None:
    guests = [it.bot.person(f"Guest {number}") for number in range(22)]
    await makes(it, "Guest of tea")
    await compares(it, "Streams attended", "at_least", "1")
    await it.presses(it.hana, "Thank for it on stream")
    await it.presses(it.hana, "Keep it")
    await it.presses(it.hana, "Let it begin")
    await it.hides(guests[1])
    await it.stream(*guests)
    async with it.bot.app.parts.database.read() as reader:
        thanked = [id for (id,) in await reader.rows(sa.select(promises.c.member_id).order_by(promises.c.id))]
    assert thanked == [await it.id_of(guest) for guest in (guests[0], *guests[2:21])]
    assert "· Guest 0: new on their card: 🫖 Guest of tea" in await it.says(it.hana, "/cues")


@pytest.mark.long
async def test_a_badge_is_called_something_else_in_the_builder(it: Evening) -> None:
    await it.stream(it.ann)
    await it.says(it.hana, "/badge edit first stream")
    await it.bot.presses(it.hana, "Name and sign")
    filled = {field.name: field.value for field in it.form(it.hana).fields}
    assert filled == {"title-en": "First stream", "title-cs": "První stream", "sign": "🎬"}
    told = await it.fills(it.hana, {"title-en": "First cup", "title-cs": "První šálek", "sign": "🍵"})
    assert "🍵 First cup, as it would be" in told
    assert "🎬 First stream" in await it.says(it.ben, "/badges Ann")
    await it.presses(it.hana, "Keep it")
    assert "🍵 First cup" in await it.says(it.ben, "/badges Ann")
    assert "needs a name" not in await it.says(it.ben, "/badge show first cup")
    czech = it.bot.person("Cyril", language="cs")
    assert "🍵 První šálek" in await it.says(czech, "/badges Ann")
    await it.says(it.hana, "/badge edit first cup")
    await it.bot.presses(it.hana, "Name and sign")
    assert "needs a name" in await it.fills(it.hana, {"title-en": "", "title-cs": "", "sign": "🍵"})
    assert "🍵 First cup" in await it.says(it.ben, "/badges Ann")


@pytest.mark.long
async def test_a_badge_without_a_rule_is_given_by_hand_at_once(it: Evening) -> None:
    await makes(it, "Kettle keeper")
    assert "is kept" in await it.presses(it.hana, "Keep it")
    assert "Kettle keeper" in await it.says(it.ivo, "/badge give Ann kettle for boiling")


@pytest.mark.long
async def test_what_does_not_fit_is_refused_and_the_draft_is_kept(it: Evening) -> None:
    assert "needs a name" in await makes(it, "")
    assert "one emoji" in await makes(it, "Tea", "tea")
    assert "40 characters" in await makes(it, "x" * 41)
    await makes(it, "Tea friend")
    assert "as a number from 0 on" in await compares(it, "Streams attended", "at_least", "-4")
    assert "no rule yet" in await it.presses(it.hana, "Back to the draft")
    told = await it.presses(it.hana, "Throw it away")
    assert told == "The draft is gone; everything is as it was."
    assert "This draft is over" in await it.presses(it.hana, "Keep it")


@pytest.mark.long
async def test_two_badges_of_one_title_have_names_of_their_own(it: Evening) -> None:
    for _ in range(2):
        await makes(it, "Čaj & sušenky")
        await it.presses(it.hana, "Keep it")
    await it.says(it.ivo, "/badge give Ann caj-susenky one")
    await it.says(it.ivo, "/badge give Ann caj-susenky-2 two")
    assert set(await it.levels(it.ann)) == {"caj-susenky", "caj-susenky-2"}


@pytest.mark.long
async def test_a_stage_is_picked_in_words(it: Evening) -> None:
    await it.stream(it.ann, it.ben)
    await it.stream(it.ann)
    await makes(it, "Newcomer")
    await it.bot.presses(it.hana, "Add a condition")
    while "Newcomer, regular or away" not in it.labels(it.hana):
        await it.bot.presses(it.hana, "More ›")
    await it.bot.presses(it.hana, "Newcomer, regular or away")
    form = it.form(it.hana)
    assert [each.label for each in form.fields[1].choices] == [
        "new",
        "coming now and then",
        "a regular",
        "away for long",
    ]
    told = await it.fills(it.hana, {"how": "is", "value": "new"})
    assert "For: new" in told and "1 person would get it now: Ben." in told


@pytest.mark.long
async def test_a_tier_is_picked_and_said_by_its_name_with_those_above_it(it: Evening) -> None:
    for name, points in (("Friend", 1), ("Pillar", 1000)):
        await it.says(it.hana, f"/tier add {name} {points}")
    await makes(it, "Pillar of tea")
    told = await compares(it, "Tier", "at_least", "Pillar")
    assert "For: the tier Pillar or above" in told
    told = await compares(it, "Tier", "at_most", "Friend", way="Add a level")
    assert "II: no tier above Friend" in told
    assert "Number of the tier" not in {label for shown in it.bot.seen(it.hana) for label in labels_of(shown)}
    await it.presses(it.hana, "Take the last one back")
    await it.presses(it.hana, "Keep it")
    await it.presses(it.hana, "Let it begin")
    await it.stream(it.ann)
    told = await it.says(it.ann, "/badge show pillar of tea")
    assert "For: the tier Pillar or above" in told
    assert "Still to go: the tier Pillar or above (now Friend)." in told


def labels_of(shown: Shown) -> list[str]:
    """The buttons of something that was shown."""
    return [action.label for action in shown.buttons]


@pytest.mark.long
async def test_a_value_that_does_not_fit_is_asked_for_again_with_what_was_typed(it: Evening) -> None:
    await makes(it, "Tea friend")
    told = await compares(it, "Streams attended", "at_most", "five")
    assert told == "I cannot read “five” as a number from 0 on. Try again with digits; nothing was changed."
    await it.bot.presses(it.hana, "Try again")
    assert [field.value for field in it.form(it.hana).fields] == ["at_most", "five"]
    assert "For: at most 5 streams attended" in await it.fills(it.hana, {"value": "5"})


@pytest.mark.long
async def test_only_moderators_change_badges(it: Evening) -> None:
    for text in ("/badge create", "/badge edit regular", "/badge backfill"):
        assert (await it.says(it.ivo, text)).startswith("This is for moderators.")


@pytest.mark.long
async def test_a_badge_that_is_off_is_won_by_nobody_and_kept_by_who_has_it(it: Evening) -> None:
    await it.stream(it.ann)
    await it.says(it.hana, "/badge show first")
    assert "Switched off" in await it.presses(it.hana, "Switch it off")
    await it.stream(it.ben)
    assert await it.levels(it.ben) == {}
    assert "First stream" in await it.says(it.ben, "/me Ann")
    assert "cannot be won at the moment" in await it.says(it.ben, "/badge show first")
    await it.presses(it.hana, "Switch it on")
    await it.stream(it.ben)
    assert (await it.levels(it.ben))["first-stream"] == 1


@pytest.mark.long
async def test_an_invitation_reaches_who_agreed_to_messages_and_the_hosts_hear_the_answer(it: Evening) -> None:
    await it.agrees(it.ann)
    await it.says(it.hana, "/badge show helper")
    await it.bot.presses(it.hana, "Invitation")
    await it.fills(it.hana, {"text-en": "Would you sit on our tea panel?", "text-cs": ""})
    for name in ("Ann", "Ben"):
        await it.says(it.ivo, f"/badge give {name} helper for tea")
    await it.bot.passes(minutes=1)
    assert "Would you sit on our tea panel?" in "\n".join(it.bot.texts(it.ann))
    assert "Would you sit on our tea panel?" not in "\n".join(it.bot.texts(it.ben))
    assert "Noted" in await it.presses(it.ann, "I am in")
    await it.presses(it.ann, "I am in")
    await it.bot.passes(minutes=1)
    said = [text for text in it.bot.texts(it.hana) if "Ann says yes to the invitation" in text]
    assert len(said) == 1
