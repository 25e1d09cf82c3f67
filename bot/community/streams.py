"""Streams: what hosts do with them, what sources say about them, and the moves that only time makes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.counting import does_count
from bot.community.ends import is_fresh_end, note_end, note_going_on, note_other_end
from bot.community.signals import TITLE_LENGTH, Signals
from bot.community.stream import (
    DEBOUNCE,
    ON,
    OVER,
    PLAN_WINDOW,
    Stream,
    StreamState,
    find_due,
    find_stream,
    find_streams,
    nearest_plan,
    newest_over,
    stream_by_id,
    stream_on,
)
from bot.community.stream_sources import Source, SourceRef, Sources
from bot.community.transitions import SILENCE, Transitions
from bot.errors import UserError
from bot.model.incoming import StreamSignal
from bot.storage.tables import stream_notes, streams
from bot.storage.work import Work
from bot.text.markup import shortened

LONGEST_NOTE: Final = 500
GIVEN_BACK: Final = 1500
"""How much of a note that is too long goes back to its author: as much as one message can show everywhere."""

HOST: Final = "host"
"""The source that a host's own command counts as."""

FOLLOW_UP: Final = timedelta(hours=48)
"""After its end a stream stays open for so long; then it is closed."""

_DUE_AT_ONCE: Final = 50


class StartOutcome(StrEnum):
    """What a host's start came to."""

    NEW = "new"
    CONTINUED = "continued"  # it was ending, and goes on
    WENT_ON = "went_on"  # a host had ended it a moment ago, and took that back
    ALREADY_LIVE = "already_live"


class Started(Struct, frozen=True):
    """The stream that is live after a host's start, and whether the start made it so."""

    stream: Stream
    outcome: StartOutcome


class NoteKind(StrEnum):
    """What a host keeps of a stream."""

    NOTE = "note"
    SHOUT_OUT = "shout_out"


class StreamNote(Struct, frozen=True):
    """A moment worth repeating, or thanks to a member (`subject_id`)."""

    id: int
    kind: NoteKind
    text: str
    at: datetime
    author_id: int
    subject_id: int | None


class Streams:
    """A community's streams. A host's command always wins over what sources say.

    A stream that a host started is held by the host like by a source: the end of other sources does not end it.
    """

    def __init__(self, work: Work, debounce: timedelta = DEBOUNCE, silence: timedelta = SILENCE) -> None:
        self._work = work
        self._transitions = Transitions(work, debounce, silence)

    async def start(
        self,
        community_id: int,
        *,
        host_id: int | None = None,
        title: str = "",
        at: datetime | None = None,
        source: str = HOST,
        reference: str = "",
        go_on_within: timedelta = timedelta(0),
    ) -> Started:
        """Go live, `at` (aware; now when None, never in the future) or right after the stream before, if that is later.

        A stream that is live already stays as it is; one that is ending goes on, and so does one that a host ended less
        than `go_on_within` ago, unless the title is another or another is planned for now; one planned within two hours
        becomes live; else a new one does. Raises UserError "streams-title-long" (limit).
        """
        title = _checked(title)
        await self._transitions.take_turn(community_id)
        moment = self._moment(at)
        stream = await self._transitions.current(community_id, moment)
        if stream is not None and stream.state is StreamState.LIVE:
            return Started(stream, StartOutcome.ALREADY_LIVE)
        if stream is not None:
            outcome, stream = StartOutcome.CONTINUED, await self._transitions.sign(stream, moment)
        elif (over := await self._may_go_on(community_id, title, moment, go_on_within)) is not None:
            outcome, stream = StartOutcome.WENT_ON, await self._take_back(over, moment, host_id)
        else:
            outcome, stream = StartOutcome.NEW, await self._begin(community_id, moment, title, host_id)
        ref = SourceRef(community_id, source, reference or str(stream.id))
        await Sources(self._work).put(Source(ref, stream.id, live=True, changed_at=moment))
        return Started(stream, outcome)

    async def _may_go_on(self, community_id: int, title: str, at: datetime, within: timedelta) -> Stream | None:
        """The stream whose end a start takes back, or None where it means another one."""
        over = await newest_over(self._work, community_id)
        if over is None or title not in ("", over.title) or not await is_fresh_end(self._work, over, within):
            return None
        plan = await nearest_plan(self._work, community_id, at)
        is_planned = plan is not None and plan.planned_for is not None and abs(plan.planned_for - at) <= within
        return None if is_planned else over

    async def _take_back(self, stream: Stream, at: datetime, by: int | None) -> Stream:
        await note_going_on(self._work, stream, by)
        return await self._transitions.go_on(stream, at, by)

    async def take_back_end(
        self, community_id: int, stream_id: int, *, by: int | None, within: timedelta
    ) -> tuple[Stream, bool]:
        """Let a stream go on that a host ended less than `within` ago: the same one, and whether this made it so.

        What was planned since waits until its true end, and counts from that then; what has left is not repeated.
        Raises UserError "streams-end-stands" (minutes, newer), and then nothing has changed.
        """
        await self._transitions.take_turn(community_id)
        stream = await stream_by_id(self._work, stream_id)
        assert stream is not None and stream.community_id == community_id
        if stream.is_on:
            return stream, False
        newest, on = await newest_over(self._work, community_id), await stream_on(self._work, community_id)
        newer = on is not None or newest is None or newest.id != stream.id
        if newer or not await is_fresh_end(self._work, stream, within):
            minutes = int(within.total_seconds() // 60)
            raise UserError("streams-end-stands", minutes=minutes, newer=newer)
        stream = await self._take_back(stream, self._work.now, by)
        await Sources(self._work).put(
            Source(SourceRef(community_id, HOST, str(stream.id)), stream.id, live=True, changed_at=self._work.now)
        )
        return stream, True

    async def _begin(self, community_id: int, at: datetime, title: str, host_id: int | None) -> Stream:
        over = await newest_over(self._work, community_id)
        at = max(at, over.ended_at) if over is not None and over.ended_at is not None else at
        plan = await nearest_plan(self._work, community_id, at)
        return await self._transitions.begin(community_id, at, plan=plan, title=title, host_id=host_id)

    async def end(self, community_id: int, *, at: datetime | None = None, by: int | None = None) -> Stream:
        """End the stream that is live, `at` (aware; now when None, never in the future), without a debounce.

        One that is ending already, or fell silent, ended at its last sign of life. What it returns may not count.
        `by` is the member who ended it: it is noted, and may be taken back. Raises UserError "streams-none-live".
        """
        await self._transitions.take_turn(community_id)
        stream = await stream_on(self._work, community_id)
        if stream is None:
            raise UserError("streams-none-live")
        moment = self._moment(at)
        if stream.state is StreamState.ENDING:
            ended_at = min(moment, self._transitions.last_sign(stream))
        else:
            ended_at = self._transitions.end_of(stream, moment) or moment
        if by is not None:
            await note_end(self._work, stream, by)
        return await self._transitions.finish(stream, ended_at, until=stream.ending_since or moment, by_hand=True)

    async def correct_end(self, community_id: int, stream_id: int, at: datetime, *, by: int) -> Stream:
        """A stream that is over ended `at` (aware) instead; what has not left yet counts from that.

        Raises UserError "streams-end-impossible" for a time before its start, to come, or after the next one's start,
        and "streams-end-closed" when its 48 hours are over.
        """
        await self._transitions.take_turn(community_id)
        stream = await stream_by_id(self._work, stream_id)
        assert stream is not None and stream.community_id == community_id
        if stream.state is not StreamState.ENDED or stream.started_at is None:
            raise UserError("streams-end-closed")
        later = (streams.c.community_id == community_id) & (streams.c.started_at > stream.started_at)
        follower = await find_stream(self._work, later, order=streams.c.started_at)
        latest = self._work.now if follower is None or follower.started_at is None else follower.started_at
        if not stream.started_at < at <= latest:
            raise UserError("streams-end-impossible")
        await note_other_end(self._work, stream, at, by)
        return await self._transitions.move_end(stream, at)

    async def plan(self, community_id: int, when: datetime, title: str = "", host_id: int | None = None) -> Stream:
        """Announce a stream for `when` (aware).

        Raises UserError "streams-plan-past", "streams-title-long", and "streams-plan-twice" where it is planned so.
        """
        self._check_to_come(when)
        title = _checked(title)
        await self._transitions.take_turn(community_id)
        if any((plan.planned_for, plan.title) == (when, title) for plan in await self.upcoming(community_id)):
            raise UserError("streams-plan-twice", title=title, titled=bool(title))
        return await self._transitions.plan(community_id, when, title, host_id)

    async def cancel(self, community_id: int, stream_id: int | None = None) -> Stream:
        """Call off a planned stream: this one, or the next. Raises UserError "streams-none-planned"."""
        return await self._transitions.call_off(await self._planned(community_id, stream_id))

    async def move(self, community_id: int, when: datetime, stream_id: int | None = None) -> Stream:
        """Give a planned stream, this one or the next, another time (aware).

        Raises UserError "streams-plan-past", "streams-none-planned".
        """
        self._check_to_come(when)
        return await self._transitions.move_plan(await self._planned(community_id, stream_id), when, "")

    async def _planned(self, community_id: int, stream_id: int | None) -> Stream:
        await self._transitions.take_turn(community_id)
        plans = await self.upcoming(community_id)
        plan = next((plan for plan in plans if stream_id in (None, plan.id)), None)
        if plan is None:
            raise UserError("streams-none-planned")
        return plan

    def _check_to_come(self, when: datetime) -> None:
        if when <= self._work.now:
            raise UserError("streams-plan-past")

    async def rename(self, stream_id: int, title: str) -> None:
        """Give the stream another title. Raises UserError "streams-title-empty", "streams-title-long" (limit)."""
        title = _checked(title)
        if not title:
            raise UserError("streams-title-empty")
        await self._work.execute(sa.update(streams).where(streams.c.id == stream_id).values(title=title))

    async def note(self, stream_id: int, author_id: int, text: str) -> int:
        """Keep a moment for the recap; returns the note's id.

        Raises UserError "streams-note-empty", or "streams-note-long" with the text, so that it is not lost.
        """
        if not text.strip():
            raise UserError("streams-note-empty")
        if len(text.strip()) > LONGEST_NOTE:
            raise UserError("streams-note-long", limit=LONGEST_NOTE, text=shortened(text.strip(), GIVEN_BACK))
        return await self._keep(stream_id, author_id, NoteKind.NOTE, text, None)

    async def shout_out(self, stream_id: int, author_id: int, member_id: int, why: str = "") -> int:
        """Thank a member in front of everybody; returns the note's id."""
        return await self._keep(stream_id, author_id, NoteKind.SHOUT_OUT, why, member_id)

    async def _keep(self, stream_id: int, author_id: int, kind: NoteKind, text: str, subject_id: int | None) -> int:
        who = {"stream_id": stream_id, "author_id": author_id, "subject_id": subject_id}
        what = {"kind": kind, "text": text.strip(), "at": self._work.now}
        await self.shows_life(stream_id)
        return await self._work.insert(sa.insert(stream_notes).values(**who, **what))

    async def shows_life(self, stream_id: int) -> None:
        """A host did something for the stream that is on: that is a sign of its life, as presence is."""
        now = self._work.now
        older = (streams.c.id == stream_id) & streams.c.state.in_(ON) & (streams.c.last_sign_at < now)
        await self._work.execute(sa.update(streams).where(older).values(last_sign_at=now))

    async def notes(self, stream_id: int) -> Sequence[StreamNote]:
        """What hosts kept of the stream, oldest first."""
        columns = (stream_notes.c[name] for name in ("id", "kind", "text", "at", "author_id", "subject_id"))
        query = sa.select(*columns).where(stream_notes.c.stream_id == stream_id).order_by(stream_notes.c.id)
        return [StreamNote(row[0], NoteKind(row[1]), *row[2:]) for row in await self._work.rows(query)]

    async def get(self, stream_id: int) -> Stream | None:
        """The stream of this id, or None."""
        return await stream_by_id(self._work, stream_id)

    async def counts(self, stream: Stream) -> bool:
        """Whether the stream counts; of one that is on, whether it would if it ended now."""
        return stream.counts if not stream.is_on else await does_count(self._work, stream, self._work.now)

    async def recount(self, community_id: int, stream_id: int) -> bool:
        """Let a stream count after all for which presence was written after its end; whether it does."""
        await self._transitions.take_turn(community_id)
        stream = await stream_by_id(self._work, stream_id)
        return stream is not None and (await self._transitions.recount(stream)).counts

    async def was_typed(self, stream_id: int) -> bool:
        """Whether a host began the stream, or let it go on, by a command or a button."""
        return await Sources(self._work).names(HOST, stream_id)

    async def live(self, community_id: int) -> Stream | None:
        """The stream that is live or ending, or None."""
        return await stream_on(self._work, community_id)

    async def newest(self, community_id: int, *, over: bool = False) -> Stream | None:
        """The newest stream that went live and counts, or None; only one that is `over` where that is asked."""
        where = (streams.c.community_id == community_id, streams.c.number.is_not(None))
        ended = (streams.c.state.in_(OVER),) if over else ()
        return await find_stream(self._work, *where, *ended, order=streams.c.number.desc())

    async def before(self, stream: Stream) -> Stream | None:
        """The one that counts and went live before this one, or None."""
        where = (streams.c.community_id == stream.community_id, streams.c.number < stream.number)
        return await find_stream(self._work, *where, order=streams.c.number.desc())

    async def upcoming(self, community_id: int) -> Sequence[Stream]:
        """The planned streams, next one first; one that is late stays among them while it may still start."""
        late = self._work.now - PLAN_WINDOW
        planned = (streams.c.state == StreamState.PLANNED, streams.c.planned_for >= late)
        where = (streams.c.community_id == community_id, *planned)
        return await find_streams(self._work, *where, order=streams.c.planned_for)

    async def signal(self, community_id: int, signal: StreamSignal, host_id: int | None = None) -> Stream | None:
        """Act on what a source says; returns the stream that it was taken for, None when it changed nothing."""
        return await Signals(self._work, self._transitions).act(community_id, signal, host_id)

    async def tick(self, now: datetime) -> int:
        """Make the moves that are due: ends that stood, silent streams, closings. Returns how many were made.

        Write what the attendance counter holds before, so that the last signs of life are known.
        """
        moved = 0
        for stream in await self._due(now):
            await self._transitions.take_turn(stream.community_id)
            newest = await stream_by_id(self._work, stream.id)
            if newest is None or newest.state is not stream.state:
                continue  # another process was faster
            if newest.state in ON:
                moved += await self._transitions.settle(newest, now)
            else:
                await self._transitions.close(newest)
                moved += 1
        return moved

    async def _due(self, now: datetime) -> Sequence[Stream]:
        """The streams that may be due, by community, so that two processes lock them in the same order."""
        ending, live = now - self._transitions.debounce, now - self._transitions.silence
        return (await find_due(self._work, ending=ending, live=live, over=now - FOLLOW_UP))[:_DUE_AT_ONCE]

    def _moment(self, at: datetime | None) -> datetime:
        return self._work.now if at is None else min(at, self._work.now)


def _checked(title: str) -> str:
    title = " ".join(title.split())
    if len(title) > TITLE_LENGTH:
        raise UserError("streams-title-long", limit=TITLE_LENGTH)
    return title
