"""What becomes of a delivery on its way: closed doors, refusals, doubt, and texts that cannot be said."""

from datetime import time, timedelta
from itertools import pairwise

import pytest
import sqlalchemy as sa

from bot.delivery.inbox import Inbox
from bot.delivery.outbox import post
from bot.model.decisions import Reason, State
from bot.model.identity import Purpose, Route
from bot.model.journeys import Caps, Variant
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.records import GENERAL
from bot.storage.tables import accounts, persons
from tests.delivery.journeys import journey, message, pushed
from tests.delivery.world import SERVICE_DIRECT, START, World

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


async def doors(world: World) -> list[bool | None]:
    """Which doors are open, as the database has it."""
    async with world.database.read() as reader:
        return [row[0] for row in await reader.rows(sa.select(accounts.c.direct).order_by(accounts.c.id))]


# Routes


async def test_a_message_is_sent_in_the_reader_s_words_with_a_way_out(world: World) -> None:
    await world.follow_up(journey(pushed(buttons=("feedback.stars",))), await world.member())
    await world.run(hours=1)
    [shown] = world.chat.sent
    line = await world.line()
    assert shown.message.text == "Thank you, ann!"
    assert [action.token for action in shown.buttons] == [f"stars-{line.id}", f"less-{line.id}"]
    assert (line.route, line.variant, line.settled_at) == (Route.DIRECT, "a", START + HOUR)


@pytest.mark.parametrize("language", ["en", "en-US"])
async def test_own_texts_are_sent_in_the_language_of_the_reader(world: World, language: str) -> None:
    own = (Variant(texts={"cs": "Díky, {name}!", "en": "Cheers, {name}!"}),)
    await world.follow_up(journey(pushed(variants=own)), await world.member())
    async with world.database.write() as writer:
        await writer.execute(sa.update(persons).values(language=language))
    await world.run(hours=1)
    assert [shown.message.text for shown in world.chat.sent] == ["Cheers, ann!"]


async def test_a_door_that_the_edge_spares_leads_to_the_inbox_and_is_not_held_for_closed(world: World) -> None:
    world.fails(SendStatus.SPARED)
    await world.follow_up(journey(message(), message("again", hours=2)), await world.member())
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "available/due", "again": "sent/due"}
    assert await doors(world) == [True]


async def test_where_no_other_way_is_open_a_spared_message_goes_when_there_is_room_again(world: World) -> None:
    world.chat.next_result(SendResult(SendStatus.SPARED, retry_at=START + 3 * HOUR))
    await world.follow_up(journey(pushed(expires_after=timedelta(hours=8))), await world.member())
    await world.run(hours=2)
    assert (await world.stands(), world.sent) == ({"thanks": "pending/retry"}, [])
    await world.run(hours=4)
    assert await world.stands() == {"thanks": "sent/due"}


@pytest.mark.parametrize("status", [SendStatus.BLOCKED, SendStatus.UNREACHABLE, SendStatus.GONE])
async def test_a_closed_door_leads_to_the_inbox_and_is_remembered(world: World, status: SendStatus) -> None:
    world.fails(status)
    await world.follow_up(journey(message(), message("again", hours=2)), await world.member())
    await world.run(hours=2)
    assert [line.route for line in await world.lines()] == [Route.INBOX, Route.INBOX]
    assert await world.stands() == {"thanks": "available/due", "again": "available/due"}
    assert (await world.line()).detail == {"local:ann": status.value}
    assert (await doors(world), world.sent) == ([False], [])


async def test_a_refusal_leads_to_the_inbox_and_closes_nothing(world: World) -> None:
    world.fails(SendStatus.FORBIDDEN)
    await world.follow_up(journey(message()), await world.member())
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "available/due"}
    assert await doors(world) == [True]


async def test_the_next_account_of_the_person_is_tried_and_open_doors_first(world: World) -> None:
    world.fails(SendStatus.BLOCKED)
    await world.follow_up(journey(pushed()), await world.member(doors=(None, True, None)))
    await world.run(hours=1)
    assert [name for name, _ in world.sent] == ["ann"]
    assert await doors(world) == [None, False, None]


async def test_a_door_found_closed_before_a_fault_is_remembered_too(world: World) -> None:
    world.fails(SendStatus.BLOCKED)
    world.fails(SendStatus.LATER)
    await world.follow_up(journey(pushed()), await world.member(doors=(True, True)))
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "pending/retry"}
    assert await doors(world) == [False, True]
    await world.run(hours=2)
    assert world.sent == [("ann1", START + HOUR + MINUTE / 2)]


@pytest.mark.parametrize("route", [Route.THREAD, Route.MENTION])
async def test_who_agreed_to_another_route_gets_no_direct_message(world: World, route: Route) -> None:
    member = await world.member(consents=((Purpose.SERVICE, route),))
    await world.follow_up(journey(message(routes=(route,))), member)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "skipped/no-route"}


async def test_no_consent_to_a_push_leads_to_the_inbox_without_knocking(world: World) -> None:
    await world.follow_up(journey(message()), await world.member(consents=()))
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "available/due"}
    assert world.sent == []


# Doubt and faults


async def test_a_fault_is_tried_again_ever_later_until_the_message_expires(world: World) -> None:
    world.fails(SendStatus.LATER, times=100)
    await world.follow_up(journey(pushed(expires_after=3 * HOUR)), await world.member())
    tries = []

    async def note(key: str) -> None:
        tries.append(world.clock.now())

    world.chat.on_the_way = note
    await world.run(hours=6)
    assert await world.stands() == {"thanks": "failed/refused"}
    waits = [later - sooner for sooner, later in pairwise(tries)]
    assert waits == [MINUTE / 2, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 16 * MINUTE, 32 * MINUTE, HOUR]
    assert tries[-1] < START + 4 * HOUR


async def test_a_fault_that_passes_loses_nothing(world: World) -> None:
    world.fails(SendStatus.LATER, times=3)
    await world.follow_up(journey(pushed()), await world.member())
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "sent/due"}
    assert world.sent == [("ann", START + HOUR + 3.5 * MINUTE)]


async def test_a_platform_that_says_when_is_heeded(world: World) -> None:
    world.fails(SendStatus.LATER, retry_at=START + 4 * HOUR)
    await world.follow_up(journey(pushed()), await world.member())
    await world.run(hours=5)
    assert world.sent == [("ann", START + 4 * HOUR)]


async def test_a_fault_beyond_the_expiry_leads_to_the_inbox(world: World) -> None:
    world.fails(SendStatus.LATER, retry_at=START + 40 * HOUR)
    await world.follow_up(journey(message()), await world.member())
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "available/due"}


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_send_of_unknown_outcome_is_never_repeated(world: World, arrives: bool) -> None:
    world.chat.next_result(SendResult(SendStatus.UNKNOWN, reason="timeout"), arrives=arrives)
    await world.follow_up(journey(message()), await world.member())
    await world.run(hours=40)
    assert await world.stands() == {"thanks": "unknown/unknown-outcome"}
    assert (await world.line()).detail == {"local:ann": "timeout"}
    assert len(world.sent) == int(arrives)


async def test_an_edge_that_raises_leaves_doubt_and_the_others_go_on(world: World) -> None:
    async def fail_for_the_first(key: str) -> None:
        if key == "delivery-1":
            raise ConnectionError("the line broke")

    world.chat.on_the_way = fail_for_the_first
    await world.follow_up(journey(pushed()), await world.member("ann"), await world.member("bob"))
    await world.run(hours=1)
    assert [line.stands for line in await world.lines()] == ["unknown/unknown-outcome", "sent/due"]
    assert list((await world.lines())[0].detail) == ["incident"]


async def test_an_uncertain_push_counts_for_the_caps(world: World) -> None:
    world.fails(SendStatus.UNKNOWN)
    steps = (pushed(), pushed("again", hours=2))
    await world.follow_up(journey(*steps, caps=Caps(per_day=1)), await world.member())
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "unknown/unknown-outcome", "again": "pending/cap-wait"}


async def test_a_push_that_was_answered_still_counts_for_the_caps(world: World) -> None:
    steps = (pushed(), pushed("again", hours=2))
    await world.follow_up(journey(*steps, caps=Caps(per_day=1)), await world.member())
    await world.run(hours=1)
    async with world.work() as work:
        await Inbox(work, world.loader()).answered((await world.line()).id)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "answered/due", "again": "pending/cap-wait"}


async def test_a_text_that_cannot_be_said_fails_and_nothing_is_sent(world: World) -> None:
    ann, bob = await world.member("ann"), await world.member("bob")
    broken, sound = journey(pushed(text="world-broken")), journey(pushed(), name="sound")
    trigger = await world.stream(ann, bob)
    for followed in (broken, sound):
        await world.enrol(await world.install(followed), trigger)
    await world.run(hours=1)
    assert sorted(line.stands for line in await world.lines()) == ["failed/broken"] * 2 + ["sent/due"] * 2
    assert {shown.message.text for shown in world.chat.sent} == {"Thank you, ann!", "Thank you, bob!"}


# Caps and quiet hours


async def test_pushes_of_a_day_are_counted_over_all_journeys_by_the_person_s_day(world: World) -> None:
    member = await world.member()
    trigger = await world.stream(member)
    for number in range(4):
        kept = await world.install(journey(pushed(hours=number / 4, expires_after=40 * HOUR), name=f"number-{number}"))
        await world.enrol(kept, trigger)
    await world.run(hours=47)
    morning = START + 11 * HOUR  # 08:00 in Prague
    assert [at for _, at in world.sent] == [START, START + HOUR / 4, morning, morning]


async def test_two_messages_decided_together_keep_the_cap(world: World) -> None:
    member = await world.member()
    trigger = await world.stream(member)
    for number in range(3):
        kept = await world.install(journey(pushed(), name=f"number-{number}", caps=Caps(per_day=1)))
        await world.enrol(kept, trigger)
    await world.run(hours=1)
    assert [line.reason for line in await world.lines()] == [Reason.DUE, Reason.CAP_WAIT, Reason.CAP_WAIT]


async def test_a_week_s_cap_waits_until_the_oldest_push_is_a_week_old(world: World) -> None:
    member = await world.member()
    for day in range(3):
        anchor = START + timedelta(days=day)
        followed = journey(pushed(expires_after=timedelta(days=9)), caps=Caps(per_day=1, per_week=2), name=f"day-{day}")
        kept = await world.install(followed.model_copy(update={"closes_after": timedelta(days=20)}))
        await world.enrol(kept, await world.stream(member, ended_at=anchor), anchor)
    await world.run(days=12)
    assert [at - START for _, at in world.sent] == [HOUR, timedelta(days=1, hours=1), timedelta(days=7, hours=1)]


async def test_what_the_person_asked_for_uses_up_no_cap(world: World) -> None:
    member = await world.member()
    for number in range(5):
        await remind(world, member, key=f"reminder-{number}")
    await world.follow_up(journey(pushed()), member)
    await world.run(hours=1)
    assert len(world.sent) == 6


async def test_a_message_in_quiet_hours_waits_for_the_morning_of_the_person(world: World) -> None:
    quiet = (time(21, 30), time(7, 45))
    members = [await world.member(zone, zone=zone, quiet=quiet) for zone in ("Europe/Prague", "Asia/Kathmandu")]
    members.append(await world.member("America/New_York", zone="America/New_York", quiet=quiet))
    await world.follow_up(journey(pushed()), *members)
    await world.run(hours=12)
    assert {name: (at - START) / MINUTE for name, at in world.sent} == {
        "Europe/Prague": 10 * 60 + 45,
        "Asia/Kathmandu": 6 * 60,
        "America/New_York": 60,
    }


async def test_a_push_too_late_after_quiet_hours_goes_to_the_inbox_at_once(world: World) -> None:
    quiet = (time(21, 30), time(8))
    await world.follow_up(journey(message(expires_after=2 * HOUR)), await world.member(quiet=quiet))
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "available/due"}


async def test_quiet_hours_that_end_before_the_expiry_only_are_no_reason_to_send(world: World) -> None:
    quiet = (time(21, 30), time(8))
    await world.follow_up(journey(pushed(expires_after=2 * HOUR)), await world.member(quiet=quiet))
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "skipped/quiet-hours"}


async def test_in_the_doubled_hour_quiet_lasts_until_the_clock_is_past_it_for_good(world: World) -> None:
    """In Prague on 25 October 2026 the clock shows 02:00 to 03:00 twice, at 00:00 and at 01:00 UTC."""
    anchor = START.replace(month=10, day=24, hour=23)
    world.clock.set(anchor)
    member = await world.member(quiet=(time(22), time(2, 30)))
    kept = await world.install(journey(pushed(hours=2 + 1 / 6, expires_after=4 * HOUR)))
    await world.enrol(kept, await world.stream(member, ended_at=anchor), anchor)
    await world.run_until(anchor + 10 * HOUR)
    assert world.sent == [("ann", anchor + 2.5 * HOUR)]


# Deliveries of their own


async def remind(world: World, member: int | None, *, key: str = "reminder", **payload: object) -> bool:
    """A reminder in the outbox, due at START, that the person asked for."""
    what = {"message": "world-reminder", "routes": ["direct"], "asked": True, **payload}
    async with world.database.write() as transaction:
        return await post(
            transaction,
            key=key,
            community_id=world.community.id,
            purpose=Purpose.SERVICE,
            due=START,
            expires=START + 2 * HOUR,
            payload=what,
            member_id=member,
        )


async def test_what_was_asked_for_is_sent_whatever_the_hour_and_once(each_world: World) -> None:
    member = await each_world.member(consents=(), stopped=True, quiet=(time(20), time(23)))
    assert await remind(each_world, member)
    assert not await remind(each_world, member)
    await each_world.run(hours=1)
    assert [shown.message.text for shown in each_world.chat.sent] == ["It begins, ann."]


@pytest.mark.parametrize(
    ("person", "payload", "stands"),
    [
        ({"left": True}, {}, "skipped/left"),
        ({"doors": (False,)}, {}, "skipped/no-route"),
        ({"stopped": True}, {"asked": False}, "skipped/stopped"),
        ({"consents": ()}, {"asked": False}, "skipped/no-consent"),
        ({"consents": (SERVICE_DIRECT,)}, {"asked": False}, "sent/due"),
        ({}, {"message": "world-missing"}, "failed/broken"),
    ],
)
async def test_a_delivery_of_its_own_is_decided_like_others(
    world: World, person: dict[str, bool], payload: dict[str, object], stands: str
) -> None:
    await remind(world, await world.member(**person), **payload)  # type: ignore[arg-type]
    await world.run(hours=1)
    assert [line.stands for line in await world.lines()] == [stands]


async def test_a_post_for_everybody_goes_to_its_channel(world: World) -> None:
    channel = [GENERAL.platform, GENERAL.space_id, GENERAL.channel_id]
    await remind(world, None, channel=channel, values={"name": "all"})
    await world.run(hours=1)
    assert [(shown.channel, shown.message.text) for shown in world.chat.sent] == [(GENERAL, "It begins, all.")]


async def test_a_post_that_comes_too_late_is_not_made(world: World) -> None:
    await remind(world, None, channel=[GENERAL.platform, GENERAL.space_id, GENERAL.channel_id])
    world.clock.advance(3 * HOUR)
    await world.run(hours=4)
    assert [line.stands for line in await world.lines()] == ["skipped/expired"]


@pytest.mark.parametrize(
    ("status", "state"),
    [(SendStatus.LATER, State.PENDING), (SendStatus.UNKNOWN, State.UNKNOWN), (SendStatus.FORBIDDEN, State.FAILED)],
)
async def test_a_post_that_fails_stands_as_the_platform_said(world: World, status: SendStatus, state: State) -> None:
    world.fails(status)
    channel = [GENERAL.platform, GENERAL.space_id, GENERAL.channel_id]
    await remind(world, None, channel=channel, values={"name": "all"})
    await world.run(seconds=1)
    assert [line.state for line in await world.lines()] == [state]


async def test_a_reminder_that_comes_too_late_is_not_sent(world: World) -> None:
    await remind(world, await world.member())
    world.clock.advance(2 * HOUR)
    await world.engine.run_due()
    assert [line.stands for line in await world.lines()] == ["skipped/expired"]
    assert world.sent == []


async def test_a_door_that_is_known_to_be_closed_is_not_knocked_at_when_the_open_one_closes(world: World) -> None:
    world.fails(SendStatus.BLOCKED)
    await world.follow_up(journey(pushed()), await world.member(doors=(False, True)))
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "failed/refused"}
    assert (await world.line()).detail == {"local:ann1": "blocked"}
    assert world.sent == []
