"""The champion of the month: whoever earned the most points in one, by the community's own calendar."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.api import Activities, Background, Leaderboard, wall_clock
from plugins.badges._defaults import CHAMPION

COMPETITORS: Final = 2
"""Fewer people with points are no competition."""

SHARED_BY: Final = 5
"""So many at most may share the first place."""


async def crown(ctx: Background) -> None:
    """Look whether a month is over that has no champion yet; each month is seen to once."""
    zone = ZoneInfo(ctx.community.zone)
    first = ctx.now.astimezone(zone).date().replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    month = f"{before:%Y-%m}"
    since, until = (wall_clock(datetime.combine(day, time(0)), ctx.community.zone) for day in (before, first))
    await ctx.later(
        crown_one,
        key=f"{ctx.community.id}:{month}",
        month=month,
        since=since.isoformat(),
        until=until.isoformat(),
    )


async def crown_one(ctx: Background, month: str, since: str, until: str) -> None:
    """Those who share the first place of a month have won it."""
    begin, end = datetime.fromisoformat(since), datetime.fromisoformat(until)
    placed = await ctx.use(Leaderboard).top(SHARED_BY + 1, begin, until=end)
    first = [one for one in placed if one.place == 1]
    if len(placed) < COMPETITORS or len(first) > SHARED_BY:
        return
    for one in first:
        await ctx.use(Activities).record(ctx.community.id, one.member_id, CHAMPION, f"month:{month}")
