"""The screens about one's own birthday."""

import re
from datetime import date

from bot.api import Background, Context, Markup, Member, UserError, times
from plugins.milestones import _birthdays
from plugins.milestones._birthdays import A_LEAP_YEAR, Birthday

_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


async def show(ctx: Context) -> None:
    """What is kept, and how to change it."""
    known = await _birthdays.of(ctx, ctx.member.id)
    if known is None:
        await ctx.reply(ctx.t("milestones-birthday-unknown"))
        return
    text = ctx.t("milestones-birthday-known", day=_day(ctx, known.day), shown=known.shown)
    other = "milestones.keep_private" if known.shown else "milestones.keep_shown"
    label = ctx.t("milestones-do-show", shown=not known.shown)
    await ctx.reply(text, [ctx.button(other, known.day, label=label), ctx.button("milestones.forget_day")])


async def ask(ctx: Context, day: str) -> None:
    """Read it back: a day that was mistyped would be greeted for years."""
    buttons = [ctx.button("milestones.keep_shown", day), ctx.button("milestones.keep_private", day)]
    await ctx.reply(ctx.t("milestones-birthday-asked", day=_day(ctx, day)), buttons)


async def keep(ctx: Context, day: str, *, shown: bool) -> None:
    """The member said yes."""
    if not _DAY.fullmatch(day):
        raise UserError("milestones-birthday-unread")
    await _birthdays.keep(ctx, day, shown=shown)
    await ctx.reply(ctx.t("milestones-birthday-kept", day=_day(ctx, day), shown=shown))


async def forget(ctx: Context) -> None:
    """Nothing is known any more."""
    await ctx.reply(ctx.t("milestones-birthday-forgotten", known=await _birthdays.drop(ctx)))


async def own_line(ctx: Background, member: Member) -> list[Markup]:
    """A line of the card that the member alone sees."""
    known = await _birthdays.of(ctx, member.id)
    return [ctx.t("milestones-own-line", day=_day(ctx, known.day), shown=known.shown)] if known else []


def _day(ctx: Background, day: str) -> str:
    on: date = Birthday(day, shown=False).on(A_LEAP_YEAR)
    return times.day(on, ctx.language, today=on)
