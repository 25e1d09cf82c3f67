"""The time zone of a machine, told by a folder that looks like its root."""

from pathlib import Path

import pytest

from bot.cli.machine_zone import machine_zone


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        ("Europe/Prague", "Europe/Prague"),
        (":Europe/Prague", "Europe/Prague"),
        (":/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("../../etc/passwd", "America/Lima"),
        ("CET-1CEST,M3.5.0", "America/Lima"),
        ("", "America/Lima"),
    ],
)
def test_a_zone_in_the_environment_wins_when_there_is_such_a_one(told: str, zone: str, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/timezone").write_text("America/Lima\n")
    assert machine_zone({"TZ": told}, tmp_path) == zone


@pytest.mark.parametrize("target", ["/usr/share/zoneinfo/Europe/Prague", "../usr/share/zoneinfo/Europe/Prague"])
def test_otherwise_it_is_where_the_local_time_leads(target: str, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").symlink_to(target)
    (tmp_path / "etc/timezone").write_text("America/Lima\n")
    assert machine_zone({}, tmp_path) == "Europe/Prague"


def test_a_machine_that_says_nothing_keeps_utc(tmp_path: Path) -> None:
    assert machine_zone({}, tmp_path) == "UTC"
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/localtime").write_bytes(b"TZif2")
    (tmp_path / "etc/timezone").write_bytes(b"\xff\xfe")
    assert machine_zone({}, tmp_path) == "UTC"
