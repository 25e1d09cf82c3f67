"""Facts: what is kept always equals what a reckoning from scratch gives, and what a person would count."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.community.activities import FEEDBACK_GIVEN, ORDERED, Activities
from bot.community.core_facts import CORE_FACTS
from bot.community.facts import (
    ATTENDANCE,
    Facts,
    FactSpec,
    Query,
    moved_by,
    moved_by_time,
    recompute,
)
from bot.community.scope import Scope
from bot.model.rules import FactValue
from bot.storage.database import Database
from bot.storage.tables import member_facts, members
from bot.storage.work import Work
from tests.community.people import START, add_community, add_members, add_stream, attend, end_stream, link

FactsOf = Mapping[int, Mapping[str, FactValue]]


async def read(database: Database, ids: Iterable[int], specs: Sequence[FactSpec] = CORE_FACTS) -> FactsOf:
    async with Work(database, VirtualClock(START)) as work:
        return await Facts(work, specs).of_many(ids)


async def refresh(
    database: Database, ids: Iterable[int], names: Iterable[str] | None = None, *, now: datetime = START
) -> FactsOf:
    ids = list(ids)
    async with Work(database, VirtualClock(now)) as work:
        await Facts(work, CORE_FACTS).refresh(ids, names)
    return await read(database, ids)


async def record(database: Database, community_id: int, member_id: int, kind: str, *values: float) -> None:
    async with Work(database, VirtualClock(START)) as work:
        for number, value in enumerate(values):
            await Activities(work).record(community_id, member_id, kind, str(number), value=value)


async def test_orders_and_feedback_are_counted_and_what_was_spent_is_summed(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [buyer, other] = await add_members(each_database, community_id, 2)
    await record(each_database, community_id, buyer, ORDERED, 12.5, 30)
    await record(each_database, community_id, buyer, FEEDBACK_GIVEN, 1)
    assert await refresh(each_database, [buyer, other]) == {
        buyer: {"orders": 2, "spent_total": 42.5, "feedback_given": 1}
    }
    async with Work(each_database, VirtualClock(START)) as work:
        assert await Facts(work, CORE_FACTS).of(other) == {}
        assert (await Facts(work, CORE_FACTS).of(buyer))["orders"] == 2


async def test_the_slots_of_one_stream_are_one_stream_and_their_questions_add_up(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    stream_id = await add_stream(each_database, community_id, 7, START)
    for slot in range(3):
        await attend(each_database, stream_id, member_id, START, slot=slot, questions=slot)
    found = (await refresh(each_database, [member_id]))[member_id]
    assert found == {"streams_attended": 1, "questions_asked": 3, "last_stream": 7, "streak": 1, "lifecycle": "new"}


@pytest.mark.parametrize(
    ("attended", "streak"),
    [((), 0), ((5,), 1), ((4, 5), 2), ((1, 2, 3, 4, 5), 5), ((1, 2, 4, 5), 2), ((1, 2, 3, 4), 0), ((3, 5), 1)],
)
async def test_a_streak_ends_at_the_first_stream_missed(
    each_database: Database, attended: tuple[int, ...], streak: int
) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    for number in (1, 2, 3, 4, 5):  # 9 of another community and 10, still live, count for nothing
        stream_id = await add_stream(each_database, community_id, number * 2, START)
        if number in attended:
            await attend(each_database, stream_id, member_id, START)
    live = await add_stream(each_database, community_id, 12, START, ended=False)
    await attend(each_database, live, member_id, START)
    await add_stream(each_database, await add_community(each_database), 99, START)
    found = (await refresh(each_database, [member_id]))[member_id]
    assert found.get("streak", 0) == streak
    assert found["streams_attended"] == len(attended) + 1


@pytest.mark.parametrize(
    ("attended", "days_later", "stage"),
    [
        ((6,), 0, "new"),
        ((5, 6), 0, "returning"),
        ((4, 5, 6), 0, "regular"),
        ((1, 2, 6), 0, "returning"),
        ((1, 2, 3, 4), 0, "regular"),
        ((4, 5, 6), 60, "regular"),
        ((4, 5, 6), 61, "lapsed"),
        ((6,), 61, "lapsed"),
    ],
)
async def test_where_a_member_stands(
    each_database: Database, attended: tuple[int, ...], days_later: int, stage: str
) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    for number in range(1, 7):
        stream_id = await add_stream(each_database, community_id, number, START)
        if number in attended:
            await attend(each_database, stream_id, member_id, START)
    now = START + timedelta(days=days_later)
    found = (await refresh(each_database, [member_id], now=now))[member_id]
    assert found["lifecycle"] == stage


async def test_time_moves_what_is_marked_so(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    await attend(each_database, await add_stream(each_database, community_id, 1, START), member_id, START)
    names = [spec.name for spec in moved_by_time(CORE_FACTS)]
    assert names == ["days_since_last_stream", "lifecycle", "months_known"]
    for days, since, months in [(0, None, None), (30, 30, None), (31, 31, 1), (366, 366, 12)]:
        found = (await refresh(each_database, [member_id], names, now=START + timedelta(days=days, minutes=5)))[
            member_id
        ]
        assert (found.get("days_since_last_stream"), found.get("months_known")) == (since, months)


async def test_facts_that_are_no_more_are_deleted_and_those_of_others_stay(each_database: Database) -> None:
    community_id = await add_community(each_database)
    first, second = await add_members(each_database, community_id, 2)
    stream_id = await add_stream(each_database, community_id, 1, START)
    await attend(each_database, stream_id, first, START)
    await attend(each_database, stream_id, second, START)
    async with each_database.write() as transaction:
        given = {"member_id": first, "fact": "shirt_size", "text": "M"}
        await transaction.execute(sa.insert(member_facts).values(**given))  # told by somebody, worked out by nobody
    await refresh(each_database, [first, second])
    await add_stream(each_database, community_id, 2, START)  # which both miss
    found = await refresh(each_database, [first], ["streak"])
    assert "streak" not in found[first]
    assert (found[first]["shirt_size"], found[first]["streams_attended"]) == ("M", 1)
    assert (await read(each_database, [second]))[second]["streak"] == 1


async def test_nothing_is_written_where_nothing_differs(database: Database) -> None:
    community_id = await add_community(database)
    ids = await add_members(database, community_id, 3)
    await record(database, community_id, ids[0], ORDERED, 5)
    await refresh(database, ids)
    async with Work(database, VirtualClock(START)) as work:
        before = await (await work.transaction()).value(sa.select(sa.func.total_changes()))
        await Facts(work, CORE_FACTS).refresh(ids)
        assert await (await work.transaction()).value(sa.select(sa.func.total_changes())) == before


async def test_linked_members_have_one_history_until_the_link_is_undone(each_database: Database) -> None:
    community_id = await add_community(each_database)
    first, second = await add_members(each_database, community_id, 2)
    both, one = [await add_stream(each_database, community_id, number, START) for number in (1, 2)]
    for stream_id, member_id in ((both, first), (both, second), (one, second)):
        await attend(each_database, stream_id, member_id, START)
    apart = await refresh(each_database, [first, second])
    assert (apart[first]["streams_attended"], apart[second]["streams_attended"]) == (1, 2)
    await link(each_database, second, first)
    for touched in (first, second):  # whichever of the two was touched
        together = await refresh(each_database, [touched])
        together = await read(each_database, [first, second])
        assert (together[first]["streams_attended"], together[first]["streak"]) == (2, 2)
        assert second not in together
    await link(each_database, second, None)
    assert await refresh(each_database, [first, second]) == apart


async def test_the_links_of_another_community_change_nothing(each_database: Database) -> None:
    here, there = await add_community(each_database), await add_community(each_database)
    [member_id] = await add_members(each_database, here, 1)
    [stranger] = await add_members(each_database, there, 1)
    await record(each_database, here, member_id, ORDERED, 5)
    await link(each_database, member_id, stranger)
    assert (await refresh(each_database, [member_id]))[member_id]["orders"] == 1


async def test_a_yes_no_fact_of_a_plugin_reads_as_one(each_database: Database) -> None:
    def is_early(scope: Scope) -> sa.Select[int, int]:
        early = members.c.joined_at < START
        return sa.select(members.c.id, sa.case((early, 1), else_=0)).where(
            members.c.id.in_(sa.select(scope.people.c.member_id))
        )

    query: Query = is_early
    specs = [FactSpec("early_bird", "yes_no", query)]
    community_id = await add_community(each_database)
    ids = await add_members(each_database, community_id, 1, START - timedelta(days=1))
    ids += await add_members(each_database, community_id, 1)
    async with Work(each_database, VirtualClock(START)) as work:
        await Facts(work, specs).refresh(ids)
    assert await read(each_database, ids, specs) == {ids[0]: {"early_bird": True}}


async def test_a_recomputation_goes_over_the_whole_community_and_no_other(each_database: Database) -> None:
    community_id, other = await add_community(each_database), await add_community(each_database)
    ids = await add_members(each_database, community_id, 7)
    [stranger] = await add_members(each_database, other, 1)
    for member_id in ids:
        await record(each_database, community_id, member_id, ORDERED, 5)
    await record(each_database, other, stranger, ORDERED, 5)
    count = await recompute(each_database, VirtualClock(START), CORE_FACTS, community_id, names=["orders"], chunk=3)
    assert count == 7
    assert await read(each_database, [*ids, stranger]) == {member_id: {"orders": 1} for member_id in ids}


async def test_refreshes_at_the_same_time_lose_nothing(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)

    async def order(number: int) -> None:
        async with Work(each_database, VirtualClock(START)) as work:
            await Activities(work).record(community_id, member_id, ORDERED, str(number), value=1)
            await Facts(work, CORE_FACTS).refresh([member_id], ["orders", "spent_total"])

    await asyncio.gather(*(order(number) for number in range(12)))
    assert (await read(each_database, [member_id]))[member_id] == {"orders": 12, "spent_total": 12}


# ---- any history ----------------------------------------------------------------------------------------------------


@dataclass
class History:
    """A community to which things happen, counted here by hand."""

    database: Database
    community_id: int
    ids: list[int]
    streams: list[int] = field(default_factory=list)
    live: int | None = None
    seen: dict[int, set[int]] = field(default_factory=dict)  # by member, the places of streams
    orders: dict[int, list[int]] = field(default_factory=dict)

    async def go_live(self) -> None:
        if self.live is None:
            self.streams.append(
                await add_stream(self.database, self.community_id, len(self.streams) + 1, START, ended=False)
            )
            self.live = len(self.streams) - 1

    async def end(self) -> None:
        if self.live is None:
            return
        await end_stream(self.database, self.streams[self.live], START)
        over, self.live = self.live, None
        await self._refresh([id for id in self.ids if over in self.seen.get(id, set())], ATTENDANCE)
        for spec in CORE_FACTS:
            missed = {over - before for before in spec.fades_after}
            fading = [id for id in self.ids if self.seen.get(id, set()) & missed]
            await refresh(self.database, fading, [spec.name])

    async def come(self, index: int) -> None:
        member_id = self.ids[index]
        if self.live is None or self.live in self.seen.setdefault(member_id, set()):
            return
        self.seen[member_id].add(self.live)
        await attend(self.database, self.streams[self.live], member_id, START)
        await self._refresh([member_id], ATTENDANCE)

    async def order(self, index: int) -> None:
        member_id = self.ids[index]
        mine = self.orders.setdefault(member_id, [])
        async with Work(self.database, VirtualClock(START)) as work:
            service = Activities(work)
            await service.record(self.community_id, member_id, ORDERED, str(len(mine)), value=len(mine) + 1)
        mine.append(len(mine) + 1)
        await self._refresh([member_id], ORDERED)

    async def _refresh(self, ids: list[int], cause: str) -> None:
        await refresh(self.database, ids, [spec.name for spec in moved_by(CORE_FACTS, cause)])

    def counted(self, member_id: int) -> Mapping[str, FactValue]:
        """What a person would say, without a line of SQL."""
        seen, orders = self.seen.get(member_id, set()), self.orders.get(member_id, [])
        ended = [place for place in range(len(self.streams)) if place != self.live]
        streak = 0
        while streak < len(ended) and ended[-1 - streak] in seen:
            streak += 1
        said: dict[str, FactValue] = {"streams_attended": len(seen), "streak": streak}
        said |= {"last_stream": max(seen, default=-1) + 1, "orders": len(orders), "spent_total": sum(orders)}
        if seen:
            often = len(seen & set(ended[-5:])) >= 3
            said["lifecycle"] = "new" if len(seen) == 1 else "regular" if often else "returning"
        return {name: value for name, value in said.items() if value}


STEPS = st.lists(
    st.tuples(st.sampled_from(["go_live", "end", "come", "come", "come", "order"]), st.integers(0, 2)), max_size=30
)


@pytest.mark.long
@given(steps=STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
async def test_refreshing_after_each_event_equals_a_recomputation_from_scratch(
    each_database: Database, steps: list[tuple[str, int]]
) -> None:
    community_id = await add_community(each_database)
    history = History(each_database, community_id, await add_members(each_database, community_id, 3))
    for name, index in steps:
        match name:
            case "come":
                await history.come(index)
            case "order":
                await history.order(index)
            case "go_live":
                await history.go_live()
            case _:
                await history.end()
    kept = await read(each_database, history.ids)
    async with each_database.write() as transaction:
        await transaction.execute(sa.delete(member_facts))
    await recompute(each_database, VirtualClock(START), CORE_FACTS, community_id, chunk=2)
    assert kept == await read(each_database, history.ids)
    assert kept == {id: said for id in history.ids if (said := history.counted(id))}
