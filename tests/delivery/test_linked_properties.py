"""What must hold however people link, part, vote, come and are forgotten: each person once, and back to what was."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, LiteralString

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.community.activities import ORDERED, Activities
from bot.community.core_facts import CORE_FACTS
from bot.community.facts import Facts
from bot.community.holdings import Holdings
from bot.community.linked import parts_of
from bot.community.linking import Links
from bot.model.journeys import Again
from bot.storage.tables import activities, attendance, members, persons
from bot.text.translator import Translator
from tests.databases import Maker, sealed_database
from tests.delivery.journeys import journey, message, pushed, wait
from tests.delivery.world import SERVICE_DIRECT, World, new_world

pytestmark = pytest.mark.long

SECONDS = 60
GUESTS = 3
ENOUGH = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@dataclass(frozen=True, slots=True)
class Link:
    """Two of them say yes, in this order."""

    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's link is undone, if they have one."""

    who: int


@dataclass(frozen=True, slots=True)
class Vote:
    """Somebody does what can be done once; worth something, so that it shows which one counts."""

    who: int
    what: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream is over that these were at."""

    there: frozenset[int]


@dataclass(frozen=True, slots=True)
class Wait:
    """Time passes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Forget:
    """Somebody is forgotten, with all accounts that are one with theirs."""

    who: int


Act = Link | Part | Vote | Stream | Wait | Forget
WHO = st.integers(0, GUESTS - 1)
LINKS = st.sampled_from([Link(one, other) for one in range(GUESTS) for other in range(GUESTS) if one != other])
STREAMS = st.sampled_from([Stream(frozenset(range(GUESTS)) - {missing}) for missing in range(GUESTS + 1)])
VOTES = st.builds(Vote, WHO, st.integers(0, 1))
WAITS = st.sampled_from([Wait(minutes) for minutes in (20, 70, 180, 1500)])
ANY: st.SearchStrategy[Act] = st.one_of(LINKS, STREAMS, VOTES, WAITS, st.builds(Part, WHO), st.builds(Forget, WHO))
ROUNDS = st.tuples(STREAMS, VOTES, VOTES, st.one_of(LINKS, WAITS), st.one_of(WAITS, LINKS), ANY)
"""So that most links are made by people for whom something is under way."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Who agreed to direct messages, by what zone they live (or the community's), and what happens."""

    agreed: tuple[bool, ...]
    zones: tuple[str | None, ...]
    again: Again
    acts: tuple[Act, ...]


SCENARIOS = st.builds(
    Scenario,
    st.tuples(*[st.booleans()] * GUESTS),
    st.tuples(*[st.sampled_from((None, "Europe/Prague", "Asia/Tokyo"))] * GUESTS),
    st.sampled_from(Again),
    st.lists(ROUNDS, min_size=1, max_size=3).map(lambda rounds: tuple(act for one in rounds for act in one)),
)


class Town:
    """A world with a few people, and everything that is known of them read slowly, row by row."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people: list[int] = []
        self.gone: set[int] = set()
        self.complaints: list[str] = []
        self.given: set[int] = set()
        self.once = False
        world.chat.on_the_way = self.on_the_way

    async def begin(self, scenario: Scenario) -> None:
        self.once = scenario.again is Again.ONCE
        for number, (agreed, zone) in enumerate(zip(scenario.agreed, scenario.zones, strict=True)):
            consents = (SERVICE_DIRECT,) if agreed else ()
            self.people.append(await self.world.member(f"guest{number}-", consents=consents, zone=zone))
        steps = (pushed(), wait(hours=2), message("again", hours=3))
        await self.world.install(journey(*steps, again=scenario.again, exits=()))

    async def on_the_way(self, key: str) -> None:
        """A message leaves: none of the person's accounts may have had it."""
        async with self.world.database.read() as reader:
            rows = await reader.fetch(_SAME, {"id": int(key.removeprefix("delivery-"))})
        self.complaints += [f"{key} was given before, as {row}" for row in rows]

    async def happen(self, act: Act) -> None:
        match act:
            case Link(one, other) if not self.gone & {one, other}:
                await self._link(one, other)
            case Part(who) if who not in self.gone:
                async with self.world.work() as work:
                    await Links(work).part(await self._person(who))
            case Vote(who, what) if who not in self.gone:
                async with self.world.work() as work:
                    await Activities(work).record(
                        self.world.community.id, self.people[who], ORDERED, f"order:{what}", value=2.0**who
                    )
            case Stream(there):
                now = self.world.clock.now()
                trigger = await self.world.stream(*(self.people[who] for who in sorted(there - self.gone)))
                await self.world.enrol(await self.world.kept(), trigger, now)
            case Wait(minutes):
                await self.world.run_until(self.world.clock.now() + timedelta(minutes=minutes))
            case Forget(who) if who not in self.gone:
                await self._forget(who)
            case _:
                pass

    async def check(self) -> None:
        """What is kept equals what a slow look at the rows says."""
        assert not self.complaints, self.complaints
        left = [self.people[who] for who in range(GUESTS) if who not in self.gone]
        async with self.world.work() as work:
            await Facts(work, CORE_FACTS).refresh(left)
            facts = await Facts(work, CORE_FACTS).of_many(left)
            votes = {n: await Activities(work).people(ORDERED, f"order:{n}") for n in range(3)}
        acting = await self._acting()
        assert votes == await self._votes(acting)
        await self._check_given(acting)
        for member in left:
            mine = [part for part, root in acting.items() if root == member]
            assert _of(facts.get(member, {})) == await self._slowly(mine), (member, mine)

    async def _check_given(self, acting: Mapping[int, int]) -> None:
        """What was given since the last look was not given before to an account of the same person, nor twice."""
        async with self.world.database.read() as reader:
            rows = await reader.fetch(_GIVEN)
        whose = Counter((acting[member], "" if self.once else trigger, step) for _, member, trigger, step in rows)
        for id, member, trigger, step in rows:
            if id not in self.given:
                assert whose[acting[member], "" if self.once else trigger, step] == 1, (id, member, trigger, step)
        self.given |= {row[0] for row in rows}

    async def part_all(self) -> None:
        for who in range(GUESTS):
            await self.happen(Part(who))

    async def rows(self) -> Sequence[Any]:
        """All that a link could have changed of those who are left."""
        async with self.world.database.read() as reader:
            left = [self.people[who] for who in range(GUESTS) if who not in self.gone]
            mine = members.c.id.in_(left)
            people = sa.select(persons).join(members, members.c.person_id == persons.c.id).where(mine)
            found = [tuple(row) for row in await reader.rows(people.order_by(persons.c.id))]
            return [*found, *(tuple(row) for row in await reader.rows(sa.select(members).where(mine)))]

    async def _link(self, one: int, other: int) -> None:
        people = [await self._person(one), await self._person(other)]
        async with self.world.work() as work:
            await Links(work).join(*people)

    async def _forget(self, who: int) -> None:
        async with self.world.work() as work:
            ids = [id for (id,) in await work.rows(parts_of(self.people[who]))]
        for id in ids:
            await Holdings([]).erase(self.world.database, id)
        self.gone |= {number for number in range(GUESTS) if self.people[number] in ids}
        async with self.world.database.read() as reader:
            for column in (members.c.id, activities.c.member_id, attendance.c.member_id, members.c.counts_for):
                assert await reader.row(sa.select(column).where(column.in_(ids))) is None

    async def _person(self, who: int) -> int:
        async with self.world.database.read() as reader:
            return int(await reader.value(sa.select(members.c.person_id).where(members.c.id == self.people[who])))

    async def _acting(self) -> Mapping[int, int]:
        """By membership, the one that acts, found by the way that the links go."""
        async with self.world.database.read() as reader:
            links = {row.id: row.linked_to for row in await reader.rows(sa.select(persons))}
            rows = await reader.rows(sa.select(members.c.id, members.c.person_id))
        of_person = {row.person_id: row.id for row in rows}
        found = {}
        for row in rows:
            at = row.person_id
            while links[at] is not None:
                at = links[at]
            found[row.id] = of_person[at]
        return found

    async def _votes(self, acting: Mapping[int, int]) -> dict[int, int]:
        async with self.world.database.read() as reader:
            rows = await reader.rows(sa.select(activities.c.member_id, activities.c.reference))
        return {n: len({acting[member] for member, reference in rows if reference == f"order:{n}"}) for n in range(3)}

    async def _slowly(self, mine: Sequence[int]) -> dict[str, float]:
        async with self.world.database.read() as reader:
            did = await reader.rows(
                sa.select(activities).where(activities.c.member_id.in_(mine)).order_by(activities.c.at, activities.c.id)
            )
            seen = await reader.rows(
                sa.select(attendance.c.stream_id).where(attendance.c.member_id.in_(mine)).distinct()
            )
        first: dict[str, float] = {}
        for row in did:
            first.setdefault(row.reference, row.value)
        found = {"orders": len(first), "spent_total": sum(first.values()), "streams_attended": len(seen)}
        return {name: value for name, value in found.items() if value}


def _of(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name in ("orders", "spent_total", "streams_attended")}


_GIVEN: LiteralString = """
SELECT d.id, d.member_id, e.trigger, d.step FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id
WHERE d.step <> 'wait' AND d.state IN ('sent', 'available', 'opened', 'answered', 'lapsed', 'unknown')
"""

_SAME: LiteralString = """
SELECT o.id, o.state FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id
JOIN members m ON m.id = d.member_id
JOIN members om ON coalesce(om.counts_for, om.id) = coalesce(m.counts_for, m.id)
JOIN enrolments oe ON oe.member_id = om.id AND oe.journey_id = e.journey_id AND oe.trigger = e.trigger
JOIN deliveries o ON o.enrolment_id = oe.id AND o.step = d.step AND o.id <> d.id
WHERE d.id = :id AND o.state IN ('sending', 'sent', 'available', 'opened', 'answered', 'lapsed', 'unknown')
"""


@ENOUGH
@given(scenario=SCENARIOS)
async def test_linked_accounts_are_one_person_and_part_as_they_were(
    makers: dict[str, Maker], translator: Translator, scenario: Scenario
) -> None:
    address = await makers["sqlite"].ready()
    database = sealed_database(address)
    try:
        async with asyncio.timeout(SECONDS):
            town = Town(await new_world(database, translator))
            await town.begin(scenario)
            before = await town.rows()
            for act in scenario.acts:
                await town.happen(act)
                await town.check()
            await town.happen(Wait(4000))
            await town.check()
            lines = await town.world.lines()
            assert all(line.state.is_final for line in lines), Counter(line.stands for line in lines)
            await town.part_all()
            await town.check()
            kept = [row for row in before if row in await town.rows()]
            assert len(kept) == 2 * (GUESTS - len(town.gone))
    finally:
        await database.close()
        await makers["sqlite"].drop(address)
