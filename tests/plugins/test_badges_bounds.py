"""How far a badge can be built: so many conditions and levels, and whether hosts may give it as well."""

from collections.abc import AsyncIterator

import pytest

from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of
from tests.plugins.test_badges_builder import compares, makes


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot)


async def attended(it: Evening, streams: int, *, way: str = "Add a condition") -> str:
    """Hana adds so many streams attended."""
    return await compares(it, "Streams attended", "at_least", str(streams), way=way)


@pytest.mark.long
async def test_a_level_has_six_conditions_at_most_and_the_next_level_has_room_again(it: Evening) -> None:
    await makes(it, "Tea friend")
    told = ""
    for streams in range(1, 7):
        told = await attended(it, streams)
    sixth = "and at least 6 streams attended"
    assert sixth in told
    assert await attended(it, 7) == (
        "6 conditions are enough for one level. Take one back first, or add a level; the draft is as it was."
    )
    assert sixth in await attended(it, 6)  # which is there already, so that it is no seventh
    told = await attended(it, 7, way="Add a level")
    assert told.splitlines()[2].startswith("II: at least 7 streams attended") and sixth in told
    await it.presses(it.hana, "Take the last one back")
    assert sixth not in await it.presses(it.hana, "Take the last one back")
    assert "and at least 8 streams attended" in await attended(it, 8)


@pytest.mark.long
async def test_a_badge_has_ten_levels_at_most(it: Evening) -> None:
    await makes(it, "Tea friend")
    await attended(it, 1)
    told = ""
    for streams in range(2, 11):
        told = await attended(it, streams, way="Add a level")
    assert "X: at least 10 streams attended" in told
    refused = "10 levels are as many as a badge can have. The draft is as it was."
    assert await it.presses(it.hana, "Add a level") == refused
    assert "X: at least 10 streams attended and at least 11 streams attended" in await attended(it, 11)
    assert "Tea friend is kept." in await it.presses(it.hana, "Keep it")
    assert "X: at least 10 streams attended" in await it.says(it.hana, "/badge show tea friend")


@pytest.mark.long
async def test_whether_hosts_may_give_it_too_is_switched_and_holds_where_a_host_does(it: Evening) -> None:
    refused = "First stream is won by its rule alone. A moderator can change that with /badge edit. Nothing was given."
    assert await it.says(it.ivo, "/badge give Ann first-stream for tea") == refused
    told = await it.says(it.hana, "/badge edit first-stream")
    assert "Hosts may give it" not in told
    assert "Hosts may give it as well." in await it.presses(it.hana, "Hosts may give it too")
    assert await it.says(it.ivo, "/badge give Ann first-stream for tea") == refused  # until it is kept
    await it.presses(it.hana, "Keep it")
    assert "Ann now has 🎬 First stream." in await it.says(it.ivo, "/badge give Ann first-stream for tea")
    await it.says(it.hana, "/badge edit first-stream")
    assert "Hosts may give it as well." not in await it.presses(it.hana, "By its rule alone")
    await it.presses(it.hana, "Keep it")
    assert await it.says(it.ivo, "/badge give Ben first-stream for tea") == refused
    assert (await it.levels(it.ann), await it.levels(it.ben)) == ({"first-stream": 1}, {})


@pytest.mark.long
async def test_what_has_no_rule_is_given_by_hosts_whatever_was_pressed_before(it: Evening) -> None:
    await makes(it, "Tea friend")
    await attended(it, 1)
    told = await it.presses(it.hana, "By its rule alone")
    assert "Hosts" not in told
    told = await it.presses(it.hana, "Take the last one back")
    assert "Hosts give it, and say why." in told
    assert not {"By its rule alone", "Hosts may give it too"} & set(it.labels(it.hana))
    await it.presses(it.hana, "By its rule alone")  # a button of before
    await it.presses(it.hana, "Keep it")
    assert "Ann now has 🫖 Tea friend." in await it.says(it.ivo, "/badge give Ann tea-friend for the glaze")
