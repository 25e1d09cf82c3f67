"""Beginnings: that somebody was brought is noted once for each person, and what is doubtful waits for a look."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.api import Background, Telling, parts_of, upsert
from plugins.referrals import _codes
from plugins.referrals._campaigns import under_way
from plugins.referrals._guards import doubt, doubt_the_flood, is_banned
from plugins.referrals._referral import Grade, How, Reason, Referral, State, change, of_invited
from plugins.referrals._tables import referrals


async def begin(
    ctx: Background,
    inviter_id: int,
    invited_id: int,
    how: How,
    grade: Grade,
    *,
    joined_at: datetime | None,
    reason: Reason | None = None,
    refused: bool = False,
) -> Referral | None:
    """Note it; None where somebody is noted for this person already.

    With a `reason` a person looks at it first, or it is `refused` at once. Without one the guards say so.
    """
    await _codes.hold(ctx, inviter_id)
    if await of_invited(ctx, invited_id) is not None:
        return None
    if not refused and await is_banned(ctx, inviter_id, invited_id):
        reason, refused = Reason.BANNED, True
    reason = reason or await doubt(ctx, inviter_id, invited_id, how)
    state = State.REFUSED if refused else State.CONTESTED if reason is not None else State.WAITING
    row: dict[str, Any] = {"inviter_id": inviter_id, "invited_id": invited_id, "how": how.value, "grade": grade.value}
    row |= {"state": state.value, "reason": None if reason is None else reason.value, "joined_at": joined_at}
    if not await _write(ctx, row, refused=refused):
        return None
    if reason is Reason.VELOCITY and how is How.CODE:
        await doubt_the_flood(ctx, inviter_id)
    made = await of_invited(ctx, invited_id)
    assert made is not None, "it was written just now"
    await tell_of_queue(ctx, made)
    return made


async def _write(ctx: Background, row: dict[str, Any], *, refused: bool) -> bool:
    """False where another piece of work was faster by a moment."""
    campaign = await under_way(ctx)
    row |= {"community_id": ctx.community.id, "campaign_id": None if campaign is None else campaign.id}
    row |= {"began_at": ctx.now, "settled_at": ctx.now if refused else None}
    new = upsert(ctx.db.dialect, referrals).values(**row).on_conflict_do_nothing()
    return (await ctx.db.execute(new)).rowcount == 1


async def contest(ctx: Background, referral: Referral, reason: Reason, **values: object) -> Referral:
    """Let a person look at it."""
    now = await change(ctx, referral.id, state=State.CONTESTED, reason=reason, approved=False, **values)
    await tell_of_queue(ctx, now)
    return now


async def tell_of_queue(ctx: Background, referral: Referral) -> None:
    """Those who decide are told that something waits for them, once a day."""
    if referral.state is State.CONTESTED:
        key = f"referrals-queue:{ctx.now:%Y-%m-%d}"
        await ctx.use(Telling).everybody(
            key, "referrals-queue-told", buttons=[[("referrals.queue_page", 1)]], hosts=True
        )


async def came_in(ctx: Background, member_id: int, at: datetime) -> None:
    """Whoever said before that they were brought has come in."""
    mine = referrals.c.invited_id.in_(parts_of(member_id)) & referrals.c.joined_at.is_(None)
    await ctx.db.execute(sa.update(referrals).where(mine).values(joined_at=at))
