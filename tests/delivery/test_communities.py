"""What belongs to a community, and what a person has over all of theirs."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.delivery.explaining import explain
from bot.model.identity import Community
from bot.model.journeys import Caps
from bot.storage.tables import communities, consents, deliveries, members
from tests.delivery.journeys import journey, pushed
from tests.delivery.world import START, World

HOUR = timedelta(hours=1)
MORNING = START + 11 * HOUR
"""08:00 in Prague."""


async def next_door(world: World, person_id: int = 1) -> tuple[World, int]:
    """A second community on the same bot, and the person's member there, who agreed to the same."""
    async with world.work() as work:
        row = sa.insert(communities).values(name="Loom", zone="Europe/Prague", created_at=START)
        community = Community(await work.insert(row), "Loom", "en", "Europe/Prague")
        line = {"community_id": community.id, "person_id": person_id, "name": "ann", "joined_at": START}
        member = await work.insert(sa.insert(members).values(**line))
        agreed = {"purpose": "service", "route": "direct", "granted": True, "at": START, "source": "a test"}
        await work.execute(sa.insert(consents).values(member_id=member, **agreed))
    other = World(world.database, world.texts, community)
    other.clock, other.chat, other.chats = world.clock, world.chat, world.chats
    return other, member


@pytest.mark.parametrize("own", [None, (22 * 60, 9 * 60)])
async def test_a_community_s_quiet_hours_hold_for_those_who_chose_none(
    each_world: World, own: tuple[int, int] | None
) -> None:
    world = each_world
    async with world.work() as work:
        await work.execute(sa.update(communities).values(quiet_from=21 * 60, quiet_until=8 * 60))
    minutes = None if own is None else ((START + HOUR).time().replace(hour=22), MORNING.time().replace(hour=9))
    await world.follow_up(journey(pushed()), await world.member(quiet=minutes))
    await world.run(hours=13)
    assert [at for _, at in world.sent] == [MORNING if own is None else MORNING + HOUR]


async def test_a_push_in_one_community_counts_for_the_caps_in_another(each_world: World) -> None:
    world, member = each_world, await each_world.member()
    other, there = await next_door(world)
    caps = Caps(per_day=1)
    await world.follow_up(journey(pushed(), caps=caps), member)
    await other.follow_up(journey(pushed(hours=2), caps=caps), there)
    await world.run(hours=2)
    assert [line.stands for line in await world.lines()] == ["sent/due", "pending/cap-wait"]


async def test_why_tells_nothing_of_another_community_of_the_same_person(each_world: World) -> None:
    world, member = each_world, await each_world.member()
    other, there = await next_door(world)
    await world.follow_up(journey(pushed()), member)
    await other.follow_up(journey(pushed("secret", hours=2)), there)
    await world.run(hours=2)
    async with world.database.read() as reader:
        theirs = await reader.value(sa.select(deliveries.c.id).where(deliveries.c.step == "secret"))
    assert [told.step for told in await world.why(member)] == ["thanks"]
    async with world.work() as work:
        assert await explain(work, member, only=theirs) == []
        assert [told.step for told in await explain(work, member, before=theirs)] == ["thanks"]
