"""Points that are brought along from other bots: files of them, their lines, and who says that one is theirs."""

from datetime import datetime
from enum import Enum, auto

from msgspec import Struct


class BroughtLine(Struct, frozen=True):
    """What a file says of one account: points of it, and whose they are.

    With a platform and an id it is that account. With a platform alone the name is the one that its account has there,
    and nobody else. Without a platform the name proves nothing: somebody has to say whose it is.
    """

    key: str
    name: str
    amount: int
    platform: str | None = None
    external_id: str | None = None


class PointImport(Struct, frozen=True):
    """A file that was brought along, with what became of its lines. Moments are aware UTC."""

    id: int
    format: str
    file: str
    one_for: int
    begun_at: datetime
    done_at: datetime | None
    undone_at: datetime | None
    lines: int = 0
    paid: int = 0
    points: int = 0  # that were paid
    waiting: int = 0  # lines
    waiting_points: int = 0
    missing: int = 0  # points that were not there any more when it was undone
    short: int = 0  # people whom these were of


class WaitingLine(Struct, frozen=True):
    """A line nobody has been paid for yet. `claimed_by`: members who say it is theirs, and were not refused."""

    id: int
    import_id: int
    name: str
    platform: str | None
    amount: int
    claimed_by: tuple[int, ...] = ()


class Claimed(Enum):
    """What became of a member's word that a line is theirs."""

    NOTED = auto()
    AGAIN = auto()  # they said so before
    REFUSED = auto()  # a moderator said no
    UNKNOWN = auto()  # no line of that name waits
    TOO_MANY = auto()  # they said so of several already


class Undone(Struct, frozen=True):
    """What undoing took back so far, of how many people, and how many points were not there any more."""

    people: int = 0
    taken: int = 0
    missing: int = 0
