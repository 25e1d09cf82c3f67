"""Moments that people type: "20:00", "zítra 18:30", "friday 20:00", "in 2 h", "24.12. 18:00"."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final, Literal
from zoneinfo import ZoneInfo

from babel.dates import get_month_names
from msgspec import Struct

from bot.clock import wall_clock
from bot.text.folding import folded
from bot.text.languages import BASE, babel_locale, chain
from bot.text.markup import plain
from bot.text.translator import core_texts

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS: Final = MappingProxyType({"yesterday": -1, "today": 0, "tomorrow": 1})
_UNITS: Final = (("minutes", 60), ("hours", 3600), ("days", 86400))
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})")
_ISO: Final = re.compile(r"([12]\d{3})-(\d{1,2})-(\d{1,2})")
_DOTTED: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}))?")
_NAMED: Final = re.compile(r"(\d{1,2})\.? ([^\W\d]+)(?: (\d{4}))?")
_AMOUNT: Final = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?) ?([^\W\d]+) ?")
_MONTH_FORMS: Final[tuple[Literal["format", "stand-alone"], ...]] = ("format", "stand-alone")
_YEARS_AROUND: Final = 50
_LEAP_CYCLE: Final = 8  # 29 February may be that many years away (1896 to 1904, 2096 to 2104)


def parse_moment(words: str, language: str, zone: str, now: datetime, *, past: bool = False) -> datetime | None:
    """The moment that `words` mean on the wall clock of `zone` (IANA), in UTC; None when they mean none.

    The words of all our languages are understood, accents may be missing; where two languages differ, the reader's
    `language` wins. A time alone, a weekday and a date without a year mean the next such moment after `now` (aware), or
    the last one where `past` is asked for; "today", "yesterday" and full dates mean what they say, so the result may be
    past or to come either way. Never raises for any text.
    """
    lexicon = _lexicon(chain(language, core_texts().languages)[0])
    tokens = [token for token in _folded(words).split() if lexicon.get(token) != "fillers"]
    local_now = now.astimezone(ZoneInfo(zone))
    if tokens and lexicon.get(tokens[0]) == "in":
        return _after(" ".join(tokens[1:]), lexicon, now.astimezone(UTC), zone)
    clock = _clock(tokens[-1]) if tokens else None
    if clock is None:
        return None
    return _Wall(clock, zone, local_now, lexicon, past).on(" ".join(tokens[:-1]))


class _Wall(Struct, frozen=True):
    """A time of day that looks for its day."""

    clock: time
    zone: str
    now: datetime  # in the zone
    lexicon: Mapping[str, str]
    past: bool  # looks back for its day

    def on(self, day: str) -> datetime | None:
        meaning = self.lexicon.get(day, "")
        if not day or meaning in _WEEKDAYS:
            return self._next(_WEEKDAYS.index(meaning) if day else None)
        if meaning in _DAYS:
            return _shown_on(self.now.date() + timedelta(days=_DAYS[meaning]), self.clock, self.zone)
        if match := _ISO.fullmatch(day):
            return self._dated(int(match[1]), int(match[2]), int(match[3]))
        if match := _DOTTED.fullmatch(day):
            return self._dated(int(match[3] or 0), int(match[2]), int(match[1]))
        if match := _NAMED.fullmatch(day):
            month = self.lexicon.get(match[2], "")
            return self._dated(int(match[3] or 0), int(month), int(match[1])) if month.isdigit() else None
        return None

    def _next(self, weekday: int | None) -> datetime | None:
        """The nearest moment on that weekday, or on any day; today counts while the time is still to come, or past."""
        days = (self.now.date() + timedelta(days=away * self._step) for away in range(8))
        moments = (_shown_on(day, self.clock, self.zone) for day in days if weekday in (None, day.weekday()))
        return next((moment for moment in moments if self._fits(moment)), None)

    @property
    def _step(self) -> int:
        return -1 if self.past else 1

    def _fits(self, moment: datetime) -> bool:
        return moment <= self.now if self.past else moment > self.now

    def _dated(self, year: int, month: int, day: int) -> datetime | None:
        """That date; without a year (0) the nearest such one."""
        if year and abs(year - self.now.year) > _YEARS_AROUND:
            return None
        last = self.now.year + self._step * (_LEAP_CYCLE + 1)
        years = [year] if year else range(self.now.year, last, self._step)
        for candidate in years:
            try:
                moment = _shown_on(date(candidate, month, day), self.clock, self.zone)
            except ValueError:
                continue  # no such day in that year
            if year or self._fits(moment):
                return moment
        return None


def _clock(token: str) -> time | None:
    match = _CLOCK.fullmatch(token)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))


def _after(amounts: str, lexicon: Mapping[str, str], now: datetime, zone: str) -> datetime | None:
    """Amounts such as "2 h 30 min" from `now`. Hours and minutes pass on any clock; whole days keep the wall time."""
    days, seconds, position = 0, 0.0, 0
    while match := _AMOUNT.match(amounts, position):
        unit = dict(_UNITS).get(lexicon.get(match[2], ""))
        if unit is None:
            return None
        amount = float(match[1].replace(",", "."))
        if unit == 86400 and amount.is_integer():
            days += int(amount)
        else:
            seconds += amount * unit
        position = match.end()
    if not position or position != len(amounts):
        return None
    local = now.astimezone(ZoneInfo(zone))
    try:
        start = _shown_on(local.date() + timedelta(days=days), local.time(), zone) if days else now
        return start + timedelta(seconds=seconds)
    except OverflowError:
        return None  # beyond the calendar


@cache
def _lexicon(language: str) -> Mapping[str, str]:
    """What each word means, accents off: "patek" is "friday", "prosince" is "12"."""
    texts = core_texts()
    meanings: dict[str, str] = {}
    for spoken in sorted(texts.languages, key=lambda tag: (tag == language, tag == BASE)):
        for form in _MONTH_FORMS:
            names = get_month_names("wide", form, locale=babel_locale(spoken))
            meanings |= {_folded(name): str(month) for month, name in names.items()}
        for meaning in (*_WEEKDAYS, *dict(_UNITS), *_DAYS, "in", "fillers"):
            said = plain(texts.text(f"time-words-{meaning}", spoken))
            meanings |= {_folded(word): meaning for word in said.split(",")}
    return MappingProxyType(meanings)


def _folded(words: str) -> str:
    """Lower case, without accents, single spaces; the T of an ISO moment becomes a space."""
    return " ".join(re.sub(r"(?<=\d)t(?=\d)", " ", folded(words)).split())


def _shown_on(day: date, clock: time, zone: str) -> datetime:
    return wall_clock(datetime.combine(day, clock), zone)
