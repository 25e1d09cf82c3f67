"""Lengths of time as people type them: "10 min", "3 h", "1 day 12 hours", "90"."""

import re
from datetime import timedelta

_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]*)")
_UNITS = {"": timedelta(minutes=1), "m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
"""By the unit's first letter, which English and Czech share; a bare number counts minutes."""

LONGEST = timedelta(days=400)


def parse_span(text: str) -> timedelta | None:
    """The length of time that `text` says, at most 400 days; None when it says none."""
    rest, whole, found = text.strip().lower(), timedelta(0), False
    while rest:
        part = _PART.match(rest)
        unit = _UNITS.get(part[2][:1]) if part else None
        if part is None or unit is None or float(part[1].replace(",", ".")) > LONGEST / unit:
            return None
        whole, found = whole + unit * float(part[1].replace(",", ".")), True
        rest = rest[part.end() :].strip()
    return whole if found and whole <= LONGEST else None
