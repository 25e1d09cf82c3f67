"""Arrivals: by whose invite somebody came, as far as the network tells, and who leaves again."""

from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Background, Came, MemberArrived, MemberDeparted, Telling, parts_of, upsert
from plugins.referrals import _codes
from plugins.referrals._beginning import begin, came_in, contest
from plugins.referrals._ending import end, may_be_taken_back
from plugins.referrals._qualifying import wake
from plugins.referrals._referral import (
    Grade,
    How,
    Reason,
    Referral,
    State,
    change,
    held,
    of_invited,
    referral_of,
    referrals_where,
)
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import arrivals, referrals

SURE: Final = 0.85
"""What Discord's uses of invites say when one was used, and once, is surer than this; Telegram knows for certain."""

ASK_LASTS: Final = timedelta(days=7)


async def arrived(ctx: Background, event: MemberArrived) -> None:
    """Somebody is here: perhaps by an invite."""
    if event.joined:
        await _note(ctx, event)
        await came_in(ctx, event.member_id, event.at)
    if event.invited_by is None:
        if (known := await of_invited(ctx, event.member_id)) is not None:
            await wake(ctx, known)
        return
    if event.invited_by != event.member_id:
        await _brought(ctx, event, event.invited_by)


async def _note(ctx: Background, event: MemberArrived) -> None:
    """The first time of each counts."""
    row = {"member_id": event.member_id, "community_id": ctx.community.id, "at": event.at, "came": event.came.value}
    if event.came is not Came.KNOWN:
        await ctx.db.execute(upsert(ctx.db.dialect, arrivals).values(**row).on_conflict_do_nothing())


async def _brought(ctx: Background, event: MemberArrived, inviter_id: int) -> None:
    await _codes.hold(ctx, inviter_id)
    known = await of_invited(ctx, event.member_id)
    if known is not None:
        await _said_before(ctx, known, inviter_id)
        return
    grade = Grade.SURE if event.confidence > SURE else Grade.HINT
    reason, refused = await _doubts(ctx, event, grade)
    if reason is Reason.KNOWN and refused:
        return  # they are of it already, whichever invite they used to come into another space
    made = await begin(
        ctx,
        inviter_id,
        event.member_id,
        How.INVITE,
        grade,
        joined_at=event.at,
        reason=reason,
        refused=refused,
    )
    if made is not None:
        await wake(ctx, made)
        if made.state is State.CONTESTED and made.reason is Reason.DOUBTFUL:
            await _ask(ctx, made)


async def _doubts(ctx: Background, event: MemberArrived, grade: Grade) -> tuple[Reason | None, bool]:
    """Why a person has to look at it, or that it does not count at all."""
    if event.came is Came.BACK:
        return Reason.REJOINED, True
    if event.came is Came.KNOWN:
        days = (await ctx.settings(ReferralSettings)).days_to_say
        old = event.since is None or event.since < event.at - timedelta(days=days)
        return Reason.KNOWN, old or await was_here(ctx, event.member_id)
    return (Reason.DOUBTFUL if grade is Grade.HINT else None), False


async def was_here(ctx: Background, member_id: int) -> bool:
    """Whether somebody was seen to arrive, by whichever account, before this."""
    mine = sa.select(arrivals.c.member_id).where(arrivals.c.member_id.in_(parts_of(member_id)))
    return await ctx.db.row(mine.limit(1)) is not None


async def _said_before(ctx: Background, known: Referral, inviter_id: int) -> None:
    """They named somebody before they came in: the invite says the same, or it is looked at."""
    known = await held(ctx, known.id)
    if known.state not in (State.WAITING, State.CONTESTED) or known.how is not How.CODE:
        return
    if known.inviter_id == inviter_id:
        await wake(ctx, await change(ctx, known.id, how=How.BOTH))
    else:
        await contest(ctx, known, Reason.CONTRADICTS, rival_id=inviter_id)


async def _ask(ctx: Background, referral: Referral) -> None:
    """The uses of invites leave a doubt: whoever came knows best."""
    assert referral.invited_id is not None
    await ctx.use(Telling).member(
        referral.invited_id,
        f"referrals-ask:{referral.id}",
        "referrals-ask",
        buttons=[[("referrals.confirm", referral.id), ("referrals.deny", referral.id)]],
        lasts=ASK_LASTS,
    )


async def departed(ctx: Background, event: MemberDeparted) -> None:
    """Who leaves before the points count, or soon after, takes them along from both."""
    theirs = referrals.c.invited_id.in_(parts_of(event.member_id)) & referrals.c.joined_at.is_not(None)
    for referral in await referrals_where(ctx, theirs):
        if referral.state.is_open or await may_be_taken_back(ctx, referral):
            await end(ctx, referral.id, Reason.LEFT)


async def confirm(ctx: Background, referral_id: int, member_id: int, *, yes: bool) -> Referral:
    """The newcomer says whether it was so; only what is doubtful, and only once."""
    referral = await held(ctx, referral_id)
    if referral.invited_id == member_id and (referral.state, referral.reason) == (State.CONTESTED, Reason.DOUBTFUL):
        if not yes:
            return await end(ctx, referral.id, Reason.DENIED)
        proven = {"grade": Grade.PROOF, "how": How.BOTH, "reason": None}
        await wake(ctx, await change(ctx, referral.id, state=State.WAITING, **proven))
    return await referral_of(ctx, referral_id)
