"""Contributions: parts that plugins add to what another one shows, each made by its own plugin in its own context."""

from typing import Any

from bot.core.context import Background, Context, on_behalf
from bot.core.incidents import note_incident
from bot.core.permissions import Permissions
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.errors import UserError
from bot.guard import Failure, attempt, failure_of
from bot.model.messages import Markup

SECONDS = 2.0


async def contributed(ctx: Background, kind: str, *about: Any) -> list[Markup]:
    """The lines of `kind` from every plugin that is enabled here, in the language of `ctx`.

    What contributes is called as handler(ctx, *about) and returns a sequence of Markup. One that fails is left out and
    noted as an incident. Kinds: "profile" (about: the Member), lines of somebody's card that everybody may see;
    "profile-own" (the Member), lines of it that they alone see; "cue" (the Stream that is live), what a host may say
    now; "recap" (the Stream that ended), lines for everybody; "report" (a Stream); "promoter" (the Member who gave the
    best score), what to ask of them.
    """
    registry, settings = ctx.use(Registry), ctx.use(PluginSettings)
    lines: list[Markup] = []
    for part in registry.contributions(kind):
        if not await settings.is_enabled(settings.plugin(part.plugin)):
            continue
        place = f"{kind} of {part.plugin}"
        made = await attempt(part.handler(on_behalf(ctx, part.plugin), *about), place=place, seconds=SECONDS)
        if isinstance(made, Failure):
            # A refusal is no answer to what the person asked for, so it counts as a fault like any other.
            failure = made if made.refusal is None else failure_of(made.refusal)
            await note_incident(await ctx.db.transaction(), failure, ctx.now, plugin=part.plugin, place=place)
        else:
            lines += made
    return lines


async def press(ctx: Context, action: str, *arguments: int | str) -> None:
    """Do what the button "plugin.action" of another plugin would, for the same person, in the same work.

    Raises UserError as the button would: where that plugin is off, or the person may not.
    """
    spec, settings = ctx.use(Registry).actions.get(action), ctx.use(PluginSettings)
    if spec is None or not await settings.is_enabled(settings.plugin(spec.plugin)):
        raise UserError("plugin-off", name=action.partition(".")[0])
    await ctx.use(Permissions).check(ctx.member, spec)
    await spec.handler(on_behalf(ctx, spec.plugin), *arguments)
