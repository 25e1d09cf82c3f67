"""Links: accounts that become one person may be both sides of a referral, or somebody who was here for long."""

from datetime import timedelta

import sqlalchemy as sa

from bot.api import Background, PointsMoved, Preferences, parts_of
from plugins.referrals._ending import end
from plugins.referrals._referral import Reason, Referral, State, referrals_where
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
    """All that the member, by whichever account, has to do with."""
    mine = referrals.c.invited_id.in_(parts_of(member_id)) | referrals.c.inviter_id.in_(parts_of(member_id))
    standing = [one for one in await referrals_where(ctx, mine) if _stands(one)]
    brought, days = set[int](), (await ctx.settings(ReferralSettings)).days_to_say
    for one in standing:
        if one.invited_id is None:
            continue
        if one.invited_id == one.inviter_id:
            await end(ctx, one.id, Reason.SELF)
        elif await _was_known(ctx, one, one.invited_id, days):
            await end(ctx, one.id, Reason.KNOWN)
        elif one.invited_id in brought:
            await end(ctx, one.id, Reason.TWICE)
        else:
            brought.add(one.invited_id)


def _stands(one: Referral) -> bool:
    return one.state.is_open or one.state is State.PAID


async def _was_known(ctx: Background, one: Referral, invited_id: int, days: int) -> bool:
    """Whether one of their accounts was known a good while before they were brought.

    Of whom nobody saw arrive it is known to a person that they may have been here for some days.
    """
    began = one.began_at if one.joined_at is None else min(one.began_at, one.joined_at)
    others = sa.select(referrals.c.id).where(referrals.c.invited_id.in_(parts_of(invited_id)), referrals.c.id < one.id)
    if await ctx.db.row(others.limit(1)) is not None:
        return False  # they were brought twice, which is told by itself
    before = timedelta(days=days) if one.reason in (Reason.UNSEEN, Reason.KNOWN) else BEFORE
    return (await ctx.use(Preferences).of(invited_id)).joined_at < began - before
