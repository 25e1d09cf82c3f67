"""Durable jobs: claimed with a lease, run under guard, repeated a few times when they fail, never lost at a crash."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, LiteralString

import orjson
import sqlalchemy as sa

from bot.community.people import Communities
from bot.core.context import Background
from bot.core.declarations import Job
from bot.core.incidents import note_incident
from bot.core.parts import Parts
from bot.core.registry import event_of
from bot.core.settings import PluginSettings
from bot.guard import Failure, attempt, failure_of
from bot.storage.database import Transaction
from bot.storage.queue import Line, enqueue
from bot.storage.tables import jobs
from bot.storage.types import from_micros, to_micros

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
SECONDS = 240.0
ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=30)

CoreJob = Callable[[Parts, Mapping[str, Any]], Awaitable[None]]
"""A job of the core's own: it does its own short transactions, and doing it twice changes nothing."""

_CLAIM: LiteralString = """
UPDATE jobs SET lease_until = :lease, attempts = attempts + 1
WHERE id IN (SELECT id FROM jobs WHERE state = 'pending' AND due_at <= :now
             AND (lease_until IS NULL OR lease_until < :now) ORDER BY due_at, id LIMIT :count {skip})
RETURNING id, plugin, name, community_id, arguments, attempts, due_at
"""


@dataclass(frozen=True, slots=True)
class Queued:
    """A claimed job."""

    id: int
    plugin: str
    name: str
    community_id: int | None
    arguments: Mapping[str, Any]
    attempts: int
    due_at: datetime
    lease: datetime


class JobRunner:
    """Runs what is due. `core_jobs` are the core's own, by name; `core_every` says which of them are repeated."""

    def __init__(
        self, parts: Parts, core_jobs: Mapping[str, CoreJob], core_every: Mapping[str, timedelta] | None = None
    ) -> None:
        self._parts = parts
        self._core_jobs = core_jobs
        self._core_every = core_every or {}
        self._stretches: dict[tuple[str, str], int] = {}

    async def recover(self) -> None:
        """Free the jobs that a dead process held; for a process that is alone with its database."""
        async with self._parts.database.write() as transaction:
            await transaction.run(
                "UPDATE jobs SET lease_until = NULL WHERE state = 'pending' AND lease_until IS NOT NULL"
            )

    async def run_due(self) -> int:
        """Run every job that is due by now; returns how many."""
        await self._queue_repeated()
        total = 0
        while claimed := await self._claim():
            for job in claimed:
                if self._parts.clock.now() < job.lease:  # else those before it took so long that others may have it
                    await self._run(job)
            total += len(claimed)
        return total

    async def next_due(self) -> datetime | None:
        """When the next job is due, one that is repeated also counts; None when there is none at all."""
        async with self._parts.database.read() as reader:
            sql: LiteralString = "SELECT min(max(due_at, coalesce(lease_until, 0))) FROM jobs WHERE state = 'pending'"
            if reader.dialect == "postgresql":
                sql = sql.replace("max(", "greatest(")
            rows = await reader.fetch(sql)
        queued = [from_micros(rows[0][0])] if rows[0][0] is not None else []
        repeated = [_begin_of(stretch + 1, every) for stretch, every in self._known_stretches()]
        return min([*queued, *repeated], default=None)

    def _known_stretches(self) -> list[tuple[int, timedelta]]:
        repeated = self._repeated()
        return [(stretch, repeated[job]) for job, stretch in self._stretches.items() if job in repeated]

    async def _claim(self, count: int = 20) -> list[Queued]:
        now = self._parts.clock.now()
        lease = now + LEASE
        async with self._parts.database.write() as transaction:
            skip: LiteralString = "FOR UPDATE SKIP LOCKED" if transaction.dialect == "postgresql" else ""
            values = {"now": to_micros(now), "lease": to_micros(lease), "count": count}
            rows = await transaction.fetch(_CLAIM.replace("{skip}", skip), values)
        claimed = [
            Queued(id, plugin, name, community, orjson.loads(arguments), attempts, from_micros(due), lease)
            for id, plugin, name, community, arguments, attempts, due in rows
        ]
        return sorted(claimed, key=lambda job: (job.due_at, job.id))

    async def _run(self, job: Queued) -> None:
        done = await attempt(self._perform(job), place=f"job {job.plugin}.{job.name}", seconds=SECONDS)
        if isinstance(done, Failure):
            # A refusal has nobody to read it here, so it counts as a fault like any other.
            await self._failed(job, done if done.refusal is None else failure_of(done.refusal))

    async def _perform(self, job: Queued) -> None:
        if job.plugin == "core":
            await self._core_jobs[job.name](self._parts, job.arguments)
            async with self._parts.database.write() as transaction:
                await _finish(transaction, job)
            return
        declared = self._parts.registry.jobs.get((job.plugin, job.name))
        async with self._parts.work() as work:
            if declared is not None and job.community_id is not None:
                community = await Communities(work).get(job.community_id)
                settings = PluginSettings(work, self._parts.registry, community.id)
                if await settings.is_enabled(settings.plugin(job.plugin)):
                    context = Background(self._parts, work, community, job.plugin)
                    if isinstance(declared, Job):
                        await declared.handler(context, **job.arguments)
                    else:
                        await declared.handler(context, event_of(declared, job.arguments))
            await _finish(await work.transaction(), job)

    async def _failed(self, job: Queued, failure: Failure) -> None:
        now = self._parts.clock.now()
        again = job.attempts < ATTEMPTS
        change = {"due_at": now + FIRST_WAIT * 4 ** (job.attempts - 1)} if again else {"state": "failed"}
        async with self._parts.database.write() as transaction:
            await note_incident(transaction, failure, now, plugin=job.plugin, place=f"job {job.name}")
            mine = (jobs.c.id == job.id) & (jobs.c.lease_until == job.lease)
            await transaction.execute(
                sa.update(jobs).where(mine).values(lease_until=None, incident=failure.code, **change)
            )

    async def _queue_repeated(self) -> None:
        """Jobs that run again and again have one line for each stretch of time; a stretch that was missed is gone."""
        now = self._parts.clock.now()
        due = {}
        for job, every in self._repeated().items():
            stretch = (now - _EPOCH) // every
            if self._stretches.get(job) != stretch:
                due[job] = stretch
        if not due:
            return
        async with self._parts.work() as work:
            communities = await Communities(work).all()
            for (plugin, name), stretch in due.items():
                # The core's own see to all communities at once.
                for community_id in [None] if plugin == "core" else [community.id for community in communities]:
                    key = f"every:{plugin}.{name}:{community_id or 0}:{stretch}"
                    line = Line(plugin, name, {}, community_id=community_id, key=key)
                    await enqueue(await work.transaction(), line, now)
        self._stretches |= due

    def _repeated(self) -> Mapping[tuple[str, str], timedelta]:
        plugins = self._parts.registry.jobs.items()
        own = {key: job.every for key, job in plugins if isinstance(job, Job) and job.every is not None}
        return {("core", name): every for name, every in self._core_every.items()} | own


_EPOCH = from_micros(0)


def _begin_of(stretch: int, every: timedelta) -> datetime:
    """When a stretch of time begins; they are counted from 1970 on."""
    return _EPOCH + stretch * every


async def _finish(transaction: Transaction, job: Queued) -> None:
    """Note that it is done; raises when the lease was lost, so that what it wrote is undone."""
    mine = (jobs.c.id == job.id) & (jobs.c.lease_until == job.lease) & (jobs.c.state == "pending")
    done = await transaction.execute(sa.update(jobs).where(mine).values(state="done", lease_until=None))
    if done.rowcount != 1:
        raise RuntimeError(f"job {job.id} took longer than its lease and was taken over")
