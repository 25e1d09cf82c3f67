"""What others show of feedback: a cue while a stream is on, and what waits."""

from collections.abc import Sequence

from bot.api import Background, Markup, Stream, Streams
from plugins.feedback._remark import State, count
from plugins.feedback._tables import remarks


async def cue(ctx: Background, stream: Stream) -> Sequence[Markup]:
    """How many came since the last stream and were not read yet."""
    last = await ctx.use(Streams).newest(ctx.community.id, over=True)
    since = [] if last is None or last.ended_at is None else [remarks.c.at > last.ended_at]
    found = await count(ctx, remarks.c.state == State.NEW.value, *since)
    return [ctx.t("feedback-cue", count=found)] if found else []


async def status(ctx: Background) -> Sequence[Markup]:
    """How many nobody has read."""
    found = await count(ctx, remarks.c.state == State.NEW.value)
    return [ctx.t("feedback-status", count=found)] if found else []
