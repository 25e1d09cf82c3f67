"""What happened in a simulated year, written down as plainly as can be, to be held against what the bot keeps."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.community.purses import Purses

POINTS_LAST = 6 * timedelta(days=30.4375)
ORDERS_WAIT = timedelta(days=14)
MONTH = timedelta(days=30.4375)
ANSWERS_A_DAY = 10  # points


@dataclass
class Evening:
    """One stream: who was there, in which ten minutes, how many questions each asked, and who acted for somebody else.

    What somebody does while another one acts for them is the other one's, and stays theirs when the two part.
    """

    slots: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    questions: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    acting: dict[str, str] = field(default_factory=dict)

    def told_of(self, name: str) -> list[str]:
        """Those whose deeds were this one's then."""
        return [other for other in self.slots if self.acting.get(other, other) == name]

    def points_for_being_there(self, *names: str) -> int:
        """One for ten minutes, at most twelve."""
        return min(len(set().union(*(self.slots.get(name, ()) for name in names))), 12)

    def points_for_questions(self, *names: str) -> int:
        """Two for each of three."""
        return 2 * min(sum(self.questions.get(name, 0) for name in names), 3)


Evenings = Sequence[tuple[Evening, Sequence[str]]]
"""Each with those who count for somebody then."""


@dataclass
class Order:
    """What somebody bought."""

    name: str
    value: int
    at: datetime


@dataclass
class Diary:
    """By people's names. Each person has a purse of their own; who was ever linked is reckoned with as a circle."""

    evenings: list[Evening] = field(default_factory=list)
    joined: dict[str, datetime] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    refunded: set[str] = field(default_factory=set)
    answers: defaultdict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    answers_told_of: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    gifts: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    circles: dict[str, set[str]] = field(default_factory=dict)  # those who were linked with one another at any time
    forgotten: set[str] = field(default_factory=set)
    by_hand: set[tuple[str, str]] = field(default_factory=set)  # the name, and the badge
    taken: set[tuple[str, str]] = field(default_factory=set)
    purses: dict[str, Purses] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)  # what was seen at once

    # People

    def knows(self, name: str) -> bool:
        """Whether everything about them is reckoned with by name."""
        return name in self.joined and name not in self.circles and name not in self.forgotten

    def linked(self, one: str, other: str) -> None:
        """From now on they are one circle, with all whom either was ever linked with."""
        circle = self.circle(one) | self.circle(other)
        for name in circle:
            self.circles[name] = circle

    def circle(self, name: str) -> set[str]:
        """Somebody with all whom they were ever linked with."""
        return self.circles.get(name, {name})

    def all_circles(self) -> list[set[str]]:
        """Each circle once."""
        return [circle for name, circle in self.circles.items() if name == min(circle)]

    # Badges

    def levels(self, names: Iterable[str], now: datetime) -> dict[str, int]:
        """The level of each badge that these deserve together; badges without one are left out."""
        names = list(names)
        answers = sum(len(self.answers.get(name, ())) for name in names)
        points = sum(self.purse(name).earned_ever(1) for name in names)
        return self._levels(names, [(evening, names) for evening in self.evenings], answers, points, now)

    def levels_for_sure(self, name: str, now: datetime) -> dict[str, int]:
        """What one of a circle deserves by what is theirs, whoever they were one with and when; not by points."""
        evenings = [(evening, evening.told_of(name)) for evening in self.evenings]
        return self._levels([name], evenings, self.answers_told_of[name], 0, now)

    def _levels(self, names: list[str], evenings: Evenings, answers: int, points: int, now: datetime) -> dict[str, int]:
        there = [[evening.slots.get(name, set()) for name in who] for evening, who in evenings]
        early = sum(any(0 in slots for slots in one) for one in there)
        asked = sum(evening.questions.get(name, 0) for evening, who in evenings for name in who)
        months = (now - min(self.joined[name] for name in names)) // MONTH
        counted = {
            "first-stream": _level(sum(map(any, there)), 1),
            "regular": _level(sum(map(any, there)), 5, 25, 100),
            "streak": _level(_longest_streak(map(any, there)), 3, 5, 10),
            "early-bird": _level(early, 3, 10, 30),
            "curious": _level(asked, 3, 15, 50),
            "feedback": _level(answers, 1, 5, 20),
            "anniversary": _level(months, 12, 24, 36, 60),
            "helper": int(any((name, "helper") in self.by_hand for name in names)),
            "veteran": int((months >= 24 and sum(map(any, there)) >= 20) or points >= 5000),
        }
        return {badge: level for badge, level in counted.items() if level}

    # Points

    def purse(self, name: str) -> Purses:
        """The points of somebody who is linked with nobody: their own number there is always 1."""
        if name not in self.purses:
            self.purses[name] = Purses({1: 1})
        return self.purses[name]

    def pays_for_the_evening(self, evening: Evening, place: int, now: datetime) -> None:
        """Everybody who was there gets theirs."""
        for name in evening.slots:
            for about, points in (
                ("there", evening.points_for_being_there(name)),
                ("asked", evening.points_for_questions(name)),
            ):
                if points:
                    self.purse(name).earn(1, points, f"stream:{place}:{about}", now, now, now + POINTS_LAST)

    def ordered(self, reference: str, order: Order) -> None:
        """A point for each unit of money, which counts after two weeks."""
        self.orders[reference] = order
        counts = order.at + ORDERS_WAIT
        self.purse(order.name).earn(1, order.value, f"ordered:{reference}", order.at, counts, counts + POINTS_LAST)

    def answered(self, name: str, acting: str, now: datetime) -> None:
        """Five points, but no more than ten a day."""
        self.answers_told_of[acting] += 1
        today = sum(at.date() == now.date() for at in self.answers[name])
        self.answers[name].append(now)
        if 5 * today < ANSWERS_A_DAY:
            self.purse(name).earn(1, 5, f"answer:{len(self.answers[name])}", now, now, now + POINTS_LAST)

    def points_at_streams(self, names: Iterable[str]) -> int:
        """What these earn at streams where they are one person."""
        names = list(names)
        return sum(
            evening.points_for_being_there(*names) + evening.points_for_questions(*names) for evening in self.evenings
        )


def _longest_streak(streams: Iterable[bool]) -> int:
    """The most streams in a row that somebody ever had behind them."""
    best = run = 0
    for was_there in streams:
        run = run + 1 if was_there else 0
        best = max(best, run)
    return best


def _level(count: int, *steps: int) -> int:
    return sum(count >= step for step in steps)
