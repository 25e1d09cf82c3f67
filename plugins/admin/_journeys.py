"""Journeys as moderators see them: the list, one in detail, and whether it runs."""

from msgspec.structs import replace

from bot.api import (
    Action,
    ActionStyle,
    Context,
    Journeys,
    JourneyStatus,
    Kept,
    Markup,
    Message,
    Page,
    People,
    Previewer,
    Role,
    RuleWords,
    Send,
    Sender,
    Step,
    StepKind,
    UserError,
    headed,
    join,
    plugin_named,
    turning,
)
from plugins.admin._journey_plan import plan_now
from plugins.admin._journey_shares import shares
from plugins.admin._journey_words import step_facts, trigger_words, whole_facts
from plugins.admin._plugins import is_gone, plugin_is_off, undo_button
from plugins.admin._words import called, known, named, quote

JOURNEYS_ON_A_PAGE = 10
STEPS_ON_A_PAGE = 4
HELD = (JourneyStatus.SHADOW, JourneyStatus.WAITING)


async def by_id(ctx: Context, journey_id: int) -> Kept:
    """The community's journey of that id. Raises UserError when it has none such."""
    every = await ctx.use(Journeys).all(ctx.community.id)
    found = next((kept for kept in every if kept.id == journey_id), None)
    if found is None:
        raise UserError("button-unknown")
    return found


async def by_name(ctx: Context, name: str) -> Kept:
    """The journey of that name. Raises UserError when there is none, or several."""
    journeys = ctx.use(Journeys)
    every = [kept.name for kept in await journeys.all(ctx.community.id)]
    return await journeys.get(ctx.community.id, named(ctx, name, every).strip().lower())


async def listing(ctx: Context, number: int) -> tuple[Markup, list[list[Action]]]:
    """A page of the journeys with their state, and a button for each."""
    journeys = ctx.use(Journeys)
    under_way = await journeys.under_way(ctx.community.id)
    page = Page.of(await journeys.all(ctx.community.id), number, JOURNEYS_ON_A_PAGE)
    if not page.items:
        return ctx.t("admin-journeys-none"), []
    lines = [headed(ctx, ctx.t("admin-journeys-title"))]
    lines += [
        ctx.t(
            "admin-journeys-line",
            name=kept.name,
            status=kept.status.value,
            off=await plugin_is_off(ctx, kept.plugin),
            version=str(kept.version),
            people=under_way.get(kept.id, 0),
            about=(about := known(ctx, f"{kept.plugin}-journey-{kept.journey.name}", "")),
            told=bool(about),
        )
        for kept in page.items
    ]
    buttons = [ctx.button("admin.journey_card", kept.id, 1, label=called(ctx, kept.name)) for kept in page.items]
    return join(lines), [buttons[:5], buttons[5:], turning(ctx, "admin.journeys_page", page)]


async def card(ctx: Context, kept: Kept, number: int) -> tuple[Markup, list[list[Action]]]:
    """One journey: what starts it and its steps, a few on a page, with their texts as the reader would get them."""
    page = Page.of(kept.journey.steps, number, STEPS_ON_A_PAGE)
    words = await RuleWords.of(ctx, kept.journey.audience, *(step.condition for step in page.items))
    lines = [
        ctx.t(
            "admin-journey-title",
            name=kept.name,
            status=kept.status.value,
            off=await plugin_is_off(ctx, kept.plugin),
            version=str(kept.version),
            people=await _under_way(ctx, kept),
        ),
        trigger_words(ctx, kept.journey, words),
        *whole_facts(ctx, kept.journey),
        *await what_holds(ctx, kept),
    ]
    for step in page.items:
        lines.append(step_facts(ctx, kept, kept.journey.steps.index(step) + 1, step, words))
        lines += await _texts(ctx, kept, step)
    turn = turning(ctx, "admin.journey_card", page, kept.id)
    return join(lines), [_look_buttons(ctx, kept), status_buttons(ctx, kept), turn]


async def _texts(ctx: Context, kept: Kept, step: Step) -> list[Markup]:
    """Each variant of a step as the reader themselves would get it."""
    if step.kind is not StepKind.MESSAGE or is_gone(ctx, kept.plugin):
        return []
    lines = []
    for variant, share in zip(step.variants, shares(step), strict=True):
        text = (await render_for_reader(ctx, kept, step, variant.name)).text
        several = len(step.variants) > 1
        lines.append(ctx.t("admin-step-text", text=quote(text), name=variant.name, share=share, several=several))
    return lines


async def render_for_reader(ctx: Context, kept: Kept, step: Step, variant: str) -> Message:
    """The message of a step as the reader would get it from the newest stream."""
    basis = await plan_now(ctx, kept)
    plan = replace(basis.plan, afresh=True)  # whatever the reader has got of it already
    [(case, _, _), *_] = await ctx.use(Previewer).one(plan, ctx.member.id, basis.now, work=ctx.db)
    case = replace(case, step=step, due=replace(case.due, step=step.id))
    return await ctx.use(Sender).render(case, Send((), variant))


def _look_buttons(ctx: Context, kept: Kept) -> list[Action]:
    return [
        ctx.button("admin.preview", kept.id),
        ctx.button("admin.test", kept.id, 1),
        ctx.button("admin.edit", kept.id, 1),
    ]


def status_buttons(ctx: Context, kept: Kept) -> list[Action]:
    """What may be done with the journey as it stands."""
    row = []
    if kept.journey.trigger.kind == "once" and kept.status is not JourneyStatus.STOPPED:
        row.append(ctx.button("admin.ask_to_start", kept.id))
    if kept.status in HELD:
        row.append(ctx.button("admin.approve", kept.id, kept.version, style=ActionStyle.MAIN))
    if kept.status is JourneyStatus.RUNNING:
        row.append(ctx.button("admin.pause", kept.id))
    if kept.status in (JourneyStatus.PAUSED, JourneyStatus.STOPPED):
        row.append(ctx.button("admin.go_on", kept.id))
    if kept.status is not JourneyStatus.STOPPED:
        row.append(ctx.button("admin.ask_to_stop", kept.id))
    return row


async def approve(ctx: Context, kept: Kept, version: int) -> tuple[Markup, list[Action]]:
    """Let a journey run that waits for a person.

    Raises UserError when somebody else has to say so, and when `version`, which the presser saw, is not the newest.
    """
    if kept.status not in HELD:
        return ctx.t("admin-journey-not-waiting", name=kept.name, status=kept.status.value), status_buttons(ctx, kept)
    if version != kept.version:
        raise UserError("journey-changed-meanwhile", name=kept.name, typed=str(kept.name))
    moderators = await ctx.use(People).with_role(ctx.community, Role.MODERATOR)
    others = sum(member.id != ctx.member.id for member in moderators)
    own = kept.author_id == ctx.member.id and not others
    people = await _under_way(ctx, kept)
    kept = await ctx.use(Journeys).approve(kept, ctx.member.id, others=others)
    text = ctx.t("admin-journey-approved", name=kept.name, version=str(kept.version), people=people, own=own)
    lines = [text, *await what_holds(ctx, kept)]
    return join(lines, " "), [await undo_button(ctx, kept.name), *status_buttons(ctx, kept)]


async def approve_plugin(ctx: Context, plugin: str) -> Markup | None:
    """Let every journey of a plugin run that waits for a person; None when the word is no plugin that has some.

    Raises UserError, and changes nothing, when somebody else has to say so of one of them.
    """
    journeys = ctx.use(Journeys)
    its = [kept for kept in await journeys.all(ctx.community.id) if kept.plugin == plugin.lower()]
    held = [kept for kept in its if kept.status in HELD]
    if not its:
        return None
    if not held:
        return ctx.t("admin-journeys-none-wait", plugin=plugin_named(its[0].plugin))
    moderators = await ctx.use(People).with_role(ctx.community, Role.MODERATOR)
    others = sum(member.id != ctx.member.id for member in moderators)
    for kept in held:
        await journeys.approve(kept, ctx.member.id, others=others)
    text = ctx.t("admin-journeys-approved", plugin=plugin_named(held[0].plugin), count=len(held))
    return join([text, *await what_holds(ctx, held[0])], " ")


async def _under_way(ctx: Context, kept: Kept) -> int:
    """How many people are in it. To be asked before the first write, since there may be very many to count."""
    return (await ctx.use(Journeys).under_way(ctx.community.id)).get(kept.id, 0)


async def what_holds(ctx: Context, kept: Kept) -> list[Markup]:
    """What keeps a journey from writing to anybody although it runs itself, each in a sentence."""
    found = [ctx.t("admin-held-stopped")] if ctx.community.stopped else []
    if is_gone(ctx, kept.plugin):
        found.append(ctx.t("admin-held-plugin-gone", plugin=plugin_named(kept.plugin)))
    elif await plugin_is_off(ctx, kept.plugin):
        found.append(ctx.t("admin-held-plugin-off", plugin=plugin_named(kept.plugin)))
    return found


async def ask_to_start(ctx: Context, kept: Kept) -> tuple[Markup, list[Action]]:
    """Say for how many people a one-off journey would begin, and ask."""
    if kept.journey.trigger.kind != "once":
        raise UserError("journey-starts-itself", name=kept.name, typed=str(kept.name))
    occasion = await plan_now(ctx, kept)
    people = await ctx.use(Previewer).people(occasion.plan)
    text = ctx.t("admin-journey-start-asked", name=kept.name, people=people, held=kept.status in HELD)
    return text, [ctx.button("admin.start_journey", kept.id), ctx.button("admin.preview", kept.id)]


async def start(ctx: Context, kept: Kept) -> tuple[Markup, list[Action]]:
    """Begin it. Raises UserError when it is stopped."""
    await ctx.use(Journeys).start(kept, ctx.member.id)
    text = ctx.t("admin-journey-started", name=kept.name, held=kept.status in HELD)
    return text, status_buttons(ctx, kept)


async def pause(ctx: Context, kept: Kept) -> tuple[Markup, list[Action]]:
    """Hold what falls due from now on. What does not run yet cannot be paused: nothing of it leaves anyway."""
    if kept.status is not JourneyStatus.RUNNING:
        return ctx.t("admin-journey-not-running", name=kept.name, status=kept.status.value), status_buttons(ctx, kept)
    people = await _under_way(ctx, kept)
    kept = await ctx.use(Journeys).set_status(kept, JourneyStatus.PAUSED, ctx.member.id)
    return ctx.t("admin-journey-paused", name=kept.name, people=people), status_buttons(ctx, kept)


async def go_on(ctx: Context, kept: Kept) -> tuple[Markup, list[Action]]:
    """Let a paused journey go on. A stopped one has to be approved first, since it may have been edited meanwhile."""
    if kept.status is JourneyStatus.PAUSED:
        kept = await ctx.use(Journeys).set_status(kept, JourneyStatus.RUNNING, ctx.member.id)
        lines = [ctx.t("admin-journey-goes-on", name=kept.name), *await what_holds(ctx, kept)]
        return join(lines, " "), status_buttons(ctx, kept)
    if kept.status is JourneyStatus.STOPPED:
        kept = await ctx.use(Journeys).set_status(kept, JourneyStatus.WAITING, ctx.member.id)
        return ctx.t("admin-journey-back", name=kept.name), status_buttons(ctx, kept)
    return ctx.t("admin-journey-not-paused", name=kept.name, status=kept.status.value), status_buttons(ctx, kept)


async def ask_to_stop(ctx: Context, kept: Kept) -> tuple[Markup, list[Action]]:
    """Say what stopping means, and ask."""
    if kept.status is JourneyStatus.STOPPED:
        return ctx.t("admin-journey-not-running", name=kept.name, status=kept.status.value), status_buttons(ctx, kept)
    people = await _under_way(ctx, kept)
    text = ctx.t("admin-journey-stop-asked", name=kept.name, people=people)
    buttons = [ctx.button("admin.stop_journey", kept.id)]
    if kept.status is JourneyStatus.RUNNING:
        buttons.append(ctx.button("admin.pause", kept.id))
    return text, buttons


async def stop(ctx: Context, kept: Kept) -> tuple[Markup, list[Action]]:
    """Stop it."""
    if kept.status is JourneyStatus.STOPPED:
        return ctx.t("admin-journey-not-running", name=kept.name, status=kept.status.value), status_buttons(ctx, kept)
    kept = await ctx.use(Journeys).set_status(kept, JourneyStatus.STOPPED, ctx.member.id)
    text = ctx.t("admin-journey-stopped", name=kept.name)
    return text, [await undo_button(ctx, kept.name)]
