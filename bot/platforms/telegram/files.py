"""Files that people hand in with a form on Telegram; a bot may fetch those of up to 20 megabytes."""

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.results import SendResult
from bot.platforms.telegram.outcomes import outcome
from bot.platforms.telegram.pace import Urgency


class TelegramFiles:
    """Implements the port `Files`. A reference is the id by which Telegram knows the file."""

    def __init__(self, bot: ExtBot[Urgency], clock: Clock) -> None:
        self._bot = bot
        self._clock = clock

    async def fetch(self, reference: str) -> bytes | SendResult:
        """See the port."""
        try:
            file = await self._bot.get_file(reference)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
