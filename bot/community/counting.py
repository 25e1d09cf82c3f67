"""Which streams count: one that was over at once, or that nobody but its host was at, is taken for a mistake."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.community.linked import parts_of
from bot.community.stream import Stream
from bot.storage.tables import attendance, stream_notes, streams
from bot.storage.work import Work

COUNTS_AFTER: Final = timedelta(minutes=5)
"""A stream that lasted less was started by mistake, whoever happened to speak meanwhile."""


async def does_count(work: Work, stream: Stream, until: datetime) -> bool:
    """Whether a stream that was on until then (aware) counts: it lasted, and somebody came or something was kept."""
    assert stream.started_at is not None, "a stream that went live has a start"
    if until - stream.started_at < COUNTS_AFTER:
        return False
    guests = sa.select(attendance.c.member_id).where(attendance.c.stream_id == stream.id)
    if stream.host_id is not None:
        guests = guests.where(attendance.c.member_id.not_in(parts_of(stream.host_id)))
    kept = sa.select(stream_notes.c.id).where(stream_notes.c.stream_id == stream.id)
    return bool(await work.value(sa.select(sa.or_(guests.exists(), kept.exists()))))


async def number_streams(work: Work, community_id: int) -> None:
    """Number the streams that count in the order of their starts; those are the ones that have a number."""
    earlier = streams.alias("earlier")
    before = (earlier.c.started_at < streams.c.started_at) | (
        (earlier.c.started_at == streams.c.started_at) & (earlier.c.id <= streams.c.id)
    )
    place = sa.select(sa.func.count()).where(
        earlier.c.community_id == community_id, earlier.c.number.is_not(None), before
    )
    mine = (streams.c.community_id == community_id) & streams.c.number.is_not(None)
    await work.execute(sa.update(streams).where(mine).values(number=place.scalar_subquery()))
