"""What the doctor mends itself: each change is in the audit, and can be undone."""

from bot.api import Arrangements, Context, Named, NativeGrants, Networks, UserError


async def mend_place(ctx: Context, space_id: int) -> None:
    """Choose a place for posts. Raises UserError where there is none, or the space is not the community's own."""
    networks = ctx.use(Networks)
    space = await networks.space(space_id)
    if space is None:
        raise UserError("doctor-gone")
    places = await networks.places(space)
    now = next((place for place in places if place.channel.channel_id == space.post_channel), None)
    if now is not None and now.problem is None:
        raise UserError("doctor-mended-already")
    first = next((place for place in places if place.problem is None and not place.hosts_only), None)
    if first is None:
        raise UserError("doctor-no-place")
    named = Named(first.channel.channel_id, first.name)
    entry = await ctx.use(Arrangements).set_in(space, "post_channel", named, ctx.member.id)
    undo = [ctx.button("admin.undo", entry)] if entry is not None else []
    await ctx.reply(ctx.t("doctor-mended", place=first.name), [*undo, ctx.button("doctor.look")])


async def mend_hosts(ctx: Context, space_id: int) -> None:
    """Give up a hosts' place that everybody reads. Raises UserError where there is none."""
    space = await ctx.use(Networks).space(space_id)
    if space is None or space.host_channel is None:
        raise UserError("doctor-mended-already")
    entry = await ctx.use(Arrangements).set_in(space, "host_channel", None, ctx.member.id)
    undo = [ctx.button("admin.undo", entry)] if entry is not None else []
    await ctx.reply(ctx.t("doctor-mended-hosts"), [*undo, ctx.button("doctor.look")])


async def give_again(ctx: Context, code: str) -> None:
    """Try again what a network refused of something. Raises UserError where nothing was."""
    failing = await ctx.use(NativeGrants).failing()
    what = next((one.what for one in failing if one.what.code == code), None)
    if what is None:
        raise UserError("doctor-mended-already")
    count = await ctx.use(NativeGrants).try_again(what)
    await ctx.reply(ctx.t("doctor-given-again", count=count), [ctx.button("doctor.look")])
