"""What Discord's refusals and faults mean for a send: one `SendResult` for each, never an exception."""

from datetime import datetime, timedelta

import aiohttp
import discord

from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.pace import HeldError

EXPECTED = (discord.DiscordException, aiohttp.ClientError, OSError)
"""What a call to Discord may raise (a timeout is an OSError too)."""

SOON = timedelta(seconds=5)  # within Discord's memory of a nonce, so that a repetition cannot arrive twice
AFTER_A_BAN = timedelta(minutes=10)  # Cloudflare counts invalid requests over ten minutes
AFTER_TOO_MANY_OPENINGS = timedelta(hours=24)  # Discord publishes no number; a day is what hurt bots report

AFTER_TOO_MANY_EDITS = timedelta(minutes=5)

TOO_MANY_OPENINGS = 40003
TOO_MANY_EDITS = 30046  # of messages older than an hour, as posts that go on changing are
BY_CODE = {
    50007: SendStatus.BLOCKED,  # the person takes no direct messages from here, or blocked the bot
    50278: SendStatus.UNREACHABLE,  # no server in common
    40060: SendStatus.UNKNOWN,  # an attempt before this one got through and its reply was lost
}
BY_STATUS = {401: SendStatus.FORBIDDEN, 403: SendStatus.FORBIDDEN, 404: SendStatus.GONE}

NOT_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, ConnectionRefusedError)


def outcome_of(error: Exception, now: datetime, *, reached: bool = True) -> SendResult:
    """The result that stands for `error`, one of `EXPECTED`, at the moment `now`.

    `reached` is False while only the way to the person is being opened: then nothing can have been delivered,
    so that a lost reply means "later" instead of "unknown".
    """
    if isinstance(error, HeldError):
        return _later(now + timedelta(seconds=error.seconds), error)
    if isinstance(error, discord.RateLimited):
        return _later(now + timedelta(seconds=error.retry_after), error)
    if isinstance(error, discord.HTTPException):
        return _refused(error, now, reached)
    if isinstance(error, NOT_CONNECTED) or not reached:
        return _later(now + SOON, error)
    return SendResult(SendStatus.UNKNOWN, reason=_reason(error))


def _refused(error: discord.HTTPException, now: datetime, reached: bool) -> SendResult:
    if error.status == 429:
        return _later(now + _wait_asked_for(error), error)
    if error.code == TOO_MANY_EDITS:
        return _later(now + AFTER_TOO_MANY_EDITS, error)
    # Up to here discord.py has repeated a failing send itself, always under the same nonce.
    if error.status >= 500:
        return SendResult(SendStatus.UNKNOWN, reason=_reason(error)) if reached else _later(now + SOON, error)
    status = BY_CODE.get(error.code) or BY_STATUS.get(error.status, SendStatus.INVALID)
    return SendResult(status, reason=_reason(error))


def _wait_asked_for(error: discord.HTTPException) -> timedelta:
    try:
        return timedelta(seconds=float(error.response.headers.get("Retry-After", "")))
    except ValueError:
        return AFTER_A_BAN


def _later(at: datetime, error: Exception) -> SendResult:
    return SendResult(SendStatus.LATER, retry_at=at, reason=_reason(error))


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
