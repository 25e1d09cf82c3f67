"""A calendar file (RFC 5545) for one time: moments in UTC, texts escaped, lines folded."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid5

from msgspec import Struct

OURS = UUID("1f6d3c1e-6f2f-4a53-9d0b-7b6a9a6a6f10")
"""The space of our names: the same thing always has the same id, and no other's."""

OCTETS = 75
_STAMP = "%Y%m%dT%H%M%SZ"


class Entry(Struct, frozen=True):
    """What a calendar is told. `name` tells it from all others; `sequence` counts its changes."""

    name: str
    title: str
    about: str
    place: str
    starts_at: datetime
    ends_at: datetime
    sequence: int = 0
    called_off: bool = False


def calendar_file(entry: Entry, now: datetime) -> bytes:
    """The file's content."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Afterglow//Rewards//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{uuid5(OURS, entry.name)}",
        f"DTSTAMP:{_moment(now)}",
        f"DTSTART:{_moment(entry.starts_at)}",
        f"DTEND:{_moment(entry.ends_at)}",
        f"SEQUENCE:{entry.sequence}",
        f"STATUS:{'CANCELLED' if entry.called_off else 'CONFIRMED'}",
        f"SUMMARY:{_text(entry.title)}",
        *([f"DESCRIPTION:{_text(entry.about)}"] if entry.about else []),
        *([f"LOCATION:{_text(entry.place)}"] if entry.place else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(part + "\r\n" for line in lines for part in _folded(line)).encode()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_STAMP)


def _text(words: str) -> str:
    """Escaped; control characters, which a calendar refuses, are left out."""
    one_kind = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in one_kind if sign == "\n" or sign == "\t" or sign.isprintable())
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, "\\" + sign)
    return kept.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """In parts of at most 75 octets, cut between letters; each further one begins with a space."""
    part, length = "", 0
    for sign in line:
        size = len(sign.encode())
        if length + size > OCTETS:
            yield part
            part, length = " ", 1
        part, length = part + sign, length + size
    yield part
