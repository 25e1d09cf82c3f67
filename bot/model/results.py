"""What an edge says of what it was asked: how a send ended, what is wrong. Expected refusals are never exceptions."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class SendStatus(StrEnum):
    """How a send ended."""

    SENT = "sent"
    UNREACHABLE = "unreachable"  # the person must open the door first
    BLOCKED = "blocked"  # the person closed the door
    FORBIDDEN = "forbidden"  # the bot lacks a right
    SPARED = "spared"  # the edge held it back to stay within the platform's limits: another way may do meanwhile
    LATER = "later"  # refused for now (rate limit, fault before delivery): certainly not delivered
    GONE = "gone"  # the account or channel no longer exists
    INVALID = "invalid"  # the platform rejects the content
    UNKNOWN = "unknown"  # nobody can tell whether it arrived; it is never repeated


class Problem(Struct, frozen=True):
    """Something that an edge found wrong with itself, and its cure; keys and values for `locales/`."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


class SendResult(Struct, frozen=True):
    """The outcome of a send. Expected refusals are outcomes, never exceptions."""

    status: SendStatus
    message_id: str | None = None
    retry_at: datetime | None = None  # with LATER and SPARED: not before this moment
    reason: str = ""
    reference: str = ""  # what was made beside a message: a poll, an invite, a thread
    problem: Problem | None = None  # what refused it, with its cure, where the edge knows
