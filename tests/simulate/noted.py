"""What the simulation itself notes of votes, ideas and feedback: who did what, and what they were told of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.messages import Action


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote in a poll of the network's own: all that is chosen by now, as places from 1."""

    poll: int
    places: Sequence[int]


@dataclass(slots=True)
class Urn:
    """One poll. Members are those who acted when they voted, as the books number them."""

    named: dict[int, tuple[int, str]] = field(default_factory=dict)  # when each voted last by name, and what
    unsure: set[int] = field(default_factory=set)  # whose vote by name may have been refused, and nobody saw it
    certain: dict[int, str] = field(default_factory=dict)  # what each voted without a name, and saw counted
    maybe: dict[int, list[str]] = field(default_factory=dict)  # the same, where nobody knows which of it counts
    counted: bool = False  # it was closed, and looked at then
    buttons: list[Action] = field(default_factory=list)  # that somebody voted with


@dataclass(slots=True)
class Urns:
    """All polls, by their numbers."""

    polls: dict[int, Urn] = field(default_factory=dict)

    def of(self, poll: int) -> Urn:
        """What is known of that poll."""
        return self.polls.setdefault(poll, Urn())


@dataclass(slots=True)
class Wishes:
    """Ideas, by their numbers."""

    votes: dict[int, set[int]] = field(default_factory=dict)  # the members who are for it, as they acted then
    told: int = 0  # the last line about who was told
    turns: dict[int, int] = field(default_factory=dict)  # how often each was decided about
    due: dict[int, set[int]] = field(default_factory=dict)  # who must hear of the last decision


@dataclass(slots=True)
class Heard:
    """Feedback, by its numbers: the member who gave it."""

    remarks: dict[int, int] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Brought:
    """Who brought whom along, as people did it and saw it; accounts by the network's own ids, referrals by numbers."""

    codes: dict[str, str] = field(default_factory=dict)  # whose each is
    ways: dict[str, str] = field(default_factory=dict)  # the same of the addresses of invites
    causes: set[tuple[str, str]] = field(default_factory=set)  # who came by whose invite, or said by whose code
    inside: dict[str, datetime] = field(default_factory=dict)  # since when each has been inside for the first time
    known: dict[str, datetime] = field(default_factory=dict)  # since when the bot has known each
    orders: dict[str, tuple[str, datetime]] = field(default_factory=dict)  # whose each is
    refunded: set[str] = field(default_factory=set)
    bonuses: set[int] = field(default_factory=set)  # that moderators ever typed for a campaign
    points: set[tuple[int, int]] = field(default_factory=set)  # for bringing and coming, as settings ever were
    decided: set[int] = field(default_factory=set)  # that somebody let count who gets nothing by it
    states: dict[int, str] = field(default_factory=dict)  # as it was last seen
    inviters: dict[int, int] = field(default_factory=dict)  # the members, who acts for them
    must_begin: list[tuple[str, str]] = field(default_factory=list)  # who came by whose invite, and nothing was odd
    must_end: dict[int, str] = field(default_factory=dict)  # what has to end, and why
    off: datetime | None = None  # until when the plugin was last seen to be off
    always_orders: bool = False  # nobody counted without an order, at any time
    version: int = 0  # of the books, when they were last looked at


@dataclass(slots=True)
class Trials:
    """What is tested, reviewed and entered, by its numbers."""

    seats: dict[int, int] = field(default_factory=dict)  # of each call for testers, the most that it ever had
    leaves: dict[str, tuple[str, str]] = field(default_factory=dict)  # of words in reviews: whose, and who may see them
    voters: dict[int, set[int]] = field(default_factory=dict)  # of each challenge: members who voted, as they acted
    counted: set[int] = field(default_factory=set)  # challenges that were looked at when they were closed


@dataclass(slots=True)
class Talks:
    """What people said to the team; members are those who acted then."""

    certain: dict[int, int] = field(default_factory=dict)  # how often each read that it was passed on
    most: dict[int, int] = field(default_factory=dict)  # how often it may have been
    seen: tuple[object, ...] = ()  # how much was kept when it was last looked at
    told: int = 0  # the last answer that was looked at
