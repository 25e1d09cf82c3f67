"""Points in pictures: a figure and the tier on the profile card, and the leaderboard."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.api import (
    Background,
    CardFigure,
    CardPart,
    CardTier,
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
from plugins.loyalty._tiers import standing


async def on_picture(ctx: Background, member: Member) -> list[CardPart]:
    """The tier and the points of the profile card."""
    has, held = await ctx.use(Ledger).balance(member.id), await standing(ctx, member.id)
    parts: list[CardPart] = [CardTier(held.tier.name)] if held is not None else []
    if has.posted:
        figure = plain(ctx.t("loyalty-card-figure", points=has.posted))
        parts.append(CardFigure(figure, plain(ctx.t("loyalty-card-figure.label", points=has.posted)), main=True))
    return parts


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
