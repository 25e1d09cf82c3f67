"""Somebody with linked accounts: followed up as one person, by an account that agreed to it."""

from collections import Counter
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.consent import Consents
from bot.community.linking import Links
from bot.model.decisions import Reason
from bot.model.journeys import Again
from bot.storage.tables import members
from tests.delivery.journeys import journey, message, pushed, task, wait
from tests.delivery.world import SERVICE_DIRECT, START, World

BATCHES = (1, 200)


async def person_of(world: World, member: int) -> int:
    async with world.work() as work:
        return int(await work.value(sa.select(members.c.person_id).where(members.c.id == member)))


async def link(world: World, one: int, other: int) -> None:
    """As if both had said yes."""
    people = [await person_of(world, member) for member in (one, other)]
    async with world.work() as work:
        assert await Links(work).join(*people)


async def unlink(world: World, part: int) -> None:
    person = await person_of(world, part)
    async with world.work() as work:
        assert await Links(work).part(person)


def said_to(world: World) -> Counter[str]:
    return Counter(who for who, _ in world.sent)


@pytest.mark.parametrize("batch", BATCHES)
async def test_what_both_accounts_were_enrolled_for_is_said_once(world: World, batch: int) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), ann, nina)
    await link(world, ann, nina)
    world.engine = world.new_engine(batch=batch)
    await world.run(hours=3)
    assert said_to(world).total() == 2
    reasons = Counter(line.reason for line in await world.lines())
    assert reasons == {Reason.DUE: 2, Reason.SAME_PERSON: 2}


@pytest.mark.parametrize("batch", BATCHES)
async def test_so_it_is_with_what_waits_in_the_inbox_and_with_tasks(world: World, batch: int) -> None:
    ann, nina = await world.member("ann", consents=()), await world.member("nina", consents=())
    await world.follow_up(journey(message(), task(hours=2)), ann, nina)
    await link(world, ann, nina)
    world.engine = world.new_engine(batch=batch)
    await world.run(hours=3)
    assert Counter(line.reason for line in await world.lines()) == {Reason.DUE: 2, Reason.SAME_PERSON: 2}


async def test_what_one_had_before_the_link_is_not_given_to_the_other_after_it(world: World) -> None:
    ann = await world.member("ann", zone="Europe/Prague")
    nina = await world.member("nina", zone="Europe/Prague")
    kept = await world.follow_up(journey(pushed()), ann)
    await world.run(hours=2)
    async with world.work() as work:
        await world.attend(work, "stream:1", nina)
    await world.enrol(kept, "stream:1")
    await link(world, ann, nina)
    world.clock.advance(timedelta(minutes=1))
    await world.engine.run_due()
    assert said_to(world) == {"ann": 1}
    assert (await world.line(member=nina)).reason is Reason.SAME_PERSON


async def test_who_parts_before_it_is_due_gets_it_by_each_account(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), ann, nina)
    await link(world, ann, nina)
    await world.run(hours=1.5)
    await unlink(world, nina)
    await world.run(hours=3)
    assert Counter(line.reason for line in await world.lines() if line.step == "again") == {Reason.DUE: 2}
    assert said_to(world) == {"ann": 2, "nina": 1}


@pytest.mark.parametrize("enrolled", ["ann", "nina"])
async def test_what_only_one_was_enrolled_for_goes_on(world: World, enrolled: str) -> None:
    ids = {name: await world.member(name) for name in ("ann", "nina")}
    kept = await world.follow_up(journey(pushed(), wait(hours=2), pushed("again", hours=1)), ids[enrolled])
    await link(world, ids["ann"], ids["nina"])
    async with world.work() as work:
        await world.attend(work, "stream:1", ids["nina" if enrolled == "ann" else "ann"])
    assert await world.enrol(kept, "stream:1") == 0
    await world.run(hours=4)
    assert {line.step: line.reason for line in await world.lines()} == dict.fromkeys(
        ("thanks", "wait", "again"), Reason.DUE
    )
    assert said_to(world).total() == 2


async def test_whoever_was_there_by_two_accounts_is_enrolled_once(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    await link(world, ann, nina)
    await world.follow_up(journey(pushed()), ann, nina)
    assert [line.member for line in await world.lines()] == [ann]


async def test_whoever_was_there_by_the_account_that_does_not_act_is_enrolled(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    kept = await world.install(journey(pushed()))
    trigger = await world.stream(nina)
    await link(world, ann, nina)
    await world.enrol(kept, trigger)
    assert [line.member for line in await world.lines()] == [ann]


async def test_each_account_is_written_to_only_for_what_it_agreed_to_itself(world: World) -> None:
    other = world.other_chat()
    world.engine = world.new_engine()
    ann = await world.member("ann", doors=(False,))
    nina = await world.member("nina", consents=(), chat=other)
    await link(world, ann, nina)
    await world.follow_up(journey(pushed()), ann)
    await world.run(hours=2)
    assert not world.sent
    assert not other.sent
    assert (await world.line()).reason is Reason.NO_CONSENT


async def test_the_one_that_agreed_is_written_to_though_the_other_acts(world: World) -> None:
    ann, nina = await world.member("ann", consents=()), await world.member("nina")
    await link(world, ann, nina)
    await world.follow_up(journey(pushed()), ann)
    await world.run(hours=2)
    assert said_to(world) == {"nina": 1}


async def test_where_an_account_has_left_it_is_not_written_to_any_more(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    await link(world, ann, nina)
    kept = await world.follow_up(journey(pushed(), pushed("again", hours=2)), ann)
    await world.leaves(ann)
    await world.run(hours=1.5)
    assert said_to(world) == {"nina": 1}
    await world.leaves(nina)
    await world.run(hours=3)
    assert (await world.line("again")).reason is Reason.LEFT
    assert await world.enrol(kept, await world.stream(ann), START + timedelta(hours=3)) == 0


@pytest.mark.parametrize("by", ["ann", "nina"])
async def test_a_stop_by_one_stops_both_and_holds_for_each_when_they_part(world: World, by: str) -> None:
    ids = {name: await world.member(name) for name in ("ann", "nina")}
    await link(world, *ids.values())
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), ids["nina"])
    await world.stops(ids[by])
    await world.run(hours=1.5)
    await unlink(world, ids["nina"])
    await world.run(hours=3)
    assert {line.reason for line in await world.lines()} == {Reason.STOPPED}
    async with world.work() as work:
        assert [await Consents(work).is_stopped(id) for id in ids.values()] == [True, True]


async def test_a_stop_before_the_link_holds_for_both_until_they_part(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina", stopped=True)
    await link(world, ann, nina)
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), ann)
    await world.run(hours=1.5)
    await unlink(world, nina)
    await world.run(hours=3)
    assert {line.step: line.reason for line in await world.lines()} == {
        "thanks": Reason.STOPPED,
        "again": Reason.DUE,
    }
    assert said_to(world) == {"ann": 1}


async def test_of_two_streams_the_newer_one_wins_whichever_account_was_there(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    kept = await world.install(journey(pushed(), pushed("again", hours=20), again=Again.NEWEST, exits=()))
    await world.enrol(kept, await world.stream(ann, ended_at=START - timedelta(hours=2)), START - timedelta(hours=2))
    await world.enrol(kept, await world.stream(nina), START)
    await link(world, ann, nina)
    await world.run(hours=30)
    by_member = {(line.member, line.step): line.reason for line in await world.lines()}
    assert by_member[ann, "again"] is Reason.SUPERSEDED
    assert by_member[nina, "again"] is Reason.DUE


async def test_a_journey_for_once_is_once_for_the_person(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    kept = await world.install(journey(pushed(), again=Again.ONCE, exits=()))
    await world.enrol(kept, await world.stream(ann, ended_at=START - timedelta(hours=2)), START - timedelta(hours=2))
    await link(world, ann, nina)
    assert await world.enrol(kept, await world.stream(nina), START) == 0
    await world.run(hours=3)
    assert said_to(world).total() == 1


async def test_a_preview_counts_the_person_once(world: World) -> None:
    ann, nina, ben = [await world.member(name) for name in ("ann", "nina", "ben")]
    kept = await world.install(journey(pushed()))
    plan = world.plan(kept, await world.stream(ann, nina, ben))
    await link(world, ann, nina)
    assert (await world.previewer().preview(plan, START)).people == 2
    await unlink(world, nina)
    await world.enrol(kept, "stream:1")
    await link(world, ann, nina)
    preview = await world.previewer().preview(plan, START)
    assert preview.people == 2
    assert preview.by_route == {("thanks", "direct"): 2}


async def test_the_caps_count_what_came_by_any_account(world: World) -> None:
    ann, nina = await world.member("ann"), await world.member("nina")
    await world.follow_up(journey(pushed()), ann)
    await world.follow_up(journey(pushed(hours=2), name="other"), nina)
    async with world.work() as work:
        await work.execute(sa.text("UPDATE persons SET pushes_per_day = 1"))
    await link(world, ann, nina)
    await world.run(hours=2.5)
    assert said_to(world).total() == 1
    assert (await world.line(member=nina)).reason in (Reason.CAP_WAIT, Reason.CAPPED)


async def test_consent_is_given_for_the_account_it_is_given_by_and_withdrawn_for_all(world: World) -> None:
    ann, nina = await world.member("ann", consents=()), await world.member("nina", consents=())
    await link(world, ann, nina)
    async with world.work() as work:
        await Consents(work).give(nina, *SERVICE_DIRECT, source="a test")
        assert (await Consents(work).of(ann)) == {SERVICE_DIRECT: True}
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), ann)
    await world.run(hours=1.5)
    assert said_to(world) == {"nina": 1}
    await world.consents(ann, SERVICE_DIRECT[0], granted=False)
    await unlink(world, nina)
    await world.follow_up(journey(pushed(), name="other"), nina)
    await world.run(hours=4)
    assert said_to(world) == {"nina": 1}
