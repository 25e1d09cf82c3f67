"""What points are earned for, how many, within which bounds, and for how long they are there."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from pydantic import BaseModel
from pydantic import Field as Bounds

from bot.api import Bound, wall_clock

MEAN_MONTH = timedelta(days=30.4375)  # 365.25 days by twelve

# Reasons are texts: what a line of the history says.
THERE, CHECK_IN, QUESTION = "loyalty-for-being-there", "loyalty-for-check-in", "loyalty-for-question"
ANSWER, ORDER, STAMPS = "loyalty-for-answer", "loyalty-for-order", "loyalty-for-stamps"
IDEA = "loyalty-for-idea"
NOT_BOUGHT = (THERE, CHECK_IN, QUESTION, ANSWER)


class LoyaltySettings(BaseModel):
    """What earns points here, and for how long they are there. Zero turns a rule off, and a bound of a day too."""

    points_per_ten_minutes: int = Bounds(1, ge=0, le=1000)
    most_for_being_there: int = Bounds(12, ge=0, le=10_000)
    points_per_check_in: int = Bounds(5, ge=0, le=1000)
    points_per_question: int = Bounds(2, ge=0, le=1000)
    questions_that_count: int = Bounds(3, ge=0, le=100)
    points_per_answer: int = Bounds(5, ge=0, le=1000)
    points_per_adopted_idea: int = Bounds(20, ge=0, le=1000)
    points_per_unit_spent: int = Bounds(1, ge=0, le=1000)
    most_for_an_order: int = Bounds(1000, ge=0, le=100_000)
    days_until_an_order_counts: int = Bounds(14, ge=0, le=365)
    months_points_last: int = Bounds(12, ge=0, le=120)
    day_being_there: int = Bounds(24, ge=0, le=100_000)
    day_check_ins: int = Bounds(15, ge=0, le=100_000)
    day_questions: int = Bounds(12, ge=0, le=100_000)
    day_answers: int = Bounds(10, ge=0, le=100_000)
    day_adopted_ideas: int = Bounds(40, ge=0, le=100_000)
    day_orders: int = Bounds(0, ge=0, le=1_000_000)
    day_in_all: int = Bounds(60, ge=0, le=100_000)
    tier_months: int = Bounds(12, ge=0, le=120)
    tier_grace_days: int = Bounds(30, ge=0, le=365)

    def expires_at(self, now: datetime) -> datetime | None:
        """When points that come in now are over; None for never."""
        return now + self.months_points_last * MEAN_MONTH if self.months_points_last else None

    def for_being_there(self, slots: int) -> int:
        """Points for so many stretches of ten minutes at one stream."""
        return min(slots * self.points_per_ten_minutes, self.most_for_being_there)

    def for_questions(self, questions: int) -> int:
        """Points for so many questions at one stream."""
        return min(questions, self.questions_that_count) * self.points_per_question

    @property
    def at_one_stream(self) -> int:
        """What somebody can earn who stays to the end, checks in once and asks as much as counts."""
        return self.most_for_being_there + self.points_per_check_in + self.for_questions(self.questions_that_count)

    def for_an_order(self, amount: float) -> int:
        """Points for an order of this amount, in the community's currency."""
        return min(int(amount) * self.points_per_unit_spent, self.most_for_an_order)

    def in_a_day(self, reason: str) -> int:
        """At most so many points for this reason in a day; 0 for no bound."""
        bounds = {
            THERE: self.day_being_there,
            CHECK_IN: self.day_check_ins,
            QUESTION: self.day_questions,
            ANSWER: self.day_answers,
            IDEA: self.day_adopted_ideas,
            ORDER: self.day_orders,
        }
        return bounds.get(reason, 0)

    def bounds(self, reason: str, now: datetime, zone: str) -> Sequence[Bound]:
        """What keeps points for this reason within bounds today, by the wall of `zone` (the community's).

        What was bought is outside the bound of all together, or one order would leave no room for being there. So is an
        idea that hosts adopt, on whichever day they do.
        """
        day = day_of(now, zone)
        most: list[tuple[int, tuple[str, ...]]] = [(self.in_a_day(reason), (reason,))]
        if reason in NOT_BOUGHT:
            most.append((self.day_in_all, NOT_BOUGHT))
        return [Bound(many, reasons, day.begins, day.ends) for many, reasons in most if many]


class Day(Struct, frozen=True):
    """A day on the wall of a zone, from its first moment to that of the next; it may have 23 hours, or 25."""

    begins: datetime
    ends: datetime


def day_of(now: datetime, zone: str) -> Day:
    """The day in `zone` that `now` (aware) belongs to."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return Day(*(wall_clock(datetime.combine(day, time()), zone) for day in (today, today + timedelta(days=1))))
