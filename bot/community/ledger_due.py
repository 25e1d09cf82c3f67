"""What time does to points: pending ones come to count, and old ones expire; some lines at a time."""

from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.ledger_lots import Moved, add, locked
from bot.model.points import LineKind, LineState
from bot.storage.points_tables import ledger
from bot.storage.types import Instant
from bot.storage.work import Work

LINES_AT_ONCE: Final = 500
"""So many lines in one transaction."""

_GONE: Final = ledger.alias("gone")


class Due(Struct, frozen=True):
    """A line that time has changed, or written."""

    id: int
    member_id: int
    community_id: int


async def post(work: Work, which: sa.ColumnElement[bool]) -> Sequence[Due]:
    """Let pending lines count whose time has come; returns these."""
    due = (ledger.c.state == LineState.PENDING) & (ledger.c.posts_at <= work.now) & which
    found = await _some(work, due)
    if not found:
        return ()
    await work.transaction()
    await locked(work, sorted({member_id for _, member_id in found}))
    change = sa.update(ledger).where(ledger.c.id.in_([id for id, _ in found]), ledger.c.state == LineState.PENDING)
    posted = change.values(state=LineState.POSTED, unspent=ledger.c.amount)
    returned = posted.returning(ledger.c.id, ledger.c.member_id, ledger.c.community_id, ledger.c.amount)
    rows = (await work.execute(returned)).all()
    await add(work, [Moved(row.member_id, row.community_id, posted=row.amount, pending=-row.amount) for row in rows])
    return [Due(row.id, row.member_id, row.community_id) for row in rows]


async def expire(work: Work, which: sa.ColumnElement[bool]) -> Sequence[Due]:
    """Let points go whose time is over; returns the lines that say so."""
    over = (ledger.c.unspent > 0) & (ledger.c.expires_at <= work.now) & which
    found = await _some(work, over)
    if not found:
        return ()
    await work.transaction()
    await locked(work, sorted({member_id for _, member_id in found}))
    # Numbered: points that are given back after their time expire once more.
    before = sa.select(sa.func.count()).where(_GONE.c.of_id == ledger.c.id, _GONE.c.kind == LineKind.EXPIRED)
    number = sa.cast(before.scalar_subquery(), sa.Text)
    reference = sa.literal("expired:").concat(sa.cast(ledger.c.id, sa.Text)).concat(":").concat(number)
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
    written = ("id", "of_id", "member_id", "community_id", "amount")
    rows = (await work.execute(line.returning(*(ledger.c[name] for name in written)))).all()
    await work.execute(sa.update(ledger).where(ledger.c.id.in_([row.of_id for row in rows])).values(unspent=0))
    await add(work, [Moved(row.member_id, row.community_id, posted=row.amount) for row in rows])
    return [Due(row.id, row.member_id, row.community_id) for row in rows]


async def _some(work: Work, which: sa.ColumnElement[bool]) -> Sequence[Any]:
    query = sa.select(ledger.c.id, ledger.c.member_id).where(which).order_by(ledger.c.id).limit(LINES_AT_ONCE)
    return await work.rows(query)
