"""Hosts' screens: the list of what was said, and one remark with all that came of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.api import Action, Context, Markup, Page, People, headed, join, plain, shortened, times, turning
from plugins.feedback import _hosting
from plugins.feedback._remark import Remark, State, Which, count_of, listed

ON_A_PAGE: Final = 5
QUOTED: Final = 160
LABEL: Final = 60
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listing(ctx: Context, which: Which, number: int) -> Screen:
    """A page of what was said, the newest first."""
    number, last = Page.nearest(await count_of(ctx, which), number, ON_A_PAGE)
    page = Page(await listed(ctx, which, limit=ON_A_PAGE, skip=(number - 1) * ON_A_PAGE), number, last)
    lines = [headed(ctx, ctx.t("feedback-list", which=which.value), page)]
    if not page.items:
        lines = [ctx.t("feedback-list-none", which=which.value)]
    looks = []
    for remark in page.items:
        who = await _who(ctx, remark)
        lines.append(await _line(ctx, remark, who))
        label = shortened(f"{who}: {' '.join(remark.text.split())}", LABEL)
        looks.append([ctx.button("feedback.look", remark.id, label=label)])
    others = [
        ctx.button("feedback.list_page", one.value, 1, label=ctx.t("feedback-which", which=one.value))
        for one in Which
        if one is not which
    ]
    unseen = [ctx.button("feedback.nameless_page", 1)]
    return join(lines), [*looks, turning(ctx, "feedback.list_page", page, which.value), others, unseen]


async def _line(ctx: Context, remark: Remark, who: str) -> Markup:
    text = shortened(" ".join(remark.text.split()), QUOTED)
    values = {
        "state": remark.state.value,
        "about": remark.about.value,
        "stars": remark.shown_stars,
        "starred": bool(remark.stars),
    }
    return ctx.t("feedback-line", who=who, text=text, when=_moment(ctx, remark.at), **values)


async def _who(ctx: Context, remark: Remark) -> str:
    return await ctx.use(People).name_of(remark.member_id) or plain(ctx.t("feedback-nobody"))


def _moment(ctx: Context, at: datetime) -> str:
    return times.moment(at, ctx.language, ctx.member.zone, now=ctx.now)


async def page(ctx: Context, remark: Remark, head: Markup | None = None) -> Screen:
    """One remark."""
    who, host = await _who(ctx, remark), await ctx.use(People).name_of(remark.handled_by)
    lines = [head] if head is not None else []
    values = {
        "about": remark.about.value,
        "stars": remark.shown_stars,
        "starred": bool(remark.stars),
        "when": _moment(ctx, remark.at),
    }
    lines += [ctx.t("feedback-page", who=who, **values), ctx.t("feedback-page-text", text=remark.text)]
    lines.append(ctx.t("feedback-page-state", state=remark.state.value, may=remark.may_answer, host=host))
    if remark.state is State.ANSWERED:
        lines.append(ctx.t("feedback-page-answer", text=remark.answer))
    buttons = [ctx.button(name, id) for name, id in await _hosting.buttons_of(ctx, remark)]
    return join(lines), [buttons, [ctx.button("feedback.list_page", Which.OPEN.value, 1)]]
