"""Who is enrolled, when each step is due, and what a newer stream does to an older one."""

from datetime import UTC, datetime, time, timedelta

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.community.holdings import Holdings
from bot.delivery.case import Case
from bot.delivery.following import write_following_steps
from bot.delivery.journeys import Journeys
from bot.delivery.planning import enrol, zones_of
from bot.model.identity import Purpose
from bot.model.journeys import Again, Audience, OnceTrigger, StreamTrigger
from bot.storage.tables import communities, enrolments, jobs
from tests.delivery.journeys import journey, local, message, pushed, task, wait
from tests.delivery.world import SERVICE_DIRECT, START, World

HOUR = timedelta(hours=1)


async def test_chunks_of_people_leave_nobody_out(each_world: World) -> None:
    crowd = [await each_world.member(f"guest{number}") for number in range(7)]
    kept = await each_world.install(journey(message(), message("again", hours=2)))
    trigger = await each_world.stream(*crowd)
    assert await each_world.enrol(kept, trigger, people_at_once=2) == 7
    lines = await each_world.lines()
    assert sorted((line.member, line.step) for line in lines) == sorted(
        (member, step) for member in crowd for step in ("thanks", "again")
    )
    assert {line.due_at - START for line in lines} == {HOUR, 2 * HOUR}


@pytest.mark.long
async def test_planning_once_more_changes_nothing(each_world: World) -> None:
    member = await each_world.member()
    kept = await each_world.follow_up(journey(message()), member)
    before = await each_world.lines()
    assert await each_world.enrol(kept, "stream:1") == 0
    assert await each_world.lines() == before


async def test_the_newest_stream_wins(each_world: World) -> None:
    member = await each_world.member()
    kept = await each_world.follow_up(journey(pushed()), member)
    await each_world.enrol(kept, await each_world.stream(member), START + HOUR / 2)
    await each_world.run(hours=3)
    assert [line.stands for line in await each_world.lines()] == ["skipped/superseded", "sent/due"]
    assert len(each_world.sent) == 1


async def test_an_older_stream_planned_late_does_not_win(each_world: World) -> None:
    member = await each_world.member()
    kept = await each_world.install(journey(pushed()))
    older, newer = await each_world.stream(member), await each_world.stream(member)
    await each_world.enrol(kept, newer, START + HOUR)
    assert await each_world.enrol(kept, older, START) == 0
    await each_world.run(hours=3)
    assert [line.stands for line in await each_world.lines()] == ["sent/due"]


async def test_a_late_guest_of_an_older_stream_takes_nothing_from_the_others(each_world: World) -> None:
    ann, bob = await each_world.member("ann"), await each_world.member("bob")
    kept = await each_world.follow_up(journey(pushed()), ann)
    await each_world.enrol(kept, await each_world.stream(ann), START + HOUR / 2)
    async with each_world.work() as work:
        await each_world.attend(work, "stream:1", bob)
    assert await each_world.enrol(kept, "stream:1") == 1
    await each_world.run(hours=3)
    assert sorted(name for name, _ in each_world.sent) == ["ann", "bob"]


async def test_of_two_streams_that_ended_at_the_same_moment_the_first_planned_stays(world: World) -> None:
    member = await world.member()
    kept = await world.follow_up(journey(pushed()), member)
    assert await world.enrol(kept, await world.stream(member)) == 0
    assert await world.enrol(kept, "stream:1") == 0
    await world.run(hours=3)
    assert [line.stands for line in await world.lines()] == ["sent/due"]


@pytest.mark.parametrize(("again", "sent"), [(Again.EACH, 2), (Again.ONCE, 1), (Again.NEWEST, 1)])
async def test_a_journey_may_run_for_each_stream_or_only_once(world: World, again: Again, sent: int) -> None:
    member = await world.member()
    kept = await world.follow_up(journey(pushed(), again=again), member)
    await world.enrol(kept, await world.stream(member), START + HOUR / 2)
    await world.run(hours=4)
    assert len(world.sent) == sent


async def test_only_who_was_there_is_followed_up(world: World) -> None:
    ann, _ = await world.member("ann"), await world.member("bob")
    await world.follow_up(journey(pushed()), ann)
    assert [line.member for line in await world.lines()] == [ann]


async def test_who_signed_up_and_missed_it_is_told_what_they_missed(each_world: World) -> None:
    came, missed, neither = [await each_world.member(name) for name in ("ann", "bob", "cay")]
    trigger = await each_world.stream(came)
    for member in (came, missed):
        await each_world.did(member, "signed_up", reference=trigger)
    await each_world.did(neither, "signed_up", reference="stream:999")
    kept = await each_world.install(journey(pushed(), trigger=StreamTrigger(who=Audience.SIGNED_UP)))
    assert await each_world.enrol(kept, trigger) == 1
    assert [line.member for line in await each_world.lines()] == [missed]


async def test_who_left_is_not_enrolled(world: World) -> None:
    gone = await world.member(left=True)
    await world.follow_up(journey(pushed()), gone)
    assert await world.lines() == []


async def test_a_one_off_is_for_everybody_or_for_one(world: World) -> None:
    ann, bob = await world.member("ann"), await world.member("bob")
    kept = await world.install(journey(pushed(), trigger=OnceTrigger(), again=Again.EACH))
    assert await world.enrol(kept, "once:1") == 2
    assert await enrol(world.database, world.plan(kept, "once:2", member_id=bob)) == 1
    assert [line.member for line in await world.lines()] == [ann, bob, bob]


@pytest.mark.parametrize(
    ("zone", "anchor", "due"),
    [
        ("Europe/Prague", datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 3, 29, 16, tzinfo=UTC)),
        ("Europe/Prague", datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 25, 17, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 3, 7, 20, tzinfo=UTC), datetime(2026, 3, 8, 22, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 10, 31, 20, tzinfo=UTC), datetime(2026, 11, 1, 23, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 3, 30, 12, 15, tzinfo=UTC)),
    ],
)
async def test_a_local_time_is_the_person_s_own_whatever_the_clocks_do(
    each_world: World, zone: str, anchor: datetime, due: datetime
) -> None:
    member = await each_world.member(zone=zone)
    kept = await each_world.install(journey(pushed(when=local(1, time(18)))))
    await each_world.enrol(kept, await each_world.stream(member, ended_at=anchor), anchor)
    assert (await each_world.line()).due_at == due


async def test_a_time_that_the_clock_jumps_over_moves_on_by_the_jump(world: World) -> None:
    anchor = datetime(2026, 3, 28, 20, tzinfo=UTC)
    member = await world.member()
    kept = await world.install(journey(pushed(when=local(1, time(2, 30)))))
    await world.enrol(kept, await world.stream(member, ended_at=anchor), anchor)
    assert (await world.line()).due_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


async def test_a_local_time_before_the_end_of_the_stream_is_at_its_end(world: World) -> None:
    await world.follow_up(journey(pushed(when=local(0, time(8)))), await world.member())
    assert (await world.line()).due_at == START


@pytest.mark.parametrize("zone", ["Nowhere/Such", "", "Europe", "../etc/localtime"])
async def test_a_zone_that_nobody_knows_is_the_community_s(each_world: World, zone: str) -> None:
    ann, bob = await each_world.member("ann", zone=zone), await each_world.member("bob", zone="Asia/Kathmandu")
    await each_world.follow_up(journey(pushed(when=local(1, time(18)))), ann, bob)
    assert (await each_world.line(member=ann)).due_at == datetime(2026, 11, 23, 17, tzinfo=UTC)
    await each_world.run(hours=48)
    assert sorted(name for name, _ in each_world.sent) == ["ann", "bob"]


async def test_a_community_in_no_known_zone_lives_by_utc(world: World) -> None:
    member = await world.member()
    async with world.work() as work:
        await work.execute(sa.update(communities).values(zone="Nowhere/Such"))
    kept = await world.install(journey(pushed(when=local(1, time(18)))))
    plan = world.plan(kept, await world.stream(member))
    assert await enrol(world.database, replace(plan, community=replace(plan.community, zone="Nowhere/Such"))) == 1
    assert (await world.line()).due_at == datetime(2026, 11, 23, 18, tzinfo=UTC)
    await world.run(hours=30)
    assert len(world.sent) == 1


async def test_nothing_is_planned_beyond_the_journey_s_close(world: World) -> None:
    await world.follow_up(journey(pushed(hours=47, expires_after=9 * HOUR)), await world.member())
    assert (await world.line()).expires_at == START + 48 * HOUR


async def test_an_edit_leaves_those_under_way_on_their_version(each_world: World) -> None:
    ann, bob = await each_world.member("ann"), await each_world.member("bob")
    kept = await each_world.follow_up(journey(pushed()), ann)
    async with each_world.work() as work:
        edited = await Journeys(work).edit(kept, journey(pushed("again", hours=2), pushed("more", hours=3)), None)
    async with each_world.work() as work:
        await each_world.attend(work, "stream:1", bob)
        await Journeys(work).approve(edited, ann, others=0)
    assert await each_world.enrol(await each_world.kept(), "stream:1") == 1
    assert [(line.member, line.step) for line in await each_world.lines()] == [
        (ann, "thanks"),
        (bob, "again"),
        (bob, "more"),
    ]
    await each_world.run(hours=4)
    assert [name for name, _ in each_world.sent] == ["ann", "bob", "bob"]


# Waits and tasks


async def test_steps_behind_a_wait_are_planned_when_it_is_over(world: World) -> None:
    steps = (message(), wait(hours=5), message("again", hours=1), wait("longer", hours=2), message("last"))
    await world.follow_up(journey(*steps), await world.member())
    assert list(await world.stands()) == ["thanks", "wait"]
    await world.run(hours=5)
    assert list(await world.stands()) == ["thanks", "wait", "again", "longer"]
    assert (await world.line("again")).due_at == START + 6 * HOUR
    await world.run(hours=9)
    assert set((await world.stands()).values()) == {"sent/due"}
    assert (await world.line("last")).settled_at == START + 8 * HOUR


async def test_what_is_waited_for_ends_the_wait_and_steps_count_from_it(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(wait(hours=24), message(hours=2)), member)
    await world.run(hours=3)
    await world.ends_waits(member, "ordered", at=world.clock.now())
    await world.run(hours=3)
    assert (await world.line()).due_at == START + 5 * HOUR
    await world.run(hours=5)
    assert len(world.sent) == 1


async def test_what_is_found_later_but_was_done_before_the_stream_ends_no_wait(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(wait(hours=24), message(hours=2)), member)
    await world.ends_waits(member, "ordered", at=START - HOUR)
    await world.run(hours=3)
    assert await world.stands() == {"wait": "pending"}


async def test_a_wait_looked_at_late_loses_nothing_behind_it(world: World) -> None:
    await world.follow_up(journey(wait(hours=2), message(hours=20)), await world.member())
    world.clock.set(START + 20 * HOUR)
    await world.run(hours=22)
    assert await world.stands() == {"wait": "sent/due", "thanks": "sent/due"}


async def test_a_task_is_queued_once_with_whom_it_is_for(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(task(hours=1)), member)
    await world.run(hours=2)
    await world.engine.run_due()
    async with world.database.read() as reader:
        [row] = await reader.rows(sa.select(jobs))
    assert (row.plugin, row.name) == ("badges", "grant")
    assert row.arguments == {"member_id": member, "delivery_id": (await world.line("grant")).id}


async def test_no_delivery_has_the_number_of_one_that_was_forgotten(world: World) -> None:
    kept = await world.install(journey(task(hours=1)))
    ann = await world.member()
    await world.enrol(kept, await world.stream(ann))
    await world.run(hours=2)
    await Holdings([]).erase(world.database, ann)
    ben = await world.member()
    await world.enrol(kept, await world.stream(ben), world.clock.now())
    await world.run(hours=4)
    async with world.database.read() as reader:
        rows = await reader.rows(sa.select(jobs.c.arguments).where(jobs.c.name == "grant"))
    first, second = (arguments for (arguments,) in rows)
    assert (first["member_id"], second["member_id"]) == (ann, ben)
    assert first["delivery_id"] < second["delivery_id"]


async def test_a_task_and_a_message_due_at_once_are_both_done(world: World) -> None:
    await world.follow_up(journey(pushed(), task(), pushed("again", hours=5)), await world.member())
    await world.run(hours=6)
    assert await world.stands() == {"thanks": "sent/due", "grant": "sent/due", "again": "sent/due"}


async def test_an_enrolment_remembers_what_started_it(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    async with world.database.read() as reader:
        [row] = await reader.rows(sa.select(enrolments))
    assert (row.trigger, row.anchor_at, row.version, row.ended) == ("stream:1", START, 1, None)


async def test_a_plan_for_one_member_looks_at_no_zone_but_theirs(each_world: World) -> None:
    members = [await each_world.member(zone, zone=zone) for zone in ("Asia/Kathmandu", "America/New_York")]
    kept = await each_world.install(journey(message()))
    database, own = each_world.database, "Europe/Prague"
    assert await zones_of(database, each_world.plan(kept, "once:1", member_id=members[0])) == ["Asia/Kathmandu", own]
    assert await zones_of(database, each_world.plan(kept, "once:1")) == ["America/New_York", "Asia/Kathmandu", own]


async def test_a_step_behind_a_wait_keeps_a_purpose_of_its_own(world: World) -> None:
    steps = (wait(hours=2), pushed("offer", hours=1, purpose=Purpose.MARKETING), pushed("thanks", hours=2))
    await world.follow_up(journey(*steps), await world.member(consents=(SERVICE_DIRECT,)))
    await world.run(hours=5)
    assert await world.stands() == {"wait": "sent/due", "offer": "skipped/no-consent", "thanks": "sent/due"}


async def test_a_task_is_queued_once_for_its_delivery_however_often_it_is_written(each_world: World) -> None:
    world, cases = each_world, list[Case]()
    world.engine.listen(lambda case, _: cases.append(case))
    await world.follow_up(journey(task()), await world.member())
    await world.run(hours=1)
    [case] = cases
    async with world.database.write() as transaction:
        await write_following_steps(transaction, case, world.clock.now())
    async with world.database.read() as reader:
        assert [row.name for row in await reader.rows(sa.select(jobs))] == ["grant"]
