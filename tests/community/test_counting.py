"""Which streams count, and that the others leave no trace in numbers, facts and what follows."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.attendance import Attendance
from bot.community.core_facts import CORE_FACTS
from bot.community.facts import Facts
from bot.community.people import People
from bot.community.stream import Stream
from bot.model.incoming import SignalKind
from bot.storage.database import Database
from bot.storage.tables import jobs, members
from bot.storage.work import Work
from tests.community.evening import Evening, an_evening, minutes
from tests.community.people import add_members


@pytest.fixture
async def evening(each_database: Database) -> Evening:
    return await an_evening(each_database)


async def a_stream(evening: Evening, *guests: str, lasting: float = 30, host_id: int | None = None) -> Stream:
    """A stream with these guests, which a host ends; an hour passes after it."""
    await evening.start(host_id=host_id)
    for name in guests:
        evening.says(name)
    await evening.flush()
    evening.pass_time(minutes(lasting))
    over = await evening.end()
    evening.pass_time(minutes(60))
    return over


@pytest.mark.parametrize(
    ("guests", "lasting", "counts"), [((), 60, False), (("Ada",), 4.9, False), (("Ada",), 5, True)]
)
async def test_a_stream_counts_that_lasted_and_had_a_guest(
    evening: Evening, guests: tuple[str, ...], lasting: float, counts: bool
) -> None:
    over = await a_stream(evening, *guests, lasting=lasting)
    assert over.counts is counts
    assert evening.ended() == ([over.id] if counts else [])


async def test_its_own_host_is_no_guest(evening: Evening) -> None:
    (host,) = await add_members(evening.database, evening.community_id, 1)
    begun = await evening.start(host_id=host)
    async with Work(evening.database, evening.clock) as work:
        await Attendance(work).check_in(begun.stream, await People(work).get(host))
    evening.pass_time(minutes(30))
    assert not (await evening.end()).counts


async def test_what_a_host_kept_of_a_stream_shows_that_it_was_none_by_mistake(evening: Evening) -> None:
    (host,) = await add_members(evening.database, evening.community_id, 1)
    begun = await evening.start(host_id=host)
    async with evening.streams() as streams:
        await streams.note(begun.stream.id, host, "The glaze turned blue")
    evening.pass_time(minutes(30))
    assert (await evening.end()).counts


async def test_a_stream_whose_end_nobody_told_lasted_till_that_was_noticed(evening: Evening) -> None:
    """Its last sign of life may be from its first minutes."""
    await evening.start()
    await evening.comes("Ada")
    evening.pass_time(timedelta(hours=12))
    await evening.tick()
    assert (await evening.newest()).ended_at is not None
    assert len(evening.ended()) == 1


async def test_the_stream_after_one_that_does_not_count_takes_its_number(evening: Evening) -> None:
    first = await a_stream(evening, "Ada")
    await a_stream(evening)
    assert (await evening.newest()).id == first.id
    assert (await evening.start()).stream.number == 2


async def test_a_streak_outlives_an_empty_stream_and_one_that_was_over_at_once(evening: Evening) -> None:
    await a_stream(evening, "Ada")
    await a_stream(evening, lasting=60)
    await a_stream(evening, "Bo", lasting=1)
    await a_stream(evening, "Ada")
    async with Work(evening.database, evening.clock) as work:
        ids = {name: id for id, name in await work.rows(sa.select(members.c.id, members.c.name))}
        facts = Facts(work, CORE_FACTS)
        await facts.refresh(ids.values())
        ada, bo = await facts.of(ids["Ada"]), await facts.of(ids["Bo"])
    assert (ada["streak"], ada["streams_attended"], ada["last_stream"]) == (2, 2, 2)
    assert "streams_attended" not in bo


async def test_whoever_turns_out_to_have_been_there_makes_it_count_in_its_place(evening: Evening) -> None:
    """As when a gap in the chat is read back after the end."""
    empty = await a_stream(evening)
    later = await a_stream(evening, "Ada")
    assert (empty.counts, later.number) == (False, 1)
    assert empty.ended_at is not None
    evening.says("Bo", at=empty.ended_at - minutes(10))
    await evening.flush()
    async with evening.streams() as streams:
        assert await streams.recount(evening.community_id, empty.id)
        assert await streams.recount(evening.community_id, empty.id)
        again, after = await streams.get(empty.id), await streams.get(later.id)
    assert again is not None and after is not None
    assert (again.number, after.number) == (1, 2)
    assert evening.ended() == [later.id, empty.id]


@pytest.mark.long
async def test_what_is_seen_late_of_a_stream_that_was_over_at_once_changes_nothing(evening: Evening) -> None:
    over = await a_stream(evening, lasting=1)
    assert over.ended_at is not None
    evening.says("Bo", at=over.ended_at)
    await evening.flush()
    async with evening.streams() as streams:
        assert not await streams.recount(evening.community_id, over.id)
    async with Work(evening.database, evening.clock) as work:
        mine = sa.select(jobs.c.name).where(jobs.c.name == "stream_left_out")
        assert len(list(await work.rows(mine))) >= 2


async def test_a_start_told_late_does_not_reach_into_one_that_does_not_count(evening: Evening) -> None:
    over = await a_stream(evening, lasting=2)
    assert over.started_at is not None
    late = await evening.signal(SignalKind.STARTED, "late", source="youtube", at=over.started_at + minutes(1))
    assert late is None
    assert await evening.live() is None
