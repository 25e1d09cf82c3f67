"""Keeps the bot within Telegram's limits: what must wait a moment waits, what must wait long is refused at once."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import ChatMigrated, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.clock import Clock
from bot.platforms.telegram.outcomes import wait_of
from bot.platforms.telegram.pace import Kind, Pace, Urgency

_SENDS = ("send", "edit", "copy", "forward", "stopPoll")
_NO_MESSAGE = ("sendChatAction",)
_FREE = contextlib.nullcontext()
AT_ONCE = {Kind.READ: 16, Kind.MANAGE: 16, Kind.ANSWER: 16}
"""So many requests of a kind may be without an answer; else one method that hangs would take every connection."""


class Limiter(BaseRateLimiter[Urgency]):
    """Every request but getUpdates passes it. Nothing is ever repeated here: that is the core's to decide."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pace = Pace()
        self._at_once = {kind: asyncio.Semaphore(most) for kind, most in AT_ONCE.items()}
        self.on_move: Callable[[int, int], None] | None = None
        """Told when any request finds that its group goes on under another id: the old one and the new."""

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Urgency | None,
    ) -> Any:
        """See the library. Raises HeldBackError instead of a long wait."""
        kind, chat = kind_of(endpoint), _chat_of(data)
        now = self._clock.monotonic()
        wait = self._pace.book(kind, chat, rate_limit_args or Urgency.REPLY, now) - now
        if wait > 0:
            await asyncio.sleep(wait)
        try:
            async with self._at_once.get(kind, _FREE):
                self._pace.check(kind, chat, self._clock.monotonic())
                return await callback(*args, **kwargs)
        except RetryAfter as error:
            self._pace.stop(kind, chat, self._clock.monotonic(), wait_of(error).total_seconds())
            raise
        except ChatMigrated as error:
            if chat is not None and self.on_move is not None:
                self.on_move(chat, error.new_chat_id)
            raise


def kind_of(endpoint: str) -> Kind:
    """What a method of the Bot API asks for."""
    if endpoint.startswith("get"):
        return Kind.READ
    if endpoint.startswith("answer"):
        return Kind.ANSWER
    return Kind.SEND if endpoint.startswith(_SENDS) and endpoint not in _NO_MESSAGE else Kind.MANAGE


def _chat_of(data: dict[str, Any]) -> int | None:
    chat = data.get("chat_id")
    return chat if isinstance(chat, int) else None
