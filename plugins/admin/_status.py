"""Is everything well? And the button that stops everything."""

from collections.abc import Mapping

from bot.api import (
    Action,
    Audit,
    Context,
    Health,
    Markup,
    Permissions,
    Reason,
    Registry,
    Role,
    State,
    Streams,
    contributed,
    headed,
    join,
    newest_incidents,
    resume_everything,
    stop_everything,
)
from plugins.admin._plugins import failures
from plugins.admin._words import moment

INCIDENTS_SHOWN = 3
STOP, RESUME = "admin.stop_everything", "admin.resume_everything"


async def status(ctx: Context) -> tuple[Markup, list[Action]]:
    """The state of things: platforms, stream, deliveries; for moderators also what broke."""
    health = ctx.use(Health)
    lines = [headed(ctx, ctx.t("admin-status-title")), await _stopped(ctx), *_platforms(ctx, health)]
    lines += await contributed(ctx, "status")
    lines.append(await _stream(ctx))
    lines += await _deliveries(ctx, health)
    if ctx.member.role >= Role.MODERATOR:
        lines += [*failures(ctx), *await _incidents(ctx)]
    button = RESUME if ctx.community.stopped else STOP
    return join(line for line in lines if line), await _offered(ctx, button)


async def _offered(ctx: Context, action: str) -> list[Action]:
    """The button, where the person may press it."""
    spec = ctx.use(Registry).actions[action]
    return [ctx.button(action)] if await ctx.use(Permissions).allows(ctx.member, spec) else []


async def _stopped(ctx: Context) -> Markup:
    if not ctx.community.stopped:
        return Markup("")
    changes = await ctx.use(Audit).newest(ctx.community.id, 1, "")
    name = changes[0].name if changes else None
    since = moment(ctx, changes[0].at) if changes else ""
    return ctx.t("admin-status-stopped", since=since, name=name or "", named=bool(name))


def _platforms(ctx: Context, health: Health) -> list[Markup]:
    return [
        ctx.t("admin-status-platform", name=each.name, running=not each.problem, problem=each.problem)
        for each in health.platforms(ctx.language)
    ]


async def _stream(ctx: Context) -> Markup:
    streams = ctx.use(Streams)
    live = await streams.live(ctx.community.id)
    if live is not None and live.started_at is not None:
        return ctx.t("admin-status-live", title=live.title, titled=bool(live.title), since=moment(ctx, live.started_at))
    newest = await streams.newest(ctx.community.id)
    if newest is not None and newest.ended_at is not None:
        title, ended = newest.title, moment(ctx, newest.ended_at)
        return ctx.t("admin-status-last-stream", title=title, titled=bool(title), ended=ended)
    return ctx.t("admin-status-no-stream")


async def _deliveries(ctx: Context, health: Health) -> list[Markup]:
    counts, posts = await health.deliveries(), await health.posts()
    under_way = sum(counts.get(state, 0) for state in (State.CLAIMED, State.SENDING))
    lines = [
        ctx.t(
            "admin-status-deliveries",
            sent=sum(count for state, count in counts.items() if state.was_given) - posts,
            posts=posts,
            skipped=counts.get(State.SKIPPED, 0),
            pending=counts.get(State.PENDING, 0) + under_way,
            held=counts.get(State.HELD, 0),
        )
    ]
    if held := await health.held():
        lines.append(_held(ctx, held))
    if due := await health.next_due():
        lines.append(ctx.t("admin-status-next", at=moment(ctx, due)))
    went_wrong = [(state, counts.get(state, 0)) for state in (State.UNKNOWN, State.FAILED)]
    return lines + [ctx.t(f"admin-status-{state.value}", count=count) for state, count in went_wrong if count]


def _held(ctx: Context, held: Mapping[Reason, int]) -> Markup:
    by_count = sorted(held.items(), key=lambda one: (-one[1], one[0]))
    words = [ctx.t("admin-status-held-reason", reason=reason.value, count=count) for reason, count in by_count]
    return ctx.t("admin-status-held", reasons=join(words, ", "))


async def _incidents(ctx: Context) -> list[Markup]:
    rows = await newest_incidents(ctx.db, INCIDENTS_SHOWN)
    if not rows:
        return [ctx.t("admin-status-no-incidents")]
    lines = [ctx.t("admin-status-incident", code=row.code, place=row.place, at=moment(ctx, row.at)) for row in rows]
    return [ctx.t("admin-status-incidents"), *lines]


async def stop(ctx: Context) -> tuple[Markup, list[Action]]:
    """Stop everything at once; says what is held by it."""
    if ctx.community.stopped:
        return await _stopped(ctx), await _offered(ctx, RESUME)
    await stop_everything(ctx.db, ctx.community.id, ctx.member.id)
    buttons = await _offered(ctx, RESUME)
    lines = [await _what_waits(ctx, "admin-stopped")]
    if not buttons:
        lines.append(ctx.t("admin-stopped-till"))
    return join(lines), buttons


async def resume(ctx: Context) -> tuple[Markup, list[Action]]:
    """Let everything go on; says what is decided afresh by it."""
    if not ctx.community.stopped:
        return ctx.t("admin-not-stopped"), []
    await resume_everything(ctx.db, ctx.community.id, ctx.member.id)
    return await _what_waits(ctx, "admin-resumed"), await _offered(ctx, STOP)


async def _what_waits(ctx: Context, key: str) -> Markup:
    health = ctx.use(Health)
    counts = await health.deliveries()
    due = await health.next_due()
    waiting = counts.get(State.PENDING, 0) + counts.get(State.HELD, 0)
    return ctx.t(key, waiting=waiting, next=moment(ctx, due) if due else "", scheduled=due is not None)
