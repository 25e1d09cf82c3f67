"""Time zones as they are found in the database, where a name may be one that this machine does not know."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FALLBACK = "UTC"


def is_zone(name: str) -> bool:
    """Whether `name` is a zone here. One unknown name must not stop the deliveries of everybody else."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: "Europe" is a folder of zones
        return False
    return True


def first_zone(*names: str | None) -> str:
    """The first of these that is a zone; UTC when none is."""
    return next((name for name in names if name is not None and is_zone(name)), FALLBACK)
