"""Moments, durations, numbers and lists in words, each in the reader's language and zone.

All results are plain text (put them into messages as values). A language without texts of its own gets English words
throughout, so that no answer mixes two. `zone` and `home_zone` are IANA names; an unknown one raises
zoneinfo.ZoneInfoNotFoundError.
"""

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from bot.text.languages import babel_locale, chain
from bot.text.markup import plain
from bot.text.moments import parse_moment
from bot.text.translator import core_texts

__all__ = ["clock", "day", "duration", "moment", "month", "names", "number", "parse_moment", "span_until", "zone_name"]

_NAMED_DAYS = ((-1, "time-yesterday"), (0, "time-today"), (1, "time-tomorrow"))
_WEEKDAY_WITHIN = 6
_MINUTES_UNTIL = 120
_HOURS_UNTIL = 48


def moment(at: datetime, language: str, zone: str, *, now: datetime, home_zone: str | None = None) -> str:
    """When `at` is, in the reader's zone: "tomorrow 18:30", "Friday 18:30" within six days, else "22 November 18:30".

    Where the wall clock in `home_zone`, the community's, shows another time: "tomorrow 18:30 (New York 12:30)", with
    the day when that differs too. `at` and `now` are aware; the year is told when it is not the present one.
    """
    local = at.astimezone(ZoneInfo(zone))
    words = _with_day(local, now.astimezone(ZoneInfo(zone)).date(), language)
    if home_zone is None:
        return words
    home = at.astimezone(ZoneInfo(home_zone))
    if home.replace(tzinfo=None) == local.replace(tzinfo=None):
        return words
    there = _clock(home, language)
    if home.date() != local.date():
        there = _text("time-on-day", language, day=format_date(home, "EEEE", _locale(language)), time=there)
    return _text("time-with-home", language, moment=words, city=zone_name(home_zone, language), home=there)


def day(on: date, language: str, *, today: date | None = None) -> str:
    """A day as "22 November", with its year unless that is the year of `today`."""
    if today is None or today.year != on.year:
        return format_date(on, "long", _locale(language))
    return format_skeleton("MMMMd", on, locale=_locale(language))


def month(of: date, language: str, *, short: bool = False) -> str:
    """The month of a day with its year: "November 2026"; where there is little room "Nov 2026"."""
    return format_skeleton("yMMM" if short else "yMMMM", of, locale=_locale(language))


def clock(at: time, language: str) -> str:
    """A time of day as the language writes it: "08:00", "8:00"."""
    return format_time(at, "short", locale=_locale(language))


def duration(seconds: float, language: str) -> str:
    """How long: "40 seconds", "42 minutes", "1 hour 20 minutes", "2 days 3 hours". Cut, never rounded up."""
    whole = max(0, int(seconds))
    minutes, hours, days = whole // 60, whole // 3600, whole // 86400
    if days:
        parts = [(days, "day"), (hours % 24, "hour")]
    elif hours:
        parts = [(hours, "hour"), (minutes % 60, "minute")]
    elif minutes:
        parts = [(minutes, "minute")]
    else:
        return format_unit(whole, "duration-second", locale=_locale(language))
    return " ".join(format_unit(n, f"duration-{unit}", locale=_locale(language)) for n, unit in parts if n)


def span_until(at: datetime, language: str, *, now: datetime) -> str:
    """How far off `at` is: "in 3 hours", "2 days ago", "now" within half a minute. Both are aware."""
    seconds = (at - now).total_seconds()
    minutes, hours, days = round(seconds / 60), round(seconds / 3600), round(seconds / 86400)
    if minutes == 0:
        return _text("time-now", language)
    if abs(minutes) < _MINUTES_UNTIL:
        return _direction(timedelta(minutes=minutes), "minute", language)
    if abs(hours) < _HOURS_UNTIL:
        return _direction(timedelta(hours=hours), "hour", language)
    return _direction(timedelta(days=days), "day", language)


def names(of: Sequence[str], language: str) -> str:
    """A list in a sentence: "Ema, Petr and Jana"."""
    return format_list(list(of), locale=_locale(language))


def number(value: float | Decimal, language: str) -> str:
    """A number with the language's separators, at most three decimals: "1,234.5"."""
    return format_decimal(value, locale=_locale(language))


def zone_name(zone: str, language: str) -> str:
    """The zone by its city: "Prague", "Praha"."""
    city = str(get_timezone_location(ZoneInfo(zone), locale=_locale(language), return_city=True))
    return city.rpartition("/")[2]


def _with_day(local: datetime, today: date, language: str) -> str:
    at = _clock(local, language)
    apart = (local.date() - today).days
    for distance, key in _NAMED_DAYS:
        if apart == distance:
            return _text(key, language, time=at)
    weekday = 0 < apart <= _WEEKDAY_WITHIN
    words = format_date(local, "EEEE", _locale(language)) if weekday else day(local.date(), language, today=today)
    return _text("time-on-day", language, day=words, time=at)


def _clock(local: datetime, language: str) -> str:
    return clock(local.time(), language)


def _direction(delta: timedelta, unit: Literal["minute", "hour", "day"], language: str) -> str:
    # Without a threshold out of reach Babel moves on to larger units by itself.
    return format_timedelta(delta, granularity=unit, threshold=math.inf, add_direction=True, locale=_locale(language))


def _text(key: str, language: str, **values: object) -> str:
    return plain(core_texts().text(key, language, **values))


def _locale(language: str) -> Locale:
    return babel_locale(chain(language, core_texts().languages)[0])
