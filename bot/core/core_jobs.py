"""The core's own durable jobs: what follows from events, and the housekeeping. Each may be done twice harmlessly."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.community.attended import record_attended
from bot.community.facts import ATTENDANCE, STREAM_ENDED, Facts, moved_by, moved_by_time, recompute
from bot.community.people import Communities
from bot.community.streams import Streams
from bot.core.jobs import CoreJob
from bot.core.parts import Parts
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys, Kept, release_held
from bot.delivery.planning import Plan, enrol
from bot.delivery.waits import end_waits
from bot.model.events import ActivityRecorded, Event, StreamEnded
from bot.model.identity import Community
from bot.model.journeys import ActivityTrigger
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.tables import attendance, incidents, intake, jobs
from bot.storage.work import Work

PEOPLE_AT_ONCE = 500
ROWS_AT_ONCE = 5000
UPDATES_READABLE = timedelta(hours=6)
UPDATES_KNOWN = timedelta(days=2)  # Telegram hands over again for a day what was not confirmed
JOBS_KEPT = timedelta(days=14)
INCIDENTS_KEPT = timedelta(days=90)  # their traces may hold what people typed


def own_jobs_for(event: Event) -> list[Line]:
    """The core's own reactions to an event."""
    match event:
        case StreamEnded():
            stream = {"community_id": event.community_id, "stream_id": event.stream_id}
            return [Line("core", "stream_ended", stream, key=f"core:{event.key}")]
        case ActivityRecorded():
            arguments = {
                "community_id": event.community_id,
                "member_id": event.member_id,
                "kind": event.kind,
                "reference": event.reference,
                "at": event.at.isoformat(),
            }
            return [Line("core", "activity", arguments, key=f"core:{event.key}")]
        case _:
            return []


async def install_journeys(work: Work, registry: Registry, community_id: int) -> None:
    """Give a community the default journeys that it has not got. They start in shadow: the first time is only shown."""
    for plugin, journey in registry.journeys:
        await Journeys(work).install(community_id, plugin, journey, JourneyStatus.SHADOW)


async def stream_ended(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Who was there is recorded, their facts move, and the journeys that begin with a stream's end are planned."""
    community_id, stream_id = arguments["community_id"], arguments["stream_id"]
    await record_attended(parts.database, stream_id)
    await _refresh_those_there(parts, stream_id)
    async with parts.work() as work:
        await install_journeys(work, parts.registry, community_id)
    async with parts.work() as work:
        stream = await Streams(work).get(stream_id)
        community = await Communities(work).get(community_id)
        kept = await _running(work, parts.registry, community_id, "stream_ended")
    assert stream is not None and stream.ended_at is not None
    for one in kept:
        if stream.ended_at + one.journey.closes_after > parts.clock.now():
            await enrol(parts.database, _plan(community, one, f"stream:{stream_id}", stream.ended_at))
    names = [spec.name for spec in moved_by(parts.registry.facts, STREAM_ENDED)]
    await recompute(parts.database, parts.clock, parts.registry.facts, community_id, names=names)


async def _refresh_those_there(parts: Parts, stream_id: int) -> None:
    names = [spec.name for spec in moved_by(parts.registry.facts, ATTENDANCE)]
    after = 0
    while True:
        async with parts.work() as work:
            there = sa.select(attendance.c.member_id).where(
                attendance.c.stream_id == stream_id, attendance.c.member_id > after
            )
            rows = await work.rows(there.distinct().order_by(attendance.c.member_id).limit(PEOPLE_AT_ONCE))
            if not rows:
                return
            ids = [row[0] for row in rows]
            await Facts(work, parts.registry.facts).refresh(ids, names)
        after = ids[-1]


async def activity(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """A member did something: facts move, waits end, journeys that begin with it start."""
    member_id, kind = arguments["member_id"], arguments["kind"]
    specs = parts.registry.facts
    async with parts.work() as work:
        await Facts(work, specs).refresh([member_id], [spec.name for spec in moved_by(specs, kind)])
        await end_waits(work, member_id, kind, datetime.fromisoformat(arguments["at"]))
        community = await Communities(work).get(arguments["community_id"])
        kept = await _running(work, parts.registry, community.id, "activity")
    anchor = datetime.fromisoformat(arguments["at"])
    for one in kept:
        trigger = one.journey.trigger
        if isinstance(trigger, ActivityTrigger) and trigger.activity == kind:
            reference = f"activity:{kind}:{arguments['reference']}"
            await enrol(parts.database, _plan(community, one, reference, anchor, member_id))


async def _running(work: Work, registry: Registry, community_id: int, trigger: str) -> list[Kept]:
    """The journeys that such a trigger starts; those of a plugin that is off, or not there any more, take nobody in."""
    settings = PluginSettings(work, registry, community_id)
    on = {name for name, plugin in registry.plugins.items() if await settings.is_enabled(plugin)}
    return [kept for kept in await Journeys(work).triggered_by(community_id, trigger) if kept.plugin in on]


def _plan(community: Community, kept: Kept, trigger: str, anchor: datetime, member_id: int | None = None) -> Plan:
    return Plan(community, kept.id, kept.version, kept.journey, trigger, anchor, member_id)


async def release(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Let go what was held for a journey that runs again, or for a community that is no longer stopped."""
    await release_held(parts.database, arguments["community_id"], arguments.get("journey_id"))


async def nightly(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Facts that time moves."""
    async with parts.work() as work:
        communities = await Communities(work).all()
    names = [spec.name for spec in moved_by_time(parts.registry.facts)]
    for community in communities:
        await recompute(parts.database, parts.clock, parts.registry.facts, community.id, names=names)


async def forget(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Raw updates, jobs that are over, and incidents go once they are no longer needed.

    Of an update its id stays a while longer, so that it is not handled anew when it comes again.
    """
    now = parts.clock.now()
    while await _empty_some(parts.database, now - UPDATES_READABLE) == ROWS_AT_ONCE:
        pass
    over = jobs.c.state.in_(("done", "failed")) & (jobs.c.due_at < now - JOBS_KEPT)
    for key, old in (
        (intake.c.id, intake.c.handled_at < now - UPDATES_KNOWN),
        (jobs.c.id, over),
        (incidents.c.code, incidents.c.at < now - INCIDENTS_KEPT),
    ):
        while await _delete_some(parts.database, key, old) == ROWS_AT_ONCE:
            pass


async def _empty_some(database: Database, before: datetime) -> int:
    """Empty so many of the updates that were handled before a moment; returns how many."""
    some = sa.select(intake.c.id).where(intake.c.handled_at < before, intake.c.body != "").limit(ROWS_AT_ONCE)
    async with database.write() as transaction:
        return (await transaction.execute(sa.update(intake).where(intake.c.id.in_(some)).values(body=""))).rowcount


async def _delete_some(database: Database, key: sa.Column[Any], old: sa.ColumnElement[bool]) -> int:
    """Delete rows of the key's table, so many in one short transaction; returns how many."""
    some = sa.select(key).where(old).limit(ROWS_AT_ONCE)
    async with database.write() as transaction:
        return (await transaction.execute(sa.delete(key.table).where(key.in_(some)))).rowcount


CORE_JOBS: Mapping[str, CoreJob] = {
    "stream_ended": stream_ended,
    "activity": activity,
    "release": release,
    "nightly": nightly,
    "forget": forget,
}

CORE_EVERY: Mapping[str, timedelta] = {"nightly": timedelta(days=1), "forget": timedelta(hours=1)}
"""Those that are repeated, the first time at the start; the others are queued by what happens."""
