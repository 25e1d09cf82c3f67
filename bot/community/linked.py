"""Whose history counts for whom: accounts that were linked are several memberships, but one member."""

from collections.abc import Collection, Mapping
from typing import Any, Final

import sqlalchemy as sa

from bot.storage.tables import members
from bot.storage.work import Work

# An alias is made once: to make one, with all its columns, takes longer than to build the statement around it.
_ACTING: Final = members.alias()
_PART: Final = members.alias()
_STILL: Final = members.alias()


def counts_for(member_id: sa.ColumnElement[int] | int) -> sa.ColumnElement[int]:
    """The member for whom a row about `member_id` counts: that one, or the one who acts for it since a link.

    For counting people, and for selecting the id that a row is shown under.
    """
    asked = sa.literal(member_id) if isinstance(member_id, int) else member_id
    found = _asked_for(sa.select(_ACTING.c.counts_for).where(_ACTING.c.id == asked), asked, _ACTING)
    return sa.func.coalesce(found.scalar_subquery(), asked)


def parts_of(member_id: sa.ColumnElement[int] | int) -> sa.Select[int]:
    """The ids of the memberships whose history is this member's: their own, and those of accounts linked with it.

    For finding somebody's rows: `table.c.member_id.in_(parts_of(ctx.member.id))`.
    """
    acting = counts_for(member_id)
    found = sa.select(_PART.c.id).where(sa.or_(_PART.c.id == acting, _PART.c.counts_for == acting))
    return found if isinstance(member_id, int) else _asked_for(found, member_id, _PART)


async def families(work: Work, member_ids: Collection[int]) -> Mapping[int, int]:
    """By membership the one who acts for it, of all that are one with any of these; who is gone is missing."""
    who = sa.func.coalesce(_PART.c.counts_for, _PART.c.id)
    acting = sa.select(sa.func.coalesce(_ACTING.c.counts_for, _ACTING.c.id)).where(_ACTING.c.id.in_(member_ids))
    found = sa.select(_PART.c.id, who.label("who")).where(_PART.c.id.in_(acting) | _PART.c.counts_for.in_(acting))
    return {row.id: row.who for row in await work.rows(found)}


def _asked_for(found: sa.Select[Any], member_id: sa.ColumnElement[int], own: sa.FromClause) -> sa.Select[Any]:
    """Bound to the row of the column, however deep inside another statement it stands; `own` is what it looks in."""
    if isinstance(member_id, sa.Column):
        return found.correlate(member_id.table)
    return found.correlate_except(own)  # also inside another of its kind


def is_known(table: sa.Table, member_id: int, reference: str, *further: sa.ColumnElement[bool]) -> sa.Exists:
    """Whether `table` has a line under this reference of the member's, by whichever of their linked accounts."""
    return sa.exists().where(table.c.member_id.in_(parts_of(member_id)), table.c.reference == reference, *further)


def is_here() -> sa.ColumnElement[bool]:
    """Over `members`: who has not left, by one account at least; whoever counts for another is not listed beside it."""
    still = sa.exists().where(_STILL.c.counts_for == members.c.id, _STILL.c.left_at.is_(None))
    return members.c.counts_for.is_(None) & sa.or_(members.c.left_at.is_(None), still)


def any_part(condition: sa.ColumnElement[bool], part: sa.FromClause) -> sa.ColumnElement[bool]:
    """Over `members`: whether the condition holds for one whose history counts for theirs; `part` is its alias."""
    return sa.exists().where(part.c.counts_for == members.c.id, condition)


def listed(table: Any = members) -> sa.ColumnElement[bool]:
    """Over `table`, members or an alias of it: whoever is counted as a person, here or gone."""
    column: sa.ColumnElement[Any] = table.c.counts_for
    return column.is_(None)
