"""Lanes for jobs: in one lane they run one after another, and lanes run side by side, so many of one plugin at once."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Coroutine
from typing import LiteralString

from msgspec import Struct

from bot.guard import attempt

AT_ONCE = 8
"""How many lanes of one plugin may run at once; what one plugin has under way is no concern of another."""


class Lane(Struct, frozen=True, order=True):
    """A plugin in one community; of the core, one kind of work there. What comes first there is done first."""

    plugin: str
    what: str
    """As `LANE` has it."""


LANE: LiteralString = (
    "CASE plugin WHEN 'core' THEN 'core.' || name ELSE plugin END || ':' || CAST(coalesce(community_id, 0) AS text)"
)
"""What tells the lane of a row of `jobs`, in SQL."""


class JobLanes:
    """The lanes in which something is under way."""

    def __init__(self, on_end: Callable[[], None]) -> None:
        """`on_end` is called each time that a lane is free again."""
        self._on_end = on_end
        self._tasks: dict[Lane, asyncio.Task[None]] = {}
        self._slots: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE))

    @property
    def busy(self) -> list[str]:
        """The lanes that nothing more is to be put into."""
        return [lane.what for lane in self._tasks]

    @property
    def full(self) -> list[str]:
        """The plugins that no further lane is to be begun for."""
        running = Counter(lane.plugin for lane in self._tasks)
        return [plugin for plugin, count in running.items() if count >= AT_ONCE]

    def begin(self, lane: Lane, work: Callable[[], Coroutine[object, object, None]]) -> None:
        """Do the work in a lane that is not busy, as soon as few enough of the same plugin run."""
        task = asyncio.create_task(self._when_it_may(lane, work))
        self._tasks[lane] = task
        task.add_done_callback(lambda _: self._ended(lane))

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.wait(set(self._tasks.values()))

    async def cut_short(self) -> None:
        """End what is under way, and wait until it is undone."""
        for task in self._tasks.values():
            task.cancel()
        await self.idle()

    async def _when_it_may(self, lane: Lane, work: Callable[[], Coroutine[object, object, None]]) -> None:
        async with self._slots[lane.plugin]:
            await attempt(work(), place=f"jobs of {lane.what}")

    def _ended(self, lane: Lane) -> None:
        del self._tasks[lane]
        self._on_end()
