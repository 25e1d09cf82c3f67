"""Contributions: parts that plugins add to what another one shows, each made by its own plugin in its own context."""

from typing import Any

from bot.core.context import Background, on_behalf
from bot.core.incidents import note_incident
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.guard import Failure, attempt
from bot.model.messages import Markup

SECONDS = 2.0


async def contributed(ctx: Background, kind: str, *about: Any) -> list[Markup]:
    """The lines of `kind` from every plugin that is enabled here, in the language of `ctx`.

    What contributes is called as handler(ctx, *about) and returns a sequence of Markup. One that fails is left out and
    noted as an incident. Kinds: "profile" (about: the Member), lines of somebody's card; "cue" (the Stream that is
    live), what a host may say now; "recap" (the Stream that ended), lines for everybody; "report" (a Stream).
    """
    registry, settings = ctx.use(Registry), ctx.use(PluginSettings)
    lines: list[Markup] = []
    for part in registry.contributions(kind):
        if not await settings.is_enabled(settings.plugin(part.plugin)):
            continue
        place = f"{kind} of {part.plugin}"
        made = await attempt(part.handler(on_behalf(ctx, part.plugin), *about), place=place, seconds=SECONDS)
        if isinstance(made, Failure):
            await note_incident(await ctx.db.transaction(), made, ctx.now, plugin=part.plugin, place=place)
        else:
            lines += made
    return lines
