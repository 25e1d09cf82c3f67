"""Settings that a form brought and nobody kept yet: shown as a difference first, so that nothing typed is lost."""

import json
from collections.abc import Mapping
from datetime import timedelta

import sqlalchemy as sa

from bot.api import Action, ActionStyle, Answers, Context, Plugin, PluginSettings, UserError, columns, join
from plugins.admin import _plugins

LASTS = timedelta(days=1)

tables = sa.MetaData()

drafts = sa.Table(
    "admin_drafts",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.text("plugin"),
    columns.words("texts"),  # by setting, as they were typed
    columns.at("made_at"),
    sa.UniqueConstraint("member_id", "plugin", name="uq_admin_drafts_member_id_plugin"),
    info=columns.STAYS_BEHIND,
)


async def change_settings(ctx: Context, name: str, part: int) -> None:
    """Open the form of the plugin's settings, with what was typed before and not kept yet."""
    plugin = ctx.use(PluginSettings).plugin(name)
    await _plugins.ask(ctx, plugin.name, part, await _kept(ctx, plugin))


async def save_settings(ctx: Context, name: str, answers: Answers) -> None:
    """Take in what a form brought, and show what it would change."""
    plugin = ctx.use(PluginSettings).plugin(name)
    before = await _kept(ctx, plugin)
    compared = await _plugins.compare(ctx, plugin, {**before, **answers})
    await _forget(ctx, plugin)
    if not compared.texts:
        await ctx.reply(ctx.t("admin-settings-same", name=plugin.titled))
        return
    values = {"member_id": ctx.member.id, "plugin": plugin.name, "texts": json.dumps(dict(compared.texts))}
    row = sa.insert(drafts).values(community_id=ctx.community.id, made_at=ctx.now, **values)
    await ctx.db.execute(row)
    lines = [ctx.t("admin-settings-draft", name=plugin.titled, some=bool(compared.changes))]
    await ctx.reply(join([*lines, *compared.changes, *compared.refusals]), *_ways(ctx, plugin, compared))


def _ways(ctx: Context, plugin: Plugin, compared: "_plugins.Compared") -> list[list[Action]]:
    keep = [ctx.button("admin.keep_settings", plugin.name)] if compared.changes else []
    key = "admin-settings-correct" if compared.refusals else "admin-settings-more"
    first = ctx.button(
        "admin.change_settings",
        plugin.name,
        compared.part,
        label=ctx.t(key),
        style=ActionStyle.PLAIN if compared.changes else ActionStyle.MAIN,
    )
    return [keep, [first, ctx.button("admin.drop_settings", plugin.name)]]


async def keep_settings(ctx: Context, name: str) -> None:
    """Change what fits of the presser's own draft; the rest stays to be corrected."""
    plugin = ctx.use(PluginSettings).plugin(name)
    texts = await _kept(ctx, plugin)
    if not texts:
        raise UserError("admin-settings-no-draft", name=plugin.titled, typed=plugin.name)
    await _forget(ctx, plugin)
    text, buttons = await _plugins.save(ctx, plugin.name, texts)
    await ctx.reply(text, buttons)


async def drop_settings(ctx: Context, name: str) -> None:
    """Leave everything as it was."""
    plugin = ctx.use(PluginSettings).plugin(name)
    await _forget(ctx, plugin)
    await ctx.reply(ctx.t("admin-settings-dropped", name=plugin.titled))


async def _kept(ctx: Context, plugin: Plugin) -> Mapping[str, str]:
    """What the person typed within a day and neither kept nor dropped; of settings that the plugin still has."""
    query = sa.select(drafts.c.texts).where(*_mine(ctx, plugin), drafts.c.made_at > ctx.now - LASTS)
    found = await ctx.db.value(query)
    texts: dict[str, str] = json.loads(found) if found else {}
    return {key: text for key, text in texts.items() if key in plugin.settings.model_fields}


async def _forget(ctx: Context, plugin: Plugin) -> None:
    await ctx.db.execute(sa.delete(drafts).where(*_mine(ctx, plugin)))


def _mine(ctx: Context, plugin: Plugin) -> tuple[sa.ColumnElement[bool], ...]:
    return drafts.c.member_id == ctx.member.id, drafts.c.plugin == plugin.name
