"""Links: accounts that become one person may be both sides of a referral, or somebody who was here for long."""

from datetime import timedelta

from bot.api import Background, PointsMoved, Preferences, parts_of
from plugins.referrals._ending import end
from plugins.referrals._referral import Reason, Referral, referrals_where
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import referrals

BEFORE = timedelta(days=1)
"""So long before somebody was brought their other account may have been seen first; they were on their way then."""


async def points_moved(ctx: Background, event: PointsMoved) -> None:
    """After a link (which no line tells of) what does not hold any more ends, also when it was paid."""
    if event.line_id:
        return
    for member_id in event.member_ids:
        await look_at_family(ctx, member_id)


async def look_at_family(ctx: Background, member_id: int) -> None:
    """All that the member, by whichever account, has to do with; the oldest first, as it stays of two."""
    mine = referrals.c.invited_id.in_(parts_of(member_id)) | referrals.c.inviter_id.in_(parts_of(member_id))
    for one in await referrals_where(ctx, mine):
        if one.state.stands and (reason := await no_newcomer(ctx, one)) is not None:
            await end(ctx, one.id, reason)


async def no_newcomer(ctx: Background, one: Referral) -> Reason | None:
    """Why it brought nobody new, by all accounts that are known to be the same person by now."""
    if one.invited_id is None:
        return None
    if one.invited_id == one.inviter_id:
        return Reason.SELF
    before = referrals.c.invited_id.in_(parts_of(one.invited_id)) & (referrals.c.id < one.id)
    if others := await referrals_where(ctx, before):
        return Reason.TWICE if any(other.state.stands for other in others) else None
    days = (await ctx.settings(ReferralSettings)).days_to_say
    return Reason.KNOWN if await _was_known(ctx, one, one.invited_id, days) else None


async def _was_known(ctx: Background, one: Referral, invited_id: int, days: int) -> bool:
    """Whether one of their accounts was known a good while before they were brought.

    Of whom nobody saw arrive it is known to a person that they may have been here for some days.
    """
    began = one.begun_at
    before = timedelta(days=days) if one.reason in (Reason.UNSEEN, Reason.KNOWN) else BEFORE
    return (await ctx.use(Preferences).of(invited_id)).joined_at < began - before
