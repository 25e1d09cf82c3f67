"""Channels on Twitch, YouTube and Kick that moderators have watched for streams."""

from collections.abc import Sequence
from typing import Literal, get_args

from bot.api import (
    Action,
    Audit,
    Background,
    Context,
    Health,
    Markup,
    PluginSettings,
    SeenAt,
    UserError,
    Watches,
    channel_named,
    echoed,
    join,
    times,
)

Service = Literal["twitch", "youtube", "kick", "hook"]

OWN = "sources"
SERVICES = get_args(Service)
MOST = 20


async def lines(ctx: Background) -> Sequence[Markup]:
    """A line for each source that is set up, and for what does not work there."""
    found = await ctx.use(Health).sources(ctx.language)
    told = [line for one in found for line in _lines(ctx, one)]
    set_up, chosen = {one.name for one in found}, await _chosen(ctx)
    for source in SERVICES:
        names = [name for kind, name in chosen if kind == source]
        if names and source not in set_up:
            told.append(ctx.t("sources-off", source=source, channels=times.names(names, ctx.language)))
    return told


def _lines(ctx: Background, seen: SeenAt) -> Sequence[Markup]:
    notes = [ctx.t("sources-note", source=seen.name, note=note) for note in seen.notes]
    if seen.problem:
        return [ctx.t("sources-down", source=seen.name, problem=seen.problem), *notes]
    channels = times.names(seen.channels, ctx.language)
    running = ctx.t("sources-running", source=seen.name, watching=bool(seen.channels), channels=channels)
    return [running, *notes]


async def listing(ctx: Context) -> Markup:
    """Where streams are seen, and how that goes."""
    told = await lines(ctx)
    return join([ctx.t("sources-heading"), *told]) if told else ctx.t("sources-none")


async def add(ctx: Context, source: str, typed: str) -> tuple[Markup, list[Action]]:
    """Watch a channel. Raises UserError for what can be none, and where there are too many."""
    name, chosen = _name(source, typed), await _kept(ctx)
    seen = {one.name: one for one in await ctx.use(Health).sources(ctx.language)}
    if f"{source}:{name}" in chosen or (source in seen and name in seen[source].channels):
        return ctx.t("sources-there", source=source, name=name), []
    if await ctx.use(Health).watched_elsewhere(source, name):
        raise UserError("sources-elsewhere", source=source, name=name)
    if len(chosen) >= MOST:
        raise UserError("sources-full", most=MOST)
    await _keep(ctx, [*chosen, f"{source}:{name}"])
    key = "sources-added" if source in seen else "sources-added-off"
    return ctx.t(key, source=source, name=name), [await _undo(ctx)]


async def remove(ctx: Context, source: str, typed: str) -> tuple[Markup, list[Action]]:
    """Watch a channel no more. Raises UserError for one that nobody added in chat."""
    name, chosen = _name(source, typed), await _kept(ctx)
    if f"{source}:{name}" not in chosen:
        raise UserError("sources-not-there", source=source, name=name)
    await _keep(ctx, [one for one in chosen if one != f"{source}:{name}"])
    return ctx.t("sources-removed", source=source, name=name), [await _undo(ctx)]


def _name(source: str, typed: str) -> str:
    name = channel_named(source, typed)
    if name is None:
        raise UserError("sources-no-name", typed=echoed(typed))
    return name


async def _kept(ctx: Background) -> list[str]:
    return list((await ctx.settings(Watches)).channels)


async def _chosen(ctx: Background) -> Sequence[tuple[str, str]]:
    return [(source, name) for source, _, name in (one.partition(":") for one in await _kept(ctx))]


async def _keep(ctx: Context, channels: list[str]) -> None:
    settings = ctx.use(PluginSettings)
    await settings.configure(settings.plugin(OWN), {"channels": channels}, ctx.member.id)


async def _undo(ctx: Context) -> Action:
    """The button that undoes what was just changed."""
    [entry] = await ctx.use(Audit).newest(ctx.community.id, 1, f"plugin:{OWN}")
    return ctx.button("admin.undo", entry.id)
