"""Which occasion a preview goes through: the newest stream where its journey is still open, else a pretended one."""

from datetime import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.api import (
    PRETENDED,
    AnyOf,
    Context,
    Journeys,
    JourneyStatus,
    Kept,
    Occasion,
    Plan,
    Segments,
    StreamOver,
    Streams,
)

NOBODY = AnyOf()


class Look(Struct, frozen=True):
    """A plan, the moment (aware UTC) from which it is gone through, and what it rests on."""

    plan: Plan
    now: datetime
    basis: Literal["stream", "running", "edited", "live", "past", "everybody", "none"]
    title: str = ""


async def plan_now(ctx: Context, kept: Kept) -> Look:
    """What the journey would do if it were let go now, or does as it runs.

    A stream's journey goes through the people of the live or the newest stream, whose end is taken to be now where it
    is not over or too long ago, and where the journey was edited since: who is in it stays with the version before.
    Without any stream it has nobody. Other journeys go through everybody whom they could mean one day.
    """
    if kept.journey.trigger.kind != "stream_ended":
        return Look(await _pretended(ctx, kept), ctx.now, "everybody")
    stream = await ctx.use(Streams).newest(ctx.community.id)
    if stream is None:
        return Look(_as_if_over_now(ctx, kept, StreamOver(0)), ctx.now, "none")
    over = StreamOver(stream.id)
    if stream.is_on or stream.ended_at is None:
        return Look(_as_if_over_now(ctx, kept, over), ctx.now, "live", stream.title)
    if stream.ended_at + kept.journey.closes_after <= ctx.now:
        return Look(_as_if_over_now(ctx, kept, over), ctx.now, "past", stream.title)
    versions = await ctx.use(Journeys).versions(kept, over.reference)
    if versions - {kept.version}:
        return Look(_as_if_over_now(ctx, kept, over), ctx.now, "edited", stream.title)
    runs = versions and kept.status is JourneyStatus.RUNNING
    return Look(_plan(ctx, kept, over, stream.ended_at), ctx.now, "running" if runs else "stream", stream.title)


async def _pretended(ctx: Context, kept: Kept) -> Plan:
    plan = replace(_plan(ctx, kept, PRETENDED, ctx.now), afresh=True)
    if kept.journey.trigger.kind != "segment":
        return plan
    segment = await ctx.use(Segments).get(ctx.community.id, kept.journey.trigger.segment)
    return replace(plan, rule=segment.rule if segment else NOBODY)


def _as_if_over_now(ctx: Context, kept: Kept, over: StreamOver) -> Plan:
    return replace(_plan(ctx, kept, over, ctx.now), afresh=True)


def _plan(ctx: Context, kept: Kept, occasion: Occasion, anchor: datetime) -> Plan:
    return Plan(ctx.community, kept.plugin, kept.id, kept.version, kept.journey, occasion, anchor)
