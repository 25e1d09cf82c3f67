"""The net promoter score over time, by month and with its margin: of scores in polls and of those after streams."""

from collections import Counter
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.api import SCORES, Activities, Context, Message, Pictures, join, net_words, promoters, times
from plugins.polls._pictures import trend_card
from plugins.polls._settings import PollSettings
from plugins.polls._voting import scores_since

MONTHS = 12


async def show(ctx: Context) -> None:
    """The last twelve months, the newest last."""
    lines, months = [ctx.t("polls-trend")], await _by_month(ctx)
    for first, spread in months:
        month = times.month(first, ctx.language)
        net = promoters(spread)
        count = sum(spread.values())
        if net is None:
            lines.append(ctx.t("polls-trend-few", month=month, count=count))
        else:
            lines.append(ctx.t("polls-trend-line", month=month, count=count, **net_words(net)))
    if len(lines) == 1:
        lines.append(ctx.t("polls-trend-none"))
    message = Message(join(lines))
    if (card := trend_card(ctx, months)) is not None:
        says = ctx.t("polls-trend-says")
        message = await ctx.use(Pictures).beside(message, card, says=says, reader=ctx.member)
    await ctx.reply(message)


async def _by_month(ctx: Context) -> list[tuple[date, Counter[int]]]:
    zone = ZoneInfo(ctx.community.zone)
    since = ctx.now - timedelta(days=31 * MONTHS)
    found: dict[tuple[int, int], Counter[int]] = {}
    fewest = (await ctx.settings(PollSettings)).fewest
    after_streams = await ctx.use(Activities).values(ctx.community.id, SCORES.name, since)
    given = [*after_streams, *await scores_since(ctx, since, fewest)]
    for at, value, times_given in given:
        local = at.astimezone(zone)
        found.setdefault((local.year, local.month), Counter())[int(value)] += times_given
    return [(date(year, month, 1), spread) for (year, month), spread in sorted(found.items())]
