"""Where the community lives: the folder, the clock and the chat stay; the bot in it comes and goes."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import open_app
from bot.clock import VirtualClock
from bot.config import CommunityConfig, Config, DeliveryConfig
from bot.core.loader import Loaded, load_plugins
from bot.core.specs import command_specs
from bot.model.ports import Platform
from bot.platforms.local.chat import LocalPlatform
from bot.surroundings import Surroundings
from bot.testing import TEST_KEY, WholeBot
from tests.simulate.books import Books

START = datetime(2026, 1, 2, 18, 0, tzinfo=UTC)  # a year with both changes of the clocks in it
MIDNIGHT = time()


class Home:
    """One installation on its own database."""

    def __init__(self, folder: Path) -> None:
        self.clock = VirtualClock(START)
        self.restarts = 0
        self.books = Books(folder / "afterglow.db")
        self._config = Config(
            data_folder=folder,
            secret_key=SecretStr(TEST_KEY),
            community=CommunityConfig(language="en", zone="Europe/Prague"),
            delivery=DeliveryConfig(quiet_from=MIDNIGHT, quiet_until=MIDNIGHT),  # none
        )
        self._loaded: Loaded = load_plugins()
        self._chat: LocalPlatform | None = None
        self._bot: WholeBot | None = None
        self._stack = AsyncExitStack()

    @property
    def bot(self) -> WholeBot:
        """The bot that runs."""
        assert self._bot is not None
        return self._bot

    async def open(self) -> None:
        """Start the bot."""
        opening = open_app(self._config, clock=self.clock, make_platforms=self._platforms, loaded=self._loaded)
        app = await self._stack.enter_async_context(opening)
        assert self._chat is not None
        running = asyncio.create_task(
            self._chat.run(app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
        )
        self._stack.push_async_callback(app.dispatcher.idle)
        self._stack.push_async_callback(_ended, running)
        await self._chat.ready()
        await app.dispatcher.recover()
        self._bot = WholeBot(app, self._chat, self.clock)

    async def close(self) -> None:
        """End the bot."""
        await self._stack.aclose()
        self._bot = None

    async def is_down_for(self, span: timedelta) -> None:
        """Nobody is there while that much time passes."""
        await self.close()
        self.clock.advance(span)
        self.restarts += 1
        await self.open()
        await self.bot.app.turn()

    def _platforms(self, around: Surroundings) -> list[Platform]:
        self._chat = self._chat or LocalPlatform(self.clock, around.say)
        return [self._chat]


async def _ended(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
