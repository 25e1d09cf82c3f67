"""Asking within bounds: so many at once, so long, a second try where the first was free, and a rest after failures."""

import asyncio
import logging
from typing import Final, TypeVar

from msgspec import Struct

from bot.ai.asking import AiError, Fault, Task, Usage
from bot.ai.breaker import Breaker
from bot.ai.server import Server
from bot.clock import Clock
from bot.config import AiConfig

log = logging.getLogger(__name__)

T = TypeVar("T", bound=Struct)

PAUSE: Final = 0.25
"""Before the second try, where the server says nothing of how long to wait."""

WORTH_IT: Final = 0.25
"""So much of all the time has to be left for a second try."""

_AGAIN: Final = frozenset((Fault.LIMITED, Fault.BROKEN, Fault.UNREACHABLE))
_HARMLESS: Final = frozenset((Fault.DECLINED, Fault.LONG))
"""What says nothing against the server: a question alone may bring it about."""


def configured_phraser(config: AiConfig, clock: Clock) -> "Phraser | None":
    """Who asks the server, where one is configured. Raises ConfigError where that is done by halves."""
    for problem in config.wrong():
        raise problem
    return Phraser(config, clock) if config.is_on else None


class Phraser:
    """Asks the server for all communities. Whoever asks has an answer, or an AiError, in the time that is set."""

    def __init__(self, config: AiConfig, clock: Clock) -> None:
        self.config = config
        self.server = Server(config)
        self.fault: Fault | None = None  # why somebody has to see to it; None while nothing is known against it
        self.told = set[
            tuple[int, str]
        ]()  # community and matter: what moderators were told of since it worked the last time
        self._breaker = Breaker(clock.monotonic)
        self._under_way = 0

    @property
    def is_resting(self) -> bool:
        """Whether it failed so often that it is left alone for now."""
        return self._breaker.is_open

    def check(self) -> None:
        """Raises AiError where to ask now would be in vain."""
        if self._breaker.is_open:
            raise AiError(Fault.RESTING, free=True)
        if self._under_way >= self.config.at_once:
            raise AiError(Fault.BUSY, free=True)

    async def ask(self, task: Task[T], whose: str, until: float) -> tuple[T, Usage | None]:
        """The answer and what it cost, by the moment `until` of the loop's clock. Raises AiError."""
        self.check()
        if not self._breaker.admits():
            raise AiError(Fault.RESTING, free=True)
        self._under_way += 1
        try:
            answer = await self._bounded(task, whose, until)
        except AiError as error:
            self._note(error)
            raise
        except BaseException:
            self._breaker.untold()
            raise
        finally:
            self._under_way -= 1
        self._breaker.succeeded()
        self.fault = None
        self.told.clear()
        return answer

    async def _bounded(self, task: Task[T], whose: str, until: float) -> tuple[T, Usage | None]:
        try:
            async with asyncio.timeout_at(until):
                try:
                    return await self.server.ask(task, whose)
                except AiError as error:
                    if not (error.free and error.fault in _AGAIN and await self._paused(error, until)):
                        raise
                return await self.server.ask(task, whose)
        except TimeoutError:
            raise AiError(Fault.SLOW) from None

    async def _paused(self, error: AiError, until: float) -> bool:
        """Wait as long as the server wants; False where there would be no time left for a second try."""
        pause = PAUSE if error.after is None else error.after
        left = until - asyncio.get_running_loop().time() - pause
        if left < self.config.seconds * WORTH_IT:
            return False
        await asyncio.sleep(pause)
        return True

    def _note(self, error: AiError) -> None:
        log.warning("the AI server %s gave no answer: %s", self.server.host, error.fault.value)
        if error.fault in _HARMLESS:
            self._breaker.succeeded()
            return
        for_good = error.fault in (Fault.REFUSED, Fault.UNKNOWN)
        if for_good:
            self.fault = error.fault
        self._breaker.failed(error.after, for_good=for_good)

    async def close(self) -> None:
        """Let go of the server."""
        await self.server.close()
