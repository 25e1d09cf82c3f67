"""Loyalty: points for being there, taking part and buying, in a ledger that each member can read line by line."""

from enum import Enum

from bot.api import (
    POINT_FACTS,
    ActivityRecorded,
    Audit,
    Context,
    Ledger,
    Member,
    Paid,
    Plugin,
    Rest,
    Role,
    StreamEnded,
    UserError,
)
from plugins.loyalty import _board, _earning, _showing, _telling_how
from plugins.loyalty._board import Stretch
from plugins.loyalty._rules import LoyaltySettings
from plugins.loyalty._tables import tables

MOST_BY_HAND = 100_000

plugin = Plugin("loyalty", settings=LoyaltySettings, facts=POINT_FACTS, tables=tables)

plugin.contributes("profile")(_showing.on_card)
plugin.on(StreamEnded)(_earning.after_stream)
plugin.on(ActivityRecorded)(_earning.after_activity)
plugin.job()(_earning.pay_guests)


class What(Enum):
    """What else there is to see."""

    HOW = "how"
    HISTORY = "history"


@plugin.command(examples=["/points", "/points how", "/points history"])
async def points(ctx: Context, what: What | None = None) -> None:
    """See how many points you have, what they are for, and how they came about."""
    match what:
        case What.HOW:
            await show_how(ctx)
        case What.HISTORY:
            await history_page(ctx, 0)
        case _:
            await ctx.reply(await _showing.balance(ctx), _showing.buttons(ctx))


@plugin.action("loyalty-show-how")
async def show_how(ctx: Context) -> None:
    await ctx.reply(await _telling_how.how(ctx))


@plugin.action("loyalty-history-page")
async def history_page(ctx: Context, before: int) -> None:
    text, further = await _showing.history(ctx, before or None)
    older = [ctx.button(history_page, further, label=ctx.t("loyalty-history-older"))] if further else []
    await ctx.reply(text, older)


@plugin.command(
    "give points", least=Role.MODERATOR, examples=["/give points Ann 20 for the teapot", "/give points Ann -5 twice"]
)
async def give_points(ctx: Context, member: Member, amount: int, why: Rest) -> None:
    """Give a member points, or take some, and say why."""
    if not amount or abs(amount) > MOST_BY_HAND:
        raise UserError("loyalty-give-amount", most=MOST_BY_HAND)
    ledger = ctx.use(Ledger)
    subject = f"member:{member.id}"
    entry = await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "loyalty-adjust", subject, None, amount)
    reference = f"by-hand:{entry}"
    paid = await ledger.adjust(ctx.community.id, member.id, amount, "loyalty-by-hand", reference, note=why)
    if paid is Paid.SHORT:
        has = await ledger.balance(member.id)
        raise UserError("loyalty-give-short", name=member.name, points=has.posted)
    has = await ledger.balance(member.id)
    await ctx.reply(ctx.t("loyalty-given", name=member.name, amount=amount, points=has.posted))


@plugin.command(examples=["/leaderboard", "/leaderboard stream", "/leaderboard all"])
async def leaderboard(ctx: Context, stretch: Stretch = Stretch.MONTH) -> None:
    """See who has earned the most points."""
    await _board.show(ctx, stretch)


@plugin.action("loyalty-board-page")
async def board_page(ctx: Context, stretch: str, offset: int) -> None:
    await _board.show(ctx, Stretch(stretch), offset)
