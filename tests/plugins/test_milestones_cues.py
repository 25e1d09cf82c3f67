"""What hosts may say of milestones on stream: who reached one since the stream before, and whose day it is."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.community.activities import ORDERED, Activities
from bot.community.communities import Communities
from bot.platforms.local.records import Person
from bot.testing import whole_bot
from tests.plugins.test_milestones import Home, earns, whole


@pytest.fixture
async def place() -> AsyncIterator[Home]:
    async with whole_bot() as bot:
        yield await whole(bot)


async def cues(place: Home, *guests: Person) -> list[str]:
    """The lines of the card at a stream at which these guests write; it is over afterwards."""
    await place.bot.says(place.hana, "/stream start Tea")
    for guest in guests:
        await place.bot.says(guest, "hello")
    await place.bot.passes(minutes=6)
    card = await place.says(place.hana, "/cues")
    await place.bot.says(place.hana, "/stream end")
    await place.bot.passes(hours=1)
    return card.split("\n")


@pytest.mark.long
async def test_points_a_tier_and_veterans_that_were_reached_are_on_the_next_cue_card_and_no_other(place: Home) -> None:
    await place.says(place.hana, "/tier add Regular 600")
    reached = {
        "1,000 points earned: Ann and Ben.",
        "5,000 points earned: Ann.",
        "A tier higher now: Ann and Ben. Congratulations.",
        "With us for so long that we would miss Ann. Thank you for staying.",
    }
    everybody = place.ann, place.ben
    assert not reached & set(await cues(place, *everybody))
    await earns(place, place.ann, 5_000)
    await earns(place, place.ben, 1_000)
    await place.bot.passes(hours=2)
    for card, expected in ((await cues(place, *everybody), reached), (await cues(place, *everybody), set())):
        assert {line for line in card if "earned" in line or "tier" in line or "so long" in line} == expected


@pytest.mark.long
async def test_the_anniversary_of_a_first_order_is_on_the_cue_card_of_its_day(place: Home) -> None:
    day = place.bot.clock.now() + timedelta(days=2)
    async with place.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        for who, years in ((place.ann, 1), (place.ben, 2)):
            for reference, at in (("first", day.replace(year=day.year - years)), ("later", day - timedelta(days=365))):
                member_id = await place.id_of(who)
                await Activities(work).record(community.id, member_id, ORDERED, reference, at=at, value=1)
    told = ["A year since the first order: Ann.", "2 years since the first order: Ben."]
    for expected in ([], told, []):
        await place.bot.passes(days=1)
        assert [line for line in await cues(place, place.ann, place.ben) if "first order" in line] == expected
