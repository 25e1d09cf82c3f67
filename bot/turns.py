"""Kinds of work that each have a turn of their own, and what it takes to end them in time."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

from bot.errors import BotError
from bot.guard import attempt

log = logging.getLogger(__name__)


class Turn:
    """One kind of work, done each time that some may be due; what goes wrong is noted and tried again the next time."""

    def __init__(self, place: str, work: Callable[[], Awaitable[int]]) -> None:
        self._place = place
        self._work = work
        self._due = asyncio.Event()
        self.rests = asyncio.Event()
        self.rests.set()

    def wake(self) -> None:
        """Something may be due."""
        self._due.set()
        self.rests.clear()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._due.wait()
            self._due.clear()
            await attempt(self._work(), place=self._place)
            if not self._due.is_set():
                self.rests.set()


async def until_one_ends(turns: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Wait while all go on. None ever should end; a task group would not tell of one that cancelled itself."""
    tasks = [asyncio.create_task(turn) for turn in turns]
    try:
        (ended, *_), _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        cause = None if ended.cancelled() else ended.exception()
        log.critical("a part that must never end has ended", exc_info=cause)
        raise BotError("A part of the bot has ended that must never end, so the bot ended too. Start it again.")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def within(seconds: float, *work: Awaitable[None]) -> None:
    """Wait for all of it, but no longer: what is not done by then is stored, and done at the next start."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await asyncio.gather(*work, return_exceptions=True)
