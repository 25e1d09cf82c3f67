"""A journey before it leaves: who would get what and who not, and a test on oneself."""

from collections import Counter
from collections.abc import Sequence
from itertools import count

from msgspec.structs import replace

from bot.api import (
    Action,
    Context,
    Kept,
    Markup,
    Message,
    Page,
    Preview,
    Previewer,
    Sample,
    StepKind,
    UserError,
    headed,
    join,
    of_step,
    plugin_named,
    times,
    turning,
)
from plugins.admin._journey_plan import plan_now
from plugins.admin._journey_words import when_words
from plugins.admin._journeys import render_for_reader, status_buttons, what_holds
from plugins.admin._plugins import is_gone
from plugins.admin._words import quote, step_name

SAMPLES = 3
SAMPLE_LENGTH = 400
TESTED_AT_ONCE = 5


async def preview(ctx: Context, kept: Kept) -> tuple[Markup, list[list[Action]]]:
    """Counts per step and route, who is left out and why, and three messages as their readers would see them."""
    occasion = await plan_now(ctx, kept)
    found = await ctx.use(Previewer).preview(occasion.plan, occasion.now, samples=SAMPLES)
    basis, titled = occasion.basis, bool(occasion.title)
    lines = [
        headed(ctx, ctx.t("admin-preview-title", name=kept.name)),
        ctx.t("admin-preview-basis", basis=basis, title=occasion.title, titled=titled, people=found.people),
    ]
    lines += await what_holds(ctx, kept)
    if found.looked_at < found.people:
        lines.append(ctx.t("admin-preview-share", people=found.looked_at))
    if found.people:
        for step in kept.journey.steps:
            lines += _step_lines(ctx, found, kept.name, step.id)
        lines += _samples(ctx, kept, found)
    lines.append(ctx.t("admin-preview-nothing-left"))
    return join(lines), [[ctx.button("admin.test", kept.id, 1)], status_buttons(ctx, kept)]


def _step_lines(ctx: Context, found: Preview, journey: str, step: str) -> list[Markup]:
    """What is to come of a step, and apart from it what was before."""
    routes, given = of_step(found.by_route, step), of_step(found.given_before, step)
    lines = [ctx.t("admin-preview-step", step=step_name(ctx, journey, step), count=sum(routes.values()))]
    if routes:
        lines.append(ctx.t("admin-preview-routes", routes=_by_route(ctx, routes)))
    if left_out := of_step(found.left_out, step):
        lines.append(ctx.t("admin-preview-left-out", reasons=_by_reason(ctx, left_out)))
    if given:
        lines.append(ctx.t("admin-preview-given-before", routes=_by_route(ctx, given)))
    if left_out := of_step(found.left_out_before, step):
        lines.append(ctx.t("admin-preview-left-out-before", reasons=_by_reason(ctx, left_out)))
    return lines if len(lines) > 1 else []


def _by_route(ctx: Context, counts: Counter[str]) -> Markup:
    return join([ctx.t("admin-preview-route", route=route, count=count) for route, count in counts.most_common()], ", ")


def _by_reason(ctx: Context, counts: Counter[str]) -> Markup:
    return join(
        [ctx.t("admin-preview-reason", reason=reason, count=count) for reason, count in counts.most_common()], ", "
    )


def _samples(ctx: Context, kept: Kept, found: Preview) -> list[Markup]:
    """What some would read; a plugin that is not there has taken its texts along."""
    shown = [_sample(ctx, kept.name, sample) for sample in different(found.samples)]
    return [ctx.t("admin-preview-samples"), *shown] if shown and not is_gone(ctx, kept.plugin) else []


def different(samples: Sequence[Sample]) -> list[Sample]:
    """At most three samples: of different people and steps as far as there are, then of either."""
    chosen: list[Sample] = []
    for needed in (2, 1):
        for sample in samples:
            new = all(sample.name != other.name for other in chosen) + all(
                sample.step != other.step for other in chosen
            )
            if len(chosen) < SAMPLES and new >= needed:
                chosen.append(sample)
    return chosen


def _sample(ctx: Context, journey: str, sample: Sample) -> Markup:
    theirs = times.moment(sample.at, ctx.language, sample.zone, now=ctx.now, home_zone=ctx.community.zone)
    return ctx.t(
        "admin-preview-sample",
        name=sample.name,
        step=step_name(ctx, journey, sample.step),
        at=theirs,
        route=sample.route,
        text=quote(sample.message.text, SAMPLE_LENGTH),
    )


async def test(ctx: Context, kept: Kept, number: int) -> None:
    """Show the person a few of the journey's messages as they would get them, marked as a test; nothing is counted.

    Raises UserError where the plugin that has the texts is not there.
    """
    if is_gone(ctx, kept.plugin):
        raise UserError("admin-held-plugin-gone", plugin=plugin_named(kept.plugin))
    messages = [step for step in kept.journey.steps if step.kind is StepKind.MESSAGE]
    page = Page.of(messages, number, TESTED_AT_ONCE)
    for step in page.items:
        place, when = messages.index(step) + 1, when_words(ctx, kept.journey, step)
        for variant in step.variants:
            real = await render_for_reader(ctx, kept, step, variant.name)
            mark = ctx.t(
                "admin-test-mark", number=place, of=len(messages), step=step_name(ctx, kept.name, step.id), when=when
            )
            await ctx.reply(Message(join([mark, real.text]), _inert(ctx, real), real.accent))
    await ctx.reply(ctx.t("admin-test-done", name=kept.name), turning(ctx, "admin.test", page, kept.id))


def _inert(ctx: Context, message: Message) -> tuple[tuple[Action, ...], ...]:
    """The message's buttons, which do nothing but say that this is a test; no two of a message may be the same."""
    numbers = count()
    return tuple(
        tuple(replace(action, token=ctx.button("admin.only_a_test", next(numbers)).token) for action in row)
        for row in message.actions
    )
