"""Endings: what does not count is refused, and of what was given already both sides give back."""

from datetime import timedelta

from bot.api import UNREFERRED, Activities, Background, Refunds, Telling
from plugins.referrals._referral import Reason, Referral, State, change, held
from plugins.referrals._settings import ReferralSettings

LASTS = timedelta(days=3)


async def end(ctx: Background, referral_id: int, reason: Reason, *, by: int | None = None) -> Referral:
    """It does not count, whatever it was; once, and with the points of both sides."""
    referral = await held(ctx, referral_id)
    if referral.state in (State.REFUSED, State.TAKEN_BACK):
        return referral
    paid = referral.state is State.PAID
    if referral.qualified_at is not None:
        await ctx.use(Refunds).reverse(ctx.community.id, referral.about, by=reason.value)
    if paid and referral.inviter_id is not None:
        await _uncount(ctx, referral)
    state = State.TAKEN_BACK if paid else State.REFUSED
    ended = await change(ctx, referral.id, state=state, reason=reason, settled_at=ctx.now, decided_by=by)
    if referral.qualified_at is not None:
        await _tell(ctx, referral, reason)
    return ended


async def _uncount(ctx: Background, referral: Referral) -> None:
    assert referral.inviter_id is not None
    await ctx.use(Activities).record(ctx.community.id, referral.inviter_id, UNREFERRED, referral.about)


async def _tell(ctx: Background, referral: Referral, reason: Reason) -> None:
    """Whoever brought them was told that points come."""
    if referral.inviter_id is None or not referral.for_bringing:
        return
    key, points = f"referrals-back:{referral.id}", referral.for_bringing
    await ctx.use(Telling).member(
        referral.inviter_id, key, "referrals-told-back", lasts=LASTS, reason=reason.value, points=points
    )


async def may_be_taken_back(ctx: Background, referral: Referral) -> bool:
    """Whether leaving still takes back what was paid."""
    chosen = await ctx.settings(ReferralSettings)
    until = None if referral.settled_at is None else referral.settled_at + timedelta(days=chosen.days_taken_back)
    return referral.state is State.PAID and until is not None and ctx.now < until
