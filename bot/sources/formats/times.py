"""Times as people write them into tables: seconds, hours and minutes, or an instant with its date."""

import re
from datetime import UTC, datetime

from bot.sources.formats.message import UnreadableError

_SECONDS = re.compile(r"-?\d{1,12}(?:[.,]\d{1,9})?")
_CLOCK = re.compile(r"(?P<sign>-?)(?:(?P<hours>\d{1,4}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{1,2}(?:[.,]\d{1,9})?)")


def seconds_or_instant(text: str) -> float | datetime:
    """Read "754", "12,5", "0:12:34", "12:34" as seconds, and ISO 8601 as an instant, aware or not as it is written.

    Raises UnreadableError for anything else.
    """
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return _number(text)
    if clock := _CLOCK.fullmatch(text):
        total = int(clock["hours"] or 0) * 3600 + int(clock["minutes"]) * 60 + _number(clock["seconds"])
        return -total if clock["sign"] else total
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        shown = text if len(text) <= 40 else f"{text[:40]}..."
        raise UnreadableError(f"{shown!r} is no time: write seconds, h:mm:ss or 2026-11-20T18:00:00Z") from None


def as_instant(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is taken as UTC, which is enough to count from. Raises UnreadableError."""
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        raise UnreadableError(f"the time {moment.isoformat()} is out of range") from None


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))
