"""What crashes, races and jumping clocks leave: nothing twice, and no doubt that is not told."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.delivery.case import Case
from bot.delivery.outbox import LEASE, Outcome, claim, recover, settle_and_intend
from bot.model.decisions import Reason, State
from bot.model.journeys import Variant
from bot.model.results import SendStatus
from bot.storage.tables import accounts, jobs
from bot.text.translator import Translator
from tests.databases import sealed_database
from tests.delivery.journeys import journey, message, pushed, task, wait
from tests.delivery.world import START, World, new_world

HOUR = timedelta(hours=1)


def slow_until_the_lease_is_over(
    world: World, meanwhile: Callable[[], Awaitable[None]] | None = None
) -> Callable[..., Awaitable[None]]:
    """What makes a send take so long that another engine, which runs then, finds the lease over."""
    other = world.new_engine()

    async def let_it_run_out(*_: object) -> None:
        if meanwhile is not None:
            await meanwhile()
        world.clock.advance(LEASE + timedelta(seconds=1))
        await other.run_due()

    return let_it_run_out


@pytest.mark.long
async def test_a_crash_before_the_intent_repeats_the_decision(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    world.clock.advance(HOUR)
    async with world.database.write() as transaction:
        await claim(transaction, world.clock.now(), 10)
    world.engine = world.new_engine()
    assert await world.engine.recover(alone=True) == (1, 0)
    await world.run(hours=1)
    assert await world.stands() == {"thanks": "sent/due"}


@pytest.mark.parametrize("after_it_arrived", [True, False])
async def test_a_crash_amid_a_send_leaves_it_unknown_and_sent_once_at_most(
    world: World, after_it_arrived: bool
) -> None:
    await world.follow_up(journey(message()), await world.member())
    under_way = asyncio.Event()

    async def hang(*_: object) -> None:
        under_way.set()
        await asyncio.Event().wait()

    if after_it_arrived:
        world.chat.arrived = hang
    else:
        world.chat.on_the_way = hang
    world.clock.advance(HOUR)
    run = asyncio.create_task(world.engine.run_due())
    await under_way.wait()
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    world.chat.arrived = world.chat.on_the_way = None
    world.engine = world.new_engine()
    assert await world.engine.recover(alone=True) == (0, 1)
    await world.run(hours=40)
    assert await world.stands() == {"thanks": "unknown/unknown-outcome"}
    assert len(world.sent) == int(after_it_arrived)


async def test_a_crash_leaves_no_more_unknown_than_were_in_flight(world: World) -> None:
    crowd = [await world.member(f"guest{number}") for number in range(12)]
    await world.follow_up(journey(pushed()), *crowd)
    world.engine = world.new_engine(in_flight=4)
    under_way = asyncio.Event()

    async def hang_at_the_sixth(key: str) -> None:
        if key == "delivery-6":
            under_way.set()
            await asyncio.Event().wait()

    world.chat.on_the_way = hang_at_the_sixth
    world.clock.advance(HOUR)
    run = asyncio.create_task(world.engine.run_due())
    await under_way.wait()
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    world.chat.on_the_way = None
    freed, unknown = await world.new_engine().recover(alone=True)
    assert freed == 4 and 1 <= unknown <= 4
    await world.run(hours=2)
    assert len(world.sent) == len({name for name, _ in world.sent}) >= 12 - 4


async def test_who_lost_the_lease_does_not_send(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    world.clock.advance(HOUR)
    slow = world.sender()
    slow.before = slow_until_the_lease_is_over(world)
    await world.new_engine(sender=slow).run_due()
    assert await world.stands() == {"thanks": "sent/due"}
    assert len(world.sent) == 1


async def test_a_lease_that_runs_out_amid_a_send_is_doubt_and_no_second_send(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    world.clock.advance(HOUR)
    world.chat.on_the_way = slow_until_the_lease_is_over(world)
    await world.engine.run_due()
    assert await world.stands() == {"thanks": "unknown/unknown-outcome"}
    assert len(world.sent) == 1


@pytest.mark.long
async def test_an_outcome_of_a_lost_lease_does_not_touch_a_delivery_that_is_being_sent(each_world: World) -> None:
    world = each_world
    await world.follow_up(journey(pushed()), await world.member())
    world.clock.advance(HOUR)
    async with world.database.write() as transaction:
        [slow], lost = await claim(transaction, world.clock.now(), 10)
    world.clock.advance(LEASE + timedelta(seconds=1))
    now = world.clock.now()
    async with world.database.write() as transaction:
        await recover(transaction, now, now)
        again, lease = await claim(transaction, now, 10)
        await settle_and_intend(transaction, [], again, lease, now)
        late = Outcome(slow, State.PENDING, Reason.RETRY, again=now)
        assert not (await settle_and_intend(transaction, [(late, lost)], [], lost, now)).settled
    assert (await world.line()).state is State.SENDING


async def test_nothing_follows_from_an_outcome_that_comes_too_late(world: World) -> None:
    """The member leaves while the first engine is slow, and the second skips what the first has decided to do."""
    member = await world.member()
    steps = (task(), message(variants=(Variant(texts={"en": "Hello"}),)), wait(hours=1), message("behind", hours=1))
    await world.follow_up(journey(*steps), member)
    world.clock.advance(HOUR)
    slow = world.sender()
    slow.before = slow_until_the_lease_is_over(world, meanwhile=lambda: world.leaves(member))
    engine, heard = world.new_engine(sender=slow), list[Case]()
    engine.listen(lambda case, _: heard.append(case))
    await engine.run_due()
    assert {line.step: line.stands for line in await world.lines()} == dict.fromkeys(
        ("grant", "thanks", "wait"), "skipped/left"
    )
    async with world.database.read() as reader:
        assert not await reader.rows(sa.select(jobs))
    assert (heard, world.sent) == ([], [])


async def test_a_door_that_is_found_closed_too_late_is_not_noted(world: World) -> None:
    await world.follow_up(journey(pushed()), await world.member())
    world.clock.advance(HOUR)
    world.chat.on_the_way = slow_until_the_lease_is_over(world)
    world.fails(SendStatus.BLOCKED)
    await world.engine.run_due()
    assert await world.stands() == {"thanks": "unknown/unknown-outcome"}
    async with world.database.read() as reader:
        assert [row[0] for row in await reader.rows(sa.select(accounts.c.direct))] == [True]


@pytest.mark.long
async def test_two_engines_at_once_send_nothing_twice(each_address: str, translator: Translator) -> None:
    database, second = sealed_database(each_address), sealed_database(each_address)
    world = await new_world(database, translator)
    crowd = [await world.member(f"guest{number}") for number in range(60)]
    await world.follow_up(journey(message()), *crowd)

    async def take_a_moment(key: str) -> None:
        await asyncio.sleep(0.001)

    world.chat.on_the_way = take_a_moment
    world.clock.advance(HOUR)
    engines = [world.new_engine(batch=7, in_flight=3, database=opened) for opened in (database, second, database)]
    assert sum(await asyncio.gather(*(engine.run_due() for engine in engines))) == 60
    assert sorted(name for name, _ in world.sent) == sorted(f"guest{number}" for number in range(60))
    assert {line.stands for line in await world.lines()} == {"sent/due"}
    await database.close()
    await second.close()


async def test_the_clock_jumping_back_repeats_nothing(world: World) -> None:
    await world.follow_up(journey(pushed(), pushed("again", hours=2)), await world.member())
    await world.run(hours=1)
    world.clock.set(START - HOUR)
    await world.engine.run_due()
    await world.run(hours=2)
    assert [at - START for _, at in world.sent] == [HOUR, 2 * HOUR]


async def test_listeners_hear_of_each_outcome_once_it_is_stored(world: World) -> None:
    heard: list[tuple[str, State]] = []

    def note(case: Case, outcome: Outcome) -> None:
        heard.append((case.due.step, outcome.state))

    world.engine.listen(note)
    await world.follow_up(journey(pushed(), wait(hours=2), message(id="more", hours=1)), await world.member())
    await world.run(hours=3)
    assert heard == [("thanks", State.SENT), ("wait", State.SENT), ("more", State.SENT)]
