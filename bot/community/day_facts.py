"""Facts about days that come round each year: when somebody joined, and when they first bought."""

from typing import Any, Final

import sqlalchemy as sa

from bot.community.activities import ORDERED
from bot.community.facts import FACT_DAY, FACT_NOW, MONTH_DAYS, FactSpec
from bot.community.scope import Scope
from bot.storage.calendar import day_of_year
from bot.storage.tables import activities, members


def _joined(scope: Scope) -> sa.Select[Any]:
    joined = sa.func.min(sa.type_coerce(members.c.joined_at, sa.BigInteger))
    return (
        sa.select(scope.people.c.member_id, day_of_year(joined))
        .join(members, scope.theirs(members.c.id))
        .group_by(scope.people.c.member_id)
    )


def _first_order(scope: Scope, value: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return (
        sa.select(scope.people.c.member_id, value)
        .join(activities, scope.theirs(activities.c.member_id))
        .where(activities.c.kind == ORDERED)
        .group_by(scope.people.c.member_id)
    )


_FIRST: Final = sa.func.min(sa.type_coerce(activities.c.at, sa.BigInteger))

DAY_FACTS: Final = (
    FactSpec("joined_day", "text", _joined, moved_by_time=True),
    FactSpec("first_order_day", "text", lambda scope: _first_order(scope, day_of_year(_FIRST)), (ORDERED,)),
    FactSpec(
        "months_since_first_order",
        "number",
        lambda scope: _first_order(scope, (FACT_NOW - _FIRST) // int(MONTH_DAYS * FACT_DAY)),
        (ORDERED,),
        moved_by_time=True,
    ),
)
"""Days are "MM-DD" in UTC, so that a journey may begin on them."""
