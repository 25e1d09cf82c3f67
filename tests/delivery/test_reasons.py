"""Each reason a delivery can have, brought about in a running community."""

from collections.abc import Awaitable, Callable
from datetime import time, timedelta
from typing import Any

import pytest

from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import stop_everything
from bot.model.decisions import Reason
from bot.model.identity import Purpose
from bot.model.journeys import Caps, Exit, Journey
from bot.model.results import SendStatus
from tests.delivery.journeys import REGULAR, journey, message, pushed
from tests.delivery.world import MARKETING_DIRECT, SERVICE_DIRECT, START, World

Happening = Callable[[World, int], Awaitable[None]]

THANKS = journey(pushed())


async def nothing(world: World, member: int) -> None:
    """Nothing happens meanwhile."""


async def leaving(world: World, member: int) -> None:
    await world.leaves(member)


async def stopping(world: World, member: int) -> None:
    await world.stops(member)


async def withdrawing(world: World, member: int) -> None:
    await world.consents(member, Purpose.SERVICE, granted=False)


async def ordering(world: World, member: int) -> None:
    world.clock.advance(timedelta(minutes=5))
    await world.did(member, "ordered")


async def being_unhappy(world: World, member: int) -> None:
    await world.did(member, "unhappy")


async def the_host_live_again(world: World, member: int) -> None:
    world.clock.advance(timedelta(minutes=5))
    await world.goes_live()


async def the_host_live_once_more(world: World, member: int) -> None:
    await the_host_live_again(world, member)
    world.clock.advance(timedelta(minutes=20))
    await world.goes_off(counts=True)


async def a_newer_stream(world: World, member: int) -> None:
    trigger = await world.stream(member, ended_at=START + timedelta(minutes=30))
    await world.enrol(await world.kept(), trigger, START + timedelta(minutes=30))


async def the_journey_paused(world: World, member: int) -> None:
    await world.set_status(JourneyStatus.PAUSED)


async def the_plugin_turned_off(world: World, member: int) -> None:
    await world.turn_plugin(on=False)


async def the_journey_stopped(world: World, member: int) -> None:
    await world.set_status(JourneyStatus.STOPPED)


async def the_button_pressed(world: World, member: int) -> None:
    async with world.work() as work:
        await stop_everything(work, world.community.id, None)


async def the_bot_down(world: World, member: int) -> None:
    world.clock.advance(timedelta(hours=14))


async def the_chat_refusing(world: World, member: int) -> None:
    world.fails(SendStatus.FORBIDDEN)


async def the_chat_asking_for_patience(world: World, member: int) -> None:
    world.fails(SendStatus.LATER, retry_at=START + timedelta(hours=5))


async def the_line_breaking(world: World, member: int) -> None:
    world.fails(SendStatus.UNKNOWN)


MARKETED = journey(pushed(purpose=Purpose.MARKETING))

CASES: list[tuple[Journey, Happening, Reason, dict[str, Any]]] = [
    (THANKS, nothing, Reason.DUE, {}),
    (journey(pushed(condition=REGULAR)), nothing, Reason.NOT_FOR_THEM, {}),
    (journey(pushed(satisfied_by=("ordered",))), ordering, Reason.SATISFIED, {}),
    (THANKS, leaving, Reason.LEFT, {}),
    (THANKS, stopping, Reason.STOPPED, {}),
    (THANKS, withdrawing, Reason.NO_CONSENT, {}),
    (MARKETED, nothing, Reason.NO_CONSENT, {}),
    (THANKS, nothing, Reason.NO_ROUTE, {"doors": (False,)}),
    (THANKS, nothing, Reason.NO_ROUTE, {"doors": ()}),
    (THANKS, the_bot_down, Reason.EXPIRED, {}),
    (THANKS, a_newer_stream, Reason.SUPERSEDED, {}),
    (journey(pushed(), exits=(Exit.LIVE_AGAIN,)), the_host_live_again, Reason.ON_AIR, {}),
    (journey(pushed(), exits=(Exit.LIVE_AGAIN,)), the_host_live_once_more, Reason.LIVE_AGAIN, {}),
    (journey(pushed(), exit_activities=("ordered",)), ordering, Reason.EXITED, {}),
    (MARKETED, being_unhappy, Reason.UNHAPPY, {"consents": (MARKETING_DIRECT,)}),
    (journey(pushed(), holdout=0.5, name="held-out"), nothing, Reason.HOLDOUT, {}),
    (THANKS, the_journey_stopped, Reason.CANCELLED, {}),
    (journey(pushed(expires_after=timedelta(hours=2)), caps=Caps(per_day=0)), nothing, Reason.CAPPED, {}),
    (THANKS, nothing, Reason.QUIET_HOURS, {"quiet": (time(20), time(8))}),
    (journey(pushed(), caps=Caps(per_day=0)), nothing, Reason.CAP_WAIT, {}),
    (THANKS, the_chat_asking_for_patience, Reason.RETRY, {}),
    (THANKS, the_journey_paused, Reason.PAUSED, {}),
    (THANKS, the_plugin_turned_off, Reason.PLUGIN_OFF, {}),
    (THANKS, the_button_pressed, Reason.ALL_STOPPED, {}),
    (THANKS, the_chat_refusing, Reason.REFUSED, {}),
    (THANKS, the_line_breaking, Reason.UNKNOWN_OUTCOME, {}),
    (journey(pushed(text="world-broken")), nothing, Reason.BROKEN, {}),
    (journey(pushed(text="world-missing")), nothing, Reason.BROKEN, {}),
]


@pytest.mark.parametrize(
    ("followed", "happening", "reason", "person"),
    CASES,
    ids=[f"{reason}-after-{happening.__name__}-{place}" for place, (_, happening, reason, _) in enumerate(CASES)],
)
async def test_each_reason_is_written_down(
    world: World, followed: Journey, happening: Happening, reason: Reason, person: dict[str, Any]
) -> None:
    member = await world.member(**person)
    kept = await world.follow_up(followed, member)
    await happening(world, member)
    await world.run(hours=1)
    first = min(await world.lines(), key=lambda line: line.id)
    assert first.reason is reason
    assert bool(world.sent) is (reason is Reason.DUE)
    assert (await world.why(member))[-1].reason is reason
    assert (await world.why(member))[-1].journey == kept.name


@pytest.mark.parametrize(
    ("status", "reason"), [(JourneyStatus.SHADOW, Reason.SHADOW), (JourneyStatus.WAITING, Reason.NEEDS_APPROVAL)]
)
async def test_a_journey_nobody_approved_is_held(world: World, status: JourneyStatus, reason: Reason) -> None:
    await world.follow_up(THANKS, await world.member(), status=status)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": f"held/{reason}"}


async def test_after_a_down_time_only_what_was_for_the_person_came_too_late(world: World) -> None:
    member = await world.member(consents=(SERVICE_DIRECT, MARKETING_DIRECT))
    steps = (
        pushed("for-them"),
        pushed("for-others", condition=REGULAR),
        pushed("off", on=False),
        pushed("done", satisfied_by=("ordered",)),
        pushed("offer", purpose=Purpose.MARKETING),
    )
    await world.follow_up(journey(*steps), member)
    await ordering(world, member)
    await being_unhappy(world, member)
    await the_bot_down(world, member)
    await world.run(hours=15)
    assert await world.stands() == {
        "for-them": "skipped/expired",
        "for-others": "skipped/not-for-them",
        "off": "skipped/not-for-them",
        "done": "skipped/satisfied",
        "offer": "skipped/unhappy",
    }
    assert not world.sent


async def test_of_two_messages_due_at_once_the_later_one_is_said(world: World) -> None:
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), await world.member())
    world.clock.advance(timedelta(hours=3))
    await world.run(hours=3)
    assert await world.stands() == {"thanks": "skipped/merged", "again": "sent/due"}
    assert len(world.sent) == 1


def test_every_reason_is_brought_about() -> None:
    of_others = {Reason.SHADOW, Reason.NEEDS_APPROVAL, Reason.MERGED, Reason.EDITED, Reason.SAME_PERSON, Reason.JOINED}
    assert {case[2] for case in CASES} | of_others == set(Reason)


async def test_what_was_done_is_told_with_the_reason(world: World) -> None:
    member = await world.member()
    await world.follow_up(journey(message(satisfied_by=("ordered",))), member)
    await ordering(world, member)
    await world.run(hours=1)
    [explained] = await world.why(member)
    assert explained.values == (("activity", "ordered"),)
    assert explained.trigger == "stream:1"


async def test_what_was_done_before_the_stream_satisfies_nothing(world: World) -> None:
    member = await world.member(consents=(SERVICE_DIRECT,))
    await world.did(member, "ordered", at=START - timedelta(minutes=1))
    await world.follow_up(journey(pushed(satisfied_by=("ordered",))), member)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "sent/due"}
