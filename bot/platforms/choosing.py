"""Which platforms run: those with a token, or the local chat when there is none. Each library is imported only then."""

from collections.abc import Sequence

from bot.model.ports import Platform
from bot.surroundings import Surroundings


def configured_platforms(around: Surroundings) -> Sequence[Platform]:
    """The edges that the configuration names."""
    platforms: list[Platform] = []
    config, clock, say = around.config, around.clock, around.say
    if config.discord.token is not None:
        from bot.platforms.discord.connection import DiscordPlatform

        token = config.discord.token.get_secret_value()
        memory = around.memory("discord")
        platforms.append(
            DiscordPlatform(
                token,
                clock=clock,
                say=say,
                memory=memory,
                members=config.discord.members,
                new_direct_per_minute=config.discord.new_direct_per_minute,
                new_direct_per_day=config.discord.new_direct_per_day,
                api_url=config.discord.api_url,
            )
        )
    if config.telegram.token is not None:
        from bot.platforms.telegram.platform import telegram_platform

        platforms.append(telegram_platform(around))
    if not platforms:
        from bot.platforms.local.chat import LocalPlatform

        platforms.append(LocalPlatform(clock, say))
    return platforms
