"""The way from a group into the private chat with the bot, and where somebody who takes it came from."""

from datetime import timedelta

from telegram import Bot
from telegram.error import TelegramError

from bot.clock import Clock
from bot.model.identity import SpaceRef
from bot.model.ports import Memory
from bot.platforms.telegram.origin import PLATFORM

SPARED = timedelta(days=14)


class Doorway:
    """Makes the addresses that open the private chat. Nothing can be forged by them: what they meant is kept here."""

    def __init__(self, bot: Bot, memory: Memory, clock: Clock) -> None:
        self._bot = bot
        self._memory = memory
        self._clock = clock

    async def address(self, payload: str) -> str | None:
        """The address that brings `payload`; None while nobody knows who the bot is."""
        try:
            await self._bot.initialize()
        except TelegramError:
            return None
        return f"https://t.me/{self._bot.username}?start={payload}"

    async def lead(self, user_id: int, chat_id: int, token: str) -> str | None:
        """The address by which somebody who pressed a button in a group has its answer in private."""
        led_at = f"{self._clock.now().timestamp():.0f}"
        await self._memory.keep(_name(user_id), f"{chat_id}:{token}:{led_at}")
        return await self.address(token)

    async def was_led(self, user_id: int) -> bool:
        """Whether somebody was shown the door lately and did not come in: then it is not shown at every press."""
        _, _, led_at = await self._led(user_id)
        return bool(led_at) and self._clock.now().timestamp() - float(led_at) < SPARED.total_seconds()

    async def came_from(self, user_id: int, payload: str) -> SpaceRef | None:
        """The group whose button brought them with this payload; None when none did."""
        chat_id, token, _ = await self._led(user_id)
        return SpaceRef(PLATFORM, chat_id) if chat_id and token == payload else None

    async def _led(self, user_id: int) -> list[str]:
        return [*(await self._memory.recall(_name(user_id)) or "").split(":"), "", "", ""][:3]


def _name(user_id: int) -> str:
    return f"doorway:{user_id}"
