"""How a stream moves from state to state; whoever moves one holds the community's turn."""

from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from bot.community.counting import does_count, number_streams
from bot.community.ends import ends_taken_back
from bot.community.stream import DEBOUNCE, Stream, StreamState, stream_by_id, stream_on
from bot.model.events import (
    StreamCancelled,
    StreamEnded,
    StreamMoved,
    StreamPlanned,
    StreamStarted,
    StreamWentOn,
)
from bot.storage.queue import Line, enqueue
from bot.storage.tables import communities, streams
from bot.storage.work import Work

SILENCE: Final = timedelta(hours=12)
"""A live stream without any sign of life for so long has ended unnoticed."""


LATE: Final = timedelta(hours=1)
"""An end that is found so long after it was certain, as by a bot that was down, has been noticed by nobody."""


class Transitions:
    """The moves themselves. Each method expects `take_turn` to have been called for the community before."""

    def __init__(self, work: Work, debounce: timedelta = DEBOUNCE, silence: timedelta = SILENCE) -> None:
        self._work = work
        self.debounce = debounce
        self.silence = silence

    async def take_turn(self, community_id: int) -> None:
        """Open the transaction and keep other processes from moving this community's streams until it ends.

        SQLite has one writer, so opening is enough; on PostgreSQL the community's row is locked.
        """
        transaction = await self._work.transaction()
        query = sa.select(communities.c.id).where(communities.c.id == community_id)
        await transaction.row(query.with_for_update(key_share=True))

    async def current(self, community_id: int, at: datetime) -> Stream | None:
        """The stream that is live or ending at `at`; one whose end has become certain until then is ended first."""
        stream = await stream_on(self._work, community_id)
        if stream is None or not await self.settle(stream, at):
            return stream
        return None

    async def settle(self, stream: Stream, at: datetime) -> bool:
        """End `stream` if its end is certain at `at`; whether it was."""
        ended_at = self.end_of(stream, at)
        if ended_at is not None:
            told_at = None if stream.ending_since is None else stream.ending_since + self.debounce
            unnoticed = told_at is None or at >= told_at + LATE
            await self.finish(stream, ended_at, until=stream.ending_since or at, unnoticed=unnoticed)
        return ended_at is not None

    def end_of(self, stream: Stream, at: datetime) -> datetime | None:
        """When `stream` ended, by what is known at `at`; None while that is not certain.

        It is the last sign of life: of an ending stream the end that its sources told, or attendance after that, but
        none from after the debounce; of a live one that fell silent the last thing that was seen.
        """
        if stream.state is StreamState.ENDING and stream.ending_since is not None:
            return self.last_sign(stream) if at >= stream.ending_since + self.debounce else None
        return self.last_sign(stream) if at >= self.last_sign(stream) + self.silence else None

    def last_sign(self, stream: Stream) -> datetime:
        """The last sign of life of a stream that went live."""
        seen = stream.last_sign_at or stream.started_at
        assert seen is not None, "a stream that went live has a start"
        if stream.ending_since is None:
            return seen
        return min(max(stream.ending_since, seen), stream.ending_since + self.debounce)

    async def plan(self, community_id: int, when: datetime, title: str, host_id: int | None) -> Stream:
        """Announce a stream for `when`; emits StreamPlanned."""
        values = {"title": title, "state": StreamState.PLANNED, "planned_for": when, "host_id": host_id}
        stream_id = await self._work.insert(sa.insert(streams).values(community_id=community_id, **values))
        self._work.emit(StreamPlanned(community_id=community_id, at=self._work.now, stream_id=stream_id))
        return await self._again(stream_id)

    async def move_plan(self, plan: Stream, when: datetime, title: str) -> Stream:
        """Give a planned stream another time, and another title unless that is empty; a new time emits StreamMoved."""
        if when != plan.planned_for:
            self._work.emit(StreamMoved(community_id=plan.community_id, at=self._work.now, stream_id=plan.id))
        return await self._put(plan, planned_for=when, title=title or plan.title)

    async def call_off(self, plan: Stream) -> Stream:
        """A planned stream will not take place; emits StreamCancelled."""
        self._work.emit(StreamCancelled(community_id=plan.community_id, at=self._work.now, stream_id=plan.id))
        return await self.close(plan)

    async def begin(
        self, community_id: int, at: datetime, *, plan: Stream | None, title: str, host_id: int | None
    ) -> Stream:
        """A stream goes live at `at`: the planned one, or a new one. Gives it its number; emits StreamStarted."""
        highest = sa.select(sa.func.max(streams.c.number)).where(streams.c.community_id == community_id)
        live: dict[str, Any] = {
            "number": (await self._work.value(highest) or 0) + 1,
            "state": StreamState.LIVE,
            "started_at": at,
            "last_sign_at": at,
            "title": title,
            "host_id": host_id,
        }
        if plan is None:
            stream_id = await self._work.insert(sa.insert(streams).values(community_id=community_id, **live))
            stream = await self._again(stream_id)
        else:
            stream = await self._put(plan, **live | {"host_id": host_id or plan.host_id, "title": title or plan.title})
        self._work.emit(StreamStarted(community_id=community_id, at=at, stream_id=stream.id))
        return stream

    async def sign(self, stream: Stream, at: datetime) -> Stream:
        """`stream` is live at `at`, and ending no more if it was."""
        return await self._put(
            stream, state=StreamState.LIVE, ending_since=None, last_sign_at=max(at, stream.last_sign_at or at)
        )

    async def let_end(self, stream: Stream, since: datetime) -> Stream:
        """All sources of `stream` are gone since `since`: it ends unless one comes back in time."""
        since = max(since, stream.started_at or since)
        return await self._put(stream, state=StreamState.ENDING, ending_since=since)

    async def finish(
        self, stream: Stream, ended_at: datetime, *, until: datetime, by_hand: bool = False, unnoticed: bool = False
    ) -> Stream:
        """The end of `stream` is certain; emits StreamEnded, unless it does not count: then it loses its number.

        It was on `until` then: where nobody told of its end, that is longer than there were signs of life.
        """
        ended_at = max(ended_at, stream.started_at or ended_at)
        since = None if by_hand else stream.ending_since
        ended = await self._put(stream, state=StreamState.ENDED, ended_at=ended_at, ending_since=since)
        if await does_count(self._work, ended, until):
            await self._tell_of_end(ended, ended_at, unnoticed=unnoticed)
            return ended
        ended = await self._put(ended, number=None)
        await number_streams(self._work, stream.community_id)
        left_out = {"community_id": stream.community_id, "stream_id": stream.id}
        await enqueue(await self._work.transaction(), Line("core", "stream_left_out", left_out), self._work.now)
        return ended

    async def recount(self, stream: Stream) -> Stream:
        """A stream that did not count at its end does when it turns out that somebody was there; emits StreamEnded."""
        if stream.counts or stream.ended_at is None or not await does_count(self._work, stream, stream.ended_at):
            return stream
        await self._put(stream, number=0)
        await number_streams(self._work, stream.community_id)
        await self._tell_of_end(stream, stream.ended_at)
        return await self._again(stream.id)

    async def _tell_of_end(self, stream: Stream, at: datetime, *, unnoticed: bool = False) -> None:
        again = await ends_taken_back(self._work, stream)
        what = {"community_id": stream.community_id, "stream_id": stream.id, "again": again}
        self._work.emit(StreamEnded(**what, at=at, unnoticed=unnoticed))

    async def move_end(self, stream: Stream, ended_at: datetime) -> Stream:
        """`stream` ended at another time than was thought: what follows it counts from that."""
        moved = await self._put(stream, ended_at=ended_at, last_sign_at=ended_at)
        what = {"community_id": stream.community_id, "stream_id": stream.id}
        line = Line("core", "stream_ended", what, community_id=stream.community_id)
        await enqueue(await self._work.transaction(), line, self._work.now)
        return moved

    async def go_on(self, stream: Stream, at: datetime, by: int | None) -> Stream:
        """The end of `stream` is taken back: it is live, with its number and all that was seen; emits StreamWentOn."""
        assert stream.ended_at is not None, "what ended has an end"
        live = {"state": StreamState.LIVE, "ended_at": None, "ending_since": None, "last_sign_at": at}
        await self._put(stream, **live, number=stream.number or 0)
        await number_streams(self._work, stream.community_id)
        told = StreamWentOn(
            community_id=stream.community_id, at=at, stream_id=stream.id, ended_at=stream.ended_at, by=by
        )
        self._work.emit(told)
        return await self._again(stream.id)

    async def close(self, stream: Stream) -> Stream:
        """The time after `stream` is over as well; or it was planned and never came."""
        return await self._put(stream, state=StreamState.CLOSED)

    async def _put(self, stream: Stream, **values: Any) -> Stream:
        await self._work.execute(sa.update(streams).where(streams.c.id == stream.id).values(**values))
        return await self._again(stream.id)

    async def _again(self, stream_id: int) -> Stream:
        stream = await stream_by_id(self._work, stream_id)
        assert stream is not None, "streams are never deleted"
        return stream
