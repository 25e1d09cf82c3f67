"""Hosts' screen of what was said without a name, and their one answer to somebody whom nobody can see."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import sqlalchemy as sa

from bot.api import Action, Context, Markup, Page, UserError, headed, in_lines, join, shortened, times, turning
from plugins.feedback._giving import GIVEN_BACK
from plugins.feedback._hosting import LONGEST_ANSWER
from plugins.feedback._nameless import Word, words
from plugins.feedback._tables import nameless

ON_A_PAGE: Final = 5
QUOTED: Final = 400
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def page(ctx: Context, number: int) -> Screen:
    """A page of what the hosts were given, that of the newest day first; within a day in no order."""
    given = await words(ctx, nameless.c.given_on.is_not(None))
    some = Page.of(sorted(given, key=lambda one: one.given_on or "", reverse=True), number, ON_A_PAGE)
    if not some.items:
        return ctx.t("feedback-nameless-none"), []
    lines, rows = [headed(ctx, ctx.t("feedback-nameless-list"), some)], []
    for turn, one in enumerate(some.items, (some.number - 1) * ON_A_PAGE + 1):
        lines.append(_line(ctx, turn, one))
        if one.back is not None and not one.answer:
            label = ctx.t("feedback-nameless-answer-to", turn=turn)
            rows.append([ctx.button("feedback.nameless_answer_form", one.id, label=label)])
    return join(lines), [*rows, turning(ctx, "feedback.nameless_page", some)]


def _line(ctx: Context, turn: int, one: Word) -> Markup:
    day = times.day(date.fromisoformat(one.given_on), ctx.language, today=ctx.now.date()) if one.given_on else ""
    state = "answered" if one.answer else "none" if one.back is None else "new"
    values = {"about": one.about.value, "stars": one.shown_stars, "starred": "yes" if one.stars else "no"}
    text, answer = shortened(one.text, QUOTED), shortened(one.answer, QUOTED)
    return ctx.t("feedback-nameless-line", turn=turn, text=text, answer=answer, day=day, state=state, **values)


async def open_for_answer(ctx: Context, id: str, text: str = "") -> Word:
    """The words, as long as they can be answered. Raises UserError, with what the host wrote given back."""
    found = await words(ctx, nameless.c.id == id, nameless.c.given_on.is_not(None))
    given = {"text": text, "written": bool(text)}
    if not found:
        raise UserError("feedback-gone")
    if found[0].answer:
        raise UserError("feedback-answered-before", host="", named=False, answer=found[0].answer, **given)
    if found[0].back is None:
        raise UserError("feedback-no-answer", **given)
    return found[0]


async def answer(ctx: Context, id: str, typed: str) -> None:
    """Keep a host's answer, once; who it is for reads it by themself. Raises UserError with the words given back."""
    text = in_lines(typed)
    if not text:
        raise UserError("feedback-answer-empty")
    if len(text) > LONGEST_ANSWER:
        raise UserError("feedback-answer-long", most=LONGEST_ANSWER, text=shortened(text, GIVEN_BACK))
    await ctx.db.transaction()
    still = sa.select(nameless.c.id).where(nameless.c.id == id, nameless.c.community_id == ctx.community.id)
    await ctx.db.rows(still.with_for_update())  # of two hosts the second is told what the first wrote
    word = await open_for_answer(ctx, id, text)
    await ctx.db.execute(sa.update(nameless).where(nameless.c.id == word.id).values(answer=text))
