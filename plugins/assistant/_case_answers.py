"""What a member is told of their own case: a person offered, what became of their words, and how it ended."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from bot.api import STARS, Action, ActionStyle, Context, Markup, People, join, names_in
from plugins.assistant import _closing, _reminding
from plugins.assistant._case import Case, State
from plugins.assistant._duty import on_duty
from plugins.assistant._mood import Mood
from plugins.assistant._opening import Passed
from plugins.assistant._showing import Screen

NAMED: Final = 5


def offered(ctx: Context, screen: Screen, mood: Mood | None) -> Screen:
    """An answer, with a person offered before all else where somebody seems to need one; nothing is done by itself."""
    if mood is None:
        return screen
    text, rows = screen
    *others, [person] = rows
    return join([text, ctx.t("assistant-offer", why=mood.value)], "\n\n"), [
        [replace(person, style=ActionStyle.MAIN)],
        *others,
    ]


async def passed(ctx: Context, what: Passed) -> Screen:
    """What became of the member's words."""
    case = what.case
    if case is None:
        return ctx.t("assistant-case-passed-over"), []
    rows = _member_rows(ctx, case)
    if case.state is not State.NEW:
        host = await ctx.use(People).name_of(case.taken_by)
        values = {"host": host, "named": "yes" if host else "no", "again": "yes" if what.again else "no"}
        return ctx.t("assistant-case-passed-on", **values), rows
    how = "again" if what.again else "new" if what.new else "more"
    lines = [ctx.t("assistant-case-passed", how=how), *await _when(ctx)]
    return join(lines), rows


async def _when(ctx: Context) -> Sequence[Markup]:
    """Whether anybody is there, and how long it usually takes: said as far as it is known."""
    names, usual = [member.name for member in await on_duty(ctx)], await _reminding.usual_wait(ctx)
    known = "yes" if usual else "no"
    if names:
        return [ctx.t("assistant-case-staffed", names=names_in(ctx, names, NAMED), usual=usual, known=known)]
    return [ctx.t("assistant-case-nobody", usual=usual, known=known)]


def silent(ctx: Context, case: Case, host: str) -> Screen:
    """Asked while a person has the case: the bot says that it stays silent, and what it did with the words."""
    return ctx.t("assistant-case-silent", host=host, named="yes" if host else "no"), _member_rows(ctx, case)


def not_passed_on(ctx: Context, case: Case, host: str) -> Screen:
    """Plain words while a person has the case: they went nowhere, and how they go there."""
    return ctx.t("assistant-case-not-passed-on", host=host, named="yes" if host else "no"), _member_rows(ctx, case)


def _member_rows(ctx: Context, case: Case) -> list[list[Action]]:
    more = ctx.button("assistant.case_reply_form", case.id, label=ctx.t("assistant-case-more"))
    return [[more, ctx.button("assistant.case_done", case.id)]]


def over(ctx: Context, case: Case, *, new: bool) -> Screen:
    """The member said that it is all; stars are asked for once, where a person said anything."""
    rated = case.answered_at is not None and case.stars is None
    text = ctx.t("assistant-case-done", new="yes" if new else "no", rated="yes" if rated else "no")
    if not rated:
        return text, []
    stars = [ctx.button(_closing.STAR_ACTION, case.id, n, label=ctx.t("scale-stars", number=n)) for n in STARS.values]
    return text, [stars]
