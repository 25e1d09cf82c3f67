"""How many people may be called in a channel: everybody there reads each call, so that many of them are noise."""

from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from bot.model.identity import ChannelRef
from bot.model.results import SendResult, SendStatus

CALLS: Final = 10
WITHIN: Final = timedelta(hours=1)

_MAY_BE_READ: Final = (SendStatus.SENT, SendStatus.UNKNOWN)


class Calls:
    """Counts them by channel, in memory: a process that starts anew begins at nothing."""

    def __init__(self) -> None:
        self._at: defaultdict[ChannelRef, deque[datetime]] = defaultdict(deque)
        self._under_way: Counter[ChannelRef] = Counter()

    async def make(self, place: ChannelRef, sending: Callable[[], Awaitable[SendResult]], now: datetime) -> SendResult:
        """Make one more call at `now` (aware), by `sending`; where enough were made it is spared, and until when.

        One that is under way counts, and after that only what may have been read: also where `sending` raises.
        """
        at = self._at[place]
        while at and at[0] <= now - WITHIN:
            at.popleft()
        if len(at) >= CALLS:
            again = None if self._under_way[place] else at[0] + WITHIN  # soon, where some may come to nothing
            return SendResult(SendStatus.SPARED, retry_at=again, reason="enough were called there this hour")
        at.append(now)
        self._under_way[place] += 1
        try:
            result = await sending()
        finally:
            self._under_way[place] -= 1
        if result.status not in _MAY_BE_READ and now in at:
            at.remove(now)
        return result
