"""The ledger: points come in, wait, are spent, given back, taken back and expire, each as a line that stays."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, LiteralString

import sqlalchemy as sa

from bot.community.ledger_bounds import room, within
from bot.community.ledger_due import Due, expire, post
from bot.community.ledger_lots import Entry, Moved, Purse, add, give_back_uses, locked
from bot.community.linked import counts_for, is_known, parts_of
from bot.model.events import PointsMoved
from bot.model.points import Award, Balance, Bound, LedgerLine, LineKind, LineState, Paid
from bot.storage.points_tables import balances, ledger
from bot.storage.tables import members
from bot.storage.types import to_json, to_micros
from bot.storage.unpacking import unpacked
from bot.storage.work import Work

_LINE: Final = tuple(ledger.c[name] for name in LedgerLine.__struct_fields__)


class Ledger:
    """Moves points within one piece of work.

    A balance is the sum of its lines and never negative. Each reference is paid once for a member, whichever of their
    linked accounts it comes by. A refund takes back what was earned, and never pays.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    async def balance(self, member_id: int) -> Balance:
        """What the member has, with all accounts that are linked with theirs."""
        mine = balances.c.member_id.in_(parts_of(member_id))
        sums = (sa.func.coalesce(sa.func.sum(balances.c[name]), 0) for name in ("posted", "pending", "owed"))
        row = await self._work.row(sa.select(*sums).where(mine))
        assert row is not None
        return Balance(*map(int, row))

    async def history(self, member_id: int, limit: int = 20, before: int | None = None) -> Sequence[LedgerLine]:
        """The member's newest lines, newest first; `before` is the id of the last one of the page before."""
        shown = (ledger.c.amount != 0) | (ledger.c.owed > 0)
        query = sa.select(*_LINE).where(ledger.c.member_id.in_(parts_of(member_id)), shown)
        if before is not None:
            query = query.where(ledger.c.id < before)
        return [_line(row) for row in await self._work.rows(query.order_by(ledger.c.id.desc()).limit(limit))]

    async def earned(self, community_id: int, member_ids: Sequence[int], abouts: Sequence[str]) -> Mapping[int, int]:
        """How many points each of these members got under these references together, whatever became of them."""
        query = (
            sa.select(ledger.c.member_id, sa.func.sum(ledger.c.amount))
            .where(
                ledger.c.community_id == community_id,
                ledger.c.about.in_(abouts),
                ledger.c.member_id.in_(member_ids),
                ledger.c.kind == LineKind.EARNED,
            )
            .group_by(ledger.c.member_id)
        )
        return {member: int(points) for member, points in await self._work.rows(query)}

    async def earn(
        self,
        community_id: int,
        awards: Sequence[Award],
        reason: str,
        *,
        posts_at: datetime | None = None,
        expires_at: datetime | None = None,
        bounds: Sequence[Bound] = (),
        kind: LineKind = LineKind.EARNED,
    ) -> Sequence[int]:
        """Give points to any number of members; they count from `posts_at` on and until `expires_at` (aware).

        Returns the ids of those who got some: whoever did for the same reference before gets nothing, and nobody more
        than the bounds leave. What a member still owes is taken from them at once.
        """
        if any(award.amount <= 0 for award in awards):
            raise ValueError("what is earned is more than nothing")
        awards = await within(self._work, community_id, awards, bounds)
        if not awards:
            return ()
        pending = posts_at is not None and posts_at > self._work.now
        state = LineState.PENDING if pending else LineState.POSTED
        new = (kind, state, reason, posts_at, expires_at)
        written = await self._write_awards(community_id, awards, *new)
        if not written:
            return ()
        earners = sorted({member for _, member, _ in written})
        await locked(self._work, earners)
        await add(
            self._work,
            [
                Moved(member, community_id, pending=amount) if pending else Moved(member, community_id, posted=amount)
                for _, member, amount in written
            ],
        )
        if not pending:
            await self.collect(earners)
        self.tell(community_id, earners, written[-1][0])
        return earners

    async def room(self, member_id: int, bound: Bound) -> int:
        """How many more points the member can earn within the bound."""
        return await room(self._work, member_id, bound)

    async def spend(
        self, community_id: int, member_id: int, amount: int, reason: str, reference: str, *, note: str | None = None
    ) -> Paid:
        """Take points for something, which `note` may name in the member's history."""
        entry = Entry(community_id, LineKind.SPENT, reason, reference, reference, note=note)
        return await self._pay(member_id, amount, entry)

    async def adjust(
        self, community_id: int, member_id: int, amount: int, reason: str, reference: str, *, note: str
    ) -> Paid:
        """What a moderator gives (or takes, when it is below 0), and why in their own words."""
        entry = Entry(community_id, LineKind.ADJUSTED, reason, reference, reference, note=note)
        if amount <= 0:
            return await self._pay(member_id, -amount, entry)
        purse = await Purse.open(self._work, member_id)
        acting = int(await self._work.value(sa.select(counts_for(member_id))))
        if await self._is_known(member_id, reference):
            return Paid.KNOWN
        line = await purse.write(acting, amount, entry, unspent=amount)
        await add(self._work, [Moved(acting, community_id, posted=amount)])
        await self.collect([acting])
        self.tell(community_id, [acting], line)
        return Paid.DONE

    async def give_back(self, community_id: int, reference: str) -> int:
        """Undo a spending, since what it was for did not come. Returns how many points; 0 when it was done before.

        The points go back into the lots that they came from, so that nothing lives longer by being spent.
        """
        query = sa.select(ledger.c.id, ledger.c.member_id, ledger.c.amount, ledger.c.reason).where(
            ledger.c.community_id == community_id, ledger.c.about == reference, ledger.c.kind == LineKind.SPENT
        )
        given = 0
        await self._work.transaction()
        for id, member_id, amount, reason in await self._work.rows(query.order_by(ledger.c.member_id)):
            purse = await Purse.open(self._work, member_id)
            back = f"back:{id}"
            if await self._is_known(member_id, back):
                continue
            await give_back_uses(self._work, id)
            entry = Entry(community_id, LineKind.GIVEN_BACK, reason, back, back, of_id=id)
            line = await purse.write(member_id, -amount, entry)
            await add(self._work, [Moved(member_id, community_id, posted=-amount)])
            await self.settle(member_id)
            self.tell(community_id, [member_id], line)
            given -= amount
        return given

    async def settle(self, member_id: int) -> None:
        """Let what is due for this member count, or expire, by now."""
        await self._work.transaction()
        ids = [id for (id,) in await self._work.rows(parts_of(member_id))]
        mine = ledger.c.member_id.in_(ids)
        while await post(self._work, mine):
            """Some lines at a time."""
        while await expire(self._work, mine):
            """The same."""
        await self.collect(ids)

    async def let_time_pass(self) -> bool:
        """Let some of what is due by now count, or expire, whoever's it is; False when nothing is."""
        posted = await post(self._work, sa.true())
        await self.collect([line.member_id for line in posted])
        gone = await expire(self._work, sa.true())
        moved: dict[int, list[Due]] = {}
        for line in (*posted, *gone):
            moved.setdefault(line.community_id, []).append(line)
        for community_id, lines in moved.items():
            self.tell(community_id, sorted({line.member_id for line in lines}), max(line.id for line in lines))
        return bool(moved)

    async def collect(self, member_ids: Sequence[int]) -> None:
        """Take what these members owe, by whichever of their accounts, from what they have by any."""
        acting = counts_for(ledger.c.member_id)
        asked = sa.select(sa.func.coalesce(members.c.counts_for, members.c.id)).where(members.c.id.in_(member_ids))
        owing = sa.select(acting).where(ledger.c.owed > 0, acting.in_(asked)).distinct().order_by(acting)
        for (member_id,) in await self._work.rows(owing) if member_ids else ():
            purse = await Purse.open(self._work, member_id)
            owed = sa.select(ledger).where(ledger.c.member_id.in_(parts_of(member_id)), ledger.c.owed > 0)
            for line in await self._work.rows(owed.order_by(ledger.c.id)):
                if taken := min(line.owed, purse.available):
                    reference = f"owed:{line.id}:{line.owed}"
                    entry = Entry(line.community_id, LineKind.COLLECTED, line.reason, reference, reference, line.id)
                    await purse.take(taken, entry)
                    change = sa.update(ledger).where(ledger.c.id == line.id)
                    await self._work.execute(change.values(owed=ledger.c.owed - taken))
                    await add(self._work, [Moved(line.member_id, line.community_id, owed=-taken)])

    async def _pay(self, member_id: int, amount: int, entry: Entry) -> Paid:
        if amount <= 0:
            raise ValueError("what is spent is more than nothing")
        await self.settle(member_id)
        purse = await Purse.open(self._work, member_id)
        if await self._is_known(member_id, entry.reference):
            return Paid.KNOWN
        if purse.available < amount:
            return Paid.SHORT
        lines = await purse.take(amount, entry)
        self.tell(entry.community_id, [int(await self._work.value(sa.select(counts_for(member_id))))], lines[-1])
        return Paid.DONE

    async def _is_known(self, member_id: int, reference: str) -> bool:
        return bool(await self._work.value(sa.select(is_known(ledger, member_id, reference))))

    def tell(self, community_id: int, member_ids: Sequence[int], line_id: int) -> None:
        """Let plugins know whose points moved; `line_id` is the last line about it."""
        told = PointsMoved(community_id=community_id, member_ids=tuple(member_ids), line_id=line_id, at=self._work.now)
        self._work.emit(told)

    async def _write_awards(
        self,
        community_id: int,
        awards: Sequence[Award],
        kind: LineKind,
        state: LineState,
        reason: str,
        posts_at: datetime | None,
        expires_at: datetime | None,
    ) -> Sequence[Sequence[Any]]:
        """(id, member, amount) of each line that is new."""
        given = unpacked(
            self._work.dialect, "awards", member="integer", amount="integer", reference="text", about="text"
        )
        before, _, after = _EARN.partition("{given}")
        values = {
            "awards": to_json(
                [(one.member_id, one.amount, one.reference, one.about or one.reference) for one in awards]
            ),
            "community": community_id,
            "kind": kind.value,
            "reason": reason,
            "state": state.value,
            "now": to_micros(self._work.now),
            "posts": None if posts_at is None else to_micros(posts_at),
            "expires": None if expires_at is None else to_micros(expires_at),
        }
        return await (await self._work.transaction()).fetch(before + given + after, values)


# The offset keeps PostgreSQL from reading the whole ledger where it expects it to be small, since it has just grown.
_EARN: Final[LiteralString] = """
INSERT INTO ledger (community_id, member_id, amount, kind, state, reason, reference, about, unspent,
at, posts_at, expires_at)
SELECT m.community_id, m.id, g.amount, CAST(:kind AS text), CAST(:state AS text), CAST(:reason AS text), g.reference,
g.about,
CASE WHEN CAST(:state AS text) = 'posted' THEN g.amount ELSE 0 END,
CAST(:now AS bigint), CAST(:posts AS bigint), CAST(:expires AS bigint)
FROM {given} AS g JOIN members o ON o.id = g.member JOIN members m ON m.id = COALESCE(o.counts_for, o.id)
WHERE o.community_id = CAST(:community AS bigint) AND NOT EXISTS (
SELECT 1 FROM members p WHERE p.counts_for = m.id AND EXISTS (
SELECT 1 FROM ledger l WHERE l.member_id = p.id AND l.reference = g.reference LIMIT 1 OFFSET 0) LIMIT 1 OFFSET 0)
ORDER BY m.id
ON CONFLICT DO NOTHING RETURNING id, member_id, amount
"""


def _line(row: Any) -> LedgerLine:
    values = dict(row._mapping)
    return LedgerLine(**{**values, "kind": LineKind(values["kind"]), "state": LineState(values["state"])})
