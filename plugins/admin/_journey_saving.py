"""What editing answers: the new version in words, what did not fit, what to mind, and what can be done next."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from bot.api import Action, Context, Delay, Journey, Journeys, Kept, Markup, Step, StepKind, UserError, echoed, join
from plugins.admin._journey_diff import journey_diff
from plugins.admin._journeys import status_buttons
from plugins.admin._plugins import undo_button
from plugins.admin._words import step_name


class Wrong(Struct, frozen=True):
    """A field that could not be understood: what was given, what was expected, what stays."""

    field: Markup
    given: str
    expected: Markup
    kept: str


def refuse_outdated(kept: Kept, version: int) -> None:
    """Raises UserError when a button or a form is older than the journey."""
    if kept.version != version:
        raise UserError("journey-changed-meanwhile", name=kept.name, typed=str(kept.name))


def wrong_lines(ctx: Context, wrong: Sequence[Wrong]) -> list[Markup]:
    """What could not be used, what it takes, and what was kept, a line each."""
    return [
        ctx.t("admin-edit-wrong", field=w.field, given=echoed(w.given), expected=w.expected, kept=w.kept) for w in wrong
    ]


async def save_version(
    ctx: Context, kept: Kept, journey: Journey, mind: Sequence[Markup], wrong: Sequence[Wrong]
) -> tuple[Markup, list[Action]]:
    """Keep a new version and say what differs in it. Raises UserError when somebody else was quicker."""
    before = kept.journey
    kept = await ctx.use(Journeys).edit(kept, journey, ctx.member.id)
    lines = [
        ctx.t("admin-edit-saved", name=kept.name, version=str(kept.version), status=kept.status.value),
        *journey_diff(ctx, kept.name, before, journey),
        *mind,
        *_too_late(ctx, kept),
        *wrong_lines(ctx, wrong),
    ]
    next_steps = [ctx.button("admin.edit", kept.id, 1), ctx.button("admin.test", kept.id, 1)]
    return join(lines), [await undo_button(ctx, kept.name), *next_steps, *status_buttons(ctx, kept)]


def _too_late(ctx: Context, kept: Kept) -> list[Markup]:
    """A warning of each step that is never due before the journey closes: nobody would ever get it."""
    return [
        ctx.t("admin-edit-too-late", step=step_name(ctx, kept.name, step.id))
        for step in kept.journey.steps
        if step.on and step.kind is not StepKind.WAIT and _soonest(step) >= kept.journey.closes_after
    ]


def _soonest(step: Step) -> timedelta:
    """How soon after the start the step may be due: at once after a wait, or after a start just before midnight."""
    if isinstance(step.when, Delay):
        return step.when.after
    at = timedelta(hours=step.when.at.hour, minutes=step.when.at.minute)
    return max(timedelta(days=step.when.days - 1) + at, timedelta(0))
