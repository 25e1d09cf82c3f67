"""In front of any platform: what leaves is looked at as it leaves, faults come in on order, a send can be deadly."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextvars import ContextVar
from enum import Enum, auto

from bot.model.identity import AccountRef, ChannelRef, SpaceRef, ThreadRef
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Platform, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right

To = AccountRef | ChannelRef | ThreadRef

ON_ITS_WAY: ContextVar[str] = ContextVar("on its way", default="")
"""The key of what is being sent, so that a network in the same process can tell what became of it."""

NO_LOSS = (SendStatus.SENT, SendStatus.UNREACHABLE)
"""How an answer ends that is there to be seen; a way into a private chat that is shown instead is one."""


class Moment(Enum):
    """When a process may die of a send."""

    ON_THE_WAY = auto()
    ARRIVED = auto()


class ProvokedError(Exception):
    """Raised on purpose, as by an edge that is broken."""


class Watch:
    """Tells `leaving` of each send before it and `arrived` after it; the process may die at either moment."""

    def __init__(self) -> None:
        self.leaving: Callable[[str, To], None] = lambda key, to: None
        self.arrived: Callable[[str, To, SendResult | None], None] = lambda key, to, result: None
        self.died: Callable[[str, To], None] = lambda key, to: None
        self.said: dict[str, Message] = {}  # what was sent last under each key that is on its way
        self.strike: Callable[[], None] | None = None  # ends the process, where it may die
        self.deadly: deque[Moment] = deque()
        self.deadly_intakes = 0  # so many times it dies of what it has just been handed
        self.raises: deque[str] = deque()
        self.asked: list[tuple[ReplyTo, Form]] = []  # the forms that were opened, in order
        self.answers_fail = 0
        self.answers_lost = 0
        self.in_flight = 0
        self.most_in_flight = 0

    async def through(self, key: str, to: To, send: Callable[[], Awaitable[SendResult]]) -> SendResult:
        """Let a send go."""
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        self.leaving(key, to)
        through, on_its_way = False, ON_ITS_WAY.set(key)
        try:
            await self._may_die(Moment.ON_THE_WAY)
            if self.raises:
                self._raise_midway(key, to)
            result = await send()
            self.arrived(key, to, result)
            through = True
            await self._may_die(Moment.ARRIVED)
            return result
        except ProvokedError:
            through = True
            raise
        finally:
            ON_ITS_WAY.reset(on_its_way)
            self.in_flight -= 1
            if not through:
                self.died(key, to)

    @property
    def is_deadly(self) -> bool:
        """Whether it may die without more ado."""
        return bool(self.deadly) or self.deadly_intakes > 0

    def may_die_of_an_update(self) -> None:
        """What came in is at hand, and nothing of it is stored."""
        if self.strike is not None and self.deadly_intakes:
            self.deadly_intakes -= 1
            self.strike()

    async def _may_die(self, moment: Moment) -> None:
        if self.strike is not None and self.deadly and self.deadly[0] is moment:
            self.deadly.popleft()
            self.strike()
        await asyncio.sleep(0)

    def _raise_midway(self, key: str, to: To) -> None:
        self.arrived(key, to, None)
        raise ProvokedError(self.raises.popleft())

    def may_lose_an_answer(self) -> None:
        """Raise where the next answer is to be lost."""
        if self.answers_fail:
            self.answers_fail -= 1
            self.answers_lost += 1
            raise ProvokedError("the answer was lost")

    def answered(self, result: SendResult) -> SendResult:
        """Count an answer that nobody got to see."""
        self.answers_lost += result.status not in NO_LOSS
        return result

    def calm(self) -> None:
        """Forget the faults that were still to come."""
        self.raises.clear()
        self.deadly.clear()
        self.deadly_intakes = 0
        self.answers_fail = 0


class WatchedPlatform:
    """A platform under watch; everything else it does as it does."""

    def __init__(self, inner: Platform, watch: Watch) -> None:
        self._inner = inner
        self._watch = watch

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def capabilities(self) -> Capabilities:
        return self._inner.capabilities

    @property
    def natives(self) -> Natives:
        return self._inner.natives

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """As the platform does it."""
        await self._inner.run(sink, commands)

    async def close(self) -> None:
        """As the platform does it."""
        await self._inner.close()

    async def send(self, to: To, message: Message, *, key: str) -> SendResult:
        """As the platform does it, under watch."""
        self._watch.said[key] = message
        return await self._watch.through(key, to, lambda: self._inner.send(to, message, key=key))

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """As the platform does it."""
        return await self._inner.edit(channel, message_id, message)

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """As the platform does it, unless answers are to fail."""
        self._watch.may_lose_an_answer()
        return self._watch.answered(await self._inner.respond(to, message, private=private))

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """As the platform does it; the form is noted."""
        result = self._watch.answered(await self._inner.open_form(to, form))
        if result.status in (SendStatus.SENT, SendStatus.UNKNOWN):
            self._watch.asked.append((to, form))
        return result

    def channels(self, space: SpaceRef) -> Channels:
        """As the platform does it."""
        return self._inner.channels(space)

    async def check(self, space: SpaceRef, needs: Collection[Right] = ()) -> Sequence[Problem]:
        """As the platform does it."""
        return await self._inner.check(space, needs)
