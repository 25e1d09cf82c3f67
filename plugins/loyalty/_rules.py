"""What points are earned for, how many, and the sentences that say so."""

from datetime import datetime, timedelta

from pydantic import BaseModel
from pydantic import Field as Bounds

from bot.api import Background, Markup

MEAN_MONTH = timedelta(days=30.4375)  # 365.25 days by twelve


class LoyaltySettings(BaseModel):
    """What earns points here, and for how long they are there. Zero turns a rule off."""

    points_per_ten_minutes: int = Bounds(1, ge=0, le=1000)
    most_for_being_there: int = Bounds(12, ge=0, le=10_000)
    points_per_check_in: int = Bounds(5, ge=0, le=1000)
    points_per_question: int = Bounds(2, ge=0, le=1000)
    questions_that_count: int = Bounds(3, ge=0, le=100)
    points_per_answer: int = Bounds(5, ge=0, le=1000)
    points_per_unit_spent: int = Bounds(1, ge=0, le=1000)
    most_for_an_order: int = Bounds(1000, ge=0, le=100_000)
    days_until_an_order_counts: int = Bounds(14, ge=0, le=365)
    months_points_last: int = Bounds(12, ge=0, le=120)

    def expires_at(self, now: datetime) -> datetime | None:
        """When points that come in now are over; None for never."""
        return now + self.months_points_last * MEAN_MONTH if self.months_points_last else None

    def for_being_there(self, slots: int) -> int:
        """Points for so many stretches of ten minutes at one stream."""
        return min(slots * self.points_per_ten_minutes, self.most_for_being_there)

    def for_questions(self, questions: int) -> int:
        """Points for so many questions at one stream."""
        return min(questions, self.questions_that_count) * self.points_per_question

    def for_an_order(self, amount: float) -> int:
        """Points for an order of this amount, in the community's currency."""
        return min(int(amount) * self.points_per_unit_spent, self.most_for_an_order)


def sentences(ctx: Background, rules: LoyaltySettings) -> list[Markup]:
    """Each rule that earns something, and what happens to points, in a sentence of its own."""
    lines = []
    if rules.points_per_ten_minutes and rules.most_for_being_there:
        points, most = rules.points_per_ten_minutes, rules.most_for_being_there
        lines.append(ctx.t("loyalty-how-there", points=points, most=most))
    if rules.points_per_check_in:
        lines.append(ctx.t("loyalty-how-check-in", points=rules.points_per_check_in))
    if rules.points_per_question and rules.questions_that_count:
        counted = rules.questions_that_count
        lines.append(ctx.t("loyalty-how-question", points=rules.points_per_question, counted=counted))
    if rules.points_per_answer:
        lines.append(ctx.t("loyalty-how-answer", points=rules.points_per_answer))
    if rules.points_per_unit_spent and rules.most_for_an_order:
        values = {"points": rules.points_per_unit_spent, "most": rules.most_for_an_order}
        lines.append(ctx.t("loyalty-how-order", **values, days=rules.days_until_an_order_counts))
    if not lines:
        return [ctx.t("loyalty-how-nothing")]
    if rules.months_points_last:
        lines.append(ctx.t("loyalty-how-long", months=rules.months_points_last))
    return [ctx.t("loyalty-how-line", sentence=line) for line in lines]
