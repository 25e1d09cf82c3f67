"""Count what became of a journey: by step, variant, route and outcome, and who reached its goal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import counts_for, parts_of
from bot.delivery.journeys import Kept
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from bot.model.journeys import Goal
from bot.storage.tables import activities, deliveries, enrolments
from bot.storage.types import span_micros
from bot.storage.work import Work

WAS_GIVEN: Final = deliveries.c.state.in_([state.value for state in State if state.was_given])
"""Deliveries that were sent, or laid where the person can open them."""


class Tallied(Struct, frozen=True):
    """How many deliveries of one step ended alike. `opened` and `answered` count those among them that ever were."""

    step: str
    variant: str
    route: Route | None
    state: State
    reason: Reason | None
    count: int
    opened: int
    answered: int


class Coming(Struct, frozen=True):
    """What is still to come of a journey: the step that is next, from when on (aware UTC), and how many in all."""

    step: str
    at: datetime
    many: int


class Tally:
    """Counts within one piece of work; every figure is of one journey and one trigger, such as "stream:12"."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def outcomes(self, kept: Kept, trigger: str) -> Sequence[Tallied]:
        """What became of the deliveries so far."""
        return await self._outcomes(_of(kept, trigger))

    async def since_edit(self, kept: Kept) -> Sequence[Tallied]:
        """The same of all occasions since the journey was last edited."""
        return await self._outcomes(_as_it_is(kept))

    async def _outcomes(self, where: sa.ColumnElement[bool]) -> Sequence[Tallied]:
        alike = (deliveries.c[name] for name in ("step", "variant", "route", "state", "reason"))
        counts = (sa.func.count(), sa.func.count(deliveries.c.opened_at), sa.func.count(deliveries.c.answered_at))
        columns = tuple(alike)
        query = (
            sa.select(*columns, *counts)
            .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
            .where(where)
            .group_by(*columns)
        )
        return [
            Tallied(
                step=step,
                variant=variant or "",
                route=Route(route) if route else None,
                state=State(state),
                reason=Reason(reason) if reason else None,
                count=count,
                opened=opened,
                answered=answered,
            )
            for step, variant, route, state, reason, count, opened, answered in await self._work.rows(query)
        ]

    async def to_come(self, kept: Kept, trigger: str) -> Coming | None:
        """What nothing became of yet, and what of it is due first; None where there is no such thing."""
        unfinished = deliveries.c.state.in_([state.value for state in State if not state.is_final])
        query = (
            sa.select(deliveries.c.step, sa.func.min(deliveries.c.due_at).label("first"), sa.func.count().label("many"))
            .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
            .where(_of(kept, trigger), unfinished)
            .group_by(deliveries.c.step)
        )
        rows = await self._work.rows(query)
        if not rows:
            return None
        places = {step.id: place for place, step in enumerate(kept.journey.steps)}
        next_up = min(rows, key=lambda row: (row.first, places.get(row.step, len(places))))
        return Coming(next_up.step, next_up.first, sum(row.many for row in rows))

    async def reached_after(self, kept: Kept, trigger: str) -> Mapping[tuple[str, str], int]:
        """By step and variant, how many who were given it then did what the goal names, in time."""
        return await self._reached(kept, _of(kept, trigger))

    async def reached_by_variant(self, kept: Kept) -> Mapping[tuple[str, str], int]:
        """The same of all occasions since the journey was last edited."""
        return await self._reached(kept, _as_it_is(kept))

    async def _reached(self, kept: Kept, where: sa.ColumnElement[bool]) -> Mapping[tuple[str, str], int]:
        goal = kept.journey.goal
        if goal is None:
            return {}
        query = (
            sa.select(deliveries.c.step, deliveries.c.variant, sa.func.count(deliveries.c.id.distinct()))
            .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
            .join(activities, activities.c.member_id.in_(parts_of(enrolments.c.member_id)))
            .where(where, WAS_GIVEN, _done_for(goal, since=deliveries.c.settled_at))
            .group_by(deliveries.c.step, deliveries.c.variant)
        )
        return {(step, variant or ""): count for step, variant, count in await self._work.rows(query)}

    async def reached_goal(self, kept: Kept, trigger: str) -> int:
        """How many of those in the journey did what its goal names, in time; 0 where it has no goal."""
        goal = kept.journey.goal
        if goal is None:
            return 0
        query = (
            sa.select(sa.func.count(counts_for(enrolments.c.member_id).distinct()))
            .select_from(enrolments)
            .join(activities, activities.c.member_id.in_(parts_of(enrolments.c.member_id)))
            .where(_of(kept, trigger), _done_for(goal, since=enrolments.c.anchor_at))
        )
        return int(await self._work.value(query))


def _of(kept: Kept, trigger: str) -> sa.ColumnElement[bool]:
    return (enrolments.c.journey_id == kept.id) & (enrolments.c.trigger == trigger)


def _as_it_is(kept: Kept) -> sa.ColumnElement[bool]:
    return (enrolments.c.journey_id == kept.id) & (enrolments.c.version == kept.version)


def _done_for(goal: Goal, *, since: sa.ColumnElement[datetime]) -> sa.ColumnElement[bool]:
    """Whether an activity is what the goal names, done in time and not before `since`."""
    at, first, anchor = (sa.type_coerce(one, sa.BigInteger) for one in (activities.c.at, since, enrolments.c.anchor_at))
    return (activities.c.kind == goal.activity) & at.between(first, anchor + span_micros(goal.within))
