"""What each source last said about a stream: several may tell of the same one."""

from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct

from bot.storage.tables import stream_sources
from bot.storage.work import Work


class SourceRef(Struct, frozen=True):
    """One stream as one source names it."""

    community_id: int
    source: str
    reference: str


class Source(Struct, frozen=True):
    """What a source last said: `live` since or not since `changed_at` (aware UTC)."""

    ref: SourceRef
    stream_id: int
    live: bool
    changed_at: datetime


class Sources:
    """Keeps what the sources said. Expects the community's turn to have been taken."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def find(self, ref: SourceRef) -> Source | None:
        """What the source last said of this reference, or None when it never did."""
        columns = (stream_sources.c.stream_id, stream_sources.c.live, stream_sources.c.changed_at)
        row = await self._work.row(sa.select(*columns).where(*_is(ref)))
        return None if row is None else Source(ref, *row)

    async def put(self, source: Source) -> None:
        """Keep what a source says now, in place of what it said before."""
        values = {"stream_id": source.stream_id, "live": source.live, "changed_at": source.changed_at}
        update = sa.update(stream_sources).where(*_is(source.ref)).values(**values)
        if not (await self._work.execute(update)).rowcount:
            ref = source.ref
            key = {"community_id": ref.community_id, "source": ref.source, "reference": ref.reference}
            await self._work.execute(sa.insert(stream_sources).values(**key, **values))

    async def forget(self, ref: SourceRef) -> None:
        """Drop a reference, as if the source had never named it."""
        await self._work.execute(sa.delete(stream_sources).where(*_is(ref)))

    async def tell_of(self, stream_id: int) -> bool:
        """Whether any source knows this stream."""
        query = sa.select(sa.func.count()).where(stream_sources.c.stream_id == stream_id)
        return bool(await self._work.value(query))

    async def names(self, source: str, stream_id: int) -> bool:
        """Whether this source knows the stream."""
        same = (stream_sources.c.source == source) & (stream_sources.c.stream_id == stream_id)
        return await self._work.value(sa.select(stream_sources.c.stream_id).where(same).limit(1)) is not None

    async def gone_since(self, stream_id: int) -> datetime | None:
        """When the last source of the stream was gone; None while one says that it is live."""
        live = sa.func.sum(sa.case((stream_sources.c.live, 1), else_=0))
        query = sa.select(live, sa.func.max(stream_sources.c.changed_at)).where(stream_sources.c.stream_id == stream_id)
        row = await self._work.row(query)
        return None if row is None or row[0] else row[1]


def _is(ref: SourceRef) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        stream_sources.c.community_id == ref.community_id,
        stream_sources.c.source == ref.source,
        stream_sources.c.reference == ref.reference,
    )
