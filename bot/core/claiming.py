"""The lines of the queue of jobs in this process's hands: claimed with a lease, given back, or done."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, LiteralString

import sqlalchemy as sa
from msgspec import Struct, json

from bot.core.lanes import LANE, Lane
from bot.storage.database import Database, Transaction
from bot.storage.tables import jobs
from bot.storage.types import from_micros, to_json, to_micros
from bot.storage.unpacking import unpacked

LEASE = timedelta(minutes=5)
CLAIMED_AT_ONCE = 20

_DUE: LiteralString = "state = 'pending' AND due_at <= :now AND (lease_until IS NULL OR lease_until < :now)"
_IS_ANY_DUE: LiteralString = f"SELECT 1 FROM jobs WHERE {_DUE} LIMIT 1"
_CORE_FIRST: LiteralString = """
NOT EXISTS (SELECT 1 FROM jobs AS own WHERE own.key = replace(jobs.key, jobs.plugin || '.' || jobs.name || ':', 'core:')
            AND own.plugin = 'core' AND jobs.plugin <> 'core' AND own.state = 'pending' AND own.incident IS NULL)
"""
"""Plugins hear of an event once the core has done its own work on it, or has failed at it."""


class Claimed(Struct, frozen=True):
    """A job that nobody else takes until its lease is over."""

    id: int
    plugin: str
    name: str
    community_id: int | None
    arguments: Mapping[str, Any]
    attempts: int
    due_at: datetime
    lease: datetime
    lane: Lane


async def claim(
    database: Database, now: datetime, *, full: Iterable[str] = (), busy: Iterable[str] = ()
) -> Sequence[Claimed]:
    """Some of what is due, in its order, but nothing of plugins that are `full` nor in lanes that are `busy`."""
    lease = now + LEASE
    values = {"now": to_micros(now), "lease": to_micros(lease), "count": CLAIMED_AT_ONCE}
    taken = {"full": _as_rows(full), "busy": _as_rows(busy)}
    async with database.read() as reader:
        if not await reader.fetch(_IS_ANY_DUE, values):
            return []  # as most of the time, and nobody's turn to write was taken for it
    async with database.write() as transaction:
        rows = await transaction.fetch(_claiming(transaction.dialect), values | taken)
    claimed = [
        Claimed(
            id,
            plugin,
            name,
            community,
            json.decode(args),
            attempts,
            from_micros(due),
            lease,
            Lane(plugin, lane),
        )
        for id, plugin, name, community, args, attempts, due, lane in rows
    ]
    return sorted(claimed, key=lambda job: (job.due_at, job.id))


async def give_back(database: Database, claimed: Sequence[Claimed]) -> None:
    """Let jobs of one claim be claimed again, as if they never were."""
    mine = jobs.c.id.in_([job.id for job in claimed]) & _is_held_since(claimed[0].lease)
    change = {"lease_until": None, "attempts": jobs.c.attempts - 1}
    async with database.write() as transaction:
        await transaction.execute(sa.update(jobs).where(mine).values(**change))


async def note_done(transaction: Transaction, job: Claimed) -> None:
    """Note that it is done; raises when the lease was lost, so that what it wrote is undone."""
    done = await transaction.execute(_DONE, {"job": job.id, "lease": job.lease})
    if done.rowcount != 1:
        raise RuntimeError(f"job {job.id} took longer than its lease and was taken over")


async def note_failed(transaction: Transaction, job: Claimed, incident: str, again: datetime | None) -> None:
    """Note that it failed, and when it is tried again, if it is."""
    change = {"due_at": again} if again is not None else {"state": "failed"}
    mine = (jobs.c.id == job.id) & _is_held_since(job.lease)
    await transaction.execute(sa.update(jobs).where(mine).values(lease_until=None, incident=incident, **change))


def _is_held_since(lease: datetime | sa.BindParameter[datetime]) -> sa.ColumnElement[bool]:
    return (jobs.c.lease_until == lease) & (jobs.c.state == "pending")


_DONE: Final = (
    sa.update(jobs)
    .where(jobs.c.id == sa.bindparam("job"), _is_held_since(sa.bindparam("lease")))
    .values(state="done", lease_until=None)
)


def _as_rows(names: Iterable[str]) -> str:
    return to_json([[name] for name in names])


def _claiming(dialect: str) -> LiteralString:
    skip: LiteralString = "FOR UPDATE OF jobs SKIP LOCKED" if dialect == "postgresql" else ""
    full, busy = unpacked(dialect, "full", plugin="text"), unpacked(dialect, "busy", lane="text")
    free = "plugin NOT IN " + full + " AND " + LANE + " NOT IN " + busy + " AND " + _CORE_FIRST
    chosen = "SELECT id FROM jobs WHERE " + _DUE + " AND " + free + " ORDER BY due_at, id LIMIT :count " + skip
    returned = " RETURNING id, plugin, name, community_id, arguments, attempts, due_at, " + LANE
    return "UPDATE jobs SET lease_until = :lease, attempts = attempts + 1 WHERE id IN (" + chosen + ")" + returned
