"""The line to Discord: the one client there is, kept open while something is on its way."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord

from bot.clock import Clock
from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.incoming import PLATFORM
from bot.platforms.discord.outcomes import EXPECTED, SOON, outcome_of
from bot.platforms.discord.wire import UNASKED

log = logging.getLogger(__name__)

ENDING_TAKES = 10.0  # seconds that what is on its way gets before the connection is closed


class Line:
    """Holds the client of the moment; everything that the edge asks of Discord by itself goes through here."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.client: discord.Client | None = None
        self._on_the_way = 0
        self._nothing_on_the_way = asyncio.Event()
        self._nothing_on_the_way.set()

    async def ask(
        self,
        work: Callable[[discord.Client], Awaitable[SendResult]],
        *,
        reached: bool = True,
        unasked: bool = True,
    ) -> SendResult:
        """Do `work`; what it may raise becomes a result: ValueError that something does not fit, else `EXPECTED`.

        `reached` is False where doing it twice does no harm, so that a lost reply means "later" instead of "unknown";
        `unasked` where nobody waits for it, so that it leaves a share of Discord's limit to those who do.
        """
        async with self.busy() as client:
            if client is None:
                return SendResult(SendStatus.LATER, retry_at=self.clock.now() + SOON, reason="not connected")
            asked = UNASKED.set(unasked)
            try:
                return await work(client)
            except ValueError as error:
                return SendResult(SendStatus.INVALID, reason=str(error))
            except EXPECTED as error:
                return outcome_of(error, self.clock.now(), reached=reached)
            finally:
                UNASKED.reset(asked)

    @asynccontextmanager
    async def busy(self) -> AsyncIterator[discord.Client | None]:
        """Yields the client when it can send, and keeps it open until the block ends."""
        self._on_the_way += 1
        self._nothing_on_the_way.clear()
        try:
            yield self.client if self.client is not None and self.client.user is not None else None
        finally:
            self._on_the_way -= 1
            if not self._on_the_way:
                self._nothing_on_the_way.set()

    async def idle(self) -> None:
        """Wait until nothing is on its way any more, but not for ever."""
        try:
            await asyncio.wait_for(self._nothing_on_the_way.wait(), ENDING_TAKES)
        except TimeoutError:
            log.warning("%d messages were still on their way to Discord", self._on_the_way)

    def myself(self) -> Actor:
        """The bot, for what nobody else did."""
        me = self.client.user if self.client is not None else None
        return Actor(AccountRef(PLATFORM, str(me.id) if me else "0"), me.display_name if me else "", is_bot=True)

    def guild(self, space: SpaceRef) -> discord.Guild | None:
        """The server that is meant, as far as the client knows it."""
        number = space.space_id
        return self.client.get_guild(int(number)) if self.client is not None and number.isdecimal() else None


def gone(what: str) -> SendResult:
    """The result for something that is not there."""
    return SendResult(SendStatus.GONE, reason=what)
