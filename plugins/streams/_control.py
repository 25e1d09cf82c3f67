"""What hosts see while a stream is live: the control message, its status, and how things are counted in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.api import (
    FOLLOW_UP,
    Accent,
    Action,
    Attendance,
    Background,
    Context,
    Here,
    Markup,
    NoteKind,
    People,
    PluginSettings,
    Registry,
    Stream,
    Streams,
    StreamWentOn,
    Telling,
    Translator,
    join,
    plain,
    times,
)
from plugins.streams._checking_in import drops_of, present
from plugins.streams._common import StreamSettings, lasted, moment, moment_here, span, title_here, title_of

ROWS = (
    ("streams.status_now", "streams.cues_now"),
    ("streams.drop_now", "streams.note_form"),
    ("streams.thank_form", "streams.ask_end"),
)
PEOPLE = "streams-count-people"
STOP = "admin.stop_everything"
POLL = "polls.ask_form"
CHALLENGE = "challenges.start_form"
"""Buttons of other plugins; left out where these are missing or off."""

SHOWN = timedelta(hours=1)
"""For how long it is worth to say how things stood."""


async def go_live(ctx: Background, stream: Stream) -> None:
    """Tell everybody that the stream is live, and give the hosts their buttons."""
    title = title_here(ctx, stream)
    if (await ctx.settings(StreamSettings)).announce:
        await ctx.use(Telling).everybody(
            f"live:{stream.id}",
            "streams-live-post",
            buttons=[[("streams.check_in", stream.id), ("streams.write_after", stream.id)]],
            accent=Accent.LIVE,
            lasts=timedelta(hours=1),
            title=title,
        )
    await refresh(ctx, stream)
    await _hand_over(ctx, stream)


async def refresh(ctx: Background, stream: Stream) -> bool:
    """Let the hosts' control message say how things stand: one message, edited in place, and closed at the end.

    False when it says so already.
    """
    seen, people = await counts(ctx, stream, ctx.community.language, kept=True)
    took = span(ctx, stream, ctx.community.language)
    if stream.is_on:
        key, rows, accent = "streams-control-post", await _rows(ctx, stream), Accent.LIVE
    else:
        key, rows, accent = "streams-control-over", (), Accent.PLAIN
    changed = await ctx.use(Telling).rolling(
        f"control:{stream.id}",
        key,
        buttons=rows,
        accent=accent,
        hosts=True,
        lasts=SHOWN,
        title=title_here(ctx, stream),
        counts=seen,
        some="yes" if people else "no",
        lasted="" if stream.is_on else took,
    )
    return changed > 0


async def _rows(ctx: Background, stream: Stream) -> Sequence[Sequence[tuple[str, int] | tuple[str]]]:
    of_others = [(name,) for name in await _of_others(ctx)]
    return [*([(name, stream.id) for name in row] for row in ROWS), *([button] for button in of_others)]


async def _of_others(ctx: Background) -> Sequence[str]:
    """The buttons of other plugins that are loaded, and on here."""
    actions, on = ctx.use(Registry).actions, await ctx.use(PluginSettings).enabled()
    return [name for name in (POLL, CHALLENGE, STOP) if name in actions and name.partition(".")[0] in on]


async def _hand_over(ctx: Background, stream: Stream) -> None:
    """Where hosts have no place of their own, whoever went live gets the buttons by themself, in answer to that.

    Not where they typed the command: its answer, which they alone see, has the buttons.
    """
    telling, streams = ctx.use(Telling), ctx.use(Streams)
    if stream.host_id is None or await telling.has_place_for_hosts() or await streams.was_typed(stream.id):
        return
    title = title_here(ctx, stream)
    await telling.member(
        stream.host_id,
        f"control:{stream.id}:{stream.host_id}",
        "streams-control-post",
        buttons=await _rows(ctx, stream),
        asked=True,
        lasts=SHOWN,
        title=title,
        counts="",
        some="no",
    )


async def tell_of_going_on(ctx: Background, stream: Stream, event: StreamWentOn) -> None:
    """Tell the hosts who took an end back."""
    who = (await ctx.use(People).get(event.by)).name if event.by is not None else ""
    await ctx.use(Telling).everybody(
        f"went-on:{stream.id}:{int(event.at.timestamp())}",
        "streams-went-on-post",
        buttons=[[("streams.status_now", stream.id)]],
        accent=Accent.LIVE,
        hosts=True,
        lasts=timedelta(hours=1),
        title=title_here(ctx, stream),
        who=who,
        ended=moment_here(ctx, event.ended_at),
    )


async def tell_of_unnoticed_end(ctx: Background, stream: Stream, ended_at: datetime) -> None:
    """Tell the hosts of a stream that they forgot: when it ended, as far as is known, and how to say otherwise."""
    await ctx.use(Telling).everybody(
        f"unnoticed:{stream.id}:{int(ended_at.timestamp())}",
        "streams-unnoticed-post",
        buttons=[[("streams.say_end", stream.id)]],
        hosts=True,
        lasts=FOLLOW_UP,
        title=title_here(ctx, stream),
        ended=moment_here(ctx, ended_at),
    )


async def ways(ctx: Context, stream: Stream, here: Here) -> tuple[Markup, Sequence[Sequence[Action]]]:
    """Where the buttons are: in the hosts' place on the network where somebody acts, or under the answer itself.

    While everything is stopped the control message does not leave, so whoever goes live then needs them at once.
    """
    platform = here.channel.platform if here.channel is not None else None
    if ctx.community.stopped:
        return ctx.t("streams-everything-stopped"), await buttons(ctx, stream)
    if not await ctx.use(Telling).has_place_for_hosts(platform):
        return Markup(""), await buttons(ctx, stream)
    return ctx.t("streams-buttons-there"), ()


async def buttons(ctx: Context, stream: Stream) -> Sequence[Sequence[Action]]:
    """The control message's buttons, under an answer."""
    rows = [[ctx.button(name, stream.id) for name in row] for row in ROWS]
    others = [name for name in await _of_others(ctx) if name != STOP or not ctx.community.stopped]
    return [*rows, *([ctx.button(name)] for name in others)]


async def status(ctx: Context, stream: Stream) -> Markup:
    """How the stream is doing."""
    assert stream.started_at is not None
    seconds = lasted(stream, ctx.now)
    took = times.duration(seconds, ctx.language)
    counted, _ = await counts(ctx, stream, ctx.language, kept=True)
    lines = [
        ctx.t("streams-status-title", title=title_of(ctx, stream, ctx.language)),
        ctx.t("streams-status-since", just=seconds < 60, since=moment(ctx, stream.started_at), lasted=took),
        ctx.t("streams-status-counts", counts=counted),
    ]
    if ctx.community.stopped:
        lines.append(ctx.t("streams-everything-stopped"))
    found = await drops_of(ctx, stream.id)
    if found and found[-1].closes_at > ctx.now:
        until = times.span_until(found[-1].closes_at, ctx.language, now=ctx.now)
        lines.append(
            ctx.t("streams-status-drop", code=found[-1].code, until=until, present=await present(ctx, found[-1]))
        )
    return join(lines)


async def counts(ctx: Background, stream: Stream, language: str, *, kept: bool = False) -> tuple[str, int]:
    """What was counted of the stream, as a list in words; with what hosts kept of it too, when `kept`. And the people.

    What is nought is left out, but not the people. The host is none of them: nobody is a guest at their own stream.
    """
    attendance, notes = ctx.use(Attendance), await ctx.use(Streams).notes(stream.id)
    seen, kinds = await attendance.summary(stream.id, guests=True), [note.kind for note in notes if kept]
    numbers = {
        PEOPLE: seen.people,
        "streams-count-messages": seen.messages,
        "streams-count-questions": seen.questions,
        "streams-count-drops": len(await drops_of(ctx, stream.id)),
        "streams-count-thanks": kinds.count(NoteKind.SHOUT_OUT),
        "streams-count-notes": kinds.count(NoteKind.NOTE),
    }
    say = ctx.use(Translator).text
    new = await attendance.first_timers(stream.id, guests=True)
    before = seen.people - new
    shown = {key: count for key, count in numbers.items() if count or key == PEOPLE}
    words = [plain(say(key, language, count=count, new=new, before=before)) for key, count in shown.items()]
    return times.names(words, language), seen.people
