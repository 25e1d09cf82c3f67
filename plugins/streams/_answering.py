"""What the people who act are told: each answer says what happened, and offers what comes next."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.api import (
    COUNTS_AFTER,
    FOLLOW_UP,
    Action,
    Attendance,
    Communities,
    Context,
    Here,
    Journeys,
    Markup,
    Member,
    Started,
    StartOutcome,
    Stream,
    Streams,
    UserError,
    join,
    plain,
    shortened,
    times,
)
from plugins.streams import _checking_in, _control, _planning, _recapping, _thanking
from plugins.streams._checking_in import Drop
from plugins.streams._common import StreamSettings, grace, moment, span, title_here, title_of

CHOICES = 10
LABEL = 60


async def started(ctx: Context, begun: Started, title: str, here: Here) -> None:
    """The stream is live; one that already was gets the title, if one was given."""
    stream = begun.stream
    name = title_of(ctx, stream, ctx.language)
    if begun.outcome is StartOutcome.ALREADY_LIVE and title:
        await ctx.use(Streams).rename(stream.id, title)
        await _control.refresh(ctx, replace(stream, title=" ".join(title.split())))
        text = ctx.t("streams-renamed", title=" ".join(title.split()))
    elif begun.outcome is StartOutcome.ALREADY_LIVE:
        text = ctx.t("streams-live-before", title=name)
    elif begun.outcome is StartOutcome.CONTINUED:
        text = ctx.t("streams-continued", title=name)
    elif begun.outcome is StartOutcome.WENT_ON:
        text = join([ctx.t("streams-taken-back", title=name), ctx.t("streams-other-title")])
    else:
        text = ctx.t("streams-started", title=name)
    await _with_buttons(ctx, stream, here, text)


async def _with_buttons(ctx: Context, stream: Stream, here: Here, text: Markup) -> None:
    """Say it, and where what is needed on air is; the same buttons twice on one screen would be in each other's way."""
    where, rows = await _control.ways(ctx, stream, here)
    await ctx.reply(join([text, where]) if where else text, *rows)


async def ask_end(ctx: Context, stream: Stream) -> None:
    """Ends are asked about once more: they cannot be taken back for long."""
    took = span(ctx, stream, ctx.language)
    counts = await ctx.use(Streams).counts(stream)
    minutes = (await ctx.settings(StreamSettings)).go_on_minutes
    name = title_of(ctx, stream, ctx.language)
    text = ctx.t("streams-end-sure", title=name, lasted=took, counts=counts, minutes=minutes)
    go_on = ctx.button("streams.status_now", stream.id, label=ctx.t("streams-go-on"))
    await ctx.reply(text, [ctx.button("streams.end_now", stream.id), go_on])


async def ended(ctx: Context, stream: Stream) -> None:
    """End the stream and say what was counted; for a while it can be taken back."""
    over = await ctx.use(Streams).end(ctx.community.id, by=ctx.member.id)
    await _control.refresh(ctx, over)
    took = span(ctx, over, ctx.language)
    lines = [ctx.t("streams-ended", title=title_of(ctx, stream, ctx.language), lasted=took)]
    if not over.counts:
        lines.append(await _for_nothing(ctx, over))
    elif (await ctx.settings(StreamSettings)).recap != "off":
        hosts = [space for space in await ctx.use(Communities).spaces(ctx.community.id) if space.host_channel]
        lines.append(ctx.t("streams-ended-recap", channel=bool(hosts)))
    minutes = (await ctx.settings(StreamSettings)).go_on_minutes
    if minutes:
        lines.append(ctx.t("streams-ended-too-early", minutes=minutes))
    await ctx.reply(join(lines), [ctx.button("streams.take_back", over.id)] if minutes else [])


async def took_back(ctx: Context, stream: Stream, here: Here) -> None:
    """The end is taken back: the stream goes on as if it had not ended."""
    within = await grace(ctx)
    going, new = await ctx.use(Streams).take_back_end(ctx.community.id, stream.id, by=ctx.member.id, within=within)
    name = title_of(ctx, going, ctx.language)
    text = ctx.t("streams-taken-back", title=name) if new else ctx.t("streams-live-before", title=name)
    await _with_buttons(ctx, going, here, text)


async def _for_nothing(ctx: Context, over: Stream) -> Markup:
    """Why the stream does not count, and that what follows the one before goes on, where there is something."""
    guests = (await ctx.use(Attendance).summary(over.id, guests=True)).people
    last = await ctx.use(Streams).newest(ctx.community.id)
    still = last is not None and last.ended_at is not None and last.ended_at + FOLLOW_UP > ctx.now
    return ctx.t(
        "streams-ended-for-nothing",
        why="short" if guests else "nobody",
        least=times.duration(COUNTS_AFTER.total_seconds(), ctx.language),
        others=still and bool(await ctx.use(Journeys).under_way(ctx.community.id)),
    )


async def corrected_end(ctx: Context, stream: Stream, when: str) -> None:
    """The stream ended at another time: say so, and let what follows count from that."""
    at = times.parse_moment(when, ctx.language, ctx.member.zone, ctx.now, past=True)
    if at is None:
        raise UserError("streams-end-unread", asked=shortened(when, LABEL))
    over = await ctx.use(Streams).correct_end(ctx.community.id, stream.id, at, by=ctx.member.id)
    name, took = title_of(ctx, over, ctx.language), span(ctx, over, ctx.language)
    await ctx.reply(ctx.t("streams-end-corrected", title=name, lasted=took, ended=moment(ctx, at)))


async def status(ctx: Context, stream: Stream | None) -> None:
    """How the live stream is doing; without one, what comes next."""
    if stream is not None:
        await ctx.reply(await _control.status(ctx, stream), *await _control.buttons(ctx, stream))
        return
    plans = await ctx.use(Streams).upcoming(ctx.community.id)
    if not plans:
        await ctx.reply(ctx.t("streams-status-nothing"))
        return
    await ctx.reply(ctx.t("streams-status-next", plan=_named(ctx, plans[0])))


async def planned(ctx: Context, plan: Stream) -> None:
    """The stream is planned."""
    announced = (await ctx.settings(StreamSettings)).announce
    cancel = ctx.button("streams.ask_cancel", plan.id)
    await ctx.reply(ctx.t("streams-planned", plan=_named(ctx, plan), announced=announced), [cancel])


async def choose_move(ctx: Context, plans: Sequence[Stream], when: datetime) -> None:
    """Move the one plan there is, or ask which."""
    if len(plans) == 1:
        await moved(ctx, plans[0].id, when)
        return
    stamp = int(when.timestamp())
    await ctx.reply(ctx.t("streams-move-which", when=moment(ctx, when)), *_each(ctx, "streams.move_plan", plans, stamp))


async def moved(ctx: Context, stream_id: int, when: datetime) -> None:
    """Move the plan and say so."""
    plan = await ctx.use(Streams).move(ctx.community.id, when, stream_id)
    count = await _planning.signed_up(ctx, plan.id)
    await ctx.reply(ctx.t("streams-moved", plan=_named(ctx, plan), count=count))


async def choose_cancel(ctx: Context, plans: Sequence[Stream]) -> None:
    """Ask which plan to call off: people who wait for it will be told."""
    await ctx.reply(ctx.t("streams-cancel-which"), *_each(ctx, "streams.cancel_plan", plans))


async def ask_cancel(ctx: Context, plan: Stream) -> None:
    """Ask once more: it is posted for everybody."""
    await ctx.reply(ctx.t("streams-cancel-sure", plan=_named(ctx, plan)), [ctx.button("streams.cancel_plan", plan.id)])


async def cancelled(ctx: Context, plan: Stream) -> None:
    """The plan is called off."""
    count = await _planning.signed_up(ctx, plan.id)
    await ctx.reply(ctx.t("streams-cancelled", plan=_named(ctx, plan), count=count))


async def noted(ctx: Context, stream: Stream, text: str) -> None:
    """Keep a note."""
    await ctx.use(Streams).note(stream.id, ctx.member.id, " ".join(text.split()))
    await _control.refresh(ctx, stream)
    await ctx.reply(ctx.t("streams-noted"))


async def thanked(ctx: Context, stream: Stream | None, member: Member, why: str) -> None:
    """Thank somebody, and say whether everybody read it."""
    if stream is None:
        off = ctx.button("streams.take_back_promise", await _thanking.promise(ctx, member, why))
        await ctx.reply(ctx.t("streams-thanks-promised", who=member.name), [off])
        return
    how = await _thanking.thank(ctx, stream, member, why)
    await _control.refresh(ctx, stream)
    read = how is _thanking.Thanked.POSTED
    await ctx.reply(ctx.t("streams-thanked" if read else "streams-thanked-quietly", who=member.name))


async def turned(ctx: Context, promise_id: int, *, on: bool) -> None:
    """A promised shout-out is off, or on again; with the way back."""
    member = await _thanking.turn(ctx, promise_id, on=on)
    back = ctx.button("streams.take_back_promise" if on else "streams.promise_again", promise_id)
    await ctx.reply(ctx.t("streams-promise-turned", who=member.name, on=on), [back])


async def dropped(ctx: Context, stream: Stream, minutes: int | None) -> Drop:
    """Open a check-in and tell the host the code."""
    wanted = minutes if minutes is not None else (await ctx.settings(StreamSettings)).checkin_minutes
    drop, new = await _checking_in.open_drop(ctx, stream, wanted)
    await _control.refresh(ctx, stream)
    until = times.span_until(drop.closes_at, ctx.language, now=ctx.now)
    await ctx.reply(ctx.t("streams-drop-open", code=drop.code, until=until, new=new))
    return drop


async def counted(ctx: Context, drop: Drop, stream: Stream) -> None:
    """Count somebody at a check-in."""
    new = await _checking_in.be_counted(ctx, drop, stream)
    await ctx.reply(ctx.t("streams-drop-counted") if new else ctx.t("streams-drop-before"))


async def recap(ctx: Context, stream: Stream, *, anew: bool = False) -> None:
    """Show the draft of the recap; say so where it is another one than what was to be posted."""
    recap = await _recapping.draft(ctx, stream)
    text = ctx.t("streams-recap-draft", **recap.values(title_here(ctx, stream)))
    lines = [ctx.t("streams-recap-anew"), text] if anew else [text]
    await ctx.reply(join(lines, "\n\n"), _recapping.buttons(ctx, stream))


async def upcoming(ctx: Context) -> None:
    """What is on and what comes next, with a button for each."""
    live = await ctx.use(Streams).live(ctx.community.id)
    plans = (await ctx.use(Streams).upcoming(ctx.community.id))[:CHOICES]
    if live is None and not plans:
        await ctx.reply(ctx.t("streams-list-empty"))
        return
    lines, rows = [], []
    if live is not None:
        lines.append(ctx.t("streams-list-live", title=title_of(ctx, live, ctx.language)))
        rows.append([ctx.button("streams.check_in", live.id)])
    if plans:
        lines.append(ctx.t("streams-list-planned"))
    for plan in plans:
        count = await _planning.signed_up(ctx, plan.id)
        lines.append(ctx.t("streams-list-plan", plan=_named(ctx, plan), count=count))
        wants = await _planning.wants(ctx, plan.id, ctx.member.id)
        key = "streams-list-remind-not" if wants else "streams-list-remind"
        label = shortened(plain(ctx.t(key, title=title_of(ctx, plan, ctx.language))), LABEL)
        rows.append([ctx.button("streams.remind_not" if wants else "streams.remind", plan.id, label=label)])
    await ctx.reply(join(lines), *rows)


async def reminded(ctx: Context, plan: Stream) -> None:
    """The person will be reminded; not when it starts at once anyway."""
    await _planning.want_reminder(ctx, plan, wanted=True)
    at = await _planning.remind_at(ctx, plan)
    title = title_of(ctx, plan, ctx.language)
    if at <= ctx.now + timedelta(minutes=1):
        await ctx.reply(ctx.t("streams-reminder-needless", plan=_named(ctx, plan)))
        return
    undo = ctx.button("streams.remind_not", plan.id)
    await ctx.reply(ctx.t("streams-reminder-on", title=title, at=moment(ctx, at)), [undo])


def _each(ctx: Context, action: str, plans: Sequence[Stream], *more: int) -> list[list[Action]]:
    labels = [(plan, shortened(_named(ctx, plan), LABEL)) for plan in plans[:CHOICES]]
    return [[ctx.button(action, plan.id, *more, label=label)] for plan, label in labels]


def _named(ctx: Context, plan: Stream) -> str:
    """A planned stream by its title and time."""
    assert plan.planned_for is not None
    title, when = title_of(ctx, plan, ctx.language), moment(ctx, plan.planned_for)
    return plain(ctx.t("streams-plan-named", title=title, when=when))
