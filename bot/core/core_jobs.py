"""The core's own durable jobs: what follows from events, and the housekeeping. Each may be done twice harmlessly."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.community.facts import moved_by_time
from bot.community.people import Communities
from bot.core.jobs import CoreJob
from bot.core.moving import going_on, move_after_stream, move_everybody, watch_segments
from bot.core.parts import Parts
from bot.core.triggering import LOOK_AHEAD, activity, once, segment_entered, start_dates, stream_ended, stream_left_out
from bot.delivery.journeys import release_held
from bot.model.events import ActivityRecorded, Event, StreamEnded
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.tables import incidents, intake, jobs

ROWS_AT_ONCE = 1000
UPDATES_READABLE = timedelta(hours=6)
UPDATES_KNOWN = timedelta(days=2)  # Telegram hands over again for a day what was not confirmed
JOBS_KEPT = timedelta(days=14)
INCIDENTS_KEPT = timedelta(days=90)  # their traces may hold what people typed


def own_jobs_for(event: Event) -> list[Line]:
    """The core's own reactions to an event."""
    match event:
        case StreamEnded():
            stream = {"community_id": event.community_id, "stream_id": event.stream_id}
            return [Line("core", "stream_ended", stream, community_id=event.community_id, key=f"core:{event.key}")]
        case ActivityRecorded():
            arguments = {
                "community_id": event.community_id,
                "member_id": event.member_id,
                "kind": event.kind,
                "reference": event.reference,
                "at": event.at.isoformat(),
            }
            return [Line("core", "activity", arguments, community_id=event.community_id, key=f"core:{event.key}")]
        case _:
            return []


async def release(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Let go what was held for a journey that runs again, a plugin that is on, a community that is not stopped."""
    journey_id, plugin = arguments.get("journey_id"), arguments.get("plugin")
    await release_held(parts.database, arguments["community_id"], journey_id, plugin=plugin)


async def nightly(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Facts that time moves, in one community after another; when it was at many members, another job goes on."""
    async with parts.work() as work:
        ids = [community.id for community in await Communities(work).all()]
    names = [spec.name for spec in moved_by_time(parts.registry.facts)]
    first, after, most = arguments.get("community_id", 0), arguments.get("after", 0), parts.members_in_one_job
    for id in sorted(id for id in ids if id >= first):
        on = going_on("nightly", id, job)
        most -= await move_everybody(parts, id, names, on, after=after if id == first else 0, most=most)
        if not most:
            return


async def look_ahead(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Segments that a journey waits for by now are watched, and the days that begin soon are planned."""
    async with parts.work() as work:
        communities = await Communities(work).all()
    for community in communities:
        await watch_segments(parts, community.id)
        await start_dates(parts, community)


async def forget(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Raw updates, jobs that are over, and incidents go once they are no longer needed.

    Of an update its id stays a while longer, so that it is not handled anew when it comes again; of a job that was
    queued with a key the key stays for good, since nothing else may know that it must not come a second time.
    """
    now = parts.clock.now()
    over = jobs.c.state.in_(("done", "failed")) & (jobs.c.due_at < now - JOBS_KEPT)
    readable = (intake.c.handled_at < now - UPDATES_READABLE) & (intake.c.body != "")
    for id, old, kept in (
        (intake.c.id, readable, {"body": ""}),
        (intake.c.id, intake.c.handled_at < now - UPDATES_KNOWN, None),
        (jobs.c.id, over & _goes_with_its_key(), None),
        (jobs.c.id, over, {"state": "forgotten", "arguments": {}}),
        (incidents.c.code, incidents.c.at < now - INCIDENTS_KEPT, None),
    ):
        while await _forget_some(parts.database, id, old, kept) == ROWS_AT_ONCE:
            pass


def _goes_with_its_key() -> sa.ColumnElement[bool]:
    """Jobs without a key, and those about what happens once anyway: events, tasks of deliveries, stretches of time."""
    repeated, task = jobs.c.key.startswith("every:"), jobs.c.key.startswith("task:")
    return jobs.c.key.is_(None) | (jobs.c.plugin == "core") | jobs.c.name.startswith("on:") | repeated | task


async def _forget_some(
    database: Database, id: sa.Column[Any], old: sa.ColumnElement[bool], kept: Mapping[str, Any] | None
) -> int:
    """Delete old rows of the table, or empty them down to what is `kept`; so many in a short transaction, returned."""
    async with database.read() as reader:  # to look for them may take longer than a transaction should
        ids = [row[0] for row in await reader.rows(sa.select(id).where(old).limit(ROWS_AT_ONCE))]
    if ids:
        change = sa.delete(id.table) if kept is None else sa.update(id.table).values(**kept)
        async with database.write() as transaction:
            await transaction.execute(change.where(id.in_(ids)))
    return len(ids)


CORE_JOBS: Mapping[str, CoreJob] = {
    "stream_ended": stream_ended,
    "move_after_stream": move_after_stream,
    "stream_left_out": stream_left_out,
    "activity": activity,
    "look_ahead": look_ahead,
    "segment_entered": segment_entered,
    "once": once,
    "release": release,
    "nightly": nightly,
    "forget": forget,
}

CORE_EVERY: Mapping[str, timedelta] = {
    "nightly": timedelta(days=1),
    "look_ahead": LOOK_AHEAD,
    "forget": timedelta(hours=6),
}
"""Those that are repeated, the first time at the start; the others are queued by what happens."""
