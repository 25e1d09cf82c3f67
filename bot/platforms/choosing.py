"""Which platforms run: those with a token, or the local chat when there is none. Each library is imported only then."""

from collections.abc import Sequence

from bot.clock import Clock
from bot.config import Config
from bot.model.ports import Platform
from bot.text.translator import Translator


def configured_platforms(config: Config, clock: Clock, translator: Translator) -> Sequence[Platform]:
    """The edges that the configuration names."""
    platforms: list[Platform] = []
    if config.discord.token is not None:
        from bot.platforms.discord.connection import DiscordPlatform

        token = config.discord.token.get_secret_value()
        platforms.append(DiscordPlatform(token, clock=clock, say=translator.text, members=config.discord.members))
    if config.telegram.token is not None:
        from bot.platforms.telegram.platform import telegram_platform

        token = config.telegram.token.get_secret_value()
        platforms.append(telegram_platform(token, base_url=config.telegram.base_url, clock=clock, say=translator.text))
    if not platforms:
        from bot.platforms.local.chat import LocalPlatform

        platforms.append(LocalPlatform(clock, translator.text))
    return platforms
