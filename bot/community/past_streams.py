"""Streams that were over before we heard of them: a recording finds its place among the community's streams."""

from datetime import datetime

import sqlalchemy as sa

from bot.community.activities import ATTENDED
from bot.community.counting import number_streams
from bot.community.stream import StreamState, stream_by_id
from bot.community.stream_sources import Source, SourceRef, Sources
from bot.model.events import StreamEnded
from bot.storage.queue import Line, enqueue
from bot.storage.tables import attendance, stream_sources, streams
from bot.storage.types import to_micros
from bot.storage.work import Work

_MOVE_ATTENDANCE = """
UPDATE attendance SET first_at = first_at + :by, last_at = last_at + :by
WHERE stream_id = :stream_id
"""

_MOVE_ATTENDED = """
UPDATE activities SET at = at + :by WHERE community_id = :community_id AND kind = :kind AND reference = :reference
"""


async def keep_past_stream(work: Work, source: SourceRef, title: str, started_at: datetime) -> tuple[int, bool]:
    """The id of the stream behind a recording, and whether its end was told before (by `end_past_stream`).

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
        return known, await _is_told(work, known)
    stream_id = await work.insert(
        sa.insert(streams).values(
            community_id=source.community_id,
            number=0,
            title=title,
            state=StreamState.ENDED.value,
            started_at=started_at,
            last_sign_at=started_at,
            ended_at=started_at,
        )
    )
    await number_streams(work, source.community_id)
    await Sources(work).put(Source(source, stream_id, live=False, changed_at=started_at))
    return stream_id, False


async def move_past_stream(work: Work, stream_id: int, started_at: datetime) -> bool:
    """Let a recorded stream have begun at another moment (aware), with all that was seen at it; False when it did."""
    stream = await stream_by_id(work, stream_id)
    assert stream is not None and stream.started_at is not None
    if stream.started_at == started_at:
        return False
    transaction = await work.transaction()
    by = started_at - stream.started_at
    micros = to_micros(started_at) - to_micros(stream.started_at)
    await transaction.run(_MOVE_ATTENDANCE, {"by": micros, "stream_id": stream_id})
    said = {"community_id": stream.community_id, "kind": ATTENDED, "reference": f"stream:{stream_id}"}
    await transaction.run(_MOVE_ATTENDED, {"by": micros, **said})
    moved = {"started_at": started_at, "ended_at": (stream.ended_at or stream.started_at) + by}
    change = sa.update(streams).where(streams.c.id == stream_id)
    await work.execute(change.values(state=StreamState.ENDED.value, last_sign_at=moved["ended_at"], **moved))
    await number_streams(work, stream.community_id)
    return True


async def end_past_stream(work: Work, community_id: int, stream_id: int, *, again: bool) -> datetime:
    """The recording is read: its end is its last message, and what follows from that begins. Returns the end (UTC).

    `again`: the end was told before, and people were added since, or it was moved; they are followed up as well.
    """
    last = await _last_seen(work, stream_id)
    if last is None:  # all of it was said before the start
        stream = await stream_by_id(work, stream_id)
        assert stream is not None and stream.started_at is not None
        last = stream.started_at
    change = sa.update(streams).where(streams.c.id == stream_id)
    await work.execute(change.values(ended_at=last, last_sign_at=last))
    if again:
        arguments = {"community_id": community_id, "stream_id": stream_id}
        line = Line("core", "stream_ended", arguments, community_id=community_id)
        await enqueue(await work.transaction(), line, work.now)
    else:
        work.emit(StreamEnded(community_id=community_id, at=last, stream_id=stream_id))
    return last


async def _is_told(work: Work, stream_id: int) -> bool:
    """Until its end is told, a recorded stream ends when it began."""
    stream = await stream_by_id(work, stream_id)
    return stream is not None and stream.ended_at != stream.started_at


async def _last_seen(work: Work, stream_id: int) -> datetime | None:
    seen = sa.select(sa.func.max(attendance.c.last_at)).where(attendance.c.stream_id == stream_id)
    found: datetime | None = await work.value(seen)
    return found
