"""Lanes: what one platform is to send waits for that platform alone, and all together keep to the sends in flight."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection


class SendingLanes:
    """A lane for each platform. In one lane batches follow one another; lanes run side by side."""

    def __init__(self, platforms: int, in_flight: int) -> None:
        self.share = max(1, in_flight // max(1, platforms))
        """How many sends of one lane may be under way, so that a platform that hangs leaves enough for the others."""
        self._slots = asyncio.Semaphore(in_flight // self.share)  # where there are more platforms than sends in flight
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tasks: dict[asyncio.Task[None], tuple[str, frozenset[int]]] = {}
        self._slow: set[asyncio.Task[None]] = set()

    @property
    def busy(self) -> frozenset[str]:
        """The platforms whose lane has something to do."""
        return frozenset(platform for platform, _ in self._tasks.values())

    def is_free(self, platform: str) -> bool:
        """Whether what is begun on the platform runs at once."""
        return not self._turns[platform].locked() and not self._slots.locked()

    def of(self, person: int) -> str | None:
        """The lane in which something for the person is under way: the caps want to know what became of it first."""
        return next((platform for platform, people in self._tasks.values() if person in people), None)

    def begin(
        self,
        tasks: asyncio.TaskGroup,
        platform: str,
        people: Collection[int],
        work: Callable[[bool], Awaitable[None]],
    ) -> None:
        """Do the work in the platform's lane; it is told whether it had to wait there."""
        task = tasks.create_task(self._in_turn(platform, work))
        self._tasks[task] = platform, frozenset(people)
        task.add_done_callback(self._ended)

    async def settle(self, patience: float | None) -> None:
        """Wait for all that was begun. What takes more seconds than `patience` is not waited for again."""
        if waited := self._tasks.keys() - self._slow:
            _, late = await asyncio.wait(waited, timeout=patience)
            self._slow |= late

    async def change(self, seconds: float | None) -> None:
        """Wait until one lane has come to the end of what it has to do, at most so many seconds."""
        if self._tasks:
            await asyncio.wait(self._tasks.keys(), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)

    async def _in_turn(self, platform: str, work: Callable[[bool], Awaitable[None]]) -> None:
        waited = not self.is_free(platform)
        async with self._turns[platform], self._slots:
            await work(waited)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._tasks[task]
        self._slow.discard(task)
