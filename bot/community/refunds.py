"""Refunds: what was earned for something goes back with it, also when it has been spent meanwhile."""

from typing import Any

import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.community.ledger_lots import Entry, Moved, Purse, add
from bot.model.points import LineKind, LineState
from bot.storage.points_tables import ledger
from bot.storage.work import Work


class Refunds:
    """Takes back within one piece of work what the ledger gave for something."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def reverse(self, community_id: int, about: str, *, by: str, amount: int | None = None) -> int:
        """Take back what was earned under the reference `about`, or `amount` points of it; returns how many.

        `by` is what makes it necessary, as a refund; it is heard once. Points that wait never come to count. Of those
        that were spent, what is missing is owed, and taken from what the member earns next.
        """
        mark = f"reversal:{by}:{about}"
        await self._work.transaction()
        of_both = ledger.c.about.in_((about, mark))
        query = sa.select(ledger).where(ledger.c.community_id == community_id, of_both).order_by(ledger.c.id)
        lines = await self._work.rows(query)
        if any(line.about == mark for line in lines):
            return 0
        left = sum(line.amount for line in lines if line.kind == LineKind.EARNED) if amount is None else amount
        taken = 0
        for line in lines:
            if line.kind == LineKind.EARNED and line.state != LineState.REVERSED and taken < left:
                taken += await self._take(line, left - taken, mark)
        return taken

    async def _take(self, line: Any, most: int, mark: str) -> int:
        """Take up to `most` points of one line back; returns how many are gone, or owed."""
        await Ledger(self._work).settle(line.member_id)
        purse = await Purse.open(self._work, line.member_id)
        line = await self._work.row(sa.select(ledger).where(ledger.c.id == line.id))
        assert line is not None
        entry = Entry(line.community_id, LineKind.REVERSED, line.reason, f"{mark}:{line.id}", mark, of_id=line.id)
        if line.state == LineState.PENDING:
            return await self._before_it_counts(line, most, purse, entry)
        asked: int = min(most, line.amount - await self._gone_already(line.id))
        if asked <= 0:
            return 0
        there = min(asked, purse.available)
        note = await purse.write(line.member_id, 0, entry, asked=asked, owed=asked - there)
        if there:
            from_lots = Entry(
                line.community_id, LineKind.REVERSED, line.reason, f"{entry.reference}:taken", mark, of_id=note
            )
            await purse.take(there, from_lots, first=line.id)
        await add(self._work, [Moved(line.member_id, line.community_id, owed=asked - there)])
        Ledger(self._work).tell(line.community_id, [line.member_id], note)
        return asked

    async def _gone_already(self, lot: int) -> int:
        """How many of a line's points were taken back or expired before."""
        reversed = sa.case((ledger.c.kind == LineKind.REVERSED, ledger.c.asked), else_=-ledger.c.amount)
        kinds = ledger.c.kind.in_((LineKind.REVERSED, LineKind.EXPIRED))
        query = sa.select(sa.func.coalesce(sa.func.sum(reversed), 0)).where(ledger.c.of_id == lot, kinds)
        return int(await self._work.value(query))

    async def _before_it_counts(self, line: Any, most: int, purse: Purse, entry: Entry) -> int:
        """A line that waits is taken back whole, and what is to stay of it waits in a line of its own."""
        asked: int = min(most, line.amount)
        await self._work.execute(sa.update(ledger).where(ledger.c.id == line.id).values(state=LineState.REVERSED))
        note = await purse.write(line.member_id, 0, entry)
        if rest := line.amount - asked:
            kept = Entry(line.community_id, LineKind.EARNED, line.reason, f"{entry.reference}:kept", line.about)
            times = {"posts_at": line.posts_at, "expires_at": line.expires_at}
            await purse.write(line.member_id, rest, kept, state=LineState.PENDING, **times)
        await add(self._work, [Moved(line.member_id, line.community_id, pending=-asked)])
        Ledger(self._work).tell(line.community_id, [line.member_id], note)
        return asked
