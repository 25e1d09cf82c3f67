"""Facts move, and with them people win badges, and enter and leave the segments that journeys wait for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.community.awarding import award, keep_as_facts
from bot.community.badges import Badges, KeptBadge
from bot.community.facts import (
    ATTENDANCE,
    STREAM_ENDED,
    Among,
    Facts,
    FactSpec,
    moved_by,
    refresh_next,
)
from bot.community.linked import counts_for
from bot.community.parting_awards import give_up_joint
from bot.community.rules import facts_of
from bot.community.segments import Segment, Segments
from bot.core.parts import Parts
from bot.core.registry import Registry
from bot.delivery.case import PluginStatus
from bot.delivery.journeys import Journeys
from bot.model.badges import Badge
from bot.model.journeys import SegmentTrigger
from bot.storage.queue import Line, enqueue
from bot.storage.tables import members, streams
from bot.storage.work import Work


async def move(
    work: Work, registry: Registry, community_id: int, member_ids: Sequence[int], names: Sequence[str]
) -> None:
    """Work these facts out anew for some members; notice which segments they enter, and which badges they win."""
    await Facts(work, registry.facts).refresh(member_ids, names)
    await award(work, community_id, await given_by_rule(work, registry, community_id, names), member_ids)
    await Segments(work).look(await watched_in(work, community_id), member_ids)


async def move_linked(
    work: Work, registry: Registry, community_id: int, member_ids: Sequence[int], *, apart: bool
) -> None:
    """The same for those who were linked, or parted, in all their facts.

    Nobody enters a segment that one of their accounts was in already, and those who part enter none: what each had
    before is nothing new. So it is with badges. Who parts gives up what neither would have won alone, and may win some
    again, of which nobody hears.
    """
    segments, watched = Segments(work), await watched_in(work, community_id)
    if not apart:
        await segments.inherit(member_ids)
    await Facts(work, registry.facts).refresh(member_ids)
    badges = await given_by_rule(work, registry, community_id)
    if apart:
        await give_up_joint(work, registry.facts, badges, member_ids)
    await keep_as_facts(work, member_ids)
    await award(work, community_id, badges, member_ids, tell=not apart)
    await segments.look(watched, member_ids, tell=not apart)


async def move_everybody(
    parts: Parts,
    community_id: int,
    names: Sequence[str],
    on: Line,
    *,
    after: int,
    most: int,
    among: Among | None = None,
) -> int:
    """The same for a whole community, in short transactions, from the member behind the id `after`.

    After `most` members it stops, since a job has only so much time: the job `on` is queued in the transaction of the
    last of them, and told where to go on (`after`). Returns how many there were.
    """
    moving, seen = await _moving(parts, community_id, names, among), 0
    while seen < most:
        async with parts.work() as work:
            ids = await _move_next(work, moving, after, most - seen)
            if not ids:
                break
            seen, after = seen + len(ids), ids[-1]
            if seen == most:
                told = replace(on, arguments={**on.arguments, "after": after})
                await enqueue(await work.transaction(), told, work.now)
    return seen


class _Moving(Struct, frozen=True):
    """What moves for many members of a community, and what is looked at with it: read once for all of them."""

    community_id: int
    facts: Sequence[FactSpec]
    names: Sequence[str]
    badges: Sequence[KeptBadge]
    watched: Sequence[Segment]
    among: Among | None


async def _moving(parts: Parts, community_id: int, names: Sequence[str], among: Among | None) -> _Moving:
    async with parts.work() as work:
        badges = await given_by_rule(work, parts.registry, community_id, names)
        watched = await watched_in(work, community_id)
    return _Moving(community_id, parts.registry.facts, names, badges, watched, among)


async def _move_next(work: Work, moving: _Moving, after: int, most: int | None = None) -> Sequence[int]:
    """So many members as a short transaction takes, behind the id `after`; none at the end."""
    ids = await refresh_next(
        work, moving.facts, moving.community_id, after, names=moving.names, most=most, among=moving.among
    )
    if ids:
        people = ids if moving.among is None else await _with_those_acting(work, ids)
        await award(work, moving.community_id, moving.badges, people)
        await Segments(work).look(moving.watched, people)
    return ids


async def arrived(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Who comes back may have moved while they were away: badges and segments are for those who are here."""
    community_id = arguments["community_id"]
    async with parts.work() as work:
        people = await _with_those_acting(work, arguments["member_ids"])
        await award(work, community_id, await given_by_rule(work, parts.registry, community_id), people)
        await Segments(work).look(await watched_in(work, community_id), people)


async def look_again(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """What some members have moved otherwise than by facts: who entered a segment by that?"""
    community_id = arguments["community_id"]
    async with parts.work() as work:
        await Segments(work).look(await watched_in(work, community_id), arguments["member_ids"])


async def preference_changed(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Some members chose something anew: what is known of them follows."""
    names = [spec.name for spec in moved_by(parts.registry.facts, arguments["what"])]
    async with parts.work() as work:
        people = await work.rows(sa.select(counts_for(members.c.id)).where(members.c.id.in_(arguments["member_ids"])))
        await move(work, parts.registry, arguments["community_id"], sorted({id for (id,) in people}), names)


async def move_those_there(parts: Parts, community_id: int, stream_id: int) -> None:
    """What a stream moves for those who were there."""
    names = [spec.name for spec in moved_by(parts.registry.facts, ATTENDANCE)]
    moving = await _moving(parts, community_id, names, Among([stream_id]))
    after: int | None = 0
    while after is not None:
        async with parts.work() as work:
            ids = await _move_next(work, moving, after)
        after = ids[-1] if ids else None


async def move_after_stream(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """What the end of a stream moves also for those who were not there.

    Most of that fades: it moves for those alone who were at a certain stream before. Where the stream is not the newest
    any more, and where a fact may move for anybody, it is everybody.
    """
    community_id, stream_id = arguments["community_id"], arguments["stream_id"]
    fading = [spec for spec in parts.registry.facts if spec.fades_after]
    names = [spec.name for spec in moved_by(parts.registry.facts, STREAM_ENDED)]
    async with parts.work() as work:
        before = await _streams_before(work, community_id, stream_id, {n for spec in fading for n in spec.fades_after})
    on = going_on("move_after_stream", community_id, job)
    on = replace(on, arguments={**on.arguments, "stream_id": stream_id})
    after, most = arguments.get("after", 0), parts.members_in_one_job
    names += [spec.name for spec in fading]
    among = None if before is None or len(names) > len(fading) else Among(before, absent=stream_id)
    await move_everybody(parts, community_id, names, on, after=after, most=most, among=among)


async def _streams_before(work: Work, community_id: int, stream_id: int, places: Collection[int]) -> list[int] | None:
    """The streams so many before this one; None where it is not the community's newest that has ended."""
    over = (streams.c.community_id == community_id) & streams.c.ended_at.is_not(None) & streams.c.number.is_not(None)
    newest = sa.select(streams.c.id).where(over).order_by(streams.c.number.desc()).limit(max(places, default=0) + 1)
    ids = [id for (id,) in await work.rows(newest)]
    if ids[:1] != [stream_id]:
        return None
    return [ids[place] for place in sorted(places) if place < len(ids)]


async def _with_those_acting(work: Work, ids: Sequence[int]) -> list[int]:
    """Members, and those who act for them since a link."""
    acting = sa.select(members.c.counts_for).where(members.c.id.in_(ids), members.c.counts_for.is_not(None))
    return sorted({*ids, *(id for (id,) in await work.rows(acting))})


def learning(community_id: int, badges: Sequence[Badge]) -> Line:
    """The job that works out the facts which badges read that are new to a community with a past."""
    names = sorted({fact for badge in badges for rule in badge.levels for fact in facts_of(rule)})
    arguments = {"community_id": community_id, "names": names}
    return Line("core", "learn", arguments, community_id=community_id)


async def catch_up(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """A plugin is on: whoever earned one of its badges while it was off gets it now."""
    community_id, plugin = arguments["community_id"], arguments["plugin"]
    async with parts.work() as work:
        given = await given_by_rule(work, parts.registry, community_id)
        badges = [kept.badge for kept in given if kept.plugin == plugin]
        if badges:
            await enqueue(await work.transaction(), learning(community_id, badges), work.now)


async def learn(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Some facts of everybody, since what reads them is new; so that a preview says who would get a badge."""
    community_id, names = arguments["community_id"], arguments["names"]
    told = {"community_id": community_id, "names": names}
    on = Line("core", "learn", told, community_id=community_id, key=f"core:on:{job}")
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


async def watched_in(work: Work, community_id: int) -> list[Segment]:
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
