"""Feedback: a word to the hosts at any time, read by them alone, and answered in person where that is wanted."""

from bot.api import (
    ActionStyle,
    Answers,
    Context,
    Field,
    FieldKind,
    People,
    Rest,
    Role,
    UserError,
    press,
    shortened,
)
from plugins.feedback import _for_nameless, _giving, _hosting, _showing
from plugins.feedback._giving import Said
from plugins.feedback._plugin import plugin
from plugins.feedback._remark import Remark, Which, remark_of

__all__ = ["plugin"]

_PARTS = (_for_nameless,)
"""Its buttons are declared when it is imported."""

# ---- everybody ----------------------------------------------------------------------------------------------------


@plugin.command(examples=["/feedback", "/feedback The sound was much better this time."])
async def feedback(ctx: Context, text: Rest | None = None) -> None:
    """Tell the hosts what you think; nobody else reads it."""
    if text:
        await _kept(ctx, await _giving.keep(ctx, Said(_giving.read(text))))
        return
    ways = [ctx.button(say_form, label=ctx.t("feedback-by-name")), ctx.button("feedback.nameless_form")]
    await ctx.reply(ctx.t("feedback-ways"), ways, [ctx.button("feedback.answers_for_me")], private=True)


@plugin.action("feedback-say", opens_form=True)
async def say_form(ctx: Context) -> None:
    """Ask what it is about, and for the words."""
    fields = _giving.fields(ctx, _giving.ANSWERED_IN_PERSON)
    await ctx.ask(say, title=ctx.t("feedback-form"), fields=fields)


@plugin.action("feedback-say")
async def say(ctx: Context, answers: Answers) -> None:
    """Keep it."""
    await _kept(ctx, await _giving.keep(ctx, _giving.from_form(answers)))


async def _kept(ctx: Context, remark: Remark) -> None:
    await _hosting.post(ctx, remark)
    rather = [ctx.button(no_answer, remark.id)] if remark.may_answer else []
    await ctx.reply(ctx.t("feedback-kept", may=remark.may_answer), rather, private=True)


@plugin.action("feedback-no-answer-wanted", style=ActionStyle.QUIET)
async def no_answer(ctx: Context, remark_id: int) -> None:
    """It needs no answer."""
    await _hosting.post(ctx, await _giving.without_answer(ctx, remark_id))
    await ctx.reply(ctx.t("feedback-no-answer-noted"), private=True)


# ---- hosts --------------------------------------------------------------------------------------------------------


@plugin.command("read feedback", least=Role.HOST, examples=["/read feedback", "/read feedback all"])
async def read_feedback(ctx: Context, which: Which = Which.OPEN) -> None:
    """See what members said, and answer them in person."""
    await list_page(ctx, which, 1)


@plugin.action("feedback-all", least=Role.HOST)
async def list_page(ctx: Context, which: Which, page: int) -> None:
    """A page of it."""
    text, rows = await _showing.listing(ctx, which, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("feedback-look", least=Role.HOST)
async def look(ctx: Context, remark_id: int) -> None:
    """One remark."""
    text, rows = await _showing.page(ctx, await remark_of(ctx, remark_id))
    await ctx.reply(text, *rows, private=True)


@plugin.action("feedback-read", least=Role.HOST)
async def read(ctx: Context, remark_id: int) -> None:
    """A host has read it."""
    text, rows = await _showing.page(ctx, await _hosting.note_read(ctx, remark_id))
    await ctx.reply(text, *rows, private=True)


@plugin.action("feedback-answer", style=ActionStyle.MAIN, least=Role.HOST, opens_form=True)
async def answer_form(ctx: Context, remark_id: int, suggested: str = "") -> None:
    """Ask for the answer. What is `suggested`, by another plugin's press, is there to be put better."""
    remark = await _hosting.open_for_answer(ctx, remark_id, "")
    name = await ctx.use(People).name_of(remark.member_id)
    helping = ctx.t("feedback-field-answer.help")
    field = Field("text", ctx.t("feedback-field-answer"), FieldKind.LONG_TEXT, helping, value=suggested)
    title = ctx.t("feedback-answer-title", name=shortened(name, 30))
    await ctx.ask(answer, remark_id, title=title, fields=[field])


@plugin.action("feedback-answer", least=Role.HOST)
async def answer(ctx: Context, remark_id: int, answers: Answers) -> None:
    """Send it."""
    remark = await _hosting.answer(ctx, remark_id, answers.get("text", ""))
    await ctx.reply(ctx.t("feedback-answer-sent", name=await ctx.use(People).name_of(remark.member_id)), private=True)


@plugin.action("feedback-make-idea", least=Role.HOST, opens_form=True)
async def make_idea(ctx: Context, remark_id: int) -> None:
    """Make an idea of it, which is the other plugin's: the host puts it into words that everybody may read."""
    remark = await remark_of(ctx, remark_id)
    if remark.member_id is None:
        raise UserError("feedback-no-idea")
    await press(ctx, f"{_hosting.TAKES_IDEAS}.take_up_form", remark.member_id, remark.text)
