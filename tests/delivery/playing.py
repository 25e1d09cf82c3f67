"""Lets a scenario happen in a world, one thing after another."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import singledispatchmethod

import sqlalchemy as sa

from bot.delivery.case import JourneyStatus
from bot.delivery.inbox import Inbox
from bot.delivery.journeys import Journeys, release_held, resume_everything, stop_everything
from bot.model.results import SendResult
from bot.storage.tables import member_facts
from tests.delivery import scenarios as on
from tests.delivery.watching import Watcher
from tests.delivery.world import World

NAME = "after-stream"
DUES_BEFORE_A_CRASH = 8


class Play:
    """A world in which a scenario happens, watched."""

    def __init__(self, world: World, scenario: on.Scenario) -> None:
        self.world = world
        self.scenario = scenario
        self.members: list[int] = []
        world.clock.set(scenario.anchor)
        self.watcher = Watcher(world)

    async def begin(self) -> None:
        """The people come, the journey is there, and the first stream ends."""
        for number, guest in enumerate(self.scenario.guests):
            kinds = {"zone": guest.zone, "quiet": guest.quiet, "consents": guest.consents, "doors": guest.doors}
            member = await self.world.member(f"guest{number}-", **kinds)  # type: ignore[arg-type]
            self.members.append(member)
            if guest.regular:
                async with self.world.database.write() as transaction:
                    fact = {"member_id": member, "fact": "streams_attended", "number": 3}
                    await transaction.execute(sa.insert(member_facts).values(**fact))
        await self.world.opens_space(channel="general" if self.scenario.posts else None)
        await self.world.install(self.scenario.journey)
        await self.happen(on.Stream(0))

    @singledispatchmethod
    async def happen(self, what: object) -> None:
        """Let it happen."""
        raise NotImplementedError(what)

    @happen.register
    async def _(self, what: on.Wait) -> None:
        await self.world.run_until(self.world.clock.now() + timedelta(minutes=what.minutes))

    @happen.register
    async def _(self, what: on.Jump) -> None:
        self.world.clock.advance(timedelta(minutes=what.minutes))
        await self.world.engine.run_due()

    @happen.register
    async def _(self, what: on.Consent) -> None:
        await self.world.consents(self._member(what.guest), what.purpose, granted=what.granted, route=what.route)

    @happen.register
    async def _(self, what: on.Open) -> None:
        async with self.world.work() as work:
            inbox = Inbox(work, self.world.loader())
            await inbox.open([case for case, _ in await inbox.unopened(self._member(what.guest))])

    @happen.register
    async def _(self, what: on.Act) -> None:
        member = self._member(what.guest)
        match what.what:
            case "stop":
                await self.world.stops(member)
            case "leave":
                await self.world.leaves(member)
            case "block":
                for person in self.world.chat.people:
                    if person.user_id.startswith(f"guest{what.guest}-"):
                        await self.world.chat.blocks(person, quietly=True)
            case activity:
                await self.world.ends_waits(member, activity, at=self.world.clock.now())

    @happen.register
    async def _(self, what: on.Stream) -> None:
        anchor = self.world.clock.now() - timedelta(hours=what.hours_ago)
        trigger = await self.world.stream(*self.members, ended_at=anchor)
        kept = await self.world.kept(NAME)
        if kept.status is not JourneyStatus.STOPPED:
            await self.world.enrol(kept, trigger, anchor)
            assert await self.world.enrol(kept, trigger, anchor) == 0

    @happen.register
    async def _(self, _: on.Live) -> None:
        await self.world.goes_live()

    @happen.register
    async def _(self, what: on.Off) -> None:
        await self.world.goes_off(counts=what.counts)

    @happen.register
    async def _(self, what: on.Status) -> None:
        await self.world.set_status(what.status)

    @happen.register
    async def _(self, what: on.Edit) -> None:
        async with self.world.work() as work:
            edited = await Journeys(work).edit(
                await Journeys(work).get(self.world.community.id, NAME), what.journey, None
            )
        if what.approved:
            async with self.world.work() as work:
                await Journeys(work).approve(edited, self.members[0], others=1)
            await release_held(self.world.database, self.world.community.id, edited.id)

    @happen.register
    async def _(self, what: on.Everything) -> None:
        async with self.world.work() as work:
            change = stop_everything if what.stopped else resume_everything
            await change(work, self.world.community.id, None)
        if not what.stopped:
            await release_held(self.world.database, self.world.community.id)

    @happen.register
    async def _(self, what: on.Faults) -> None:
        for status in what.results:
            self.world.chat.next_result(SendResult(status, reason="a test"))

    @happen.register
    async def _(self, what: on.Crash) -> None:
        for _ in range(DUES_BEFORE_A_CRASH):
            due = await self.world.engine.next_due()
            if due is None or await self._dies_at(due, what):
                break
        self.watcher.stand()
        self.world.engine = self.world.new_engine()
        await self.world.engine.recover(alone=True)

    async def _dies_at(self, due: datetime, crash: on.Crash) -> bool:
        """Let the engine deal with what is due; False when it came through alive."""
        self.world.clock.set(max(due, self.world.clock.now()))
        left = crash.count
        sender = self.world.sender()
        run = asyncio.create_task(self.world.new_engine(sender=sender, in_flight=2).run_due())

        async def die() -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                run.cancel()
                await asyncio.Event().wait()

        chat = self.world.chat
        if crash.point == "written":
            sender.before = die
        elif crash.point == "on the way":
            chat.on_the_way = _both(self.watcher.on_the_way, die)
        else:
            chat.arrived = _both(self.watcher.arrived, die)
        [ended] = await asyncio.gather(run, return_exceptions=True)
        assert isinstance(ended, int | asyncio.CancelledError), ended
        return not isinstance(ended, int)

    async def end(self) -> None:
        """All that hindered is over, and time passes until nothing can be left to do."""
        self.world.chat.forgive()
        await self.happen(on.Everything(stopped=False))
        if (await self.world.kept(NAME)).status is not JourneyStatus.STOPPED:
            await self.world.set_status(JourneyStatus.RUNNING)
        await self.happen(on.Off(counts=False))
        await self.world.run_until(self.world.clock.now() + timedelta(days=14))

    def _member(self, guest: int) -> int:
        return self.members[guest % len(self.members)]


def _both(first: Callable[..., Awaitable[None]], then: Callable[[], Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    async def both(*what: object) -> None:
        await first(*what)
        await then()

    return both
