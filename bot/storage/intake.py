"""The intake: platform updates stored before the platform is told they arrived, and handled once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, LiteralString

import sqlalchemy as sa
from pydantic import TypeAdapter

from bot.model import incoming
from bot.model.incoming import Incoming
from bot.storage.database import Reader, Transaction
from bot.storage.tables import intake
from bot.storage.types import to_micros

_PUT: LiteralString = """
INSERT INTO intake (source, event_id, kind, body, received_at)
VALUES (:source, :event_id, :kind, :body, :received_at)
ON CONFLICT (source, event_id) DO NOTHING RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored update that is to be handled."""

    id: int
    update: Incoming


async def store(transaction: Transaction, update: Incoming, now: datetime) -> Waiting | None:
    """Keep a platform's update; None when it is known already."""
    kind = type(update).__name__
    values = {
        "source": update.actor.account.platform,
        "event_id": update.event_id,
        "kind": kind,
        "body": _adapters()[kind].dump_json(update).decode(),
        "received_at": to_micros(now),
    }
    rows = await transaction.fetch(_PUT, values)
    return Waiting(int(rows[0][0]), update) if rows else None


async def waiting(reader: Reader, *, limit: int = 200, after: int = 0) -> Sequence[Waiting]:
    """What was stored and not handled, oldest first; kinds that only another version knows are left alone."""
    query = (
        sa.select(intake.c.id, intake.c.kind, intake.c.body)
        .where(intake.c.handled_at.is_(None), intake.c.id > after, intake.c.kind.in_(_adapters().keys()))
        .order_by(intake.c.id)
        .limit(limit)
    )
    return [Waiting(id, _adapters()[kind].validate_json(body)) for id, kind, body in await reader.rows(query)]


async def mark_handled(transaction: Transaction, id: int, now: datetime, *, incident: str | None = None) -> bool:
    """Note that it is done; False when somebody else noted it before, and the effects must be undone."""
    mine = (intake.c.id == id) & intake.c.handled_at.is_(None)
    change = sa.update(intake).where(mine).values(handled_at=now, incident=incident)
    return (await transaction.execute(change)).rowcount == 1


@lru_cache(maxsize=1)
def _adapters() -> dict[str, TypeAdapter[Any]]:
    kinds = [kind for kind in vars(incoming).values() if isinstance(kind, type) and issubclass(kind, Incoming)]
    return {kind.__name__: TypeAdapter(kind) for kind in kinds}
