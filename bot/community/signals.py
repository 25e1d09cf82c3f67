"""What the sources of a stream say, made into starts and ends that can be relied on."""

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.community.stream import Stream, StreamState, nearest_plan, newest_over, stream_by_id
from bot.community.stream_sources import Source, SourceRef, Sources
from bot.community.transitions import Transitions
from bot.model.incoming import SignalKind, StreamSignal
from bot.storage.work import Work

HELD: Final = timedelta(minutes=30)
"""For so long after a host's end a source that still says "live" does not bring the stream back."""

TITLE_LENGTH: Final = 200


class _Heard(Struct, frozen=True):
    """One signal, with what is known about its reference. `at` is never in the future."""

    ref: SourceRef
    at: datetime
    title: str
    host_id: int | None
    known: Source | None
    former: Stream | None  # the stream that the reference told of until now

    @property
    def plan(self) -> Stream | None:
        return self.former if self.former is not None and self.former.state is StreamState.PLANNED else None

    @property
    def is_stale(self) -> bool:
        """Whether the same source said something newer before, as signals may come out of order."""
        return self.known is not None and self.plan is None and self.at < self.known.changed_at


class Signals:
    """Acts on signals. Repeated ones, late ones and those of unknown ends do nothing."""

    def __init__(self, work: Work, transitions: Transitions) -> None:
        self._work = work
        self._transitions = transitions
        self._sources = Sources(work)

    async def act(self, community_id: int, signal: StreamSignal, host_id: int | None) -> Stream | None:
        """Do what `signal` asks for; returns the stream that it was taken for, None when it was ignored."""
        await self._transitions.take_turn(community_id)
        heard = await self._heard(community_id, signal, host_id)
        match signal.kind:
            case SignalKind.STARTED:
                return await self._started(heard)
            case SignalKind.ENDED:
                if heard.known is None and signal.began_at is not None:
                    await self._started(replace(heard, at=min(signal.began_at, heard.at)))
                    heard = await self._heard(community_id, signal, host_id)
                return await self._ended(heard)
            case SignalKind.PLANNED:
                return await self._planned(heard, signal.planned_for)
            case SignalKind.CANCELLED:
                return await self._cancelled(heard)

    async def _heard(self, community_id: int, signal: StreamSignal, host_id: int | None) -> _Heard:
        ref = SourceRef(community_id, signal.source, signal.reference)
        known = await self._sources.find(ref)
        former = None if known is None else await stream_by_id(self._work, known.stream_id)
        title = " ".join(signal.title.split())[:TITLE_LENGTH]
        return _Heard(ref, min(signal.at, self._work.now), title, host_id, known, former)

    async def _started(self, heard: _Heard) -> Stream | None:
        if heard.is_stale and heard.known is not None and not heard.known.live:
            return None
        current = await self._transitions.current(heard.ref.community_id, heard.at)
        if await self._is_of_the_past(heard) or (current is None and _is_held(heard)):
            return None
        if current is None:
            stream = await self._begin(heard)
        else:
            stream = await self._transitions.sign(current, heard.at)
            if heard.plan is not None:
                await self._transitions.close(heard.plan)  # what was planned has begun under another name
        newest = heard.at if heard.known is None else max(heard.at, heard.known.changed_at)
        await self._sources.put(Source(heard.ref, stream.id, live=True, changed_at=newest))
        return stream

    async def _begin(self, heard: _Heard) -> Stream:
        plan = heard.plan or await nearest_plan(self._work, heard.ref.community_id, heard.at)
        # What a host called the plan says more than what a platform calls its stream.
        title = heard.title if plan is None or not plan.title else plan.title
        return await self._transitions.begin(
            heard.ref.community_id, heard.at, plan=plan, title=title, host_id=heard.host_id
        )

    async def _is_of_the_past(self, heard: _Heard) -> bool:
        """A start from before the newest end: told so late that its stream is over."""
        over = await newest_over(self._work, heard.ref.community_id)
        return over is not None and over.ended_at is not None and heard.at < over.ended_at

    async def _ended(self, heard: _Heard) -> Stream | None:
        if heard.known is None or not heard.known.live or heard.is_stale:
            return None
        current = await self._transitions.current(heard.ref.community_id, heard.at)
        await self._sources.put(Source(heard.ref, heard.known.stream_id, live=False, changed_at=heard.at))
        if current is None or current.id != heard.known.stream_id or current.state is not StreamState.LIVE:
            return await stream_by_id(self._work, heard.known.stream_id)
        since = await self._sources.gone_since(current.id)
        return current if since is None else await self._transitions.let_end(current, since)

    async def _planned(self, heard: _Heard, when: datetime | None) -> Stream | None:
        if when is None or when <= self._work.now:
            return None
        if heard.known is not None and (heard.known.live or heard.at < heard.known.changed_at):
            return None
        plan = heard.plan or await nearest_plan(self._work, heard.ref.community_id, when)
        if plan is None:
            plan = await self._transitions.plan(heard.ref.community_id, when, heard.title, heard.host_id)
        elif plan == heard.plan and plan.host_id is None:
            plan = await self._transitions.move_plan(plan, when, heard.title)
        await self._sources.put(Source(heard.ref, plan.id, live=False, changed_at=heard.at))
        return plan

    async def _cancelled(self, heard: _Heard) -> Stream | None:
        """A plan goes when no source tells of it any more, but never a host's; a live stream's source is gone."""
        if heard.plan is None:
            return await self._ended(heard)
        await self._sources.forget(heard.ref)
        if heard.plan.host_id is not None or await self._sources.tell_of(heard.plan.id):
            return heard.plan
        return await self._transitions.call_off(heard.plan)


def _is_held(heard: _Heard) -> bool:
    """Whether a host ended this reference's stream so short a time ago that the source must not start it again."""
    stream = heard.former
    if stream is None or not stream.ended_by_hand or stream.ended_at is None:
        return False
    return heard.at <= stream.ended_at + HELD
