"""Contributions: parts that plugins add to what another one shows, each made by its own plugin in its own context."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import UnionType
from typing import Any

from bot.core.context import Background, Context, apart, on_behalf, plugin_of
from bot.core.declarations import Contribution
from bot.core.incidents import note_incident
from bot.core.permissions import Permissions
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.errors import PluginError, UserError
from bot.guard import Failure, attempt, failure_of
from bot.model.cards import CardPart
from bot.model.heard import Heard, Suggestion
from bot.model.identity import Member
from bot.model.messages import Markup
from bot.model.titles import plugin_named

SECONDS = 2.0

_TAKES: Mapping[str, type | UnionType] = {
    "profile": Markup | CardPart,
    "profile-own": Markup | CardPart,
    "card": CardPart,
}
"""What contributions of these kinds may be, where it is not lines alone."""


async def contributed(ctx: Background, kind: str, *about: Any) -> list[Markup]:
    """The lines of `kind` from every plugin that is enabled here, in the language of `ctx`.

    To be called before the first write (PluginError): the others may be slow, and the database has one writer. What
    contributes is called as handler(ctx, *about), in a piece of work of its own, and returns a sequence of Markup. One
    that fails is left out and noted as an incident. Kinds: "profile" (about: the Member), lines of somebody's card that
    everybody may see; "profile-own" (the Member), lines of it that they alone see; "status" (nothing), how
    something is doing, for hosts; "cue" (the Stream that is live),
    what a host may say now; "recap" (the Stream that ended), lines for everybody; "report" (a Stream); "promoter" (the
    Member who gives the best score), what to ask of them; "privacy" (nothing), what leaves the bot, and where to;
    "earning" (nothing), sentences about what else brings points.
    """
    found = await _parts(ctx, kind, about, _TAKES.get(kind, Markup))
    return [one for one in found if isinstance(one, Markup)]


async def card_parts(ctx: Background, kind: str, member: Member) -> tuple[list[Markup], list[CardPart]]:
    """What every plugin that is enabled here adds to somebody's card: its lines, and the parts of its picture.

    All is as with `contributed`. "profile" and "profile-own" may have both, so that what a line and a part say is
    worked out once; of the kind "card" are parts alone, for which nobody need ask who draws no picture. Nothing is
    added to a picture that the lines do not say as well.
    """
    found = await _parts(ctx, kind, (member,), _TAKES[kind])
    return [one for one in found if isinstance(one, Markup)], [one for one in found if isinstance(one, CardPart)]


async def heard(ctx: Background, since: datetime) -> list[Heard]:
    """What every plugin that is enabled here was told since then for the hosts to read: contributions of "triage".

    All is as with `contributed`; what contributes is called as handler(ctx, since). Of what has a day alone, that of
    this day and later ones.
    """
    found: list[Heard] = await _parts(ctx, "triage", (since,), Heard)
    return found


async def suggestions(ctx: Background, texts: Sequence[str]) -> dict[str, Suggestion]:
    """What might answer which of these texts, where a plugin that is enabled here knows: contributions of "suggestion".

    All is as with `contributed`; what contributes is called as handler(ctx, texts).
    """
    found: list[Suggestion] = await _parts(ctx, "suggestion", (texts,), Suggestion)
    return {one.to: one for one in reversed(found)}


async def choices_for(ctx: Background, fact: str) -> list[str]:
    """The texts that a fact can have here, as the plugin says that brings it: a contribution of "choices".

    All is as with `contributed`; of what contributes the names are the facts that it answers for. None where nobody
    does.
    """
    found: list[str] = await _parts(ctx, "choices", (), str, name=fact)
    return found


async def _parts(
    ctx: Background, kind: str, about: Sequence[Any], what: type | UnionType, *, name: str | None = None
) -> list[Any]:
    if ctx.db.is_writing:
        raise PluginError(plugin_of(ctx), f"contributed({kind!r}) comes too late: ask others before the first write.")
    parts = [part for part in ctx.use(Registry).contributions(kind) if name is None or name in part.names]
    enabled = await ctx.use(PluginSettings).enabled() if parts else frozenset()
    found: list[Any] = []
    for part in parts:
        if part.plugin in enabled:
            found += await _from(ctx, part, about, what)
    return found


async def _from(ctx: Background, part: Contribution, about: Sequence[Any], what: type | UnionType) -> Sequence[Any]:
    place = f"{part.kind} of {part.plugin}"
    made = await attempt(_made(ctx, part, about, what), place=place, seconds=SECONDS)
    if not isinstance(made, Failure):
        return made
    # A refusal is no answer to what the person asked for, so it counts as a fault like any other.
    failure = made if made.refusal is None else failure_of(made.refusal)
    async with apart(ctx, part.plugin) as own:
        await note_incident(await own.db.transaction(), failure, ctx.now, plugin=part.plugin, place=place)
    return ()


async def _made(ctx: Background, part: Contribution, about: Sequence[Any], what: type | UnionType) -> Sequence[Any]:
    async with apart(ctx, part.plugin) as own:
        made: Sequence[Any] = await part.handler(own, *about)
    if strange := [type(one).__name__ for one in made if not isinstance(one, what)]:
        raise PluginError(part.plugin, f"{part.kind!r} takes no {strange[0]}.")
    return made


async def press(ctx: Context, action: str, *arguments: int | str) -> None:
    """Do what the button "plugin.action" of another plugin would, for the same person, in the same work.

    Raises UserError as the button would: where that plugin is off, or the person may not.
    """
    spec, settings = ctx.use(Registry).actions.get(action), ctx.use(PluginSettings)
    if spec is None or not await settings.is_enabled(settings.plugin(spec.plugin)):
        raise UserError("plugin-off", name=plugin_named(action.partition(".")[0]))
    await ctx.use(Permissions).check(ctx.member, spec)
    await spec.handler(on_behalf(ctx, spec.plugin), *arguments)
