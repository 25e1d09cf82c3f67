"""The way in: makes the Telegram edge, and imports its library only then."""

import hashlib
import hmac

from bot.config import secret_key
from bot.model.ports import Platform
from bot.surroundings import Surroundings
from bot.web.address import Address


def telegram_platform(around: Surroundings) -> Platform:
    """The Telegram edge as the configuration has it, which must name a token."""
    # python-telegram-bot costs a second and 50 MB: a process without a token shall not pay for it.
    from bot.platforms.telegram.connection import TelegramPlatform
    from bot.platforms.telegram.ways_in import PATH

    settings = around.config.telegram
    assert settings.token is not None
    token = settings.token.get_secret_value()
    address = None
    if settings.webhook_url is not None:
        # Derived, so that nothing need be kept: the same at each start, another for each installation and token.
        secret = hmac.new(secret_key(around.config), f"webhook {token}".encode(), hashlib.sha256).hexdigest()
        address = Address(settings.webhook_url, PATH, secret, around.web)
    return TelegramPlatform(
        token,
        base_url=settings.base_url,
        address=address,
        clock=around.clock,
        say=around.say,
        memory=around.memory("telegram"),
    )
