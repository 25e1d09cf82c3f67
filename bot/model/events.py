"""What happened in the community: events that plugins react to, stored before they are handed on."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Event(Struct, frozen=True, kw_only=True):
    """The root of all events. `key` makes an event unique: the same key is stored, and handled, once."""

    community_id: int
    at: datetime

    @property
    def key(self) -> str:
        """What makes this event unique among those of its kind."""
        raise NotImplementedError(f"{type(self).__name__} needs a key")


class StreamPlanned(Event, frozen=True, kw_only=True):
    """A stream was announced for a time to come."""

    stream_id: int

    @property
    def key(self) -> str:
        return f"planned:{self.stream_id}"


class StreamMoved(Event, frozen=True, kw_only=True):
    """A planned stream got another time."""

    stream_id: int

    @property
    def key(self) -> str:
        return f"moved:{self.stream_id}:{self.at.timestamp()}"


class StreamCancelled(Event, frozen=True, kw_only=True):
    """A planned stream will not take place."""

    stream_id: int

    @property
    def key(self) -> str:
        return f"cancelled:{self.stream_id}"


class StreamStarted(Event, frozen=True, kw_only=True):
    """A stream went live."""

    stream_id: int

    @property
    def key(self) -> str:
        return f"started:{self.stream_id}"


class StreamEnded(Event, frozen=True, kw_only=True):
    """A stream's end is certain; `at` is its last sign of life, from which the 48 hours count.

    A stream that was over at once, or that nobody was at, does not count: no such event tells of it. An end can be
    taken back (StreamWentOn); `again` is how many were before this one. `unnoticed`: nobody told of it, or it was found
    long after.
    """

    stream_id: int
    again: int = 0
    unnoticed: bool = False

    @property
    def key(self) -> str:
        return f"ended:{self.stream_id}:{self.again}" if self.again else f"ended:{self.stream_id}"


class StreamWentOn(Event, frozen=True, kw_only=True):
    """A host's end was taken back by the member `by`: the stream is live, as if it had not ended at `ended_at`."""

    stream_id: int
    ended_at: datetime
    by: int | None

    @property
    def key(self) -> str:
        return f"went-on:{self.stream_id}:{int(self.at.timestamp() * 1_000_000)}"


class ActivityRecorded(Event, frozen=True, kw_only=True):
    """A member did something that was not known before."""

    member_id: int
    kind: str
    reference: str
    value: float | None = None

    @property
    def key(self) -> str:
        return f"activity:{self.member_id}:{self.kind}:{self.reference}"


class HostsHeard(Event, frozen=True, kw_only=True):
    """Somebody said something to the hosts, which a plugin hands in as `Heard`; `said` tells it from all else."""

    said: str

    @property
    def key(self) -> str:
        return f"heard:{self.said}"


class PointsMoved(Event, frozen=True, kw_only=True):
    """Members got points, or lost some; the last line that says so is `line_id`, 0 after a link or its end."""

    member_ids: tuple[int, ...]
    line_id: int

    @property
    def key(self) -> str:
        return f"points:{self.line_id}:{int(self.at.timestamp() * 1_000_000)}"


class PreferenceChanged(Event, frozen=True, kw_only=True):
    """Members chose something anew, or it was taken from the choice: the facts that `what` moves are to follow."""

    member_ids: tuple[int, ...]
    what: str

    @property
    def key(self) -> str:
        first = self.member_ids[0] if self.member_ids else 0
        return f"preference:{self.what}:{first}:{int(self.at.timestamp() * 1_000_000)}"


class NativeSettled(Event, frozen=True, kw_only=True):
    """What a member was given of a network's own stands there now, or was taken again (`given`), or could not be.

    `problem` is the key of a text that says why, `said` what it is filled with. `way`: an address that they have to
    follow themselves. It comes again when what was told is no longer so; `turn` counts that.
    """

    grant_id: int
    member_id: int
    source: str
    space_id: int
    kind: str  # a NativeKind
    ref: str
    given: bool
    problem: str | None = None
    said: tuple[tuple[str, str], ...] = ()
    way: str = ""
    turn: int = 1

    @property
    def key(self) -> str:
        # A grant is forgotten with its member, and on SQLite the next one may get its number.
        return f"native:{self.grant_id}:{self.turn}:{int(self.at.timestamp() * 1_000_000)}"


class BadgeAwarded(Event, frozen=True, kw_only=True):
    """Members got a level of the badge called `badge`; `award_id` is one of the lines that say so.

    `source` is an AwardSource's value: a backfill tells of what they deserved long before.
    """

    member_ids: tuple[int, ...]
    badge_id: int
    badge: str
    level: int
    source: str
    award_id: int

    @property
    def key(self) -> str:
        return f"awarded:{self.award_id}:{int(self.at.timestamp() * 1_000_000)}"


class ThanksOwed(Event, frozen=True, kw_only=True):
    """A member is to be thanked in the next stream; `why` is said in the community's language.

    `about` is what for, so that nobody is put on the list twice for one thing. `turn` is "owed"; or "off" when that was
    taken back, and "on" when it stands after all: then `about` is how all begin that it is true of.
    """

    member_id: int
    why: str
    about: str
    turn: str = "owed"

    @property
    def key(self) -> str:
        if self.turn == "owed":
            return f"thanks:{self.about}"
        return f"thanks:{self.about}:{self.member_id}:{self.turn}:{int(self.at.timestamp() * 1_000_000)}"


class NativePollEnded(Event, frozen=True, kw_only=True):
    """The poll of a network's own that was opened as `name` has ended, with these votes for each option.

    `final`: so many there are. Else the network did not say for certain, or nothing at all (no votes): what came as
    votes while it was open is all that is known.
    """

    name: str
    votes: tuple[int, ...]
    final: bool
    poll_id: int

    @property
    def key(self) -> str:
        return f"native-poll-ended:{self.poll_id}"


class NativePollFailed(Event, frozen=True, kw_only=True):
    """The poll that was to be opened as `name` is not there. `why` is a Reason's value.

    With "unknown-outcome" nobody knows whether people see it; votes in it are not told.
    """

    name: str
    why: str
    poll_id: int

    @property
    def key(self) -> str:
        return f"native-poll-failed:{self.poll_id}"


class Came(StrEnum):
    """What somebody who arrives was to the community before."""

    NEW = "new"  # nobody: they were never met, or a moment ago for the first time
    BACK = "back"  # they had left; also before the bot knew them, where the network tells
    KNOWN = "known"  # they are of it already: in another space, by a linked account, or their leaving went unnoticed


class MemberArrived(Event, frozen=True, kw_only=True):
    """A member joined the community.

    `invited_by` is the member whose personal invite they came by, who acts by that number at `at`, as sure as
    `confidence` says (0 to 1). Whoever spoke before the network told of their coming arrives twice: first without an
    invite, then with it. Of those who are KNOWN only an arrival by a personal invite is told. `since`: from when the
    community knows them. `joined`: the network told of it; else it was their first sign, and they may have been in the
    space for years.
    """

    member_id: int
    came: Came = Came.NEW
    invited_by: int | None = None
    confidence: float = 0.0
    since: datetime | None = None
    joined: bool = False

    @property
    def key(self) -> str:
        told = f"arrived:{self.member_id}:{int(self.at.timestamp())}"
        if self.invited_by is not None:
            return f"{told}:{self.invited_by}"
        return f"{told}:joined" if self.joined and self.came is not Came.BACK else told


class MemberDeparted(Event, frozen=True, kw_only=True):
    """A member left the community."""

    member_id: int

    @property
    def key(self) -> str:
        return f"departed:{self.member_id}:{int(self.at.timestamp())}"


class JourneyReleased(Event, frozen=True, kw_only=True):
    """A journey runs from now on: approved after it was shown, or resumed; `name` is "plugin.name"."""

    journey_id: int
    name: str

    @property
    def key(self) -> str:
        return f"released:{self.journey_id}:{int(self.at.timestamp() * 1_000_000)}"


class PluginEnabled(Event, frozen=True, kw_only=True):
    """A plugin is on from now on: somebody turned it on, or it can be loaded again and something waited for it."""

    plugin: str

    @property
    def key(self) -> str:
        return f"on:{self.plugin}:{int(self.at.timestamp() * 1_000_000)}"


class SpaceEntered(Event, frozen=True, kw_only=True):
    """The bot was put into a space: one that is new, or one that it had left."""

    space_id: int

    @property
    def key(self) -> str:
        return f"entered:{self.space_id}:{int(self.at.timestamp())}"
