"""The connection to Telegram: starts and stops it in order, and joins the parts of the edge to one `Platform`."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial

import httpx
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError
from telegram.ext import ExtBot, Updater
from telegram.request import HTTPXRequest

from bot.clock import Clock
from bot.errors import ConfigError, Said, UnreachableError
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Memory, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.telegram.administrators import Administrators
from bot.platforms.telegram.anonymous import Anonymous
from bot.platforms.telegram.badges import Tags
from bot.platforms.telegram.commands import publish
from bot.platforms.telegram.directory import TelegramDirectory
from bot.platforms.telegram.doors import GroupDoors
from bot.platforms.telegram.doorway import Doorway
from bot.platforms.telegram.forms import Forms
from bot.platforms.telegram.health import problems
from bot.platforms.telegram.incoming import ALLOWED_UPDATES, moved
from bot.platforms.telegram.invites import InviteLinks
from bot.platforms.telegram.keyboards import WIDE
from bot.platforms.telegram.limiter import Limiter
from bot.platforms.telegram.origin import PLATFORM
from bot.platforms.telegram.outgoing import Outgoing
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.parts import TEXT_LENGTH
from bot.platforms.telegram.polling import PollingRequest
from bot.platforms.telegram.polls import TelegramPolls
from bot.platforms.telegram.presses import PATIENCE as PRESS_PATIENCE
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.reading import UpdateReader
from bot.platforms.telegram.receiving import Receiver
from bot.text.saying import Say

PATIENCE = 10.0
"""Seconds that a reply of Telegram may take."""
DEFAULT_BASE_URL = "https://api.telegram.org/bot"
_CONNECTIONS = 64
_BUTTONS = 100
_CAPABILITIES = Capabilities(frozenset(), TEXT_LENGTH, WIDE, _BUTTONS // WIDE)

log = logging.getLogger(__name__)


class _Nowhere(asyncio.Queue[object]):
    """The library's queue of updates: empty, for they are handed over before they reach it."""

    async def put(self, item: object) -> None:
        """Let go of what would only pile up."""


class TelegramPlatform:
    """One bot on Telegram. `run` may be called again after it failed; `send` works before it too, until `close`."""

    def __init__(
        self,
        token: str,
        *,
        base_url: str | None = None,
        clock: Clock,
        say: Say,
        memory: Memory,
        patience: float = PATIENCE,
        press_patience: float = PRESS_PATIENCE,
    ) -> None:
        """`base_url` is the Bot API's address up to and including "/bot"; both kinds of patience count in seconds."""
        # The library warns at each flood limit that the type of its wait will change, unless the new one is asked for.
        os.environ.setdefault("PTB_TIMEDELTA", "true")
        logging.getLogger("telegram.ext.Updater").addFilter(_matters)
        self._polling = PollingRequest(patience)
        self._request = HTTPXRequest(
            _CONNECTIONS, read_timeout=patience, write_timeout=patience, connect_timeout=patience
        )
        self.bot = ExtBot(
            token,
            base_url=base_url or DEFAULT_BASE_URL,
            request=self._request,
            get_updates_request=self._polling,
            rate_limiter=Limiter(clock),
        )
        self._updater = Updater(self.bot, _Nowhere())
        self._clock = clock
        self._administrators = Administrators(self.bot, clock)
        self._presses = Presses(self.bot, press_patience)
        doorway = Doorway(self.bot, memory, clock)
        self._outgoing = Outgoing(self.bot, self._presses, doorway, clock, say)
        self._forms = Forms(self._outgoing, self._presses, clock, say, memory)
        polls, invites = TelegramPolls(self.bot, memory, clock), InviteLinks(self.bot, clock)
        anonymous = Anonymous(self.bot, self._outgoing, self._presses, self._administrators, memory, clock, say)
        self._reader = UpdateReader(
            self.bot, self._administrators, self._forms, self._presses, polls, anonymous, doorway, memory
        )
        self._natives = Natives(
            reader=self._reader,
            polls=polls,
            badges=Tags(self.bot, clock),
            invites=invites,
            doors=GroupDoors(self.bot, invites, clock),
            directory=TelegramDirectory(self.bot, lambda: self._reader.username),
        )
        self._sending: set[asyncio.Task[SendResult]] = set()
        self._stopping = asyncio.Lock()
        self._closed = False

    @property
    def name(self) -> str:
        """ "telegram"."""
        return PLATFORM

    @property
    def capabilities(self) -> Capabilities:
        """What Telegram can do: none of the extras; forms are asked question by question."""
        return _CAPABILITIES

    @property
    def natives(self) -> Natives:
        """See the port."""
        return self._natives

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """See the port. ConfigError when the token is refused, UnreachableError when Telegram does not answer."""
        async with self._polls(sink, commands):
            await self._polling.refused.wait()
        raise _refused()

    async def close(self) -> None:
        """See the port. What is being sent has the usual patience to end."""
        self._closed = True
        await self._stop()
        await asyncio.gather(*self._sending, return_exceptions=True)
        await self._forms.close()
        await self._presses.close()
        await self._updater.shutdown()
        # Both are open from the start, so that a process that only sends need not connect first.
        await self._polling.shutdown()
        await self._request.shutdown()

    async def send(self, to: AccountRef | ChannelRef, message: Message, *, key: str) -> SendResult:
        """See the port. Telegram takes no key: nothing that may have been delivered is sent again."""
        chat = int(to.user_id if isinstance(to, AccountRef) else to.channel_id)
        person = isinstance(to, AccountRef) or to.space_id is None
        return await self._out(self._outgoing.post(chat, message, person=person, urgency=Urgency.BULK))

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """See the port."""
        private = channel.space_id is None
        return await self._out(self._outgoing.edit(int(channel.channel_id), int(message_id), message, person=private))

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """See the port, and `Outgoing.respond` for what becomes of a private answer in a group."""
        return await self._out(self._outgoing.respond(to, message, private=private))

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """See the port. The form stays open over a restart."""
        return await self._out(self._forms.open(to, form))

    def channels(self, space: SpaceRef) -> Channels:
        """See the port: the group or channel itself; there is no place in it that only hosts read."""
        return Channels(post=space.space_id)

    async def check(self, space: SpaceRef) -> Sequence[Problem]:
        """See the port."""
        return await problems(self.bot, int(space.space_id))

    @asynccontextmanager
    async def _polls(self, sink: Sink, commands: Sequence[CommandSpec]) -> AsyncIterator[None]:
        self._polling.refused.clear()
        self._reader.begin(commands)
        try:
            await self._updater.initialize()
            await self._reader.introduce()
            await self._publish(commands)
            self._outgoing.on_move = partial(self._moved, sink)
            self._polling.hand_over = Receiver(sink, self._presses, self._clock).take
            await self._updater.start_polling(
                allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=_report
            )
            yield
        except InvalidToken:
            raise _refused() from None  # the library's error shows the token
        except NetworkError as error:
            if isinstance(error, BadRequest):
                raise
            raise UnreachableError(str(error)) from None
        finally:
            await self._stop()

    async def _stop(self) -> None:
        self._polling.hand_over = None
        async with self._stopping:
            if self._updater.running:
                with suppress(InvalidToken):
                    await self._updater.stop()

    async def _moved(self, sink: Sink, old: int, new: int) -> None:
        """A send found it out before Telegram told it, or we missed that."""
        await sink.receive(moved(f"moved:{old}:{new}", self._clock.now(), old, new))

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


def _report(error: TelegramError) -> None:
    cause = error.__cause__
    if cause is None or isinstance(cause, httpx.HTTPError):
        log.warning("Telegram gives no updates: %s", error)
    else:
        log.error("updates could not be taken in; they will come again", exc_info=cause)


def _matters(record: logging.LogRecord) -> bool:
    """All but its complaint, with a trace, that it could not confirm what was fetched when it stopped offline.

    Updates are stored before the next are asked for, so that one that comes again is known.
    """
    return not str(record.msg).startswith("Error while calling `get_updates` one more time")


def _refused() -> ConfigError:
    return ConfigError("telegram.token", Said("refusal-telegram-token"), Said("refusal-telegram-token-cure"))
