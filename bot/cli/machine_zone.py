"""The time zone of this machine, by its IANA name."""

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FALLBACK = "UTC"
_FOLDER = "zoneinfo/"


def machine_zone(environment: Mapping[str, str], root: Path = Path("/")) -> str:
    """What TZ says, otherwise where /etc/localtime leads, otherwise what /etc/timezone says; UTC when none helps."""
    return next(filter(_is_known, _told(environment, root)), FALLBACK)


def _told(environment: Mapping[str, str], root: Path) -> Iterator[str]:
    if told := environment.get("TZ", "").removeprefix(":"):
        yield told.rpartition(_FOLDER)[2]
    with contextlib.suppress(OSError):  # a copy instead of a link, or no such file
        yield str((root / "etc/localtime").readlink()).rpartition(_FOLDER)[2]
    with contextlib.suppress(OSError, UnicodeDecodeError):
        yield (root / "etc/timezone").read_text("utf-8").strip()


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
