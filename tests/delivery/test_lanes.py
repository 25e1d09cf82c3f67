"""A platform that hangs or is slow holds up nobody else's deliveries, and what hangs ends in doubt, not in silence."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.delivery.case import Case
from bot.delivery.engine import SEND_SECONDS, Engine
from bot.delivery.outbox import LEASE, Outcome, due_beside
from bot.model.decisions import State
from bot.model.identity import Route
from bot.model.journeys import Caps
from bot.platforms.local.records import GENERAL
from bot.storage.tables import accounts
from tests.delivery.ends import Chat
from tests.delivery.journeys import journey, message, pushed
from tests.delivery.test_sending import remind
from tests.delivery.world import START, World

HOUR = timedelta(hours=1)
SOON = 0.02
"""A patience of so many seconds."""


class Hanging:
    """Lets the sends of a chat hang, all or some, until `release` is set; counts how many do."""

    def __init__(self, chat: Chat, *keys: str) -> None:
        self.release = asyncio.Event()
        self.under_way = 0
        self._more = asyncio.Event()
        self._keys = keys
        chat.on_the_way = self.on_the_way

    async def on_the_way(self, key: str) -> None:
        """Hang."""
        if not self._keys or key in self._keys:
            self.under_way += 1
            self._more.set()
            await self.release.wait()

    async def until(self, count: int) -> None:
        """Wait until so many hang."""
        async with asyncio.timeout(20):
            while self.under_way < count:
                self._more.clear()
                await self._more.wait()


class Heard:
    """What an engine says of outcomes."""

    def __init__(self, engine: Engine) -> None:
        self.states: Counter[State] = Counter()
        self._more = asyncio.Event()
        engine.listen(self._hear)

    async def until(self, state: State, count: int) -> None:
        """Wait until so many ended so."""
        async with asyncio.timeout(20):
            while self.states[state] < count:
                self._more.clear()
                await self._more.wait()

    def _hear(self, case: Case, outcome: Outcome) -> None:
        self.states[outcome.state] += 1
        self._more.set()


async def crowd(world: World, *chats: Chat, count: int) -> Sequence[int]:
    """So many people, who have their accounts in the chats by turns."""
    return [await world.member(f"guest{number}", chat=chats[number % len(chats)]) for number in range(count)]


async def states(world: World) -> Counter[str]:
    """How many deliveries stand where."""
    return Counter(line.stands for line in await world.lines())


async def second_account(world: World, chat: Chat, *, direct: bool | None = True) -> None:
    """Let the first person of the world have an account in that chat as well."""
    chat.person("ann")
    account = {"platform": chat.name, "external_id": "ann", "name": "ann", "direct": direct}
    async with world.work() as work:
        await work.execute(sa.insert(accounts).values(person_id=1, **account))


def test_a_send_is_given_up_well_before_its_lease_runs_out() -> None:
    assert timedelta(seconds=SEND_SECONDS) * 2 <= LEASE


@pytest.mark.long
async def test_a_platform_that_hangs_for_one_person_keeps_nobody_of_the_other_waiting(world: World) -> None:
    other = world.other_chat()
    await world.follow_up(journey(pushed()), *await crowd(world, world.chat, other, count=12))
    hanging = Hanging(world.chat, "delivery-1")
    engine = world.new_engine(batch=4, in_flight=4, send_seconds=1)
    heard = Heard(engine)
    world.clock.advance(HOUR)
    run = asyncio.create_task(engine.run_due(patience=SOON))
    await heard.until(State.SENT, 6)
    assert len(other.sent) == 6 and hanging.under_way == 1
    assert await states(world) == {"sent/due": 6, "sending": 2, "pending": 4}
    assert await run == 12
    assert [line.stands for line in await world.lines()] == ["unknown/unknown-outcome"] + ["sent/due"] * 11
    assert (await world.lines())[0].detail == {"local": "timeout"}


async def test_what_falls_due_and_what_lapses_while_a_platform_hangs_is_dealt_with(world: World) -> None:
    other = world.other_chat()
    ann, bob = await world.member("ann"), await world.member("bob", chat=other)
    note = message("note", hours=0, routes=(Route.INBOX,), expires_after=HOUR)
    await world.follow_up(journey(note, pushed(), closes_after=HOUR + timedelta(seconds=1)), ann)
    await world.run()
    hanging, engine = Hanging(world.chat), world.new_engine()
    heard = Heard(engine)
    world.clock.advance(HOUR)
    run = asyncio.create_task(engine.run_due(patience=SOON))
    await hanging.until(1)
    await remind(world, bob)
    await heard.until(State.SENT, 1)
    world.clock.advance(timedelta(seconds=1))
    async with asyncio.timeout(20):
        while (await world.line("note")).state is not State.LAPSED:  # noqa: ASYNC110 - the engine tells nobody
            await asyncio.sleep(SOON)
    hanging.release.set()
    await run
    assert len(other.sent) == len(world.chat.sent) == 1


async def test_all_platforms_together_keep_to_the_sends_in_flight(world: World) -> None:
    other = world.other_chat()
    await world.follow_up(journey(pushed()), *await crowd(world, world.chat, other, count=12))
    engine = world.new_engine(in_flight=4)
    both = Hanging(world.chat), Hanging(other)
    world.clock.advance(HOUR)
    run = asyncio.create_task(engine.run_due(patience=SOON))
    for one in both:
        await one.until(2)
    await asyncio.sleep(SOON * 5)
    assert [one.under_way for one in both] == [2, 2]
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    assert await world.new_engine().recover(alone=True) == (8, 4)


@pytest.mark.parametrize("in_flight", [1, 3])
async def test_few_sends_in_flight_are_kept_to_and_everybody_is_served(world: World, in_flight: int) -> None:
    other = world.other_chat()
    await world.follow_up(journey(pushed()), *await crowd(world, world.chat, other, count=12))
    under_way = most = 0

    async def take_a_moment(key: str) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.002)
        under_way -= 1

    world.chat.on_the_way = other.on_the_way = take_a_moment
    world.clock.advance(HOUR)
    assert await world.new_engine(batch=5, in_flight=in_flight).run_due(patience=SOON) == 12
    assert await states(world) == {"sent/due": 12}
    assert most <= in_flight


async def test_the_caps_of_a_person_are_kept_beside_a_send_that_hangs(world: World) -> None:
    """Their account in the chat that hangs is known to be closed before their second message is claimed."""
    other = world.other_chat()
    member = await world.member("ann")
    await second_account(world, other)
    trigger = await world.stream(member)
    for name, hours in (("first", 1), ("second", 1 + 1 / 60)):
        kept = await world.install(journey(pushed(hours=hours), name=name, caps=Caps(per_day=1)))
        await world.enrol(kept, trigger)
    hanging, engine = Hanging(world.chat), world.new_engine()
    world.clock.advance(HOUR)
    run = asyncio.create_task(engine.run_due(patience=SOON))
    await hanging.until(1)
    async with world.work() as work:
        await work.execute(sa.update(accounts).where(accounts.c.platform == "local").values(direct=False))
    world.clock.advance(HOUR / 60)
    await asyncio.sleep(SOON * 5)
    hanging.release.set()
    await run
    assert [line.stands for line in await world.lines()] == ["sent/due", "pending/cap-wait"]
    assert other.sent == ()


@pytest.mark.parametrize(
    ("doors", "in_other", "waits"),
    [((True,), True, True), ((None,), None, True), ((None,), True, False), ((False,), None, False), ((), True, False)],
)
async def test_what_need_not_wait_for_a_busy_platform_is_what_goes_another_way_first(
    each_world: World, doors: Sequence[bool | None], in_other: bool | None, waits: bool
) -> None:
    world, other = each_world, each_world.other_chat()
    member = await world.member("ann", doors=doors)
    await second_account(world, other, direct=in_other)
    await world.follow_up(journey(pushed()), member)
    async with world.database.read() as reader:
        found = await due_beside(reader, START + HOUR, 10, busy=["local"], running=world.chats)
    assert found == ([] if waits else [1])


async def test_a_post_to_a_channel_waits_for_its_own_platform_alone(each_world: World) -> None:
    world, other = each_world, each_world.other_chat()
    hanging, engine = Hanging(world.chat), world.new_engine(batch=1)
    heard = Heard(engine)
    for number, name in enumerate([world.chat.name, world.chat.name, other.name]):
        await remind(world, None, key=f"post-{number}", channel=[name, GENERAL.space_id, GENERAL.channel_id])
    run = asyncio.create_task(engine.run_due(patience=SOON))
    await heard.until(State.SENT, 1)
    assert [line.state.value for line in await world.lines()] == ["sending", "pending", "sent"]
    hanging.release.set()
    await run
    assert (len(world.chat.sent), len(other.sent)) == (2, 1)


async def test_where_time_is_made_nothing_is_claimed_before_what_was_claimed_is_through(world: World) -> None:
    other = world.other_chat()
    await world.follow_up(journey(pushed()), *await crowd(world, world.chat, other, count=6))
    order = []

    async def note(key: str) -> None:
        number = int(key.removeprefix("delivery-"))
        await asyncio.sleep(0.01 * (number % 2))
        order.append((number - 1) // 2)

    world.chat.on_the_way = other.on_the_way = note
    world.clock.advance(HOUR)
    await world.new_engine(batch=2).run_due()
    assert order == [0, 0, 1, 1, 2, 2]
