"""Facts move, and with them people win badges, and enter and leave the segments that journeys wait for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.community.awarding import award
from bot.community.badges import Badges, KeptBadge
from bot.community.facts import STREAM_ENDED, Facts, moved_by, refresh_next
from bot.community.rules import facts_of
from bot.community.segments import Segment, Segments
from bot.core.parts import Parts
from bot.core.registry import Registry
from bot.delivery.case import PluginStatus
from bot.delivery.journeys import Journeys
from bot.model.journeys import SegmentTrigger
from bot.storage.queue import Line, enqueue
from bot.storage.work import Work


async def move(
    work: Work, registry: Registry, community_id: int, member_ids: Sequence[int], names: Sequence[str]
) -> None:
    """Work these facts out anew for some members; notice which segments they enter, and which badges they win."""
    await Facts(work, registry.facts).refresh(member_ids, names)
    await Segments(work).look(await _watched(work, community_id), member_ids)
    await award(work, community_id, await given_by_rule(work, registry, community_id, names), member_ids)


async def move_linked(
    work: Work, registry: Registry, community_id: int, member_ids: Sequence[int], *, apart: bool
) -> None:
    """The same for those who were linked, or parted, in all their facts.

    Nobody enters a segment that one of their accounts was in already, and those who part enter none: what each had
    before is nothing new. So it is with badges; who parts may win some again, of which nobody hears.
    """
    segments, watched = Segments(work), await _watched(work, community_id)
    if not apart:
        await segments.inherit(member_ids)
    await Facts(work, registry.facts).refresh(member_ids)
    await segments.look(watched, member_ids, tell=not apart)
    badges = await given_by_rule(work, registry, community_id)
    await award(work, community_id, badges, member_ids, tell=not apart)


async def move_everybody(
    parts: Parts, community_id: int, names: Sequence[str], on: Line, *, after: int, most: int
) -> int:
    """The same for a whole community, in short transactions, from the member behind the id `after`.

    After `most` members it stops, since a job has only so much time: the job `on` is queued in the transaction of the
    last of them, and told where to go on (`after`). Returns how many there were.
    """
    async with parts.work() as work:
        watched = await _watched(work, community_id)
        badges = await given_by_rule(work, parts.registry, community_id, names)
    seen = 0
    while seen < most:
        async with parts.work() as work:
            ids = await refresh_next(work, parts.registry.facts, community_id, after, names=names, most=most - seen)
            if not ids:
                break
            await Segments(work).look(watched, ids)
            await award(work, community_id, badges, ids)
            seen, after = seen + len(ids), ids[-1]
            if seen == most:
                told = replace(on, arguments={**on.arguments, "after": after})
                await enqueue(await work.transaction(), told, work.now)
    return seen


async def move_after_stream(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """What the end of a stream moves also for those who were not there."""
    community_id = arguments["community_id"]
    names = [spec.name for spec in moved_by(parts.registry.facts, STREAM_ENDED)]
    on = going_on("move_after_stream", community_id, job)
    after, most = arguments.get("after", 0), parts.members_in_one_job
    await move_everybody(parts, community_id, names, on, after=after, most=most)


def going_on(name: str, community_id: int, job: str) -> Line:
    """The job that goes on where `job` stops. There is one at most, also when that is done twice."""
    return Line("core", name, {"community_id": community_id}, community_id=community_id, key=f"core:on:{job}")


async def given_by_rule(
    work: Work, registry: Registry, community_id: int, names: Iterable[str] | None = None
) -> list[KeptBadge]:
    """The badges that a rule gives there at present: those that read one of these facts, or all when None."""
    moved = None if names is None else frozenset(names)
    every = await Badges(work, registry.badges).all(community_id) if moved is None or moved else ()
    return [
        kept
        for kept in every
        if kept.is_on and not kept.waits and registry.standing(kept.plugin, kept.plugin_on) is PluginStatus.ON
        if moved is None or any(facts_of(rule) & moved for rule in kept.badge.levels)
    ]


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
