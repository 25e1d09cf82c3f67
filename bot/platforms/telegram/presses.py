"""Every press of a button is answered, and answered once: until then the person sees it spin."""

import asyncio
import logging
from collections import OrderedDict

from telegram import Bot
from telegram.error import TelegramError

PATIENCE = 1.5
"""Seconds after which a press is answered silently, whether its handler has spoken or not."""
NOTICE_LENGTH = 200
"""Characters of the notice that an answer may show (https://core.telegram.org/bots/api#answercallbackquery)."""
_REMEMBERED = 2000

log = logging.getLogger(__name__)


class Presses:
    """The presses that came in lately, and whether they have their answer."""

    def __init__(self, bot: Bot, patience: float) -> None:
        self._bot = bot
        self._patience = patience
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._answered: OrderedDict[str, None] = OrderedDict()

    def expect(self, callback_id: str) -> None:
        """A press came in: answer it silently when nobody else does so in time."""
        if callback_id not in self._answered and callback_id not in self._waiting:
            self._waiting[callback_id] = asyncio.create_task(self._wait(callback_id))

    async def answer(self, callback_id: str, notice: str = "", *, alert: bool = False, url: str | None = None) -> bool:
        """Answer a press, with a `notice` only that person sees; `alert` makes them close it; `url` is opened for them.

        Returns whether the person got to see it: not when the press was answered before or is too old.
        """
        waiting = self._waiting.pop(callback_id, None)
        if waiting is not None and waiting is not asyncio.current_task():
            waiting.cancel()
        if callback_id in self._answered:
            return False
        self._remember(callback_id)
        try:
            await self._bot.answer_callback_query(callback_id, text=notice or None, show_alert=alert or None, url=url)
        except TelegramError as error:
            log.debug("a press could not be answered: %s", error)
            return False
        return True

    async def close(self) -> None:
        """Answer what still waits."""
        await asyncio.gather(*(self.answer(callback_id) for callback_id in list(self._waiting)))

    async def _wait(self, callback_id: str) -> None:
        await asyncio.sleep(self._patience)
        await self.answer(callback_id)

    def _remember(self, callback_id: str) -> None:
        self._answered[callback_id] = None
        while len(self._answered) > _REMEMBERED:
            self._answered.popitem(last=False)
