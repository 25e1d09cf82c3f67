"""What hosts can do: see cases, take them, answer, hand back, read transcripts, and be on duty."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Markup, Message, People, Role, shortened
from plugins.assistant import _case_screens, _duty, _hosting
from plugins.assistant._case import Case, case_of
from plugins.assistant._case_posts import post_waiting
from plugins.assistant._lines import as_file
from plugins.assistant._plugin import plugin
from plugins.assistant._showing import Screen


@plugin.command(least=Role.HOST, examples=["/cases"])
async def cases(ctx: Context) -> None:
    """See who wants to talk to a person, and answer."""
    await cases_page(ctx, 1)


@plugin.action("assistant-cases-all", least=Role.HOST)
async def cases_page(ctx: Context, page: int) -> None:
    """A page of them."""
    await _shown(ctx, await _case_screens.listing(ctx, page))


@plugin.action("assistant-case-look", least=Role.HOST)
async def case_look(ctx: Context, case_id: int) -> None:
    """One of them."""
    await _page(ctx, await case_of(ctx, case_id))


@plugin.action("assistant-case-take", style=ActionStyle.MAIN, least=Role.HOST)
async def case_take(ctx: Context, case_id: int) -> None:
    """Whoever presses has it, unless somebody else was first."""
    case = await case_of(ctx, case_id)
    if case.is_open and case.taken_by not in (None, ctx.member.id):
        await _shown(ctx, await _case_screens.taken(ctx, case))
        return
    await _page(ctx, await _hosting.take(ctx, case_id), ctx.t("assistant-case-is-yours"))


@plugin.action("assistant-case-take-over", least=Role.HOST)
async def case_take_over(ctx: Context, case_id: int) -> None:
    """Whoever presses has it, also instead of another host."""
    await _page(ctx, await _hosting.take(ctx, case_id, over=True), ctx.t("assistant-case-is-yours"))


@plugin.action("assistant-case-reply", style=ActionStyle.MAIN, least=Role.HOST, opens_form=True)
async def case_answer_form(ctx: Context, case_id: int) -> None:
    """Ask for the answer."""
    case = await _hosting.for_answer(ctx, case_id)
    title = ctx.t("assistant-answer-title", name=shortened(await _name(ctx, case), 30))
    field = Field("text", ctx.t("assistant-field-answer"), FieldKind.LONG_TEXT)
    await ctx.ask(case_answer, case.id, title=title, fields=[field])


@plugin.action("assistant-case-reply", least=Role.HOST)
async def case_answer(ctx: Context, case_id: int, answers: Answers) -> None:
    """Send it."""
    case = await _hosting.answer(ctx, case_id, answers.get("text", ""))
    await _page(ctx, case, ctx.t("assistant-answer-sent", name=await _name(ctx, case)))


@plugin.action("assistant-case-release", style=ActionStyle.QUIET, least=Role.HOST)
async def case_release(ctx: Context, case_id: int) -> None:
    """It is anybody's again."""
    await _page(ctx, await _hosting.release(ctx, case_id), ctx.t("assistant-case-released"))


@plugin.action("assistant-case-back", least=Role.HOST)
async def case_back(ctx: Context, case_id: int) -> None:
    """The bot answers again."""
    await case_close(ctx, case_id)


@plugin.action("assistant-case-close", style=ActionStyle.QUIET, least=Role.HOST)
async def case_close(ctx: Context, case_id: int) -> None:
    """It needs no answer."""
    await _page(ctx, await _hosting.hand_back(ctx, case_id), ctx.t("assistant-case-closed"))


@plugin.action("assistant-case-transcript", least=Role.HOST)
async def case_transcript(ctx: Context, case_id: int) -> None:
    """All that was said, the newest page."""
    await case_transcript_page(ctx, case_id, 0)


@plugin.action("assistant-case-transcript", least=Role.HOST)
async def case_transcript_page(ctx: Context, case_id: int, page: int) -> None:
    """Another page."""
    await _shown(ctx, await _case_screens.transcript(ctx, case_id, page))


@plugin.action("assistant-case-file", least=Role.HOST)
async def case_file(ctx: Context, case_id: int) -> None:
    """All of it to take along."""
    case = await case_of(ctx, case_id)
    text = ctx.t("assistant-case-transcript-of", number=case.id, who=await _name(ctx, case))
    await ctx.reply(Message(text, files=(await as_file(ctx, case),)), private=True)


@plugin.command("duty", least=Role.HOST, examples=["/duty"])
async def duty_list(ctx: Context) -> None:
    """See who is on duty for members' questions, and say that you are."""
    await duty_page(ctx)


@plugin.action("assistant-duty", least=Role.HOST)
async def duty_page(ctx: Context) -> None:
    """Who is, and what waits."""
    await _shown(ctx, await _case_screens.duty(ctx))


@plugin.action("assistant-duty-on", style=ActionStyle.MAIN, least=Role.HOST)
async def duty_on(ctx: Context) -> None:
    """Whoever presses is."""
    await _duty.begin(ctx)
    await post_waiting(ctx)
    await _shown(ctx, await _case_screens.duty(ctx, ctx.t("assistant-duty-begun")))


@plugin.action("assistant-duty-off", style=ActionStyle.QUIET, least=Role.HOST)
async def duty_off(ctx: Context) -> None:
    """Whoever presses is not any more."""
    await _duty.end(ctx, ctx.member.id)
    await post_waiting(ctx)
    await _shown(ctx, await _case_screens.duty(ctx, ctx.t("assistant-duty-ended")))


async def _page(ctx: Context, case: Case, head: Markup | None = None) -> None:
    await _shown(ctx, await _case_screens.page(ctx, case, head))


async def _shown(ctx: Context, screen: Screen) -> None:
    text, rows = screen
    await ctx.reply(text, *rows, private=True)


async def _name(ctx: Context, case: Case) -> str:
    return await ctx.use(People).name_of(case.member_id)
