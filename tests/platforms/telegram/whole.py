"""A whole bot on Telegram: the real edge on a server of our own, the core on a database."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from bot.app import App, open_app
from bot.clock import Clock
from bot.config import load_config
from bot.core.loader import Loaded
from bot.core.specs import command_specs
from bot.platforms.telegram.connection import TelegramPlatform
from bot.surroundings import Surroundings
from bot.testing import TEST_KEY
from tests.eventually import eventually
from tests.platforms.telegram.server import TelegramServer


@contextlib.asynccontextmanager
async def telegram_bot(
    server: TelegramServer, folder: Path, clock: Clock, *, loaded: Loaded | None = None
) -> AsyncIterator[App]:
    """The bot, connected. Opening it again on the same folder is a restart."""
    environment = {
        "AFTERGLOW_DATA_FOLDER": str(folder),
        "AFTERGLOW_SECRET_KEY": TEST_KEY,
        "AFTERGLOW_DELIVERY__QUIET_FROM": "00:00",
        "AFTERGLOW_DELIVERY__QUIET_UNTIL": "00:00",
    }

    def make(around: Surroundings) -> Sequence[TelegramPlatform]:
        memory = around.memory("telegram")
        return [TelegramPlatform(server.token, base_url=server.url, clock=clock, say=around.say, memory=memory)]

    opening = open_app(load_config(environment=environment), clock=clock, loaded=loaded, make_platforms=make)
    async with opening as app:
        await app.dispatcher.recover()
        async with connected(server, app):
            yield app


@contextlib.asynccontextmanager
async def connected(server: TelegramServer, app: App) -> AsyncIterator[None]:
    """The edge runs meanwhile, and asks for updates from the beginning on."""
    specs = command_specs(app.parts.registry, app.parts.translator)
    running = asyncio.create_task(app.parts.platforms["telegram"].run(app.dispatcher, specs))
    try:
        await eventually(lambda: running.done() or server.world.polled, "the bot is connected")
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
