"""Which occasion a preview goes through: the newest stream where its journey is still open, else a pretended one."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.api import PRETENDED, AnyOf, Context, Kept, Plan, Segments, Streams

NOBODY = AnyOf()


@dataclass(frozen=True, slots=True)
class Occasion:
    """A plan, the moment (aware UTC) from which it is gone through, and what it rests on."""

    plan: Plan
    now: datetime
    basis: Literal["stream", "live", "past", "everybody", "none"]
    title: str = ""


async def plan_now(ctx: Context, kept: Kept) -> Occasion:
    """What the journey would do if it were let go now.

    A stream's journey goes through the people of the live or the newest stream, whose end is taken to be now where it
    is not over or too long ago; without any stream it has nobody. Other journeys go through everybody whom they could
    mean one day.
    """
    if kept.journey.trigger.kind != "stream_ended":
        return Occasion(await _pretended(ctx, kept), ctx.now, "everybody")
    stream = await ctx.use(Streams).newest(ctx.community.id)
    if stream is None:
        return Occasion(_plan(ctx, kept, "stream:0", ctx.now), ctx.now, "none")
    trigger = f"stream:{stream.id}"
    if stream.is_on or stream.ended_at is None:
        return Occasion(_plan(ctx, kept, trigger, ctx.now), ctx.now, "live", stream.title)
    if stream.ended_at + kept.journey.closes_after > ctx.now:
        return Occasion(_plan(ctx, kept, trigger, stream.ended_at), ctx.now, "stream", stream.title)
    return Occasion(_plan(ctx, kept, trigger, ctx.now), ctx.now, "past", stream.title)


async def _pretended(ctx: Context, kept: Kept) -> Plan:
    plan = _plan(ctx, kept, PRETENDED, ctx.now)
    if kept.journey.trigger.kind != "segment":
        return plan
    segment = await ctx.use(Segments).get(ctx.community.id, kept.journey.trigger.segment)
    return replace(plan, rule=segment.rule if segment else NOBODY)


def _plan(ctx: Context, kept: Kept, trigger: str, anchor: datetime) -> Plan:
    return Plan(ctx.community, kept.id, kept.version, kept.journey, trigger, anchor)
