"""What the engine knows of one due delivery at the moment of deciding."""

from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct, field

from bot.model.decisions import Reason
from bot.model.identity import AccountRef, ChannelRef, Purpose, Route
from bot.model.journeys import Journey, Step
from bot.model.rules import FactValue


class JourneyStatus(StrEnum):
    """Where a journey stands in a community."""

    SHADOW = "shadow"  # planned and shown, sent only when a moderator releases it
    WAITING = "waiting"  # edited; a second person approves it
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class PluginStatus(StrEnum):
    """Whether the plugin that a journey belongs to is at work in a community."""

    ON = "on"
    OFF = "off"
    GONE = "gone"  # not installed any more, or broken: only a restart can bring it back


class Due(Struct, frozen=True):
    """A row of the outbox that is due."""

    id: int
    community_id: int
    member_id: int | None
    enrolment_id: int | None
    step: str
    purpose: Purpose
    due_at: datetime
    expires_at: datetime
    attempts: int = 1
    payload: Mapping[str, Any] | None = None


class Enrolment(Struct, frozen=True):
    """Why the delivery exists: the journey's version, what triggered it, since when."""

    journey_id: int
    journey: Journey
    status: JourneyStatus
    trigger: str
    anchor: datetime
    ended: Reason | None = None
    plugin: str = ""
    plugin_status: PluginStatus = PluginStatus.ON


ONLY_DIRECT: Final = frozenset((Route.DIRECT,))


class Door(Struct, frozen=True):
    """An account of the person on a platform that is running here."""

    account: AccountRef
    direct: bool | None  # may the bot write first? None: not tried yet
    inbox: bool = True
    consents: frozenset[tuple[Purpose, Route]] | None = None  # of linked accounts, what this one agreed to
    place: ChannelRef | None = None  # where the community posts on that platform: threads and mentions belong there
    routes: frozenset[Route] = ONLY_DIRECT  # those that push and that the platform knows

    def opens(self, route: Route) -> bool:
        """Whether a push by this route can be tried here."""
        if route is Route.DIRECT:
            return self.direct is not False
        return self.place is not None and route in self.routes

    def allows(self, purpose: Purpose, route: Route) -> bool:
        """Whether the account, where it is one of several, agreed to it for itself."""
        return self.consents is None or (purpose, route) in self.consents


class Recipient(Struct, frozen=True):
    """The person as far as the decision needs it."""

    member_id: int
    person_id: int
    name: str
    language: str
    zone: str
    left: bool = False
    stopped: bool = False
    quiet_from: time | None = None
    quiet_until: time | None = None
    pushes_per_day: int | None = None  # the person's own cap
    consents: frozenset[tuple[Purpose, Route]] = frozenset()
    doors: tuple[Door, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    done: Mapping[str, datetime] = field(default_factory=dict)  # newest activity of each kind since the oldest anchor
    pushes: tuple[datetime, ...] = ()  # unasked pushes of the last seven days
    linked: bool = False  # several accounts' memberships, each of which may have been enrolled


class Later(Struct, frozen=True):
    """A message behind the one in question, of the same enrolment, that is due as well."""

    due: Due
    step: Step


class Twin(Struct, frozen=True):
    """What became of the same step, which another of the person's linked accounts was enrolled for as well."""

    given: bool = False
    under_way: bool = False  # claimed, or being sent, by somebody else
    newer: bool = False  # of a journey in which the newest wins, the other enrolment is the newer one


NO_TWIN: Final = Twin()


class Case(Struct, frozen=True):
    """Everything about one due delivery."""

    due: Due
    community_stopped: bool
    language: str  # the community's, for what everybody sees
    recipient: Recipient | None
    enrolment: Enrolment | None
    step: Step | None
    newest_start: datetime | None = None  # when the community's newest stream that is over went live, if it counts
    on_air_since: datetime | None = None  # when the stream went live that is on
    anchor_stands: bool = True  # whether the stream that it follows is over, and ended when the enrolment says
    later: tuple[Later, ...] = ()
    pull_only: bool = False  # the community's follow-ups lie in inboxes
    superseded: bool = False  # a post that is edited in place has a newer word by now
    stands_at: str | None = None  # where the post stands that this is to replace: "platform:channel:message"
    twin: Twin = NO_TWIN
    placed: Mapping[str, object] | None = None  # what plugins' placeholders stand for; None: they were not asked yet
    lacking: frozenset[str] = frozenset()  # the ids of steps that have nothing to say to the person
