"""A reader on loan: kept while it is used, given back while nobody reads, since everybody shares a few of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.storage.database import Database, Reader

KEPT_SECONDS = 0.05
"""To fetch one costs as much as a small query; who reads again within this time has it still."""


class Loan:
    """One piece of work's reader. Whoever waits for something else holds up nobody who wants to read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stack = AsyncExitStack()
        self._reader: Reader | None = None
        self._users = 0
        self._idle: asyncio.TimerHandle | None = None
        self._returning: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[Reader]:
        """The reader, for as long as the block lasts at least."""
        self._users += 1
        self._stop_waiting()
        try:
            if self._reader is None:
                self._reader = await self._stack.enter_async_context(self._database.read())
            yield self._reader
        finally:
            self._users -= 1
            if not self._users:
                self._stop_waiting()
                self._idle = asyncio.get_running_loop().call_later(KEPT_SECONDS, self._give_back)

    async def end(self) -> None:
        """Give it back now, unless somebody reads."""
        self._stop_waiting()
        if not self._users:
            await self._let_go()
        if self._returning:
            await asyncio.wait(self._returning)

    def _stop_waiting(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _give_back(self) -> None:
        task = asyncio.create_task(self._let_go())
        self._returning.add(task)
        task.add_done_callback(self._returning.discard)

    async def _let_go(self) -> None:
        if self._reader is not None:
            stack, self._stack, self._reader = self._stack, AsyncExitStack(), None
            await stack.aclose()
