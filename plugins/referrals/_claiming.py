"""Claims: a newcomer says by a code who brought them; what else is known of their coming says what it is worth."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Came,
    Context,
    Member,
    People,
    PersonalInvites,
    Preferences,
    Space,
    UserError,
    echoed,
    parts_of,
)
from plugins.referrals import _codes
from plugins.referrals._arriving import confirm
from plugins.referrals._beginning import begin, contest
from plugins.referrals._guards import is_banned, standings
from plugins.referrals._qualifying import wake
from plugins.referrals._referral import Grade, How, Reason, Referral, State, change, held, of_invited
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import arrivals


class Coming(Struct, frozen=True):
    """What is known of somebody's coming: when they joined; that nobody saw it; or the addresses where they can."""

    joined_at: datetime | None = None
    unseen: bool = False
    ways_in: tuple[str, ...] = ()


async def inviter_of(ctx: Context, typed: str) -> Member:
    """Whose code that is. Raises UserError for nobody's, and for one's own."""
    inviter_id = await _codes.whose(ctx, typed)
    inviter = None if inviter_id is None else (await ctx.use(People).of_many([inviter_id])).get(inviter_id)
    if inviter is None:
        raise UserError("referrals-code-unknown", typed=echoed(typed))
    if inviter.id == ctx.member.id:
        raise UserError("referrals-code-own")
    return inviter


async def claim(ctx: Context, typed: str) -> tuple[Referral, Member, Coming]:
    """The newcomer says who brought them. Raises UserError where that does not do."""
    inviter = await inviter_of(ctx, typed)
    known = await of_invited(ctx, ctx.member.id)
    if known is not None:
        return await _again(ctx, known, inviter), inviter, Coming(known.joined_at)
    coming = await _coming(ctx, inviter)
    if await is_banned(ctx, inviter.id, ctx.member.id):
        raise UserError("referrals-code-unknown", typed=echoed(typed))
    reason, at = Reason.UNSEEN if coming.unseen else None, coming.joined_at
    made = await begin(ctx, inviter.id, ctx.member.id, How.CODE, Grade.PROOF, joined_at=at, reason=reason)
    if made is None:
        raise UserError("referrals-said-before")
    await wake(ctx, made)
    return made, inviter, coming


async def _again(ctx: Context, known: Referral, inviter: Member) -> Referral:
    """A code from somebody of whom it is known, or thought, by whom they came."""
    known = await held(ctx, known.id)
    if known.inviter_id == inviter.id:
        if known.reason is Reason.DOUBTFUL:
            return await confirm(ctx, known.id, ctx.member.id, yes=True)
        if known.how is How.INVITE and known.state.is_open:
            return await change(ctx, known.id, how=How.BOTH, grade=Grade.PROOF)
        return known
    if known.how is How.INVITE and known.state in (State.WAITING, State.CONTESTED):
        return await contest(ctx, known, Reason.CONTRADICTS, rival_id=inviter.id)
    raise UserError("referrals-said-before")


async def _coming(ctx: Context, inviter: Member) -> Coming:
    """When they came. Raises UserError for who is no newcomer. Networks are asked, before the first write."""
    days = (await ctx.settings(ReferralSettings)).days_to_say
    oldest = ctx.now - timedelta(days=days)
    seen = await _seen(ctx)
    if seen is not None and seen[1] == Came.BACK.value:
        raise UserError("referrals-not-new", days=days)
    if (await ctx.use(Preferences).of(ctx.member.id)).joined_at < oldest:
        raise UserError("referrals-not-new", days=days)
    if seen is not None:
        return Coming(joined_at=seen[0])
    stands = [one async for one in standings(ctx, ctx.member)]
    inside = [standing for _, standing in stands if standing is None or standing.here]
    since = [one.since for one in inside if one is not None and one.since is not None]
    if (since and min(since) < oldest) or any(one is not None and one.again for one in inside):
        raise UserError("referrals-not-new", days=days)
    if inside:
        return Coming(joined_at=min(since)) if since else Coming(joined_at=ctx.now, unseen=True)
    return Coming(ways_in=await _ways_in(ctx, inviter, [space for space, _ in stands]))


async def _seen(ctx: Context) -> tuple[datetime, str] | None:
    """When the network told that they joined, by whichever account, the first time."""
    mine = sa.select(arrivals.c.at, arrivals.c.came).where(arrivals.c.member_id.in_(parts_of(ctx.member.id)))
    row = await ctx.db.row(mine.order_by(arrivals.c.at).limit(1))
    return None if row is None else (row.at, row.came)


async def _ways_in(ctx: Context, inviter: Member, spaces: list[Space]) -> tuple[str, ...]:
    """The inviter's own invites: who comes by one has said the same twice."""
    chosen, invites = await ctx.settings(ReferralSettings), ctx.use(PersonalInvites)
    made = [await invites.of(inviter.id, space, on_request=chosen.on_request) for space in spaces]
    return tuple(one for one in made if isinstance(one, str))
