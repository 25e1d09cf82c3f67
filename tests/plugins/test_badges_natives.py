"""A badge as a tag of the network's own: chosen once, and worn by whoever has the badge and may be shown."""

from collections.abc import AsyncIterator

import pytest

from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of


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
