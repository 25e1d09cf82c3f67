"""The breaker: a server that fails again and again is left alone for a while, so that nobody waits for it in vain."""

from collections.abc import Callable
from typing import Final

FAILURES: Final = 4
FIRST_REST: Final = 30.0
LONGEST_REST: Final = 600.0


class Breaker:
    """Closed while all is well; open after some failures in a row, for longer each time. Then one try decides."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._failures = 0
        self._rest = 0.0
        self._until = 0.0
        self._trying = False

    @property
    def is_open(self) -> bool:
        """Whether to ask would be in vain; changes nothing."""
        return self._now() < self._until or (self._rest > 0 and self._trying)

    def admits(self) -> bool:
        """Whether to ask. Whoever is told so says afterwards what came of it: one of the three below."""
        if self.is_open:
            return False
        self._trying = self._rest > 0
        return True

    def succeeded(self) -> None:
        """It works."""
        self._failures, self._rest, self._until, self._trying = 0, 0.0, 0.0, False

    def failed(self, after: float | None = None, *, for_good: bool = False) -> None:
        """It does not. `after`: it asked for so many seconds of peace; `for_good`: to try again helps nobody soon."""
        self._failures += 1
        was_trying, self._trying = self._trying, False
        if for_good or was_trying or after is not None or self._failures >= FAILURES:
            longer = LONGEST_REST if for_good else min(LONGEST_REST, max(FIRST_REST, self._rest * 2))
            self._rest = longer if after is None else min(LONGEST_REST, max(after, 1.0))
            self._until = self._now() + self._rest

    def untold(self) -> None:
        """Nothing came of it that says anything: whoever asked was cut short."""
        self._trying = False
