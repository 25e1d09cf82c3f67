"""What Telegram's refusals mean: every error of its library as the outcome of a send."""

from datetime import datetime, timedelta

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.pace import HeldBackError

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""Faults from before the first byte of a request went out."""

_FORBIDDEN = (
    ("initiate conversation", SendStatus.UNREACHABLE),
    ("blocked by the user", SendStatus.BLOCKED),
    ("user is deactivated", SendStatus.GONE),
)

_BAD_REQUEST = (
    ("message to edit not found", SendStatus.GONE),
    ("can't be edited", SendStatus.GONE),
    ("not enough rights", SendStatus.FORBIDDEN),
    ("have no rights", SendStatus.FORBIDDEN),
    ("chat_write_forbidden", SendStatus.FORBIDDEN),
    ("need administrator rights", SendStatus.FORBIDDEN),
)

_NO_SUCH_CHAT = ("chat not found", "peer_id_invalid", "user not found")


def outcome(error: TelegramError, now: datetime, *, person: bool) -> SendResult:
    """How a send ended that raised `error` at `now`; `person` says whether it was meant for a private chat.

    Telegram knows no key that makes a repeated send harmless, so whatever may have been delivered is UNKNOWN.
    That includes every answer 5xx: a gateway speaks for a server that may have done its work.
    `BadRequest` and `TimedOut` are subclasses of `NetworkError` in the library, hence the order here.
    """
    reason = str(error)
    if isinstance(error, HeldBackError):
        return SendResult(SendStatus.LATER, retry_at=now + timedelta(seconds=error.wait), reason=reason)
    if isinstance(error, RetryAfter):
        return SendResult(SendStatus.LATER, retry_at=now + wait_of(error), reason=reason)
    if isinstance(error, ChatMigrated):
        return SendResult(SendStatus.GONE, reason=f"the group is now {error.new_chat_id}")
    if isinstance(error, Forbidden):
        return SendResult(_by_words(reason, _FORBIDDEN) or SendStatus.FORBIDDEN, reason=reason)
    if isinstance(error, BadRequest):
        return SendResult(_bad_request(reason, person=person), reason=reason)
    if isinstance(error, InvalidToken):
        return SendResult(SendStatus.LATER, reason="Telegram does not accept the token")
    if isinstance(error, NetworkError) and isinstance(error.__cause__, _NEVER_LEFT):
        return SendResult(SendStatus.LATER, reason=reason)
    return SendResult(SendStatus.UNKNOWN, reason=reason)


def wait_of(error: RetryAfter) -> timedelta:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def is_unchanged(error: TelegramError) -> bool:
    """Whether an edit was refused because the message looks like that already."""
    return isinstance(error, BadRequest) and "message is not modified" in str(error).lower()


def has_no_text(error: TelegramError) -> bool:
    """Whether an edit of a text was refused because a picture stands there."""
    return isinstance(error, BadRequest) and "no text in the message" in str(error).lower()


def _bad_request(reason: str, *, person: bool) -> SendStatus:
    if any(words in reason.lower() for words in _NO_SUCH_CHAT):
        # A person the bot has never met is "not found" as well, until they open the private chat.
        return SendStatus.UNREACHABLE if person else SendStatus.GONE
    return _by_words(reason, _BAD_REQUEST) or SendStatus.INVALID


def _by_words(reason: str, meanings: tuple[tuple[str, SendStatus], ...]) -> SendStatus | None:
    return next((status for words, status in meanings if words in reason.lower()), None)
