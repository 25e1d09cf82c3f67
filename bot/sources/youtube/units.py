"""The units that Google gives a key each day, which begins at midnight on the Pacific coast."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from bot.clock import Clock, wall_clock
from bot.model.ports import Memory
from bot.storage.types import to_json

ZONE = "America/Los_Angeles"
KEPT = "units"


class Units:
    """Counts what was spent today, also over restarts."""

    def __init__(self, daily: int, memory: Memory, clock: Clock) -> None:
        self._daily = daily
        self._memory = memory
        self._clock = clock
        self._day = ""
        self._spent = 0

    async def recall(self) -> None:
        """Go on where the last run stopped."""
        self._day, self._spent = msgspec.json.decode(await self._memory.recall(KEPT) or '["", 0]')

    async def keep(self) -> None:
        """Remember what was spent."""
        await self._memory.keep(KEPT, to_json([self._day, self._spent]))

    def spend(self, count: int) -> None:
        """So many went on a request; one that is refused costs too."""
        self._turn_over()
        self._spent += count

    def exhaust(self) -> None:
        """Google says that there are none left, whatever we reckoned."""
        self._turn_over()
        self._spent = max(self._spent, self._daily)

    @property
    def left(self) -> int:
        """How many there are until the day is over."""
        self._turn_over()
        return max(0, self._daily - self._spent)

    @property
    def given_back_at(self) -> datetime:
        """When the next day's begin (aware, UTC)."""
        today = self._clock.now().astimezone(ZoneInfo(ZONE)).date()
        return wall_clock(datetime.combine(today + timedelta(days=1), time()), ZONE)

    def _turn_over(self) -> None:
        day = self._clock.now().astimezone(ZoneInfo(ZONE)).date().isoformat()
        if day != self._day:
            self._day, self._spent = day, 0
