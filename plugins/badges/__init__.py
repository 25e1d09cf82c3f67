"""Badges: won by rules over what members do, or given by hosts with a word why, and shown where people see them."""

from datetime import timedelta

from bot.api import (
    ActionStyle,
    Answers,
    BadgeAwarded,
    Badges,
    Context,
    KeptBadge,
    Member,
    MemberGoneError,
    People,
    Plugin,
    Rest,
    Role,
    UserError,
)
from plugins.badges import (
    _asking,
    _building,
    _champion,
    _evening,
    _giving,
    _giving_out,
    _hall,
    _natives,
    _pictures,
    _showing,
    _telling,
    _words,
)
from plugins.badges._defaults import BADGES, CHAMPION, FACTS
from plugins.badges._drafts import tables
from plugins.badges._words import BadgeName, BadgeNames

plugin = Plugin("badges", facts=FACTS, badges=BADGES, activities=(CHAMPION, _telling.ACCEPTED), tables=tables)

plugin.contributes("profile")(_showing.on_card)
plugin.contributes("profile-own")(_pictures.next_line)
plugin.contributes("card")(_pictures.on_picture)
plugin.contributes("recap")(_evening.in_recap)
plugin.contributes("cue")(_evening.on_cue_card)
plugin.contributes("placeholder", *_evening.NAMES, switches=_evening.SWITCHES)(_evening.in_journeys)
plugin.on(BadgeAwarded)(_telling.awarded)
plugin.job()(_telling.invite)
plugin.job()(_giving_out.hand_out)
plugin.job()(_natives.dress)
plugin.job()(_natives.undress)
plugin.job(every=timedelta(days=1))(_natives.look_after)
plugin.job(every=timedelta(hours=6))(_champion.crown)
plugin.job()(_champion.crown_one)


async def _own(ctx: Context, badge_id: int) -> KeptBadge:
    """The community's own badge of that id; another's button finds none."""
    return await ctx.use(Badges).by_id(ctx.community.id, badge_id)


async def _member(ctx: Context, member_id: int) -> Member:
    try:
        member = await ctx.use(People).get(member_id)
    except MemberGoneError:
        raise UserError("badges-nobody") from None
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
    await _showing.of_member(ctx, await _member(ctx, member_id), number)


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


# ---- moderators: the rule builder ---------------------------------------------------------------------------------


@plugin.command("badge create", least=Role.MODERATOR, opens_form=True)
async def badge_create(ctx: Context) -> None:
    """Make a badge: what it is called, then what it is won by."""
    await _building.ask_for_name(ctx)


@plugin.action("badges-create", least=Role.MODERATOR, opens_form=True)
async def create_form(ctx: Context) -> None:
    await _building.ask_for_name(ctx)


@plugin.action("badges-create", least=Role.MODERATOR)
async def begin_draft(ctx: Context, answers: Answers) -> None:
    await _building.begin(ctx, answers)


@plugin.command("badge edit", least=Role.MODERATOR, examples=["/badge edit regular"])
async def badge_edit(ctx: Context, badge: BadgeNames) -> None:
    """Change a badge: its name, its rules, how it is given."""
    await _building.edit(ctx, (await _words.meant(ctx, badge)).id)


@plugin.action("badges-edit-badge", least=Role.MODERATOR)
async def edit_badge(ctx: Context, badge_id: int) -> None:
    await _building.edit(ctx, badge_id)


@plugin.action("badges-show-draft", least=Role.MODERATOR)
async def show_draft(ctx: Context, draft_id: int) -> None:
    await _building.show(ctx, draft_id)


@plugin.action("badges-pick-fact", least=Role.MODERATOR, style=ActionStyle.MAIN)
async def pick(ctx: Context, draft_id: int, level: int, number: int) -> None:
    await _building.pick(ctx, draft_id, level, number)


@plugin.action("badges-compare", least=Role.MODERATOR, opens_form=True)
async def compare(ctx: Context, draft_id: int, level: int, fact: str, typed: str = "") -> None:
    await _building.ask_to_compare(ctx, draft_id, level, fact, typed)


@plugin.action("badges-compare", least=Role.MODERATOR)
async def join(ctx: Context, draft_id: int, level: int, fact: str, answers: Answers) -> None:
    await _building.join_condition(ctx, draft_id, level, fact, answers)


@plugin.action("badges-drop-condition", least=Role.MODERATOR)
async def drop_condition(ctx: Context, draft_id: int, count: int) -> None:
    await _building.change(ctx, draft_id, _building.without_last(count))


@plugin.action("badges-compare", least=Role.MODERATOR)
async def turn_rule(ctx: Context, draft_id: int, any_of: int) -> None:
    await _building.change(ctx, draft_id, _building.turned(any_of=bool(any_of)))


@plugin.action("badges-compare", least=Role.MODERATOR)
async def switch(ctx: Context, draft_id: int, what: str, on: int) -> None:
    await _building.change(ctx, draft_id, _building.switched(what, on=bool(on)))


@plugin.action("badges-rename", least=Role.MODERATOR, opens_form=True)
async def ask_to_rename(ctx: Context, draft_id: int) -> None:
    await _building.ask_to_rename(ctx, draft_id)


@plugin.action("badges-rename", least=Role.MODERATOR)
async def rename_draft(ctx: Context, draft_id: int, answers: Answers) -> None:
    await _building.rename(ctx, draft_id, answers)


@plugin.action("badges-keep", least=Role.MODERATOR, style=ActionStyle.MAIN)
async def keep(ctx: Context, draft_id: int) -> None:
    await _building.keep(ctx, draft_id)


@plugin.action("badges-drop", least=Role.MODERATOR, style=ActionStyle.QUIET)
async def drop(ctx: Context, draft_id: int) -> None:
    await _building.drop(ctx, draft_id)


# ---- moderators: who gets it, and how it shows --------------------------------------------------------------------


@plugin.command("badge backfill", least=Role.MODERATOR, examples=["/badge backfill", "/badge backfill regular"])
async def badge_backfill(ctx: Context, badge: BadgeNames | None = None) -> None:
    """See who deserves a badge already, and give it to them."""
    if badge is None:
        await _giving_out.waiting(ctx)
    else:
        await _giving_out.preview(ctx, await _words.meant(ctx, badge))


@plugin.action("badges-preview", least=Role.MODERATOR)
async def preview(ctx: Context, badge_id: int) -> None:
    await _giving_out.preview(ctx, await _own(ctx, badge_id))


@plugin.action("badges-preview", least=Role.MODERATOR, style=ActionStyle.MAIN)
async def give_out(ctx: Context, badge_id: int) -> None:
    await _giving_out.give_out(ctx, await _own(ctx, badge_id))


@plugin.action("badges-give-out-all", least=Role.MODERATOR, style=ActionStyle.MAIN)
async def give_out_all(ctx: Context) -> None:
    await _giving_out.give_out_all(ctx)


@plugin.action("badges-preview", least=Role.MODERATOR)
async def turn(ctx: Context, badge_id: int, on: int) -> None:
    kept = await ctx.use(Badges).turn(await _own(ctx, badge_id), ctx.member.id, on=bool(on))
    await _showing.one(ctx, kept)


@plugin.action("badges-invite-form", least=Role.MODERATOR, opens_form=True)
async def invite_form(ctx: Context, badge_id: int) -> None:
    kept = await _own(ctx, badge_id)
    title = _words.title(ctx, kept)
    await ctx.ask(keep_invitation, kept.id, title=title, fields=_asking.invitation_fields(ctx, kept))


@plugin.action("badges-invite-form", least=Role.MODERATOR)
async def keep_invitation(ctx: Context, badge_id: int, answers: Answers) -> None:
    kept = await _own(ctx, badge_id)
    badge = kept.badge.model_copy(update={"invitation": _asking.invited(ctx, answers)})
    await _showing.one(ctx, await ctx.use(Badges).edit(kept, badge, ctx.member.id))


@plugin.action("badges-native", least=Role.MODERATOR)
async def native(ctx: Context, badge_id: int) -> None:
    await _natives.show(ctx, await _own(ctx, badge_id))


@plugin.action("badges-native", least=Role.MODERATOR)
async def native_choose(ctx: Context, badge_id: int, space_id: int, number: int) -> None:
    await _natives.choose(ctx, await _own(ctx, badge_id), space_id, number)


@plugin.action("badges-native", least=Role.MODERATOR)
async def native_set(ctx: Context, badge_id: int, space_id: int, code: str) -> None:
    await _natives.put_role(ctx, await _own(ctx, badge_id), space_id, code)


@plugin.action("badges-native-form", least=Role.MODERATOR, opens_form=True)
async def native_form(ctx: Context, badge_id: int, space_id: int) -> None:
    await _natives.ask(ctx, await _own(ctx, badge_id), space_id)


@plugin.action("badges-native-form", least=Role.MODERATOR)
async def native_text(ctx: Context, badge_id: int, space_id: int, answers: Answers) -> None:
    await _natives.put_tag(ctx, await _own(ctx, badge_id), space_id, answers)
