"""What starts journeys: a stream's end, an activity, a calendar date, the entry into a segment, a person's word."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.community.attended import record_attended
from bot.community.badges import Badges
from bot.community.communities import Communities
from bot.community.facts import moved_by
from bot.community.linked import counts_for
from bot.community.segments import Segments
from bot.community.streams import Streams
from bot.core.moving import learning, move, move_after_stream, move_those_there
from bot.core.parts import Parts
from bot.core.registry import Registry
from bot.core.settings import PluginSettings, tell_that_it_is_on
from bot.delivery.audience import Plan
from bot.delivery.case import JourneyStatus
from bot.delivery.dates import days_between
from bot.delivery.journeys import Journeys, Kept, release_held
from bot.delivery.planning import enrol
from bot.delivery.replanning import plan_anew
from bot.delivery.waits import end_waits
from bot.model.decisions import Reason
from bot.model.identity import Community
from bot.model.journeys import ActivityTrigger, DateTrigger, Journey, SegmentTrigger, StreamTrigger, Trigger
from bot.model.occasions import Happened, Occasion, SegmentEntered, StreamOver
from bot.storage.queue import enqueue
from bot.storage.types import from_micros
from bot.storage.work import Work

LOOK_AHEAD = timedelta(hours=6)
"""How far ahead the days that begin soon are planned, and how often."""

DATES_LATE = timedelta(days=1)
"""A day that began so long ago is planned still, for those times at which the bot did not run."""


async def install_journeys(work: Work, registry: Registry, community_id: int) -> None:
    """Give a community the segments, badges and default journeys that it has not got.

    Journeys start in shadow: the first time is only shown.
    """
    if waiting := await Badges(work, registry.badges).install(community_id):
        await enqueue(await work.transaction(), learning(community_id, waiting), work.now)
    await Segments(work).install(community_id, registry.segments)
    await Journeys(work).install(community_id, registry.journeys, JourneyStatus.SHADOW)


async def release_what_is_back(work: Work, registry: Registry, community_id: int) -> None:
    """At the start: let go what waits for plugins that were not there, or could not be loaded, the last time."""
    on = await PluginSettings(work, registry, community_id).enabled()
    for name in sorted(on & await Journeys(work).held_for_plugins(community_id)):
        await tell_that_it_is_on(work, community_id, name)


async def stream_ended(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Who was there is recorded, their facts move, and the journeys that begin with a stream's end are planned.

    Nothing of it while the end is taken back; at the true one, what is planned already counts from that.
    """
    community_id, stream_id = arguments["community_id"], arguments["stream_id"]
    async with parts.work() as work:
        stream = await Streams(work).get(stream_id)
        community = await Communities(work).get(community_id)
    assert stream is not None
    if stream.ended_at is None:
        return
    await plan_anew(parts.database, community, f"stream:{stream_id}", stream.ended_at)
    await release_held(parts.database, community_id, reason=Reason.ON_AIR)
    await record_attended(parts.database, stream_id)
    await move_those_there(parts, community_id, stream_id)
    async with parts.work() as work:
        await install_journeys(work, parts.registry, community_id)
    await _start(parts, community_id, StreamTrigger(), StreamOver(stream_id), stream.ended_at)
    await move_after_stream(parts, arguments, job)


async def stream_left_out(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """What waited for the end of a stream that does not count goes on; unless it counts after all, as seen by now."""
    community_id, stream_id = arguments["community_id"], arguments["stream_id"]
    async with parts.work() as work:
        counts = await Streams(work, parts.debounce).recount(community_id, stream_id)
    if counts:
        await stream_ended(parts, arguments, job)
        return
    await move_those_there(parts, community_id, stream_id)  # while it was on, it counted for them
    await release_held(parts.database, community_id, reason=Reason.ON_AIR)


async def activity(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """A member did something: facts move, waits end, journeys that begin with it start."""
    community_id, member_id, kind = arguments["community_id"], arguments["member_id"], arguments["kind"]
    at = datetime.fromisoformat(arguments["at"])
    async with parts.work() as work:
        member_id = await work.value(sa.select(counts_for(member_id)))
        names = [spec.name for spec in moved_by(parts.registry.facts, kind)]
        await move(work, parts.registry, community_id, [member_id], names)
        await end_waits(work, member_id, kind, at)
    occasion = Happened(f"activity:{kind}:{arguments['reference']}")
    await _start(parts, community_id, ActivityTrigger(activity=kind), occasion, at, member_ids=(member_id,))


async def start_dates(parts: Parts, community: Community) -> None:
    """Calendar dates in facts: a day that begins soon, by the person's own clock, starts its journeys."""
    now = parts.clock.now()
    async with parts.work() as work:
        started = [kept.journey.trigger for kept in await _running(work, parts.registry, community.id, "date")]
    for trigger in {trigger for trigger in started if isinstance(trigger, DateTrigger)}:
        async with parts.database.read() as reader:
            days = await days_between(reader, community, trigger, now - DATES_LATE, now + LOOK_AHEAD)
        for day in days:
            occasion = Happened(f"date:{trigger.fact}:{day.day}")
            await _start(parts, community.id, trigger, occasion, day.anchor, member_ids=day.member_ids)


async def segment_entered(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Some members entered a segment at the same moment."""
    community_id, segment_id, at = arguments["community_id"], arguments["segment_id"], arguments["at"]
    async with parts.work() as work:
        segments = await Segments(work).all(community_id)
    for segment in segments:
        if segment.id == segment_id:
            trigger = SegmentTrigger(segment=segment.name)
            await _start(parts, community_id, trigger, SegmentEntered(segment_id, at), from_micros(at))


async def once(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """A person let a one-off journey start."""
    async with parts.work() as work:
        community = await Communities(work).get(arguments["community_id"])
        running = await _running(work, parts.registry, community.id, "once")
    at = arguments["at"]
    for kept in running:
        if kept.id == arguments["journey_id"]:
            await enrol(parts.database, _plan(community, kept, Happened(f"once:{at}"), from_micros(at)))


async def _start(
    parts: Parts,
    community_id: int,
    trigger: Trigger,
    occasion: Occasion,
    anchor: datetime,
    *,
    member_ids: tuple[int, ...] | None = None,
) -> None:
    """Enrol people in every journey that this starts, unless it would be closed already."""
    async with parts.work() as work:
        community = await Communities(work).get(community_id)
        running = await _running(work, parts.registry, community_id, trigger.kind)
    for kept in running:
        if _is_started_by(kept.journey, trigger) and anchor + kept.journey.closes_after > parts.clock.now():
            await enrol(parts.database, _plan(community, kept, occasion, anchor, member_ids))


def _is_started_by(journey: Journey, trigger: Trigger) -> bool:
    """A stream's end starts whatever waits for one; other triggers of a kind differ in what they wait for."""
    return journey.trigger == trigger or isinstance(trigger, StreamTrigger)


async def _running(work: Work, registry: Registry, community_id: int, kind: str) -> list[Kept]:
    """The journeys that such a trigger starts; those of a plugin that is off, or not there any more, take nobody in."""
    started = await Journeys(work).triggered_by(community_id, kind)
    if not started:
        return []
    on = await PluginSettings(work, registry, community_id).enabled()
    return [kept for kept in started if kept.plugin in on]


def _plan(
    community: Community, kept: Kept, occasion: Occasion, anchor: datetime, member_ids: tuple[int, ...] | None = None
) -> Plan:
    return Plan(community, kept.plugin, kept.id, kept.version, kept.journey, occasion, anchor, member_ids)
