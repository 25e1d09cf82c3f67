"""What everybody can do about a person to talk to: ask for one, say more, end it, give stars."""

from bot.api import STARS, ActionStyle, Answers, Context, Field, FieldKind, People, Rest
from plugins.assistant import _case_answers, _closing, _opening
from plugins.assistant._case import open_case, own
from plugins.assistant._lines import read
from plugins.assistant._plugin import plugin
from plugins.assistant._showing import Screen


@plugin.command(opens_form=True, examples=["/talk", "/talk My parcel has not come."])
async def talk(ctx: Context, words: Rest | None = None) -> None:
    """Talk to a person from the team, in private."""
    if words:
        await _passed(ctx, await _opening.begin(ctx, read(words)))
    else:
        await ctx.ask(talk_form, title=ctx.t("assistant-case-talk"), fields=_fields(ctx))


@plugin.action("assistant-ask-person", style=ActionStyle.QUIET, opens_form=True)
async def talk_now(ctx: Context) -> None:
    """A person is to answer what nobody kept, so it is asked once more."""
    await ctx.ask(talk_form, title=ctx.t("assistant-case-talk"), fields=_fields(ctx))


@plugin.action("assistant-case-talk")
async def talk_form(ctx: Context, answers: Answers) -> None:
    """The same from a form."""
    await _passed(ctx, await _opening.begin(ctx, read(answers.get("text", ""))))


@plugin.action("assistant-ask-person", style=ActionStyle.QUIET)
async def ask_person(ctx: Context, question_id: int) -> None:
    """A person is to answer what was asked."""
    await _passed(ctx, await _opening.hand_over(ctx, question_id))


@plugin.action("assistant-case-reply", style=ActionStyle.MAIN, opens_form=True)
async def case_reply_form(ctx: Context, case_id: int) -> None:
    """Ask for the member's words."""
    case = await own(ctx, case_id)
    title = ctx.t("assistant-case-more" if case.is_open else "assistant-case-talk")
    await ctx.ask(case_reply, case.id, title=title, fields=_fields(ctx))


@plugin.action("assistant-case-reply")
async def case_reply(ctx: Context, case_id: int, answers: Answers) -> None:
    """Pass them on."""
    await _passed(ctx, await _opening.reply(ctx, case_id, read(answers.get("text", ""))))


@plugin.action("assistant-case-that-is-all", style=ActionStyle.QUIET)
async def case_done(ctx: Context, case_id: int) -> None:
    """The member has what they wanted."""
    case, new = await _closing.done(ctx, case_id)
    await _shown(ctx, _case_answers.over(ctx, case, new=new))


@plugin.action("scale-stars", scale=STARS.ends)
async def case_stars(ctx: Context, case_id: int, number: int) -> None:
    """How it was."""
    case, new = await _closing.rate(ctx, case_id, number)
    rows = [] if case.remark else [[ctx.button(case_remark_form, case.id)]]
    await ctx.reply(ctx.t("assistant-case-rated", stars=case.shown_stars, new="yes" if new else "no"), *rows)


@plugin.action("assistant-case-words", opens_form=True)
async def case_remark_form(ctx: Context, case_id: int) -> None:
    """Ask for a few words beside the stars."""
    await ctx.ask(case_remark, case_id, title=ctx.t("assistant-case-words"), fields=_fields(ctx))


@plugin.action("assistant-case-words")
async def case_remark(ctx: Context, case_id: int, answers: Answers) -> None:
    """Keep them."""
    await _closing.remark(ctx, case_id, answers.get("text", ""))
    await ctx.reply(ctx.t("assistant-case-words-kept"), private=True)


async def passed_on(ctx: Context, text: str) -> bool:
    """While a person has the member's case the bot does not answer what they ask: it is passed on to that person."""
    case = await open_case(ctx)
    if case is None or case.taken_by is None:
        return False
    case = (await _opening.reply(ctx, case.id, text)).case or case
    await _shown(ctx, _case_answers.silent(ctx, case, await ctx.use(People).name_of(case.taken_by)))
    return True


async def _passed(ctx: Context, what: _opening.Passed) -> None:
    await _shown(ctx, await _case_answers.passed(ctx, what))


async def _shown(ctx: Context, screen: Screen) -> None:
    text, rows = screen
    await ctx.reply(text, *rows, private=True)


def _fields(ctx: Context) -> list[Field]:
    return [Field("text", ctx.t("assistant-case-field"), FieldKind.LONG_TEXT)]
