"""Count what became of a journey: by step, variant, route and outcome, and who reached its goal."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import counts_for, parts_of
from bot.delivery.journeys import Kept
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from bot.storage.tables import activities, deliveries, enrolments
from bot.storage.types import span_micros
from bot.storage.work import Work


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


class Tally:
    """Counts within one piece of work; every figure is of one journey and one trigger, such as "stream:12"."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def outcomes(self, kept: Kept, trigger: str) -> Sequence[Tallied]:
        """What became of the deliveries so far."""
        return await self._outcomes((enrolments.c.journey_id == kept.id) & (enrolments.c.trigger == trigger))

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

    async def reached_by_variant(self, kept: Kept) -> Mapping[tuple[str, str], int]:
        """By step and variant, how many who were given it then did what the goal names, in time; since that edit."""
        goal = kept.journey.goal
        if goal is None:
            return {}
        given, at = (sa.type_coerce(one, sa.BigInteger) for one in (deliveries.c.settled_at, activities.c.at))
        anchor = sa.type_coerce(enrolments.c.anchor_at, sa.BigInteger)
        query = (
            sa.select(deliveries.c.step, deliveries.c.variant, sa.func.count(deliveries.c.id.distinct()))
            .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
            .join(activities, activities.c.member_id.in_(parts_of(enrolments.c.member_id)))
            .where(_as_it_is(kept), deliveries.c.state.in_([state.value for state in State if state.was_given]))
            .where(activities.c.kind == goal.activity, at.between(given, anchor + span_micros(goal.within)))
            .group_by(deliveries.c.step, deliveries.c.variant)
        )
        return {(step, variant or ""): count for step, variant, count in await self._work.rows(query)}

    async def reached_goal(self, kept: Kept, trigger: str) -> int:
        """How many of those in the journey did what its goal names, in time; 0 where it has no goal."""
        goal = kept.journey.goal
        if goal is None:
            return 0
        anchor = sa.type_coerce(enrolments.c.anchor_at, sa.BigInteger)
        at = sa.type_coerce(activities.c.at, sa.BigInteger)
        query = (
            sa.select(sa.func.count(counts_for(enrolments.c.member_id).distinct()))
            .select_from(enrolments)
            .join(activities, activities.c.member_id.in_(parts_of(enrolments.c.member_id)))
            .where(enrolments.c.journey_id == kept.id, enrolments.c.trigger == trigger)
            .where(activities.c.kind == goal.activity, at.between(anchor, anchor + span_micros(goal.within)))
        )
        return int(await self._work.value(query))


def _as_it_is(kept: Kept) -> sa.ColumnElement[bool]:
    return (enrolments.c.journey_id == kept.id) & (enrolments.c.version == kept.version)
