"""Facts move, and with them people enter and leave the segments that journeys wait for."""

from collections.abc import Sequence

from bot.community.facts import Facts, recompute
from bot.community.segments import Segment, Segments
from bot.core.parts import Parts
from bot.core.registry import Registry
from bot.delivery.journeys import Journeys
from bot.model.journeys import SegmentTrigger
from bot.storage.work import Work


async def move(
    work: Work, registry: Registry, community_id: int, member_ids: Sequence[int], names: Sequence[str]
) -> None:
    """Work these facts out anew for some members, and notice which segments they enter thereby."""
    await Facts(work, registry.facts).refresh(member_ids, names)
    await Segments(work).look(await _watched(work, community_id), member_ids)


async def move_everybody(parts: Parts, community_id: int, names: Sequence[str]) -> None:
    """The same for a whole community, in short transactions."""
    async with parts.work() as work:
        watched = await _watched(work, community_id)

    async def look(work: Work, member_ids: Sequence[int]) -> None:
        await Segments(work).look(watched, member_ids)

    await recompute(parts.database, parts.clock, parts.registry.facts, community_id, names=names, then=look)


async def _watched(work: Work, community_id: int) -> list[Segment]:
    return [segment for segment in await Segments(work).all(community_id) if segment.watched]


async def watch_segments(parts: Parts, community_id: int) -> None:
    """Begin to watch the segments that journeys wait for. Whoever is in one by then has not entered it."""
    async with parts.work() as work:
        unwatched = await _waited_for(work, community_id)
    for segment in unwatched:
        await _begin_to_watch(parts, segment)


async def _waited_for(work: Work, community_id: int) -> list[Segment]:
    """The segments that a journey's trigger names and that are not watched yet."""
    triggers = [kept.journey.trigger for kept in await Journeys(work).triggered_by(community_id, "segment")]
    names = {trigger.segment for trigger in triggers if isinstance(trigger, SegmentTrigger)}
    if not names:
        return []
    return [
        segment for segment in await Segments(work).all(community_id) if segment.name in names and not segment.watched
    ]


async def _begin_to_watch(parts: Parts, segment: Segment) -> None:
    last: int | None = 0
    while last is not None:
        async with parts.work() as work:
            last = await Segments(work).fill(segment, last)
            if last is None:
                await Segments(work).watch(segment)
