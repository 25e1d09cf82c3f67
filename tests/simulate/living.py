"""The bot as it lives: opened on its files, moved through time, dead now and then and opened again."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.config import Config
from bot.core.loader import Loaded
from bot.model.ports import Platform
from bot.surroundings import Surroundings
from tests.simulate.ear import Ear
from tests.simulate.mortality import Mortality
from tests.simulate.network import Network

PATIENCE = 60.0
"""Seconds of real time that no single deed takes; one that does goes in circles."""


NEVER = 10**9
"""After so many steps nothing dies by itself; a send may still be deadly."""


class Bot:
    """One installation: its folder, its clock and the network stay; the process in it comes and goes."""

    def __init__(self, config: Config, clock: VirtualClock, network: Network, loaded: Loaded) -> None:
        self.config = config
        self.clock = clock
        self.network = network
        self.latest = clock.now()  # the latest moment the clock ever showed
        self.seen_to = clock.now()  # all that was due until then is done
        self.ear = Ear()
        self.restarts = 0
        self.deaths = 0
        self._loaded = loaded
        self._app: App | None = None
        self._stack = AsyncExitStack()
        self._outside: set[asyncio.Task[Any]] = set()  # tasks that are none of the process's

    @property
    def app(self) -> App:
        """The process that runs."""
        assert self._app is not None
        return self._app

    async def open(self) -> None:
        """Start the process, and let it handle what was left over."""
        self._outside = self._outside or asyncio.all_tasks()
        opening = open_app(self.config, clock=self.clock, make_platforms=self._platforms, loaded=self._loaded)
        self._app = await self._stack.enter_async_context(opening)
        self.ear.sink = self._app.dispatcher
        await self._stack.enter_async_context(self.network.connected(self._app, self.ear))
        await self._app.dispatcher.recover()
        await self.network.settled()
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
        if dies_after is None and self.network.watch.is_deadly:
            dies_after = NEVER
        async with asyncio.timeout(PATIENCE):
            if dies_after is None:
                await self._see_to(deed)
                return False
            mortality = Mortality(dies_after, self._tasks(), self.network.dies)
            self.network.watch.strike = mortality.strike
            try:
                await mortality.spend(self._see_to(deed))
            finally:
                self.network.watch.strike = None
                if mortality.struck:
                    self.deaths += 1
                    await self.restart()
            return mortality.struck

    def _tasks(self) -> set[asyncio.Task[Any]]:
        driver = asyncio.current_task()
        return {task for task in asyncio.all_tasks() - self._outside if task is not driver}

    async def _see_to(self, deed: Callable[[], Awaitable[object]]) -> None:
        await deed()
        await self.network.settled()
        await self.app.dispatcher.idle()

    async def turn(self) -> None:
        """Do what is due."""
        await self.app.turn()
        self.seen_to = self.clock.now()

    async def live(self, span: timedelta) -> None:
        """Let time pass; the bot may die on the way."""
        try:
            await self.app.live_until(self.clock, self.clock.now() + span)
            self.seen_to = self.clock.now()
        finally:
            self.latest = max(self.latest, self.clock.now())

    def jump(self, span: timedelta) -> None:
        """The machine's clock is set, forward or back, while the bot is not looking."""
        self.clock.advance(span)
        self.latest = max(self.latest, self.clock.now())
        self.seen_to = min(self.seen_to, self.clock.now())

    def _platforms(self, around: Surroundings) -> list[Platform]:
        return [self.network.platform(around)]
