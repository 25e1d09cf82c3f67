"""What every recorded chat is read into, and the limits that all formats share."""

import math
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, TypeAlias

from msgspec import Struct
from pydantic import AfterValidator, Field, ValidationError

from bot.errors import SaidError

# Chats that never stop are cut into videos long before; a larger number is a clock time or a damaged file.
LONGEST_STREAM = timedelta(days=31)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class RecordedMessage(Struct, frozen=True):
    """Something a person said in a recorded chat.

    `key` names the message for ever ("twitch:...", "youtube:...", "csv:..."), so that reading a file again is harmless.
    `offset` counts from the start of the stream and is never negative: who spoke before it was there as it started.
    """

    key: str
    author_id: str
    author_name: str
    offset: timedelta
    text: str
    is_question: bool
    is_host: bool = False
    is_moderator: bool = False


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A place that could not be read.

    `number` counts from 1: the line of the file (YouTube, CSV) or the comment's place in the list (Twitch).
    """

    number: int
    why: str
    error: "UnreadableError | None" = field(default=None, compare=False, repr=False)  # says it in other languages too

    @classmethod
    def of(cls, number: int, error: "UnreadableError") -> "BrokenLine":
        """The line that could not be read because of `error`."""
        return cls(number, str(error), error)


Entry: TypeAlias = RecordedMessage | BrokenLine


class Header(Struct, frozen=True):
    """What a recording says about its stream; `started_at` is in UTC, or None where the file does not tell.

    `zone_is_taken`: the file has the day and the time, but in no zone, so that the one given by the reader was taken.
    """

    source: str  # "twitch", "youtube" or "csv"
    title: str
    reference: str
    started_at: datetime | None
    zone_is_taken: bool = False


class UnreadableError(SaidError):
    """A piece of a recording cannot be read; the text says why. It becomes a `BrokenLine` or an `InputFileError`."""


def offset_of(seconds: float) -> timedelta:
    """Seconds since the start as an offset; negative ones become zero.

    Raises UnreadableError when no stream is as long.
    """
    if not math.isfinite(seconds) or abs(seconds) > LONGEST_STREAM.total_seconds():
        raise UnreadableError("recording-too-far", seconds=f"{seconds:g}", days=LONGEST_STREAM.days)
    return timedelta(seconds=max(0.0, seconds))


def reason_of(error: ValidationError) -> str:
    """The first thing that is wrong, in one line: where it is and what was expected there."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" if where else first["msg"]


def clean(text: str) -> str:
    """`text` as a database can keep it, without space round it: no NUL, and no half of a character (lone surrogate)."""
    return _HALF_CHARACTER.sub("\ufffd", text.replace("\x00", "")).strip()


CleanText: TypeAlias = Annotated[str, AfterValidator(clean)]
Id: TypeAlias = Annotated[str, AfterValidator(clean), Field(min_length=1)]
