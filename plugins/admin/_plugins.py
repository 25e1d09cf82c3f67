"""The plugins as moderators see them: which there are, what they do, and their settings."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from bot.api import (
    Action,
    ActionStyle,
    Audit,
    Context,
    Loaded,
    Markup,
    Networks,
    Page,
    Plugin,
    PluginSettings,
    Registry,
    UserError,
    echoed,
    headed,
    join,
    plugin_named,
    times,
    turning,
)
from plugins.admin._fields import Setting, expected, field, label, settings_of, shown, value_of
from plugins.admin._words import called, known, named

PLUGINS_ON_A_PAGE = 10
FIELDS_IN_A_FORM = 5  # as many as every platform can ask for at once


async def listing(ctx: Context, number: int) -> tuple[Markup, list[list[Action]]]:
    """A page of the plugins with their state and a button for each; first of all what could not be loaded."""
    plugins = sorted(ctx.use(Registry).plugins.values(), key=lambda plugin: plugin.name)
    page = Page.of(plugins, number, PLUGINS_ON_A_PAGE)
    lines = [headed(ctx, ctx.t("admin-plugins-title"), page)]
    if page.number == 1:
        lines += failures(ctx)
    enabled = await ctx.use(PluginSettings).enabled()
    for plugin in page.items:
        state = _state(plugin, enabled)
        lines.append(ctx.t("admin-plugins-line", name=plugin.titled, state=state, about=about(ctx, plugin)))
    buttons = [ctx.button("admin.plugin_card", plugin.name, label=called(ctx, plugin.titled)) for plugin in page.items]
    return join(lines), [buttons[:5], buttons[5:], turning(ctx, "admin.plugins_page", page)]


def failures(ctx: Context) -> list[Markup]:
    """A line for each plugin that could not be loaded."""
    failed = ctx.use(Loaded).failures
    return [
        ctx.t("admin-plugins-failed", name=plugin_named(each.plugin), code=each.code, error=each.error)
        for each in failed
    ]


def about(ctx: Context, plugin: Plugin) -> Markup:
    """What the plugin does: its text "<plugin>-about", else its commands."""
    commands = ", ".join(f"/{command.name}" for command in plugin.commands)
    return known(ctx, f"{plugin.name}-about", commands)


def meant(ctx: Context, typed: str) -> str:
    """The name of the plugin that was typed, also by what it is called."""
    return named(ctx, typed, [plugin.titled for plugin in ctx.use(Registry).plugins.values()])


def _state(plugin: Plugin, enabled: Collection[str]) -> str:
    if plugin.locked:
        return "locked"
    return "on" if plugin.name in enabled else "off"


async def card(ctx: Context, name: str) -> tuple[Markup, list[list[Action]]]:
    """One plugin with its settings. Raises UserError when there is none of that name."""
    settings = ctx.use(PluginSettings)
    plugin = settings.plugin(name)
    state = _state(plugin, await settings.enabled())
    lines = [ctx.t("admin-plugin-title", name=plugin.titled, state=state), about(ctx, plugin)]
    known_settings = settings_of(plugin)
    now = await settings.get(plugin)
    usual = plugin.settings()
    lines += [_setting_line(ctx, setting, now, usual) for setting in known_settings]
    if not known_settings:
        lines.append(ctx.t("admin-plugin-no-settings"))
    return join(lines), [_form_buttons(ctx, plugin, known_settings), _switch(ctx, plugin, state)]


def _setting_line(ctx: Context, setting: Setting, now: BaseModel, usual: BaseModel) -> Markup:
    value, default = getattr(now, setting.name), getattr(usual, setting.name)
    return ctx.t(
        "admin-plugin-setting",
        key=setting.name,
        label=label(ctx, setting),
        value=shown(ctx, setting, value),
        default=shown(ctx, setting, default),
        changed=value != default,
    )


def _form_buttons(ctx: Context, plugin: Plugin, settings: Sequence[Setting]) -> list[Action]:
    forms = -(-len(settings) // FIELDS_IN_A_FORM)
    return [
        ctx.button(
            "admin.change_settings",
            plugin.name,
            part,
            label=ctx.t("admin-change-settings-part", part=part, of=forms) if forms > 1 else None,
        )
        for part in range(1, forms + 1)
    ]


def _switch(ctx: Context, plugin: Plugin, state: str) -> list[Action]:
    if state == "locked":
        return []
    if state == "on":
        return [ctx.button("admin.switch_off", plugin.name)]
    return [ctx.button("admin.switch_on", plugin.name, style=ActionStyle.MAIN)]


async def switch(ctx: Context, name: str, *, on: bool) -> tuple[Markup, list[Action]]:
    """Turn a plugin on or off; says what that means. Raises UserError for one that there is not, or must stay on."""
    settings = ctx.use(PluginSettings)
    plugin = settings.plugin(name)
    lacks = await _lacks(ctx, plugin) if on else []  # networks are asked before anything is written
    if not await settings.enable(plugin, ctx.member.id, enabled=on):
        return ctx.t("admin-plugin-already", name=plugin.titled, state="on" if on else "off"), []
    commands = times.names([f"/{command.name}" for command in plugin.commands], ctx.language)
    key = "admin-plugin-on" if on else "admin-plugin-off"
    text = ctx.t(key, name=plugin.titled, commands=commands, speaks=bool(plugin.commands), writes=bool(plugin.journeys))
    return join([text, *lacks]), [await undo_button(ctx, f"plugin:{plugin.name}")]


async def _lacks(ctx: Context, plugin: Plugin) -> list[Markup]:
    """Which rights the plugin needs and has not got, each with its cure and what stops without it."""
    networks, lines = ctx.use(Networks), list[Markup]()
    for need in plugin.needs:
        for space in await networks.spaces():
            for problem in await networks.lacking(space, (need.right,)):
                what, without = ctx.t(problem.key, **dict(problem.values)), ctx.t(need.without)
                lines.append(ctx.t("admin-plugin-lacks", what=what, without=without))
    return lines


async def plugin_is_off(ctx: Context, name: str) -> bool:
    """Whether a journey's plugin is off here; one that is not installed any more is."""
    plugin = ctx.use(Registry).plugins.get(name)
    return plugin is None or not await ctx.use(PluginSettings).is_enabled(plugin)


def is_gone(ctx: Context, name: str) -> bool:
    """Whether a journey's plugin is not installed any more, or could not be loaded."""
    return name not in ctx.use(Registry).plugins


async def undo_button(ctx: Context, subject: str) -> Action:
    """The button that undoes the newest change of that subject."""
    [entry] = await ctx.use(Audit).newest(ctx.community.id, 1, subject)
    return ctx.button("admin.undo", entry.id)


async def ask(ctx: Context, name: str, part: int, typed: Mapping[str, str]) -> None:
    """Open the form of a plugin's settings; `part` counts from 1 where one form does not hold them all.

    `typed` is what stands in it instead of what holds.
    """
    settings = ctx.use(PluginSettings)
    plugin = settings.plugin(name)
    page = Page.of(settings_of(plugin), part, FIELDS_IN_A_FORM)
    if not page.items:
        raise UserError("admin-plugin-nothing-to-set", name=plugin.titled)
    now = await settings.get(plugin)
    asked = [field(ctx, setting, getattr(now, setting.name)) for setting in page.items]
    fields = [replace(one, value=typed.get(one.name, one.value)) for one in asked]
    title = ctx.t("admin-settings-of", name=called(ctx, plugin.titled))
    await ctx.ask("admin.save_settings", plugin.name, title=title, fields=fields)


async def save(ctx: Context, name: str, texts: Mapping[str, str]) -> tuple[Markup, list[Action]]:
    """Change what fits, and say for the rest what was expected and what was kept. Raises UserError for no setting."""
    settings = ctx.use(PluginSettings)
    plugin = settings.plugin(name)
    by_name = _by_name(plugin, texts)
    now = await settings.get(plugin)
    values = {key: value_of(ctx, by_name[key], text) for key, text in texts.items()}
    wrong = _wrong(now, values)
    right = {key: value for key, value in values.items() if key not in wrong}
    changes = await settings.configure(plugin, right, ctx.member.id) if right else []
    lines = [ctx.t("admin-settings-saved", name=plugin.titled)] if changes else []
    lines += [_diff(ctx, by_name[change.field], change.before, change.after) for change in changes]
    lines += [_refusal(ctx, by_name[key], texts[key], getattr(now, key)) for key in wrong]
    buttons = [await undo_button(ctx, f"plugin:{plugin.name}")] if changes else []
    return join(lines) if lines else ctx.t("admin-settings-same", name=plugin.titled), buttons


def _by_name(plugin: Plugin, texts: Mapping[str, str]) -> Mapping[str, Setting]:
    """The plugin's settings. Raises UserError where one of `texts` is for none of them."""
    by_name = {setting.name: setting for setting in settings_of(plugin)}
    if unknown := [key for key in texts if key not in by_name]:
        raise UserError("admin-setting-unknown", asked=echoed(unknown[0]), name=plugin.titled, known=", ".join(by_name))
    return by_name


class Compared(Struct, frozen=True):
    """What texts would change: those that say something else than what holds, in words, and what does not fit."""

    texts: Mapping[str, str]
    changes: Sequence[Markup]
    refusals: Sequence[Markup]
    part: int  # the form with the first that does not fit, else the first form


async def compare(ctx: Context, plugin: Plugin, texts: Mapping[str, str]) -> Compared:
    """Look only. Raises UserError for what is no setting, and for values that do not fit together."""
    by_name = _by_name(plugin, texts)
    now = await ctx.use(PluginSettings).get(plugin)
    values = {key: value_of(ctx, by_name[key], text) for key, text in texts.items()}
    wrong = _wrong(now, values)
    right = {key: value for key, value in values.items() if key not in wrong}
    before, after = now.model_dump(mode="json"), _with(now, right).model_dump(mode="json")
    changed = [key for key in right if before[key] != after[key]]
    diffs = [_diff(ctx, by_name[key], before[key], after[key]) for key in changed]
    refusals = [_refusal(ctx, by_name[key], texts[key], getattr(now, key)) for key in wrong]
    places = [list(by_name).index(key) for key in wrong]
    part = min(places, default=0) // FIELDS_IN_A_FORM + 1
    return Compared({key: texts[key] for key in (*changed, *wrong)}, diffs, refusals, part)


def _with(now: BaseModel, values: Mapping[str, Any]) -> BaseModel:
    """The settings as they would be; as they are where what fits one by one does not fit together."""
    return type(now).model_validate({**now.model_dump(), **values}) if _fits(now, values) else now


def _diff(ctx: Context, setting: Setting, before: Any, after: Any) -> Markup:
    return ctx.t(
        "admin-diff", what=label(ctx, setting), before=shown(ctx, setting, before), after=shown(ctx, setting, after)
    )


def _wrong(now: BaseModel, values: Mapping[str, Any]) -> list[str]:
    """The names of the values that do not fit, each by itself; none when all of them fit together."""
    if _fits(now, values):
        return []
    return [name for name, value in values.items() if not _fits(now, {name: value})]


def _fits(now: BaseModel, values: Mapping[str, Any]) -> bool:
    try:
        type(now).model_validate({**now.model_dump(), **values})
    except ValidationError:
        return False
    return True


def _refusal(ctx: Context, setting: Setting, given: str, kept: Any) -> Markup:
    return ctx.t(
        "admin-setting-wrong",
        label=label(ctx, setting),
        given=echoed(given),
        expected=expected(ctx, setting),
        kept=shown(ctx, setting, kept),
    )
