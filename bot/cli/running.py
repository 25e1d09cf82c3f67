"""afterglow run: the bot until it is told to stop, with a chat in the terminal where no platform has a token."""

import logging

from bot import log as logs
from bot.app import open_app
from bot.cli.signals import when_told_to_stop
from bot.config import Config

log = logging.getLogger(__name__)


async def run_bot(config: Config, language: str | None) -> int:
    """Run until a signal, or until the terminal's end; returns the exit status: 1 when no platform could run."""
    if config.discord.token is None and config.telegram.token is None:
        from bot.cli.at_home import run_at_home

        return await run_at_home(config, language)
    return await _run_connected(config)


async def _run_connected(config: Config) -> int:
    logs.set_up(config.log.level, config.log.format)
    async with open_app(config) as app:
        when_told_to_stop(app.stop)
        log.info("running on %s", ", ".join(app.parts.platforms))
        await app.run()
        return 1 if len(app.problems) == len(app.parts.platforms) else 0
