"""Points in pictures: a figure of the profile card, and the leaderboard."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.api import (
    Background,
    CardFigure,
    CardPart,
    Context,
    Ledger,
    Markup,
    Member,
    Message,
    Pictures,
    Placed,
    RankingCard,
    RankingRow,
    plain,
    times,
)


async def on_picture(ctx: Background, member: Member) -> list[CardPart]:
    """The points of the profile card."""
    has = await ctx.use(Ledger).balance(member.id)
    if not has.posted:
        return []
    label = plain(ctx.t("loyalty-card-figure.label", points=has.posted))
    return [CardFigure(plain(ctx.t("loyalty-card-figure", points=has.posted)), label, main=True)]


async def ranking(ctx: Context, message: Message, title: Markup, places: Sequence[Placed]) -> Message:
    """The leaderboard that `message` tells of, with its picture; without one where there is nobody."""
    if not places:
        return message
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    card = RankingCard(
        title=plain(title),
        community=ctx.community.name,
        day=times.day(today, ctx.language),
        rows=tuple(_row(ctx, one) for one in places),
    )
    says = ctx.t("loyalty-board-says")
    return await ctx.use(Pictures).beside(message, card, says=says, reader=ctx.member)


def _row(ctx: Context, one: Placed) -> RankingRow:
    words = plain(ctx.t("loyalty-card-figure", points=one.points))
    return RankingRow(one.place, one.name, one.points, words, own=one.member_id == ctx.member.id)
