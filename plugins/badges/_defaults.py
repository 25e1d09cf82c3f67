"""The badges that every community begins with, and the facts that they read beside those of others."""

from typing import Any, Final

import sqlalchemy as sa

from bot.api import REFERRED, UNREFERRED, AllOf, AnyOf, Badge, Condition, FactSpec, Rule, Scope, activity_count

CHAMPION: Final = "month_won"
"""The activity of whoever earned the most points in a month; its reference is the month."""


def _counted(name: str, kind: str) -> FactSpec:
    return FactSpec(name, "number", activity_count(kind), (kind,))


def _referrals(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """How many stand whom somebody brought."""
    did = scope.activities.c
    signed = sa.case((did.kind == REFERRED, did.count), else_=-did.count)
    query = sa.select(did.member_id, sa.func.sum(signed)).where(did.kind.in_((REFERRED, UNREFERRED)))
    return query.group_by(did.member_id)


FACTS: Final = (
    _counted("badges_months_won", CHAMPION),
    FactSpec("badges_referrals", "number", _referrals, (REFERRED, UNREFERRED)),
)


def _at_least(fact: str, *steps: int) -> tuple[Rule, ...]:
    """A level for each step."""
    return tuple(Condition(fact=fact, value=step) for step in steps)


_OLD_HAND: Final = AnyOf(
    parts=(
        AllOf(parts=(Condition(fact="months_known", value=24), Condition(fact="streams_attended", value=20))),
        Condition(fact="points_earned", value=5000),
    )
)

BADGES: Final = (
    Badge(name="first-stream", emoji="🎬", levels=_at_least("streams_attended", 1), by_hand=False),
    Badge(name="regular", emoji="⭐", levels=_at_least("streams_attended", 5, 25, 100), by_hand=False, thanked=True),
    Badge(name="streak", emoji="🔥", levels=_at_least("streak", 3, 5, 10), by_hand=False),
    Badge(name="early-bird", emoji="🐦", levels=_at_least("streams_early", 3, 10, 30), by_hand=False),
    Badge(name="curious", emoji="❓", levels=_at_least("questions_asked", 3, 15, 50), by_hand=False),
    Badge(name="helper", emoji="🤝", thanked=True),
    Badge(name="feedback", emoji="💬", levels=_at_least("feedback_given", 1, 5, 20), by_hand=False),
    Badge(
        name="referrer",
        emoji="📣",
        levels=_at_least("badges_referrals", 1, 5, 20),
        thanked=True,
        activities=(REFERRED, UNREFERRED),
    ),
    Badge(name="anniversary", emoji="🎂", levels=_at_least("months_known", 12, 24, 36, 60), by_hand=False),
    Badge(name="veteran", emoji="🛡️", levels=(_OLD_HAND,), thanked=True),
    Badge(name="champion", emoji="🏆", levels=_at_least("badges_months_won", 1, 3, 12), by_hand=False, thanked=True),
)
