"""What moderators do with journeys while they run: pause, stop, edit, approve, and stop everything."""

import asyncio
from datetime import time, timedelta

import pytest

from bot.core.registry import Registry
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys, release_held, resume_everything, stop_everything
from bot.errors import UserError
from bot.model.identity import Purpose
from bot.model.journeys import Exit, Variant
from tests.delivery.journeys import journey, message, pushed
from tests.delivery.world import START, World

HOUR = timedelta(hours=1)


async def test_a_pause_loses_nobody_and_what_became_due_meanwhile_is_merged(world: World) -> None:
    steps = (pushed(), pushed("again", hours=2), pushed("last", hours=30))
    await world.follow_up(journey(*steps), await world.member())
    await world.set_status(JourneyStatus.PAUSED)
    await world.run(hours=3)
    assert await world.stands() == {"thanks": "held/paused", "again": "held/paused", "last": "pending"}
    await world.set_status(JourneyStatus.RUNNING)
    await world.run(hours=30)
    assert await world.stands() == {"thanks": "skipped/merged", "again": "sent/due", "last": "sent/due"}


async def test_what_expired_during_a_pause_is_not_sent_late(world: World) -> None:
    await world.follow_up(journey(pushed(expires_after=2 * HOUR), pushed("again", hours=2)), await world.member())
    await world.set_status(JourneyStatus.PAUSED)
    await world.run(hours=10)
    await world.set_status(JourneyStatus.RUNNING)
    await world.run(hours=10)
    assert await world.stands() == {"thanks": "skipped/expired", "again": "sent/due"}


async def test_a_message_for_others_takes_nobody_s_place(world: World) -> None:
    """Branches are steps at the same time with opposite conditions; the one that does not hold must not merge."""
    member = await world.member()
    steps = (pushed(), pushed("again", satisfied_by=("ordered",)), pushed("last", purpose=Purpose.MARKETING))
    await world.follow_up(journey(*steps), member)
    world.clock.advance(HOUR / 2)
    await world.did(member, "ordered")
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "sent/due", "again": "skipped/satisfied", "last": "skipped/no-consent"}


async def test_a_stopped_journey_lets_go_what_it_held(world: World) -> None:
    await world.follow_up(journey(pushed(), pushed("again", hours=9)), await world.member())
    await world.set_status(JourneyStatus.PAUSED)
    await world.run(hours=2)
    await world.set_status(JourneyStatus.STOPPED)
    await world.run(hours=9)
    assert await world.stands() == {"thanks": "skipped/cancelled", "again": "skipped/cancelled"}


async def test_one_button_stops_everything_and_one_lets_it_go_on(each_world: World) -> None:
    await each_world.follow_up(journey(pushed(), pushed("again", hours=5)), await each_world.member())
    async with each_world.work() as work:
        await stop_everything(work, each_world.community.id, None)
    await each_world.run(hours=2)
    assert await each_world.stands() == {"thanks": "held/all-stopped", "again": "pending"}
    async with each_world.work() as work:
        await resume_everything(work, each_world.community.id, None)
    assert await release_held(each_world.database, each_world.community.id) == 1
    await each_world.run(hours=5)
    assert await each_world.stands() == {"thanks": "sent/due", "again": "sent/due"}


async def test_resuming_a_journey_does_not_undo_the_stop_of_everything(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member(), status=JourneyStatus.PAUSED)
    await world.run(hours=1)
    async with world.work() as work:
        await stop_everything(work, world.community.id, None)
    await world.set_status(JourneyStatus.RUNNING)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "held/all-stopped"}


async def test_everything_stopped_amid_a_long_run_holds_what_was_not_sent_yet(world: World) -> None:
    crowd = [await world.member(f"guest{number}") for number in range(6)]
    await world.follow_up(journey(pushed()), *crowd)
    world.engine = world.new_engine(in_flight=2)

    async def stop_after_a_minute(key: str) -> None:
        if world.clock.now() == START + HOUR:
            world.clock.advance(timedelta(minutes=1))
            async with world.work() as work:
                await stop_everything(work, world.community.id, None)

    world.chat.on_the_way = stop_after_a_minute
    await world.run(hours=1)
    assert [line.stands for line in await world.lines()] == ["sent/due"] * 2 + ["held/all-stopped"] * 4


async def test_consent_withdrawn_amid_a_long_run_is_heeded(world: World) -> None:
    ann, bob = await world.member("ann"), await world.member("bob")
    await world.follow_up(journey(message()), ann, bob)
    world.engine = world.new_engine(in_flight=1)

    async def withdraw(key: str) -> None:
        world.clock.advance(timedelta(minutes=1))
        await world.consents(bob, Purpose.SERVICE, granted=False)

    world.chat.on_the_way = withdraw
    await world.run(hours=1)
    assert [line.stands for line in await world.lines()] == ["sent/due", "available/due"]


async def test_what_is_held_while_the_journey_resumes_is_not_forgotten(world: World) -> None:
    """The decision is made before the resume and written after it: nobody else would let it go."""
    ann, bob = await world.member("ann"), await world.member("bob")
    paused = await world.install(journey(pushed(), name="paused"), JourneyStatus.PAUSED)
    running = await world.install(journey(pushed(variants=(Variant(texts={"en": "Hello"}),)), name="running"))
    trigger = await world.stream(ann)
    await world.enrol(paused, trigger)
    await world.enrol(running, await world.stream(bob))

    async def resume() -> None:
        await world.set_status(JourneyStatus.RUNNING, "paused")

    sender = world.sender()
    sender.before = resume
    world.engine = world.new_engine(sender=sender)
    await world.run(hours=1)
    assert {line.stands for line in await world.lines()} == {"sent/due"}


async def test_what_falls_due_while_the_plugin_is_off_waits_for_it(each_world: World) -> None:
    steps = (
        pushed(expires_after=2 * HOUR),
        pushed("again", hours=2),
        pushed("more", hours=3),
        pushed("last", hours=30),
    )
    await each_world.follow_up(journey(*steps), await each_world.member())
    await each_world.turn_plugin(on=False)
    await each_world.run(hours=10)
    held = dict.fromkeys(("thanks", "again", "more"), "held/plugin-off")
    assert await each_world.stands() == {**held, "last": "pending"}
    await each_world.turn_plugin(on=True)
    await each_world.run(hours=30)
    assert await each_world.stands() == {
        "thanks": "skipped/expired",
        "again": "skipped/merged",
        "more": "sent/due",
        "last": "sent/due",
    }


@pytest.mark.long
async def test_what_waits_for_its_plugin_waits_for_its_paused_journey_after_that(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    await world.turn_plugin(on=False)
    await world.run(hours=1)
    await world.set_status(JourneyStatus.PAUSED)
    await world.turn_plugin(on=True)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "held/paused"}
    await world.set_status(JourneyStatus.RUNNING)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "sent/due"}


async def test_a_journey_that_is_stopped_lets_go_what_waits_for_its_plugin(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    await world.turn_plugin(on=False)
    await world.run(hours=1)
    await world.set_status(JourneyStatus.STOPPED)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "skipped/cancelled"}


async def test_what_is_held_while_the_plugin_is_turned_on_is_not_forgotten(each_world: World) -> None:
    """As with a pause that ends while something is decided: nobody else would let it go."""
    world = each_world
    ann = await world.member("ann")
    await world.follow_up(journey(pushed()), ann)
    await world.remind(ann)
    await world.turn_plugin(on=False)

    async def turn_on() -> None:
        await world.turn_plugin(on=True)

    sender = world.sender()
    sender.before = turn_on
    world.engine = world.new_engine(sender=sender)
    world.clock.advance(HOUR)
    await world.engine.run_due()
    assert {line.stands for line in await world.lines()} == {"sent/due"}


async def test_a_plugin_that_is_not_there_any_more_is_waited_for(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    await world.turn_plugin(on=True)
    world.plugins_stand = Registry().standing
    world.engine = world.new_engine()
    async with asyncio.timeout(10):
        await world.run(hours=1)
    assert await world.stands() == {"thanks": "held/plugin-off"}
    async with world.work() as work:
        assert await Journeys(work).held_for_plugins(world.community.id) == {"test"}


# ---- a stream that is on ------------------------------------------------------------------------------------------

AGAIN = journey(pushed(), pushed("again", hours=2), pushed("last", hours=30), exits=(Exit.LIVE_AGAIN,))


async def test_what_falls_due_during_a_stream_goes_on_when_that_does_not_count(each_world: World) -> None:
    world = each_world
    await world.follow_up(AGAIN, await world.member())
    world.clock.advance(HOUR / 2)
    await world.goes_live()
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "held/on-air", "again": "held/on-air", "last": "pending"}
    await world.goes_off(counts=False)
    await world.run(hours=30)
    assert await world.stands() == {"thanks": "skipped/merged", "again": "sent/due", "last": "sent/due"}


async def test_what_falls_due_during_a_stream_is_over_when_that_counts(world: World) -> None:
    await world.follow_up(AGAIN, await world.member())
    world.clock.advance(HOUR / 2)
    await world.goes_live()
    await world.run(hours=1)
    await world.goes_off(counts=True)
    await world.run(hours=30)
    assert set((await world.stands()).values()) == {"skipped/live-again"}


async def test_a_journey_that_no_stream_ends_goes_on_during_one(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    world.clock.advance(HOUR / 2)
    await world.goes_live()
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "sent/due"}


async def test_what_is_held_while_the_stream_ends_is_not_forgotten(each_world: World) -> None:
    world = each_world
    ann = await world.member("ann")
    await world.follow_up(journey(pushed(), exits=(Exit.LIVE_AGAIN,)), ann)
    await world.remind(ann)
    world.clock.advance(HOUR)
    await world.goes_live()

    async def end() -> None:
        await world.goes_off(counts=False)

    sender = world.sender()
    sender.before = end
    world.engine = world.new_engine(sender=sender)
    await world.engine.run_due()
    assert {line.stands for line in await world.lines()} == {"sent/due"}


async def test_a_first_stream_runs_in_shadow_until_somebody_releases_it(world: World) -> None:
    member = await world.member()
    kept = await world.follow_up(journey(pushed(), pushed("again", hours=5)), member, status=JourneyStatus.SHADOW)
    await world.run(hours=2)
    async with world.work() as work:
        assert await Journeys(work).counts(kept) == {("thanks", "held", "shadow"): 1, ("again", "pending", ""): 1}
        approved = await Journeys(work).approve(kept, member, others=3)
    assert approved.status is JourneyStatus.RUNNING
    assert await release_held(world.database, world.community.id, kept.id) == 1
    await world.run(hours=5)
    assert len(world.sent) == 2


async def test_an_edit_waits_for_a_second_person(world: World) -> None:
    author, other = await world.member("ann"), await world.member("bob")
    kept = await world.install(journey(pushed()))
    async with world.work() as work:
        edited = await Journeys(work).edit(kept, journey(pushed(hours=2)), author)
    assert (edited.version, edited.status, edited.author_id) == (2, JourneyStatus.WAITING, author)
    async with world.work() as work:
        with pytest.raises(UserError, match="journey-second-person"):
            await Journeys(work).approve(edited, author, others=1)
        assert (await Journeys(work).approve(edited, other, others=1)).status is JourneyStatus.RUNNING


async def test_who_is_alone_approves_their_own_edit(world: World) -> None:
    author = await world.member("ann")
    kept = await world.install(journey(pushed()))
    async with world.work() as work:
        edited = await Journeys(work).edit(kept, journey(pushed(hours=2)), author)
        assert (await Journeys(work).approve(edited, author, others=0)).status is JourneyStatus.RUNNING


async def test_of_two_edits_at_once_the_second_is_told(each_world: World) -> None:
    kept = await each_world.install(journey(pushed()))
    async with each_world.work() as work:
        await Journeys(work).edit(kept, journey(pushed(hours=2)), None)
    with pytest.raises(UserError, match="journey-changed-meanwhile"):
        async with each_world.work() as work:
            await Journeys(work).edit(kept, journey(pushed(hours=3)), None)
    assert (await each_world.kept()).journey == journey(pushed(hours=2))


async def test_who_approves_a_version_that_is_not_the_newest_any_more_is_told(each_world: World) -> None:
    approver = await each_world.member()
    kept = await each_world.install(journey(pushed()), JourneyStatus.WAITING)
    async with each_world.work() as work:
        await Journeys(work).edit(kept, journey(pushed(hours=2)), None)
    with pytest.raises(UserError, match="journey-changed-meanwhile"):
        async with each_world.work() as work:
            await Journeys(work).approve(kept, approver, others=1)
    assert (await each_world.kept()).status is JourneyStatus.WAITING


async def test_an_edit_that_changes_nothing_is_none(world: World) -> None:
    kept = await world.install(journey(pushed()))
    async with world.work() as work:
        assert await Journeys(work).edit(kept, journey(pushed()), None) == kept


async def test_letting_go_ends_also_when_it_is_held_again_at_once(world: World) -> None:
    crowd = [await world.member(f"guest{number}") for number in range(3)]
    kept = await world.follow_up(journey(pushed()), *crowd, status=JourneyStatus.PAUSED)
    await world.run(hours=1)
    async with asyncio.timeout(10):
        assert await release_held(world.database, world.community.id, kept.id) == 3
    await world.engine.run_due()
    assert {line.stands for line in await world.lines()} == {"held/paused"}


async def test_a_message_gives_way_to_a_later_one_that_is_still_held_and_can_be_said_now(each_world: World) -> None:
    """The journey runs again, and the job that lets go what it held comes a moment later."""
    world = each_world
    quiet = (time(22), time(23, 30))
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), await world.member(quiet=quiet))
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "pending/quiet-hours", "again": "pending"}
    await world.set_status(JourneyStatus.PAUSED)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "pending/quiet-hours", "again": "held/paused"}
    async with world.work() as work:
        await Journeys(work).set_status(await world.kept(), JourneyStatus.RUNNING, None)
    await world.run(hours=3)
    assert await world.stands() == {"thanks": "skipped/merged", "again": "held/paused"}
