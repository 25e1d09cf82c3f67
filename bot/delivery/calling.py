"""How many people may be called in a channel: everybody there reads each call, so that many of them are noise."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from typing import Final

from bot.model.identity import ChannelRef
from bot.model.results import SendResult, SendStatus

CALLS: Final = 10
WITHIN: Final = timedelta(hours=1)


class Calls:
    """Counts them by channel, in memory: a process that starts anew begins at nothing."""

    def __init__(self) -> None:
        self._at: defaultdict[ChannelRef, deque[datetime]] = defaultdict(deque)

    def take(self, place: ChannelRef, now: datetime) -> SendResult | None:
        """None where one more may be called at `now` (aware), which counts then; else that it is spared, until when."""
        at = self._at[place]
        while at and at[0] <= now - WITHIN:
            at.popleft()
        if len(at) >= CALLS:
            return SendResult(SendStatus.SPARED, retry_at=at[0] + WITHIN, reason="enough were called there this hour")
        at.append(now)
        return None
