"""Who has earned the most points, in a stretch of time or ever, each person once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.facts import POINTS, FactSpec
from bot.community.linked import families
from bot.community.scope import Scope
from bot.model.points import LineKind, LineState
from bot.storage.points_tables import balances, ledger
from bot.storage.tables import members
from bot.storage.work import Work

# What somebody did for it, and what was taken back of that; not what they spent, nor a moderator's word.
_HERE: Final = (LineKind.EARNED, LineKind.REVERSED)
_EVER: Final = (*_HERE, LineKind.IMPORTED, LineKind.UNDONE)
_LOTS: Final = (LineKind.EARNED, LineKind.IMPORTED)
_TAKEN: Final = (LineKind.REVERSED, LineKind.UNDONE)
# Of a reversal the points that could not be taken count as well: they were not earned.
_EARNED: Final = sa.func.sum(sa.case((ledger.c.kind.in_(_TAKEN), -ledger.c.asked), else_=ledger.c.amount))


def _counts(kinds: Sequence[LineKind]) -> sa.ColumnElement[bool]:
    return ledger.c.kind.in_(kinds) & (ledger.c.state == LineState.POSTED)


class Placed(Struct, frozen=True):
    """Somebody's place; those with as many points share one."""

    place: int
    member_id: int
    name: str
    points: int


class Leaderboard:
    """Reads places. Who asked not to be shown is in none, and whoever left neither.

    All of them ever, where neither is given: what was earned from `since` (aware) on, or `about` these things alone.
    What was brought along from another bot counts ever, and in no shorter time: nobody earned it then.
    """

    def __init__(self, work: Work, community_id: int) -> None:
        self._work = work
        self._community_id = community_id

    async def top(
        self,
        limit: int,
        since: datetime | None = None,
        *,
        about: Sequence[str] = (),
        offset: int = 0,
        until: datetime | None = None,
    ) -> Sequence[Placed]:
        """So many places behind the first `offset`; `until` (aware) ends the time that counts."""
        placed = self._placed(since, about, until)
        query = sa.select(placed).order_by(placed.c.place, placed.c.member_id).limit(limit).offset(offset)
        return [Placed(*row) for row in await self._work.rows(query)]

    async def of(self, member_id: int, since: datetime | None = None, *, about: Sequence[str] = ()) -> Placed | None:
        """The member's own place; None when they have none."""
        placed = self._placed(since, about)
        row = await self._work.row(sa.select(placed).where(placed.c.member_id == member_id))
        return None if row is None else Placed(*row)

    async def scores(self, member_ids: Collection[int], since: datetime | None = None) -> Mapping[int, int]:
        """What each of these members, with their linked accounts, has earned and kept; who has nothing is missing.

        Points belong to the moment they came in: what is taken back later is missing from that day. So a score of the
        last months never falls by a refund of something older. What was brought along came in when it was brought.
        """
        acting = await families(self._work, member_ids)
        lot, back = ledger.alias("lot"), ledger.alias("back")
        taken = sa.select(sa.func.coalesce(sa.func.sum(back.c.asked), 0)).where(
            back.c.of_id == lot.c.id, back.c.kind.in_(_TAKEN)
        )
        query = (
            sa.select(lot.c.member_id, sa.func.sum(lot.c.amount - taken.scalar_subquery()))
            .where(lot.c.member_id.in_(acting), lot.c.kind.in_(_LOTS), lot.c.state == LineState.POSTED)
            .group_by(lot.c.member_id)
        )
        scores: dict[int, int] = {}
        for member_id, score in await self._work.rows(query if since is None else query.where(lot.c.at >= since)):
            scores[acting[member_id]] = scores.get(acting[member_id], 0) + int(score)
        return scores

    async def earners(self, after: int, limit: int) -> Sequence[int]:
        """So many members who ever had points, behind the id `after`; for looking at all of them some at a time."""
        query = (
            sa.select(members.c.id)
            .join(balances, balances.c.member_id == members.c.id)
            .where(balances.c.community_id == self._community_id, members.c.id > after)
        )
        return [id for (id,) in await self._work.rows(query.order_by(members.c.id).limit(limit))]

    def _placed(self, since: datetime | None, about: Sequence[str], until: datetime | None = None) -> sa.Subquery:
        whole = since is None and not about
        part = members.alias("part")
        who = sa.func.coalesce(part.c.counts_for, part.c.id)
        earned = (
            sa.select(who.label("member_id"), _EARNED.label("points"))
            .join(part, part.c.id == ledger.c.member_id)
            .where(
                ledger.c.community_id == self._community_id,
                _counts(_EVER if whole else _HERE),
                *([] if since is None else [ledger.c.at >= since]),
                *([] if until is None else [ledger.c.at < until]),
                *([ledger.c.about.in_(about)] if about else []),
            )
            .group_by(who)
            .subquery()
        )
        place = sa.func.rank().over(order_by=earned.c.points.desc())
        shown = members.c.hidden.is_(False) & members.c.left_at.is_(None)
        return (
            sa.select(place.label("place"), members.c.id.label("member_id"), members.c.name, earned.c.points)
            .join(members, members.c.id == earned.c.member_id)
            .where(earned.c.points > 0, shown)
            .subquery()
        )


def _points(scope: Scope) -> sa.Select[Any]:
    summed = sa.func.sum(balances.c.posted)
    return (
        sa.select(scope.people.c.member_id, summed)
        .join(balances, scope.theirs(balances.c.member_id))
        .group_by(scope.people.c.member_id)
    )


def _earned(scope: Scope) -> sa.Select[Any]:
    return (
        sa.select(scope.people.c.member_id, _EARNED)
        .join(ledger, scope.theirs(ledger.c.member_id))
        .where(_counts(_EVER))
        .group_by(scope.people.c.member_id)
    )


POINT_FACTS: Final = (
    FactSpec("points", "number", _points, (POINTS,)),
    FactSpec("points_earned", "number", _earned, (POINTS,)),
)
"""What somebody has now, and what they ever earned."""
