"""Connections to read through, which are kept in hand: to take one out of a pool costs a third of a small read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


class Readers:
    """As many readers at once as there are connections; others wait.

    `kept`: how many stay in hand once they were used. None of a database that may lose a connection meanwhile: its pool
    looks whether one still works before it gives it out.
    """

    def __init__(self, engine: AsyncEngine, *, kept: int) -> None:
        self._engine = engine
        self._kept = kept
        self._turns = asyncio.Semaphore(kept) if kept else None
        self._idle: list[AsyncConnection] = []

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection that nobody else reads through while the block is open."""
        if self._turns is None:
            async with self._engine.connect() as connection:
                yield connection
            return
        async with self._turns:
            connection = self._idle.pop() if self._idle else await self._engine.connect()
            try:
                yield connection
            except BaseException:
                await connection.close()  # whatever it was in the middle of: the pool puts it in order
                raise
            self._idle.append(connection)

    async def close(self) -> None:
        """Let go of every connection, once nobody reads any more."""
        while self._idle:
            await self._idle.pop().close()
        await self._engine.dispose()
