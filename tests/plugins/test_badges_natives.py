"""A badge as a tag of the network's own: chosen once, and worn by whoever has the badge and may be shown."""

from collections.abc import AsyncIterator

import pytest

from bot.model.results import Problem, SendResult, SendStatus
from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of
from tests.plugins.linking import evening as linked_evening


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot)


async def wears(it: Evening, badge: str, tag: str) -> str:
    """Hana chooses the tag that shows a badge."""
    await it.says(it.hana, f"/badge show {badge}")
    await it.bot.presses(it.hana, "Role or tag")
    await it.bot.presses(it.hana, "In Local")
    await it.bot.presses(it.hana, "Write the tag")
    told = await it.fills(it.hana, {"tag": tag})
    await it.bot.passes(minutes=1)
    return told


@pytest.mark.long
async def test_who_has_it_already_and_who_wins_it_wear_the_tag(it: Evening) -> None:
    await it.stream(it.ann)
    assert "From now on" in await wears(it, "first", "guest")
    await it.stream(it.ben)
    assert (it.tag(it.ann), it.tag(it.ben)) == ("guest", "guest")
    await it.says(it.hana, "/badge take Ann first")
    await it.bot.passes(minutes=1)
    assert (it.tag(it.ann), it.tag(it.ben)) == ("", "guest")
    await it.presses(it.hana, "Give it back")
    await it.bot.passes(minutes=1)
    assert it.tag(it.ann) == "guest"


@pytest.mark.long
async def test_another_tag_takes_the_place_of_the_one_before_and_none_takes_it_off(it: Evening) -> None:
    await it.stream(it.ann)
    await wears(it, "first", "guest")
    await wears(it, "first", "friend")
    assert it.tag(it.ann) == "friend"
    await it.says(it.hana, "/badge show first")
    assert "Local: friend" in await it.presses(it.hana, "Role or tag")
    await it.bot.presses(it.hana, "In Local")
    assert "does not show there any more" in await it.presses(it.hana, "Not at all")
    await it.bot.passes(minutes=1)
    assert it.tag(it.ann) == ""


@pytest.mark.long
async def test_of_several_the_badge_that_says_more_shows(it: Evening) -> None:
    await wears(it, "first", "guest")
    await wears(it, "helper", "helper")
    await it.stream(it.ann)
    assert it.tag(it.ann) == "guest"
    await it.says(it.ivo, "/badge give Ann helper for tea")
    await it.bot.passes(minutes=1)
    assert it.tag(it.ann) == "helper"


@pytest.mark.long
async def test_who_asked_not_to_be_shown_does_not_wear_it(it: Evening) -> None:
    await it.hides(it.ben)
    await wears(it, "first", "guest")
    await it.stream(it.ann, it.ben)
    assert (it.tag(it.ann), it.tag(it.ben)) == ("guest", "")
    await it.hides(it.ann)
    await it.bot.passes(days=1)
    assert it.tag(it.ann) == ""


@pytest.mark.long
async def test_what_the_network_would_refuse_is_not_chosen(it: Evening) -> None:
    told = await wears(it, "first", "a tag that is much too long")
    assert "It cannot show that way yet." in told and "Nothing changed." in told


@pytest.mark.long
async def test_whoever_is_parted_from_a_linked_account_wears_what_is_their_own() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ben, both.ann, both.nina)
        await both.stream(both.nina)
        await wears(it, "first", "guest")
        assert (it.tag(both.ann), it.tag(both.nina)) == ("", "guest")
        await both.link(both.ann, both.nina)
        await it.bot.passes(days=1)
        assert (it.tag(both.ann), it.tag(both.nina)) == ("guest", "guest")
        await both.unlink(both.ann)
        await it.bot.passes(minutes=5)
        assert (it.tag(both.ann), it.tag(both.nina)) == ("", "guest")
        await it.bot.passes(days=1)
        assert (it.tag(both.ann), it.tag(both.nina)) == ("", "guest")


@pytest.mark.long
async def test_what_was_worn_before_does_not_come_back_with_whoever_was_away(it: Evening) -> None:
    await it.stream(it.ann)
    await wears(it, "first", "guest")
    await it.bot.chat.leaves(it.ann)
    await it.bot.passes(minutes=1)
    await wears(it, "first", "friend")
    await it.bot.chat.joins(it.ann)
    await it.bot.passes(minutes=5)
    assert it.tag(it.ann) == "friend"
    await it.says(it.hana, "/badge show first")
    await it.presses(it.hana, "Role or tag")
    await it.bot.presses(it.hana, "In Local")
    await it.presses(it.hana, "Not at all")
    await it.bot.passes(minutes=5)
    assert it.tag(it.ann) == ""


async def choosing(it: Evening, badge: str) -> str:
    """The screen on which Hana chooses what shows a badge."""
    await it.says(it.hana, f"/badge show {badge}")
    await it.presses(it.hana, "Role or tag")
    return await it.presses(it.hana, "In Local")


@pytest.mark.long
async def test_where_there_are_roles_one_is_chosen_from_the_list_and_of_the_others_it_says_why_not(it: Evening) -> None:
    it.bot.chat.arrange(roles={"tea": "Tea friends", "a-role-far-too-long": "Old hands", "cup": "Cup friends"})
    await it.stream(it.ann)
    listed = await choosing(it, "first")
    assert "Which role shows it in Local?" in listed
    assert "Old hands cannot be it: The tag a-role-far-too-long does not fit: it needs 1 to 16" in listed
    assert it.labels(it.hana) == ["Tea friends", "Cup friends", "Not at all"]
    assert "From now on" in await it.presses(it.hana, "Cup friends")
    await it.bot.passes(minutes=1)
    assert it.tag(it.ann) == "cup"
    await it.says(it.hana, "/badge show first")
    assert "Local: Cup friends" in await it.presses(it.hana, "Role or tag")


@pytest.mark.long
async def test_a_role_that_is_gone_meanwhile_is_not_chosen(it: Evening) -> None:
    it.bot.chat.arrange(roles={"tea": "Tea friends", "cup": "Cup friends"})
    await choosing(it, "first")
    it.bot.chat.arrange(roles={"tea": "Tea friends"})
    assert "That role is not there any more." in await it.presses(it.hana, "Cup friends")
    await it.says(it.hana, "/badge show first")
    assert "Local: not at all" in await it.presses(it.hana, "Role or tag")


@pytest.mark.long
async def test_many_roles_are_read_page_by_page(it: Evening) -> None:
    it.bot.chat.arrange(roles={f"r{number}": f"Role {number}" for number in range(12)})
    assert "page 1 of 2" in await choosing(it, "first")
    assert "Role 9" in it.labels(it.hana) and "Role 10" not in it.labels(it.hana)
    assert "page 2 of 2" in await it.presses(it.hana, "More ›")
    await it.presses(it.hana, "Role 11")
    await it.bot.passes(minutes=1)
    await it.stream(it.ann)
    assert it.tag(it.ann) == "r11"


@pytest.mark.long
async def test_whom_the_network_refuses_it_is_counted_with_the_reason(it: Evening) -> None:
    await it.stream(it.ann)
    why = Problem("local-problem-tag", (("tag", "guest"), ("most", "16")))
    it.bot.chat.next_native(SendResult(SendStatus.FORBIDDEN, problem=why))
    await wears(it, "first", "guest")
    await it.says(it.hana, "/badge show first")
    screen = await it.presses(it.hana, "Role or tag")
    assert "Local: guest" in screen
    assert "It does not reach 1 person: The tag guest does not fit" in screen
