"""Threads and mentions: who is reached by them, what everybody may see of it, and what comes when they fail."""

import asyncio
from datetime import time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.delivery.calling import CALLS
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import post
from bot.model.decisions import Reason, State
from bot.model.identity import Purpose, Route
from bot.model.journeys import Caps, Step
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.records import Shown
from bot.storage.tables import accounts
from tests.databases import Maker
from tests.delivery.journeys import journey, message
from tests.delivery.world import SERVICE_DIRECT, START, World

HOUR = timedelta(hours=1)
THREAD, MENTION = (Purpose.SERVICE, Route.THREAD), (Purpose.SERVICE, Route.MENTION)
EVERY_WAY = (SERVICE_DIRECT, THREAD, MENTION)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def maker(request: pytest.FixtureRequest, makers: dict[str, Maker]) -> Maker:
    """SQLite in the suite; how deliveries are read and written is held to be the same on both by others there."""
    return makers[request.param]


@pytest.fixture
async def world(each_world: World) -> World:
    """A community that posts in a space, on each kind of database."""
    await each_world.opens_space()
    return each_world


def by(*routes: Route, **more: Any) -> Step:
    """A message with these routes."""
    return message(routes=routes, **more)


async def door(world: World) -> bool | None:
    """Whether the only account takes direct messages, as the database has it."""
    async with world.database.read() as reader:
        return bool(await reader.value(sa.select(accounts.c.direct)))


def posted(world: World) -> list[Shown]:
    """What stands in the public channel."""
    return [shown for shown in world.chat.sent if shown.channel.channel_id == "general"]


async def opened(world: World, member: int) -> list[str]:
    """Open what waits for somebody, and say which steps those are."""
    async with world.work() as work:
        inbox = Inbox(work, world.loader())
        cases = [case for case, _ in await inbox.unopened(member)]
        assert await inbox.waiting(member) == len(cases)
        await inbox.open(cases)
        return [case.due.step for case in cases]


# A mention


async def test_a_mention_calls_one_person_and_says_nothing_of_the_message(world: World) -> None:
    ann = await world.member(consents=[MENTION])
    await world.member("ben", consents=[])
    await world.follow_up(journey(by(Route.MENTION)), ann)
    await world.run(hours=1)
    [shown] = posted(world)
    assert shown.message.text == "something waits for you."
    assert shown.message.calls is not None
    assert (shown.message.calls.account.user_id, shown.message.calls.name) == ("ann", "ann")
    line = await world.line()
    assert [action.token for action in shown.buttons] == ["open_inbox", f"less-{line.id}"]
    assert (line.stands, line.route) == ("sent/due", Route.MENTION)
    assert world.sent == []


async def test_no_more_are_called_in_a_channel_within_an_hour_than_are_good_to_read_there(world: World) -> None:
    people = [await world.member(f"p{number}", consents=[MENTION]) for number in range(CALLS + 2)]
    await world.follow_up(journey(by(Route.MENTION, Route.INBOX)), *people)
    await world.run(hours=1, minutes=1)
    assert len(posted(world)) == CALLS
    assert sorted(line.stands for line in await world.lines()) == ["available/due"] * 2 + ["sent/due"] * CALLS


async def test_whom_only_a_mention_reaches_is_called_when_the_channel_has_had_its_rest(world: World) -> None:
    people = [await world.member(f"p{number}", consents=[MENTION]) for number in range(CALLS + 2)]
    await world.follow_up(journey(by(Route.MENTION)), *people)
    await world.run(hours=1, minutes=1)
    assert len(posted(world)) == CALLS
    await world.run(hours=2, minutes=30)
    assert len({shown.message.calls for shown in posted(world)}) == CALLS + 2


@pytest.mark.parametrize(
    ("status", "called"), [(SendStatus.LATER, CALLS), (SendStatus.INVALID, CALLS), (SendStatus.UNKNOWN, CALLS - 3)]
)
async def test_a_call_that_nobody_can_have_read_does_not_count(world: World, status: SendStatus, called: int) -> None:
    people = [await world.member(f"p{number}", consents=[MENTION]) for number in range(CALLS + 3)]
    await world.follow_up(journey(by(Route.MENTION)), *people)
    world.fails(status, times=3)
    await world.run(hours=1, minutes=30)
    assert len(posted(world)) == called


async def test_a_call_may_be_made_again_soon_where_those_before_it_came_to_nothing(world: World) -> None:
    """Sends go side by side: while they are under way, nobody knows yet how many of them will be read."""
    people = [await world.member(f"p{number}", consents=[MENTION]) for number in range(CALLS + 1)]

    async def takes_a_while(key: str, result: SendResult) -> None:
        for _ in people * 10:  # so that all others have begun by then
            await asyncio.sleep(0)

    world.chat.arrived = takes_a_while
    await world.follow_up(journey(by(Route.MENTION)), *people)
    world.fails(SendStatus.INVALID, times=CALLS)
    await world.run(hours=1, minutes=5)
    assert len(posted(world)) == 1


async def test_what_was_given_by_a_mention_is_opened_and_answered_like_what_waits(world: World) -> None:
    ann = await world.member(consents=[MENTION])
    ben = await world.member("ben", consents=[])
    await world.follow_up(journey(by(Route.MENTION, expires_after=2 * HOUR)), ann)
    await world.run(hours=5)
    assert await opened(world, ben) == []
    assert await opened(world, ann) == ["thanks"]
    assert await opened(world, ann) == []
    line = await world.line()
    assert (line.state, line.route) == (State.OPENED, Route.MENTION)
    async with world.work() as work:
        inbox = Inbox(work, world.loader())
        assert [case.due.id for case, _ in await inbox.opened(ann)] == [line.id]
        assert await inbox.case(line.id, ben) is None
        assert await inbox.case(line.id, ann) is not None
        assert await inbox.answered(line.id)
    assert (await world.line()).state is State.ANSWERED


async def test_a_mention_leads_nowhere_once_its_journey_is_closed(world: World) -> None:
    ann = await world.member(consents=[MENTION])
    await world.follow_up(journey(by(Route.MENTION), closes_after=24 * HOUR), ann)
    await world.run(hours=23)
    async with world.work() as work:
        assert await Inbox(work, world.loader()).waiting(ann) == 1
    await world.run(hours=25)
    assert await opened(world, ann) == []
    assert (await world.line()).stands == "sent/due"


@pytest.mark.parametrize("opens", [False, True])
async def test_a_mention_counts_for_the_caps_before_and_after_it_is_opened(world: World, opens: bool) -> None:
    ann = await world.member(consents=[MENTION])
    both = journey(by(Route.MENTION), message("again", hours=2, routes=(Route.MENTION,)), caps=Caps(per_day=1))
    await world.follow_up(both, ann)
    await world.run(hours=1)
    if opens:
        assert await opened(world, ann) == ["thanks"]
    await world.run(hours=2)
    assert (await world.line("again")).reason is Reason.CAP_WAIT
    assert len(posted(world)) == 1


async def test_a_mention_of_unknown_outcome_is_repeated_by_no_way(world: World) -> None:
    await world.follow_up(journey(by(Route.MENTION, Route.THREAD, Route.INBOX)), await world.member(consents=EVERY_WAY))
    world.fails(SendStatus.UNKNOWN)
    await world.run(hours=5)
    line = await world.line()
    assert (line.stands, line.route) == ("unknown/unknown-outcome", Route.MENTION)
    assert (line.detail, world.chat.sent) == ({"mention:local:ann": "a test"}, ())


# A thread


async def test_a_thread_has_the_whole_message_and_is_seen_by_its_person_alone(world: World) -> None:
    ann, ben = await world.member(consents=[THREAD]), await world.member("ben", consents=[])
    both = journey(by(Route.THREAD), message("again", hours=2, text="world-again", routes=(Route.THREAD,)))
    await world.follow_up(both, ann, ben)
    await world.run(hours=2)
    people = {person.user_id: person for person in world.chat.people}
    texts = [shown.message.text for shown in world.chat.shown(people["ann"])]
    assert texts == ["Thank you, ann!", "Once more, ann."]
    assert world.chat.shown(people["ben"]) == ()
    assert len({shown.channel for shown in world.chat.sent}) == 1
    assert {line.route for line in await world.lines() if line.member == ann} == {Route.THREAD}


@pytest.mark.parametrize("status", [SendStatus.FORBIDDEN, SendStatus.GONE, SendStatus.BLOCKED, SendStatus.INVALID])
async def test_a_thread_that_cannot_be_leads_on_and_closes_no_door(world: World, status: SendStatus) -> None:
    await world.follow_up(journey(by(Route.THREAD, Route.INBOX)), await world.member(consents=EVERY_WAY))
    world.fails(status)
    await world.run(hours=1)
    line = await world.line()
    assert (line.stands, line.route) == ("available/due", Route.INBOX)
    assert (line.detail, await door(world)) == ({"thread:local:ann": status.value}, True)


async def test_a_spared_thread_leads_to_the_next_way_and_waits_where_there_is_none(world: World) -> None:
    steps = (by(Route.THREAD, Route.INBOX), message("again", hours=2, routes=(Route.THREAD,)))
    await world.follow_up(journey(*steps), await world.member(consents=[THREAD]))
    world.fails(SendStatus.SPARED)
    await world.run(hours=1)
    assert (await world.line()).route is Route.INBOX
    world.chat.next_result(SendResult(SendStatus.SPARED, retry_at=START + 3 * HOUR))
    await world.run(hours=2.5)
    assert (await world.line("again")).stands == "pending/retry"
    await world.run(hours=3)
    assert (await world.line("again")).stands == "sent/due"


async def test_ways_are_tried_in_the_step_s_order(world: World) -> None:
    every = (Route.DIRECT, Route.THREAD, Route.MENTION, Route.INBOX)
    await world.follow_up(journey(by(*every)), await world.member(consents=EVERY_WAY))
    world.fails(SendStatus.BLOCKED)
    world.fails(SendStatus.FORBIDDEN)
    await world.run(hours=1)
    line = await world.line()
    assert (line.stands, line.route) == ("sent/due", Route.MENTION)
    assert line.detail == {"local:ann": "blocked", "thread:local:ann": "forbidden"}
    assert (len(posted(world)), await door(world)) == (1, False)


async def test_whose_private_chat_is_shut_can_be_reached_in_the_space(world: World) -> None:
    ann = await world.member(consents=EVERY_WAY, doors=[False])
    await world.follow_up(journey(by(Route.DIRECT, Route.THREAD, Route.INBOX)), ann)
    await world.run(hours=1)
    assert (await world.line()).route is Route.THREAD


# Who may be reached so


@pytest.mark.parametrize("route", [Route.THREAD, Route.MENTION])
async def test_each_way_needs_its_own_yes(world: World, route: Route) -> None:
    others = [(purpose, way) for purpose, way in EVERY_WAY if way is not route]
    marketing = [(Purpose.MARKETING, route)]
    ann = await world.member(consents=[*others, *marketing])
    await world.follow_up(journey(by(route), message("again", routes=(route, Route.INBOX))), ann)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "skipped/no-consent", "again": "available/due"}
    assert world.chat.sent == ()


@pytest.mark.parametrize("route", [Route.THREAD, Route.MENTION])
async def test_where_the_community_posts_nowhere_there_is_no_such_way(each_world: World, route: Route) -> None:
    world = each_world
    await world.opens_space(channel=None)
    await world.follow_up(journey(by(route), message("again", routes=(route, Route.INBOX))), await world.member())
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "skipped/no-route", "again": "available/due"}


async def test_an_account_elsewhere_is_not_called_where_the_community_posts(world: World) -> None:
    other = world.other_chat()
    world.engine = world.new_engine()
    ann = await world.member(consents=EVERY_WAY, chat=other)
    await world.follow_up(journey(by(Route.MENTION), message("again", hours=2, routes=(Route.THREAD,))), ann)
    await world.run(hours=2)
    assert await world.stands() == {"thanks": "skipped/no-route", "again": "skipped/no-route"}


async def test_a_platform_that_has_no_threads_is_no_way_to_one(world: World) -> None:
    await world.follow_up(journey(by(Route.THREAD, Route.MENTION)), await world.member(consents=EVERY_WAY))
    can = world.chat.capabilities
    world.chat.can = replace(can, features=can.features - {"thread"})
    await world.run(hours=1)
    assert (await world.line()).route is Route.MENTION


@pytest.mark.parametrize("route", [Route.THREAD, Route.MENTION])
async def test_quiet_hours_hold_for_every_push(world: World, route: Route) -> None:
    ann = await world.member(consents=EVERY_WAY, quiet=(time(20), time(8)))
    await world.follow_up(journey(by(route), message("again", hours=2, routes=(route, Route.INBOX))), ann)
    await world.run(hours=2)
    assert (await world.line()).reason is Reason.QUIET_HOURS
    assert world.chat.sent == ()


async def test_who_stopped_or_left_is_called_by_nothing(world: World) -> None:
    stopped, left = await world.member("ann", consents=EVERY_WAY), await world.member("ben", consents=EVERY_WAY)
    await world.follow_up(journey(by(Route.MENTION, Route.THREAD)), stopped, left)
    await world.stops(stopped)
    await world.leaves(left)
    await world.run(hours=1)
    assert {line.stands for line in await world.lines()} == {"skipped/stopped", "skipped/left"}
    assert world.chat.sent == ()


async def test_a_message_of_its_own_can_be_a_mention_too_and_is_found_behind_it(world: World) -> None:
    ann = await world.member(consents=[MENTION])
    async with world.database.write() as transaction:
        payload = {"message": "world-reminder", "values": {}, "routes": ["mention", "inbox"]}
        await post(
            transaction,
            key="reminder",
            community_id=world.community.id,
            purpose=Purpose.SERVICE,
            due=START,
            expires=START + 5 * HOUR,
            payload=payload,
            member_id=ann,
        )
    await world.run(hours=1)
    assert [shown.message.text for shown in posted(world)] == ["something waits for you."]
    assert await opened(world, ann) == [""]
