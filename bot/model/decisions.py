"""Decisions: why something was or was not done, as a code with values; `/why` puts them into words."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bot.model.identity import Route


class Reason(StrEnum):
    """Every reason a delivery can have; each has a sentence `reason-...` in `locales/`."""

    # sent or made available
    DUE = "due"
    EDITED = "edited"  # a post that stands says this now
    # left out for good
    NOT_FOR_THEM = "not-for-them"  # the step's condition does not hold
    SATISFIED = "satisfied"  # what the step asks for is done already
    LEFT = "left"
    STOPPED = "stopped"  # the person stopped all unasked messages
    NO_CONSENT = "no-consent"
    NO_ROUTE = "no-route"
    EXPIRED = "expired"
    MERGED = "merged"  # a later step of the same journey was due as well
    SUPERSEDED = "superseded"  # a newer stream won
    LIVE_AGAIN = "live-again"
    EXITED = "exited"  # an activity ended the journey
    UNHAPPY = "unhappy"  # a detractor gets no more marketing in this journey
    HOLDOUT = "holdout"
    CANCELLED = "cancelled"  # the journey was stopped
    JOINED = "joined"  # the place it was for joined another community, whose own journeys count there now
    SAME_PERSON = "same-person"  # it came, or is on its way, by another of the person's linked accounts
    CAPPED = "capped"  # enough messages already, and no later moment before the step expires
    # not now
    QUIET_HOURS = "quiet-hours"
    CAP_WAIT = "cap-wait"
    RETRY = "retry"
    # waiting for a person
    SHADOW = "shadow"  # the first stream: a moderator releases it
    NEEDS_APPROVAL = "needs-approval"
    PAUSED = "paused"
    PLUGIN_OFF = "plugin-off"  # the plugin whose journey it is was turned off, or is not there
    ALL_STOPPED = "all-stopped"  # the stop-everything button
    # waiting for the end of a stream
    ON_AIR = "on-air"  # whether it ends this journey shows at its end: one that nobody was at does not count
    # went wrong
    REFUSED = "refused"  # every route refused
    UNKNOWN_OUTCOME = "unknown-outcome"
    BROKEN = "broken"  # the step could not be rendered or its task raised


class State(StrEnum):
    """Where a delivery stands."""

    PENDING = "pending"
    CLAIMED = "claimed"  # leased by a process that is deciding
    SENDING = "sending"  # the intent is stored; from here a crash means unknown
    SENT = "sent"
    AVAILABLE = "available"
    OPENED = "opened"
    ANSWERED = "answered"
    LAPSED = "lapsed"  # was available until it expired, and nobody opened it
    SKIPPED = "skipped"
    HELD = "held"
    UNKNOWN = "unknown"
    FAILED = "failed"

    @property
    def was_given(self) -> bool:
        """Whether it was sent, or laid where the person can open it."""
        return self in _GIVEN

    @property
    def is_final(self) -> bool:
        """Whether nothing more is done with it, but what the person does."""
        return self not in _UNFINISHED


_GIVEN = frozenset((State.SENT, State.AVAILABLE, State.OPENED, State.ANSWERED, State.LAPSED))
_UNFINISHED = frozenset((State.PENDING, State.CLAIMED, State.SENDING, State.HELD))


class Send(Struct, frozen=True):
    """Go: try these routes in order."""

    routes: tuple[Route, ...]
    variant: str


class Skip(Struct, frozen=True):
    """Never: the reason, with its values."""

    reason: Reason
    values: tuple[tuple[str, str], ...] = ()


class Defer(Struct, frozen=True):
    """Not now: again at `until`."""

    reason: Reason
    until: datetime


class Hold(Struct, frozen=True):
    """Wait until a person releases it, or the stream that is on is over."""

    reason: Reason


Verdict = Send | Skip | Defer | Hold
