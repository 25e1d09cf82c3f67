"""What people and moderators see of deliveries: the inbox, the reasons, and who was given which variant."""

import asyncio
from datetime import timedelta

import pytest

from bot.delivery.case import JourneyStatus
from bot.delivery.deciding import share
from bot.delivery.explaining import explain
from bot.delivery.inbox import Inbox
from bot.delivery.loading import Loader
from bot.model.decisions import Reason
from bot.model.identity import Route
from bot.model.journeys import Variant
from bot.model.results import SendStatus
from tests.delivery.journeys import journey, message, pushed
from tests.delivery.world import START, World

HOUR = timedelta(hours=1)


async def test_the_inbox_is_opened_once_and_answered_once(each_world: World) -> None:
    member = await each_world.member(consents=())
    await each_world.follow_up(journey(message(), message("again", hours=2)), member)
    await each_world.run(hours=2)
    async with each_world.work() as work:
        inbox = Inbox(work, each_world.loader())
        assert await inbox.waiting(member) == 2
        unopened = await inbox.unopened(member)
        assert [(case.due.step, variant) for case, variant in unopened] == [("thanks", "a"), ("again", "a")]
        await inbox.open([case for case, _ in unopened])
        assert (await inbox.waiting(member), await inbox.unopened(member)) == (0, [])
        assert [case.due.step for case, _ in await inbox.opened(member)] == ["thanks", "again"]
        first = unopened[0][0].due.id
        assert await inbox.case(first, member) is not None
        assert await inbox.case(first, member + 1) is None
        assert await inbox.answered(first)
        assert not await inbox.answered(first)
    assert await each_world.stands() == {"thanks": "answered/due", "again": "opened/due"}


async def test_few_definitions_are_kept_and_all_that_are_needed_are_there(world: World) -> None:
    member = await world.member(consents=())
    names = [f"journey-{number}" for number in range(5)]
    for name in names:
        await world.follow_up(journey(message(), name=name), member)
    await world.run(hours=2)
    loader = Loader(world.chats, keep=2)

    async def looked() -> list[str]:
        async with world.work() as work:
            cases = [case for case, _ in await Inbox(work, loader).unopened(member)]
        return sorted(case.enrolment.journey.name for case in cases if case.enrolment is not None)

    assert await asyncio.gather(*(looked() for _ in range(4))) == [names] * 4
    assert loader.kept == 2


async def test_what_nobody_opened_waits_until_the_journey_closes_and_then_lapses(world: World) -> None:
    member = await world.member(consents=())
    await world.follow_up(journey(message(expires_after=2 * HOUR)), member)
    await world.run(hours=47)
    assert await world.stands() == {"thanks": "available/due"}
    await world.run(hours=49)
    assert await world.stands() == {"thanks": "lapsed/due"}
    async with world.work() as work:
        assert await Inbox(work, world.loader()).waiting(member) == 0


async def test_what_the_host_is_to_say_is_not_in_the_inbox(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(message(routes=(Route.STAGE,))), member)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "available/due"}
    async with world.work() as work:
        assert await Inbox(work, world.loader()).waiting(member) == 0


async def test_why_is_told_page_by_page_and_leaves_nothing_out(world: World) -> None:
    member = await world.member()
    steps = [message(f"step-{number}", hours=[9, 2, 7, 4, 40, 6][number]) for number in range(6)]
    await world.follow_up(journey(*steps), member)
    await world.run(hours=8)
    told: list[str] = []
    last = None
    async with world.work() as work:
        while page := await explain(work, member, limit=2, before=last):
            told += [line.step for line in page]
            last = page[-1].id
    assert told == ["step-4", "step-0", "step-2", "step-5", "step-3", "step-1"]


async def test_nothing_to_explain_is_nothing(world: World) -> None:
    assert await world.why(await world.member()) == []


# Shares


async def test_a_share_of_the_people_is_held_out_and_always_the_same(world: World) -> None:
    drawn = [share("holdout", "after-stream", member) for member in range(4000)]
    assert 0.17 < sum(value < 0.2 for value in drawn) / 4000 < 0.23
    assert drawn == [share("holdout", "after-stream", member) for member in range(4000)]
    assert share("holdout", "another", 1) != share("holdout", "after-stream", 1)


@pytest.mark.long
async def test_who_is_held_out_gets_no_step_of_the_journey(world: World) -> None:
    crowd = [await world.member(f"guest{number}") for number in range(40)]
    await world.follow_up(journey(pushed(), pushed("again", hours=2), holdout=0.5), *crowd)
    await world.run(hours=2)
    lines = await world.lines()
    out = {line.member for line in lines if line.reason is Reason.HOLDOUT}
    assert 8 < len(out) < 32
    assert {line.stands for line in lines if line.member not in out} == {"sent/due"}
    assert {line.stands for line in lines if line.member in out} == {"skipped/holdout"}


@pytest.mark.long
async def test_variants_share_the_people_by_weight_and_each_person_keeps_theirs(world: World) -> None:
    variants = (Variant(name="a", texts={"en": "A"}, weight=3), Variant(name="b", texts={"en": "B"}))
    unused = Variant(name="c", texts={"en": "C"}, weight=0)
    crowd = [await world.member(f"guest{number}") for number in range(120)]
    kept = await world.follow_up(journey(pushed(variants=(*variants, unused))), *crowd)
    await world.run(hours=2)
    chosen = {line.member: line.variant for line in await world.lines()}
    assert 0.6 < sum(variant == "a" for variant in chosen.values()) / 120 < 0.9
    assert set(chosen.values()) == {"a", "b"}
    assert {shown.message.text for shown in world.chat.sent} == {"A", "B"}
    await world.enrol(kept, await world.stream(*crowd), START + 5 * HOUR)
    await world.run(hours=8)
    assert {line.member: line.variant for line in await world.lines() if line.due_at > START + 5 * HOUR} == chosen


async def test_a_failed_send_says_by_which_account_it_failed(world: World) -> None:
    world.fails(SendStatus.INVALID)
    await world.follow_up(journey(pushed()), await world.member())
    await world.run(hours=1)
    assert (await world.line()).detail == {"local:ann": "invalid"}


async def test_a_note_whose_time_is_over_is_not_opened_although_nobody_noted_yet_that_it_lapsed(world: World) -> None:
    member = await world.member(consents=())
    await world.follow_up(journey(message(), closes_after=3 * HOUR), member)
    await world.run(hours=1)
    async with world.work() as work:
        assert len(await Inbox(work, world.loader()).unopened(member)) == 1
    world.clock.advance(2 * HOUR)
    async with world.work() as work:
        assert await Inbox(work, world.loader()).unopened(member) == []
    assert await world.stands() == {"thanks": "available/due"}


async def test_what_waited_together_is_foreseen_as_it_will_be_decided_together(world: World) -> None:
    member = await world.member()
    kept = await world.follow_up(journey(pushed(hours=0.5), pushed("again", hours=0)), member)
    await world.set_status(JourneyStatus.PAUSED)
    await world.run(minutes=30)
    plan = world.plan(kept, "stream:1")
    walked = await world.previewer().one(plan, member, world.clock.now())
    foreseen = {case.due.step: getattr(verdict, "reason", Reason.DUE) for case, verdict, _ in walked}
    await world.set_status(JourneyStatus.RUNNING)
    await world.run(hours=1)
    assert {line.step: line.reason for line in await world.lines()} == foreseen
    assert foreseen == {"thanks": Reason.MERGED, "again": Reason.DUE}
