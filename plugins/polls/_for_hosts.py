"""What hosts can do: ask in one line, put a poll together at leisure, close it, and take its figures along."""

from bot.api import ActionStyle, Answers, Context, Field, Rest, Role, UserError, echoed, plain, times
from plugins.polls import _asking, _drafting, _exporting, _listing, _posting, _replying, _trend
from plugins.polls._plugin import plugin
from plugins.polls._poll import Poll, poll_of

_NOTHING = Rest("")


@plugin.command("poll", least=Role.HOST, opens_form=True, examples=["/poll Which tea? | Green | Black"])
async def poll(ctx: Context, question: Rest = _NOTHING) -> None:
    """Ask everybody: a question and its answers with | between them; without, a form."""
    asked, answers = _asking.parts(question)
    if not asked:
        await _asking.ask_form(ctx)
        return
    made = await _drafting.post(ctx, (await _asking.create(ctx, asked, answers, typed=question)).id)
    await ctx.reply(ctx.t("polls-asked", question=made.question), [ctx.button(close_now, made.id)])


@plugin.action("polls-ask", least=Role.HOST, opens_form=True)
async def ask_form(ctx: Context) -> None:
    """Open the form."""
    await _asking.ask_form(ctx)


@plugin.action("polls-edit", least=Role.HOST, opens_form=True)
async def edit_form(ctx: Context, poll_id: int) -> None:
    """The form once more."""
    await _asking.ask_form(ctx, await poll_of(ctx, poll_id))


@plugin.action("polls-ask", least=Role.HOST)
async def take_form(ctx: Context, poll_id: int, answers: Answers) -> None:
    """Keep what was filled in, as a draft."""
    await _show_draft(ctx, await _asking.take_form(ctx, poll_id, answers))


@plugin.action("polls-look", least=Role.HOST)
async def draft_page(ctx: Context, poll_id: int) -> None:
    """A draft; what was asked meanwhile is shown as everybody sees it."""
    found = await poll_of(ctx, poll_id)
    if found.state.value in ("open", "closed"):
        await _listing.show(ctx, found)
    else:
        await _show_draft(ctx, found)


async def _show_draft(ctx: Context, found: Poll) -> None:
    text, rows = await _drafting.screen(ctx, found)
    await ctx.reply(text, *rows)


@plugin.action("polls-set", least=Role.HOST)
async def set_one(ctx: Context, poll_id: int, name: str, value: str) -> None:
    """Set one thing of a draft."""
    await _show_draft(ctx, await _drafting.change_setting(ctx, poll_id, name, value))


@plugin.action("polls-set", least=Role.HOST)
async def lasts(ctx: Context, poll_id: int, minutes: int) -> None:
    """For how long it is open."""
    await _show_draft(ctx, await _drafting.set_length(ctx, poll_id, minutes))


@plugin.action("polls-when", least=Role.HOST, opens_form=True)
async def when_form(ctx: Context, poll_id: int) -> None:
    """Ask when it is to open."""
    found = await poll_of(ctx, poll_id)
    field = Field("when", plain(ctx.t("polls-field-when")), help=plain(ctx.t("polls-field-when.help")))
    await ctx.ask(plan, found.id, title=ctx.t("polls-when"), fields=[field])


@plugin.action("polls-when", least=Role.HOST)
async def plan(ctx: Context, poll_id: int, answers: Answers) -> None:
    """Let it open by itself then."""
    given = answers.get("when", "")
    at = times.parse_moment(given, ctx.language, ctx.member.zone, ctx.now)
    if at is None or at <= ctx.now:
        raise UserError("polls-when-wrong", typed=echoed(given))
    await _show_draft(ctx, await _drafting.plan(ctx, poll_id, at))


@plugin.action("polls-post-now", style=ActionStyle.MAIN, least=Role.HOST)
async def post_now(ctx: Context, poll_id: int) -> None:
    """Ask it now."""
    made = await _drafting.post(ctx, poll_id)
    await ctx.reply(ctx.t("polls-asked", question=made.question), [ctx.button(close_now, made.id)])


@plugin.action("polls-throw-away", least=Role.HOST)
async def throw_away(ctx: Context, poll_id: int) -> None:
    """Delete a draft."""
    gone = await _asking.throw_away(ctx, poll_id)
    await ctx.reply(ctx.t("polls-thrown-away", question=gone.question), [ctx.button("polls.polls_page", 1)])


@plugin.action("polls-close", least=Role.HOST)
async def close_now(ctx: Context, poll_id: int) -> None:
    """Close it and see what it came to."""
    closed = await _posting.close(ctx, poll_id)
    await _drafting.note(ctx, "polls-close", closed)
    await _listing.show(ctx, closed)


@plugin.action("polls-again", least=Role.HOST)
async def ask_again(ctx: Context, poll_id: int) -> None:
    """A draft with the same question."""
    await _show_draft(ctx, await _asking.again(ctx, await poll_of(ctx, poll_id)))


@plugin.action("polls-csv", least=Role.HOST)
async def csv(ctx: Context, poll_id: int) -> None:
    """The figures as a table."""
    await _exporting.send(ctx, await poll_of(ctx, poll_id))


@plugin.action("polls-read", least=Role.HOST)
async def words_page(ctx: Context, poll_id: int, page: int) -> None:
    """A page of what people wrote."""
    text, rows = await _replying.page(ctx, await poll_of(ctx, poll_id), page)
    await ctx.reply(text, *rows)


@plugin.action("polls-reply", least=Role.HOST, opens_form=True)
async def reply_form(ctx: Context, poll_id: int, note_id: str) -> None:
    """Ask for an answer to whoever wrote that."""
    await _replying.ask(ctx, await poll_of(ctx, poll_id), note_id)


@plugin.action("polls-reply", least=Role.HOST)
async def reply(ctx: Context, poll_id: int, note_id: str, answers: Answers) -> None:
    """Send it."""
    await _replying.reply(ctx, await poll_of(ctx, poll_id), note_id, answers)


@plugin.command("nps", least=Role.HOST)
async def nps(ctx: Context) -> None:
    """See the net promoter score month by month, with its margin."""
    await _trend.show(ctx)
