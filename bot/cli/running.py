"""afterglow run: the bot until it is told to stop, with a chat in the terminal where no platform has a token."""

import asyncio
import contextlib
import logging
import os
import signal
import sys

from rich.console import Console

from bot import log as logs
from bot.app import App, open_app
from bot.config import Config
from bot.platforms.local.cast import chosen_language
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.terminal import talk

log = logging.getLogger(__name__)


async def run_bot(config: Config, language: str | None) -> int:
    """Run until a signal, or until the terminal's end; returns the exit status: 1 when no platform could run."""
    logs.set_up(config.log.level, config.log.format)
    async with open_app(_at_home(config, language)) as app:
        local = app.parts.platforms.get("local")
        if isinstance(local, LocalPlatform):
            # Lines of a log between those of the chat are for nobody; an error has to be seen.
            logging.getLogger().setLevel(max(logging.ERROR, logging.getLogger().level))
            return await _in_terminal(app, local, language)
        return await _connected(app)


def _at_home(config: Config, language: str | None) -> Config:
    """Without a platform the community is whoever sits at the terminal: it speaks like that, unless told otherwise."""
    connected = config.discord.token is not None or config.telegram.token is not None
    if connected or "language" in config.community.model_fields_set:
        return config
    community = config.community.model_copy(update={"language": chosen_language(language, os.environ)})
    return config.model_copy(update={"community": community})


async def _connected(app: App) -> int:
    _stop_at_signals(app)
    log.info("running on %s", ", ".join(app.parts.platforms))
    await app.run()
    return 1 if len(app.problems) == len(app.parts.platforms) else 0


async def _in_terminal(app: App, chat: LocalPlatform, language: str | None) -> int:
    _stop_at_signals(app)
    running = asyncio.create_task(app.run())
    say = app.parts.translator.text
    talking = asyncio.create_task(talk(chat, say=say, language=language, input_stream=sys.stdin, console=Console()))
    await asyncio.wait([running, talking], return_when=asyncio.FIRST_COMPLETED)
    app.stop()
    talking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await talking
    await running
    return 0


def _stop_at_signals(app: App) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no handlers for signals
            loop.add_signal_handler(number, app.stop)
