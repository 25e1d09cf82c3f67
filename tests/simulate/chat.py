"""The local chat under watch: faults come in on order, and whatever leaves is looked at as it leaves."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum, auto

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.incoming import Asked, Incoming, Presence, ReplyTo
from bot.model.messages import Choice, Markup, Message
from bot.model.ports import Sink
from bot.model.results import SendResult
from bot.platforms.local.chat import LocalPlatform

To = AccountRef | ChannelRef


class Moment(Enum):
    """When a process may die of a send."""

    ON_THE_WAY = auto()
    ARRIVED = auto()


class ProvokedError(Exception):
    """Raised on purpose, as by an edge that is broken."""


class WatchedChat(LocalPlatform):
    """Tells `leaving` of each send before it and `arrived` after it; the process may die at either moment."""

    def __init__(self, clock: Clock, say: Callable[..., Markup]) -> None:
        super().__init__(clock, say)
        self.leaving: Callable[[str, To], None] = lambda key, to: None
        self.arrived: Callable[[str, To, SendResult | None], None] = lambda key, to, result: None
        self.died: Callable[[str, To], None] = lambda key, to: None
        self.strike: Callable[[], None] | None = None  # ends the process, where it may die
        self.deadly: deque[Moment] = deque()
        self.raises: deque[str] = deque()
        self.answers_fail = 0
        self.answers_lost = 0
        self.in_flight = 0
        self.most_in_flight = 0

    async def send(self, to: To, message: Message, *, key: str) -> SendResult:
        """As the chat does it, under watch."""
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        self.leaving(key, to)
        through = False
        try:
            await self._may_die(Moment.ON_THE_WAY)
            if self.raises:
                self._raise_midway(key, to)
            result = await super().send(to, message, key=key)
            self.arrived(key, to, result)
            through = True
            await self._may_die(Moment.ARRIVED)
            return result
        except ProvokedError:
            through = True
            raise
        finally:
            self.in_flight -= 1
            if not through:
                self.died(key, to)

    async def _may_die(self, moment: Moment) -> None:
        if self.strike is not None and self.deadly and self.deadly[0] is moment:
            self.deadly.popleft()
            self.strike()
        await asyncio.sleep(0)

    def _raise_midway(self, key: str, to: To) -> None:
        self.arrived(key, to, None)
        raise ProvokedError(self.raises.popleft())

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """As the chat does it, unless answers are to fail."""
        if self.answers_fail:
            self.answers_fail -= 1
            self.answers_lost += 1
            raise ProvokedError("the answer was lost")
        return await super().respond(to, message, private=private)

    def calm(self) -> None:
        """Forget the faults that were still to come."""
        self._results.clear()
        self.raises.clear()
        self.deadly.clear()
        self.answers_fail = 0


class Ear:
    """Stands between the chat and the bot, and notes what was handed over."""

    def __init__(self) -> None:
        self.sink: Sink | None = None
        self.heard: list[Incoming] = []

    async def receive(self, update: Incoming) -> None:
        """Hand an update over."""
        self.heard.append(update)
        assert self.sink is not None
        await self.sink.receive(update)

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        """Hand several over."""
        self.heard.extend(updates)
        assert self.sink is not None
        await self.sink.receive_all(updates)

    def note(self, presence: Presence) -> None:
        """Hand a sign of presence over."""
        assert self.sink is not None
        self.sink.note(presence)

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        """Ask on."""
        assert self.sink is not None
        return await self.sink.was_live(space, since, until)

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        """Ask on."""
        assert self.sink is not None
        return await self.sink.suggest(asked)
