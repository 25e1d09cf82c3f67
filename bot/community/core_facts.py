"""The facts that there are without any plugin: streams, orders, feedback, and how long somebody is known."""

from typing import Any, Final

import sqlalchemy as sa

from bot.community.activities import FEEDBACK_GIVEN, ORDERED
from bot.community.facts import (
    ATTENDANCE,
    FACT_DAY,
    FACT_NOW,
    MONTH_DAYS,
    FactSpec,
    OverVisits,
    activity_count,
    activity_total,
)
from bot.community.scope import Scope
from bot.storage.tables import members

RECENT_STREAMS: Final = 5
REGULAR_STREAMS: Final = 3
LAPSED_DAYS: Final = 60


def streak(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """How many ended streams in a row, back from the community's newest, the member was at.

    The n-th newest visit belongs to the streak as long as it is to the n-th newest stream (gaps and islands).
    """
    visits = scope.visits
    turn = sa.func.row_number().over(partition_by=visits.c.member_id, order_by=visits.c.place)
    turns = sa.select(visits.c.member_id, visits.c.place, turn.label("turn")).where(visits.c.place.is_not(None))
    counted = turns.subquery()
    return (
        sa.select(counted.c.member_id, sa.func.count())
        .where(counted.c.place == counted.c.turn)
        .group_by(counted.c.member_id)
    )


def lifecycle(visits: sa.CTE) -> sa.ColumnElement[str]:
    """Where a member stands; the first that fits. Who was never at a stream has none.

    "lapsed": not seen at a stream for more than 60 days. "new": has been at one stream. "regular": was at three or more
    of the community's five newest ended streams. "returning": comes back now and then.
    """
    recent = sa.func.count(sa.case((visits.c.place <= RECENT_STREAMS, 1)))
    return sa.case(
        (sa.func.max(visits.c.last_at) < FACT_NOW - LAPSED_DAYS * FACT_DAY, "lapsed"),
        (sa.func.count() == 1, "new"),
        (recent >= REGULAR_STREAMS, "regular"),
        else_="returning",
    )


def _months_known(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    joined = sa.func.min(sa.type_coerce(members.c.joined_at, sa.BigInteger))
    months = (FACT_NOW - joined) // int(MONTH_DAYS * FACT_DAY)
    return (
        sa.select(scope.people.c.member_id, months)
        .join(members, scope.theirs(members.c.id))
        .group_by(scope.people.c.member_id)
    )


CORE_FACTS: Final = (
    FactSpec("orders", "number", activity_count(ORDERED), (ORDERED,)),
    FactSpec("spent_total", "number", activity_total(ORDERED), (ORDERED,)),
    FactSpec("feedback_given", "number", activity_count(FEEDBACK_GIVEN), (FEEDBACK_GIVEN,)),
    FactSpec("streams_attended", "number", OverVisits(lambda visits: sa.func.count()), (ATTENDANCE,)),
    FactSpec("questions_asked", "number", OverVisits(lambda visits: sa.func.sum(visits.c.questions)), (ATTENDANCE,)),
    FactSpec("last_stream", "number", OverVisits(lambda visits: sa.func.max(visits.c.number)), (ATTENDANCE,)),
    FactSpec("streak", "number", streak, (ATTENDANCE,), fades_after=(1,)),
    FactSpec(
        "days_since_last_stream",
        "number",
        OverVisits(lambda visits: (FACT_NOW - sa.func.max(visits.c.last_at)) // FACT_DAY),
        (ATTENDANCE,),
        moved_by_time=True,
    ),
    FactSpec(
        "lifecycle",
        "text",
        OverVisits(lifecycle),
        (ATTENDANCE,),
        moved_by_time=True,
        fades_after=(RECENT_STREAMS,),  # that one is not among the newest any more
        texts=("new", "returning", "regular", "lapsed"),
    ),
    FactSpec("months_known", "number", _months_known, moved_by_time=True),
)
