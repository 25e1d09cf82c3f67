"""Moments, durations and numbers in the reader's words."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from bot.text.times import clock, day, duration, moment, names, number, span_until, zone_name

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # a Sunday, 13:00 in Prague
PRAGUE = "Europe/Prague"


@pytest.mark.parametrize(
    ("days", "english", "czech"),
    [
        (0, "today 18:30", "dnes 18:30"),
        (1, "tomorrow 18:30", "zítra 18:30"),
        (-1, "yesterday 18:30", "včera 18:30"),
        (2, "Tuesday 18:30", "úterý 18:30"),
        (6, "Saturday 18:30", "sobota 18:30"),
        (7, "29 November 18:30", "29. listopadu 18:30"),
        (-2, "20 November 18:30", "20. listopadu 18:30"),
        (60, "21 January 2027 18:30", "21. ledna 2027 18:30"),
    ],
)
def test_a_moment_names_its_day(days: int, english: str, czech: str) -> None:
    at = datetime(2026, 11, 22, 17, 30, tzinfo=UTC) + timedelta(days=days)
    assert moment(at, "en", PRAGUE, now=NOW) == english
    assert moment(at, "cs-CZ", PRAGUE, now=NOW) == czech


def test_the_day_is_the_readers_own() -> None:
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert moment(at, "en", "Europe/London", now=NOW) == "today 23:30"
    assert moment(at, "en", PRAGUE, now=NOW) == "tomorrow 00:30"
    assert moment(at, "cs", PRAGUE, now=NOW) == "zítra 0:30"


def test_the_communitys_clock_stands_in_brackets_where_it_differs() -> None:
    at = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
    assert moment(at, "cs", PRAGUE, now=NOW, home_zone="Europe/Vienna") == "zítra 18:30"
    assert moment(at, "cs", PRAGUE, now=NOW, home_zone="Europe/London") == "zítra 18:30 (Londýn 17:30)"
    assert moment(at, "en", "Asia/Tokyo", now=NOW, home_zone=PRAGUE) == "Tuesday 02:30 (Prague Monday 18:30)"


def test_both_clock_changes_of_prague_are_shown_right() -> None:
    spring = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert moment(spring, "en", PRAGUE, now=spring) == "today 01:59"
    assert moment(spring + timedelta(minutes=1), "en", PRAGUE, now=spring) == "today 03:00"
    autumn = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment(autumn, "en", PRAGUE, now=autumn) == "today 02:30"
    assert moment(autumn + timedelta(hours=1), "en", PRAGUE, now=autumn) == "today 02:30"


@pytest.mark.parametrize(
    ("seconds", "english", "czech"),
    [
        (0, "0 seconds", "0 sekund"),
        (59.9, "59 seconds", "59 sekund"),
        (60, "1 minute", "1 minuta"),
        (42 * 60 + 59, "42 minutes", "42 minut"),
        (3600, "1 hour", "1 hodina"),
        (3900, "1 hour 5 minutes", "1 hodina 5 minut"),
        (2 * 3600 + 120, "2 hours 2 minutes", "2 hodiny 2 minuty"),
        (86400 + 5 * 3600, "1 day 5 hours", "1 den 5 hodin"),
        (3 * 86400, "3 days", "3 dny"),
        (-5, "0 seconds", "0 sekund"),
    ],
)
def test_a_duration_is_said_and_never_overstated(seconds: float, english: str, czech: str) -> None:
    assert duration(seconds, "en") == english
    assert duration(seconds, "cs") == czech


@pytest.mark.parametrize(
    ("away", "english", "czech"),
    [
        (timedelta(seconds=20), "now", "teď"),
        (timedelta(minutes=1), "in 1 minute", "za 1 minutu"),
        (timedelta(minutes=90), "in 90 minutes", "za 90 minut"),
        (timedelta(hours=3), "in 3 hours", "za 3 hodiny"),
        (timedelta(hours=30), "in 30 hours", "za 30 hodin"),
        (timedelta(days=5), "in 5 days", "za 5 dní"),
        (timedelta(hours=-3), "3 hours ago", "před 3 hodinami"),
        (timedelta(days=-60), "60 days ago", "před 60 dny"),
    ],
)
def test_how_far_off_a_moment_is(away: timedelta, english: str, czech: str) -> None:
    assert span_until(NOW + away, "en", now=NOW) == english
    assert span_until(NOW + away, "cs", now=NOW) == czech


def test_a_day_has_its_year_unless_it_is_this_years() -> None:
    assert day(date(2026, 11, 2), "cs") == "2. listopadu 2026"
    assert day(date(2026, 11, 2), "cs", today=date(2026, 1, 1)) == "2. listopadu"
    assert day(date(2026, 11, 2), "en", today=date(2025, 1, 1)) == "2 November 2026"


def test_lists_numbers_and_zones_follow_the_language() -> None:
    assert names(["Ema", "Petr", "Jana"], "cs") == "Ema, Petr a\u00a0Jana"
    assert names(["Ema", "Petr", "Jana"], "en") == "Ema, Petr and Jana"
    assert names([], "en") == ""
    assert number(1234567.5, "cs") == "1\u00a0234\u00a0567,5"
    assert number(Decimal("1234.5"), "en") == "1,234.5"
    assert zone_name(PRAGUE, "cs") == "Praha"
    assert zone_name("America/Argentina/Buenos_Aires", "en") == "Buenos Aires"


def test_a_language_without_texts_gets_english_throughout() -> None:
    assert moment(NOW + timedelta(days=3), "de-DE", PRAGUE, now=NOW) == "Wednesday 13:00"
    assert duration(300, "tlh") == "5 minutes"


@pytest.mark.parametrize(("language", "written"), [("en", "08:00"), ("cs", "8:00")])
def test_a_time_of_day_is_written_as_in_moments(language: str, written: str) -> None:
    assert clock(time(8), language) == written
    at = datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert moment(at, language, "UTC", now=at).endswith(f" {written}")
