"""A stream turns out to have ended at another time: what has not left counts from that, and what has stays."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.delivery.journeys import Journeys
from bot.delivery.replanning import plan_anew
from bot.storage.tables import journey_versions, streams
from tests.delivery.journeys import REGULAR, journey, pushed, wait
from tests.delivery.world import START, World

HOUR = timedelta(hours=1)


async def ended_at(world: World, moment: datetime, trigger: str = "stream:1", *, people_at_once: int = 1000) -> int:
    """Let the stream have ended at another moment, and what follows from it be planned anew."""
    mine = streams.c.id == int(trigger.removeprefix("stream:"))
    async with world.work() as work:
        await work.execute(sa.update(streams).where(mine).values(ended_at=moment))
    return await plan_anew(world.database, world.community, trigger, moment, people_at_once=people_at_once)


async def test_what_has_left_stays_and_what_has_not_moves(each_world: World) -> None:
    ann, bob = await each_world.member("ann"), await each_world.member("bob")
    await each_world.follow_up(journey(pushed(), pushed("later", hours=5)), ann, bob)
    await each_world.run(hours=2)
    assert await ended_at(each_world, START + 2 * HOUR, people_at_once=1) == 2
    await each_world.run(hours=6.5)
    assert len(each_world.sent) == 2
    await each_world.run(hours=30)
    assert [at - START for _, at in each_world.sent] == [HOUR, HOUR, 7 * HOUR, 7 * HOUR]
    assert await ended_at(each_world, START + 2 * HOUR) == 0


async def test_nothing_leaves_between_another_end_and_the_planning_anew(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    async with world.work() as work:
        await work.execute(sa.update(streams).values(ended_at=START + HOUR))
    await world.run(hours=3)
    assert await world.stands() == {"thanks": "held/on-air"}
    await ended_at(world, START + 3 * HOUR)
    await world.run(hours=5)
    assert [at - START for _, at in world.sent] == [4 * HOUR]


async def test_what_was_left_out_is_decided_afresh(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(pushed(condition=REGULAR)), member)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "skipped/not-for-them"}
    assert await ended_at(world, START + 2 * HOUR) == 0
    assert await world.stands() == {"thanks": "pending"}


async def test_what_follows_a_wait_that_is_over_stays_as_it_is(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(wait(), pushed("after", hours=3)), member)
    await world.run(hours=1)
    await world.ends_waits(member, "ordered", at=world.clock.now())
    await world.run(hours=2)
    before = await world.line("after")
    await ended_at(world, START + 2 * HOUR)
    after = await world.line("after")
    assert (after.id, after.due_at) == (before.id, before.due_at)
    assert (await world.line("wait")).stands == "sent/due"


async def test_a_wait_that_still_lasts_moves_with_it(world: World) -> None:
    await world.follow_up(journey(wait(hours=5), pushed("after", hours=1)), await world.member())
    await ended_at(world, START + 2 * HOUR)
    await world.run(hours=20)
    assert [at - START for _, at in world.sent] == [8 * HOUR]


async def test_people_stay_on_the_version_that_they_were_enrolled_by(world: World) -> None:
    ann, bob = await world.member("ann"), await world.member("bob")
    kept = await world.follow_up(journey(pushed()), ann)
    async with world.work() as work:
        newer = await Journeys(work).edit(kept, journey(pushed("other", hours=2)), None)
        await world.attend(work, "stream:1", bob)
    await world.enrol(newer, "stream:1")
    assert await ended_at(world, START + HOUR / 2) == 2
    assert [(line.member, line.step) for line in await world.lines()] == [(ann, "thanks"), (bob, "other")]


async def test_a_version_that_cannot_be_read_keeps_nobody_else_from_moving(world: World) -> None:
    ann, bob = await world.member("ann"), await world.member("bob")
    kept = await world.follow_up(journey(pushed()), ann)
    async with world.work() as work:
        newer = await Journeys(work).edit(kept, journey(pushed("other", hours=2)), None)
        await world.attend(work, "stream:1", bob)
    await world.enrol(newer, "stream:1")
    async with world.work() as work:
        old = journey_versions.c.version == kept.version
        await work.execute(sa.update(journey_versions).where(old).values(definition={"name": "of another time"}))
    assert await ended_at(world, START + HOUR) == 1
    assert (await world.line("other")).due_at == START + 3 * HOUR


async def test_of_two_streams_the_one_that_ended_last_wins_afterwards(each_world: World) -> None:
    member = await each_world.member()
    kept = await each_world.follow_up(journey(pushed(hours=5)), member)
    await each_world.enrol(kept, await each_world.stream(member), START + HOUR)
    await ended_at(each_world, START + 2 * HOUR)
    await each_world.run(hours=20)
    assert [at - START for _, at in each_world.sent] == [7 * HOUR]
    assert sorted(line.stands for line in await each_world.lines()) == ["sent/due", "skipped/superseded"]


async def test_a_stream_that_ended_long_ago_after_all_is_too_late_for_everything(world: World) -> None:
    await world.follow_up(journey(pushed(expires_after=HOUR)), await world.member())
    await ended_at(world, START - 40 * HOUR)
    await world.run(hours=3)
    assert await world.stands() == {"thanks": "skipped/expired"}
    assert not world.sent
