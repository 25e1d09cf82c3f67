"""The step of the plugins: which are on, and which rights they lack."""

from collections.abc import Mapping, Sequence

from bot.api import (
    Audit,
    Context,
    Markup,
    Needs,
    Networks,
    Plugin,
    PluginSettings,
    Problem,
    Registry,
    Translator,
    UserError,
    escape,
)
from plugins.setup._parts import Part, Said, marked, problem_line, rows_of

Lacking = Mapping[str, Sequence[tuple[Problem, Needs]]]


async def look(ctx: Context) -> Lacking:
    """Ask the networks for the rights that plugins need, by the plugin's name."""
    networks, found = ctx.use(Networks), dict[str, Sequence[tuple[Problem, Needs]]]()
    spaces = await networks.spaces()
    for plugin in _offered(ctx):
        asked = [(need, await networks.lacking(space, (need.right,))) for need in plugin.needs for space in spaces]
        found[plugin.name] = [(problem, need) for need, problems in asked for problem in problems]
    return found


async def part(ctx: Context, seen: Lacking) -> Part:
    """Each plugin with what it does; a button turns it the other way."""
    lines, buttons, enabled = list[Markup](), [], await ctx.use(PluginSettings).enabled()
    for plugin in _offered(ctx):
        on = plugin.name in enabled
        lines.append(ctx.t("setup-plugin-line", name=title(ctx, plugin), about=_about(ctx, plugin), on=on))
        for problem, need in seen.get(plugin.name, ()) if on else ():
            lines += [problem_line(ctx, problem), problem_line(ctx, Problem(need.without))]
        label = marked(ctx, title(ctx, plugin), now=on)
        buttons.append(ctx.button("setup.switch", plugin.name, "off" if on else "on", label=label))
    return Part(lines, rows_of(buttons))


def _offered(ctx: Context) -> list[Plugin]:
    """Those that can be turned off, by name."""
    every = sorted(ctx.use(Registry).plugins.values(), key=lambda plugin: plugin.name)
    return [plugin for plugin in every if not plugin.locked]


def title(ctx: Context, plugin: Plugin) -> Markup:
    """What the plugin is called."""
    return ctx.use(Translator).title(plugin.titled, ctx.language)


def _about(ctx: Context, plugin: Plugin) -> Markup:
    key = f"{plugin.name}-about"
    return ctx.t(key) if ctx.use(Translator).has(key) else escape("")


async def switch(ctx: Context, name: str, *, on: bool) -> Said:
    """Turn a plugin on or off."""
    plugin = next((plugin for plugin in _offered(ctx) if plugin.name == name), None)
    if plugin is None:
        raise UserError("setup-gone")
    new = await ctx.use(PluginSettings).enable(plugin, ctx.member.id, enabled=on)
    [entry] = await ctx.use(Audit).newest(ctx.community.id, 1, f"plugin:{plugin.name}") if new else [None]
    return Said(ctx.t("setup-plugin-set", name=title(ctx, plugin), on=on, new=new), entry.id if entry else None)
