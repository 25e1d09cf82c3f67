"""How an occasion's journey stands: whom it means, and what became so far of the steps of those who are in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import counts_for
from bot.delivery.audience import Plan, audience
from bot.delivery.case import Due
from bot.delivery.inbox import due_of
from bot.delivery.planning import is_enrolled
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from bot.storage.database import Reader
from bot.storage.dialect import id_list
from bot.storage.tables import deliveries, enrolments, members
from bot.storage.types import Json


class Settled(Struct, frozen=True):
    """A step that is through: by which route it was given, or why it was not."""

    step: str
    route: Route | None
    reason: Reason | None


class Standing(Struct, frozen=True):
    """The steps of somebody who is in the journey: what is still to come, and what is settled."""

    waiting: tuple[Due, ...]
    settled: tuple[Settled, ...]


def people_of(plan: Plan, dialect: str, *, every: int = 1) -> sa.Subquery:
    """The ids of those whom the plan means, as column `id`: who would be enrolled now, and who is in it already.

    Only those whose number `every` divides.
    """
    chosen = _share(audience(plan, dialect), members.c.id, every)
    if plan.afresh:
        return chosen.subquery()
    who = counts_for(enrolments.c.member_id)
    already = _share(sa.select(who).where(_by_this(plan)).distinct(), who, every)
    if plan.member_ids is not None:
        already = already.where(who.in_(plan.member_ids))
    return sa.union_all(chosen.where(~is_enrolled(plan)), already).subquery()  # nobody is in both


_PART: Final = members.alias()


async def standings(reader: Reader, plan: Plan, member_ids: Sequence[int]) -> Mapping[int, Standing]:
    """By member, how it stands with those who are in the journey through this occasion."""
    if plan.afresh:
        return {}
    ids = id_list(reader.dialect, sa.bindparam("listed", list(member_ids), type_=Json))
    either = sa.union_all(ids, sa.select(_PART.c.id).where(_PART.c.counts_for.in_(ids))).subquery()
    query = (
        sa.select(deliveries, counts_for(deliveries.c.member_id).label("who"))
        .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
        .where(_by_this(plan), enrolments.c.member_id.in_(sa.select(either.c[0])))
        .order_by(deliveries.c.id)
    )
    rows: defaultdict[int, list[sa.Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in await reader.rows(query):
        rows[row.who].append(row)
    return {who: _standing(_of_one(mine)) for who, mine in rows.items()}


def _of_one(rows: Sequence[sa.Row[*tuple[Any, ...]]]) -> Sequence[sa.Row[*tuple[Any, ...]]]:
    """Where linked accounts were both enrolled, the older enrolment stands for both: what it says is said once."""
    first = min(row.enrolment_id for row in rows)
    return [row for row in rows if row.enrolment_id == first]


def _standing(rows: Sequence[sa.Row[*tuple[Any, ...]]]) -> Standing:
    waiting = tuple(due_of(row) for row in rows if not State(row.state).is_final)
    return Standing(waiting, tuple(_settled(row) for row in rows if State(row.state).is_final))


def _settled(row: sa.Row[*tuple[Any, ...]]) -> Settled:
    if State(row.state).was_given:
        return Settled(row.step, Route(row.route) if row.route else None, None)
    return Settled(row.step, None, Reason(row.reason) if row.reason else None)


def _by_this(plan: Plan) -> sa.ColumnElement[bool]:
    return (enrolments.c.journey_id == plan.journey_id) & (enrolments.c.trigger == plan.occasion.reference)


def _share(chosen: sa.Select[int], id: sa.ColumnElement[int], every: int) -> sa.Select[int]:
    return chosen.where(id % every == 0) if every > 1 else chosen
