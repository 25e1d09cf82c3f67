"""The process that gets killed: a whole bot on Telegram, whose one command counts. `python -m ... URL FOLDER`."""

import asyncio
import signal
import sys
from pathlib import Path

from bot.api import Audit, Context, Plugin
from bot.app import open_app
from bot.clock import SystemClock
from bot.config import load_config
from bot.platforms.telegram.connection import TelegramPlatform
from tests.core.lab import loaded
from tests.platforms.telegram.server import TOKEN


def counting() -> Plugin:
    """A plugin whose command leaves a line each time that it runs."""
    plugin = Plugin("counting")

    @plugin.command()
    async def count(ctx: Context, number: int) -> None:
        """Leave a line."""
        await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "counted", str(number), None, None)
        await asyncio.sleep(0.005)

    return plugin


async def run(url: str, folder: Path) -> None:
    """Work until told to stop."""
    clock = SystemClock()
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(folder)})
    opening = open_app(
        config,
        loaded=loaded(counting()),
        make_platforms=lambda around: [
            TelegramPlatform(TOKEN, base_url=url, clock=clock, say=around.say, memory=around.memory("telegram"))
        ],
    )
    async with opening as app:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.stop)
        await app.run()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], Path(sys.argv[2])))
