"""Which occasion a preview goes through: the newest stream where its journey is still open, else a pretended one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.api import Context, Kept, Plan, Streams


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
    is not over or too long ago; without any stream it has nobody. Other journeys go through everybody.
    """
    if kept.journey.trigger.kind != "stream_ended":
        return Occasion(_plan(ctx, kept, "pretended", ctx.now), ctx.now, "everybody")
    stream = await ctx.use(Streams).newest(ctx.community.id)
    if stream is None:
        return Occasion(_plan(ctx, kept, "stream:0", ctx.now), ctx.now, "none")
    trigger = f"stream:{stream.id}"
    if stream.is_on or stream.ended_at is None:
        return Occasion(_plan(ctx, kept, trigger, ctx.now), ctx.now, "live", stream.title)
    if stream.ended_at + kept.journey.closes_after > ctx.now:
        return Occasion(_plan(ctx, kept, trigger, stream.ended_at), ctx.now, "stream", stream.title)
    return Occasion(_plan(ctx, kept, trigger, ctx.now), ctx.now, "past", stream.title)


def _plan(ctx: Context, kept: Kept, trigger: str, anchor: datetime) -> Plan:
    return Plan(ctx.community, kept.id, kept.version, kept.journey, trigger, anchor)
