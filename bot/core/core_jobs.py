"""The core's own durable jobs: what follows from events, and the housekeeping. Each may be done twice harmlessly."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.communities import Communities
from bot.community.facts import moved_by_time
from bot.config import RetentionConfig
from bot.core.erasing import erase
from bot.core.invite_look import look_at_invites
from bot.core.jobs import CoreJob, Repeat
from bot.core.linking import linked
from bot.core.moved_in import move_in, moved_in
from bot.core.moving import (
    arrived,
    catch_up,
    going_on,
    learn,
    look_again,
    move_after_stream,
    move_everybody,
    preference_changed,
    watch_segments,
)
from bot.core.native_news import jobs_for as native_jobs_for
from bot.core.native_news import look_at_natives, native_failed, native_opened
from bot.core.parting import leave
from bot.core.parts import Parts
from bot.core.pointing import points_due, points_moved
from bot.core.triggering import LOOK_AHEAD, activity, once, segment_entered, start_dates, stream_ended, stream_left_out
from bot.delivery.effects import IS_MESSAGE
from bot.delivery.journeys import release_held
from bot.model.events import (
    ActivityRecorded,
    Event,
    MemberArrived,
    NativeSettled,
    PluginEnabled,
    PointsMoved,
    PreferenceChanged,
    StreamEnded,
)
from bot.storage.database import Database
from bot.storage.further_tables import join_requests, link_attempts, link_requests
from bot.storage.queue import Line
from bot.storage.resealing import seal_anew
from bot.storage.tables import deliveries, incidents, intake, jobs
from bot.storage.tables import metadata as core_tables

log = logging.getLogger(__name__)

ROWS_AT_ONCE = 1000
UPDATES_KNOWN = timedelta(days=2)  # Telegram hands over again for a day what was not confirmed
LINKS_ASKED = timedelta(days=1)


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
        case MemberArrived():
            who = {"community_id": event.community_id, "member_ids": [event.member_id]}
            return [Line("core", "arrived", who, community_id=event.community_id, key=f"core:{event.key}")]
        case PointsMoved():
            moved = {"community_id": event.community_id, "member_ids": list(event.member_ids)}
            return [Line("core", "points_moved", moved, community_id=event.community_id, key=f"core:{event.key}")]
        case PreferenceChanged():
            chose = {"community_id": event.community_id, "member_ids": list(event.member_ids), "what": event.what}
            # Without a key: whoever changes their mind twice in a moment is looked at twice.
            return [Line("core", "preference_changed", chose, community_id=event.community_id)]
        case PluginEnabled():
            on = {"community_id": event.community_id, "plugin": event.plugin}
            # Without a key: undoing and doing again may fall into one moment.
            return [Line("core", name, on, community_id=event.community_id) for name in ("release", "catch_up")]
        case NativeSettled():
            return native_jobs_for(event)
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
    before = {name: parts.clock.now() - age for name, age in _ages(parts.retention).items()}
    async with parts.database.read() as reader:
        some = await reader.row(_IS_ANY_OLD, before)
    for old, is_any in zip(_OLD, some or (), strict=True):
        while is_any and await _forget_some(parts.database, old, before) == ROWS_AT_ONCE:
            pass


async def seal(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """What people wrote is sealed with the newest key, as after it was changed."""
    own = [plugin.tables for plugin in parts.registry.plugins.values() if plugin.tables is not None]
    tables = [table for metadata in (core_tables, *own) for table in metadata.sorted_tables]
    if done := await seal_anew(parts.database, tables):
        log.info("%d texts were sealed with the newest key", done)


class _Old(Struct, frozen=True):
    """Rows that go when they are old, or are emptied; `found` selects their ids, some at a time."""

    id: sa.Column[Any]
    found: sa.Select[Any]
    emptied: sa.Update | None


def _old(id: sa.Column[Any], which: sa.ColumnElement[bool], **kept: Any) -> _Old:
    emptied = sa.update(id.table).values(**kept) if kept else None
    return _Old(id, sa.select(id).where(which).limit(ROWS_AT_ONCE), emptied)


def _ages(retention: RetentionConfig) -> Mapping[str, timedelta]:
    """For how long each kind is kept, by the name that `_OLD` has for the moment that lies so far back."""
    return {
        "readable": timedelta(hours=retention.update_hours),
        "known": UPDATES_KNOWN,
        "jobs": timedelta(days=retention.job_days),
        "posts": timedelta(days=retention.post_days),
        "incidents": timedelta(days=retention.incident_days),  # their traces may hold what people typed
        "links": LINKS_ASKED,
    }


def _before(kind: str) -> sa.BindParameter[datetime]:
    return sa.bindparam(kind)


def _goes_with_its_key() -> sa.ColumnElement[bool]:
    """Jobs without a key, and those about what happens once anyway: events, tasks of deliveries, stretches of time."""
    repeated, task = jobs.c.key.startswith("every:"), jobs.c.key.startswith("task:")
    return jobs.c.key.is_(None) | (jobs.c.plugin == "core") | jobs.c.name.startswith("on:") | repeated | task


_READABLE_NO_MORE = (intake.c.handled_at < _before("readable")) & (intake.c.body != "")
_IS_OVER = jobs.c.state.in_(("done", "failed")) & (jobs.c.due_at < _before("jobs"))
# Posts for everybody, or for hosts: what they said may be somebody's words.
_IS_POST = deliveries.c.member_id.is_(None) & deliveries.c.payload.is_not(None)
_OLD = (
    _old(intake.c.id, _READABLE_NO_MORE, body="", account=""),
    _old(intake.c.id, intake.c.handled_at < _before("known")),
    _old(jobs.c.id, _IS_OVER & _goes_with_its_key()),
    _old(jobs.c.id, _IS_OVER, state="forgotten", arguments={}),
    _old(deliveries.c.id, ~IS_MESSAGE & (deliveries.c.settled_at < _before("jobs"))),
    _old(deliveries.c.id, _IS_POST & (deliveries.c.settled_at < _before("posts")), payload=None),
    _old(incidents.c.code, incidents.c.at < _before("incidents")),
    _old(link_requests.c.id, link_requests.c.expires_at < _before("links")),
    _old(join_requests.c.id, join_requests.c.expires_at < _before("links")),
    _old(link_attempts.c.id, link_attempts.c.at < _before("links")),
)
_IS_ANY_OLD: Final = sa.select(*(sa.exists(old.found).label(f"old_{place}") for place, old in enumerate(_OLD)))
"""Asked first, since most of the time there is nothing."""


async def _forget_some(database: Database, old: _Old, before: Mapping[str, datetime]) -> int:
    """Forget some rows in a short transaction; returns how many."""
    async with database.read() as reader:  # to look for them may take longer than a transaction should
        ids = [row[0] for row in await reader.rows(old.found, before)]
    if ids:
        change = sa.delete(old.id.table) if old.emptied is None else old.emptied
        async with database.write() as transaction:
            await transaction.execute(change.where(old.id.in_(ids)))
    return len(ids)


CORE_JOBS: Mapping[str, CoreJob] = {
    "stream_ended": stream_ended,
    "move_after_stream": move_after_stream,
    "learn": learn,
    "look_again": look_again,
    "arrived": arrived,
    "stream_left_out": stream_left_out,
    "activity": activity,
    "look_ahead": look_ahead,
    "segment_entered": segment_entered,
    "once": once,
    "release": release,
    "catch_up": catch_up,
    "nightly": nightly,
    "forget": forget,
    "seal": seal,
    "erase": erase,
    "linked": linked,
    "points_moved": points_moved,
    "preference_changed": preference_changed,
    "points_due": points_due,
    "native_failed": native_failed,
    "native_opened": native_opened,
    "look_at_natives": look_at_natives,
    "look_at_invites": look_at_invites,
    "move_in": move_in,
    "moved_in": moved_in,
    "part": leave,
}

CORE_REPEATED: Mapping[str, Repeat] = {
    "nightly": Repeat(timedelta(days=1)),
    "look_ahead": Repeat(LOOK_AHEAD, always=True),  # also for communities that an import made a moment ago
    "forget": Repeat(timedelta(hours=6), always=True),
    "seal": Repeat(timedelta(days=1), always=True),
    "points_due": Repeat(timedelta(hours=6)),
    "look_at_natives": Repeat(timedelta(days=1)),
    "look_at_invites": Repeat(timedelta(days=1)),
}
"""Those that are repeated; the others are queued by what happens."""
