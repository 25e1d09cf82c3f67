"""The pace that Discord allows one token: so many requests a second, and not too many that are invalid."""

import asyncio
from collections import deque

import aiohttp

PER_SECOND = 50  # Discord's global limit
OF_THEM_UNASKED = 40  # the rest is kept for answers and reads
WINDOW = 1.05  # seconds; a little longer than Discord's own, since requests bunch up on their way
PATIENCE = 20.0  # seconds that a request may wait here; the core gives a send a minute
INVALID_WITHIN = 600.0  # seconds
INVALID_FOR_UNASKED = 1_000
INVALID_FOR_ALL = 4_000  # at 10,000 Discord shuts the address out


class HeldError(aiohttp.ClientError):
    """A request was held back: certainly not sent, and not to be tried again before so many seconds have passed."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(why)
        self.seconds = seconds


class Pace:
    """Lets requests leave one by one; those who wait do so in their order, the unasked behind all others."""

    def __init__(self) -> None:
        self._departures: deque[float] = deque(maxlen=PER_SECOND)
        self._invalid: deque[float] = deque(maxlen=INVALID_FOR_ALL)
        self._blocked_until = 0.0
        self._turns = {unasked: asyncio.Lock() for unasked in (False, True)}

    async def leave(self, *, unasked: bool) -> None:
        """Wait until a request may leave. Raises HeldError when that would take too long."""
        async with self._turns[unasked]:
            while True:
                seconds = self._wait(unasked=unasked)
                if seconds <= 0:
                    break
                await asyncio.sleep(seconds)
            self._departures.append(_now())

    def check(self, *, unasked: bool = False) -> None:
        """Raises HeldError while too many requests were invalid. Answers to interactions need no more than this."""
        now, most = _now(), INVALID_FOR_UNASKED if unasked else INVALID_FOR_ALL
        while self._invalid and self._invalid[0] <= now - INVALID_WITHIN:
            self._invalid.popleft()
        if len(self._invalid) >= most:
            raise HeldError(self._invalid[-most] + INVALID_WITHIN - now, "too many requests were invalid")

    def refused(self, seconds: float) -> None:
        """Discord's global limit was hit: nothing leaves for so long."""
        self._blocked_until = max(self._blocked_until, _now() + seconds)

    def was_invalid(self) -> None:
        """A request was answered with 401, 403 or 429, which Discord counts."""
        self._invalid.append(_now())

    def _wait(self, *, unasked: bool) -> float:
        self.check(unasked=unasked)
        if self._blocked_until - _now() > PATIENCE:
            raise HeldError(self._blocked_until - _now(), "Discord refuses everything for now")
        now, most = _now(), OF_THEM_UNASKED if unasked else PER_SECOND
        full = self._departures[-most] + WINDOW - now if len(self._departures) >= most else 0.0
        return max(full, self._blocked_until - now)


def _now() -> float:
    return asyncio.get_running_loop().time()
