"""Times as people and their programs write them into tables: seconds, hours and minutes, or a day with its time."""

import re
from datetime import UTC, datetime, timedelta, timezone

from bot.sources.formats.message import UnreadableError

_SECONDS = re.compile(r"-?\d{1,12}(?:[.,]\d{1,15})?")
_OFFSET = re.compile(r"(?P<sign>-?)(?:(?P<hours>\d{1,4}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d{1,2}(?:[.,]\d{1,9})?)")
_DAYS = (
    re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<one>\d{1,2})(?P<sign>[-/])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})"),
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<rest>\d{1,9}))?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: ?(?P<zone>z|utc|gmt|[+-]\d{2}(?::?\d{2})?))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[Tt]|[,;]? |[,;]")
_FIRST_DAY_OF_EXCEL = datetime(1899, 12, 30)  # noqa: DTZ001 - it counts the days of a wall, whose zone it does not know
_SERIALS = range(36_526, 73_050)  # the years 2000 to 2099, counted in days
_NOON = 12
_CENTURY = 2000


def seconds_or_instant(text: str) -> float | datetime:
    """Read "754", "12,5", "0:12:34", "12:34" as seconds; a day with its time as an instant, aware or not as written.

    Days are "2026-11-28", "28. 11. 2026", "28.11.26", "11/28/2026"; times have 24 hours, or AM and PM. Raises
    UnreadableError for anything else, and where it is open which number is the month.
    """
    text = " ".join(text.split())
    if _SECONDS.fullmatch(text):
        return _number(text)
    if offset := _OFFSET.fullmatch(text):
        total = int(offset["hours"] or 0) * 3600 + int(offset["minutes"]) * 60 + _number(offset["seconds"])
        return -total if offset["sign"] else total
    try:
        return _instant(text)
    except (ValueError, OverflowError):
        raise UnreadableError("recording-no-time", typed=_shown(text)) from None


def is_serial(seconds: float) -> bool:
    """Whether a number that stands first in a table is a day as Excel counts them, with its time as a fraction.

    No chat begins ten hours after its stream, and in ten-thousandths of a second.
    """
    return int(seconds) in _SERIALS and seconds != round(seconds, 3)


def from_serial(days: float) -> datetime:
    """The moment on the wall that Excel's number of days means. Raises UnreadableError."""
    try:
        return _FIRST_DAY_OF_EXCEL + timedelta(milliseconds=round(days * 86_400_000))
    except OverflowError:
        raise UnreadableError("recording-out-of-range", time=f"{days:g}") from None


def as_instant(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is taken as UTC, which is enough to count from. Raises UnreadableError."""
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        raise UnreadableError("recording-out-of-range", time=moment.isoformat()) from None


def _instant(text: str) -> datetime:
    """A day and its time. Raises ValueError when it is none, UnreadableError when it may be two."""
    day = next((found for form in _DAYS if (found := form.match(text))), None)
    between = _BETWEEN.match(text, day.end()) if day else None
    clock = _CLOCK.fullmatch(text, between.end()) if between else None
    if day is None or clock is None:
        return _by_the_standard(text)
    year, month, number = _day(day, text)
    micros = (clock["rest"] or "").ljust(6, "0")[:6]
    return datetime(
        year, month, number, _hour(clock), int(clock["minute"]), int(clock["second"] or 0), int(micros),
        tzinfo=_zone(clock["zone"]),
    )  # fmt: skip


def _by_the_standard(text: str) -> datetime:
    """ISO 8601 in its rarer forms; a day without a time of day is not enough."""
    if ":" not in text and "T" not in text:
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _day(day: re.Match[str], text: str) -> tuple[int, int, int]:
    """Year, month and day, also where either of two numbers may be the month: then the one that cannot be one tells."""
    year = int(day["year"])
    year += _CENTURY * (len(day["year"]) == len("26"))
    if "one" not in day.groupdict():
        return year, int(day["month"]), int(day["day"])
    one, two = int(day["one"]), int(day["two"])
    if one == two or two > _NOON:
        return year, one, two
    if one > _NOON:
        return year, two, one
    raise UnreadableError("recording-two-days", typed=_shown(text), day=f"{year}-{two:02}-{one:02}")


def _hour(clock: re.Match[str]) -> int:
    hour = int(clock["hour"])
    if not clock["half"]:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError(hour)
    return hour % _NOON + _NOON * (clock["half"].lower() == "p")


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-span if written[0] == "-" else span)


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}...")
