"""Admin: help, plugins and their settings, journeys, roles, status, the list of changes, and the stop button."""

from typing import Literal

from bot.api import ActionStyle, Answers, Context, Member, Plugin, Rest, Role
from plugins.admin import (
    _audit,
    _drafts,
    _help,
    _journey_edit,
    _journey_preview,
    _journey_whole,
    _journeys,
    _people,
    _plugins,
    _status,
)
from plugins.admin._suggesting import CommandName, CommandNames, JourneyName, PluginName

plugin = Plugin("admin", locked=True, tables=_drafts.tables)

# ---- help and status ----------------------------------------------------------------------------------------------


@plugin.command("help", own=True, examples=["/help", "/help stream start"])
async def help_(ctx: Context, command: CommandNames | None = None) -> None:
    """See what you can do here."""
    if command:
        await ctx.reply(await _help.about(ctx, command))
    else:
        await help_page(ctx, 1)


@plugin.action("admin-help-page")
async def help_page(ctx: Context, page: int) -> None:
    """Another page of all commands."""
    text, buttons = await _help.overview(ctx, page)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.HOST)
async def status(ctx: Context) -> None:
    """See whether everything is well."""
    text, buttons = await _status.status(ctx)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.HOST)
async def everything_stop(ctx: Context) -> None:
    """Stop every message that nobody asked for, at once."""
    await stop_everything(ctx)


@plugin.action("admin-stop-everything", style=ActionStyle.DANGER, least=Role.HOST)
async def stop_everything(ctx: Context) -> None:
    """Stop everything, from a button under any message to hosts."""
    text, buttons = await _status.stop(ctx)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def everything_resume(ctx: Context) -> None:
    """Let go on what was stopped."""
    await resume_everything(ctx)


@plugin.action("admin-resume-everything", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def resume_everything(ctx: Context) -> None:
    """Let everything go on."""
    text, buttons = await _status.resume(ctx)
    await ctx.reply(text, buttons)


# ---- plugins and their settings -----------------------------------------------------------------------------------


@plugin.command(least=Role.MODERATOR)
async def plugin_list(ctx: Context) -> None:
    """See all plugins and which are on."""
    await plugins_page(ctx, 1)


@plugin.action("admin-plugins-page", least=Role.MODERATOR)
async def plugins_page(ctx: Context, page: int) -> None:
    """Another page of the plugins."""
    text, rows = await _plugins.listing(ctx, page)
    await ctx.reply(text, *rows)


@plugin.action("admin-plugin-card", least=Role.MODERATOR)
async def plugin_card(ctx: Context, name: str) -> None:
    """One plugin with its settings."""
    text, rows = await _plugins.card(ctx, name)
    await ctx.reply(text, *rows)


@plugin.command(least=Role.MODERATOR, examples=["/plugin enable ping"])
async def plugin_enable(ctx: Context, name: PluginName) -> None:
    """Turn a plugin on."""
    await switch_on(ctx, _plugins.meant(ctx, name))


@plugin.action("admin-switch-on", least=Role.MODERATOR)
async def switch_on(ctx: Context, name: str) -> None:
    """Turn the plugin on."""
    text, buttons = await _plugins.switch(ctx, name, on=True)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR, examples=["/plugin disable ping"])
async def plugin_disable(ctx: Context, name: PluginName) -> None:
    """Turn a plugin off."""
    await switch_off(ctx, _plugins.meant(ctx, name))


@plugin.action("admin-switch-off", least=Role.MODERATOR)
async def switch_off(ctx: Context, name: str) -> None:
    """Turn the plugin off."""
    text, buttons = await _plugins.switch(ctx, name, on=False)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR, examples=["/plugin configure streams"])
async def plugin_configure(ctx: Context, name: PluginName, key: str | None = None, value: Rest | None = None) -> None:
    """See a plugin's settings, or change one."""
    if key is None or value is None:
        await plugin_card(ctx, _plugins.meant(ctx, name))
        return
    text, buttons = await _plugins.save(ctx, _plugins.meant(ctx, name), {key.lower(): value})
    await ctx.reply(text, buttons)


plugin.action("admin-change-settings", style=ActionStyle.MAIN, least=Role.MODERATOR, opens_form=True)(
    _drafts.change_settings
)
plugin.action("admin-change-settings", least=Role.MODERATOR)(_drafts.save_settings)
plugin.action("admin-keep-settings", style=ActionStyle.MAIN, least=Role.MODERATOR)(_drafts.keep_settings)
plugin.action("admin-drop-settings", style=ActionStyle.QUIET, least=Role.MODERATOR)(_drafts.drop_settings)

# ---- journeys -----------------------------------------------------------------------------------------------------


@plugin.command(least=Role.MODERATOR)
async def journey_list(ctx: Context) -> None:
    """See all journeys and which run."""
    await journeys_page(ctx, 1)


@plugin.action("admin-journeys-page", least=Role.MODERATOR)
async def journeys_page(ctx: Context, page: int) -> None:
    """Another page of the journeys."""
    text, rows = await _journeys.listing(ctx, page)
    await ctx.reply(text, *rows)


@plugin.command(least=Role.MODERATOR)
async def journey_show(ctx: Context, name: JourneyName) -> None:
    """See a journey step by step."""
    text, rows = await _journeys.card(ctx, await _journeys.by_name(ctx, name), 1)
    await ctx.reply(text, *rows)


@plugin.action("admin-journey-card", least=Role.MODERATOR)
async def journey_card(ctx: Context, journey: int, page: int) -> None:
    """A page of one journey's steps."""
    text, rows = await _journeys.card(ctx, await _journeys.by_id(ctx, journey), page)
    await ctx.reply(text, *rows)


@plugin.command(least=Role.MODERATOR)
async def journey_preview(ctx: Context, name: JourneyName) -> None:
    """See who would get what, when, and who would not and why."""
    await preview(ctx, (await _journeys.by_name(ctx, name)).id)


@plugin.action("admin-preview", least=Role.MODERATOR)
async def preview(ctx: Context, journey: int) -> None:
    """Who would get what of the journey of that id."""
    text, rows = await _journey_preview.preview(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, *rows)


@plugin.command(least=Role.MODERATOR)
async def journey_test(ctx: Context, name: JourneyName) -> None:
    """Get a journey's messages yourself, as a test."""
    await test(ctx, (await _journeys.by_name(ctx, name)).id, 1)


@plugin.action("admin-test", least=Role.MODERATOR)
async def test(ctx: Context, journey: int, page: int) -> None:
    """The journey's messages, to the presser alone."""
    await _journey_preview.test(ctx, await _journeys.by_id(ctx, journey), page)


@plugin.action("admin-only-a-test")
async def only_a_test(ctx: Context, number: int = 0) -> None:
    """What every button under a test message does, whichever of them it is: nothing."""
    await ctx.reply(ctx.t("admin-only-a-test-answer"))


@plugin.command(least=Role.MODERATOR)
async def journey_edit(ctx: Context, name: JourneyName) -> None:
    """Change when, how and what a journey writes."""
    await edit(ctx, (await _journeys.by_name(ctx, name)).id, 1)


@plugin.action("admin-edit", least=Role.MODERATOR)
async def edit(ctx: Context, journey: int, page: int) -> None:
    """The steps that can be edited."""
    text, rows = await _journey_edit.overview(ctx, await _journeys.by_id(ctx, journey), page)
    await ctx.reply(text, *rows)


@plugin.action("admin-edit", least=Role.MODERATOR, opens_form=True)
async def edit_step(ctx: Context, journey: int, version: int, step: int, part: int) -> None:
    """Open the form of one step (part 0), or of one of its variants (from 1)."""
    await _journey_edit.ask(ctx, await _journeys.by_id(ctx, journey), version, step, part)


@plugin.action("admin-edit", least=Role.MODERATOR)
async def save_step(ctx: Context, journey: int, version: int, step: int, part: int, answers: Answers) -> None:
    """Take in what the form brought, as a new version."""
    kept = await _journeys.by_id(ctx, journey)
    text, buttons = await _journey_edit.save(ctx, kept, version, step, part, answers)
    await ctx.reply(text, buttons)


@plugin.action("admin-edit-whole", least=Role.MODERATOR, opens_form=True)
async def edit_whole(ctx: Context, journey: int, version: int) -> None:
    """Open the form of what belongs to the whole journey."""
    await _journey_whole.ask(ctx, await _journeys.by_id(ctx, journey), version)


@plugin.action("admin-edit-whole", least=Role.MODERATOR)
async def save_whole(ctx: Context, journey: int, version: int, answers: Answers) -> None:
    """Take in what that form brought, as a new version."""
    text, buttons = await _journey_whole.save(ctx, await _journeys.by_id(ctx, journey), version, answers)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def journey_approve(ctx: Context, name: JourneyName) -> None:
    """Let a journey run that waits for it, or all of a plugin's."""
    if (together := await _journeys.approve_plugin(ctx, name)) is not None:
        await ctx.reply(together)
        return
    kept = await _journeys.by_name(ctx, name)
    await approve(ctx, kept.id, kept.version)


@plugin.action("admin-approve", least=Role.MODERATOR)
async def approve(ctx: Context, journey: int, version: int) -> None:
    """Let that version of a journey run, and release what the journey held; a newer one nobody has looked at yet."""
    text, buttons = await _journeys.approve(ctx, await _journeys.by_id(ctx, journey), version)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def journey_start(ctx: Context, name: JourneyName) -> None:
    """Start a one-off journey; asks once more before it does."""
    await ask_to_start(ctx, (await _journeys.by_name(ctx, name)).id)


@plugin.action("admin-start", least=Role.MODERATOR)
async def ask_to_start(ctx: Context, journey: int) -> None:
    """Ask before starting."""
    text, buttons = await _journeys.ask_to_start(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, buttons)


@plugin.action("admin-start-journey", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def start_journey(ctx: Context, journey: int) -> None:
    """Start it."""
    text, buttons = await _journeys.start(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def journey_pause(ctx: Context, name: JourneyName) -> None:
    """Hold a journey's messages until you let it go on."""
    await pause(ctx, (await _journeys.by_name(ctx, name)).id)


@plugin.action("admin-pause", least=Role.MODERATOR)
async def pause(ctx: Context, journey: int) -> None:
    """Hold what falls due."""
    text, buttons = await _journeys.pause(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def journey_resume(ctx: Context, name: JourneyName) -> None:
    """Let a paused or stopped journey go on."""
    await go_on(ctx, (await _journeys.by_name(ctx, name)).id)


@plugin.action("admin-go-on", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def go_on(ctx: Context, journey: int) -> None:
    """Let a paused or stopped journey go on."""
    text, buttons = await _journeys.go_on(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def journey_stop(ctx: Context, name: JourneyName) -> None:
    """Stop a journey for everybody; asks once more before it does."""
    await ask_to_stop(ctx, (await _journeys.by_name(ctx, name)).id)


@plugin.action("admin-stop", style=ActionStyle.QUIET, least=Role.MODERATOR)
async def ask_to_stop(ctx: Context, journey: int) -> None:
    """Ask before stopping."""
    text, buttons = await _journeys.ask_to_stop(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, buttons)


@plugin.action("admin-stop-journey", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def stop_journey(ctx: Context, journey: int) -> None:
    """Stop it."""
    text, buttons = await _journeys.stop(ctx, await _journeys.by_id(ctx, journey))
    await ctx.reply(text, buttons)


# ---- people and changes -------------------------------------------------------------------------------------------


@plugin.command(
    least=Role.MODERATOR,
    examples=["/permission", "/permission status moderator", '/permission "stream start" moderator'],
)
async def permission(
    ctx: Context, command: CommandName = "", role: Literal["member", "host", "moderator", "owner"] | None = None
) -> None:
    """Choose who may use a command, or see what was chosen."""
    if role is not None:
        text, buttons = await _people.permit(ctx, command, Role[role.upper()])
        await ctx.reply(text, buttons)
    elif not command or _people.asks_for_all(ctx, command):
        await permissions_page(ctx, 1)
    else:
        await ctx.reply(await _people.stands(ctx, command))


@plugin.action("admin-permissions-page", least=Role.MODERATOR)
async def permissions_page(ctx: Context, page: int) -> None:
    """Another page of the commands that others may use than usual."""
    text, buttons = await _people.permissions(ctx, page)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR, examples=["/host add Ema"])
async def host_add(ctx: Context, member: Member) -> None:
    """Make somebody a host."""
    text, buttons = await _people.raise_to(ctx, member, Role.HOST)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR, examples=["/host remove Ema"])
async def host_remove(ctx: Context, member: Member) -> None:
    """Make a host a plain member again."""
    text, buttons = await _people.take(ctx, member, Role.HOST)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.OWNER, examples=["/moderator add Ema"])
async def moderator_add(ctx: Context, member: Member) -> None:
    """Make somebody a moderator, who may also approve what others edit."""
    text, buttons = await _people.raise_to(ctx, member, Role.MODERATOR)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.OWNER, examples=["/moderator remove Ema"])
async def moderator_remove(ctx: Context, member: Member) -> None:
    """Make a moderator a plain member again."""
    text, buttons = await _people.take(ctx, member, Role.MODERATOR)
    await ctx.reply(text, buttons)


@plugin.command(least=Role.MODERATOR)
async def audit(ctx: Context, page: int = 1) -> None:
    """See who changed what, and undo it."""
    await audit_page(ctx, page)


@plugin.action("admin-audit-page", least=Role.MODERATOR)
async def audit_page(ctx: Context, page: int) -> None:
    """Another page of the changes."""
    text, rows = await _audit.listing(ctx, page)
    await ctx.reply(text, *rows)


@plugin.action("admin-undo", style=ActionStyle.QUIET, least=Role.MODERATOR)
async def undo(ctx: Context, entry: int) -> None:
    """Undo the change of that number."""
    text, buttons = await _audit.undo(ctx, entry)
    await ctx.reply(text, buttons)
