"""A journey's steps in words: when, to whom, by which route, and what they say."""

from bot.api import Context, Delay, Journey, Kept, Markup, Step, StepKind, Translator, join, sentence, times
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


def step_facts(ctx: Context, kept: Kept, number: int, step: Step) -> Markup:
    """All but the text: its place and name, when, for whom, by which routes, until when."""
    lines = [
        ctx.t(
            "admin-step-title",
            number=number,
            name=step_name(ctx, kept.name, step.id),
            on=step.on,
            kind=step.kind.value,
        ),
        ctx.t("admin-step-when", when=when_words(ctx, kept.journey, step)),
        ctx.t("admin-step-whom", whom=sentence(step.condition, ctx.use(Translator), ctx.language)),
    ]
    if step.kind is StepKind.MESSAGE:
        routes = [ctx.t("admin-route", route=route.value) for route in step.routes]
        expiry = times.duration(step.expires_after.total_seconds(), ctx.language)
        lines.append(ctx.t("admin-step-routes", routes=join(routes, ", "), expiry=expiry))
    if step.satisfied_by:
        names = join([activity_words(ctx, name) for name in step.satisfied_by], ", ")
        lines.append(ctx.t("admin-step-waits" if step.kind is StepKind.WAIT else "admin-step-needless", what=names))
    if step.task:
        lines.append(ctx.t("admin-step-task", task=step.task))
    return join(lines)


def activity_words(ctx: Context, kind: str) -> Markup:
    """What an activity is called: the text "activity-<kind>", else its name."""
    return known(ctx, f"activity-{kind.replace('_', '-')}", kind.replace("_", " "))


def trigger_words(ctx: Context, journey: Journey) -> Markup:
    """What starts the journey, and for whom."""
    trigger = journey.trigger
    whom = sentence(journey.audience, ctx.use(Translator), ctx.language)
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
    return ctx.t("admin-journey-starts", start=start, whom=whom)
