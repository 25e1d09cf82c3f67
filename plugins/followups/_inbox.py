"""A member's own waiting messages, opened privately; and the one post in everybody's channel that leads there."""

from datetime import datetime

from bot.api import (
    FOLLOW_UP,
    Background,
    Case,
    Context,
    Inbox,
    Journeys,
    JourneyStatus,
    Pictures,
    Route,
    Send,
    Sender,
    State,
    Stream,
    Streams,
    Telling,
    explain_deliveries,
)
from plugins.followups._hosts import yes_no
from plugins.followups._journeys import AFTER_STREAM

LOOKED_BACK = 12
"""Among how many of a member's newest deliveries their note is looked for: more than a stream's journeys have steps."""


async def open_waiting(ctx: Context) -> None:
    """Show what waits, each message with its buttons; or say kindly that nothing does."""
    inbox = ctx.use(Inbox)
    waiting = await inbox.unopened(ctx.member.id)
    for case, variant in waiting:
        await _show(ctx, case, variant)
    await inbox.open([case for case, _ in waiting])
    if not waiting:
        seen = await inbox.opened(ctx.member.id, limit=1)
        again = [ctx.button("followups.open_again")] if seen else []
        came = await _came_whole_by(ctx)
        text = ctx.t("followups-inbox-direct", route=came) if came is not None else ctx.t("followups-inbox-empty")
        await ctx.reply(text, again, private=True)
    elif left := await inbox.waiting(ctx.member.id):
        await ctx.reply(ctx.t("followups-inbox-more", count=left), [ctx.button("followups.open_inbox")], private=True)


async def _came_whole_by(ctx: Context) -> str | None:
    """By which route the newest note of these journeys came, if it was there to be read, so that nobody misses it."""
    newest = await explain_deliveries(ctx.db, ctx.member.id, limit=LOOKED_BACK)
    given = [one for one in newest if (one.journey or "").startswith("followups.") and one.route is not None]
    if not given or given[0].state not in (State.SENT, State.ANSWERED):
        return None
    return given[0].route if given[0].route in (Route.DIRECT.value, Route.THREAD.value) else None


async def open_again(ctx: Context) -> None:
    """Show what was opened before and still holds: a private answer vanishes when the app is closed."""
    seen = await ctx.use(Inbox).opened(ctx.member.id)
    for case, variant in seen:
        await _show(ctx, case, variant)
    if not seen:
        await ctx.reply(ctx.t("followups-inbox-empty"), private=True)


async def _show(ctx: Context, case: Case, variant: str) -> None:
    message = await ctx.use(Sender).render(case, Send((Route.INBOX,), variant))
    await ctx.reply(await ctx.use(Pictures).of(case, message), private=True)


def is_open(stream: Stream, now: datetime) -> bool:
    """Whether the 48 hours of the stream are not over yet."""
    return stream.ended_at is not None and stream.ended_at + FOLLOW_UP > now


async def post_for_everybody(ctx: Background, stream: Stream) -> None:
    """One post of a stream in everybody's channel, if there is something to open behind it; told anew it is edited."""
    assert stream.ended_at is not None
    kept = await ctx.use(Journeys).get(ctx.community.id, f"followups.{AFTER_STREAM}")
    newest = await ctx.use(Streams).newest(ctx.community.id)
    over = newest is None or newest.id != stream.id
    people = await ctx.use(Journeys).enrolled(kept, f"stream:{stream.id}")
    if kept.status is not JourneyStatus.RUNNING or over or not people or not is_open(stream, ctx.now):
        return
    await ctx.use(Telling).rolling(
        f"followups:post:{stream.id}",
        "followups-post",
        buttons=[("followups.open_inbox",)],
        lasts=stream.ended_at + FOLLOW_UP - ctx.now,
        people=people,
        stream=stream.title,
        titled=yes_no(bool(stream.title)),
    )


async def close_post(ctx: Background, stream: Stream) -> None:
    """Say in the same post that its notes are over, so that nobody presses in vain. Nothing where there is none."""
    await ctx.use(Telling).rolling(
        f"followups:post:{stream.id}",
        "followups-post-over",
        only_if_there=True,
        lasts=FOLLOW_UP,
        stream=stream.title,
        titled=yes_no(bool(stream.title)),
    )
