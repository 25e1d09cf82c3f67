"""The connection to Telegram: starts and stops it in order, and joins the parts of the edge to one `Platform`."""

import asyncio
import logging
import os
from collections.abc import Collection, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import httpx
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.clock import Clock
from bot.errors import UnreachableError
from bot.guard import Failure, attempt
from bot.model.identity import AccountRef, ChannelRef, SpaceRef, Target, ThreadRef
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Feature, Memory, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.telegram.commands import publish
from bot.platforms.telegram.fittings import fittings
from bot.platforms.telegram.health import problems
from bot.platforms.telegram.incoming import moved
from bot.platforms.telegram.keyboards import WIDE
from bot.platforms.telegram.limiter import Limiter
from bot.platforms.telegram.origin import PLATFORM
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.parts import TEXT_LENGTH
from bot.platforms.telegram.polling import PollingRequest, trusted
from bot.platforms.telegram.presses import PATIENCE as PRESS_PATIENCE
from bot.platforms.telegram.receiving import Receiver
from bot.platforms.telegram.ways_in import LOOK_SECONDS, Polling, Way, Webhook, refused_token
from bot.text.saying import Say
from bot.web.address import Address

PATIENCE = 10.0
"""Seconds that a reply of Telegram may take."""
DEFAULT_BASE_URL = "https://api.telegram.org/bot"
_CONNECTIONS = 80
_BUTTONS = 100
_CAPABILITIES = Capabilities(frozenset({Feature.MENTION}), TEXT_LENGTH, WIDE, _BUTTONS // WIDE)

log = logging.getLogger(__name__)


class TelegramPlatform:
    """One bot on Telegram. `run` may be called again after it failed; `send` works before it too, until `close`."""

    def __init__(
        self,
        token: str,
        *,
        base_url: str | None = None,
        address: Address | None = None,
        clock: Clock,
        say: Say,
        memory: Memory,
        patience: float = PATIENCE,
        press_patience: float = PRESS_PATIENCE,
        webhook_look_seconds: float = LOOK_SECONDS,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`base_url` is the Bot API's address up to and including "/bot"; both kinds of patience count in seconds.

        With an `address` Telegram brings the updates there; without one the bot asks for them. `transport` carries the
        requests where they are not to leave the process, as on a test bench.
        """
        # The library warns at each flood limit that the type of its wait will change, unless the new one is asked for.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        self._polling = PollingRequest(patience, transport)
        self._limiter = Limiter(clock)
        self._request = _request(patience, transport)
        self.bot = ExtBot(
            token,
            base_url=base_url or DEFAULT_BASE_URL,
            base_file_url=f"{(base_url or DEFAULT_BASE_URL).removesuffix('/bot')}/file/bot",
            request=self._request,
            get_updates_request=self._polling,
            rate_limiter=self._limiter,
        )
        self._way = self._way_in(address, clock, webhook_look_seconds)
        self._clock = clock
        self._parts = fittings(self.bot, clock, say, memory, press_patience)
        self._sending: set[asyncio.Task[SendResult]] = set()
        self._telling: set[asyncio.Task[Failure | None]] = set()
        self._closed = False

    def _way_in(self, address: Address | None, clock: Clock, look_seconds: float) -> Way:
        if address is None:
            return Polling(self.bot, self._polling)
        return Webhook(self.bot, address, clock, look_seconds)

    @property
    def name(self) -> str:
        """ "telegram"."""
        return PLATFORM

    @property
    def capabilities(self) -> Capabilities:
        """What Telegram can do: hardly any of the extras; forms are asked question by question."""
        return _CAPABILITIES

    @property
    def natives(self) -> Natives:
        """See the port."""
        return self._parts.natives

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """See the port. ConfigError when the token is refused, UnreachableError when Telegram does not answer."""
        self._parts.reader.begin(commands)
        self._limiter.on_move = partial(self._moved, sink)
        with _plainly():
            await self.bot.initialize()
            await self._parts.reader.introduce()
            await self._publish(commands)
            receiver = Receiver(sink, self._parts.presses, self._parts.talks, self._clock, self._parts.reader)
            async with self._way.open(receiver.take):
                await self._way.ended()

    async def close(self) -> None:
        """See the port. What is being sent has the usual patience to end."""
        self._closed = True
        await self._way.close()
        await asyncio.gather(*self._sending, *self._telling, return_exceptions=True)
        await self._parts.forms.close()
        await self._parts.presses.close()
        # Both are open from the start, so that a process that only sends need not connect first.
        await self._polling.shutdown()
        await self._request.shutdown()

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        """See the port. Telegram takes no key: nothing that may have been delivered is sent again."""
        if isinstance(to, ThreadRef):
            return SendResult(SendStatus.INVALID, reason="Telegram has no private threads")
        chat = int(to.user_id if isinstance(to, AccountRef) else to.channel_id)
        person = isinstance(to, AccountRef) or to.space_id is None
        return await self._out(self._parts.outgoing.post(chat, message, person=person, urgency=Urgency.BULK))

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """See the port."""
        private = channel.space_id is None
        return await self._out(self._parts.outgoing.edit(int(channel.channel_id), message_id, message, person=private))

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """See the port, and `Outgoing.respond` for what becomes of a private answer in a group."""
        return await self._out(self._parts.outgoing.respond(to, message, private=private))

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """See the port. The form stays open over a restart."""
        return await self._out(self._parts.forms.open(to, form))

    def channels(self, space: SpaceRef) -> Channels:
        """See the port: the group or channel itself; there is no place in it that only hosts read."""
        return Channels(post=space.space_id)

    async def check(self, space: SpaceRef, needs: Collection[Right] = ()) -> Sequence[Problem]:
        """See the port."""
        try:
            return (*await problems(self.bot, int(space.space_id), needs), *await self._way.problems())
        except InvalidToken:
            return (Problem("telegram-problem-token"),)

    def _moved(self, sink: Sink, old: int, new: int) -> None:
        """A request found it out before Telegram told it, or we missed that. Whoever asks may hold a transaction."""
        move = moved(f"moved:{old}:{new}", self._clock.now(), old, new)
        task = asyncio.create_task(attempt(sink.receive(move), place="a group that moved"))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _publish(self, commands: Sequence[CommandSpec]) -> None:
        try:
            await publish(self.bot, commands)
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("the menu of commands could not be set: %s", error)

    async def _out(self, sending: Coroutine[object, object, SendResult]) -> SendResult:
        """Let it end even when the caller does not wait for it."""
        if self._closed:
            sending.close()
            return SendResult(SendStatus.LATER, reason="the connection to Telegram is closed")
        task = asyncio.create_task(sending)
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        return await asyncio.shield(task)


def _request(patience: float, transport: httpx.AsyncBaseTransport | None) -> HTTPXRequest:
    """The HTTP of all but getUpdates."""
    return HTTPXRequest(
        _CONNECTIONS,
        read_timeout=patience,
        write_timeout=patience,
        connect_timeout=patience,
        httpx_kwargs={**trusted(), "transport": transport},
    )


@contextmanager
def _plainly() -> Iterator[None]:
    """The library's errors as those that the core knows."""
    try:
        yield
    except InvalidToken:
        raise refused_token() from None  # the library's error shows the token
    except BadRequest:
        raise
    except TelegramError as error:  # away, too much asked of it, or something else answers in its place
        raise UnreachableError(str(error)) from None
