"""Referrals reckoned slowly and plainly, for the property test: what people did, and what it ought to have come to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

DAYS_TO_SAY, STAYED, PENDING, IN_ALL, TAKEN_BACK = (timedelta(days=days) for days in (14, 7, 7, 60, 30))


@dataclass
class Who:
    """Somebody: when the bot first knew them, when they were seen to arrive and as what, and whether they left."""

    name: str
    known: datetime | None = None
    arrived: datetime | None = None
    came_back: bool = False  # the first arrival that was seen was a return
    inside: bool = False
    left: bool = False
    attended: list[datetime] = field(default_factory=list)
    orders: dict[str, datetime] = field(default_factory=dict)
    refunded: set[str] = field(default_factory=set)


@dataclass
class Brought:
    """One referral."""

    inviter: str
    invited: str
    how: str
    state: str
    reason: str | None
    began: datetime
    joined: datetime | None
    pays: datetime | None = None
    settled: datetime | None = None
    order: str | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("waiting", "contested", "qualified")


class Book:
    """All of it. Each step is what one person did, or some days that go by."""

    def __init__(self, now: datetime, inviters: tuple[str, ...], newcomers: tuple[str, ...]) -> None:
        self.now = now
        self.people = {name: Who(name, known=now, inside=True) for name in inviters}
        self.people |= {name: Who(name) for name in newcomers}
        self.circles = [{name} for name in self.people]
        self.all: list[Brought] = []

    def circle(self, name: str) -> set[str]:
        """Who is one person with them."""
        return next(circle for circle in self.circles if name in circle)

    def of(self, name: str) -> list[Brought]:
        return [one for one in self.all if one.invited in self.circle(name)]

    def noted(self, name: str) -> Brought | None:
        """The one that stands before those that do not."""
        mine = sorted(self.of(name), key=lambda one: one.state in ("refused", "taken_back"))
        return mine[0] if mine else None

    def here(self, name: str) -> bool:
        return any(self.people[one].known and not self.people[one].left for one in self.circle(name))

    def since(self, name: str) -> datetime:
        return min(known for one in self.circle(name) if (known := self.people[one].known) is not None)

    def seen(self, name: str) -> Who | None:
        seen = [self.people[one] for one in self.circle(name) if self.people[one].arrived]
        return min(seen, key=lambda one: one.arrived or self.now, default=None)

    # ---- steps ----------------------------------------------------------------------------------------------------

    def joins(self, name: str, by: str | None) -> None:
        who, was_seen = self.people[name], self.seen(name) is not None
        if who.inside:
            return
        came = "new" if who.known in (None, self.now) and not who.left else "back" if who.left else "known"
        who.known, who.inside, who.left = who.known or self.now, True, False
        if came != "known" and who.arrived is None:
            who.arrived, who.came_back = self.now, came == "back"
        if came != "known" or by is not None:
            for one in self.of(name):
                one.joined = one.joined or self.now
        if by is None or by in self.circle(name):
            return
        known = self.noted(name)
        if known is not None:
            self._said_before(known, by)
        elif came == "back":
            self._begin(by, name, "invite", "refused", "rejoined")
        elif came == "new":
            self._begin(by, name, "invite", "waiting", None)
        elif self.since(name) >= self.now - DAYS_TO_SAY and not was_seen:
            self._begin(by, name, "invite", "contested", "known")

    def _said_before(self, known: Brought, by: str) -> None:
        if known.state not in ("waiting", "contested") or known.how != "code":
            return
        if by in self.circle(known.inviter):
            known.how = "both"
        else:
            known.state, known.reason = "contested", "contradicts"

    def claims(self, name: str, whose: str) -> None:
        who = self.people[name]
        who.known = who.known or self.now
        if whose in self.circle(name):
            return
        known = self.noted(name)
        if known is not None:
            if whose in self.circle(known.inviter):
                known.how = "both" if known.how == "invite" and known.is_open else known.how
            elif known.how == "invite" and known.state in ("waiting", "contested"):
                known.state, known.reason = "contested", "contradicts"
            return
        seen = self.seen(name)
        if (seen is not None and seen.came_back) or self.since(name) < self.now - DAYS_TO_SAY:
            return
        if seen is not None:
            self._begin(whose, name, "code", "waiting", None, seen.arrived)
        elif any(self.people[one].inside for one in self.circle(name)):
            self._begin(whose, name, "code", "contested", "unseen", self.now)
        else:
            self._begin(whose, name, "code", "waiting", None, None)

    def _begin(
        self, inviter: str, name: str, how: str, state: str, reason: str | None, joined: datetime | None = None
    ) -> None:
        joined = self.now if how == "invite" else joined
        self.all.append(Brought(inviter, name, how, state, reason, self.now, joined))
        self._look(self.all[-1])

    def leaves(self, name: str) -> None:
        who = self.people[name]
        if not who.inside:
            return
        who.inside, who.left = False, True
        if not self.here(name):
            for one in self.of(name):
                if one.joined is not None:
                    self._end(one, "left")

    def links(self, name: str, other: str) -> None:
        one, two = self.circle(name), self.circle(other)
        if one is two or self.people[name].known is None:
            return
        self.circles.remove(two)
        one |= two
        first = set[str]()
        for brought in [each for each in self.all if {each.inviter, each.invited} & one]:
            if not (brought.is_open or brought.state == "paid"):
                continue
            if self.circle(brought.inviter) is self.circle(brought.invited):
                self._end(brought, "self", always=True)
            elif self._was_known(brought):
                self._end(brought, "known", always=True)
            elif self._person(brought) in first:
                self._end(brought, "twice", always=True)
            else:
                first.add(self._person(brought))

    def _person(self, brought: Brought) -> str:
        return min(self.circle(brought.invited))

    def _was_known(self, brought: Brought) -> bool:
        if any(one is not brought for one in self.of(brought.invited)[: self.of(brought.invited).index(brought)]):
            return False
        span = DAYS_TO_SAY if brought.reason in ("unseen", "known") else timedelta(days=1)
        return self.since(brought.invited) < min(brought.began, brought.joined or brought.began) - span

    def attends(self, name: str) -> None:
        self.people[name].attended.append(self.now)

    def orders(self, name: str, order: str) -> None:
        self.people[name].orders[order] = self.now
        for one in self.of(name):
            if one.state == "waiting":
                self._look(one)

    def refunds(self, name: str, order: str) -> None:
        self.people[name].refunded.add(order)
        for one in self.of(name):
            if one.order == order:
                self._end(one, "refunded", always=True)

    def approves(self, number: int) -> None:
        one = self.all[number]
        if one.state == "contested" and one.inviter not in self.circle(one.invited):
            one.state = "waiting"
            if one.joined is not None:
                self._look(one)

    def refuses(self, number: int) -> None:
        if self.all[number].state == "contested":
            self._end(self.all[number], "decided")

    def passes(self, now: datetime) -> None:
        self.now = now
        for one in self.all:
            self._look(one)

    # ---- what it comes to -----------------------------------------------------------------------------------------

    def _look(self, one: Brought) -> None:
        inside = any(self.people[each].inside for each in self.circle(one.invited))
        if one.state == "waiting" and one.joined is None and inside:
            one.joined = self.now
            return
        if one.is_open and self.circle(one.inviter) is self.circle(one.invited):
            self._end(one, "self", always=True)
        elif one.joined is not None and not self.here(one.invited):
            self._end(one, "left")
        elif one.state == "waiting":
            self._qualify(one)
        elif one.state == "qualified" and one.pays is not None and one.pays <= self.now:
            one.state, one.settled = "paid", self.now

    def _qualify(self, one: Brought) -> None:
        since = min(one.began, one.joined or one.began)
        mine = [self.people[each] for each in self.circle(one.invited)]
        came = any(at >= since for who in mine for at in who.attended)
        back = set[str]().union(*(who.refunded for who in mine))
        kept = sorted(
            (at, order) for who in mine for order, at in who.orders.items() if at >= since and order not in back
        )
        if one.joined is not None and self.now >= one.joined + STAYED and came and kept:
            one.state, one.pays, one.order = "qualified", self.now + PENDING, kept[0][1]
        elif self.now > one.began + IN_ALL:
            self._end(one, "late")

    def _end(self, one: Brought, reason: str, *, always: bool = False) -> None:
        if one.state == "paid":
            if always or (one.settled is not None and self.now < one.settled + TAKEN_BACK):
                one.state, one.reason = "taken_back", reason
        elif one.is_open:
            one.state, one.reason = "refused", reason

    def points(self, circle: set[str], state: str) -> int:
        """What a person has of those that stand so."""
        return sum(self._of_one(one, circle) for one in self.all if one.state == state)

    def _of_one(self, one: Brought, circle: set[str]) -> int:
        return 50 * (one.inviter in circle) + 20 * (one.invited in circle)

    def states(self) -> Iterator[tuple[str, str | None]]:
        """How each stands, and why."""
        return ((one.state, one.reason) for one in self.all)
