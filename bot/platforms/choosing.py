"""Which platforms run: those with a token, or the local chat when there is none. Each library is imported only then."""

from collections.abc import Sequence

from bot.model.ports import Platform
from bot.platforms.surroundings import Surroundings


def configured_platforms(around: Surroundings) -> Sequence[Platform]:
    """The edges that the configuration names."""
    platforms: list[Platform] = []
    config, clock, say = around.config, around.clock, around.say
    if config.discord.token is not None:
        from bot.platforms.discord.connection import DiscordPlatform

        token = config.discord.token.get_secret_value()
        memory = around.memory("discord")
        platforms.append(DiscordPlatform(token, clock=clock, say=say, members=config.discord.members, memory=memory))
    if config.telegram.token is not None:
        from bot.platforms.telegram.platform import telegram_platform

        platforms.append(telegram_platform(around))
    if not platforms:
        from bot.platforms.local.chat import LocalPlatform

        platforms.append(LocalPlatform(clock, say))
    return platforms
