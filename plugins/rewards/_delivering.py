"""Delivering a reward that was paid: what the bot can give at once is there with the answer, the rest is on its way."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.api import Activities, Background, NativeGrants, Scope, UserError
from plugins.rewards._grants import Grant, State, grant_of, move
from plugins.rewards._limits import home_moment
from plugins.rewards._news import name_of, tell_holder, tell_hosts
from plugins.rewards._reward import Kind, Reward
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import codes
from plugins.rewards._times import time_of
from plugins.rewards._waking import wake_at

CLAIMED, RETURNED = "reward_claimed", "reward_returned"
NETWORK_HAS = timedelta(hours=24)


async def deliver(ctx: Background, reward: Reward, grant: Grant) -> Grant:
    """Give what can be given now, and ask for what others have to give. The reward is locked."""
    match reward.kind:
        case Kind.CUSTOM:
            await _ask_hosts(ctx, reward, grant)
        case Kind.CODE:
            await _take_code(ctx, reward, grant)
            await settle(ctx, reward, grant)
        case Kind.ROLE | Kind.ROOM | Kind.STREAM:
            await _ask_network(ctx, reward, grant)
        case Kind.SLOT:
            await settle(ctx, reward, grant)
            await _tell_booking(ctx, reward, grant)
        case _:
            await settle(ctx, reward, grant)
    if grant.is_gift:
        giver = await name_of(ctx, grant.payer_id)
        await tell_holder(ctx, grant, "rewards-gift-for-you", asked=False, title=reward.title, giver=giver)
    return await grant_of(ctx, grant.id)


async def settle(ctx: Background, reward: Reward, grant: Grant) -> bool:
    """It is there; from now on its time runs. False when it is not on its way any more."""
    from_then = grant.at if reward.kind.is_native else ctx.now  # the network counts from the claim
    lasts = None if reward.kind.has_times else reward.lasts_days  # what has a time is over by itself
    until = from_then + timedelta(days=lasts) if lasts else None
    if grant.state is not State.DELIVERING or not await move(ctx, grant, State.GRANTED, until=until, problem=None):
        return False
    if until is not None:
        await wake_at(ctx, until)
    if grant.member_id is not None:
        await ctx.use(Activities).record(ctx.community.id, grant.member_id, CLAIMED, grant.about, value=grant.price)
    return True


async def note_returned(ctx: Background, grant: Grant) -> None:
    """What they had, and have not any more before its end, does not count as claimed."""
    if grant.state is State.GRANTED and grant.member_id is not None:
        await ctx.use(Activities).record(ctx.community.id, grant.member_id, RETURNED, grant.about, value=grant.price)


def claims_kept(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """The fact: how many rewards somebody claimed and did not return."""
    did = scope.activities.c
    signed = sa.case((did.kind == CLAIMED, did.count), else_=-did.count)
    query = sa.select(did.member_id, sa.func.sum(signed)).where(did.kind.in_((CLAIMED, RETURNED)))
    return query.group_by(did.member_id)


async def _ask_network(ctx: Background, reward: Reward, grant: Grant) -> None:
    """A network gives it soon; what it does not give within a day does not come."""
    if reward.native is None or grant.member_id is None:
        raise UserError("rewards-lacks-ref", title=reward.title)
    await move(ctx, grant, State.DELIVERING, until=ctx.now + NETWORK_HAS)
    await wake_at(ctx, ctx.now + NETWORK_HAS)
    time = await time_of(ctx, reward.id, grant.time_id)
    lasts = ctx.now + timedelta(days=reward.lasts_days) if reward.lasts_days else None
    until = lasts if time is None else time.ends_at
    grants = ctx.use(NativeGrants)
    await grants.give(grant.member_id, reward.native, source=grant.origin, until=until, reason=reward.title)


async def keep_until(ctx: Background, grant: Grant, until: datetime) -> None:
    """What a network gave for it stays until then."""
    await ctx.use(NativeGrants).extend(grant.origin, until)


async def take_from_network(ctx: Background, reward: Reward, grant: Grant) -> None:
    """Whatever a network gave for it goes."""
    if reward.kind.is_native:
        await ctx.use(NativeGrants).take(grant.origin)


async def _take_code(ctx: Background, reward: Reward, grant: Grant) -> None:
    """The oldest code that nobody has, for good."""
    unused = (codes.c.reward_id == reward.id) & codes.c.grant_id.is_(None)
    id = await ctx.db.value(sa.select(codes.c.id).where(unused).order_by(codes.c.id).limit(1))
    if id is None:
        raise UserError("rewards-gone", title=reward.title, timed=False)
    await ctx.db.execute(sa.update(codes).where(codes.c.id == id).values(grant_id=grant.id))


async def code_of(ctx: Background, grant: Grant) -> str:
    """The code that the grant brought; "" for none."""
    found = await ctx.db.value(sa.select(codes.c.code).where(codes.c.grant_id == grant.id))
    return str(found or "")


async def _ask_hosts(ctx: Background, reward: Reward, grant: Grant) -> None:
    """A person delivers it, or says that they cannot; in time, or the points go back."""
    days = (await ctx.settings(RewardSettings)).deliver_days
    until = ctx.now + timedelta(days=days)
    await move(ctx, grant, State.DELIVERING, until=until)
    await wake_at(ctx, until)
    buttons = ("rewards.delivered", grant.id), ("rewards.cannot", grant.id)
    name = await name_of(ctx, grant.member_id)
    await tell_hosts(
        ctx, f"reward-claim:{grant.id}", "rewards-host-claimed", *buttons, title=reward.title, name=name, days=days
    )


async def _tell_booking(ctx: Background, reward: Reward, grant: Grant) -> None:
    """Whoever keeps the slot has to know that somebody comes."""
    time = await time_of(ctx, reward.id, grant.time_id)
    if time is None or not (await ctx.settings(RewardSettings)).tell_bookings:
        return
    name, when = await name_of(ctx, grant.member_id), home_moment(ctx, time.starts_at)
    button = "rewards.host_grant", grant.id
    await tell_hosts(
        ctx, f"reward-booked:{grant.id}", "rewards-host-booked", button, title=reward.title, name=name, when=when
    )
