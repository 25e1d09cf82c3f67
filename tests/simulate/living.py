"""The bot as it lives: opened on its files, moved through time, dead now and then and opened again."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.config import Config
from bot.core.loader import Loaded
from bot.core.specs import command_specs
from bot.surroundings import Surroundings
from tests.simulate.chat import Ear, WatchedChat
from tests.simulate.mortality import Mortality

PATIENCE = 60.0
"""Seconds of real time that no single deed takes; one that does goes in circles."""


NEVER = 10**9
"""After so many steps nothing dies by itself; a send may still be deadly."""


class Bot:
    """One installation: its folder, its clock and the chat stay; the process in it comes and goes."""

    def __init__(self, config: Config, start: datetime, loaded: Loaded) -> None:
        self.config = config
        self.clock = VirtualClock(start)
        self.latest = start  # the latest moment the clock ever showed
        self.ear = Ear()
        self.restarts = 0
        self.deaths = 0
        self._loaded = loaded
        self._chat: WatchedChat | None = None
        self._app: App | None = None
        self._stack = AsyncExitStack()

    @property
    def app(self) -> App:
        """The process that runs."""
        assert self._app is not None
        return self._app

    @property
    def chat(self) -> WatchedChat:
        """The chat, which knows of no restarts."""
        assert self._chat is not None
        return self._chat

    async def open(self) -> None:
        """Start the process, and let it handle what was left over."""
        opening = open_app(self.config, clock=self.clock, make_platforms=self._platforms, loaded=self._loaded)
        self._app = await self._stack.enter_async_context(opening)
        self.ear.sink = self._app.dispatcher
        specs = command_specs(self._app.parts.registry, self._app.parts.translator)
        running = asyncio.create_task(self.chat.run(self.ear, specs))
        self._stack.push_async_callback(_end, running)
        await self.chat.ready()
        await self._app.dispatcher.recover()
        await self._app.dispatcher.idle()

    async def close(self) -> None:
        """End the process; in what order it did its work before is up to the caller."""
        await self._stack.aclose()

    async def restart(self) -> None:
        """End and start it."""
        self.restarts += 1
        await self.close()
        await self.open()

    async def does(self, deed: Callable[[], Awaitable[object]], *, dies_after: int | None = None) -> bool:
        """Let something happen, and the bot see to it; with `dies_after` steps it dies on the way, and starts again.

        Returns whether it died.
        """
        if dies_after is None and self.chat.deadly:
            dies_after = NEVER
        async with asyncio.timeout(PATIENCE):
            if dies_after is None:
                await self._see_to(deed)
                return False
            self.chat.strike = (mortality := Mortality(dies_after)).strike
            died = await mortality.spend(self._see_to(deed))
            self.chat.strike = None
            if died:
                self.deaths += 1
                await self.restart()
            return died

    async def _see_to(self, deed: Callable[[], Awaitable[object]]) -> None:
        await deed()
        await self.app.dispatcher.idle()

    async def turn(self) -> None:
        """Do what is due."""
        await self.app.turn()

    async def live(self, span: timedelta) -> None:
        """Let time pass; the bot may die on the way."""
        try:
            await self.app.live_until(self.clock, self.clock.now() + span)
        finally:
            self.latest = max(self.latest, self.clock.now())

    def jump(self, span: timedelta) -> None:
        """The machine's clock is set, forward or back, while the bot is not looking."""
        self.clock.advance(span)
        self.latest = max(self.latest, self.clock.now())

    def _platforms(self, around: Surroundings) -> list[WatchedChat]:
        if self._chat is None:
            self._chat = WatchedChat(self.clock, around.say)
        return [self._chat]


async def _end(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
