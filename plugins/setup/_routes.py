"""The step of the follow-ups' ways: the inbox only, or direct messages to those who agree; and a test to oneself."""

from msgspec.structs import replace

from bot.api import (
    PRETENDED,
    Action,
    ActionStyle,
    Arrangements,
    Communities,
    Context,
    Journeys,
    JourneyStatus,
    Kept,
    Markup,
    Message,
    Plan,
    PluginSettings,
    Previewer,
    Route,
    Send,
    Sender,
    State,
    StepKind,
    Telling,
    UserError,
    explain_deliveries,
    plain,
    reach_of,
    shortened,
)
from plugins.setup._parts import Part, Said, marked

TEST = "setup-test-message"
LONGEST = 1200


async def look(ctx: Context) -> object:
    """No network is asked."""
    return ()


async def part(ctx: Context, seen: object) -> Part:
    """Which way holds, and whom it reaches by now."""
    pull_only = (await ctx.use(Communities).get(ctx.community.id)).pull_only
    reach = await reach_of(ctx.db, ctx.community.id)
    lines = [
        ctx.t("setup-route-now", pull=pull_only),
        ctx.t("setup-route-reach", people=reach.people, agreed=0 if pull_only else reach.service),
    ]
    ways = [
        ctx.button("setup.route", way, label=marked(ctx, ctx.t("setup-route-way", way=way), now=pull is pull_only))
        for way, pull in (("inbox", True), ("direct", False))
    ]
    tests = [ctx.button("setup.test")] if await followed(ctx) is not None else []
    return Part(lines, [ways, tests])


async def choose(ctx: Context, way: str) -> Said:
    """Follow-ups go into inboxes only, or directly to those who agreed to that."""
    if way not in ("inbox", "direct"):
        raise UserError("setup-gone")
    entry = await ctx.use(Arrangements).set(ctx.community, "pull_only", way == "inbox", ctx.member.id)
    return Said(ctx.t("setup-route-set", pull=way == "inbox", new=entry is not None), entry)


async def test(ctx: Context) -> None:
    """Put the first message of the first journey into the outbox, for the presser, who asked for it."""
    kept = await followed(ctx)
    if kept is None:
        raise UserError("setup-test-none")
    text = plain((await _rendered(ctx, kept)).text)
    key = f"setup:test:{ctx.member.id}:{int(ctx.now.timestamp())}"
    await ctx.use(Telling).member(ctx.member.id, key, TEST, asked=True, text=shortened(text, LONGEST))
    await ctx.reply(ctx.t("setup-test-sent"), [ctx.button("setup.arrived"), _on(ctx)])


def _on(ctx: Context) -> Action:
    return ctx.button("setup.step", 7, label=ctx.t("setup-on"))


async def followed(ctx: Context) -> Kept | None:
    """The journey that follows streams, its plugin being on; None where there is none."""
    on = await ctx.use(PluginSettings).enabled()
    every = await ctx.use(Journeys).triggered_by(ctx.community.id, "stream_ended")
    return next((kept for kept in every if kept.plugin in on and _message(kept) is not None), None)


def _message(kept: Kept) -> int | None:
    places = [place for place, step in enumerate(kept.journey.steps) if step.kind is StepKind.MESSAGE and step.on]
    return places[0] if places else None


async def _rendered(ctx: Context, kept: Kept) -> Message:
    """As the presser would get it, from what is known of them by now."""
    plan = Plan(ctx.community, kept.plugin, kept.id, kept.version, kept.journey, PRETENDED, ctx.now)
    plan = replace(plan, afresh=True)
    [(case, _, _), *_] = await ctx.use(Previewer).one(plan, ctx.member.id, ctx.now, work=ctx.db)
    step = kept.journey.steps[_message(kept) or 0]
    case = replace(case, step=step, due=replace(case.due, step=step.id))
    return await ctx.use(Sender).render(case, Send((), step.variants[0].name))


async def arrived(ctx: Context) -> None:
    """Where the newest test is, and what to do where it could not come directly."""
    newest = await explain_deliveries(ctx.db, ctx.member.id, limit=8)
    one = next((one for one in newest if one.message == TEST), None)
    if one is None:
        raise UserError("setup-test-never")
    came = "direct" if one.state is State.SENT and one.route == Route.DIRECT.value else _elsewhere(one.state)
    again = ctx.button("setup.test", label=ctx.t("setup-test-again"), style=ActionStyle.PLAIN)
    await ctx.reply(ctx.t("setup-test-came", came=came), [again, _on(ctx)])


def _elsewhere(state: State) -> str:
    if state in (State.AVAILABLE, State.OPENED, State.ANSWERED):
        return "inbox"
    return "waits" if not state.is_final else "nowhere"


def shadow_line(ctx: Context, kept: Kept) -> Markup | None:
    """That the first stream's follow-ups wait for a word, where they do."""
    if kept.status is not JourneyStatus.SHADOW:
        return None
    return ctx.t("setup-end-shadow", typed=str(kept.name))
