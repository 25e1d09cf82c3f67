"""The profile card's lines and figures about streams, and a fact that only this plugin counts."""

from typing import Any, Final

import sqlalchemy as sa

from bot.api import (
    FACT_ATTENDANCE,
    Background,
    CardFigure,
    CardPart,
    Facts,
    FactSpec,
    Markup,
    Member,
    OverVisits,
    plain,
)


def _early(visits: sa.CTE) -> sa.ColumnElement[Any]:
    return sa.func.count(sa.case((visits.c.first_slot == 0, 1)))


FACTS: Final = (FactSpec("streams_early", "number", OverVisits(_early), (FACT_ATTENDANCE,)),)
"""At how many streams somebody was seen within the first ten minutes."""


async def lines(ctx: Background, member: Member) -> list[Markup]:
    """How many streams the member was at, and how many in a row."""
    facts = await ctx.use(Facts).of(member.id)
    count, streak, last = (facts.get(name, 0) for name in ("streams_attended", "streak", "last_stream"))
    if not count:
        return []
    lines = [ctx.t("streams-profile-attended", count=count, last=last)]
    return lines if streak in (0, 1) else [*lines, ctx.t("streams-profile-streak", count=streak)]


async def figures(ctx: Background, member: Member) -> list[CardPart]:
    """The same two for the card's picture."""
    facts = await ctx.use(Facts).of(member.id)
    found: list[CardPart] = []
    for key, name, least in (("streams-card-attended", "streams_attended", 1), ("streams-card-streak", "streak", 2)):
        count = facts.get(name, 0)
        if isinstance(count, int | float) and count >= least:
            figure, label = ctx.t(key, count=count), ctx.t(f"{key}.label", count=count)
            found.append(CardFigure(plain(figure), plain(label)))
    return found
