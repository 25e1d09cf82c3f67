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
        self._closed = False

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
                await finished(_give_back(connection))  # whatever it was in the middle of: the pool puts it in order
                raise
            if self._closed:  # who was still reading at the end gives back what nobody waits for any more
                await finished(_end(connection))
            else:
                self._idle.append(connection)

    async def close(self) -> None:
        """Let go of every connection that nobody reads through; the others go when they are given back."""
        self._closed = True
        while self._idle:
            await finished(_give_back(self._idle.pop()))
        await self._engine.dispose()


async def _give_back(connection: AsyncConnection) -> None:
    await connection.close()


async def _end(connection: AsyncConnection) -> None:
    await connection.invalidate()
    await connection.close()
