"""What everybody can do: ask, and read what comes near."""

from bot.api import Answers, By, Context, Field, FieldKind, Here, Manner, Rest, UserError
from plugins.assistant import _asking, _by_words, _case_answers, _showing
from plugins.assistant._cases_for_members import passed_on
from plugins.assistant._knowledge import knowledge_of
from plugins.assistant._mood import noticed
from plugins.assistant._plugin import plugin


@plugin.command(opens_form=True, by=[By.WORDS], examples=["/ask How much is delivery?", "/ask"])
async def ask(ctx: Context, here: Here, question: Rest | None = None) -> None:
    """Ask something; the answer comes from the community's own texts, or from a person."""
    if question:
        await _heard(ctx, _asking.read(question), here.manner)
    else:
        field = Field("text", ctx.t("assistant-field-question"), FieldKind.LONG_TEXT)
        await ctx.ask(ask_form, title=ctx.t("assistant-ask"), fields=[field])


@plugin.action("assistant-ask")
async def ask_form(ctx: Context, answers: Answers) -> None:
    """The same from a form."""
    await _answered(ctx, _asking.read(answers.get("text", "")))


async def _heard(ctx: Context, text: str, manner: Manner) -> None:
    if manner is Manner.CALLED:
        screen = await _by_words.before_all(ctx, text)
    else:
        screen = await _by_words.alone(ctx, text, manner) if manner is not Manner.ACTED else None
        if screen is None:
            await _answered(ctx, text)
    if screen is not None:
        await ctx.reply(screen[0], *screen[1])


async def _answered(ctx: Context, text: str) -> None:
    if await passed_on(ctx, text):
        return
    mood = await noticed(ctx, text)
    outcome = await _asking.ask(ctx, text)
    if await passed_on(ctx, text):
        return  # a host took it while the answer was put into words: nobody talks over a person
    found, rows = _case_answers.offered(ctx, _showing.answered(ctx, outcome), mood)
    await ctx.reply(found, *rows, private=True)


@plugin.action("assistant-read")
async def read_entry(ctx: Context, kind: str, entry_id: int) -> None:
    """An entry that came near."""
    entry = (await knowledge_of(ctx)).entries.get((kind, entry_id))
    if entry is None:
        raise UserError("assistant-entry-gone")
    await ctx.reply(_showing.entry_text(ctx, entry), private=True)
