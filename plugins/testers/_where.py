"""Choosing the private place that testers are let into; the network is asked whether the bot may let people in."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from bot.api import (
    Action,
    Context,
    Markup,
    Native,
    NativeGrants,
    NativeKind,
    Networks,
    Page,
    Problem,
    Space,
    UserError,
    short_for,
    shortened,
    turning,
)
from plugins.testers._call import Call, State, call_of, change, locked, note
from plugins.testers._letting_in import move_all

ON_A_PAGE: Final = 8
ROOM_NAME: Final = 80
"""Discord takes a hundred letters."""
Screen = tuple[Markup, Sequence[Sequence[Action]]]


class Spot(Struct, frozen=True):
    """A place of a network's own."""

    what: Native
    name: str


async def choices(ctx: Context, call: Call, number: int) -> Screen:
    """A page of the places that there are, and ways to a new one, or to none."""
    page = Page.of(await _all(ctx), number, ON_A_PAGE)
    rows = [
        [
            ctx.button(
                "testers.choose_place",
                call.id,
                one.what.space_id,
                short_for(one.what.ref),
                label=shortened(one.name, 60) or "–",
            )
        ]
        for one in page.items
    ]
    new = [
        ctx.button("testers.new_room", call.id, space.id, label=ctx.t("testers-where-new", name=_name(space)))
        for space in await ctx.use(Networks).spaces()
    ]
    none = [ctx.button("testers.no_place", call.id)] if call.native is not None else []
    turn = turning(ctx, "testers.where_page", page, call.id)
    back = [*none, ctx.button("testers.host_card", call.id, label=ctx.t("testers-back"))]
    text = ctx.t("testers-where-which", title=call.title, now=call.ref_name, some="yes" if call.native else "no")
    return text, [*[[one] for one in new], *rows, turn, back]


async def choose(ctx: Context, call_id: int, space_id: int, short: str) -> Call:
    """One of those that were listed. Raises UserError, with the cure, where the bot may not let anybody in."""
    call = await _changeable(ctx, call_id)
    fitting = [one for one in await _all(ctx) if one.what.space_id == space_id and short_for(one.what.ref) == short]
    if not fitting:
        raise UserError("testers-where-gone")
    problems = await ctx.use(NativeGrants).check(fitting[0].what)
    if problems:
        raise _refused(ctx, fitting[0].name, problems[0])
    return await _keep(ctx, call, fitting[0].what, fitting[0].name)


async def make_room(ctx: Context, call_id: int, space_id: int) -> Call:
    """A new private thread. Raises UserError, with the cure, where that cannot be."""
    call = await _changeable(ctx, call_id)
    space = await ctx.use(Networks).space(space_id)
    if space is None:
        raise UserError("testers-where-gone")
    name = shortened(call.title, ROOM_NAME)
    made = await ctx.use(NativeGrants).make_room(space, name)
    if isinstance(made, Problem):
        raise _refused(ctx, call.title, made)
    return await _keep(ctx, call, made, name)


async def none(ctx: Context, call_id: int) -> Call:
    """Testers need no place."""
    return await _keep(ctx, await _changeable(ctx, call_id), None, "")


async def _changeable(ctx: Context, call_id: int) -> Call:
    call = await call_of(ctx, call_id)
    if call.state is State.OVER:
        raise UserError("testers-over-before", title=call.title)
    return call


def _refused(ctx: Context, name: str, problem: Problem) -> UserError:
    return UserError("testers-where-refused", name=name, why=ctx.t(problem.key, **dict(problem.values)))


async def _keep(ctx: Context, call: Call, what: Native | None, name: str) -> Call:
    call = await locked(ctx, call.id)
    where = {"space_id": what.space_id, "ref": what.ref} if what is not None else {"space_id": None, "ref": None}
    call = await change(ctx, call, **where, ref_name=name)
    if call.state.is_shown:
        await move_all(ctx, call)
        await note(ctx, "testers-edit", call)
    return call


async def _all(ctx: Context) -> list[Spot]:
    networks = ctx.use(Networks)
    found = [Spot(door.what, door.title) for door in await ctx.use(NativeGrants).doors()]
    for space in await networks.spaces():
        places = [place for place in await networks.places(space) if not place.hosts_only]
        found += [Spot(Native(space.id, NativeKind.DOOR, one.channel.channel_id), one.name) for one in places]
    return found


def _name(space: Space) -> str:
    return space.ref.platform.capitalize()
