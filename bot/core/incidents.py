"""Incidents: what broke, kept under the code that the person was told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.guard import Failure
from bot.storage.database import Transaction
from bot.storage.tables import incidents
from bot.storage.work import Work


async def note_incident(transaction: Transaction, failure: Failure, now: datetime, *, plugin: str, place: str) -> None:
    """Keep what broke."""
    values = {"code": failure.code, "at": now, "plugin": plugin, "place": place[:200]}
    await transaction.execute(sa.insert(incidents).values(**values, error=failure.error, trace=failure.trace))


async def newest(work: Work, limit: int = 5) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """The newest incidents: code, at, plugin, place, error."""
    query = sa.select(incidents).order_by(incidents.c.at.desc()).limit(limit)
    return await work.rows(query)
