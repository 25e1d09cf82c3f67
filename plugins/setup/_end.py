"""The last step: what is set, what is still missing, and what to do next."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.api import (
    Action,
    Communities,
    Context,
    Doctor,
    Finding,
    Markup,
    PluginSettings,
    Registry,
    Translator,
    Weight,
    plain,
    times,
)
from plugins.setup import _hosts, _routes
from plugins.setup._parts import Part
from plugins.setup._plugins import title

MISSING = 5


async def look(ctx: Context) -> Sequence[Finding]:
    """Let the doctor look, the networks included."""
    return await ctx.use(Doctor).examine(ctx.language)


async def part(ctx: Context, seen: Sequence[Finding]) -> Part:
    """The whole in a few lines, with the next step and the button that stops everything."""
    wrong = [finding for finding in seen if finding.weight < Weight.NOTE]
    lines = [*await _set(ctx)]
    if wrong:
        lines.append(ctx.t("setup-end-missing", count=len(wrong)))
        lines += [ctx.t("setup-problem", what=ctx.t(one.problem.key, **one.values)) for one in wrong[:MISSING]]
    else:
        lines.append(ctx.t("setup-end-well"))
    kept = await _routes.followed(ctx)
    if kept is not None and (shadow := _routes.shadow_line(ctx, kept)) is not None:
        lines.append(shadow)
    lines.append(ctx.t("setup-end-next"))
    return Part(lines, [_buttons(ctx)])


def _buttons(ctx: Context) -> list[Action]:
    """What others have to offer here, where they are there."""
    actions = ctx.use(Registry).actions
    stop = "admin.resume_everything" if ctx.community.stopped else "admin.stop_everything"
    labels = {"doctor.look": ctx.t("setup-end-doctor"), stop: None}
    return [ctx.button(name, label=label) for name, label in labels.items() if name in actions]


async def _set(ctx: Context) -> list[Markup]:
    communities = ctx.use(Communities)
    now = await communities.get(ctx.community.id)
    clock = times.clock(ctx.now.astimezone(ZoneInfo(now.zone)).time(), ctx.language)
    language = ctx.use(Translator).text("setup-language-own", now.language)
    zone = times.zone_name(now.zone, ctx.language)
    lines = [ctx.t("setup-end-speaks", language=language, zone=zone, clock=clock)]
    spaces = await communities.spaces(ctx.community.id)
    lines += await _hosts.standing(ctx, spaces)
    posts = sum(space.post_channel is not None for space in spaces)
    private = not any(space.host_channel is not None for space in spaces)
    lines.append(ctx.t("setup-end-places", posts=posts, private=private))
    enabled = await ctx.use(PluginSettings).enabled()
    on = [plugin for plugin in ctx.use(Registry).plugins.values() if not plugin.locked and plugin.name in enabled]
    names = times.names([plain(title(ctx, plugin)) for plugin in on], ctx.language)
    lines.append(ctx.t("setup-end-plugins", names=names, some=bool(on)))
    lines.append(ctx.t("setup-route-now", pull=now.pull_only))
    return [ctx.t("setup-end-line", text=line) for line in lines]
