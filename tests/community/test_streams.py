"""Streams: what hosts do with them, and what is kept of them."""

import asyncio
from datetime import timedelta

import pytest

from bot.community.attendance import Summary
from bot.community.attended import record_attended
from bot.community.stream import StreamState
from bot.community.streams import NoteKind, StartOutcome
from bot.errors import UserError
from bot.model.events import StreamCancelled, StreamEnded, StreamMoved, StreamPlanned, StreamStarted
from bot.model.incoming import PresenceKind, SignalKind
from bot.storage.database import Database
from tests.community.evening import Evening, an_evening, minutes
from tests.community.people import START, add_members

STARTED, ENDED = SignalKind.STARTED, SignalKind.ENDED
PLANNED, CANCELLED = SignalKind.PLANNED, SignalKind.CANCELLED


@pytest.fixture
async def evening(each_database: Database) -> Evening:
    return await an_evening(each_database)


# ---- hosts --------------------------------------------------------------------------------------------------------


async def test_a_host_starts_and_ends_a_stream_at_once(evening: Evening) -> None:
    begun = await evening.start("Teapots")
    assert begun.outcome is StartOutcome.NEW
    assert begun.stream.number == 1
    assert begun.stream.started_at == START
    assert begun.stream.title == "Teapots"
    await evening.comes()
    now = evening.pass_time(minutes(40))
    over = await evening.end()
    assert over.state is StreamState.ENDED
    assert over.ended_at == now
    assert evening.events == [
        StreamStarted(community_id=evening.community_id, at=START, stream_id=over.id),
        StreamEnded(community_id=evening.community_id, at=now, stream_id=over.id),
    ]


async def test_a_second_start_returns_the_live_stream(evening: Evening) -> None:
    first = await evening.start("Teapots")
    second = await evening.start("Cups")
    assert second.outcome is StartOutcome.ALREADY_LIVE
    assert second.stream == first.stream
    assert len(evening.started()) == 1


async def test_two_hosts_who_start_at_the_same_moment_start_one_stream(evening: Evening) -> None:
    begun = await asyncio.gather(*(evening.start() for _ in range(4)))
    assert len({each.stream.id for each in begun}) == 1
    assert [each.outcome for each in begun].count(StartOutcome.NEW) == 1


async def test_ending_what_is_not_live_is_refused(evening: Evening) -> None:
    with pytest.raises(UserError) as refusal:
        await evening.end()
    assert refusal.value.key == "streams-none-live"


async def test_an_end_before_the_start_makes_an_empty_stream(evening: Evening) -> None:
    await evening.start()
    assert (await evening.end(at=START - minutes(3))).ended_at == START


async def test_a_host_who_ends_an_ending_stream_confirms_its_last_sign_of_life(evening: Evening) -> None:
    await evening.signal(STARTED)
    await evening.comes()
    gone = evening.pass_time(minutes(60))
    await evening.signal(ENDED)
    evening.pass_time(minutes(2))
    assert (await evening.end()).ended_at == gone
    assert (await evening.newest()).ended_by_hand


async def test_a_backdated_start_never_reaches_into_the_stream_before(evening: Evening) -> None:
    await evening.start()
    await evening.comes()
    over_at = evening.pass_time(minutes(30))
    await evening.end()
    evening.pass_time(minutes(5))
    begun = await evening.start(at=START)
    assert begun.stream.started_at == over_at
    assert begun.stream.number == 2


async def test_a_start_in_the_future_is_a_start_now(evening: Evening) -> None:
    assert (await evening.start(at=START + minutes(9))).stream.started_at == START


# ---- plans --------------------------------------------------------------------------------------------------------


async def test_a_planned_stream_becomes_the_one_that_starts_within_two_hours(evening: Evening) -> None:
    (host,) = await add_members(evening.database, evening.community_id, 1)
    async with evening.streams() as streams:
        plan = await streams.plan(evening.community_id, START + minutes(119), "Glazes", host)
        await streams.plan(evening.community_id, START + minutes(600), "Another")
    begun = await evening.start()
    assert begun.stream.id == plan.id
    assert (begun.stream.title, begun.stream.host_id) == ("Glazes", host)
    assert [type(event) for event in evening.events] == [StreamPlanned, StreamPlanned, StreamStarted]


async def test_a_plan_further_away_stays_a_plan(evening: Evening) -> None:
    async with evening.streams() as streams:
        plan = await streams.plan(evening.community_id, START + minutes(121))
    assert (await evening.start()).stream.id != plan.id
    async with evening.streams() as streams:
        assert await streams.upcoming(evening.community_id) == [plan]


async def test_a_plan_that_moves_is_told_of_once(evening: Evening) -> None:
    async with evening.streams() as streams:
        plan = await streams.plan(evening.community_id, START + minutes(300), "Tea")
    for _ in range(2):
        async with evening.streams() as streams:
            moved = await streams.move(evening.community_id, START + minutes(400), plan.id)
    assert (moved.id, moved.title, moved.planned_for) == (plan.id, "Tea", START + minutes(400))
    assert [type(event) for event in evening.own_events()] == [StreamPlanned, StreamMoved]
    with pytest.raises(UserError, match="streams-plan-past"):
        async with evening.streams() as streams:
            await streams.move(evening.community_id, START)


async def test_a_plan_that_is_called_off_is_told_of(evening: Evening) -> None:
    async with evening.streams() as streams:
        await streams.plan(evening.community_id, START + minutes(300))
        await streams.cancel(evening.community_id)
    assert [type(event) for event in evening.own_events()] == [StreamPlanned, StreamCancelled]
    with pytest.raises(UserError, match="streams-none-planned"):
        async with evening.streams() as streams:
            await streams.move(evening.community_id, START + minutes(400))


async def test_planning_in_the_past_is_refused(evening: Evening) -> None:
    with pytest.raises(UserError) as refusal:
        async with evening.streams() as streams:
            await streams.plan(evening.community_id, START)
    assert (refusal.value.key, refusal.value.values) == ("streams-plan-past", {})


async def test_the_next_plan_is_called_off_and_then_none_is_left(evening: Evening) -> None:
    async with evening.streams() as streams:
        await streams.plan(evening.community_id, START + minutes(300))
        sooner = await streams.plan(evening.community_id, START + minutes(200))
    async with evening.streams() as streams:
        assert (await streams.cancel(evening.community_id)).id == sooner.id
    async with evening.streams() as streams:
        await streams.cancel(evening.community_id)
        with pytest.raises(UserError) as refusal:
            await streams.cancel(evening.community_id)
    assert refusal.value.key == "streams-none-planned"


@pytest.mark.long
async def test_a_plan_that_nobody_started_is_closed_after_two_days(evening: Evening) -> None:
    async with evening.streams() as streams:
        plan = await streams.plan(evening.community_id, START + minutes(60))
    evening.pass_time(timedelta(hours=49))
    assert await evening.tick() == 1
    async with evening.streams() as streams:
        closed = await streams.get(plan.id)
    assert closed is not None
    assert closed.state is StreamState.CLOSED


async def test_a_source_plans_moves_and_calls_off_its_own_stream(evening: Evening) -> None:
    plan = await evening.signal(PLANNED, title="Bowls", planned_for=START + minutes(300))
    moved = await evening.signal(PLANNED, planned_for=START + minutes(400))
    assert plan is not None
    assert moved is not None
    assert (moved.id, moved.title, moved.planned_for) == (plan.id, "Bowls", START + minutes(400))
    called_off = await evening.signal(CANCELLED)
    assert called_off is not None
    assert called_off.state is StreamState.CLOSED
    assert [type(event) for event in evening.events] == [StreamPlanned, StreamMoved, StreamCancelled]


async def test_a_source_does_not_call_off_what_a_host_planned(evening: Evening) -> None:
    (host,) = await add_members(evening.database, evening.community_id, 1)
    async with evening.streams() as streams:
        plan = await streams.plan(evening.community_id, START + minutes(300), "Bowls", host)
    await evening.signal(PLANNED, planned_for=START + minutes(310), title="Event")
    await evening.signal(CANCELLED)
    async with evening.streams() as streams:
        assert await streams.upcoming(evening.community_id) == [plan]


async def test_a_planned_reference_that_starts_early_is_the_planned_stream(evening: Evening) -> None:
    plan = await evening.signal(PLANNED, title="Bowls", planned_for=START + minutes(300))
    live = await evening.signal(STARTED)
    assert plan is not None
    assert live is not None
    assert (live.id, live.title) == (plan.id, "Bowls")


# ---- what is kept of a stream -------------------------------------------------------------------------------------


async def test_notes_and_shout_outs_are_kept(evening: Evening) -> None:
    host, guest = await add_members(evening.database, evening.community_id, 2)
    stream = (await evening.start()).stream
    async with evening.streams() as streams:
        await streams.note(stream.id, host, " the glaze cracked ")
        await streams.shout_out(stream.id, host, guest, "brought tea")
        notes = await streams.notes(stream.id)
        with pytest.raises(UserError) as refusal:
            await streams.note(stream.id, host, " ")
    assert refusal.value.key == "streams-note-empty"
    assert [(note.kind, note.text, note.subject_id) for note in notes] == [
        (NoteKind.NOTE, "the glaze cracked", None),
        (NoteKind.SHOUT_OUT, "brought tea", guest),
    ]


@pytest.mark.parametrize(("title", "key"), [(" ", "streams-title-empty"), ("x" * 201, "streams-title-long")])
async def test_a_title_that_cannot_stand_is_refused(evening: Evening, title: str, key: str) -> None:
    stream = (await evening.start("Teapots")).stream
    async with evening.streams() as streams:
        await streams.rename(stream.id, "Cups  and bowls")
        with pytest.raises(UserError) as refusal:
            await streams.rename(stream.id, title)
    assert refusal.value.key == key
    assert (await evening.newest()).title == "Cups and bowls"


async def test_the_numbers_of_a_live_stream_are_told(evening: Evening) -> None:
    stream = (await evening.start()).stream
    for name in ("Ada", "Bo", "Ada"):
        evening.says(name)
    evening.says("Bo", kind=PresenceKind.QUESTION)
    await evening.flush()
    assert await evening.summary(stream) == Summary(people=2, messages=4, questions=1, askers=1, person_slots=2)


async def test_everybody_who_was_there_gets_one_activity_however_often_it_is_recorded(evening: Evening) -> None:
    stream = (await evening.start()).stream
    for number in range(30):
        evening.says(f"Guest {number}")
        evening.says("Ada", at=START + minutes(number))
    evening.pass_time(minutes(30))
    await evening.flush()
    await evening.end()
    assert await record_attended(evening.database, stream.id) == 31
    assert await record_attended(evening.database, stream.id) == 0
    async with evening.database.read() as reader:
        query = "SELECT kind, reference, value FROM activities ORDER BY value DESC LIMIT 1"
        assert [tuple(row) for row in await reader.fetch(query)] == [("attended", f"stream:{stream.id}", 3.0)]
