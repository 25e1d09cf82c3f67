"""The profile card's lines about streams, and a fact that only this plugin counts."""

from typing import Any, Final

import sqlalchemy as sa

from bot.api import FACT_ATTENDANCE, Background, Facts, FactSpec, Markup, Member, over_visits


def _early(visits: sa.CTE) -> sa.ColumnElement[Any]:
    return sa.func.count(sa.case((visits.c.first_slot == 0, 1)))


FACTS: Final = (FactSpec("streams_early", "number", over_visits(_early), (FACT_ATTENDANCE,)),)
"""At how many streams somebody was seen within the first ten minutes."""


async def lines(ctx: Background, member: Member) -> list[Markup]:
    """How many streams the member was at, and how many in a row."""
    facts = await ctx.use(Facts).of(member.id)
    count, streak, last = (facts.get(name, 0) for name in ("streams_attended", "streak", "last_stream"))
    if not count:
        return []
    lines = [ctx.t("streams-profile-attended", count=count, last=last)]
    return lines if streak in (0, 1) else [*lines, ctx.t("streams-profile-streak", count=streak)]
