"""How often sessions were started: Discord resets the token of a bot that starts a thousand of them a day."""

import asyncio
import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.model.ports import Memory

log = logging.getLogger(__name__)

STARTS = "starts:"  # begins the names under which the memory knows when sessions of a shard were started
FREE = 5  # starts within an hour that nobody has to wait for
FIRST_WAIT = 30.0  # seconds; twice as long each time
LONGEST_WAIT = 900.0
AT_THE_DOOR = 20.0  # seconds that one may wait with the gateway open, which does not stay so for long
BETWEEN = 5.0  # seconds between two sessions' starts, shards included
_HOUR = timedelta(hours=1)


class TooManyStartsError(OSError):
    """A session may not start yet; the library tries again later, as if Discord had not answered."""


class Starts:
    """Remembers starts over restarts, since a container that begins a failing bot again and again is a loop too."""

    def __init__(self, memory: Memory, clock: Clock, between: float = BETWEEN) -> None:
        self._memory = memory
        self._clock = clock
        self._between = between
        self._newest: float | None = None  # by the loop's clock
        self._turn = asyncio.Lock()

    async def wait(self) -> None:
        """Before connecting: wait where sessions were started too often lately."""
        seconds = self._owed(await self._recent(0))
        if seconds > 0:
            log.warning("Discord sessions were started too often within an hour; connecting in %.0f s", seconds)
            await asyncio.sleep(seconds)

    async def begin(self, shard: int | None) -> None:
        """A session of a shard is about to start. Raises TooManyStartsError when it must not."""
        async with self._turn:
            now = asyncio.get_running_loop().time()
            recent = await self._recent(shard or 0)
            pause = 0.0 if self._newest is None else self._newest + self._between - now
            seconds = max(self._owed(recent), pause)
            if seconds > AT_THE_DOOR:
                raise TooManyStartsError(f"too many sessions were started; the next may be in {seconds:.0f} s")
            await asyncio.sleep(max(0.0, seconds))
            self._newest = asyncio.get_running_loop().time()
            moments = [at.isoformat() for at in (*recent, self._clock.now())]
            await self._memory.keep(f"{STARTS}{shard or 0}", json.dumps(moments))

    async def _recent(self, shard: int) -> Sequence[datetime]:
        known = json.loads(await self._memory.recall(f"{STARTS}{shard}") or "[]")
        since = self._clock.now() - _HOUR
        return [at for at in map(datetime.fromisoformat, known) if at > since]

    def _owed(self, recent: Sequence[datetime]) -> float:
        """For how many seconds one more has to wait."""
        if len(recent) < FREE:
            return 0.0
        wait = min(FIRST_WAIT * 2.0 ** (len(recent) - FREE), LONGEST_WAIT)
        return wait - (self._clock.now() - recent[-1]).total_seconds()
