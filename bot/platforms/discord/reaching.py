"""When Discord cannot be reached: which errors mean that, and one line in the log for each try."""

import logging

import aiohttp
import discord

UNREACHABLE = (aiohttp.ClientError, OSError, discord.GatewayNotFound, discord.DiscordServerError)
"""What signing in and connecting raise when the way or the other end is down (a timeout is an OSError too)."""

_RECONNECTS = "Attempting a reconnect"


def in_a_line(error: BaseException) -> str:
    """Why Discord cannot be reached."""
    words = " ".join(str(error).split())
    return words or ("no answer in time" if isinstance(error, TimeoutError) else type(error).__name__)


def tell_reconnects_in_a_line() -> None:
    """The library reconnects by itself once it was connected, and would log each try with a trace of many lines."""
    logging.getLogger("discord.client").addFilter(_shortened)  # the same one is kept once


def _shortened(record: logging.LogRecord) -> bool:
    if isinstance(record.msg, str) and record.msg.startswith(_RECONNECTS) and record.exc_info:
        error = record.exc_info[1]
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.msg = "Discord cannot be reached: %s; next try in %.0f s"
        record.args = (in_a_line(error) if error else "", *(record.args if isinstance(record.args, tuple) else ()))
        record.exc_info = None
    return True
