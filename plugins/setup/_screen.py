"""The screen of a step: what holds now, what can be chosen, and the way back and on."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any

from msgspec import Struct

from bot.api import Action, ActionStyle, Audit, Context, Markup, join, times
from plugins.setup import _end, _hosts, _language, _places, _plugins, _routes, _zone
from plugins.setup._parts import Part, Said

LATELY = timedelta(minutes=15)
"""For how long it is told that somebody else is at it too."""


class Step(Struct, frozen=True):
    """`look` asks what only networks know, before anything is written; `part` says what holds."""

    name: str  # a word for selectors in texts
    look: Callable[[Context], Awaitable[Any]]
    part: Callable[[Context, Any], Awaitable[Part]]


STEPS = (
    Step("language", _language.look, _language.part),
    Step("zone", _zone.look, _zone.part),
    Step("hosts", _hosts.look, _hosts.part),
    Step("places", _places.look, _places.part),
    Step("plugins", _plugins.look, _plugins.part),
    Step("routes", _routes.look, _routes.part),
    Step("end", _end.look, _end.part),
)
LANGUAGE, ZONE, HOSTS, PLACES, PLUGINS, ROUTES, END = range(1, len(STEPS) + 1)


async def begin(ctx: Context) -> None:
    """The first step, with what all this is for."""
    await show(ctx, LANGUAGE, Said(ctx.t("setup-welcome", community=ctx.community.name, steps=len(STEPS))))


async def show(ctx: Context, number: int, said: Said | None = None, seen: Any = None) -> None:
    """A step, under what was just said; `seen` is what its `look` saw before the change."""
    number = min(max(number, 1), len(STEPS))
    step = STEPS[number - 1]
    if seen is None:
        seen = await step.look(ctx)
    part = await step.part(ctx, seen)
    lines = [*([said.text, Markup("")] if said else []), ctx.t("setup-heading", step=step.name, number=number, of=END)]
    lines += [*part.lines, *await _others(ctx)]
    undo = [ctx.button("admin.undo", said.entry)] if said is not None and said.entry is not None else []
    await ctx.reply(join(lines), *part.rows, [*_ways(ctx, number, part), *undo])


def _ways(ctx: Context, number: int, part: Part) -> Sequence[Action]:
    """Back and on. Nothing has to be chosen: what holds is kept."""
    row = []
    if number > 1:
        back = ctx.t("setup-back")
        row.append(ctx.button("setup.step", number - 1, label=back, style=ActionStyle.QUIET))
    if number < END:
        label = ctx.t("setup-on") if part.settled else ctx.t("setup-skip")
        style = ActionStyle.MAIN if part.settled else ActionStyle.PLAIN
        row.append(ctx.button("setup.step", number + 1, label=label, style=style))
    return row


async def _others(ctx: Context) -> list[Markup]:
    """Who else changes things right now, so that two do not wonder about each other's changes."""
    newest = await ctx.use(Audit).newest(ctx.community.id, 8)
    theirs = [entry for entry in newest if entry.member_id not in (None, ctx.member.id) and entry.name]
    if not theirs or theirs[0].at < ctx.now - LATELY:
        return []
    at = times.moment(theirs[0].at, ctx.language, ctx.member.zone, now=ctx.now)
    return [ctx.t("setup-others", name=theirs[0].name or "", at=at)]
