"""A group that would be a community by itself, offered to the community whose hosts meet there."""

from bot.api import Context, Here, HostRooms, Networks, UserError
from plugins.setup._parts import rows_of


async def offer(ctx: Context, here: Here) -> bool:
    """Ask whose hosts meet here; False where that is no question, and nothing was said."""
    rooms, channel = ctx.use(HostRooms), here.channel.channel_id if here.channel is not None else ""
    # A space that is its own only channel is a group.
    group = next((one for one in await ctx.use(Networks).spaces() if one.ref.space_id == channel), None)
    space = await rooms.space(group.id) if group is not None else None
    claimants = await rooms.claimants(space, ctx.member) if space is not None else ()
    if space is None or not claimants:
        return False
    buttons = [
        ctx.button("setup.room", one.id, space.id, label=ctx.t("setup-room-choice", name=one.name)) for one in claimants
    ]
    await ctx.reply(ctx.t("setup-room-whose"), *rows_of(buttons))
    return True


async def take(ctx: Context, community_id: int, space_id: int) -> None:
    """Make it theirs. Raises UserError where it cannot be."""
    rooms = ctx.use(HostRooms)
    space = await rooms.space(space_id)
    claimants = await rooms.claimants(space, ctx.member) if space is not None else ()
    to = next((one for one in claimants if one.id == community_id), None)
    if space is None or to is None:
        raise UserError("setup-gone")
    places = await ctx.use(Networks).places(space)
    await rooms.give(space, to, ctx.member, places[0].name if places else space.title)
    await ctx.reply(ctx.t("setup-room-taken", name=to.name))
