"""Whose history counts for whom: accounts that were linked are several memberships, but one member."""

from typing import Any

import sqlalchemy as sa

from bot.storage.tables import members


def counts_for(member_id: sa.ColumnElement[int] | int) -> sa.ColumnElement[int]:
    """The member for whom a row about `member_id` counts: that one, or the one who acts for it since a link.

    For counting people, and for selecting the id that a row is shown under.
    """
    part = members.alias()
    asked = sa.literal(member_id) if isinstance(member_id, int) else member_id
    found = _asked_for(sa.select(part.c.counts_for).where(part.c.id == asked), asked)
    return sa.func.coalesce(found.scalar_subquery(), asked)


def parts_of(member_id: sa.ColumnElement[int] | int) -> sa.Select[int]:
    """The ids of the memberships whose history is this member's: their own, and those of accounts linked with it.

    For finding somebody's rows: `table.c.member_id.in_(parts_of(ctx.member.id))`.
    """
    part, acting = members.alias(), counts_for(member_id)
    found = sa.select(part.c.id).where(sa.or_(part.c.id == acting, part.c.counts_for == acting))
    return found if isinstance(member_id, int) else _asked_for(found, member_id)


def _asked_for(found: sa.Select[Any], member_id: sa.ColumnElement[int]) -> sa.Select[Any]:
    """Bound to the row of the column, however deep inside another statement it stands."""
    return found.correlate(member_id.table) if isinstance(member_id, sa.Column) else found


def is_here() -> sa.ColumnElement[bool]:
    """Over `members`: who has not left, by one account at least; whoever counts for another is not listed beside it."""
    part = members.alias()
    still = sa.exists().where(part.c.counts_for == members.c.id, part.c.left_at.is_(None))
    return members.c.counts_for.is_(None) & sa.or_(members.c.left_at.is_(None), still)


def any_part(condition: sa.ColumnElement[bool], part: sa.FromClause) -> sa.ColumnElement[bool]:
    """Over `members`: whether the condition holds for one whose history counts for theirs; `part` is its alias."""
    return sa.exists().where(part.c.counts_for == members.c.id, condition)


def listed(table: Any = members) -> sa.ColumnElement[bool]:
    """Over `table`, members or an alias of it: whoever is counted as a person, here or gone."""
    column: sa.ColumnElement[Any] = table.c.counts_for
    return column.is_(None)
