"""What the ledger says about points."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class LineKind(StrEnum):
    """What a line of the ledger is."""

    EARNED = "earned"
    IMPORTED = "imported"  # brought along from another bot
    ADJUSTED = "adjusted"  # by a moderator, either way
    SPENT = "spent"
    GIVEN_BACK = "given-back"  # what was spent, when what it was spent on did not come
    REVERSED = "reversed"  # what was earned, when the reason for it was taken back
    UNDONE = "undone"  # what was brought along, when that was undone: as much of it as was still there
    COLLECTED = "collected"  # what a reversal did not find, taken from what came later
    EXPIRED = "expired"


class LineState(StrEnum):
    """Whether a line counts."""

    PENDING = "pending"  # not yet
    POSTED = "posted"
    REVERSED = "reversed"  # taken back before it counted


class Paid(StrEnum):
    """What became of a wish to spend points."""

    DONE = "done"
    KNOWN = "known"  # it was done before, under the same reference
    SHORT = "short"  # there are not enough; nothing was taken


class Award(Struct, frozen=True):
    """Points for a member. The reference says what for, and is paid once ("attended:stream:12").

    `about` is what several references belong to, as all that a stream brought; without it the reference stands for it.
    """

    member_id: int
    amount: int
    reference: str
    about: str = ""


class Bound(Struct, frozen=True):
    """At most so many points may be earned for these reasons from one moment on until another (aware)."""

    most: int
    reasons: tuple[str, ...]
    since: datetime
    until: datetime


class Balance(Struct, frozen=True):
    """What a member has, what comes to them later, and what is taken from what comes next."""

    posted: int = 0
    pending: int = 0
    owed: int = 0


class LedgerLine(Struct, frozen=True):
    """One line of a member's history. `note` is a moderator's; moments are aware UTC."""

    id: int
    member_id: int
    amount: int
    kind: LineKind
    state: LineState
    reason: str
    reference: str
    note: str | None
    at: datetime
    posts_at: datetime | None
    expires_at: datetime | None
