"""Planned streams: announced, moved, called off, and the reminders that people asked for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    SIGNED_UP,
    Activities,
    Background,
    Context,
    People,
    Stream,
    Streams,
    StreamState,
    Telling,
    UserError,
    counts_for,
    parts_of,
    times,
)
from plugins.streams._common import StreamSettings, moment_here, own, title_here, title_of
from plugins.streams._tables import reminders

PEOPLE_AT_ONCE = 50
NOTES: Final = {"soon": "streams-reminder", "moved": "streams-moved-note", "cancelled": "streams-cancelled-note"}
"""What people who asked for a reminder are told, by kind."""


class News(Struct, frozen=True):
    """What people who asked are told: the kind of note, the plan's time (`stamp_of`), and when it was set to that.

    A plan that is moved away and back has the same time twice, and is news each time.
    """

    kind: str
    stamp: int
    changed: int = 0


async def announce(ctx: Background, plan: Stream) -> None:
    """Post that a stream is planned, with a button to be reminded."""
    assert plan.planned_for is not None
    if (await ctx.settings(StreamSettings)).announce:
        await ctx.use(Telling).everybody(
            f"planned:{plan.id}",
            "streams-planned-post",
            buttons=[("streams.remind", plan.id)],
            lasts=max(plan.planned_for - ctx.now, timedelta(minutes=1)),
            title=title_here(ctx, plan),
            when=moment_here(ctx, plan.planned_for),
        )


async def post_change(ctx: Background, plan: Stream, kind: str, at: datetime) -> None:
    """Post that a stream was moved or cancelled; `at` is when that happened."""
    assert plan.planned_for is not None
    if (await ctx.settings(StreamSettings)).announce:
        key, message = f"{kind}:{plan.id}:{at.timestamp()}", "streams-cancelled-post"
        await ctx.use(Telling).everybody(
            key,
            "streams-moved-post" if kind == "moved" else message,
            buttons=[("streams.remind", plan.id)] if kind == "moved" else (),
            title=title_here(ctx, plan),
            when=moment_here(ctx, plan.planned_for),
        )


async def remind_at(ctx: Background, plan: Stream) -> datetime:
    """When people are reminded of the stream."""
    assert plan.planned_for is not None
    return plan.planned_for - timedelta(minutes=(await ctx.settings(StreamSettings)).remind_minutes)


def stamp_of(plan: Stream) -> int:
    """The plan's time as a number, by which a job knows whether the plan still stands as it was."""
    assert plan.planned_for is not None
    return int(plan.planned_for.timestamp())


async def want_reminder(ctx: Context, plan: Stream, *, wanted: bool) -> None:
    """Note whether the person wants to be reminded. Raises UserError when the stream is not to come any more."""
    if wanted and plan.state is not StreamState.PLANNED:
        raise UserError("streams-remind-live" if plan.is_on else "streams-remind-late")
    await ctx.db.transaction()
    mine = (reminders.c.stream_id == plan.id) & reminders.c.member_id.in_(parts_of(ctx.member.id))
    if await ctx.db.row(sa.select(reminders).where(mine)) is None:
        row = {"stream_id": plan.id, "member_id": ctx.member.id, "wanted": wanted}
        await ctx.db.execute(sa.insert(reminders).values(**row))
    else:
        await ctx.db.execute(sa.update(reminders).where(mine).values(wanted=wanted))
    if wanted:
        await ctx.use(Activities).record(ctx.community.id, ctx.member.id, SIGNED_UP, f"stream:{plan.id}")


async def wants(ctx: Background, stream_id: int, member_id: int) -> bool:
    """Whether the member asked to be reminded of the stream."""
    query = sa.select(reminders.c.member_id).where(reminders.c.member_id.in_(parts_of(member_id)), *_of(stream_id))
    return await ctx.db.row(query) is not None


async def signed_up(ctx: Background, stream_id: int) -> int:
    """How many want to be reminded of the stream."""
    return int(
        await ctx.db.value(
            sa.select(sa.func.count(counts_for(reminders.c.member_id).distinct())).where(*_of(stream_id))
        )
    )


async def tell_some(ctx: Background, stream_id: int, news: News, after: int) -> int | None:
    """Tell the next people who asked; returns the last one's id, or None when everybody is told or nothing holds."""
    plan = await ctx.use(Streams).get(stream_id)
    if plan is None or not _holds(plan, news, ctx.now):
        return None
    who = counts_for(reminders.c.member_id)  # whoever asked by two accounts is told once
    query = sa.select(who).where(*_of(stream_id), who > after).distinct().order_by(who)
    ids = [row[0] for row in await ctx.db.rows(query.limit(PEOPLE_AT_ONCE))]
    for member_id in ids:
        await _tell(ctx, plan, news, member_id)
    return ids[-1] if len(ids) == PEOPLE_AT_ONCE else None


async def planned(ctx: Background, stream_id: int | None = None) -> Sequence[Stream]:
    """The streams to come, or the one of that id. Raises UserError "streams-none-planned"."""
    plans = [plan for plan in await ctx.use(Streams).upcoming(ctx.community.id) if stream_id in (None, plan.id)]
    if not plans:
        raise UserError("streams-none-planned")
    return plans


async def still_planned(ctx: Background, stream_id: int) -> Stream:
    """The stream under a button. Raises UserError when it has begun or was called off meanwhile."""
    plan = await own(ctx, stream_id)
    if plan.state is not StreamState.PLANNED:
        raise UserError("streams-remind-late")
    return plan


async def _tell(ctx: Background, plan: Stream, news: News, member_id: int) -> None:
    assert plan.planned_for is not None
    member = await ctx.use(People).get(member_id)
    home = ctx.community.zone
    left = plan.planned_for - ctx.now
    await ctx.use(Telling).member(
        member_id,
        ":".join(map(str, (news.kind, plan.id, news.stamp, news.changed, member_id))),
        NOTES[news.kind],
        asked=True,
        lasts=max(left, timedelta(minutes=5)) if news.kind == "soon" else timedelta(hours=12),
        title=title_of(ctx, plan, member.language),
        when=times.moment(plan.planned_for, member.language, member.zone, now=ctx.now, home_zone=home),
        minutes=max(1, round(left.total_seconds() / 60)),
    )


def _holds(plan: Stream, news: News, now: datetime) -> bool:
    """Whether it is still true: a plan that was moved again, begun or called off has news of its own."""
    if news.kind == "cancelled":
        return plan.state is StreamState.CLOSED
    if plan.state is not StreamState.PLANNED or stamp_of(plan) != news.stamp:
        return False
    return plan.planned_for is not None and plan.planned_for > now


def _of(stream_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return reminders.c.stream_id == stream_id, reminders.c.wanted.is_(True)
