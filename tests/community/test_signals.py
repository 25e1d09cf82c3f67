"""Signals: what several sources say, late, twice or out of order, and the one stream it makes."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.community.stream import DEBOUNCE, StreamState
from bot.community.streams import StartOutcome
from bot.errors import UserError
from bot.model.events import StreamEnded
from bot.model.incoming import SignalKind
from bot.storage.database import Database
from tests.community.evening import Evening, an_evening, minutes
from tests.community.people import START

STARTED, ENDED = SignalKind.STARTED, SignalKind.ENDED


@pytest.fixture
async def evening(each_database: Database) -> Evening:
    return await an_evening(each_database)


async def test_a_signalled_end_is_believed_after_the_debounce(evening: Evening) -> None:
    await evening.signal(STARTED, title="Bowls")
    await evening.comes()
    gone = evening.pass_time(minutes(50))
    ending = await evening.signal(ENDED)
    assert ending is not None
    assert ending.state is StreamState.ENDING
    evening.pass_time(minutes(4.9))
    assert await evening.tick() == 0
    evening.pass_time(minutes(0.2))
    assert await evening.tick() == 1
    assert await evening.tick() == 0
    over = await evening.newest()
    assert (over.state, over.ended_at, over.title) == (StreamState.ENDED, gone, "Bowls")
    assert evening.events[-1] == StreamEnded(community_id=evening.community_id, at=gone, stream_id=over.id)


@pytest.mark.parametrize("reference", ["a", "b"])
async def test_flapping_goes_on_with_the_same_stream(evening: Evening, reference: str) -> None:
    await evening.signal(STARTED)
    evening.pass_time(minutes(50))
    await evening.signal(ENDED)
    evening.pass_time(minutes(4))
    again = await evening.signal(STARTED, reference)
    assert again is not None
    assert again.state is StreamState.LIVE
    evening.pass_time(minutes(60))
    assert await evening.tick() == 0
    assert (len(evening.started()), len(evening.ended())) == (1, 0)


async def test_a_start_after_the_debounce_is_a_new_stream_also_when_no_tick_came_between(evening: Evening) -> None:
    await evening.signal(STARTED)
    await evening.comes()
    gone = evening.pass_time(minutes(50))
    await evening.signal(ENDED)
    evening.pass_time(minutes(6))
    second = await evening.signal(STARTED)
    assert second is not None
    assert second.number == 2
    assert evening.events[1] == StreamEnded(community_id=evening.community_id, at=gone, stream_id=evening.started()[0])


async def test_several_sources_are_one_stream_that_ends_with_the_last(evening: Evening) -> None:
    await evening.signal(STARTED, source="twitch")
    await evening.signal(STARTED, source="discord-stage")
    await evening.comes()
    evening.pass_time(minutes(30))
    still = await evening.signal(ENDED, source="twitch")
    assert still is not None
    assert still.state is StreamState.LIVE
    last = evening.pass_time(minutes(30))
    await evening.signal(ENDED, source="discord-stage")
    evening.pass_time(minutes(6))
    await evening.tick()
    assert (await evening.newest()).ended_at == last
    assert len(evening.started()) == 1


async def test_the_end_of_a_source_does_not_end_what_a_host_started(evening: Evening) -> None:
    await evening.start()
    await evening.signal(STARTED)
    evening.pass_time(minutes(30))
    await evening.signal(ENDED)
    evening.pass_time(minutes(10))
    await evening.tick()
    assert (await evening.newest()).state is StreamState.LIVE


async def test_an_end_of_what_never_started_is_ignored(evening: Evening) -> None:
    await evening.signal(STARTED)
    assert await evening.signal(ENDED, "unknown") is None
    assert (await evening.newest()).state is StreamState.LIVE


async def test_signals_out_of_order_are_ignored(evening: Evening) -> None:
    now = evening.pass_time(minutes(30))
    await evening.signal(STARTED)
    assert await evening.signal(ENDED, at=now - minutes(1)) is None
    assert (await evening.newest()).state is StreamState.LIVE
    evening.pass_time(minutes(30))
    await evening.signal(ENDED)
    assert await evening.signal(STARTED, at=now) is None
    assert (await evening.newest()).state is StreamState.ENDING


async def test_repeated_signals_change_nothing(evening: Evening) -> None:
    await evening.signal(STARTED)
    await evening.signal(STARTED)
    await evening.comes()
    gone = evening.pass_time(minutes(30))
    await evening.signal(ENDED)
    evening.pass_time(minutes(3))
    await evening.signal(ENDED)
    evening.pass_time(minutes(3))
    await evening.tick()
    await evening.signal(ENDED)
    assert (await evening.newest()).ended_at == gone
    assert (len(evening.started()), len(evening.ended())) == (1, 1)


async def test_a_start_told_long_after_the_stream_is_ignored(evening: Evening) -> None:
    await evening.signal(STARTED)
    evening.pass_time(minutes(60))
    await evening.signal(ENDED)
    evening.pass_time(minutes(10))
    await evening.tick()
    assert await evening.signal(STARTED, "late", source="youtube", at=START + minutes(5)) is None
    assert await evening.live() is None


async def test_a_host_who_starts_within_the_debounce_goes_on(evening: Evening) -> None:
    first = await evening.signal(STARTED)
    evening.pass_time(minutes(60))
    await evening.signal(ENDED)
    evening.pass_time(minutes(3))
    again = await evening.start()
    assert first is not None
    assert (again.outcome, again.stream.id) == (StartOutcome.CONTINUED, first.id)
    evening.pass_time(minutes(30))
    assert await evening.tick() == 0


@pytest.mark.parametrize(
    ("after", "reference", "restarts"), [(1, "a", False), (30, "a", False), (31, "a", True), (1, "b", True)]
)
async def test_what_a_host_ended_a_source_restarts_only_anew_or_much_later(
    evening: Evening, after: int, reference: str, restarts: bool
) -> None:
    await evening.signal(STARTED)
    evening.pass_time(minutes(60))
    await evening.end()
    evening.pass_time(minutes(after))
    await evening.signal(STARTED, reference)
    assert (await evening.live() is not None) is restarts


async def test_a_host_end_stands_when_the_source_flaps_behind_it(evening: Evening) -> None:
    await evening.signal(STARTED)
    await evening.comes()
    evening.pass_time(minutes(60))
    await evening.end()
    for kind in (ENDED, STARTED, ENDED, STARTED):
        evening.pass_time(minutes(1))
        await evening.signal(kind)
    assert await evening.live() is None
    assert len(evening.ended()) == 1


async def test_a_signal_from_the_future_counts_from_now(evening: Evening) -> None:
    live = await evening.signal(STARTED, at=START + minutes(30))
    assert live is not None
    assert live.started_at == START


# ---- ends and their time ------------------------------------------------------------------------------------------


async def test_who_speaks_while_it_is_ending_moves_the_end(evening: Evening) -> None:
    await evening.signal(STARTED)
    evening.pass_time(minutes(60))
    await evening.signal(ENDED)
    spoke = evening.pass_time(minutes(2))
    evening.says("Ada")
    await evening.flush()
    evening.pass_time(minutes(4))
    await evening.tick()
    assert (await evening.newest()).ended_at == spoke


async def test_an_end_found_late_is_the_last_sign_of_life(evening: Evening) -> None:
    await evening.signal(STARTED)
    told = evening.clock.now() + minutes(60)
    evening.pass_time(minutes(300))
    evening.says("Ada")  # somebody still chats hours later
    await evening.flush()
    await evening.signal(ENDED, at=told)
    await evening.tick()
    assert (await evening.newest()).ended_at == told + DEBOUNCE


async def test_an_end_that_was_missed_is_found_after_twelve_silent_hours(evening: Evening) -> None:
    await evening.signal(STARTED)
    spoke = evening.pass_time(minutes(60))
    evening.says("Ada")
    await evening.flush()
    evening.pass_time(timedelta(hours=11))
    assert await evening.tick() == 0
    evening.pass_time(timedelta(hours=1))
    assert await evening.tick() == 1
    assert evening.events[-1].at == spoke
    second = await evening.signal(STARTED, "b")
    assert second is not None
    assert second.number == 2


async def test_an_end_that_two_processes_find_is_told_once(evening: Evening) -> None:
    await evening.signal(STARTED)
    await evening.comes()
    evening.pass_time(minutes(30))
    await evening.signal(ENDED)
    evening.pass_time(minutes(6))
    assert sum(await asyncio.gather(*(evening.tick() for _ in range(4)))) == 1
    assert len(evening.ended()) == 1


async def test_an_ended_stream_is_closed_after_48_hours(evening: Evening) -> None:
    await evening.start()
    await evening.comes()
    evening.pass_time(minutes(30))
    await evening.end()
    evening.pass_time(timedelta(hours=47))
    assert await evening.tick() == 0
    evening.pass_time(timedelta(hours=1))
    assert await evening.tick() == 1
    assert (await evening.newest()).state is StreamState.CLOSED


# ---- whatever happens ---------------------------------------------------------------------------------------------

REFERENCES = st.tuples(st.sampled_from(["twitch", "youtube"]), st.sampled_from(["a", "b"]))
STEPS = st.one_of(
    st.tuples(st.just("signal"), REFERENCES, st.sampled_from([STARTED, ENDED]), st.integers(0, 40)),
    st.tuples(st.sampled_from(["start", "end", "tick", "speak"])),
    st.tuples(st.just("wait"), st.sampled_from([0.5, 3.0, 6.0, 35.0, 800.0])),
)


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=3, max_size=25))
async def test_whatever_comes_streams_do_not_overlap_and_each_ends_once(
    database: Database, steps: list[tuple[object, ...]]
) -> None:
    evening = await an_evening(database)
    signs = [START]
    for step in steps:
        seen = len(evening.own_events())
        signs += await _take(evening, step)
        for event in evening.own_events()[seen:]:
            assert not isinstance(event, StreamEnded) or event.at <= max(signs) + DEBOUNCE
        await _check_streams(evening)
    assert len(set(evening.started())) == len(evening.started())
    assert len(set(evening.ended())) == len(evening.ended())
    live = await evening.live()
    over = await _over(evening)
    assert evening.started() == over + ([] if live is None else [live.id])
    assert evening.ended() == [id for id in over if await _counts(evening, id)]


async def _take(evening: Evening, step: tuple[object, ...]) -> list[datetime]:
    """Do one step; returns the signs of life that it gave."""
    match step:
        case ("signal", (str(source), str(reference)), SignalKind() as kind, int(late)):
            at = evening.clock.now() - minutes(late)
            await evening.signal(kind, reference, source=source, at=at)
            return [at]
        case ("start",):
            await evening.start()
        case ("end",):
            with suppress(UserError):
                await evening.end()
        case ("speak",):
            evening.says("Ada")
            await evening.flush()
        case ("tick",):
            await evening.tick()
            return []
        case ("wait", float(step_minutes)):
            evening.pass_time(minutes(step_minutes))
            return []
    return [evening.clock.now()]


async def _over(evening: Evening) -> list[int]:
    """The streams that are over, in their order."""
    async with evening.database.read() as reader:
        sql = "SELECT id FROM streams WHERE community_id = :id AND ended_at IS NOT NULL ORDER BY started_at, id"
        return [row[0] for row in await reader.fetch(sql, {"id": evening.community_id})]


async def _counts(evening: Evening, stream_id: int) -> bool:
    """Whether it has its number."""
    async with evening.database.read() as reader:
        sql = "SELECT number IS NOT NULL FROM streams WHERE id = :id"
        return bool((await reader.fetch(sql, {"id": stream_id}))[0][0])


async def _check_streams(evening: Evening) -> None:
    async with evening.database.read() as reader:
        sql = "SELECT number, state, started_at, ended_at FROM streams WHERE community_id = :id ORDER BY started_at, id"
        rows = await reader.fetch(sql, {"id": evening.community_id})
    numbers = [row[0] for row in rows if row[0] is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(row[1] == "ended" for row in rows[:-1]), "two streams at once"
    assert all(before[3] <= after[2] for before, after in pairwise(rows)), "streams overlap"
