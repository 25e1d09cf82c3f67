"""Attendance in ten-minute slots: what one member did in one of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

SLOT: Final = timedelta(minutes=10)


class SlotCounts:
    """Counts that grow, with the first and the last moment (aware) that they are about, and a name for their owner."""

    __slots__ = ("check_ins", "first_at", "last_at", "messages", "name", "questions", "reactions", "seconds")

    def __init__(self, name: str, first_at: datetime, last_at: datetime, seconds: float = 0.0) -> None:
        self.name = name
        self.messages = 0
        self.questions = 0
        self.reactions = 0
        self.check_ins = 0
        self.seconds = seconds
        self.first_at = first_at
        self.last_at = last_at

    def add(self, other: "SlotCounts") -> None:
        """Count all that `other` counts as well."""
        self.messages += other.messages
        self.questions += other.questions
        self.reactions += other.reactions
        self.check_ins += other.check_ins
        self.seconds += other.seconds
        self.first_at = min(self.first_at, other.first_at)
        self.last_at = max(self.last_at, other.last_at)


def slot_of(started_at: datetime, at: datetime) -> int:
    """The slot of a stream that `at` falls into; negative before the start, however little."""
    return (at - started_at) // SLOT


def spread(started_at: datetime, start: datetime, end: datetime) -> Iterator[tuple[int, datetime, datetime]]:
    """The slots that the span from `start` to `end` touches, each with its part of the span."""
    while start < end:
        slot = slot_of(started_at, start)
        border = min(end, started_at + (slot + 1) * SLOT)
        yield slot, start, border
        start = border
