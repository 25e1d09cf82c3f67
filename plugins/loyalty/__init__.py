"""Loyalty: points for being there, taking part and buying, with tiers, stamp cards and causes that live on them."""

from datetime import timedelta
from enum import Enum
from typing import Annotated

from bot.api import (
    ActionStyle,
    ActivityRecorded,
    Answers,
    Audit,
    Background,
    Context,
    Ledger,
    Member,
    MemberArrived,
    Paid,
    PointImports,
    PointsMoved,
    Rest,
    Role,
    StreamEnded,
    Suggested,
    UserError,
)
from plugins.loyalty import (
    _board,
    _causes,
    _cues,
    _earning,
    _import_commands,
    _pictures,
    _showing,
    _stamp_screens,
    _stamps,
    _telling_how,
    _tier_screens,
    _tiers,
)
from plugins.loyalty._board import Stretch
from plugins.loyalty._plugin import plugin

MOST_BY_HAND = 100_000

plugin.contributes("profile")(_showing.on_card)
plugin.contributes("profile")(_tier_screens.on_card)
plugin.contributes("recap")(_causes.in_recap)
plugin.contributes("cue")(_cues.near)
plugin.contributes("card")(_pictures.on_picture)
plugin.on(StreamEnded)(_earning.after_stream)
plugin.on(ActivityRecorded)(_earning.after_activity)
plugin.job()(_earning.pay_guests)
plugin.on(MemberArrived)(_import_commands.arrived)
plugin.on(StreamEnded)(_import_commands.seen_at_stream)

TierName = Annotated[Rest, Suggested(_tier_screens.suggest)]
CardName = Annotated[Rest, Suggested(_stamp_screens.names)]
CauseName = Annotated[Rest, Suggested(_causes.names)]
Kind = Annotated[str, Suggested(_stamp_screens.kinds)]

# ---- points -------------------------------------------------------------------------------------------------------


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
async def board_page(ctx: Context, stretch: Stretch, offset: int) -> None:
    await _board.show(ctx, stretch, offset)


# ---- tiers --------------------------------------------------------------------------------------------------------


@plugin.command("tiers")
async def show_tiers(ctx: Context) -> None:
    """See the tiers, what they bring, and where you stand."""
    await _tier_screens.show(ctx)


@plugin.action("loyalty-start-tiers", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def start_tiers(ctx: Context) -> None:
    await _tier_screens.start(ctx)
    await _look_at_everybody(ctx)
    await _tier_screens.show(ctx)


@plugin.command(
    "tier add", least=Role.MODERATOR, examples=["/tier add Friend 50", '/tier add "Old friend" 250 Plans a day earlier']
)
async def add_tier(ctx: Context, name: str, points: int, perks: Rest | None = None) -> None:
    """Add a tier that so many points reach, and say what it brings."""
    tier = await _tier_screens.add(ctx, name, points, perks)
    await _look_at_everybody(ctx)
    await ctx.reply(ctx.t("loyalty-tier-added", tier=tier.name, points=tier.threshold))


@plugin.command("tier edit", least=Role.MODERATOR, opens_form=True, examples=["/tier edit Friend"])
async def edit_tier(ctx: Context, name: TierName) -> None:
    """Change a tier's name, its points, or what it brings."""
    await _tier_screens.ask(ctx, await _tier_screens.named(ctx, name))


@plugin.action("loyalty-tier-form", least=Role.MODERATOR)
async def keep_tier(ctx: Context, tier: int, answers: Answers) -> None:
    new = await _tier_screens.change(ctx, await _tier_screens.by_id(ctx, tier), answers)
    await _look_at_everybody(ctx)
    await ctx.reply(ctx.t("loyalty-tier-kept", tier=new.name, points=new.threshold))


@plugin.command("tier remove", least=Role.MODERATOR, examples=["/tier remove Friend"])
async def ask_to_remove_tier(ctx: Context, name: TierName) -> None:
    """Remove a tier; who holds it comes to the one below."""
    await _tier_screens.ask_removal(ctx, await _tier_screens.named(ctx, name))


@plugin.action("loyalty-tier-remove", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def remove_tier(ctx: Context, tier: int) -> None:
    gone = await _tier_screens.by_id(ctx, tier)
    await _tier_screens.remove(ctx, gone)
    await _look_at_everybody(ctx)
    await ctx.reply(ctx.t("loyalty-tier-removed", tier=gone.name))


async def _look_at_everybody(ctx: Context) -> None:
    await ctx.later(settle_tiers)


@plugin.job()
async def settle_tiers(ctx: Background, behind: int = 0) -> None:
    """After a change of the tiers: where everybody stands now, some at a time."""
    further = await _tiers.look_at_next(ctx, behind)
    if further is not None:
        await ctx.later(settle_tiers, behind=further)


@plugin.on(PointsMoved)
async def points_moved(ctx: Background, event: PointsMoved) -> None:
    ids = event.member_ids
    if not event.line_id:  # accounts were linked: one may be in a file that was brought along, both may fill a card
        for id in ids:
            await ctx.use(PointImports).pay(member_id=id)
        await _stamps.after_link(ctx, ids)
    if len(ids) <= _tiers.PEOPLE_AT_ONCE:
        await _tiers.look(ctx, ids)
        return
    for start in range(0, len(ids), _tiers.PEOPLE_AT_ONCE):
        await ctx.later(look_at_tiers, member_ids=list(ids[start : start + _tiers.PEOPLE_AT_ONCE]))


@plugin.job()
async def look_at_tiers(ctx: Background, member_ids: list[int]) -> None:
    """Where some members stand, whose points moved."""
    await _tiers.look(ctx, member_ids)


@plugin.job(every=timedelta(days=1))
async def watch_tiers(ctx: Background, behind: int = 0) -> None:
    """Each night: points grow too old for a tier, and times of grace are over."""
    ids = await _tiers.holders(ctx, behind)
    await _tiers.look(ctx, ids)
    if len(ids) == _tiers.PEOPLE_AT_ONCE:
        await ctx.later(watch_tiers, behind=ids[-1])


# ---- stamp cards --------------------------------------------------------------------------------------------------


@plugin.command()
async def stamps(ctx: Context) -> None:
    """See your stamp cards."""
    await _stamp_screens.show(ctx)


@plugin.command(least=Role.HOST, examples=["/stamp Ann"])
async def stamp(ctx: Context, member: Member) -> None:
    """Hand over what a member's full stamp card is for."""
    await _stamp_screens.hand_over(ctx, member)


@plugin.action("loyalty-redeem", style=ActionStyle.MAIN, least=Role.HOST)
async def redeem(ctx: Context, full: int) -> None:
    await _stamp_screens.redeem(ctx, full)


@plugin.command(
    "card add",
    least=Role.MODERATOR,
    examples=["/card add ordered 10 0 A teapot", "/card add attended 5 50 Five evenings"],
)
async def add_card(ctx: Context, kind: Kind, needed: int, points: int, name: Rest) -> None:
    """Begin a stamp card."""
    card = await _stamp_screens.add(ctx, kind, needed, points, name)
    what = _stamp_screens.words(ctx, card.kind)
    values = {"card": card.name, "needed": card.needed, "what": what, "paid": bool(points), "points": points}
    await ctx.reply(ctx.t("loyalty-card-added", **values))


@plugin.command("card close", least=Role.MODERATOR, examples=["/card close Five evenings"])
async def close_card(ctx: Context, name: CardName) -> None:
    """Stamp a card no more; what is full is still handed over."""
    card = await _stamp_screens.close(ctx, name)
    await ctx.reply(ctx.t("loyalty-card-closed", card=card.name))


@plugin.command("card unstamp", least=Role.MODERATOR, examples=["/card unstamp Ann Five evenings"])
async def unstamp(ctx: Context, member: Member, name: CardName) -> None:
    """Take the newest stamp off a member's card, which is there by mistake."""
    await _stamp_screens.take_off(ctx, member, name)


@plugin.action("loyalty-restamp", least=Role.MODERATOR)
async def restamp(ctx: Context, card: int, member: int) -> None:
    await _stamp_screens.put_back(ctx, card, member)


plugin.on(ActivityRecorded)(_stamps.stamp_activity)


@plugin.on(StreamEnded)
async def stamp_the_stream(ctx: Background, event: StreamEnded) -> None:
    await ctx.later(stamp_guests, key=f"{event.stream_id}:{event.again}", stream_id=event.stream_id)


@plugin.job()
async def stamp_guests(ctx: Background, stream_id: int, behind: int = 0) -> None:
    """Stamps for being at a stream, some people at a time."""
    further = await _stamps.after_stream(ctx, stream_id, behind)
    if further is not None:
        await ctx.later(stamp_guests, stream_id=stream_id, behind=further)


# ---- causes -------------------------------------------------------------------------------------------------------


@plugin.command("cause list", public=True)
async def list_causes(ctx: Context) -> None:
    """See what points can be given to, and what came together."""
    await _causes.show(ctx)


@plugin.action("loyalty-causes-page")
async def causes_page(ctx: Context, page: int) -> None:
    await _causes.show(ctx, page)


@plugin.command("cause give", examples=["/cause give 20", "/cause give 20 Animal shelter"])
async def give_to_cause(ctx: Context, amount: int, cause: CauseName | None = None) -> None:
    """Give some of your points to a cause."""
    await _causes.give(ctx, await _causes.meant(ctx, cause), amount)


@plugin.action("loyalty-ask-gift", opens_form=True)
async def ask_gift(ctx: Context, cause: int) -> None:
    await _causes.ask(ctx, cause)


@plugin.action("loyalty-ask-gift")
async def keep_gift(ctx: Context, cause: int, answers: Answers) -> None:
    await _causes.give_to(ctx, cause, answers.get("amount", ""))


@plugin.command(
    "cause add", least=Role.MODERATOR, examples=['/cause add "Animal shelter"', '/cause add "Animal shelter" 1000']
)
async def add_cause(ctx: Context, name: str, goal: int | None = None) -> None:
    """Let members give their points to a cause, up to a goal or without."""
    cause = await _causes.add(ctx, name, goal)
    await ctx.reply(ctx.t("loyalty-cause-added", cause=cause.name))


@plugin.command("cause close", least=Role.MODERATOR, examples=["/cause close Animal shelter"])
async def close_cause(ctx: Context, name: CauseName) -> None:
    """Let nothing more be given to a cause, and tell everybody what came together."""
    cause = await _causes.close(ctx, name)
    await ctx.reply(ctx.t("loyalty-cause-shut", cause=cause.name, points=cause.given))
