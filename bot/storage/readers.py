"""Connections to read through, which are kept in hand: to take one out of a pool costs a third of a small read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.finishing import finished


class Readers:
    """As many readers at once as there are connections; others wait.

    `keeps`: they stay in hand once they were used. Not those of a database that may lose a connection meanwhile: its
    pool looks whether one still works before it gives it out.
    """

    def __init__(self, engine: AsyncEngine, at_once: int, *, keeps: bool) -> None:
        self._engine = engine
        self._keeps = keeps
        self._turns = asyncio.Semaphore(at_once)
        self._idle: list[AsyncConnection] = []

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection that nobody else reads through while the block is open."""
        async with self._turns:
            if not self._keeps:
                async with self._engine.connect() as connection:
                    yield connection
                return
            connection = self._idle.pop() if self._idle else await self._engine.connect()
            try:
                yield connection
            except BaseException:
                await finished(connection.close())  # whatever it was in the middle of: the pool puts it in order
                raise
            self._idle.append(connection)

    async def close(self) -> None:
        """Let go of every connection, once nobody reads any more."""
        while self._idle:
            await self._idle.pop().close()
        await self._engine.dispose()
