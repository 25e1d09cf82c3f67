"""Deciding: a moderator looks at what is doubtful, lets it count or not, and may take back what was paid."""

import sqlalchemy as sa

from bot.api import Audit, Context, Member, UserError, parts_of, upsert
from plugins.referrals._ending import end
from plugins.referrals._qualifying import wake
from plugins.referrals._referral import Reason, Referral, State, change, held, referrals_where
from plugins.referrals._tables import bans, referrals


async def approve(ctx: Context, referral_id: int, *, rival: bool = False) -> Referral:
    """It goes on as any other, for whoever of the two was meant. Raises UserError where it was decided meanwhile."""
    referral = await _to_decide(ctx, referral_id)
    inviter_id = referral.rival_id if rival else referral.inviter_id
    if inviter_id is None or inviter_id == referral.invited_id:
        raise UserError("referrals-nobody")
    approved = {"approved": True, "inviter_id": inviter_id, "rival_id": None, "decided_by": ctx.member.id}
    now = await change(ctx, referral.id, state=State.WAITING, **approved)
    await wake(ctx, now)
    await _note(ctx, now, State.CONTESTED)
    return now


async def refuse(ctx: Context, referral_id: int) -> Referral:
    """It does not count. Raises UserError as above."""
    referral = await _to_decide(ctx, referral_id)
    now = await end(ctx, referral.id, Reason.DECIDED, by=ctx.member.id)
    await _note(ctx, now, State.CONTESTED)
    return now


async def take_back(ctx: Context, referral_id: int) -> Referral:
    """It counts no more, whatever it was. Raises UserError where there is nothing to take back."""
    referral = await held(ctx, referral_id)
    _refuse_own(ctx, referral)
    if referral.state in (State.REFUSED, State.TAKEN_BACK):
        raise UserError("referrals-decided", state=referral.state.value)
    now = await end(ctx, referral.id, Reason.DECIDED, by=ctx.member.id)
    await _note(ctx, now, referral.state)
    return now


async def _to_decide(ctx: Context, referral_id: int) -> Referral:
    referral = await held(ctx, referral_id)
    _refuse_own(ctx, referral)
    if referral.state is not State.CONTESTED:
        raise UserError("referrals-decided", state=referral.state.value)
    return referral


def _refuse_own(ctx: Context, referral: Referral) -> None:
    """Nobody decides what brings points to themself."""
    if ctx.member.id in (referral.inviter_id, referral.invited_id, referral.rival_id):
        raise UserError("referrals-own")


async def _note(ctx: Context, referral: Referral, before: State) -> None:
    audit, subject = ctx.use(Audit), f"referral:{referral.id}"
    await audit.note(ctx.community.id, ctx.member.id, "referrals-decide", subject, before.value, referral.state.value)


async def ban(ctx: Context, member: Member, why: str) -> int:
    """The member brings nobody any more; what is on its way ends. Returns how many that were."""
    row = {"member_id": member.id, "community_id": ctx.community.id, "at": ctx.now, "why": why}
    new = upsert(ctx.db.dialect, bans).values(**row).on_conflict_do_nothing()
    if (await ctx.db.execute(new)).rowcount != 1:
        raise UserError("referrals-banned-before", name=member.name)
    mine = referrals.c.inviter_id.in_(parts_of(member.id))
    ended = [one for one in await referrals_where(ctx, mine) if one.state.is_open]
    for one in ended:
        await end(ctx, one.id, Reason.BANNED, by=ctx.member.id)
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "referrals-ban", f"member:{member.id}", None, True)
    return len(ended)


async def unban(ctx: Context, member: Member) -> None:
    """The member may bring people again; what ended stays so. Raises UserError where they may already."""
    mine = bans.c.member_id.in_(parts_of(member.id)) & (bans.c.community_id == ctx.community.id)
    if not (await ctx.db.execute(sa.delete(bans).where(mine))).rowcount:
        raise UserError("referrals-not-banned", name=member.name)
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "referrals-ban", f"member:{member.id}", True, None)
