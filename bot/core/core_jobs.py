"""The core's own durable jobs: what follows from events, and the housekeeping. Each may be done twice harmlessly."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.community.facts import moved_by_time
from bot.community.people import Communities
from bot.core.jobs import CoreJob
from bot.core.moving import move_everybody, watch_segments
from bot.core.parts import Parts
from bot.core.triggering import LOOK_AHEAD, activity, once, segment_entered, start_dates, stream_ended
from bot.delivery.journeys import release_held
from bot.model.events import ActivityRecorded, Event, StreamEnded
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.tables import incidents, intake, jobs

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


async def release(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Let go what was held for a journey that runs again, or for a community that is no longer stopped."""
    await release_held(parts.database, arguments["community_id"], arguments.get("journey_id"))


async def nightly(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Facts that time moves."""
    async with parts.work() as work:
        communities = await Communities(work).all()
    names = [spec.name for spec in moved_by_time(parts.registry.facts)]
    for community in communities:
        await move_everybody(parts, community.id, names)


async def look_ahead(parts: Parts, arguments: Mapping[str, Any]) -> None:
    """Segments that a journey waits for by now are watched, and the days that begin soon are planned."""
    async with parts.work() as work:
        communities = await Communities(work).all()
    for community in communities:
        await watch_segments(parts, community.id)
        await start_dates(parts, community)


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
