"""The way in: makes the Telegram edge, and imports its library only then."""

from bot.clock import Clock
from bot.model.ports import Memory, Platform
from bot.text.saying import Say


def telegram_platform(token: str, *, base_url: str | None = None, clock: Clock, say: Say, memory: Memory) -> Platform:
    """The Telegram edge for the bot with this `token`.

    `base_url` is another Bot API server, up to and including "/bot"; `say` words the few texts of the edge itself;
    `memory` is what it keeps over restarts.
    """
    # python-telegram-bot costs a second and 50 MB: a process without a token shall not pay for it.
    from bot.platforms.telegram.connection import TelegramPlatform

    return TelegramPlatform(token, base_url=base_url, clock=clock, say=say, memory=memory)
