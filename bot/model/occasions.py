"""Occasions: what made a journey begin, each with the reference by which it is written down and told from others."""

from msgspec import Struct


class StreamOver(Struct, frozen=True):
    """A stream ended. The id 0 stands for one that there has not been yet."""

    stream_id: int

    @property
    def reference(self) -> str:
        """As in "stream:12"."""
        return f"stream:{self.stream_id}"


class SegmentEntered(Struct, frozen=True):
    """Some members entered a segment at the same moment, which counts in microseconds as the database keeps it."""

    segment_id: int
    at: int

    @property
    def reference(self) -> str:
        """As in "segment:3:1764280800000000"."""
        return f"segment:{self.segment_id}:{self.at}"


class Happened(Struct, frozen=True):
    """Anything that says of itself whom it is about.

    An activity ("activity:ordered:A-17"), a day ("date:birthday:2026-11-28"), a word ("once:1764280800000000").
    """

    reference: str


Occasion = StreamOver | SegmentEntered | Happened

PRETENDED = Happened("pretended")
"""That of a preview without an occasion: it goes through everybody who could be meant one day."""
