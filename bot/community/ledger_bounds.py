"""Bounds of what can be earned in a stretch of time: of each award as much as all bounds leave room for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from msgspec.structs import replace

from bot.community.ledger_lots import begin, locked
from bot.community.linked import families, parts_of
from bot.model.points import Award, Bound, LineKind, LineState
from bot.storage.points_tables import ledger
from bot.storage.work import Work


async def within(work: Work, community_id: int, awards: Sequence[Award], bounds: Sequence[Bound]) -> list[Award]:
    """The awards cut to what the bounds leave; those for which nothing is left are missing.

    Nobody else moves these members' points until the work is done, so that two who pay at once keep the bounds too.
    Linked accounts share one room.
    """
    if not awards or not bounds:
        return list(awards)
    asked = sorted({award.member_id for award in awards})
    await work.transaction()
    acting = await families(work, asked)
    people = sorted(set(acting.values()))
    await begin(work, community_id, people)
    await locked(work, people)
    left = [await _left(work, acting, bound) for bound in bounds]
    kept = []
    for award in awards:
        who = acting.get(award.member_id, award.member_id)
        amount = min(award.amount, *(room[who] for room in left))
        if amount > 0:
            kept.append(replace(award, amount=amount))
            for room in left:
                room[who] -= amount
    return kept


async def room(work: Work, member_id: int, bound: Bound) -> int:
    """How many more points the bound leaves for the member."""
    mine = sa.select(sa.func.coalesce(sa.func.sum(ledger.c.amount), 0)).where(
        ledger.c.member_id.in_(parts_of(member_id)), *_counts(bound)
    )
    return max(0, bound.most - int(await work.value(mine)))


async def _left(work: Work, acting: Mapping[int, int], bound: Bound) -> defaultdict[int, int]:
    """By person, what is left of the bound."""
    query = sa.select(ledger.c.member_id, sa.func.sum(ledger.c.amount)).group_by(ledger.c.member_id)
    left: defaultdict[int, int] = defaultdict(lambda: bound.most)
    for member_id, had in await work.rows(query.where(ledger.c.member_id.in_(acting), *_counts(bound))):
        left[acting[member_id]] -= int(had)
    return left


def _counts(bound: Bound) -> tuple[sa.ColumnElement[bool], ...]:
    """Lines that were earned for it in its time; also those that were taken back since, or refunds would make room."""
    return (
        ledger.c.kind == LineKind.EARNED,
        ledger.c.state != LineState.REVERSED,
        ledger.c.reason.in_(bound.reasons),
        ledger.c.at >= bound.since,
        ledger.c.at < bound.until,
    )
