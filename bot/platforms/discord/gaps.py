"""Since when nothing is told of a server: the connection is gone, Discord is down there, or nobody has looked yet."""

from collections.abc import Iterable
from datetime import datetime
from itertools import count

from bot.clock import Clock


class Gaps:
    """Knows of each server by itself, since one may be back, or gone, long before the others are."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: dict[int, datetime] = {}
        self._deaf: set[int] = set()  # of these nothing is told right now
        self._looking: dict[int, int] = {}  # the newest look at each, to make up for what was missed
        self._looks = count()

    def since(self, guild: int) -> datetime | None:
        """Since when it is unknown what happens there; None where everything is told."""
        return self._since.get(guild)

    def lost(self, guilds: Iterable[int]) -> None:
        """From now on nothing is told of them; told more than once, the first time counts."""
        for guild in guilds:
            self._since.setdefault(guild, self._clock.now())
            self._deaf.add(guild)

    def resumed(self, guilds: Iterable[int]) -> None:
        """The session goes on, and tells what happened meanwhile. Who is looking still needs to know since when."""
        for guild in guilds:
            self._deaf.discard(guild)
            if guild not in self._looking:
                self._since.pop(guild, None)

    def looking(self, guild: int) -> int:
        """A new session tells of the server, and somebody begins to look; returns which look it is."""
        self._deaf.discard(guild)
        self._looking[guild] = look = next(self._looks)
        return look

    def looked(self, guild: int, look: int, *, whole: bool) -> None:
        """That look is over. The gap is too if it saw the `whole`, and the connection was not lost again meanwhile."""
        if self._looking.get(guild) != look:
            return
        del self._looking[guild]
        if whole and guild not in self._deaf:
            self._since.pop(guild, None)

    def forget(self, guild: int) -> None:
        """The bot is not in the server any more."""
        self._since.pop(guild, None)
        self._looking.pop(guild, None)
        self._deaf.discard(guild)
