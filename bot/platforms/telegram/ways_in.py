"""The two ways by which updates come in: the bot asks for them, or Telegram brings them to an address of ours."""

import asyncio
import hmac
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import timedelta
from typing import Protocol

import httpx
from telegram import WebhookInfo
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import ExtBot, Updater

from bot.clock import Clock
from bot.errors import ConfigError, Said, UnreachableError
from bot.model.results import Problem
from bot.platforms.telegram.incoming import ALLOWED_UPDATES
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.polling import HandOver, PollingRequest, is_update, read_json
from bot.web.address import Address
from bot.web.messages import Answered, Asked

LOOK_SECONDS = 300.0
LATELY = timedelta(hours=1)
HEADER = "x-telegram-bot-api-secret-token"
PATH = "/telegram"
CONFLICTS = 2
"""So often somebody else must have taken our place at Telegram before we leave it to them."""

log = logging.getLogger(__name__)


class Way(Protocol):
    """How updates come in."""

    def open(self, take: HandOver) -> AbstractAsyncContextManager[None]:
        """Hand what comes in over to `take` meanwhile."""

    async def ended(self) -> None:
        """Wait until nothing can come in any more; raises ConfigError, which says why."""

    async def problems(self) -> Sequence[Problem]:
        """What keeps updates from coming in."""

    async def close(self) -> None:
        """Let go of what is left, also of an `open` that is still under way."""


class Polling:
    """The bot asks. Telegram forgets a webhook that was set before."""

    def __init__(self, bot: ExtBot[Urgency], request: PollingRequest) -> None:
        logging.getLogger("telegram.ext.Updater").addFilter(_matters)
        self._updater = Updater(bot, _Nowhere())
        self._request = request
        self._stopping = asyncio.Lock()
        self._conflicts = 0

    @asynccontextmanager
    async def open(self, take: HandOver) -> AsyncIterator[None]:
        """See `Way`."""
        self._request.refused.clear()
        self._request.taken.clear()
        self._conflicts = 0
        try:
            await self._updater.initialize()
            self._request.hand_over = take
            await self._updater.start_polling(
                allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=self._report
            )
            yield
        finally:
            await self._stop()

    async def ended(self) -> None:
        """See `Way`."""
        refused, taken = (asyncio.create_task(event.wait()) for event in (self._request.refused, self._request.taken))
        try:
            await asyncio.wait((refused, taken), return_when=asyncio.FIRST_COMPLETED)
        finally:
            refused.cancel()
            taken.cancel()
        raise refused_token() if self._request.refused.is_set() else _taken()

    async def problems(self) -> Sequence[Problem]:
        """See `Way`: the log tells of those."""
        return ()

    async def close(self) -> None:
        """See `Way`."""
        await self._stop()
        await self._updater.shutdown()

    async def _stop(self) -> None:
        self._request.hand_over = None
        async with self._stopping:
            if self._updater.running:
                with suppress(InvalidToken, Conflict):
                    await self._updater.stop()

    def _report(self, error: TelegramError) -> None:
        cause = error.__cause__
        if isinstance(error, Conflict):
            self._conflicts += 1
            if self._conflicts >= CONFLICTS:
                self._request.taken.set()
        elif cause is None or isinstance(cause, httpx.HTTPError):
            log.warning("Telegram gives no updates: %s", error)
        else:
            log.error("updates could not be taken in; they will come again", exc_info=cause)


class Webhook:
    """Telegram brings them; nobody polls meanwhile. An update is stored before it is answered with 200."""

    def __init__(self, bot: ExtBot[Urgency], address: Address, clock: Clock, look_seconds: float) -> None:
        self._bot = bot
        self._address = address
        self._clock = clock
        self._look_seconds = look_seconds
        self._set = ""  # the address as Telegram wrote it down
        self._take: HandOver | None = None

    @asynccontextmanager
    async def open(self, take: HandOver) -> AsyncIterator[None]:
        """See `Way`. The address stays set at the end: what comes meanwhile waits at Telegram for the next start."""
        self._take = take
        await self._bot.initialize()
        async with self._address.open(self._receive):
            try:
                await self._bot.set_webhook(
                    self._address.whole, allowed_updates=ALLOWED_UPDATES, secret_token=self._address.secret
                )
            except BadRequest as error:  # it looks the address up, which may well be found a minute later
                raise UnreachableError(f"{self._address.whole}: {error}") from None
            self._set = (await self._bot.get_webhook_info()).url
            yield

    async def ended(self) -> None:
        """See `Way`. Nobody tells an address that it is out of use, so we ask. InvalidToken when the token is."""
        while True:
            await asyncio.sleep(self._look_seconds)
            there = await self._there()
            if there is not None and there.url != self._set:
                raise _taken()

    async def problems(self) -> Sequence[Problem]:
        """See `Way`: what Telegram met with lately when it brought something."""
        there = await self._there()
        if there is None or there.last_error_date is None:
            return ()
        if self._clock.now() - there.last_error_date > LATELY:
            return ()
        why = there.last_error_message or ""
        return (Problem("telegram-problem-webhook", (("address", self._address.whole), ("why", why))),)

    async def _there(self) -> WebhookInfo | None:
        """What Telegram has written down; None when it does not say."""
        try:
            return await self._bot.get_webhook_info()
        except InvalidToken:
            raise
        except TelegramError:
            return None

    async def close(self) -> None:
        """See `Way`."""

    async def _receive(self, asked: Asked) -> Answered:
        given = asked.headers.get(HEADER, "")
        if asked.method != "POST" or not hmac.compare_digest(given.encode(), self._address.secret.encode()):
            return Answered(403)
        update = _read(asked.body)
        if update is None or self._take is None:
            return Answered(400)
        await self._take([update])
        return Answered()


class _Nowhere(asyncio.Queue[object]):
    """The library's queue of updates: empty, for they are handed over before they reach it."""

    async def put(self, item: object) -> None:
        """Let go of what would only pile up."""


def _read(body: bytes) -> dict[str, object] | None:
    try:
        update: dict[str, object] = read_json(body)
    except ValueError:
        return None
    return update if is_update(update) else None


def _matters(record: logging.LogRecord) -> bool:
    """All but its complaint, with a trace, that it could not confirm what was fetched when it stopped offline.

    Updates are stored before the next are asked for, so that one that comes again is known.
    """
    return not str(record.msg).startswith("Error while calling `get_updates` one more time")


def refused_token() -> ConfigError:
    """Telegram does not know the token."""
    return ConfigError("telegram.token", Said("refusal-telegram-token"), Said("refusal-telegram-token-cure"))


def _taken() -> ConfigError:
    return ConfigError("telegram.token", Said("refusal-telegram-taken"), Said("refusal-telegram-taken-cure"))
