"""What time does to points: pending ones come to count, and old ones expire; some lines at a time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.community.ledger_lots import Moved, add, locked
from bot.model.points import LineKind, LineState
from bot.storage.points_tables import ledger
from bot.storage.types import Instant, to_micros
from bot.storage.work import Work

LINES_AT_ONCE: Final = 500
"""So many lines in one transaction."""


async def post(work: Work, which: sa.ColumnElement[bool]) -> Sequence[int]:
    """Let pending lines count whose time has come; returns the memberships whose they are."""
    due = (ledger.c.state == LineState.PENDING) & (ledger.c.posts_at <= work.now) & which
    found = await _some(work, due)
    if not found:
        return ()
    await locked(work, sorted({member_id for _, member_id in found}))
    change = sa.update(ledger).where(ledger.c.id.in_([id for id, _ in found]), ledger.c.state == LineState.PENDING)
    posted = change.values(state=LineState.POSTED, unspent=ledger.c.amount)
    rows = await work.execute(posted.returning(ledger.c.member_id, ledger.c.community_id, ledger.c.amount))
    moved = [Moved(row.member_id, row.community_id, posted=row.amount, pending=-row.amount) for row in rows.all()]
    await add(work, moved)
    return sorted({one.member_id for one in moved})


async def expire(work: Work, which: sa.ColumnElement[bool]) -> Sequence[int]:
    """Let points go whose time is over; returns the memberships whose they were."""
    over = (ledger.c.unspent > 0) & (ledger.c.expires_at <= work.now) & which
    found = await _some(work, over)
    if not found:
        return ()
    await locked(work, sorted({member_id for _, member_id in found}))
    # With the moment: points that are given back after their time expire a second time.
    reference = sa.literal("expired:").concat(sa.cast(ledger.c.id, sa.Text)).concat(f":{to_micros(work.now)}")
    gone = sa.select(
        ledger.c.community_id,
        ledger.c.member_id,
        -ledger.c.unspent,
        sa.literal(LineKind.EXPIRED.value),
        ledger.c.reason,
        reference,
        reference,
        ledger.c.id,
        sa.literal(work.now, Instant),
    ).where(ledger.c.id.in_([id for id, _ in found]), over)
    names = ["community_id", "member_id", "amount", "kind", "reason", "reference", "about", "of_id", "at"]
    line = sa.insert(ledger).from_select(names, gone)
    written = line.returning(ledger.c.of_id, ledger.c.member_id, ledger.c.community_id, ledger.c.amount)
    rows = (await work.execute(written)).all()
    await work.execute(sa.update(ledger).where(ledger.c.id.in_([row.of_id for row in rows])).values(unspent=0))
    await add(work, [Moved(row.member_id, row.community_id, posted=row.amount) for row in rows])
    return sorted({row.member_id for row in rows})


async def first_due(work: Work) -> datetime | None:
    """When the next line comes to count or expires."""
    posting = sa.select(sa.func.min(ledger.c.posts_at, type_=Instant)).where(ledger.c.state == LineState.PENDING)
    expiring = sa.select(sa.func.min(ledger.c.expires_at, type_=Instant)).where(ledger.c.unspent > 0)
    row = await work.row(sa.select(posting.scalar_subquery(), expiring.scalar_subquery()))
    return min((moment for moment in row or () if moment is not None), default=None)


async def _some(work: Work, which: sa.ColumnElement[bool]) -> Sequence[Any]:
    await work.transaction()
    query = sa.select(ledger.c.id, ledger.c.member_id).where(which).order_by(ledger.c.id).limit(LINES_AT_ONCE)
    return await work.rows(query)
