"""Random lives: whatever happens in whatever order, in the end the network shows what an obvious model says."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.community.linking import Links
from bot.delivery.journeys import resume_everything, stop_everything
from bot.model.grants import Native, NativeKind
from bot.model.identity import Role
from bot.model.results import SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.local.records import Person
from bot.storage.grant_tables import native_marks
from bot.testing import WholeBot, whole_bot
from tests.delivery.house import House, house_of

STEPS = 40
FAULTS = (SendStatus.LATER, SendStatus.UNKNOWN, SendStatus.SPARED, SendStatus.FORBIDDEN)


@dataclass
class Given:
    """One grant as the model has it."""

    owner: str
    what: Native
    until: datetime | None
    rank: int
    number: int  # the newest has the highest

    def holds(self, now: datetime) -> bool:
        return self.until is None or self.until > now


@dataclass
class Life:
    """A house, what was done in it, and what should come of it."""

    house: House
    chance: random.Random
    people: dict[str, Person]
    grants: dict[tuple[str, Native, str], Given] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)  # who is linked to whom
    away: set[str] = field(default_factory=set)
    stopped: bool = False
    done: list[str] = field(default_factory=list)
    count: int = 0

    def acting(self, name: str) -> str:
        return self.linked.get(name, name)

    def wanted(self, name: str) -> tuple[str, bool]:
        """The tag that somebody should show, and whether they should be in the salon."""
        if name in self.away:
            return "", False
        now, family = self.house.bot.clock.now(), self.acting(name)
        theirs = [one for one in self.grants.values() if self.acting(one.owner) == family and one.holds(now)]
        tags = sorted((one.rank, one.number, one.what.ref) for one in theirs if one.what.kind is NativeKind.BADGE)
        return tags[-1][2] if tags else "", any(one.what.kind is NativeKind.DOOR for one in theirs)

    async def give(self) -> None:
        name, what = self.chance.choice([*self.people]), self.chance.choice(self._whats())
        source, rank = f"test:{self.chance.randint(1, 3)}", self.chance.randint(0, 2)
        hours = self.chance.choice([None, 1, 5, 30])
        until = None if hours is None else self.house.bot.clock.now() + timedelta(hours=hours)
        owner = self.acting(name)
        self.done.append(f"give {name} {what.ref} {source} rank {rank} for {hours} h")
        await self.house.give(self.people[name], what, source, until=until, rank=rank)
        known = self.grants.get((owner, what, source))
        goes_on = known is not None and known.holds(self.house.bot.clock.now())
        self.count += 1
        number = known.number if known is not None and goes_on else self.count
        self.grants[owner, what, source] = Given(owner, what, until, rank, number)

    def _whats(self) -> list[Native]:
        return [self.house.champion, self.house.regular, self.house.salon]

    async def take(self) -> None:
        source = f"test:{self.chance.randint(1, 3)}"
        self.done.append(f"take {source}")
        await self.house.take(source)
        self.grants = {key: one for key, one in self.grants.items() if key[2] != source}

    async def extend(self) -> None:
        source = f"test:{self.chance.randint(1, 3)}"
        until = self.house.bot.clock.now() + timedelta(hours=self.chance.choice([1, 20]))
        self.done.append(f"extend {source}")
        async with self.house.work() as work:
            await self.house.grants(work).extend(source, until)
        await self.house.bot.app.turn()
        for key, one in self.grants.items():
            if key[2] == source:
                one.until = until

    async def link_or_part(self) -> None:
        names = [*self.people]
        one, other = sorted(self.chance.sample(names, 2), key=names.index)
        if other in self.linked:
            self.done.append(f"part {other}")
            async with self.house.work() as work:
                assert await Links(work).part(await self._person(other))
            del self.linked[other]
        elif one not in self.linked and not {one, other} & set(self.linked.values()):
            self.done.append(f"link {other} to {one}")
            first, second = await self._person(one), await self._person(other)
            async with self.house.work() as work:
                assert await Links(work).join(first, second)
            self.linked[other] = one
        await self.house.bot.app.turn()

    async def _person(self, name: str) -> int:
        own = await self.house.own_id(self.people[name])
        async with self.house.work() as work:
            found = await Links(work).person_of(own)
        assert found is not None
        return found

    async def go_or_come(self) -> None:
        name = self.chance.choice([*self.people])
        self.done.append(f"{name} {'comes back' if name in self.away else 'leaves'}")
        if name in self.away:
            await self.house.bot.chat.joins(self.people[name])
        else:
            await self.house.bot.chat.leaves(self.people[name])
        self.away ^= {name}
        await self.house.bot.app.turn()

    async def fail(self) -> None:
        self.done.append("a fault")
        self.house.bot.chat.next_native(SendResult(self.chance.choice(FAULTS)))

    async def forbid_or_allow(self) -> None:
        lacking = self.chance.random() < 0.5
        self.done.append("no right" if lacking else "all rights")
        self.house.bot.chat.arrange(lacking=[Right.MANAGE_ROLES] if lacking else [])

    async def stop_or_go_on(self) -> None:
        self.stopped = not self.stopped
        self.done.append("stop" if self.stopped else "go on")
        change = stop_everything if self.stopped else resume_everything
        async with self.house.work() as work:
            await change(work, self.house.community.id, None)
        await self.house.bot.app.turn()

    async def die(self) -> None:
        """As if the process had died in the middle of what it was doing."""
        self.done.append("a crash")
        async with self.house.bot.app.parts.database.write() as transaction:
            await transaction.run(
                "UPDATE deliveries SET state = 'sending', lease_until = 1 WHERE step = 'effect' AND state = 'pending'"
                " AND attempts > 0"
            )
        await self.house.bot.app.parts.engine.recover(alone=True)

    async def pass_time(self) -> None:
        hours = self.chance.choice([0.01, 1, 7])
        self.done.append(f"{hours} h pass")
        await self.house.bot.passes(hours=hours)

    async def live(self) -> None:
        ways: list[Callable[[], Awaitable[None]]] = [self.give, self.give, self.give, self.take, self.extend]
        ways += [self.link_or_part, self.link_or_part, self.go_or_come, self.fail, self.forbid_or_allow]
        ways += [self.stop_or_go_on, self.die, self.pass_time, self.pass_time]
        for _ in range(STEPS):
            await self.chance.choice(ways)()

    async def calm_down(self) -> None:
        """Nothing is in the way any more, and the daily look has been."""
        if self.stopped:
            await self.stop_or_go_on()
        self.house.bot.chat.arrange(lacking=[])
        await self.house.bot.passes(days=3)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
async def test_whatever_happens_the_network_shows_in_the_end_what_is_wanted(seed: int) -> None:
    async with whole_bot() as bot, house_of(bot) as house:
        life = await _begin(bot, house, seed)
        await life.live()
        await life.calm_down()
        story = "; ".join(life.done)
        for name, person in life.people.items():
            assert (house.tag(person), house.is_inside(person)) == life.wanted(name), f"{name}: {story}"
            here = any(life.acting(one) == life.acting(name) and one not in life.away for one in life.people)
            async with house.work() as work:
                told = await house.grants(work).of(await house.own_id(person))
            assert all(one.stands is here and (one.problem is None) is here for one in told), f"{name}: {story}"
        async with house.work() as work:
            marks = {(row.external_id, row.ref, row.stands) for row in await work.rows(sa.select(native_marks))}
            assert not await house.grants(work).failing()
    assert marks == _marks(life), story


def _marks(life: Life) -> set[tuple[str, str, str]]:
    found = set()
    for name, person in life.people.items():
        tag, inside = life.wanted(name)
        found |= {(person.user_id, tag, "yes")} if tag else set()
        found |= {(person.user_id, life.house.thread, "yes")} if inside else set()
    return found


async def _begin(bot: WholeBot, house: House, seed: int) -> Life:
    people = {"Ann": house.ann, "Ben": house.ben}
    for name in ("Cleo", "Dan"):
        people[name] = bot.person(name, Role.MEMBER)
        await bot.says(people[name], "/me")
    await bot.passes(minutes=1)  # who leaves at the moment of joining has not come yet
    return Life(house, random.Random(seed), people)
