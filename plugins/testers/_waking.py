"""Waking what looks after a call, at the moment when something is due."""

from datetime import datetime, timedelta
from typing import Final

from bot.api import Background, Registry
from plugins.testers._call import Call, change

PACE: Final = timedelta(seconds=10)
"""From one edit of a call's post to the next: Telegram lets a bot say twenty things a minute in a group."""


async def wake_at(ctx: Background, call: Call, moment: datetime | None) -> None:
    """Let the job `tend` look at the call then."""
    if moment is not None:
        await _queue(ctx, "tend", call, max(moment, ctx.now))


async def expect_look(ctx: Background, call: Call) -> None:
    """Let the post say soon how things stand, once for all that happens until then."""
    if not call.is_due and call.state.is_shown:
        await change(ctx, call, is_due=True)
        await _queue(ctx, "look", call, ctx.now + PACE)


async def _queue(ctx: Background, name: str, call: Call, moment: datetime) -> None:
    """By its name, since it stands above all that it tends."""
    [job] = [job.handler for job in ctx.use(Registry).plugins["testers"].jobs if job.name == name]
    await ctx.later(job, at=moment, call_id=call.id)
