"""The last call's one button: a reminder of the next stream, which the plugin `streams` gives."""

from bot.api import Context, Inbox, Streams, UserError, press
from plugins.followups._answering import own_case


async def remind(ctx: Context, delivery_id: int) -> None:
    """Sign the person up for the reminder of the next stream. Raises UserError when none is planned."""
    await own_case(ctx, delivery_id)
    planned = await ctx.use(Streams).upcoming(ctx.community.id)
    stream = next((plan for plan in planned if plan.planned_for and plan.planned_for > ctx.now), None)
    if stream is None:
        raise UserError("followups-remind-none")
    await ctx.use(Inbox).answered(delivery_id)
    await press(ctx, "streams.remind", stream.id)
