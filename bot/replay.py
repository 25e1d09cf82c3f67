"""Replay: a recorded stream chat becomes attendance, and the follow-ups of its 48 hours are planned, or simulated."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.app import App, open_app
from bot.clock import Clock, SystemClock, VirtualClock
from bot.community.chat_import import ImportedMessage, import_messages
from bot.community.communities import Communities
from bot.community.past_streams import end_past_stream, keep_past_stream, move_past_stream
from bot.community.stream_sources import SourceRef
from bot.community.streams import FOLLOW_UP, Streams
from bot.config import Config
from bot.core.settling import settle
from bot.core.triggering import install_journeys, stream_ended
from bot.delivery.accounting import Report, follow_ups, report_on
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.delivery.replanning import plan_anew
from bot.local_bot import local_chat
from bot.model.identity import AccountRef, Community
from bot.model.ports import Platform
from bot.model.sources import StreamSource
from bot.platforms.local.records import SPACE
from bot.simulations import keep_newest, simulation_of
from bot.sources.recorded import BrokenLine, RecordedMessage, Recording, open_recording
from bot.surroundings import Surroundings
from bot.text.refusals import FileRefusedError

BROKEN_SHOWN = 5


class Found(Struct, frozen=True):
    """What the first reading of the file says: how long it is, what is broken in it."""

    recording: Recording
    last: timedelta
    broken: Sequence[BrokenLine]
    broken_count: int
    started_at: datetime
    zone_taken: str | None  # the zone of its moments, where the file itself names none
    content: str  # a hash of all in it that counts, so that a simulation is of this very file


class Replayed(Struct, frozen=True):
    """A replay's report, with what a person wants to know besides."""

    report: Report
    found: Found
    ended_at: datetime
    too_old: bool  # its 48 hours were over, so nobody was enrolled
    new_messages: int
    held: bool  # whether a moderator has to let go what was planned
    simulated_in: Path | None  # the folder of the simulation's own database
    moved: int  # for how many people what was planned already, and has not left, moved with the stream's end


Progress = Callable[[str, float], None]
"""Told what is being done, and which share of it is done."""


def look_into(path: Path, zone: str, ended_at: datetime | None, now: datetime | None, progress: Progress) -> Found:
    """Read the file once before anything is changed. Raises InputFileError when it cannot be used.

    `zone` is taken for moments that name none. `now` is what the stream must have ended before; None where the clock
    is set to its end anyway.
    """
    recording = open_recording(path, ZoneInfo(zone))
    broken: list[BrokenLine] = []
    broken_count, last, content = 0, timedelta(0), hashlib.sha256(str(recording.started_at).encode())
    for entry in recording.messages(lambda done: progress("reading", done / max(1, recording.total_bytes))):
        if isinstance(entry, BrokenLine):
            broken_count += 1
            broken += [entry] * (len(broken) < BROKEN_SHOWN)
        else:
            last = max(last, entry.offset)
            said = (entry.key, entry.author_id, entry.author_name, entry.offset, entry.is_question)
            content.update(repr(said).encode())
    started = ended_at - last if ended_at else recording.started_at
    if started is None:
        raise FileRefusedError("recording-no-day", file=path.name, option='--ended-at "2026-11-20 20:00"')
    if now is not None and started + last > now:
        raise FileRefusedError("recording-in-future", file=path.name, moment=f"{started + last:%Y-%m-%d %H:%M}")
    taken = zone if recording.zone_is_taken and ended_at is None else None
    return Found(recording, last, tuple(broken), broken_count, started.astimezone(UTC), taken, content.hexdigest())


async def replay(
    config: Config, path: Path, *, simulate: bool, ended_at: datetime | None, progress: Progress
) -> Replayed:
    """Import the recording and plan its follow-ups; with `simulate`, live through its 48 hours on a clock of its own.

    Each simulation has a database of its own (below `simulation` in the data folder) and sends nothing anywhere.
    """
    found = look_into(path, config.community.zone, ended_at, None if simulate else SystemClock().now(), progress)
    end = found.started_at + found.last
    clock = VirtualClock(end) if simulate else SystemClock()
    own = simulation_of(config, found.recording, found.content, ended_at) if simulate else config
    async with _bot(own, clock, simulate=simulate) as app:
        community = await _community(app)
        done = await _import(app, community, found, progress, moves=ended_at is not None)
        moved = await plan_anew(app.parts.database, community, f"stream:{done.stream_id}", done.ended_at)
        if isinstance(clock, VirtualClock):
            await _live_through(app, clock, done.ended_at, community, progress)
        else:
            # Only what this import brought: the community's other jobs need the platforms that `run` connects.
            what = {"community_id": community.id, "stream_id": done.stream_id}
            await stream_ended(app.parts, what, f"replay-{done.stream_id}")
        async with app.parts.work() as work:
            outcomes = await follow_ups(work, community.id, done.stream_id)
            report = await report_on(work, done.stream_id, outcomes, broken_lines=found.broken_count)
        too_old = clock.now() >= done.ended_at + FOLLOW_UP and not simulate
        where = own.data_folder if simulate else None
        held = await _is_held(app, community)
        return Replayed(report, found, done.ended_at, too_old, done.new, held, where, moved)


def _bot(config: Config, clock: Clock, *, simulate: bool) -> AbstractAsyncContextManager[App]:
    if not simulate:
        return open_app(config, clock=clock, make_platforms=_unconnected, make_sources=_unwatched, alone=False)
    keep_newest(config.data_folder)
    return open_app(config, clock=clock, make_platforms=_unconnected, make_sources=_unwatched)


def _unconnected(around: Surroundings) -> Sequence[Platform]:
    """Without a configured platform people get local accounts and inboxes; with one, names are only counted."""
    if around.config.discord.token or around.config.telegram.token:
        return ()
    return local_chat(around)


def _unwatched(around: Surroundings) -> Sequence[StreamSource]:
    """Nobody watches while a recording is taken in, so no source is built and its libraries stay unread."""
    return ()


async def _community(app: App) -> Community:
    async with app.parts.work() as work:
        known = await Communities(work).all()
        community = known[0] if known else await settle(app.parts, work, SPACE)
        await install_journeys(work, app.parts.registry, community.id)
        return community


class _Imported(Struct, frozen=True):
    """The stream that a recording became, and how many of its messages were new."""

    stream_id: int
    ended_at: datetime
    new: int


async def _import(app: App, community: Community, found: Found, progress: Progress, *, moves: bool) -> _Imported:
    """Count who was there and let the stream end. Broken off, it goes on when it is called again.

    `moves`: a stream that is known already has the start that was found now.
    """
    recording = found.recording
    source = SourceRef(community.id, f"recording-{recording.source}", recording.reference)
    async with app.parts.work() as work:
        title = recording.title or app.parts.defaults.name
        stream_id, told = await keep_past_stream(work, source, title, found.started_at)
        moved = moves and await move_past_stream(work, stream_id, found.started_at)
    platform = "local" if "local" in app.parts.platforms else recording.source
    rows = _rows(recording, platform, progress)
    done = await import_messages(app.parts.database, stream_id, rows)
    async with app.parts.work() as work:
        if done.new or moved or not told:
            await end_past_stream(work, community.id, stream_id, again=told)
        stream = await Streams(work).get(stream_id)
    assert stream is not None and stream.ended_at is not None
    return _Imported(stream_id, stream.ended_at, done.new)


def _rows(recording: Recording, platform: str, progress: Progress) -> Iterator[ImportedMessage]:
    prefix = f"{recording.source}-" if platform == "local" else ""
    for entry in recording.messages(lambda done: progress("counting", done / max(1, recording.total_bytes))):
        if isinstance(entry, RecordedMessage):
            account = AccountRef(platform, prefix + entry.author_id)
            yield ImportedMessage(entry.key, account, entry.author_name, entry.offset, entry.is_question)


async def _live_through(app: App, clock: VirtualClock, end: datetime, community: Community, progress: Progress) -> None:
    """The 48 hours in steps of one, so that the progress moves. A simulation needs nobody's approval."""
    async with app.parts.work() as work:
        for kept in await Journeys(work).all(community.id):
            await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)
    for hour in range(1, 49):
        await app.live_until(clock, end + timedelta(hours=hour))
        progress("simulating", hour / 48)
    await app.live_until(clock, end + FOLLOW_UP + timedelta(minutes=1))


async def _is_held(app: App, community: Community) -> bool:
    """Whether one of the journeys waits for a person's yes."""
    async with app.parts.work() as work:
        kept = await Journeys(work).all(community.id)
    return any(one.status in (JourneyStatus.SHADOW, JourneyStatus.WAITING) for one in kept)
