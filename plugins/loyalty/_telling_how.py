"""The rules in single sentences, made from the rules."""

from collections.abc import Collection, Sequence

from bot.api import Background, Bound, Context, Ledger, Markup, contributed, join, times
from plugins.loyalty._rules import ANSWER, CHECK_IN, IDEA, NOT_BOUGHT, ORDER, QUESTION, THERE, LoyaltySettings

Rule = tuple[str, Markup]
"""The reason of its points, and the sentence."""


def first(ctx: Background, rules: LoyaltySettings) -> Markup:
    """The first rule that earns something, or that nothing does."""
    told = _rules(ctx, rules)
    return ctx.t("loyalty-how-line", sentence=told[0][1]) if told else ctx.t("loyalty-how-nothing")


async def how(ctx: Context) -> Markup:
    """Each rule that earns something, its bounds, and what happens to points, in a sentence of its own.

    What other plugins pay comes behind these, since neither bounds nor an end of ours hold for it.
    """
    others = await contributed(ctx, "earning")
    rules = await ctx.settings(LoyaltySettings)
    told = _rules(ctx, rules)
    if not told and not others:
        return join([ctx.t("loyalty-how-title"), ctx.t("loyalty-how-nothing")])
    lines = [sentence for _, sentence in told]
    if told:
        lines += _bounds(ctx, rules, await _full(ctx, rules, [reason for reason, _ in told]))
    if told and rules.months_points_last:
        lines.append(ctx.t("loyalty-how-long", months=rules.months_points_last))
    lines += others
    return join([ctx.t("loyalty-how-title"), *(ctx.t("loyalty-how-line", sentence=line) for line in lines)])


def _rules(ctx: Background, rules: LoyaltySettings) -> Sequence[Rule]:
    told: list[Rule] = []
    if rules.points_per_ten_minutes and rules.most_for_being_there:
        points, most = rules.points_per_ten_minutes, rules.most_for_being_there
        told.append((THERE, ctx.t("loyalty-how-there", points=points, most=most, **_day(rules, THERE))))
    if rules.points_per_check_in:
        points = rules.points_per_check_in
        told.append((CHECK_IN, ctx.t("loyalty-how-check-in", points=points, **_day(rules, CHECK_IN))))
    if rules.points_per_question and rules.questions_that_count:
        values = {"points": rules.points_per_question, "counted": rules.questions_that_count}
        told.append((QUESTION, ctx.t("loyalty-how-question", **values, **_day(rules, QUESTION))))
    if rules.points_per_answer:
        points = rules.points_per_answer
        told.append((ANSWER, ctx.t("loyalty-how-answer", points=points, **_day(rules, ANSWER))))
    if rules.points_per_adopted_idea:
        points = rules.points_per_adopted_idea
        told.append((IDEA, ctx.t("loyalty-how-idea", points=points, **_day(rules, IDEA))))
    if rules.points_per_unit_spent and rules.most_for_an_order:
        values = {"points": rules.points_per_unit_spent, "most": rules.most_for_an_order}
        days = rules.days_until_an_order_counts
        told.append((ORDER, ctx.t("loyalty-how-order", **values, days=days, **_day(rules, ORDER))))
    return told


def _day(rules: LoyaltySettings, reason: str) -> dict[str, int | bool]:
    most = rules.in_a_day(reason)
    return {"bounded": bool(most), "day": most}


def _bounds(ctx: Background, rules: LoyaltySettings, full: Collection[str]) -> list[Markup]:
    """What all together may bring in a day, when a day ends, and which of it is used up today."""
    some = rules.day_in_all or any(rules.in_a_day(reason) for reason in (*NOT_BOUGHT, IDEA, ORDER))
    if not some:
        return []
    city = times.zone_name(ctx.community.zone, ctx.language)
    lines = [ctx.t("loyalty-how-day", bounded=bool(rules.day_in_all), most=rules.day_in_all, city=city)]
    if full:
        named = times.names([str(ctx.t(reason)) for reason in full], ctx.language)
        lines.append(ctx.t("loyalty-how-full", what=named))
    return lines


async def _full(ctx: Context, rules: LoyaltySettings, reasons: Sequence[str]) -> list[str]:
    """For what the member can earn nothing more today."""
    found = []
    for reason in reasons:
        rooms = [await _room(ctx, bound) for bound in rules.bounds(reason, ctx.now, ctx.community.zone)]
        if 0 in rooms:
            found.append(reason)
    return found


async def _room(ctx: Context, bound: Bound) -> int:
    return await ctx.use(Ledger).room(ctx.member.id, bound)
