"""What a person may use here: all commands by plugin, or one in detail."""

import difflib

from bot.api import (
    Action,
    Command,
    Context,
    Markup,
    Page,
    Parameter,
    Permissions,
    PluginSettings,
    Registry,
    Translator,
    UserError,
    choice_words,
    echoed,
    headed,
    join,
    option_word,
    plugin_named,
    turning,
    usage,
)
from plugins.admin._words import known

COMMANDS_ON_A_PAGE = 14


async def usable(ctx: Context) -> list[Command]:
    """The commands that the person may use here, by plugin and name."""
    mine = await ctx.use(Permissions).allowed(ctx.member, ctx.use(Registry).commands.values())
    on = await ctx.use(PluginSettings).enabled()
    here = (command for command in mine if command.plugin in on)
    return sorted(here, key=lambda command: (command.plugin == "admin", command.plugin, command.path))


async def overview(ctx: Context, number: int) -> tuple[Markup, list[Action]]:
    """A page of all commands, and the buttons to turn it."""
    page = Page.of(await usable(ctx), number, COMMANDS_ON_A_PAGE)
    foot = ctx.t("admin-help-more")
    return join([headed(ctx, ctx.t("admin-help-title"), page), *_lines(ctx, page), foot]), turning(
        ctx, "admin.help_page", page
    )


async def about(ctx: Context, asked: str) -> Markup:
    """One command in detail, or the commands of a group. Raises UserError when the person has no such command."""
    wanted = tuple(asked.removeprefix("/").lower().replace("_", " ").split())
    mine = await usable(ctx)
    exact = next((command for command in mine if command.path == wanted), None)
    if exact is not None:
        return await _detail(ctx, exact)
    group = [command for command in mine if command.path[: len(wanted)] == wanted]
    if group:
        return join([headed(ctx, f"/{' '.join(wanted)}"), *(_line(ctx, each) for each in group)])
    await _refuse_above(ctx, wanted)
    near = difflib.get_close_matches(" ".join(wanted), [command.name for command in mine], n=1)
    raise UserError("admin-help-unknown", asked=echoed(asked), near=f"/{near[0]}" if near else "", found=bool(near))


async def _refuse_above(ctx: Context, wanted: tuple[str, ...]) -> None:
    """Say why, where there is such a command and the person may not use it here."""
    command = ctx.use(Registry).commands.get(wanted)
    if command is None:
        return
    settings = ctx.use(PluginSettings)
    if not await settings.is_enabled(settings.plugin(command.plugin)):
        raise UserError("plugin-off", name=plugin_named(command.plugin))
    await ctx.use(Permissions).check(ctx.member, command)


def _lines(ctx: Context, page: Page[Command]) -> list[Markup]:
    lines, plugin = [], ""
    for command in page.items:
        if command.plugin != plugin:
            plugin = command.plugin
            lines.append(ctx.t("admin-help-plugin", name=known(ctx, f"{plugin}-title", plugin)))
        lines.append(_line(ctx, command))
    return lines


def _line(ctx: Context, command: Command) -> Markup:
    return ctx.t("admin-help-line", command=f"/{command.name}", what=describe(ctx, command))


def describe(ctx: Context, command: Command) -> Markup:
    """What the command is for, in the reader's language."""
    return known(ctx, f"cmd-{'-'.join(command.path)}", command.help)


async def _detail(ctx: Context, command: Command) -> Markup:
    changed = await ctx.use(Permissions).changed()
    least = changed.get(command.name, command.least_role)
    parts = [
        headed(ctx, usage(ctx.use(Translator), ctx.language, command)),
        describe(ctx, command),
        ctx.t("admin-help-who", role=least.name.lower()),
    ]
    if command.parameters:
        parts.append(ctx.t("admin-help-options"))
        parts += [_option(ctx, command, option) for option in command.parameters]
    if command.examples:
        parts.append(ctx.t("admin-help-examples"))
        parts += [ctx.t("admin-help-example", example=example) for example in command.examples]
    return join(parts)


def _option(ctx: Context, command: Command, option: Parameter) -> Markup:
    what = known(ctx, f"opt-{'-'.join(command.path)}-{option.shown}", "")
    called = choice_words(ctx.use(Translator), ctx.language, command, option)
    return ctx.t(
        "admin-help-option",
        name=option_word(ctx.use(Translator), ctx.language, command, option),
        what=what or ctx.t("admin-help-kind", kind=option.kind.value),
        choices=", ".join(words[0] for words in called.values()),
        closed=bool(option.choices),
        required=option.required,
    )
