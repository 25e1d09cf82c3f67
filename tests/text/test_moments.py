"""Moments that people type are understood, on the days when clocks change too."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import wall_clock
from bot.text.moments import parse_moment
from bot.text.times import moment

PRAGUE = "Europe/Prague"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # a Sunday, 13:00 in Prague
TYPED = st.text(max_size=40) | st.lists(
    st.sampled_from(
        ["in", "za", "2", "h", "min", "24.12.", "20:00", "pátek", "0", "99:99", "9999", "days", "-", "31.", "x"]
    )
).map(" ".join)


def wall(text: str) -> datetime:
    """A wall time in Prague, in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(PRAGUE)).astimezone(UTC)


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("20:00", "2026-11-22 20:00"),
        ("12:59", "2026-11-23 12:59"),
        ("13:00", "2026-11-23 13:00"),
        ("tomorrow 18:30", "2026-11-23 18:30"),
        ("Tomorrow at 18:30", "2026-11-23 18:30"),
        ("zítra 18:30", "2026-11-23 18:30"),
        ("zitra v 18:30", "2026-11-23 18:30"),
        ("dnes 20:00", "2026-11-22 20:00"),
        ("today 10:00", "2026-11-22 10:00"),
        ("friday 20:00", "2026-11-27 20:00"),
        ("pátek 20:00", "2026-11-27 20:00"),
        ("v patek ve 20:00", "2026-11-27 20:00"),
        ("ve středu 9:05", "2026-11-25 09:05"),
        ("sunday 13:30", "2026-11-22 13:30"),
        ("neděle 12:30", "2026-11-29 12:30"),
        ("in 2 h", "2026-11-22 15:00"),
        ("za 2 h", "2026-11-22 15:00"),
        ("za 30 min", "2026-11-22 13:30"),
        ("za 1,5 h", "2026-11-22 14:30"),
        ("in 1 hour 5 minutes", "2026-11-22 14:05"),
        ("in 3 days", "2026-11-25 13:00"),
        ("2026-12-24 18:00", "2026-12-24 18:00"),
        ("2026-12-24T18:00", "2026-12-24 18:00"),
        ("24.12. 18:00", "2026-12-24 18:00"),
        ("24. 12. 18:00", "2026-12-24 18:00"),
        ("1.1. 18:00", "2027-01-01 18:00"),
        ("24.12.2026 18:00", "2026-12-24 18:00"),
        ("24. prosince 18:00", "2026-12-24 18:00"),
        ("24 December 2027 18:00", "2027-12-24 18:00"),
        ("29.2. 10:00", "2028-02-29 10:00"),
    ],
)
@pytest.mark.parametrize("language", ["en", "cs", "de"])
def test_the_usual_ways_to_say_a_moment(words: str, local: str, language: str) -> None:
    assert parse_moment(words, language, PRAGUE, NOW) == wall(local)


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("20:00", "2026-11-21 20:00"),
        ("13:00", "2026-11-22 13:00"),
        ("yesterday 18:30", "2026-11-21 18:30"),
        ("včera v 18:30", "2026-11-21 18:30"),
        ("friday 20:00", "2026-11-20 20:00"),
        ("neděle 13:30", "2026-11-15 13:30"),
        ("24.12. 18:00", "2025-12-24 18:00"),
        ("29.2. 10:00", "2024-02-29 10:00"),
        ("tomorrow 18:30", "2026-11-23 18:30"),
        ("2026-12-24 18:00", "2026-12-24 18:00"),
    ],
)
def test_words_for_what_is_over_mean_the_last_such_moment(words: str, local: str) -> None:
    assert parse_moment(words, "en", PRAGUE, NOW, past=True) == wall(local)


@pytest.mark.parametrize(
    "words",
    ["", "soon", "20", "25:00", "20:60", "in", "in 2", "in x h", "in 2 parsecs", "monday", "30.2. 10:00",
     "31.4.2027 10:00", "24.13. 10:00", "24 nonsense 10:00", "9999-01-01 10:00", "0000-01-01 10:00", "20:00 tomorrow"],
)  # fmt: skip
def test_what_is_no_moment_is_none(words: str) -> None:
    assert parse_moment(words, "en", PRAGUE, NOW) is None


@given(words=TYPED, language=st.sampled_from(["en", "cs", "x"]))
def test_no_text_raises_and_each_moment_is_utc(words: str, language: str) -> None:
    found = parse_moment(words, language, PRAGUE, NOW)
    assert found is None or found.tzinfo is UTC


@given(minutes=st.integers(0, 3 * 366 * 1440), language=st.sampled_from(["en", "cs"]))
def test_what_the_bot_says_it_understands(minutes: int, language: str) -> None:
    at = NOW + timedelta(minutes=minutes)
    understood = parse_moment(moment(at, language, PRAGUE, now=NOW), language, PRAGUE, NOW)
    assert understood is not None
    # Only the doubled hour cannot be told from words.
    assert understood.astimezone(ZoneInfo(PRAGUE)).replace(tzinfo=None, fold=0) == at.astimezone(
        ZoneInfo(PRAGUE)
    ).replace(tzinfo=None, fold=0)


def test_a_time_that_summer_time_leaves_out_moves_on_by_the_hour_that_is_left_out() -> None:
    eve = wall("2026-03-28 12:00")
    assert parse_moment("tomorrow 02:30", "en", PRAGUE, eve) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert parse_moment("29.3. 01:59", "cs", PRAGUE, eve) == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert parse_moment("29.3. 03:00", "cs", PRAGUE, eve) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_of_a_doubled_time_the_first_is_meant() -> None:
    eve = wall("2026-10-24 12:00")
    assert parse_moment("zítra 2:30", "cs", PRAGUE, eve) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert parse_moment("tomorrow 03:00", "en", PRAGUE, eve) == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_hours_pass_by_any_clock_and_days_keep_the_wall_time() -> None:
    eve = wall("2026-03-28 12:00")
    assert parse_moment("in 24 h", "en", PRAGUE, eve) == wall("2026-03-29 13:00")
    assert parse_moment("in 1 day", "en", PRAGUE, eve) == wall("2026-03-29 12:00")


@given(
    day=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    clock=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_a_wall_time_is_never_before_what_was_asked(day: date, clock: time) -> None:
    shown = wall_clock(datetime.combine(day, clock), PRAGUE).astimezone(ZoneInfo(PRAGUE)).replace(tzinfo=None)
    assert timedelta(0) <= shown - datetime.combine(day, clock) <= timedelta(hours=1)
