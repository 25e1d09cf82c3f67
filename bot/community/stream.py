"""A stream as it stands, and how streams are found."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.storage.tables import streams
from bot.storage.work import Work

DEBOUNCE: Final = timedelta(minutes=5)
"""How long an end must stand before it is believed: sources flap."""

PLAN_WINDOW: Final = timedelta(hours=2)
"""A stream that starts this close to a planned one, before or after, is that one."""


class StreamState(StrEnum):
    """Where a stream stands. A planned one that was called off is closed without ever having started."""

    PLANNED = "planned"
    LIVE = "live"
    ENDING = "ending"  # all sources are gone, and it may still turn out to be flapping
    ENDED = "ended"
    CLOSED = "closed"  # its 48 hours are over


ON: Final = (StreamState.LIVE, StreamState.ENDING)
OVER: Final = (StreamState.ENDED, StreamState.CLOSED)


class Stream(Struct, frozen=True):
    """One live session. All moments are aware UTC.

    `number` is its place among the community's streams: None until it went live, and where it does not count.
    """

    id: int
    community_id: int
    number: int | None
    title: str
    state: StreamState
    planned_for: datetime | None
    started_at: datetime | None
    last_sign_at: datetime | None
    ended_at: datetime | None
    host_id: int | None
    ending_since: datetime | None = None  # since when all sources are gone; None where a host ended it

    @property
    def is_on(self) -> bool:
        """Whether it is live, or was a moment ago."""
        return self.state in ON

    @property
    def counts(self) -> bool:
        """Whether it is one of the community's streams; one that is on is, until its end shows that it was none."""
        return self.number is not None

    @property
    def ended_by_hand(self) -> bool:
        """Whether a host ended it, and no source may bring it back at once."""
        return self.state in OVER and self.ended_at is not None and self.ending_since is None


_COLUMNS: Final = (
    streams.c.id,
    streams.c.community_id,
    streams.c.number,
    streams.c.title,
    streams.c.state,
    streams.c.planned_for,
    streams.c.started_at,
    streams.c.last_sign_at,
    streams.c.ended_at,
    streams.c.host_id,
    streams.c.ending_since,
)


async def find_stream(work: Work, *where: sa.ColumnElement[bool], order: sa.ColumnElement[Any]) -> Stream | None:
    """The first stream for which all of `where` holds."""
    row = await work.row(sa.select(*_COLUMNS).where(*where).order_by(order).limit(1))
    return None if row is None else _stream(row)


async def find_streams(work: Work, *where: sa.ColumnElement[bool], order: sa.ColumnElement[Any]) -> Sequence[Stream]:
    """All streams for which all of `where` holds."""
    return [_stream(row) for row in await work.rows(sa.select(*_COLUMNS).where(*where).order_by(order))]


_STATE: Final = streams.c.state
_DUE: Final = (  # asked for each second and after each message, and so put together once
    sa.select(*_COLUMNS)
    .where(
        sa.or_(
            sa.and_(_STATE == StreamState.ENDING, streams.c.ending_since <= sa.bindparam("ending")),
            sa.and_(_STATE == StreamState.LIVE, streams.c.last_sign_at <= sa.bindparam("live")),
            sa.and_(_STATE == StreamState.ENDED, streams.c.ended_at <= sa.bindparam("over")),
            sa.and_(_STATE == StreamState.PLANNED, streams.c.planned_for <= sa.bindparam("over")),
        )
    )
    .order_by(streams.c.community_id)
)


async def find_due(work: Work, *, ending: datetime, live: datetime, over: datetime) -> Sequence[Stream]:
    """Those ending since `ending` or before, live without a sign since `live`, and ended or planned until `over`.

    By community, so that two processes lock them in the same order.
    """
    return [_stream(row) for row in await work.rows(_DUE, {"ending": ending, "live": live, "over": over})]


async def stream_by_id(work: Work, stream_id: int) -> Stream | None:
    """The stream of this id, or None."""
    return await find_stream(work, streams.c.id == stream_id, order=streams.c.id)


async def stream_on(work: Work, community_id: int) -> Stream | None:
    """The community's one stream that is live or ending, or None."""
    where = (streams.c.community_id == community_id, streams.c.state.in_(ON))
    return await find_stream(work, *where, order=streams.c.id.desc())


async def newest_over(work: Work, community_id: int) -> Stream | None:
    """The community's stream that ended last, also one that does not count, or None."""
    where = (streams.c.community_id == community_id, streams.c.state.in_(OVER), streams.c.ended_at.is_not(None))
    return await find_stream(work, *where, order=streams.c.ended_at.desc())


async def was_on(work: Work, community_id: int, since: datetime, until: datetime) -> bool:
    """Whether a stream of the community, also one that did not count, was on at some time between."""
    begun = (streams.c.community_id == community_id) & (streams.c.started_at <= until)
    not_over = streams.c.ended_at.is_(None) & streams.c.state.in_(ON)
    return await find_stream(work, begun, not_over | (streams.c.ended_at >= since), order=streams.c.id) is not None


async def nearest_plan(work: Work, community_id: int, at: datetime) -> Stream | None:
    """The planned stream whose time is nearest to `at`, at most two hours away, or None."""
    near = streams.c.planned_for.between(at - PLAN_WINDOW, at + PLAN_WINDOW)
    where = (streams.c.community_id == community_id, streams.c.state == StreamState.PLANNED, near)
    found = await find_streams(work, *where, order=streams.c.id)
    return min(found, key=lambda plan: abs(_planned(plan) - at), default=None)


def _planned(plan: Stream) -> datetime:
    assert plan.planned_for is not None, "a planned stream has a time"
    return plan.planned_for


def _stream(row: sa.Row[*tuple[Any, ...]]) -> Stream:
    stream = Stream(*row)
    return replace(stream, state=StreamState(stream.state))
