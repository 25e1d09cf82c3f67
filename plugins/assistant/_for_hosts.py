"""What hosts can do: answer what was handed to them."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, People, Role, shortened
from plugins.assistant import _handing
from plugins.assistant._plugin import plugin


@plugin.action("assistant-answer", style=ActionStyle.MAIN, least=Role.HOST, opens_form=True)
async def answer_form(ctx: Context, question_id: int) -> None:
    """Ask for the answer."""
    question = await _handing.open_for_answer(ctx, question_id)
    name = await ctx.use(People).name_of(question.member_id)
    field = Field("text", ctx.t("assistant-field-answer"), FieldKind.LONG_TEXT)
    title = ctx.t("assistant-answer-title", name=shortened(name, 30))
    await ctx.ask(answer, question_id, title=title, fields=[field])


@plugin.action("assistant-answer", least=Role.HOST)
async def answer(ctx: Context, question_id: int, answers: Answers) -> None:
    """Send it."""
    question = await _handing.answer(ctx, question_id, answers.get("text", ""))
    name = await ctx.use(People).name_of(question.member_id)
    await ctx.reply(ctx.t("assistant-answer-sent", name=name), private=True)
