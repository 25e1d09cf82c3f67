"""Waking what looks after rewards at the moment when something is due."""

from datetime import datetime

from bot.api import Background, Registry


async def wake_at(ctx: Background, moment: datetime) -> None:
    """Let the job `tend` look then. By its name, since it stands above all that it tends."""
    plugin = ctx.use(Registry).plugins["rewards"]
    [tend] = [job.handler for job in plugin.jobs if job.name == "tend"]
    await ctx.later(tend, at=moment)
