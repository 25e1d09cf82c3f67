"""What the simulation itself knows of people and of what moderators set: simple, and kept without asking the bot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.declarations import ActionSpec, Command
from bot.model.identity import Purpose, Role, Route

PUSHES_PER_DAY = 2
PUSHES_PER_WEEK = 6


@dataclass(slots=True)
class Standing:
    """What one person has told the bot so far, and what reached them unasked."""

    floor: Role
    granted: Role = Role.MEMBER
    allowed: set[Purpose] = field(default_factory=set)
    ways: set[tuple[Purpose, Route]] = field(default_factory=set)  # beside direct messages
    stopped: bool = False
    left: bool = False
    left_unknown: bool = False  # the bot had never met them by then, and so has nobody to remember it of
    blocking: bool = False
    quiet: tuple[int, int] | None = None  # minutes after local midnight; None: as the community, both the same: none
    zone: str | None = None
    per_day: int | None = None
    pushes: list[datetime] = field(default_factory=list)
    questions: int = 0
    spoken: int = 0  # lines of chat, at most so many are counted

    @property
    def role(self) -> Role:
        """The higher of what the platform and what the community lets them be."""
        return max(self.floor, self.granted)

    def allows(self, purpose: Purpose, route: Route) -> bool:
        """Whether the person agreed to messages of a purpose by a route."""
        return purpose in self.allowed if route is Route.DIRECT else (purpose, route) in self.ways


@dataclass(slots=True)
class Model:
    """The whole community."""

    zone: str
    quiet: tuple[int, int]
    people: dict[str, Standing] = field(default_factory=dict)
    least: dict[str, Role] = field(default_factory=dict)  # commands whose least role was changed
    off: set[str] = field(default_factory=set)
    stopped: bool = False

    def zone_of(self, user_id: str) -> ZoneInfo:
        """Where the person's clock is."""
        return ZoneInfo(self.people[user_id].zone or self.zone)

    def may(self, user_id: str, what: Command | ActionSpec) -> bool:
        """Whether the person may use it at all: their role, and the plugin being on."""
        return what.plugin not in self.off and self.people[user_id].role >= self.least_of(what)

    def least_of(self, what: Command | ActionSpec) -> Role:
        """The least role for a command, as changed here, or for a button."""
        return self.least.get(what.name, what.least_role) if isinstance(what, Command) else what.least_role

    def quiet_hours(self, user_id: str) -> tuple[int, int]:
        """When the person has quiet hours, in minutes after their midnight; both the same: never."""
        return self.people[user_id].quiet or self.quiet

    def is_quiet(self, user_id: str, now: datetime) -> bool:
        """Whether the clock on the person's wall shows their quiet hours."""
        local = now.astimezone(self.zone_of(user_id))
        clock, (start, end) = local.hour * 60 + local.minute, self.quiet_hours(user_id)
        return start <= clock < end if start <= end else clock >= start or clock < end

    def is_over_the_caps(self, user_id: str, now: datetime, per_day: int, per_week: int) -> bool:
        """Whether one more unasked message would be too many; days are the person's own."""
        person, zone = self.people[user_id], self.zone_of(user_id)
        per_day = per_day if person.per_day is None else min(per_day, person.per_day)
        today = sum(at.astimezone(zone).date() == now.astimezone(zone).date() for at in person.pushes)
        week = sum(at > now - timedelta(days=7) for at in person.pushes)
        return today >= per_day or week >= per_week

    def audited(self, action: str, subject: str, after: object, members: Mapping[int, str]) -> None:
        """Take over what a line of the audit says was changed; `members` are the people by member's id."""
        _, _, name = subject.partition(":")
        match action:
            case "role":
                self.people[members[int(name)]].granted = Role(int(str(after)))
            case "permission":
                self.least[name] = Role(int(str(after)))
            case "plugin.enable":
                (self.off.discard if after else self.off.add)(name)
            case "everything.stop" | "everything.resume":
                self.stopped = bool(after)
