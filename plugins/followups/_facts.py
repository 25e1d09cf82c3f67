"""Facts about what people answered, for the journeys' conditions and for everybody's segments."""

from typing import Any, Final

import sqlalchemy as sa

from bot.api import FACT_DAY, FACT_NOW, SCORES, FactSpec, Scope
from plugins.followups._records import answers, is_counted


def _days_since_score(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """Begun days since the last score: 1 on the day itself, so that 0 means never."""
    at = sa.func.max(sa.type_coerce(answers.c.at, sa.BigInteger))
    people = scope.people.c
    return (
        sa.select(people.member_id, 1 + (FACT_NOW - at) // FACT_DAY)
        .join(answers, scope.theirs(answers.c.member_id))
        .where(answers.c.kind == SCORES.name, is_counted())
        .group_by(people.member_id)
    )


def _sentiment(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """By the newest score "promoter" (9, 10), "passive" (7, 8) or "detractor" (0 to 6), as NPS counts."""
    people = scope.people.c
    newest = sa.func.row_number().over(partition_by=people.member_id, order_by=answers.c.id.desc())
    ranked = (
        sa.select(people.member_id, answers.c.value, newest.label("place"))
        .join(answers, scope.theirs(answers.c.member_id))
        .where(answers.c.kind == SCORES.name, is_counted())
        .subquery("scores")
    )
    value = ranked.c.value
    word = sa.case((value >= SCORES.promotes, "promoter"), (value > SCORES.detracts, "passive"), else_="detractor")
    return sa.select(ranked.c.member_id, word).where(ranked.c.place == 1)


FACTS: Final = (
    FactSpec("followups_days_since_score", "number", _days_since_score, (SCORES.name,), moved_by_time=True),
    FactSpec("followups_sentiment", "text", _sentiment, (SCORES.name,), texts=("promoter", "passive", "detractor")),
)
