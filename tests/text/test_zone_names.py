"""Time zones by the names people type."""

import pytest

from bot.text.zone_names import find_zone, zones_like


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Prague", "Europe/Prague"),
        (" praha ", "Europe/Prague"),
        ("vídeň", "Europe/Vienna"),
        ("Viden", "Europe/Vienna"),
        ("new york", "America/New_York"),
        ("new_york", "America/New_York"),
        ("europe/LONDON", "Europe/London"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_goes_by_its_name_and_its_citys_in_both_languages(typed: str, zone: str) -> None:
    assert find_zone(typed, "cs") == zone


@pytest.mark.parametrize("typed", ["", "Praguee", "Europe", "../etc/passwd", "Factory", "\0"])
def test_what_is_no_zone_is_none(typed: str) -> None:
    assert find_zone(typed, "cs") is None


def test_the_nearest_names_come_first_and_each_zone_once() -> None:
    assert zones_like("Pargue", "en")[0] == "Europe/Prague"
    near = zones_like("londno", "cs")
    assert near[0] == "Europe/London"
    assert len(near) == len(set(near)) <= 3
    assert zones_like("qqqqqqqq", "cs") == []
