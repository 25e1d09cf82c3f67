"""The quiet way out under every unasked message: less, only what concerns one, nothing at all, or why."""

from bot.api import Action, Context, Purpose, explain_deliveries
from plugins.passport._preferences import consent_button, often_button, standing


async def offer(ctx: Context, delivery_id: int) -> None:
    """One tap for each way out that is still open.

    Whoever presses decides for themself alone, so nobody is refused; why the message came is told only to its reader.
    """
    now = await standing(ctx)
    mine = await explain_deliveries(ctx.db, ctx.member.id, only=delivery_id)
    rows: list[list[Action]] = []
    if not now.stopped:
        if not now.fewer:
            rows.append([often_button(ctx, fewer=True)])
        if Purpose.MARKETING in now.reached:
            rows.append([consent_button(ctx, Purpose.MARKETING, on=False)])
    rows.append([ctx.button("passport.resume" if now.stopped else "passport.stop")])
    last = [ctx.button("passport.why_this", delivery_id)] if mine else []
    rows.append([*last, ctx.button("passport.preferences")])
    await ctx.reply(ctx.t("passport-less", stopped=now.stopped), *rows)
