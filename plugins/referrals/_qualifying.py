"""Looking: who stayed and came counts, points go on their way, and come to count when the waiting is over."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    ATTENDED,
    ORDER_REFUNDED,
    ORDERED,
    REFERRED,
    Activities,
    Award,
    Background,
    Facts,
    Ledger,
    People,
    Rule,
    Telling,
    facts_of,
    holds,
    times,
)
from plugins.referrals._beginning import came_in
from plugins.referrals._campaigns import campaign_of, rule_of
from plugins.referrals._ending import LASTS, end, may_be_taken_back
from plugins.referrals._guards import is_banned, is_here, standings
from plugins.referrals._linking import no_newcomer
from plugins.referrals._referral import OPEN, Reason, Referral, State, change, found, held, in_state, referral_of
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import referrals

BRINGING, COMING = "referrals-for-bringing", "referrals-for-coming"
AT_ONCE: Final = 50
ABOUT_ORDERS: Final = frozenset({"orders", "spent_total"})


async def look_at_all(ctx: Background) -> None:
    """Once a day, some at a time: time passes, rules move, and some things happen while nobody looks."""
    await look_at_some(ctx)


async def look_at_some(ctx: Background, behind: int = 0) -> None:
    """Each in a job of its own, so that one that fails keeps no other from its points."""
    since = ctx.now - timedelta(days=(await ctx.settings(ReferralSettings)).days_taken_back)
    alive = in_state(*OPEN) | (in_state(State.PAID) & (referrals.c.settled_at >= since))
    mine = (referrals.c.community_id == ctx.community.id) & alive & (referrals.c.id > behind)
    query = sa.select(referrals.c.id).where(mine).order_by(referrals.c.id).limit(AT_ONCE)
    ids = [id for (id,) in await ctx.db.rows(query)]
    for id in ids:
        await ctx.later(look, referral_id=id)
    if len(ids) == AT_ONCE:
        await ctx.later(look_at_some, behind=ids[-1])


async def look(ctx: Background, referral_id: int) -> None:
    """Whatever is due about one, by now. All is read before it is held, so that nobody waits for that."""
    referral = await found(ctx, referral_id)
    if referral is None:
        return
    if referral.state is State.WAITING and referral.joined_at is None and await _came_in(ctx, referral):
        assert referral.invited_id is not None
        await came_in(ctx, referral.invited_id, ctx.now)
        await wake(ctx, await referral_of(ctx, referral_id))
        return
    reason, due = await _why_not(ctx, referral), None
    if reason is None and referral.state is State.WAITING:
        due = await _due(ctx, referral)
        reason = await _late(ctx, referral) if due is None else None
    pays = referral.state is State.QUALIFIED and referral.pays_at is not None and referral.pays_at <= ctx.now
    if (reason is None and due is None and not pays) or await held(ctx, referral_id) != referral:
        return  # whoever changed it meanwhile has seen to it
    if reason is not None:
        await end(ctx, referral.id, reason)
    elif due is not None:
        await _qualify(ctx, referral, due)
    else:
        await _pay(ctx, referral)


async def wake(ctx: Background, referral: Referral) -> None:
    """Look when they have stayed long enough."""
    if referral.state is State.WAITING and referral.joined_at is not None:
        stayed = timedelta(days=(await ctx.settings(ReferralSettings)).days_stayed)
        await ctx.later(look, at=max(referral.joined_at + stayed, ctx.now), referral_id=referral.id)


async def _came_in(ctx: Background, referral: Referral) -> bool:
    """Whether they are in one of the spaces by now, though the network told nothing; asked before the first write."""
    member = (await ctx.use(People).of_many([referral.invited_id or 0])).get(referral.invited_id or 0)
    if member is not None:
        async for _, standing in standings(ctx, member):
            if standing is not None and standing.here:
                return True
    return False


async def _why_not(ctx: Background, referral: Referral) -> Reason | None:
    """What ends it, if anything does."""
    if referral.state is State.PAID and not await may_be_taken_back(ctx, referral):
        return None
    if not referral.state.stands:
        return None
    if referral.invited_id is None:
        return Reason.GONE
    if (reason := await no_newcomer(ctx, referral)) is not None:
        return reason
    if await _went_back(ctx, referral, referral.invited_id):
        return Reason.REFUNDED
    if referral.state.is_open and await is_banned(ctx, referral.inviter_id, referral.invited_id):
        return Reason.BANNED
    if referral.joined_at is not None and not await is_here(ctx, referral.invited_id):
        return Reason.LEFT
    return None


async def _went_back(ctx: Background, referral: Referral, invited_id: int) -> bool:
    """Whether the order that it rests on was sent back."""
    if referral.order_ref is None:
        return False
    back = await ctx.use(Activities).each(invited_id, ORDER_REFUNDED, referral.begun_at)
    return referral.order_ref in [reference for _, reference in back]


class Due(Struct, frozen=True):
    """What comes to both, and the order that it rests on, None for none."""

    for_bringing: int
    for_coming: int
    pays_at: datetime
    order_ref: str | None


async def _due(ctx: Background, referral: Referral) -> Due | None:
    """What they have earned by now; None while something lacks."""
    chosen = await ctx.settings(ReferralSettings)
    order = await _holds(ctx, referral, chosen)
    if order is None:
        return None
    bonus = 0 if referral.campaign_id is None else (await campaign_of(ctx, referral.campaign_id)).bonus
    pays_at = ctx.now + timedelta(days=chosen.days_pending)
    return Due(chosen.points_for_bringing + bonus, chosen.points_for_coming + bonus, pays_at, order or None)


async def _late(ctx: Background, referral: Referral) -> Reason | None:
    days = (await ctx.settings(ReferralSettings)).days_in_all
    return Reason.LATE if ctx.now > referral.began_at + timedelta(days=days) else None


async def _qualify(ctx: Background, referral: Referral, due: Due) -> None:
    points = {"for_bringing": due.for_bringing, "for_coming": due.for_coming, "order_ref": due.order_ref}
    moments = {"qualified_at": ctx.now, "pays_at": due.pays_at}
    now = await change(ctx, referral.id, state=State.QUALIFIED, **moments, **points)
    await _earn(ctx, now)
    if due.pays_at <= ctx.now:
        await _pay(ctx, now)
    else:
        await ctx.later(look, at=due.pays_at, referral_id=referral.id)
    await _tell(ctx, now)


async def _holds(ctx: Background, referral: Referral, chosen: ReferralSettings) -> str | None:
    """None while something lacks; else the order that it rests on, "" for none."""
    if referral.joined_at is None or ctx.now < referral.joined_at + timedelta(days=chosen.days_stayed):
        return None
    assert referral.invited_id is not None
    did, since = ctx.use(Activities), referral.begun_at
    if chosen.stream and not await did.count(referral.invited_id, ATTENDED, since):
        return None
    back = {reference for _, reference in await did.each(referral.invited_id, ORDER_REFUNDED, since)}
    orders = [reference for _, reference in await did.each(referral.invited_id, ORDERED, since)]
    kept = next((reference for reference in orders if reference not in back), None)
    rule = await rule_of(ctx, referral.campaign_id)
    needs_order = chosen.order or (rule is not None and bool(facts_of(rule) & ABOUT_ORDERS))
    if (chosen.order and kept is None) or not await _rule_holds(ctx, referral.invited_id, rule):
        return None
    return kept or "" if needs_order else ""


async def _rule_holds(ctx: Background, member_id: int, rule: Rule | None) -> bool:
    return rule is None or holds(rule, await ctx.use(Facts).of(member_id))


async def _earn(ctx: Background, referral: Referral) -> None:
    """Both sides' points wait until the day on which they count."""
    ledger = ctx.use(Ledger)
    for member_id, points, reason in (
        (referral.inviter_id, referral.for_bringing, BRINGING),
        (referral.invited_id, referral.for_coming, COMING),
    ):
        if member_id is not None and points:
            award = Award(member_id, points, f"{referral.about}:{reason}", referral.about)
            await ledger.earn(ctx.community.id, [award], reason, posts_at=referral.pays_at)


async def _pay(ctx: Background, referral: Referral) -> None:
    """The ledger lets the points count by itself; from here on it is for good."""
    await change(ctx, referral.id, state=State.PAID, settled_at=ctx.now)
    if referral.inviter_id is not None:
        await ctx.use(Activities).record(ctx.community.id, referral.inviter_id, REFERRED, referral.about)


async def _tell(ctx: Background, referral: Referral) -> None:
    """Both hear what comes to them, and when."""
    assert referral.pays_at is not None
    for member_id, points, message in (
        (referral.inviter_id, referral.for_bringing, "referrals-told-bringing"),
        (referral.invited_id, referral.for_coming, "referrals-told-coming"),
    ):
        member = (await ctx.use(People).of_many([member_id or 0])).get(member_id or 0)
        if member is not None and points:
            day = times.moment(referral.pays_at, member.language, member.zone, now=ctx.now)
            key = f"{message}:{referral.id}"
            await ctx.use(Telling).member(member.id, key, message, lasts=LASTS, points=points, day=day)
