"""Milestones: birthdays, anniversaries, round numbers of streams and points, and those who stay for years."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.api import DAY_FACTS, ActionStyle, Background, Case, Context, Markup, Member, Plugin, UserError
from plugins.milestones import _birthdays, _cues, _greeting, _saying
from plugins.milestones._birthdays import BIRTHDAY, Month
from plugins.milestones._journeys import JOURNEYS, SEGMENTS
from plugins.milestones._tables import tables

plugin = Plugin(
    "milestones",
    settings=_greeting.Settings,
    facts=DAY_FACTS,
    journeys=JOURNEYS,
    segments=SEGMENTS,
    activities=(BIRTHDAY,),
    tables=tables,
)

plugin.job(every=timedelta(hours=12))(_birthdays.look_ahead)
plugin.job()(_birthdays.celebrate)
plugin.job()(_greeting.say)
plugin.contributes("cue")(_cues.lines)


@plugin.job()
async def greet(ctx: Background, member_id: int, delivery_id: int) -> None:
    """The step of a journey that lets others hear of it."""
    await _greeting.note(ctx, member_id, delivery_id)


@plugin.contributes("placeholder", "milestone")
async def placeholders(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    """The number that was reached."""
    return {case.due.id: {"milestone": _greeting.number_of(case)} for case in cases}


@plugin.command(own=True, examples=["/birthday", "/birthday 7 march"])
async def birthday(ctx: Context, day: int | None = None, month: Month | None = None) -> None:
    """Tell me your birthday, without the year, or see what I know."""
    if day is None:
        await _saying.show(ctx)
        return
    if month is None:
        raise UserError("milestones-which-month", day=day)
    await _saying.ask(ctx, _birthdays.day_from(day, month))


@plugin.action("milestones-yes-shown", style=ActionStyle.MAIN)
async def keep_shown(ctx: Context, day: str) -> None:
    """The day is right, and others may know."""
    await _saying.keep(ctx, day, shown=True)


@plugin.action("milestones-yes-private")
async def keep_private(ctx: Context, day: str) -> None:
    """The day is right, and nobody else is told."""
    await _saying.keep(ctx, day, shown=False)


@plugin.action("milestones-forget")
async def forget_day(ctx: Context) -> None:
    """Keep the birthday no longer."""
    await _saying.forget(ctx)


@plugin.contributes("profile-own")
async def own_line(ctx: Background, member: Member) -> list[Markup]:
    """What is known of the member's birthday."""
    return await _saying.own_line(ctx, member)
