"""Points as they came in: each line that brought some is a lot, and what is spent is taken from what expires first."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, LiteralString, Self

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import parts_of
from bot.model.points import LineKind
from bot.storage.dialect import id_pairs, pairs_as_json
from bot.storage.points_tables import balances, ledger, ledger_uses
from bot.storage.types import Json, to_json
from bot.storage.unpacking import unpacked
from bot.storage.work import Work


class Entry(Struct, frozen=True):
    """What a line says beside its points."""

    community_id: int
    kind: LineKind
    reason: str
    reference: str
    about: str
    of_id: int | None = None
    note: str | None = None


class Moved(Struct, frozen=True):
    """What is added to the balance of a membership."""

    member_id: int
    community_id: int
    posted: int = 0
    pending: int = 0
    owed: int = 0


class Purse:
    """All points that somebody can spend, also those of accounts linked with theirs. Nobody else moves them meanwhile.

    Each membership's own lines never add up to less than nothing, so that a link can be undone at any time.
    """

    def __init__(self, work: Work, member_ids: Sequence[int], available: int) -> None:
        self._work = work
        self._member_ids = member_ids
        self.available = available

    @classmethod
    async def open(cls, work: Work, member_id: int) -> Self:
        """Locked until the work is done."""
        await work.transaction()
        ids = [id for (id,) in await work.rows(parts_of(member_id))]
        return cls(work, ids, await locked(work, ids))

    async def take(self, amount: int, entry: Entry, *, first: int | None = None) -> list[int]:
        """Write `amount` points out, which must be there: one line for each membership that they came in by.

        `first` is the lot to begin with. Returns the lines' ids.
        """
        lines, moved = [], []
        for member_id, uses in (await self._uses(amount, first)).items():
            taken = sum(uses.values())
            lines.append(await self.write(member_id, -taken, entry))
            await _use(self._work, lines[-1], member_id, uses)
            moved.append(Moved(member_id, entry.community_id, posted=-taken))
        await add(self._work, moved)
        self.available -= amount
        return lines

    async def write(self, member_id: int, amount: int, entry: Entry, **further: Any) -> int:
        """A line, and nothing else; returns its id."""
        named = {name: getattr(entry, name) for name in Entry.__struct_fields__}
        line = sa.insert(ledger).values(**named, member_id=member_id, amount=amount, at=self._work.now, **further)
        return await self._work.insert(line)

    async def _uses(self, amount: int, first: int | None) -> Mapping[int, Mapping[int, int]]:
        """By membership, how many points of each lot make up `amount`."""
        lots = (
            sa.select(ledger.c.id, ledger.c.member_id, ledger.c.unspent)
            .where(ledger.c.member_id.in_(self._member_ids), ledger.c.unspent > 0)
            .order_by(ledger.c.id != first, ledger.c.expires_at.is_(None), ledger.c.expires_at, ledger.c.id)
        )
        uses: dict[int, dict[int, int]] = {}
        for lot, member_id, unspent in await self._work.rows(lots):
            if amount <= 0:
                break
            uses.setdefault(member_id, {})[lot] = taken = min(amount, unspent)
            amount -= taken
        assert amount <= 0, "the lots hold what the balances say"
        return uses


async def locked(work: Work, member_ids: Sequence[int]) -> int:
    """Keep everybody else from moving the points of these memberships until the work is done; returns the sum."""
    query = sa.select(balances.c.posted).where(balances.c.member_id.in_(member_ids)).order_by(balances.c.member_id)
    return sum(posted for (posted,) in await work.rows(query.with_for_update()))


_BEGIN: Final[LiteralString] = """
INSERT INTO balances (member_id, community_id)
SELECT DISTINCT member, community FROM {given} AS given WHERE TRUE ON CONFLICT DO NOTHING
"""
_ADD: Final[LiteralString] = """
UPDATE balances SET posted = balances.posted + added.posted, pending = balances.pending + added.pending,
owed = balances.owed + added.owed
FROM (SELECT member, SUM(posted) AS posted, SUM(pending) AS pending, SUM(owed) AS owed
FROM {given} AS given GROUP BY member) AS added
WHERE balances.member_id = added.member
"""


async def add(work: Work, moved: Sequence[Moved]) -> None:
    """Change the balances of any number of memberships at once."""
    given = unpacked(
        work.dialect,
        "moved",
        member="integer",
        community="integer",
        posted="integer",
        pending="integer",
        owed="integer",
    )
    rows = to_json([(one.member_id, one.community_id, one.posted, one.pending, one.owed) for one in moved])
    transaction = await work.transaction()
    for statement in (_BEGIN, _ADD):
        before, _, after = statement.partition("{given}")
        await transaction.run(before + given + after, {"moved": rows})


async def begin(work: Work, community_id: int, member_ids: Sequence[int]) -> None:
    """Let each of these memberships have a balance, so that there is something to lock."""
    given = unpacked(work.dialect, "moved", member="integer", community="integer")
    before, _, after = _BEGIN.partition("{given}")
    rows = to_json([(member_id, community_id) for member_id in member_ids])
    await (await work.transaction()).run(before + given + after, {"moved": rows})


async def _use(work: Work, line_id: int, member_id: int, uses: Mapping[int, int]) -> None:
    pairs = id_pairs(work.dialect, sa.bindparam("uses", pairs_as_json(uses), type_=Json)).subquery()
    noted = sa.select(sa.literal(line_id), pairs.c.first, sa.literal(member_id), pairs.c.second)
    await work.execute(sa.insert(ledger_uses).from_select(["line_id", "lot_id", "member_id", "amount"], noted))
    used = sa.select(pairs.c.second).where(pairs.c.first == ledger.c.id).scalar_subquery()
    change = sa.update(ledger).where(ledger.c.id.in_(sa.select(pairs.c.first)))
    await work.execute(change.values(unspent=ledger.c.unspent - used))


async def give_back_uses(work: Work, line_id: int) -> None:
    """Put the points that a line took back into their lots."""
    mine = (ledger_uses.c.line_id == line_id) & (ledger_uses.c.lot_id == ledger.c.id)
    used = sa.select(ledger_uses.c.amount).where(mine).scalar_subquery()
    lots = sa.select(ledger_uses.c.lot_id).where(ledger_uses.c.line_id == line_id)
    await work.execute(sa.update(ledger).where(ledger.c.id.in_(lots)).values(unspent=ledger.c.unspent + used))
