"""A journey's steps in words: when, to whom, by which route, and what they say."""

from collections.abc import Mapping

from bot.api import (
    Context,
    Delay,
    Exit,
    Journey,
    Kept,
    Markup,
    RuleWords,
    Step,
    StepKind,
    escape,
    join,
    times,
)
from plugins.admin._words import known, step_name


def when_words(ctx: Context, journey: Journey, step: Step) -> Markup:
    """When the step is due: "10 minutes after the stream's end"."""
    place = journey.steps.index(step)
    waited = any(before.kind is StepKind.WAIT for before in journey.steps[:place])
    anchor = "wait" if waited else journey.trigger.kind
    when = step.when
    if isinstance(when, Delay):
        seconds = when.after.total_seconds()
        span = times.duration(seconds, ctx.language)
        return ctx.t("admin-when-delay", span=span, anchor=anchor, at_once=seconds == 0)
    return ctx.t("admin-when-local", days=when.days, clock=times.clock(when.at, ctx.language))


def when_typed(ctx: Context, step: Step) -> str:
    """The same as it is typed into the form: "10 minutes", "+1 18:00"."""
    if isinstance(step.when, Delay):
        return times.duration(step.when.after.total_seconds(), ctx.language)
    return f"+{step.when.days} {step.when.at:%H:%M}"


def step_facts(ctx: Context, kept: Kept, number: int, step: Step, words: RuleWords) -> Markup:
    """All but the text: its place and name, when, for whom (in `words`), by which routes, until when."""
    lines = [
        ctx.t(
            "admin-step-title",
            number=number,
            name=step_name(ctx, kept.name, step.id),
            on=step.on,
            kind=step.kind.value,
        ),
        ctx.t("admin-step-when", when=when_words(ctx, kept.journey, step)),
        ctx.t("admin-step-whom", whom=words.says(step.condition)),
    ]
    if step.kind is StepKind.MESSAGE:
        routes = [ctx.t("admin-route", route=route.value) for route in step.routes]
        expiry = times.duration(step.expires_after.total_seconds(), ctx.language)
        lines.append(ctx.t("admin-step-routes", routes=join(routes, ", "), expiry=expiry))
    if step.satisfied_by:
        names = join([activity_words(ctx, name) for name in step.satisfied_by], ", ")
        lines.append(ctx.t("admin-step-waits" if step.kind is StepKind.WAIT else "admin-step-needless", what=names))
    if step.needs:
        named = ", ".join(f"{{{name}}}" for name in step.needs)
        lines.append(ctx.t("admin-step-needs", what=named))
    if step.task:
        lines.append(ctx.t("admin-step-task", task=step.task))
    return join(lines)


def activity_words(ctx: Context, kind: str) -> Markup:
    """What an activity is called: the text "activity-<kind>", else its name."""
    return known(ctx, f"activity-{kind.replace('_', '-')}", kind.replace("_", " "))


def trigger_words(ctx: Context, journey: Journey, words: RuleWords) -> Markup:
    """What starts the journey, and for whom, in `words`."""
    trigger = journey.trigger
    match trigger.kind:
        case "stream_ended":
            start = ctx.t("admin-trigger-stream", who=trigger.who.value)
        case "activity":
            start = ctx.t("admin-trigger-activity", activity=activity_words(ctx, trigger.activity))
        case "date":
            start = ctx.t(
                "admin-trigger-date", fact=trigger.fact.replace("_", " "), clock=times.clock(trigger.at, ctx.language)
            )
        case "segment":
            start = ctx.t("admin-trigger-segment", segment=trigger.segment)
        case "once":
            start = ctx.t("admin-trigger-once")
    return ctx.t("admin-journey-starts", start=start, whom=words.says(journey.audience))


def whole_words(ctx: Context, journey: Journey) -> Mapping[str, Markup]:
    """What belongs to the whole journey in words, by the names of the form's fields; only what it can have."""
    found = {
        "caps": ctx.t("admin-whole-caps", day=journey.caps.per_day, week=journey.caps.per_week),
        "closes": escape(times.duration(journey.closes_after.total_seconds(), ctx.language)),
    }
    if journey.trigger.kind == "stream_ended":
        found["live-again"] = ctx.t("admin-yes" if Exit.LIVE_AGAIN in journey.exits else "admin-no")
    found["holdout"] = ctx.t("admin-whole-holdout", share=round(journey.holdout * 100, 4))
    if journey.goal is not None:
        found["goal"] = escape(times.duration(journey.goal.within.total_seconds(), ctx.language))
    return found


def whole_facts(ctx: Context, journey: Journey) -> list[Markup]:
    """The same as lines of the journey's card."""
    lines = []
    for name, words in whole_words(ctx, journey).items():
        if name == "goal" and journey.goal is not None:
            lines.append(ctx.t("admin-whole-goal", what=activity_words(ctx, journey.goal.activity), span=words))
        else:
            lines.append(ctx.t("admin-whole-line", what=ctx.t(f"admin-field-{name}"), value=words))
    return lines
