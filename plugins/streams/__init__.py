"""Streams: hosts start, plan and end them; people check in, ask and are reminded; each ends with a recap."""

from datetime import UTC, datetime
from typing import Annotated

from bot.api import (
    CHECKED_IN,
    SIGNED_UP,
    ActionStyle,
    Answers,
    Context,
    Field,
    FieldKind,
    Here,
    Inbox,
    Member,
    Plugin,
    Rest,
    Role,
    Stream,
    StreamCancelled,
    StreamEnded,
    StreamMoved,
    StreamPlanned,
    Streams,
    StreamStarted,
    StreamWentOn,
    ThanksOwed,
    UserError,
    Within,
)
from plugins.streams import (
    _answering,
    _asking,
    _checking_in,
    _cues,
    _following,
    _planning,
    _profile,
    _recap_wording,
    _recapping,
    _thanking,
)
from plugins.streams._common import LONGEST_CHECK_IN, StreamSettings, grace, live, own, still_live
from plugins.streams._tables import tables

plugin = Plugin(
    "streams",
    settings=StreamSettings,
    facts=_profile.FACTS,
    activities=(CHECKED_IN, _asking.ASKED, SIGNED_UP),
    tables=tables,
)

plugin.contributes("profile")(_profile.lines)
plugin.contributes("card")(_profile.figures)
plugin.contributes("triage")(_asking.heard)
plugin.on(StreamPlanned)(_following.was_planned)
plugin.on(StreamMoved)(_following.was_moved)
plugin.on(StreamCancelled)(_following.was_cancelled)
plugin.contributes("privacy")(_recap_wording.privacy)
plugin.on(StreamStarted)(_following.went_live)
plugin.on(StreamEnded)(_following.has_ended)
plugin.on(StreamWentOn)(_following.went_on)
plugin.on(ThanksOwed)(_thanking.owed)
plugin.job()(_following.pass_on)
plugin.job()(_following.drop_over)
plugin.job()(_following.keep_control)

# ---- hosts: start, end, status ------------------------------------------------------------------------------------


@plugin.command("stream start", least=Role.HOST, examples=["/stream start", "/stream start Tea night"])
async def stream_start(ctx: Context, here: Here, title: Rest | None = None) -> None:
    """Go live; everybody is told."""
    within = await grace(ctx)
    started = await ctx.use(Streams).start(
        ctx.community.id, host_id=ctx.member.id, title=title or "", go_on_within=within
    )
    await _answering.started(ctx, started, title or "", here)


@plugin.command("stream end", least=Role.HOST)
async def stream_end(ctx: Context) -> None:
    """End the live stream; the follow-ups begin."""
    await _answering.ended(ctx, await live(ctx))


@plugin.action("streams-ask-end", style=ActionStyle.DANGER, least=Role.HOST)
async def ask_end(ctx: Context, stream_id: int) -> None:
    await _answering.ask_end(ctx, await still_live(ctx, stream_id))


@plugin.action("streams-end-now", style=ActionStyle.DANGER, least=Role.HOST)
async def end_now(ctx: Context, stream_id: int) -> None:
    await _answering.ended(ctx, await still_live(ctx, stream_id))


@plugin.action("streams-take-back", least=Role.HOST)
async def take_back(ctx: Context, here: Here, stream_id: int) -> None:
    await _answering.took_back(ctx, await own(ctx, stream_id), here)


@plugin.action("streams-say-end", least=Role.HOST, opens_form=True)
async def say_end(ctx: Context, stream_id: int) -> None:
    await own(ctx, stream_id)
    field = Field("when", ctx.t("streams-say-end-when"), help=ctx.t("streams-say-end-help"))
    await ctx.ask(correct_end, stream_id, title=ctx.t("streams-say-end"), fields=[field])


@plugin.action("streams-say-end", least=Role.HOST)
async def correct_end(ctx: Context, stream_id: int, answers: Answers) -> None:
    await _answering.corrected_end(ctx, await own(ctx, stream_id), answers.get("when", ""))


@plugin.command("stream status", least=Role.HOST)
async def stream_status(ctx: Context) -> None:
    """See how the stream is doing, or what comes next."""
    await _answering.status(ctx, await ctx.use(Streams).live(ctx.community.id))


@plugin.action("streams-status-now", least=Role.HOST)
async def status_now(ctx: Context, stream_id: int) -> None:
    await _answering.status(ctx, await still_live(ctx, stream_id))


# ---- hosts: plans -------------------------------------------------------------------------------------------------


@plugin.command("stream plan", least=Role.HOST, examples=["/stream plan tomorrow 18:30 Tea night"])
async def stream_plan(ctx: Context, when: datetime, title: Rest | None = None) -> None:
    """Announce a stream; people can ask to be reminded."""
    await _answering.planned(ctx, await ctx.use(Streams).plan(ctx.community.id, when, title or "", ctx.member.id))


@plugin.command("stream move", least=Role.HOST, examples=["/stream move tomorrow 19:00"])
async def stream_move(ctx: Context, when: datetime) -> None:
    """Give a planned stream another time; who asked to be reminded is told."""
    await _answering.choose_move(ctx, await _planning.planned(ctx), when)


@plugin.action("streams-move-plan", least=Role.HOST)
async def move_plan(ctx: Context, stream_id: int, stamp: int) -> None:
    plan = await _planning.still_planned(ctx, stream_id)
    await _answering.moved(ctx, plan.id, datetime.fromtimestamp(stamp, UTC))


@plugin.command("stream cancel", least=Role.HOST)
async def stream_cancel(ctx: Context) -> None:
    """Call off a planned stream; who asked to be reminded is told."""
    await _answering.choose_cancel(ctx, await _planning.planned(ctx))


@plugin.action("streams-cancel-plan", least=Role.HOST)
async def ask_cancel(ctx: Context, stream_id: int) -> None:
    await _answering.ask_cancel(ctx, await _planning.still_planned(ctx, stream_id))


@plugin.action("streams-cancel-plan", style=ActionStyle.DANGER, least=Role.HOST)
async def cancel_plan(ctx: Context, stream_id: int) -> None:
    plan = await _planning.still_planned(ctx, stream_id)
    await _answering.cancelled(ctx, await ctx.use(Streams).cancel(ctx.community.id, plan.id))


# ---- hosts: notes, shout-outs, check-ins, cues --------------------------------------------------------------------


@plugin.command("stream note", least=Role.HOST, examples=["/stream note The glaze turned blue"])
async def stream_note(ctx: Context, text: Rest) -> None:
    """Keep a moment worth repeating in the recap."""
    await _answering.noted(ctx, await live(ctx), text)


@plugin.action("streams-note-form", least=Role.HOST, opens_form=True)
async def note_form(ctx: Context, stream_id: int) -> None:
    await still_live(ctx, stream_id)
    field = Field("text", ctx.t("streams-note-field"), FieldKind.LONG_TEXT)
    await ctx.ask(keep_note, stream_id, title=ctx.t("streams-note-form"), fields=[field])


@plugin.action("streams-note-form", least=Role.HOST)
async def keep_note(ctx: Context, stream_id: int, answers: Answers) -> None:
    await _answering.noted(ctx, await own(ctx, stream_id), answers.get("text", ""))


@plugin.command(least=Role.HOST, examples=["/shoutout Ann", '/shoutout "Ann Lee" for the teapot'])
async def shoutout(ctx: Context, member: Member, why: Rest | None = None) -> None:
    """Thank somebody in front of everybody, or promise it for the next stream."""
    await _answering.thanked(ctx, await ctx.use(Streams).live(ctx.community.id), member, why or "")


@plugin.action("streams-thank-form", least=Role.HOST, opens_form=True)
async def thank_form(ctx: Context, stream_id: int) -> None:
    await still_live(ctx, stream_id)
    who = Field("member", ctx.t("streams-thank-who"))
    why = Field("why", ctx.t("streams-thank-why"), required=False)
    await ctx.ask(keep_thanks, stream_id, title=ctx.t("streams-thank-form"), fields=[who, why])


@plugin.action("streams-thank-form", least=Role.HOST)
async def keep_thanks(ctx: Context, stream_id: int, answers: Answers) -> None:
    stream, why = await still_live(ctx, stream_id), answers.get("why", "")
    member = await _thanking.whom(ctx, answers.get("member", ""), why)
    await _answering.thanked(ctx, stream, member, why)


@plugin.command(least=Role.HOST, examples=["/drop", "/drop 10"])
async def drop(ctx: Context, minutes: Annotated[int, Within(1, LONGEST_CHECK_IN)] | None = None) -> None:
    """Open a timed check-in, with a button for everybody and a code to say aloud."""
    await _open_drop(ctx, await live(ctx), minutes)


@plugin.action("streams-drop-now", least=Role.HOST)
async def drop_now(ctx: Context, stream_id: int) -> None:
    await _open_drop(ctx, await still_live(ctx, stream_id), None)


async def _open_drop(ctx: Context, stream: Stream, minutes: int | None) -> None:
    opened = await _answering.dropped(ctx, stream, minutes)
    await ctx.later(_following.drop_over, at=opened.closes_at, key=str(opened.id), drop_id=opened.id)


@plugin.command(least=Role.HOST)
async def cues(ctx: Context) -> None:
    """See whom to greet, what to answer and what was promised."""
    text, rows = await _cues.card(ctx, await _cues.of_others(ctx))
    await ctx.reply(text, *rows)


@plugin.action("streams-cues-now", least=Role.HOST)
async def cues_now(ctx: Context, stream_id: int) -> None:
    await still_live(ctx, stream_id)
    await cues(ctx)


@plugin.action("streams-cues-again", least=Role.HOST)
async def cues_again(ctx: Context) -> None:
    await cues(ctx)


@plugin.action("streams-answered-one", least=Role.HOST)
async def answered(ctx: Context, question_id: int) -> None:
    others = await _cues.of_others(ctx)
    await _asking.answered(ctx, question_id)
    text, rows = await _cues.card(ctx, others)
    await ctx.reply(text, *rows)


@plugin.action("streams-reply", style=ActionStyle.MAIN, least=Role.HOST, opens_form=True)
async def reply_form(ctx: Context, question_id: int, suggested: str = "") -> None:
    """What is `suggested`, by another plugin's press, is there to be put better."""
    await _asking.open_for_reply(ctx, question_id)
    field = Field("text", ctx.t("streams-reply-field"), FieldKind.LONG_TEXT, value=suggested)
    await ctx.ask(reply, question_id, title=ctx.t("streams-reply"), fields=[field])


@plugin.action("streams-reply", least=Role.HOST)
async def reply(ctx: Context, question_id: int, answers: Answers) -> None:
    name = await _asking.reply(ctx, question_id, answers.get("text", ""))
    await ctx.reply(ctx.t("streams-reply-sent", name=name), private=True)


@plugin.action("streams-said-one", least=Role.HOST)
async def said(ctx: Context, promise_id: int) -> None:
    others = await _cues.of_others(ctx)
    await _thanking.keep(ctx, await live(ctx), promise_id)
    text, rows = await _cues.card(ctx, others)
    await ctx.reply(text, *rows)


@plugin.action("streams-promises", least=Role.HOST)
async def promises(ctx: Context) -> None:
    await ctx.reply(*await _cues.promised(ctx))


@plugin.action("streams-promise-off-do", least=Role.HOST)
async def take_back_promise(ctx: Context, promise_id: int) -> None:
    await _answering.turned(ctx, promise_id, on=False)


@plugin.action("streams-promise-on-do", least=Role.HOST)
async def promise_again(ctx: Context, promise_id: int) -> None:
    await _answering.turned(ctx, promise_id, on=True)


@plugin.action("streams-said-aloud", least=Role.HOST)
async def said_aloud(ctx: Context, delivery_id: int) -> None:
    others = await _cues.of_others(ctx)
    if not await ctx.use(Inbox).said(ctx.community.id, delivery_id):
        raise UserError("streams-promise-kept")
    text, rows = await _cues.card(ctx, others, said=delivery_id)
    await ctx.reply(text, *rows)


# ---- hosts: the recap ---------------------------------------------------------------------------------------------


@plugin.command("stream recap", least=Role.HOST)
async def stream_recap(ctx: Context) -> None:
    """See the recap of the last stream, to post or edit it."""
    await _answering.recap(ctx, await _recapping.newest_over(ctx))


@plugin.action("streams-post-recap", style=ActionStyle.MAIN, least=Role.HOST)
async def post_recap(ctx: Context, stream_id: int) -> None:
    stream = await own(ctx, stream_id)
    if await _recapping.post(ctx, stream):
        await ctx.reply(ctx.t("streams-recap-posted"))
    else:
        await _answering.recap(ctx, stream, anew=True)


@plugin.action("streams-edit-recap", least=Role.HOST, opens_form=True)
async def edit_recap(ctx: Context, stream_id: int) -> None:
    recap = await _recapping.draft(ctx, await own(ctx, stream_id))
    await ctx.ask(save_recap, stream_id, title=ctx.t("streams-edit-recap"), fields=_recapping.form(ctx, recap))


@plugin.action("streams-edit-recap", least=Role.HOST)
async def save_recap(ctx: Context, stream_id: int, answers: Answers) -> None:
    stream = await own(ctx, stream_id)
    await _recapping.rewrite(ctx, stream, answers.get("text", ""), answers.get("also", ""))
    await _answering.recap(ctx, stream)


@plugin.action("streams-leave-recap", style=ActionStyle.QUIET, least=Role.HOST)
async def leave_recap(ctx: Context, stream_id: int) -> None:
    await _recapping.leave(ctx, await own(ctx, stream_id))
    await ctx.reply(ctx.t("streams-recap-left"))


# ---- everybody ----------------------------------------------------------------------------------------------------


@plugin.command(examples=["/here nilota"])
async def here(ctx: Context, code: Rest) -> None:
    """Check in with the code that was said in the stream."""
    stream = await live(ctx)
    await _answering.counted(ctx, await _checking_in.by_code(ctx, stream, code), stream)


@plugin.action("streams-at-drop", style=ActionStyle.MAIN)
async def at_drop(ctx: Context, drop_id: int) -> None:
    found = await _checking_in.drop_of(ctx, drop_id)
    await _answering.counted(ctx, found, await still_live(ctx, found.stream_id))


@plugin.action("streams-check-in", style=ActionStyle.MAIN)
async def check_in(ctx: Context, stream_id: int) -> None:
    new = await _checking_in.arrive(ctx, await still_live(ctx, stream_id))
    await ctx.reply(ctx.t("streams-here-counted") if new else ctx.t("streams-here-before"))


@plugin.action("streams-write-after")
async def write_after(ctx: Context, stream_id: int) -> None:
    new = await _checking_in.agree(ctx, await own(ctx, stream_id))
    text = ctx.t("streams-agreed") if new else ctx.t("streams-agreed-before")
    await ctx.reply(text, [ctx.button(write_not)])


@plugin.action("streams-write-not", style=ActionStyle.QUIET)
async def write_not(ctx: Context) -> None:
    await _checking_in.disagree(ctx)
    await ctx.reply(ctx.t("streams-disagreed"))


@plugin.command(examples=["/q Which clay do you use?"])
async def q(ctx: Context, text: Rest) -> None:
    """Ask the hosts something."""
    is_live = await _asking.ask(ctx, text)
    await ctx.reply(ctx.t("streams-asked") if is_live else ctx.t("streams-asked-early"))


@plugin.command()
async def streams(ctx: Context) -> None:
    """See what is on, what comes next, and be reminded."""
    await _answering.upcoming(ctx)


@plugin.action("streams-remind")
async def remind(ctx: Context, stream_id: int) -> None:
    await _answering.reminded(ctx, await own(ctx, stream_id))


@plugin.action("streams-remind-not", style=ActionStyle.QUIET)
async def remind_not(ctx: Context, stream_id: int) -> None:
    await _planning.want_reminder(ctx, await own(ctx, stream_id), wanted=False)
    await ctx.reply(ctx.t("streams-reminder-off"), [ctx.button(remind, stream_id)])
