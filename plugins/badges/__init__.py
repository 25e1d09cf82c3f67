"""Badges: won by rules over what members do, or given by hosts with a word why, and shown where people see them."""

from bot.api import (
    ActionStyle,
    BadgeAwarded,
    Badges,
    Context,
    KeptBadge,
    Member,
    People,
    Plugin,
    Rest,
    Role,
    UserError,
)
from plugins.badges import _evening, _giving, _hall, _showing, _telling, _words
from plugins.badges._defaults import BADGES, CHAMPION, FACTS
from plugins.badges._words import BadgeName, BadgeNames

plugin = Plugin("badges", facts=FACTS, badges=BADGES, activities=(CHAMPION, _telling.ACCEPTED))

plugin.contributes("profile")(_showing.on_card)
plugin.contributes("recap")(_evening.in_recap)
plugin.contributes("cue")(_evening.on_cue_card)
plugin.contributes("placeholder", *_evening.NAMES)(_evening.in_journeys)
plugin.on(BadgeAwarded)(_telling.awarded)
plugin.job()(_telling.invite)


async def _own(ctx: Context, badge_id: int) -> KeptBadge:
    """The community's own badge of that id; another's button finds none."""
    return await ctx.use(Badges).by_id(ctx.community.id, badge_id)


async def _member(ctx: Context, member_id: int) -> Member:
    member = await ctx.use(People).get(member_id)
    if member.community_id != ctx.community.id:
        raise UserError("badges-not-here")
    return member


# ---- everybody ----------------------------------------------------------------------------------------------------


@plugin.command(examples=["/badges", "/badges Ann"])
async def badges(ctx: Context, member: Member | None = None) -> None:
    """See your badges and those in reach, or somebody else's."""
    await _showing.of_member(ctx, member or ctx.member, 1)


@plugin.action("badges-mine")
async def mine(ctx: Context) -> None:
    await _showing.of_member(ctx, ctx.member, 1)


@plugin.action("badges-accept", style=ActionStyle.MAIN)
async def accept(ctx: Context, badge_id: int) -> None:
    await _telling.accept(ctx, await _own(ctx, badge_id))


@plugin.action("badges-of-page")
async def of_page(ctx: Context, member_id: int, number: int) -> None:
    await _showing.page_of_member(ctx, member_id, number)


@plugin.command("badge list")
async def badge_list(ctx: Context) -> None:
    """See what badges there are here."""
    await _showing.listing(ctx, 1)


@plugin.action("badges-list-page")
async def list_page(ctx: Context, number: int) -> None:
    await _showing.listing(ctx, number)


@plugin.command("badge show", examples=["/badge show regular"])
async def badge_show(ctx: Context, badge: BadgeNames) -> None:
    """See how a badge is won, who has it, and what you are missing."""
    await _showing.one(ctx, await _words.meant(ctx, badge))


@plugin.action("badges-open-badge")
async def open_badge(ctx: Context, badge_id: int) -> None:
    await _showing.one(ctx, await _own(ctx, badge_id))


@plugin.command(examples=["/hall", "/hall regular"])
async def hall(ctx: Context, badge: BadgeNames | None = None) -> None:
    """See the hall of fame: who has which badge."""
    if badge is None:
        await _hall.hall(ctx, 1)
    else:
        await _hall.holders(ctx, await _words.meant(ctx, badge), 1)


@plugin.action("badges-hall-page")
async def hall_page(ctx: Context, number: int) -> None:
    await _hall.hall(ctx, number)


@plugin.action("badges-holders-page")
async def holders_page(ctx: Context, badge_id: int, number: int) -> None:
    await _hall.holders(ctx, await _own(ctx, badge_id), number)


# ---- hosts: by hand -----------------------------------------------------------------------------------------------


@plugin.command("badge give", least=Role.HOST, examples=["/badge give Ann helper for the glaze recipe"])
async def badge_give(ctx: Context, member: Member, badge: BadgeName, why: Rest) -> None:
    """Give somebody a badge, and say why."""
    await _giving.give(ctx, member, await _words.meant(ctx, badge), why)


@plugin.command("badge take", least=Role.MODERATOR, examples=["/badge take Ann helper"])
async def badge_take(ctx: Context, member: Member, badge: BadgeNames) -> None:
    """Take a badge from somebody; its rule will not give it again."""
    await _giving.take(ctx, member, await _words.meant(ctx, badge))


@plugin.action("badges-give-back", least=Role.MODERATOR)
async def give_back(ctx: Context, badge_id: int, member_id: int) -> None:
    await _giving.give_back(ctx, await _own(ctx, badge_id), await _member(ctx, member_id))
