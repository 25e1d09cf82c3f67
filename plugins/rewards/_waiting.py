"""The waiting list: a seat that becomes free is kept for the first in line, who has a while to say yes."""

from datetime import timedelta

import sqlalchemy as sa

from bot.api import Background, UserError, counts_for, parts_of
from plugins.rewards._claiming import Wish, keep_seat, refuse_unless_allowed
from plugins.rewards._grants import Source, free_seats
from plugins.rewards._limits import moment, refuse_bygone, refuse_unless_on_offer
from plugins.rewards._news import member_of, tell_holder
from plugins.rewards._reward import Reward, locked
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import rewards, times, waiting
from plugins.rewards._times import Time, time_of

LOOKED_AT = 50


async def wait(ctx: Background, reward_id: int, member_id: int, time_id: int | None) -> int:
    """Stand in line; returns the place. Raises UserError when there is nothing to wait for."""
    reward = await locked(ctx, reward_id)
    time = await time_of(ctx, reward.id, time_id)
    refuse_unless_on_offer(ctx, reward)
    if reward.kind.has_times:
        refuse_bygone(ctx, reward, time)
    if await free_seats(ctx, reward, time) != 0:
        raise UserError("rewards-free-now", title=reward.title)
    if (place := await place_of(ctx, reward.id, member_id, time_id)) is not None:
        return place
    row = {"reward_id": reward.id, "time_id": time_id, "member_id": member_id, "since": ctx.now}
    await ctx.db.insert(sa.insert(waiting).values(**row))
    return await place_of(ctx, reward.id, member_id, time_id) or 1


async def leave(ctx: Background, reward_id: int, member_id: int, time_id: int | None) -> bool:
    """Stand in line no longer; False when they did not."""
    await ctx.db.transaction()
    mine = waiting.c.member_id.in_(parts_of(member_id))
    gone = await ctx.db.execute(sa.delete(waiting).where(*_line(reward_id, time_id), mine))
    return gone.rowcount > 0


async def place_of(ctx: Background, reward_id: int, member_id: int, time_id: int | None) -> int | None:
    """Which in line the member is; None when they are not."""
    mine = waiting.c.member_id.in_(parts_of(member_id))
    id = await ctx.db.value(sa.select(sa.func.min(waiting.c.id)).where(*_line(reward_id, time_id), mine))
    if id is None:
        return None
    before = sa.select(sa.func.count()).where(*_line(reward_id, time_id), waiting.c.id <= id)
    return int(await ctx.db.value(before))


async def how_many_wait(ctx: Background, reward_id: int) -> int:
    """How many members wait for the reward, at whatever time."""
    who = counts_for(waiting.c.member_id).distinct()
    return int(await ctx.db.value(sa.select(sa.func.count(who)).where(waiting.c.reward_id == reward_id)))


async def move_on(ctx: Background, reward: Reward, time: Time | None) -> None:
    """Keep each free seat for whoever is next and may have it. The reward is locked."""
    line = sa.select(waiting.c.id, waiting.c.member_id).where(*_line(reward.id, time.id if time else None))
    for id, member_id in await ctx.db.rows(line.order_by(waiting.c.id).limit(LOOKED_AT)):
        if await free_seats(ctx, reward, time) == 0:
            return
        wish = Wish(reward.id, member_id, time.id if time else None)
        if await _may(ctx, reward, wish, time):
            await ctx.db.execute(sa.delete(waiting).where(waiting.c.id == id))
            await _offer(ctx, reward, wish, time)


async def move_on_everywhere(ctx: Background, reward: Reward) -> None:
    """The same for each of its lines, after there is more of it. The reward is locked."""
    lines = sa.select(waiting.c.time_id).where(waiting.c.reward_id == reward.id).distinct()
    for (time_id,) in await ctx.db.rows(lines.order_by(waiting.c.time_id)):
        await move_on(ctx, reward, await time_of(ctx, reward.id, time_id))


async def forget_bygone(ctx: Background) -> None:
    """Nobody waits for a time that is over."""
    ours = sa.select(rewards.c.id).where(rewards.c.community_id == ctx.community.id)
    over = sa.select(times.c.id).where(times.c.reward_id.in_(ours), times.c.starts_at <= ctx.now)
    await ctx.db.execute(sa.delete(waiting).where(waiting.c.time_id.in_(over)))


async def _may(ctx: Background, reward: Reward, wish: Wish, time: Time | None) -> bool:
    try:
        await refuse_unless_allowed(ctx, reward, wish, time)
    except UserError:
        return False  # they stay in line: what they lack may come
    return True


async def _offer(ctx: Background, reward: Reward, wish: Wish, time: Time | None) -> None:
    span = timedelta(hours=(await ctx.settings(RewardSettings)).offer_hours)
    if time is not None:
        span = min(span, time.starts_at - ctx.now)
    grant = await keep_seat(ctx, reward, wish, Source.WAITLIST, span)
    assert grant.until is not None
    member = await member_of(ctx, wish.member_id)
    until = moment(ctx, grant.until, member)
    buttons = ("rewards.say_yes", "rewards.say_no")
    title, price = reward.title, reward.price
    await tell_holder(ctx, grant, "rewards-offer", buttons=buttons, lasts=span, title=title, until=until, price=price)


def _line(reward_id: int, time_id: int | None) -> tuple[sa.ColumnElement[bool], ...]:
    at = waiting.c.time_id.is_(None) if time_id is None else waiting.c.time_id == time_id
    return waiting.c.reward_id == reward_id, at
