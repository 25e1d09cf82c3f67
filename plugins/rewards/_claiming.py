"""Claiming: hold, pay, deliver, in one transaction. A refusal anywhere leaves everything as it was."""

from datetime import timedelta

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Facts, Ledger, Paid, RuleWords, UserError, holds
from plugins.rewards import _limits
from plugins.rewards._delivering import deliver
from plugins.rewards._grants import Claims, Grant, Source, State, claims_of, free_seats, grant_of, left_over, move
from plugins.rewards._reward import Reward, locked, reward_of
from plugins.rewards._tables import grants
from plugins.rewards._times import Time, time_of
from plugins.rewards._waking import wake_at

REASON = "rewards-for-reward"


class Wish(Struct, frozen=True):
    """Who wants what: `member_id` pays, `for_id` gets it (None: the same).

    `nth` is how many the member had claimed when they were shown the button: pressing it twice claims one.
    """

    reward_id: int
    member_id: int
    time_id: int | None = None
    for_id: int | None = None
    nth: int | None = None

    @property
    def taker_id(self) -> int:
        return self.for_id or self.member_id


async def claim(ctx: Background, wish: Wish) -> Grant:
    """The reward, or a seat that is kept for a while where it is one to think about. Raises UserError."""
    await _refuse(ctx, await reward_of(ctx, wish.reward_id), wish)  # a crowd that comes too late keeps nobody waiting
    reward = await locked(ctx, wish.reward_id)
    await _refuse(ctx, reward, wish)
    if reward.hold_minutes and wish.for_id is None:
        return await keep_seat(ctx, reward, wish, Source.CLAIM, timedelta(minutes=reward.hold_minutes))
    grant = await _write(ctx, reward, wish, State.DELIVERING, Source.CLAIM)
    await _pay(ctx, reward, grant)
    return await deliver(ctx, reward, grant)


async def _refuse(ctx: Background, reward: Reward, wish: Wish) -> None:
    time = await time_of(ctx, reward.id, wish.time_id)
    _limits.refuse_restless(reward, await refuse_unless_allowed(ctx, reward, wish, time))
    if await free_seats(ctx, reward, time) == 0:
        raise UserError("rewards-gone", title=reward.title, timed=time is not None)


async def say_yes(ctx: Background, grant_id: int, member_id: int, *, for_id: int | None = None) -> Grant:
    """Whoever a seat is kept for takes it: pay, deliver. Raises UserError when it is kept no longer."""
    reward = await locked(ctx, (await grant_of(ctx, grant_id)).reward_id)
    grant = await grant_of(ctx, grant_id)
    await _limits.refuse_foreign(ctx, grant, member_id)
    if grant.state.is_there:
        raise UserError("rewards-have-it", title=reward.title)
    if grant.state is not State.HELD or grant.until is None or grant.until <= ctx.now:
        raise UserError("rewards-not-kept", title=reward.title)
    time = await time_of(ctx, reward.id, grant.time_id)
    _limits.refuse_bygone(ctx, reward, time)
    _limits.refuse_restless(reward, await claims_of(ctx, reward, member_id))
    if for_id is not None:
        _limits.refuse_gift(reward)
        await _limits.refuse_second_seat(ctx, reward, for_id, time)
    await move(ctx, grant, State.DELIVERING, until=None, at=ctx.now, member_id=for_id or grant.member_id)
    grant = await grant_of(ctx, grant.id)
    await _pay(ctx, reward, grant)
    return await deliver(ctx, reward, grant)


async def give(
    ctx: Background, reward: Reward, member_id: int, source: Source, *, promised: bool = False
) -> Grant | None:
    """Give one for nothing; the reward is locked. None when none is left. `promised`: a draw keeps one for them."""
    left = await left_over(ctx, reward, None)
    if left is not None and left + promised <= 0:
        return None
    grant = await _write(ctx, reward, Wish(reward.id, member_id), State.DELIVERING, source, price=0)
    return await deliver(ctx, reward, grant)


async def keep_seat(ctx: Background, reward: Reward, wish: Wish, source: Source, span: timedelta) -> Grant:
    """Keep a seat for the member while they make up their mind; the reward is locked, and one is free."""
    await wake_at(ctx, ctx.now + span)
    return await _write(ctx, reward, wish, State.HELD, source, lasts=span)


async def refuse_unless_allowed(ctx: Background, reward: Reward, wish: Wish, time: Time | None) -> Claims:
    """Raises UserError unless the member may have it now, seats and points aside; returns what they claimed of it."""
    _limits.refuse_unless_on_offer(ctx, reward)
    if wish.for_id is not None:
        _limits.refuse_gift(reward)
    _limits.refuse_bygone(ctx, reward, time)
    claims = await claims_of(ctx, reward, wish.member_id)
    _limits.refuse_repeated(reward, claims, wish.nth)
    await _refuse_unless_unlocked(ctx, reward, wish.member_id)
    _limits.refuse_beyond_limit(reward, claims)
    await _limits.refuse_second_seat(ctx, reward, wish.taker_id, time)
    await _limits.refuse_after_no_show(ctx, reward, wish.member_id)
    return claims


async def is_unlocked(ctx: Background, reward: Reward, member_id: int) -> bool:
    """Whether the reward's rule holds for the member."""
    return reward.rule is None or holds(reward.rule, await ctx.use(Facts).of(member_id))


async def _refuse_unless_unlocked(ctx: Background, reward: Reward, member_id: int) -> None:
    if reward.rule is None or await is_unlocked(ctx, reward, member_id):
        return
    words, facts = await RuleWords.of(ctx, reward.rule), await ctx.use(Facts).of(member_id)
    raise UserError("rewards-locked", title=reward.title, missing=words.lacking(reward.rule, facts))


async def _pay(ctx: Background, reward: Reward, grant: Grant) -> None:
    """Take the price from whoever claimed it. Raises UserError when they have too few; then nothing was done."""
    if not grant.price or grant.payer_id is None:
        return
    ledger = ctx.use(Ledger)
    paid = await ledger.spend(ctx.community.id, grant.payer_id, grant.price, REASON, grant.reference)
    if paid is Paid.SHORT:
        has = (await ledger.balance(grant.payer_id)).posted
        raise UserError("rewards-short", title=reward.title, price=grant.price, missing=grant.price - has)


async def _write(
    ctx: Background,
    reward: Reward,
    wish: Wish,
    state: State,
    source: Source,
    *,
    lasts: timedelta | None = None,
    price: int | None = None,
) -> Grant:
    row = {
        "community_id": ctx.community.id,
        "reward_id": reward.id,
        "time_id": wish.time_id,
        "member_id": wish.taker_id,
        "payer_id": wish.member_id if source.counts else None,
        "state": state.value,
        "source": source.value,
        "price": reward.price if price is None else price,
        "at": ctx.now,
        "until": None if lasts is None else ctx.now + lasts,
    }
    return await grant_of(ctx, await ctx.db.insert(sa.insert(grants).values(**row)))
