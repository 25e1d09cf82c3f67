"""Passing through: updates that nobody may store, each handled at once, and once as far as this process remembers."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

from bot.core.in_hand import Unkept
from bot.guard import attempt
from bot.log import nameless
from bot.model.incoming import Incoming

REMEMBERED = 5000
"""So many updates are known by their ids, in memory: a network tells one again within minutes, or not at all."""


class Passing:
    """The unkept updates in hand, each a task. Nothing of them is written anywhere, neither here nor in the log."""

    def __init__(self, handle: Callable[[Unkept], Coroutine[Any, Any, None]], most: int) -> None:
        self._handle = handle
        self._room = asyncio.Semaphore(most)
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, update: Incoming) -> None:
        """Handle it, unless it was taken before. Waits while there are too many: they cannot lie in the intake."""
        await self._room.acquire()
        name = update.actor.account.platform, update.event_id
        if name in self._known:
            self._room.release()
            return
        self._known[name] = None
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        task = asyncio.create_task(self._pass(Unkept(update)))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def idle(self) -> None:
        """Wait until everything taken so far is handled."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _pass(self, unkept: Unkept) -> None:
        with nameless():
            await attempt(self._handle(unkept), place="an update that is stored nowhere")

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._room.release()
