"""The journeys of a community: kept with every version, edited with an audit line, approved, paused and stopped."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.community.audit import Audit, AuditEntry, Restore
from bot.community.linked import counts_for
from bot.delivery.case import JourneyStatus
from bot.errors import UserError
from bot.model.decisions import Reason, State
from bot.model.events import JourneyReleased
from bot.model.journeys import Journey
from bot.model.titles import Titled, journey_named
from bot.storage.database import Database
from bot.storage.dialect import id_list, upsert
from bot.storage.queue import Line, enqueue
from bot.storage.tables import UNSETTLED, communities, deliveries, enrolments, journey_versions, journeys
from bot.storage.types import Json, to_micros
from bot.storage.work import Work
from bot.text.markup import echoed

AT_ONCE = 1_000
"""How many deliveries one write transaction lets go."""

_UNDERSTOOD_KEPT = 512


class Kept(Struct, frozen=True):
    """A journey as a community has it."""

    id: int
    community_id: int
    plugin: str
    status: JourneyStatus
    version: int
    journey: Journey
    author_id: int | None = None

    @property
    def name(self) -> Titled:
        """What moderators type: "followups.after-stream"."""
        return journey_named(f"{self.plugin}.{self.journey.name}")


class Journeys:
    """Reads and changes journeys within one piece of work."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def install(self, community_id: int, declared: Sequence[tuple[str, Journey]], status: JourneyStatus) -> None:
        """Give the community those of plugins' default journeys, each with its plugin, that it has not got."""
        known = await self._ids(community_id)
        new = {(plugin, journey.name): journey for plugin, journey in declared if (plugin, journey.name) not in known}
        if not new:
            return
        shared = {"community_id": community_id, "status": status.value, "version": 1}
        rows = [{**shared, "plugin": plugin, "name": name} for plugin, name in new]
        await self._work.insert_all(upsert(self._work.dialect, journeys).on_conflict_do_nothing(), rows)
        ids = await self._ids(community_id)
        versions = [_first_version(ids[named], journey, self._work.now) for named, journey in new.items()]
        # Somebody else may have been faster meanwhile.
        await self._work.insert_all(upsert(self._work.dialect, journey_versions).on_conflict_do_nothing(), versions)

    async def all(self, community_id: int) -> Sequence[Kept]:
        """Every journey of the community, by name."""
        rows = await self._work.rows(_OF_COMMUNITY, {"community_id": community_id})
        return sorted((_kept(row) for row in rows), key=lambda kept: kept.name)

    async def get(self, community_id: int, name: str) -> Kept:
        """The journey called "plugin.name", or just "name" where only one is. Raises UserError when there is none."""
        found = [kept for kept in await self.all(community_id) if name in (kept.name, kept.journey.name)]
        if len(found) != 1:
            known = ", ".join(kept.name for kept in await self.all(community_id))
            raise UserError("journey-unknown", asked=echoed(name), known=known)
        return found[0]

    async def triggered_by(self, community_id: int, kind: str) -> Sequence[Kept]:
        """The journeys that a trigger of this kind starts; stopped ones enrol nobody."""
        return [
            kept
            for kept in await self.all(community_id)
            if kept.journey.trigger.kind == kind and kept.status is not JourneyStatus.STOPPED
        ]

    async def edit(self, kept: Kept, journey: Journey, by: int | None) -> Kept:
        """A new version for those who enrol from now on; who is under way stays on theirs. Needs approval anew.

        Raises UserError when `kept` is not the newest version any more.
        """
        if journey == kept.journey:
            return kept
        await self.put_version(kept, journey, by)
        before, after = kept.journey.model_dump(mode="json"), journey.model_dump(mode="json")
        await Audit(self._work).note(kept.community_id, by, "journey.edit", kept.name, before, after)
        return await self.get(kept.community_id, kept.name)

    async def put_version(self, kept: Kept, journey: Journey, by: int | None) -> None:
        """Write the next version, without an audit line. What was approved before has to be approved anew."""
        status = kept.status
        if status in (JourneyStatus.RUNNING, JourneyStatus.PAUSED):
            status = JourneyStatus.WAITING
        change = sa.update(journeys).where(journeys.c.id == kept.id, journeys.c.version == kept.version)
        changed = await self._work.execute(change.values(version=kept.version + 1, status=status.value))
        if changed.rowcount != 1:
            raise UserError("journey-changed-meanwhile", name=kept.name, typed=str(kept.name))
        await self._write_version(kept.id, kept.version + 1, journey, by)

    async def approve(self, kept: Kept, by: int, *, others: int) -> Kept:
        """Let a journey run and release what it held. `others`: how many other people could approve it.

        Raises UserError when the author approves their own edit although somebody else could, and when `kept` is not
        the newest version any more: nobody has looked at that one.
        """
        if kept.author_id == by and others and kept.status in (JourneyStatus.WAITING, JourneyStatus.SHADOW):
            raise UserError("journey-second-person", name=kept.name)
        newest = sa.update(journeys).where(journeys.c.id == kept.id, journeys.c.version == kept.version)
        if (await self._work.execute(newest.values(status=JourneyStatus.RUNNING.value))).rowcount != 1:
            raise UserError("journey-changed-meanwhile", name=kept.name, typed=str(kept.name))
        same = (journey_versions.c.journey_id == kept.id) & (journey_versions.c.version == kept.version)
        await self._work.execute(sa.update(journey_versions).where(same).values(approved_by=by))
        return await self.set_status(kept, JourneyStatus.RUNNING, by)

    async def set_status(self, kept: Kept, status: JourneyStatus, by: int | None) -> Kept:
        """Run, pause or stop it. Nobody is lost by a pause: what is due meanwhile is held, and decided afresh after."""
        if status is kept.status:
            return kept
        await self.put_status(kept, status)
        await Audit(self._work).note(
            kept.community_id, by, "journey.status", kept.name, kept.status.value, status.value
        )
        return await self.get(kept.community_id, kept.name)

    async def put_status(self, kept: Kept, status: JourneyStatus) -> None:
        """The same without an audit line."""
        await self._work.execute(sa.update(journeys).where(journeys.c.id == kept.id).values(status=status.value))
        if status in (JourneyStatus.RUNNING, JourneyStatus.STOPPED):
            await _release_soon(self._work, kept.community_id, journey_id=kept.id)
        if status is JourneyStatus.RUNNING:
            self._tell_of_release(kept)

    def _tell_of_release(self, kept: Kept) -> None:
        released = JourneyReleased(
            community_id=kept.community_id, at=self._work.now, journey_id=kept.id, name=kept.name
        )
        self._work.emit(released)

    async def plugin_is_on(self, community_id: int, plugin: str) -> None:
        """Let its journeys go on: the plugin was off, and what fell due meanwhile was held (`release_held`)."""
        for kept in await self.all(community_id):
            if kept.plugin == plugin and kept.status is JourneyStatus.RUNNING:
                self._tell_of_release(kept)

    async def held_for_plugins(self, community_id: int) -> frozenset[str]:
        """The plugins for which something is held."""
        query = (
            sa.select(journeys.c.plugin)
            .join(enrolments, enrolments.c.journey_id == journeys.c.id)
            .join(deliveries, deliveries.c.enrolment_id == enrolments.c.id)
            .where(deliveries.c.community_id == community_id, deliveries.c.state == State.HELD.value)
            .where(deliveries.c.reason == Reason.PLUGIN_OFF.value)
        )
        return frozenset(row[0] for row in await self._work.rows(query.distinct()))

    async def start(self, kept: Kept, by: int | None) -> None:
        """Let a one-off journey begin now for its whole audience; as any other it sends nothing before it is approved.

        Raises UserError for a journey that something else starts, and for one that is stopped.
        """
        if kept.journey.trigger.kind != "once":
            raise UserError("journey-starts-itself", name=kept.name, typed=str(kept.name))
        if kept.status is JourneyStatus.STOPPED:
            raise UserError("journey-is-stopped", name=kept.name, typed=str(kept.name))
        at = to_micros(self._work.now)
        arguments = {"community_id": kept.community_id, "journey_id": kept.id, "at": at}
        line = Line("core", "once", arguments, community_id=kept.community_id, key=f"core:once:{kept.id}:{at}")
        await enqueue(await self._work.transaction(), line, self._work.now)
        await Audit(self._work).note(kept.community_id, by, "journey.start", kept.name, None, at)

    async def under_way(self, community_id: int) -> dict[int, int]:
        """By journey's id, how many people still have something of it to come."""
        query = (
            sa.select(enrolments.c.journey_id, sa.func.count(counts_for(enrolments.c.member_id).distinct()))
            .join(deliveries, deliveries.c.enrolment_id == enrolments.c.id)
            .where(deliveries.c.community_id == community_id, enrolments.c.ended.is_(None))
            .where(UNSETTLED)
            .group_by(enrolments.c.journey_id)
        )
        return {row[0]: row[1] for row in await self._work.rows(query)}

    async def counts(self, kept: Kept, trigger: str | None = None) -> dict[tuple[str, str, str], int]:
        """How many deliveries stand where: (step, state, reason) to number; of one trigger or of all."""
        query = (
            sa.select(deliveries.c.step, deliveries.c.state, deliveries.c.reason, sa.func.count())
            .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
            .where(enrolments.c.journey_id == kept.id)
            .group_by(deliveries.c.step, deliveries.c.state, deliveries.c.reason)
        )
        if trigger is not None:
            query = query.where(enrolments.c.trigger == trigger)
        return {(step, state, reason or ""): count for step, state, reason, count in await self._work.rows(query)}

    async def enrolled(self, kept: Kept, trigger: str | None = None) -> int:
        """How many people are or were in it."""
        people = sa.select(sa.func.count(counts_for(enrolments.c.member_id).distinct()))
        query = people.where(enrolments.c.journey_id == kept.id)
        if trigger is not None:
            query = query.where(enrolments.c.trigger == trigger)
        return int(await self._work.value(query))

    async def versions(self, kept: Kept, trigger: str) -> frozenset[int]:
        """The versions that people are in through one trigger."""
        query = sa.select(enrolments.c.version).where(enrolments.c.journey_id == kept.id)
        rows = await self._work.rows(query.where(enrolments.c.trigger == trigger).distinct())
        return frozenset(row[0] for row in rows)

    async def _ids(self, community_id: int) -> Mapping[tuple[str, str], int]:
        """The community's journeys by plugin and name."""
        query = sa.select(journeys.c.id, journeys.c.plugin, journeys.c.name)
        rows = await self._work.rows(query.where(journeys.c.community_id == community_id))
        return {(plugin, name): id for id, plugin, name in rows}

    async def _write_version(self, journey_id: int, version: int, journey: Journey, by: int | None) -> None:
        row = {**_first_version(journey_id, journey, self._work.now), "version": version, "author_id": by}
        await self._work.execute(sa.insert(journey_versions).values(row))


def _first_version(journey_id: int, journey: Journey, now: datetime) -> Mapping[str, Any]:
    definition = journey.model_dump(mode="json")
    return {"journey_id": journey_id, "version": 1, "definition": definition, "created_at": now}


def _select() -> sa.Select[*tuple[Any, ...]]:
    same = (journey_versions.c.journey_id == journeys.c.id) & (journey_versions.c.version == journeys.c.version)
    definition = sa.type_coerce(journey_versions.c.definition, sa.Text).label("definition")
    return sa.select(journeys, definition, journey_versions.c.author_id).join(journey_versions, same)


_OF_COMMUNITY = _select().where(journeys.c.community_id == sa.bindparam("community_id"))

# Whatever happens in a community begins with its journeys, and to check one costs more than to find it.
_understood = lru_cache(maxsize=_UNDERSTOOD_KEPT)(Journey.model_validate_json)


def _kept(row: sa.Row[*tuple[Any, ...]]) -> Kept:
    return Kept(
        id=row.id,
        community_id=row.community_id,
        plugin=row.plugin,
        status=JourneyStatus(row.status),
        version=row.version,
        journey=_understood(row.definition),
        author_id=row.author_id,
    )


async def _release_soon(work: Work, community_id: int, **arguments: int) -> None:
    """Held deliveries are let go by a job, in chunks: there may be more than one short transaction can change."""
    arguments["community_id"] = community_id
    await enqueue(await work.transaction(), Line("core", "release", arguments, community_id=community_id), work.now)


async def release_held(
    database: Database,
    community_id: int,
    journey_id: int | None = None,
    *,
    plugin: str | None = None,
    reason: Reason = Reason.ALL_STOPPED,
) -> int:
    """Let go what was held for a journey, for a plugin's journeys, or for a reason that is the whole community's.

    Returns how many.

    Each is decided afresh: what became pointless meanwhile is thereby skipped, not sent late.
    """
    still = deliveries.c.state == State.HELD.value
    found = sa.select(deliveries.c.id).where(deliveries.c.community_id == community_id)
    if journey_id is not None:
        of_it = (enrolments.c.id == deliveries.c.enrolment_id) & (enrolments.c.journey_id == journey_id)
        found = found.join(enrolments, of_it)
        still &= deliveries.c.reason != Reason.ALL_STOPPED.value
    elif plugin is not None:
        found = found.join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
        found = found.join(journeys, journeys.c.id == enrolments.c.journey_id).where(journeys.c.plugin == plugin)
        still &= deliveries.c.reason == Reason.PLUGIN_OFF.value
    else:
        still &= deliveries.c.reason == reason.value
    released, after = 0, 0
    while ids := await _next_ids(database, found.where(still), after):
        listed = sa.bindparam("listed", ids, type_=Json)
        async with database.write() as transaction:
            change = sa.update(deliveries).where(deliveries.c.id.in_(id_list(transaction.dialect, listed)), still)
            released += (await transaction.execute(change.values(state=State.PENDING.value, reason=None))).rowcount
        after = ids[-1]
    return released


async def _next_ids(database: Database, found: sa.Select[int], after: int) -> list[int]:
    """Each row is looked at once: what the engine holds again meanwhile must not keep this going for ever."""
    chunk = found.where(deliveries.c.id > after).order_by(deliveries.c.id).limit(AT_ONCE)
    async with database.read() as reader:  # to look for them may take longer than a transaction should
        return [row[0] for row in await reader.rows(chunk)]


async def stop_everything(work: Work, community_id: int, by: int | None) -> None:
    """Nothing unasked leaves for this community from now on; what is due is held."""
    await _put_stopped(work, community_id, stopped=True)
    await Audit(work).note(community_id, by, "everything.stop", "", False, True)


async def resume_everything(work: Work, community_id: int, by: int | None) -> None:
    """Undo `stop_everything`; what was held is decided afresh (`release_held`)."""
    await _put_stopped(work, community_id, stopped=False)
    await Audit(work).note(community_id, by, "everything.resume", "", True, False)


async def _put_stopped(work: Work, community_id: int, *, stopped: bool) -> None:
    since = work.now if stopped else None
    await work.execute(sa.update(communities).where(communities.c.id == community_id).values(stopped_at=since))
    if not stopped:
        await _release_soon(work, community_id)


async def _restore_edit(work: Work, community_id: int, subject: str, value: Any) -> None:
    kept = await Journeys(work).get(community_id, subject)
    author = await _author_of(work, kept.id, value)
    await Journeys(work).put_version(kept, Journey.model_validate(value), author)


async def _author_of(work: Work, journey_id: int, definition: Any) -> int | None:
    """Who wrote what is brought back: undoing something must not be a way to approve one's own edit."""
    query = sa.select(journey_versions.c.definition, journey_versions.c.author_id)
    mine = query.where(journey_versions.c.journey_id == journey_id).order_by(journey_versions.c.version.desc())
    return next((row.author_id for row in await work.rows(mine) if row.definition == definition), None)


async def _restore_status(work: Work, community_id: int, subject: str, value: Any) -> None:
    journeys_here = Journeys(work)
    await journeys_here.put_status(await journeys_here.get(community_id, subject), JourneyStatus(value))


async def _status_stands(work: Work, community_id: int, entry: AuditEntry) -> bool:
    """An edit moves the status as well: undoing a pause or a stop must not let run what nobody has approved since."""
    kept = await Journeys(work).get(community_id, entry.subject)
    if kept.status.value != entry.after:
        return False
    same = (journey_versions.c.journey_id == kept.id) & (journey_versions.c.version == kept.version)
    approved_by = await work.value(sa.select(journey_versions.c.approved_by).where(same))
    runs = entry.before in (JourneyStatus.RUNNING.value, JourneyStatus.PAUSED.value)
    return not runs or kept.author_id is None or approved_by is not None


async def _restore_stopped(work: Work, community_id: int, subject: str, value: Any) -> None:
    await _put_stopped(work, community_id, stopped=bool(value))


RESTORE: Mapping[str, Restore] = {
    "journey.edit": Restore(_restore_edit),
    "journey.status": Restore(_restore_status, _status_stands),
    "everything.stop": Restore(_restore_stopped),
    "everything.resume": Restore(_restore_stopped),
}
"""How changes of journeys are undone. What an undone edit brings back has to be approved like any other version."""
