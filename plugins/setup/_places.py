"""The step of the places: where to post for everybody, and where only hosts read."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from bot.api import (
    Action,
    Arrangements,
    ChannelRef,
    Context,
    Here,
    Markup,
    Named,
    Networks,
    Place,
    Problem,
    Space,
    UserError,
    shortened,
)
from plugins.setup._parts import NOTHING, Part, Said, chosen, code, marked, problem_line, rows_of

SHOWN = 8
"""So many channels of a kind are offered as buttons; any other is chosen by typing in it."""

LABEL = 40
PARTS = {"posts": "post_channel", "hosts": "host_channel"}


class Channels(Struct, frozen=True):
    """The channels that a network has in one of the community's spaces."""

    space: Space
    places: Sequence[Place]


async def look(ctx: Context) -> Sequence[Channels]:
    """Ask each network for its channels."""
    networks = ctx.use(Networks)
    return [Channels(space, await networks.places(space)) for space in await networks.spaces()]


async def part(ctx: Context, seen: Sequence[Channels]) -> Part:
    """For each space the two places with what is wrong with them, and a button for each channel there is."""
    lines, rows, settled = list[Markup](), list[Sequence[Action]](), True
    known = {space.id: space for space in await ctx.use(Networks).spaces()}
    for one in seen:
        space = known.get(one.space.id, one.space)
        several = len(seen) > 1
        lines += _standing(ctx, space, one.places, several=several)
        rows += _buttons(ctx, space, one.places)
        settled = settled and space.post_channel is not None
    return Part(lines or [ctx.t("setup-places-none")], rows, settled=settled)


def _standing(ctx: Context, space: Space, places: Sequence[Place], *, several: bool) -> list[Markup]:
    lines = [ctx.t("setup-places-space", name=space.title or space.ref.platform)] if several else []
    for what, channel in (("posts", space.post_channel), ("hosts", space.host_channel)):
        place = next((place for place in places if place.channel.channel_id == channel), None)
        name = place.name if place is not None else ""
        state = "none" if channel is None else "seen" if place is not None else "unseen"
        lines.append(ctx.t("setup-place-now", what=what, name=name, state=state))
        if what == "hosts" and place is not None and not place.hosts_only:
            lines.append(problem_line(ctx, Problem("setup-place-open")))
        if place is not None and place.problem is not None:
            lines.append(problem_line(ctx, place.problem))
    if max(sum(place.hosts_only is hosts for place in places) for hosts in (True, False)) > SHOWN:
        lines.append(ctx.t("setup-places-more"))
    if not any(place.hosts_only for place in places) and space.host_channel is None:
        lines.append(ctx.t("setup-places-private"))
    return lines


def _buttons(ctx: Context, space: Space, places: Sequence[Place]) -> list[list[Action]]:
    """Channels for everybody are offered for posts, those that not everybody reads for hosts."""
    everybody = [place for place in places if not place.hosts_only][:SHOWN]
    hosts = [place for place in places if place.hosts_only][:SHOWN]
    rows = rows_of([_button(ctx, "posts", space, place) for place in everybody])
    mine = [_button(ctx, "hosts", space, place) for place in hosts]
    if space.host_channel is not None:
        mine.append(ctx.button("setup.place", "hosts", space.id, NOTHING, label=ctx.t("setup-no-place")))
    return [*rows, *rows_of(mine)]


def _button(ctx: Context, what: str, space: Space, place: Place) -> Action:
    holds = place.channel.channel_id == (space.post_channel if what == "posts" else space.host_channel)
    label = ctx.t("setup-place-choice", what=what, name=shortened(place.name, LABEL), wrong=place.problem is not None)
    return ctx.button(
        "setup.place", what, space.id, code(place.channel.channel_id), label=marked(ctx, label, now=holds)
    )


async def choose(ctx: Context, what: str, space_id: int, channel: str, seen: Sequence[Channels]) -> Said:
    """Post there from now on. Raises UserError for a place that is gone, or where the bot could not write."""
    one = next((one for one in seen if one.space.id == space_id), None)
    if one is None or what not in PARTS:
        raise UserError("setup-gone")
    place = chosen(channel, one.places, [place.channel.channel_id for place in one.places])
    if place is not None and (wrong := _wrong(what, place)) is not None:
        return Said(problem_line(ctx, wrong))
    named = Named(place.channel.channel_id, place.name) if place is not None else None
    return await _set(ctx, what, one.space, named)


def _wrong(what: str, place: Place | None) -> Problem | None:
    """Why a place will not do. What concerns hosts may have been said in confidence, so nobody else may read it."""
    if what == "hosts" and (place is None or not place.hosts_only):
        return Problem("setup-place-public")
    return place.problem if place is not None else None


async def _set(ctx: Context, what: str, space: Space, named: Named | None) -> Said:
    part_: Literal["post_channel", "host_channel"] = "post_channel" if what == "posts" else "host_channel"
    entry = await ctx.use(Arrangements).set_in(space, part_, named, ctx.member.id)
    name = named.name if named is not None else ""
    return Said(ctx.t("setup-place-set", what=what, name=name, some=named is not None, new=entry is not None), entry)


async def take_this(ctx: Context, what: str, here: Here, seen: Sequence[Channels]) -> Said:
    """Make the channel that somebody writes in the place. Raises UserError for a private chat."""
    one = next((one for one in seen if here.channel is not None and _is_in(here.channel, one.space)), None)
    if one is None or here.channel is None:
        raise UserError("setup-not-here")
    place = next((place for place in one.places if place.channel.channel_id == here.channel.channel_id), None)
    if (wrong := _wrong(what, place)) is not None:
        return Said(problem_line(ctx, wrong))
    name = place.name if place is not None else ""
    return await _set(ctx, what, one.space, Named(here.channel.channel_id, name or here.channel.channel_id))


def _is_in(channel: ChannelRef, space: Space) -> bool:
    return (channel.platform, channel.space_id) == (space.ref.platform, space.ref.space_id)
