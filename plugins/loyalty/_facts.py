"""What rules, journeys and texts can know of tiers, stamp cards and gifts."""

from typing import Any

import sqlalchemy as sa

from bot.api import POINT_FACTS, FactSpec, Scope, activity_count, activity_total
from plugins.loyalty._tables import standings, tiers
from plugins.loyalty._tiers import TIER_LEFT, TIER_REACHED

CARD_FULL = "card_full"
GAVE = "gave_to_cause"

_MOVED_BY = (TIER_REACHED, TIER_LEFT)


def _held(scope: Scope) -> sa.Subquery:
    """The highest tier that a member holds by any of their accounts: member, community, threshold, name, place 1."""
    highest = sa.func.row_number().over(partition_by=scope.people.c.member_id, order_by=tiers.c.threshold.desc())
    return (
        sa.select(
            scope.people.c.member_id,
            tiers.c.community_id,
            tiers.c.threshold,
            tiers.c.name,
            highest.label("place"),
        )
        .join(standings, scope.theirs(standings.c.member_id))
        .join(tiers, tiers.c.id == standings.c.tier_id)
        .subquery()
    )


def _tier(scope: Scope) -> sa.Select[Any]:
    held = _held(scope)
    return sa.select(held.c.member_id, held.c.name).where(held.c.place == 1)


def _step(scope: Scope) -> sa.Select[Any]:
    held = _held(scope)
    below = tiers.alias()
    step = sa.select(sa.func.count()).where(
        below.c.community_id == held.c.community_id,
        below.c.removed_at.is_(None),
        below.c.threshold <= held.c.threshold,
    )
    return sa.select(held.c.member_id, step.scalar_subquery()).where(held.c.place == 1)


def _names(community_id: int) -> sa.Select[str]:
    there = tiers.c.community_id == community_id, tiers.c.removed_at.is_(None)
    return sa.select(tiers.c.name).where(*there).order_by(tiers.c.threshold)


FACTS = (
    *POINT_FACTS,
    FactSpec("tier", "text", _tier, _MOVED_BY, moved_by_time=True).on_ladder("tier_step", _names),
    FactSpec("tier_step", "number", _step, _MOVED_BY, moved_by_time=True),
    FactSpec("cards_full", "number", activity_count(CARD_FULL), (CARD_FULL,)),
    FactSpec("given_to_causes", "number", activity_total(GAVE), (GAVE,)),
)
