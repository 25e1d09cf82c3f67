"""Taking up what the intake holds: so much of it is in memory at once, the rest waits there in its order."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from bot.guard import attempt
from bot.storage import intake
from bot.storage.database import Database
from bot.storage.intake import Waiting

IN_HAND = 1000
"""So many updates are in memory at most; those beyond wait in the intake, and are read when half of them are done."""


class Taking:
    """The updates in hand, each a task, and how far the intake is read."""

    def __init__(self, database: Database, handle: Callable[[Waiting], Coroutine[Any, Any, None]], most: int) -> None:
        self._database = database
        self._handle = handle
        self._most = most
        self._tasks: set[asyncio.Task[None]] = set()
        self._left_after: int | None = None  # what has a higher number is in the intake alone; None: nothing is
        self._left_more = False
        self._filling: asyncio.Task[None] | None = None
        self._reads = asyncio.Lock()

    def take(self, stored: Waiting) -> None:
        """Handle it, unless there are too many, or earlier ones wait in the intake; then it waits there as well."""
        if self._left_after is None and len(self._tasks) >= self._most:
            self._left_after = stored.id - 1
        if self._left_after is None or stored.id <= self._left_after:
            self._begin(stored)
        else:
            self._left_more = True
            self._fill_up()

    async def recover(self) -> int:
        """Handle all that the intake holds; returns how many that is, or how many there is room for to begin with."""
        self._left_after = 0
        return await self._fill()

    async def idle(self) -> None:
        """Wait until everything taken so far is handled."""
        while under_way := {*self._tasks, *([self._filling] if self._filling else [])}:
            await asyncio.wait(under_way)

    def _begin(self, stored: Waiting) -> None:
        task = asyncio.create_task(self._handle(stored))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._fill_up()

    def _fill_up(self) -> None:
        """Read on in the intake when something waits there and there is room for it."""
        if self._left_after is not None and self._filling is None and len(self._tasks) <= self._most // 2:
            self._filling = asyncio.create_task(self._fill_under_guard())

    async def _fill_under_guard(self) -> None:
        try:
            await attempt(self._fill(), place="taking up what waits")
        finally:
            self._filling = None

    async def _fill(self) -> int:
        """Begin what waits in the intake as far as there is room; returns how many were begun."""
        count = 0
        async with self._reads:
            while self._left_after is not None and (room := self._most - len(self._tasks)) > 0:
                self._left_more = False
                async with self._database.read() as reader:
                    left = await intake.waiting(reader, limit=room, after=self._left_after)
                for stored in left:
                    self._begin(stored)
                count += len(left)
                if left:
                    self._left_after = left[-1].id
                elif not self._left_more:  # nor did anything come while we read
                    self._left_after = None
        return count
