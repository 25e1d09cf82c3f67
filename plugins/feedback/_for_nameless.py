"""Buttons and forms for saying something without a name, for reading the answer, and for the hosts who give it."""

from bot.api import Answers, Context, Field, FieldKind, Role, join, shortened
from plugins.feedback import _giving, _nameless, _nameless_hosting
from plugins.feedback._plugin import plugin

# ---- everybody: nothing of this is stored or logged -----------------------------------------------------------------


@plugin.action("feedback-nameless", opens_form=True, unkept=True)
async def nameless_form(ctx: Context) -> None:
    """Ask for the words; not even that somebody asked for the form is kept: few people do, and soon words come."""
    title = ctx.t("feedback-nameless-form")
    await ctx.ask(nameless, title=title, fields=_giving.fields(ctx, "feedback-field-may-answer-unseen"))


@plugin.action("feedback-nameless", unkept=True)
async def nameless(ctx: Context, answers: Answers) -> None:
    """Keep them, without whose they are."""
    said = await _nameless.keep(ctx, answers)
    await ctx.reply(ctx.t("feedback-nameless-kept", may=said.may_answer), private=True)


@plugin.action("feedback-answers", unkept=True)
async def answers_for_me(ctx: Context) -> None:
    """The answers to what somebody said without a name; that they looked is kept nowhere."""
    found = await _nameless.answered_for(ctx)
    if not found:
        await ctx.reply(ctx.t("feedback-answers-none"), private=True)
        return
    lines = [ctx.t("feedback-answers-line", text=shortened(one.text, 120), answer=one.answer) for one in found]
    await ctx.reply(join(lines, "\n\n"), private=True)


# ---- hosts ----------------------------------------------------------------------------------------------------------


@plugin.action("feedback-nameless-all", least=Role.HOST)
async def nameless_page(ctx: Context, page: int) -> None:
    """A page of what was said without a name."""
    text, rows = await _nameless_hosting.page(ctx, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("feedback-answer-unseen", least=Role.HOST, opens_form=True)
async def nameless_answer_form(ctx: Context, id: str, suggested: str = "") -> None:
    """Ask for the answer. What is `suggested`, by another plugin's press, is there to be put better."""
    word = await _nameless_hosting.open_for_answer(ctx, id)
    helping = ctx.t("feedback-field-answer-unseen.help")
    field = Field("text", ctx.t("feedback-field-answer-unseen"), FieldKind.LONG_TEXT, helping, value=suggested)
    title = ctx.t("feedback-answer-unseen-title")
    await ctx.ask(nameless_answer, word.id, title=title, fields=[field])


@plugin.action("feedback-answer-unseen", least=Role.HOST)
async def nameless_answer(ctx: Context, id: str, answers: Answers) -> None:
    """Keep it for whoever it is for."""
    await _nameless_hosting.answer(ctx, id, answers.get("text", ""))
    await ctx.reply(ctx.t("feedback-answer-unseen-kept"), private=True)
