"""Streams that were over before we heard of them: a recording finds its place among the community's streams."""

from datetime import datetime

import sqlalchemy as sa

from bot.community.stream import StreamState
from bot.community.stream_sources import Source, SourceRef, Sources
from bot.model.events import StreamEnded
from bot.storage.queue import Line, enqueue
from bot.storage.tables import attendance, stream_sources, streams
from bot.storage.work import Work


async def keep_past_stream(work: Work, source: SourceRef, title: str, started_at: datetime) -> tuple[int, bool]:
    """The id of the stream behind a recording, and whether it was known before.

    A new one stands where its time puts it: the streams after it move on by one number.
    """
    await work.transaction()
    known: int | None = await work.value(
        sa.select(stream_sources.c.stream_id).where(
            stream_sources.c.community_id == source.community_id,
            stream_sources.c.source == source.source,
            stream_sources.c.reference == source.reference,
        )
    )
    if known is not None:
        return known, True
    mine = streams.c.community_id == source.community_id
    later = mine & (streams.c.started_at > started_at) & streams.c.number.is_not(None)
    await work.execute(sa.update(streams).where(later).values(number=streams.c.number + 1))
    before = await work.value(sa.select(sa.func.max(streams.c.number)).where(mine, streams.c.started_at <= started_at))
    stream_id = await work.insert(
        sa.insert(streams).values(
            community_id=source.community_id,
            number=(before or 0) + 1,
            title=title,
            state=StreamState.ENDED.value,
            started_at=started_at,
            last_sign_at=started_at,
            ended_at=started_at,
        )
    )
    await Sources(work).put(Source(source, stream_id, live=False, changed_at=started_at))
    return stream_id, False


async def end_past_stream(work: Work, community_id: int, stream_id: int, *, again: bool) -> datetime:
    """The recording is read: its end is its last message, and what follows from that begins. Returns the end (UTC).

    `again`: it ended before, and people were added since, who are followed up as well.
    """
    last: datetime = await work.value(
        sa.select(sa.func.max(attendance.c.last_at)).where(attendance.c.stream_id == stream_id)
    )
    change = sa.update(streams).where(streams.c.id == stream_id)
    await work.execute(change.values(ended_at=last, last_sign_at=last))
    if again:
        line = Line("core", "stream_ended", {"community_id": community_id, "stream_id": stream_id})
        await enqueue(await work.transaction(), line, work.now)
    else:
        work.emit(StreamEnded(community_id=community_id, at=last, stream_id=stream_id))
    return last
