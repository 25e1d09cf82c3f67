"""A group that would be a community by itself, offered to the community whose hosts meet there."""

from collections.abc import Sequence

from bot.api import Community, Context, Here, HostRooms, Networks, Space, UserError
from plugins.setup._parts import rows_of


async def offer(ctx: Context, here: Here) -> bool:
    """Ask whose hosts meet here; False where that is no question, and nothing was said."""
    channel = here.channel.channel_id if here.channel is not None else ""
    group = next((one for one in await ctx.use(Networks).spaces() if one.ref.space_id == channel), None)
    space = await ctx.use(HostRooms).space(group.id) if group is not None else None
    if space is None or not (claimants := await _claimants(ctx, space)):
        return False
    buttons = [
        ctx.button("setup.room", one.id, space.id, label=ctx.t("setup-room-choice", name=one.name)) for one in claimants
    ]
    await ctx.reply(ctx.t("setup-room-whose"), *rows_of(buttons))
    return True


async def take(ctx: Context, community_id: int, space_id: int) -> None:
    """Make it theirs. Raises UserError where it cannot be."""
    space = await ctx.use(HostRooms).space(space_id)
    claimants = await _claimants(ctx, space) if space is not None else ()
    to = next((one for one in claimants if one.id == community_id), None)
    if space is None or to is None:
        raise UserError("setup-gone")
    places = await ctx.use(Networks).places(space)
    await ctx.use(HostRooms).give(space, to, ctx.member, places[0].name if places else space.title)
    await ctx.reply(ctx.t("setup-room-taken", name=to.name))


async def _claimants(ctx: Context, space: Space) -> Sequence[Community]:
    """Nobody where it is no group: that is a space which is its own only channel."""
    places = await ctx.use(Networks).places(space)
    if [one.channel.channel_id for one in places] != [space.ref.space_id]:
        return ()
    return await ctx.use(HostRooms).claimants(space, ctx.member)
