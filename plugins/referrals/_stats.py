"""Figures: the funnel from the first word to the points, and whether those who were brought stay more than others."""

from collections import Counter
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Background,
    Came,
    ChartCard,
    ChartRow,
    Context,
    Facts,
    Markup,
    Message,
    Pictures,
    counts_for,
    join,
    plain,
    times,
)
from plugins.referrals._referral import COUNTED, State
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import arrivals, codes, referrals

SINCE, LATELY = timedelta(days=120), timedelta(days=30)
"""Of those who came in these 120 days, but for the last 30, it is asked who came to a stream in the last 30."""

AT_ONCE: Final = 500
FACT: Final = "days_since_last_stream"


class Share(Struct, frozen=True):
    """How many of how many still come."""

    still: int
    people: int

    @property
    def percent(self) -> int:
        """Of a hundred."""
        return round(100 * self.still / self.people) if self.people else 0


class Funnel(Struct, frozen=True):
    """How many got how far."""

    brought: int
    inside: int
    counted: int
    paid: int
    contested: int
    refused: int
    taken_back: int


async def funnel(ctx: Background, campaign_id: int | None = None) -> Funnel:
    """Of all, or of a campaign's alone."""
    inside = referrals.c.joined_at.is_not(None)
    mine = [referrals.c.community_id == ctx.community.id]
    mine += [] if campaign_id is None else [referrals.c.campaign_id == campaign_id]
    query = sa.select(referrals.c.state, inside.label("inside"), sa.func.count().label("many")).where(*mine)
    by_state, came = Counter[str](), 0
    for row in await ctx.db.rows(query.group_by(referrals.c.state, inside)):
        by_state[row.state] += row.many
        came += row.many if row.inside else 0
    of = {state: by_state[state.value] for state in State}
    return Funnel(
        brought=sum(of.values()),
        inside=came,
        counted=sum(of[state] for state in COUNTED),
        paid=of[State.PAID],
        contested=of[State.CONTESTED],
        refused=of[State.REFUSED],
        taken_back=of[State.TAKEN_BACK],
    )


async def show(ctx: Context) -> None:
    """All figures, with the funnel as a picture."""
    found = await funnel(ctx)
    query = sa.select(sa.func.count(counts_for(codes.c.member_id).distinct()))
    inviting = int(await ctx.db.value(query.where(codes.c.community_id == ctx.community.id)))
    lines = [ctx.t("referrals-stats-title"), ctx.t("referrals-stats-inviting", count=inviting), *lines_of(ctx, found)]
    lines.append(await _rate(ctx))
    message = Message(join(lines), ((ctx.button("referrals.board"), ctx.button("referrals.queue_page", 1)),))
    if found.brought:
        says = ctx.t("referrals-stats-says")
        message = await ctx.use(Pictures).beside(message, _chart(ctx, found), says=says, reader=ctx.member)
    await ctx.reply(message)


def lines_of(ctx: Background, found: Funnel) -> list[Markup]:
    """The funnel in words."""
    lines = [ctx.t(f"referrals-funnel-{name}", count=count) for name, count in _steps(found)]
    aside = {"contested": found.contested, "refused": found.refused, "back": found.taken_back}
    return [*lines, ctx.t("referrals-funnel-aside", **aside)] if any(aside.values()) else lines


def _steps(found: Funnel) -> list[tuple[str, int]]:
    return [("brought", found.brought), ("inside", found.inside), ("counted", found.counted), ("paid", found.paid)]


def _chart(ctx: Context, found: Funnel) -> ChartCard:
    rows = tuple(
        ChartRow(plain(ctx.t(f"referrals-funnel-{name}.label")), count, times.number(count, ctx.language))
        for name, count in _steps(found)
    )
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    title, day = plain(ctx.t("referrals-stats-title")), times.day(today, ctx.language)
    return ChartCard(title, ctx.community.name, day, rows, full=found.brought)


async def _rate(ctx: Context) -> Markup:
    brought, others = await shares(ctx)
    fewest = (await ctx.settings(ReferralSettings)).fewest_for_rate
    if min(brought.people, others.people) < fewest:
        return ctx.t("referrals-rate-few", fewest=fewest)
    counts = {"brought": brought.people, "others": others.people}
    return ctx.t("referrals-rate", percent=brought.percent, base=others.percent, **counts)


async def shares(ctx: Background) -> tuple[Share, Share]:
    """Of those who were brought, and of all others who arrived in the same time, how many still come to streams."""
    who = counts_for(arrivals.c.member_id).label("who")
    then = arrivals.c.at.between(ctx.now - SINCE, ctx.now - LATELY) & (arrivals.c.came == Came.NEW.value)
    query = sa.select(who).where(arrivals.c.community_id == ctx.community.id, then).distinct().order_by(who)
    everybody = [id for (id,) in await ctx.db.rows(query)]
    stands = referrals.c.state.not_in([State.REFUSED.value, State.CONTESTED.value])
    invited = sa.select(counts_for(referrals.c.invited_id)).where(
        referrals.c.community_id == ctx.community.id, referrals.c.invited_id.is_not(None), stands
    )
    brought = {id for (id,) in await ctx.db.rows(invited)}
    still = await _still_coming(ctx, everybody)
    one, other = [id for id in everybody if id in brought], [id for id in everybody if id not in brought]
    return Share(len(still & set(one)), len(one)), Share(len(still & set(other)), len(other))


async def _still_coming(ctx: Background, ids: list[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(ids), AT_ONCE):
        facts = await ctx.use(Facts).of_many(ids[start : start + AT_ONCE])
        for id, of in facts.items():
            days = of.get(FACT, 0)
            if "last_stream" in of and isinstance(days, int | float) and days <= LATELY.days:
                found.add(id)
    return found
