"""Places that only those come into who were given the way in: groups and channels that a moderator made doors."""

from bot.api import (
    Community,
    Context,
    DoorRooms,
    Here,
    HostRooms,
    NativeGrants,
    Networks,
    Space,
    UserError,
    join,
    plain,
    shortened,
)
from plugins.setup._parts import chosen, code, rows_of

LABEL = 40
SHOWN = 8


async def screen(ctx: Context, here: Here) -> None:
    """The doors there are, and what could be one; in a group that is nothing else yet, whose door it is to be."""
    if await _asks_whose(ctx, here):
        return
    doors, found = await ctx.use(NativeGrants).doors(), await ctx.use(DoorRooms).candidates(ctx.community, ctx.member)
    lines = [ctx.t("setup-doors-title"), *(ctx.t("setup-door-line", name=door.title) for door in doors)]
    lines.append(ctx.t("setup-doors-could" if found else "setup-doors-none"))
    make = [ctx.button("setup.door_of", space.id, label=_label(ctx, "setup-door-make", space.title)) for space in found]
    close = [
        ctx.button("setup.door_off", code(door.what.ref), label=_label(ctx, "setup-door-off", door.title))
        for door in doors
    ]
    await ctx.reply(join(lines), *rows_of(make[:SHOWN]), *rows_of(close[:SHOWN]))


def _label(ctx: Context, key: str, name: str) -> str:
    return plain(ctx.t(key, name=shortened(name, LABEL)))


async def _asks_whose(ctx: Context, here: Here) -> bool:
    channel = here.channel.channel_id if here.channel is not None else ""
    group = next((one for one in await ctx.use(Networks).spaces() if one.ref.space_id == channel), None)
    space = await ctx.use(HostRooms).space(group.id) if group is not None else None
    claimants = await ctx.use(HostRooms).claimants(space, ctx.member) if space is not None else ()
    if space is None or not claimants:
        return False
    buttons = [
        ctx.button("setup.door_here", one.id, space.id, label=_label(ctx, "setup-door-choice", one.name))
        for one in claimants
    ]
    await ctx.reply(ctx.t("setup-door-whose"), *rows_of(buttons))
    return True


async def make(ctx: Context, space_id: int) -> None:
    """A group that the presser runs is a door of the community. Raises UserError where it cannot be one."""
    found = await ctx.use(DoorRooms).candidates(ctx.community, ctx.member)
    await _make(ctx, next((one for one in found if one.id == space_id), None), ctx.community)


async def make_here(ctx: Context, community_id: int, space_id: int) -> None:
    """The same for the group itself. Raises UserError where it cannot be one."""
    space = await ctx.use(HostRooms).space(space_id)
    claimants = await ctx.use(HostRooms).claimants(space, ctx.member) if space is not None else ()
    await _make(ctx, space, next((one for one in claimants if one.id == community_id), None))


async def _make(ctx: Context, space: Space | None, to: Community | None) -> None:
    if space is None or to is None:
        raise UserError("setup-gone")
    problems = await ctx.use(DoorRooms).problems(space)
    await ctx.use(DoorRooms).make(to, space, ctx.member)
    lines = [ctx.t("setup-door-made", name=space.title, community=to.name)]
    await ctx.reply(join([*lines, *(ctx.t(problem.key, **dict(problem.values)) for problem in problems)]))


async def close(ctx: Context, door_code: str) -> None:
    """A door is one no more. Raises UserError where there is none."""
    doors = await ctx.use(NativeGrants).doors()
    door = chosen(door_code, doors, [door.what.ref for door in doors])
    title = await ctx.use(DoorRooms).close(ctx.community, door.what, ctx.member) if door is not None else None
    if title is None:
        raise UserError("setup-gone")
    await ctx.reply(ctx.t("setup-door-closed", name=title))
