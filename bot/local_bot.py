"""A bot that speaks in the local chat alone: for tests, the demo and simulations."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence

from bot.app import App, open_app
from bot.clock import Clock
from bot.config import Config
from bot.core.loader import Loaded
from bot.core.specs import command_specs
from bot.model.ports import Platform
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import SPACE
from bot.surroundings import Surroundings


def local_chat(around: Surroundings) -> Sequence[Platform]:
    """The one platform of such a bot."""
    return [LocalPlatform(around.clock, around.say)]


@contextlib.asynccontextmanager
async def open_local_bot(
    config: Config, clock: Clock, *, loaded: Loaded | None = None
) -> AsyncIterator[tuple[App, LocalPlatform]]:
    """The bot with its chat, connected. What was received is handled before the block is left."""
    async with open_app(config, clock=clock, loaded=loaded, make_platforms=local_chat) as app:
        chat = app.parts.platforms[SPACE.platform]
        assert isinstance(chat, LocalPlatform)
        running = asyncio.create_task(chat.run(app.dispatcher, command_specs(app.parts.registry, app.parts.translator)))
        try:
            await chat.ready()
            await app.dispatcher.recover()
            yield app, chat
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await app.dispatcher.idle()
