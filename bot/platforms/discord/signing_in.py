"""Signing in: what a refusal means for the configuration, and how the sessions of a day are spared."""

import asyncio
import logging

import discord

from bot.errors import ConfigError, Said

log = logging.getLogger(__name__)

KEY = "discord.token"
SPARE_SESSIONS = 50  # Discord resets the token of a bot that starts more than 1000 sessions a day
WRONG_TOKEN = 4004  # the gateway's close code for a token that it does not accept


def config_error(
    error: discord.LoginFailure | discord.PrivilegedIntentsRequired | discord.ConnectionClosed,
) -> ConfigError | None:
    """The configuration's share in a refused connection: where and how to cure it; None when it has none."""
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return ConfigError(
            KEY,
            Said("refusal-discord-members"),
            Said("refusal-discord-members-cure"),
        )
    if isinstance(error, discord.ConnectionClosed) and error.code != WRONG_TOKEN:
        return None
    return ConfigError(
        KEY,
        Said("refusal-discord-token"),
        Said("refusal-discord-token-cure"),
    )


async def spare_sessions(client: discord.Client) -> int:
    """Wait before connecting when today's sessions run out: at the end of them Discord resets the token.

    Returns how many shards Discord recommends.
    """
    try:
        shards, _, limit = await client.http.get_bot_gateway()
    except discord.GatewayNotFound:
        return 1
    if limit["remaining"] < SPARE_SESSIONS:
        seconds = limit["reset_after"] / 1000
        log.warning("only %d Discord sessions left; connecting in %.0f s", limit["remaining"], seconds)
        await asyncio.sleep(seconds)
    return shards
