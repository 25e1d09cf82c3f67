"""Durable jobs: queued in the same transaction as whatever asks for them, run by `bot.core.jobs`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, field

from bot.storage.database import Transaction
from bot.storage.dialect import upsert
from bot.storage.tables import jobs


class Line(Struct, frozen=True):
    """A job to queue. `arguments` are JSON values; one with a `key` is queued once and never again.

    Its key stays when the job itself is forgotten. Those of events, tasks and repeated jobs go with them: what they are
    about happens once anyway.
    """

    plugin: str
    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    due: datetime | None = None  # None: at once
    community_id: int | None = None
    key: str | None = None


async def enqueue(transaction: Transaction, line: Line, now: datetime) -> bool:
    """Queue a job; False when one with its key was ever queued before."""
    statement = upsert(transaction.dialect, jobs).values(
        plugin=line.plugin,
        name=line.name,
        community_id=line.community_id,
        arguments=dict(line.arguments),
        due_at=line.due or now,
        key=line.key,
    )
    return (await transaction.execute(statement.on_conflict_do_nothing())).rowcount == 1
