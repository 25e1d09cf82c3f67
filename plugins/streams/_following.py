"""What follows by itself from what streams do, and the jobs that tell of it later."""

from datetime import timedelta

from bot.api import (
    Background,
    Stream,
    StreamCancelled,
    StreamEnded,
    StreamMoved,
    StreamPlanned,
    StreamStarted,
    StreamWentOn,
)
from plugins.streams import _checking_in, _control, _planning, _recapping
from plugins.streams._common import StreamSettings, own
from plugins.streams._planning import News

CONTROL_EVERY = timedelta(minutes=5)
CONTROL_AT_REST = timedelta(minutes=20)
STILL = 6
"""After so many looks in a row that found nothing new, half an hour of them, the next one waits longer."""
CONTROL_LOOKS_ON = timedelta(minutes=75)
"""An end can be taken back for an hour at most."""


async def was_planned(ctx: Background, event: StreamPlanned) -> None:
    """Everybody is told, and reminders are set."""
    plan = await own(ctx, event.stream_id)
    if plan.planned_for is not None and plan.planned_for > ctx.now:
        await _planning.announce(ctx, plan)
        await _set_reminders(ctx, plan)


async def was_moved(ctx: Background, event: StreamMoved) -> None:
    """Everybody is told, those who asked for a reminder in person."""
    plan = await own(ctx, event.stream_id)
    await _planning.post_change(ctx, plan, "moved", event.at)
    stamp, changed = _planning.stamp_of(plan), int(event.at.timestamp())
    await ctx.later(pass_on, stream_id=plan.id, kind="moved", stamp=stamp, changed=changed)
    await _set_reminders(ctx, plan)


async def was_cancelled(ctx: Background, event: StreamCancelled) -> None:
    """Everybody is told, those who asked for a reminder in person."""
    plan = await own(ctx, event.stream_id)
    await _planning.post_change(ctx, plan, "cancelled", event.at)
    await ctx.later(pass_on, stream_id=plan.id, kind="cancelled", stamp=_planning.stamp_of(plan))


async def went_live(ctx: Background, event: StreamStarted) -> None:
    """Everybody is told, and the hosts get their buttons."""
    stream = await own(ctx, event.stream_id)
    if stream.is_on:
        await _control.go_live(ctx, stream)
        await ctx.later(keep_control, after=CONTROL_EVERY, stream_id=stream.id)


async def has_ended(ctx: Background, event: StreamEnded) -> None:
    """The hosts get a draft of the recap, if there is anything to tell; of an end that nobody noticed they hear."""
    fresh, stream = event.at > ctx.now - _recapping.FRESH, await own(ctx, event.stream_id)
    if fresh and not stream.is_on and (await ctx.settings(StreamSettings)).recap != "off":
        await _recapping.offer(ctx, stream)  # first of all: other plugins are asked before anything is written
    if event.unnoticed and stream.ended_at is not None:
        await _control.tell_of_unnoticed_end(ctx, stream, stream.ended_at)
    if fresh:
        await _control.refresh(ctx, stream)


async def went_on(ctx: Background, event: StreamWentOn) -> None:
    """The hosts are told who took the end back; a draft of the recap that nobody touched is written anew at the end."""
    stream = await own(ctx, event.stream_id)
    await _recapping.forget_draft(ctx, stream)
    await _control.tell_of_going_on(ctx, stream, event)
    await _control.refresh(ctx, stream)
    await ctx.later(keep_control, after=CONTROL_EVERY, stream_id=stream.id, looks=CONTROL_AT_REST // CONTROL_EVERY)


async def keep_control(ctx: Background, stream_id: int, still: int = 0, looks: int | None = None) -> None:
    """Bring the hosts' control message up to date again and again, and close it once the stream is over.

    Where nothing happens it looks less often; `still` says how many times it found nothing new. For a while it looks on
    after the end, since that can be taken back: then the same message has its buttons again, and until this rare look
    comes by, another one looks as often as while live; `looks` is how many times that one does.
    """
    stream = await own(ctx, stream_id)
    still = 0 if await _control.refresh(ctx, stream) else still + 1
    if looks is not None:
        if looks > 1:
            await ctx.later(keep_control, after=CONTROL_EVERY, stream_id=stream_id, looks=looks - 1)
        return
    ended = stream.ended_at
    if stream.is_on or (ended is not None and ctx.now < ended + CONTROL_LOOKS_ON):
        every = CONTROL_EVERY if stream.is_on and still < STILL else CONTROL_AT_REST
        await ctx.later(keep_control, after=every, stream_id=stream_id, still=still)


async def pass_on(ctx: Background, stream_id: int, kind: str, stamp: int, behind: int = 0, changed: int = 0) -> None:
    """Tell those who asked for a reminder, some at a time; `changed` is when the plan got the time it has."""
    last = await _planning.tell_some(ctx, stream_id, News(kind, stamp, changed), behind)
    if last is not None:
        await ctx.later(pass_on, stream_id=stream_id, kind=kind, stamp=stamp, behind=last, changed=changed)


async def drop_over(ctx: Background, drop_id: int) -> None:
    """Tell the hosts how many checked in."""
    found = await _checking_in.drop_of(ctx, drop_id)
    await _checking_in.report_drop(ctx, found, await own(ctx, found.stream_id))


async def _set_reminders(ctx: Background, plan: Stream) -> None:
    stamp, at = _planning.stamp_of(plan), await _planning.remind_at(ctx, plan)
    await ctx.later(pass_on, at=at, key=f"soon:{plan.id}:{stamp}", stream_id=plan.id, kind="soon", stamp=stamp)
