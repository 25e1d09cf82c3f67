"""Time: one clock that is read everywhere, real in production and movable in simulations and tests."""

from datetime import UTC, datetime, time, timedelta
from time import monotonic
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Where the present moment comes from."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds since some moment, which nobody can set back: for waits."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return monotonic()


class VirtualClock:
    """A clock that stands still until somebody moves it."""

    def __init__(self, start: datetime) -> None:
        self._now = as_utc(start)
        self._passed = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._passed

    def set(self, moment: datetime) -> None:
        """Jump to `moment` (aware); jumping back is allowed, as real clocks do it too."""
        self._passed += max(0.0, (as_utc(moment) - self._now).total_seconds())
        self._now = as_utc(moment)

    def advance(self, step: timedelta) -> None:
        """Move on by `step`."""
        self.set(self._now + step)


def as_utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError when `moment` has no zone, since its meaning is unknown."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a zone: {moment!r}")
    return moment.astimezone(UTC)


def time_of_day(minutes: int) -> time:
    """The time so many minutes after midnight, as the database keeps times of day."""
    return time(minutes // 60, minutes % 60)


def minutes_of_day(at: time) -> int:
    """How many minutes after midnight a time of day is."""
    return at.hour * 60 + at.minute


def wall_clock(local: datetime, zone: str) -> datetime:
    """The moment (aware, UTC) when the clock on the wall in `zone` shows the naive `local`.

    A time that the clock jumps over moves on by the jump; of a time that comes twice the first is meant (PEP 495).
    """
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
