"""Badges given and taken by hand."""

from bot.api import Audit, Awards, Context, KeptBadge, Member, Preferences, UserError, families
from plugins.badges import _natives, _telling, _words

LONGEST_REASON = 300


async def give(ctx: Context, member: Member, kept: KeptBadge, why: str) -> None:
    """Give somebody a badge, or its next level, and say why."""
    why = " ".join(why.split())
    if not kept.badge.by_hand:
        raise UserError("badges-not-by-hand", badge=_words.title(ctx, kept))
    if not kept.is_on:
        raise UserError("badges-is-off", badge=_words.title(ctx, kept))
    if len(why) > LONGEST_REASON:
        raise UserError("badges-reason-long", limit=LONGEST_REASON)
    hidden = (await ctx.use(Preferences).of(member.id)).hidden
    try:
        level = await ctx.use(Awards).give(kept, member.id, why, ctx.member.id)
    except UserError as refused:
        raise UserError("badges-has-it", name=member.name, badge=_words.title(ctx, kept)) from refused
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "badges-give", f"member:{member.id}", None, kept.name)
    badge = _words.called(ctx, kept, level)
    await ctx.reply(ctx.t("badges-given", name=member.name, badge=badge, hidden=hidden))


async def take(ctx: Context, member: Member, kept: KeptBadge) -> None:
    """Take a badge from somebody, with all its levels."""
    level = await ctx.use(Awards).take(kept, member.id, ctx.member.id)
    badge = _words.called(ctx, kept, level)
    await _natives.take_off(ctx, kept, member.id)
    _telling.turn_thanks(ctx, kept, member.id, on=False)
    if not level:
        raise UserError("badges-has-not", name=member.name, badge=badge)
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "badges-take", f"member:{member.id}", kept.name, None)
    by_rule = bool(kept.badge.levels)
    back = [ctx.button("badges.give_back", kept.id, member.id)]
    await ctx.reply(ctx.t("badges-taken", name=member.name, badge=badge, ruled=by_rule), back)


async def give_back(ctx: Context, kept: KeptBadge, member: Member) -> None:
    """Undo a taking: the badge stands as before."""
    level = await ctx.use(Awards).give_back(kept, member.id)
    if not level:
        raise UserError("badges-not-taken", name=member.name, badge=_words.title(ctx, kept))
    _telling.turn_thanks(ctx, kept, member.id, on=True)
    if kept.natives:
        await ctx.later(_natives.dress, badge_id=kept.id, only=sorted(await families(ctx.db, [member.id])))
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "badges-give", f"member:{member.id}", None, kept.name)
    await ctx.reply(ctx.t("badges-given", name=member.name, badge=_words.called(ctx, kept, level), hidden=False))
