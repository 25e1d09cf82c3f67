"""Undoing what was brought along: each lot loses what is still there of it, and nothing else."""

from collections.abc import Sequence
from typing import Any, Final, LiteralString

import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.community.ledger_lots import Moved, add, locked
from bot.community.point_imports import LINES_AT_ONCE
from bot.model.point_imports import Undone
from bot.model.points import LineKind
from bot.storage.points_tables import ledger
from bot.storage.points_tables import point_imports as imports
from bot.storage.types import Instant, to_json, to_micros
from bot.storage.unpacking import unpacked
from bot.storage.work import Work

_BACK: Final = ledger.alias("back")


class ImportUndoing:
    """Undoes imports of one community within one piece of work, some lots at a time."""

    def __init__(self, work: Work, community_id: int) -> None:
        self._work = work
        self._community_id = community_id

    async def begin(self, import_id: int) -> bool:
        """From now on nobody is paid by it any more; False when it was undone before, or is not here."""
        mine = (imports.c.id == import_id) & (imports.c.community_id == self._community_id)
        change = sa.update(imports).where(mine, imports.c.undone_at.is_(None))
        return (await self._work.execute(change.values(undone_at=self._work.now))).rowcount == 1

    async def still_there(self, import_id: int) -> Undone:
        """What undoing would take now, from how many people, and how many points are not there any more."""
        lots = _lots(self._community_id, import_id).subquery()
        sums = (sa.func.coalesce(sa.func.sum(value), 0) for value in (lots.c.unspent, lots.c.amount - lots.c.unspent))
        row = await self._work.row(sa.select(sa.func.count(lots.c.member_id.distinct()), *sums))
        assert row is not None
        return Undone(*map(int, row))

    async def take_back(self, import_id: int, limit: int = LINES_AT_ONCE) -> Undone:
        """Take back some lots; it is over when it takes of no people any more.

        A lot's own points are taken, as many as are there: never below zero, and none that were earned here. What was
        spent of it and is given back later expires in that moment, so that it does not come back to life.
        """
        lots = await self._some(import_id, limit)
        if not lots:
            return Undone()
        last = await _write(self._work, lots)
        taken = sum(lot.unspent for lot in lots)
        Ledger(self._work).tell(self._community_id, sorted({lot.member_id for lot in lots}), last)
        return Undone(len(lots), taken, sum(lot.amount for lot in lots) - taken)

    async def _some(self, import_id: int, limit: int) -> Sequence[Any]:
        """Lots that nobody else moves until the work is done; those that were undone while we waited are left."""
        await self._work.transaction()
        query = _lots(self._community_id, import_id)
        while some := await self._work.rows(query.order_by(ledger.c.id).limit(limit)):
            await locked(self._work, sorted({row.member_id for row in some}))
            if lots := await self._work.rows(query.where(ledger.c.id.in_([row.id for row in some]))):
                return lots
        return ()


async def _write(work: Work, lots: Sequence[Any]) -> int:
    """The lines, the lots, the balances and the lines of the import; returns the id of the last line."""
    ids = [lot.id for lot in lots]
    said = sa.literal("undone:").concat(sa.cast(ledger.c.id, sa.Text))
    values = {
        "community_id": ledger.c.community_id,
        "member_id": ledger.c.member_id,
        "amount": -ledger.c.unspent,
        "asked": ledger.c.amount,
        "kind": sa.literal(LineKind.UNDONE.value),
        "reason": ledger.c.reason,
        "reference": said,
        "about": said,
        "of_id": ledger.c.id,
        "at": sa.literal(work.now, Instant),
    }
    new = sa.select(*values.values()).where(ledger.c.id.in_(ids))
    line = sa.insert(ledger).from_select(list(values), new).returning(ledger.c.id)
    written = [id for (id,) in (await work.execute(line)).all()]
    await work.execute(sa.update(ledger).where(ledger.c.id.in_(ids)).values(unspent=0, expires_at=work.now))
    await add(work, [Moved(lot.member_id, lot.community_id, posted=-lot.unspent) for lot in lots])
    await _mark(work, lots)
    return int(max(written))


async def _mark(work: Work, lots: Sequence[Any]) -> None:
    given = unpacked(work.dialect, "given", line="integer", missing="integer")
    rows = [(int(lot.reference.rpartition(":")[2]), lot.amount - lot.unspent) for lot in lots]
    before, _, after = _UNDONE.partition("{given}")
    values = {"given": to_json(rows), "now": to_micros(work.now)}
    await (await work.transaction()).run(before + given + after, values)


_UNDONE: Final[LiteralString] = """
UPDATE point_import_lines SET undone_at = CAST(:now AS bigint), missing = given.missing
FROM {given} AS given WHERE point_import_lines.id = given.line
"""


def _lots(community_id: int, import_id: int) -> sa.Select[Any]:
    """Those of an import that were not undone yet."""
    undone = sa.exists().where(_BACK.c.of_id == ledger.c.id, _BACK.c.kind == LineKind.UNDONE)
    mine = (ledger.c.community_id == community_id) & (ledger.c.about == f"import:{import_id}")
    return sa.select(ledger).where(mine, ledger.c.kind == LineKind.IMPORTED, ~undone)
