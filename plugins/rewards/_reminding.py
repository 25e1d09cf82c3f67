"""Around a time: who has a seat is reminded a day and shortly before, and hosts are asked afterwards who came."""

from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Background, UserError
from plugins.rewards._delivering import keep_until
from plugins.rewards._ending import revoke
from plugins.rewards._grants import Grant, State, grants_where, in_state
from plugins.rewards._limits import home_moment, moment
from plugins.rewards._news import member_of, tell_holder, tell_hosts
from plugins.rewards._reward import Reward, locked, reward_of
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import grants, waiting
from plugins.rewards._times import Time, call_off, reckon_anew, times_of

AT_ONCE = 50
ENDED_AT_ONCE = 10
DAY, SOON = "day", "soon"
NOTES: Final = {DAY: "rewards-tomorrow", SOON: "rewards-soon"}


async def set_reminders(ctx: Background, time: Time) -> None:
    """Set what follows from a time. Jobs of a time that moved or was called off find that out themselves."""
    minutes = (await ctx.settings(RewardSettings)).remind_minutes
    at = {DAY: time.starts_at - timedelta(days=1), SOON: time.starts_at - timedelta(minutes=minutes)}
    for kind, due in at.items():
        if due > ctx.now:
            await ctx.later(remind, at=due, reward_id=time.reward_id, time_id=time.id, stamp=time.stamp, kind=kind)
    await set_end(ctx, time)


async def set_end(ctx: Background, time: Time) -> None:
    """Ask who came when it is over."""
    await ctx.later(ask_who_came, at=time.ends_at, reward_id=time.reward_id, time_id=time.id, stamp=time.stamp)


async def retell(ctx: Background, reward_id: int, time_id: int, sequence: int, behind: int = 0) -> None:
    """Tell those who have a seat that it takes longer, or not as long, some at a time."""
    time = next((one for one in await times_of(ctx, reward_id) if one.id == time_id), None)
    if time is None or time.sequence != sequence or time.starts_at <= ctx.now:
        return
    reward = await reward_of(ctx, reward_id)
    some = await _seated(ctx, time, State.GRANTED, behind=behind, limit=AT_ONCE)
    for grant in some:
        member = await member_of(ctx, grant.member_id)
        if member is not None:
            when = moment(ctx, time.starts_at, member)
            told = "rewards-takes"
            await tell_holder(ctx, grant, told, turn=sequence, title=reward.title, when=when, minutes=time.minutes)
    if len(some) == AT_ONCE:
        await ctx.later(retell, reward_id=reward_id, time_id=time_id, sequence=sequence, behind=some[-1].id)


async def remind(ctx: Background, reward_id: int, time_id: int, stamp: int, kind: str, behind: int = 0) -> None:
    """Remind those who have a seat, some at a time."""
    time = await _still(ctx, reward_id, time_id, stamp)
    if time is None or time.starts_at <= ctx.now:
        return
    reward = await reward_of(ctx, reward_id)
    some = await _seated(ctx, time, State.GRANTED, behind=behind, limit=AT_ONCE)
    for grant in some:
        await _remind_one(ctx, reward, time, grant, kind)
    if len(some) == AT_ONCE:
        last = some[-1].id
        await ctx.later(remind, reward_id=reward_id, time_id=time_id, stamp=stamp, kind=kind, behind=last)


async def _remind_one(ctx: Background, reward: Reward, time: Time, grant: Grant, kind: str) -> None:
    member = await member_of(ctx, grant.member_id)
    if member is None:
        return
    lasts = time.starts_at - ctx.now
    await tell_holder(
        ctx, grant, NOTES[kind], lasts=lasts, title=reward.title, when=moment(ctx, time.starts_at, member)
    )


async def ask_who_came(ctx: Background, reward_id: int, time_id: int, stamp: int) -> None:
    """It is over: let the hosts say who came, where anybody had a seat."""
    time = await _still(ctx, reward_id, time_id, stamp)
    if time is None or ctx.now < time.ends_at or not await _seated(ctx, time, State.GRANTED, limit=1):
        return
    reward, when = await reward_of(ctx, reward_id), home_moment(ctx, time.starts_at)
    button = "rewards.time_card", reward_id, time_id
    await tell_hosts(ctx, f"reward-over:{time_id}:{stamp}", "rewards-who-came", button, title=reward.title, when=when)


async def cancel(ctx: Background, reward_id: int, time_id: int) -> tuple[Reward, Time, int]:
    """Call a time off; whoever has a seat gets their points back and is told. Raises UserError when it has begun."""
    reward = await locked(ctx, reward_id)
    time = next((one for one in await times_of(ctx, reward_id, since=ctx.now) if one.id == time_id), None)
    if time is None:
        raise UserError("rewards-time-gone", title=reward.title)
    await call_off(ctx, time)
    await ctx.db.execute(sa.delete(waiting).where(waiting.c.time_id == time.id))
    seated = await _seated(ctx, time, *ALIVE, limit=10_000)
    await ctx.later(empty, time_id=time.id)
    return reward, time, len(seated)


ALIVE = (State.HELD, State.DELIVERING, State.GRANTED)


async def empty(ctx: Background, time_id: int) -> None:
    """Take the seats of a time that was called off back, some at a time."""
    seats = await grants_where(ctx, grants.c.time_id == time_id, in_state(*ALIVE), limit=ENDED_AT_ONCE)
    for grant in seats:
        await revoke(ctx, grant.id, refund=True, message="rewards-called-off")
    if len(seats) == ENDED_AT_ONCE:
        await ctx.later(empty, time_id=time_id)


async def follow_walls(ctx: Background) -> None:
    """Times that moved with the rules of their zone are reminded of anew."""
    for time in await reckon_anew(ctx):
        await set_reminders(ctx, time)
        await ctx.later(open_until, reward_id=time.reward_id, time_id=time.id, sequence=time.sequence)


async def open_until(ctx: Background, reward_id: int, time_id: int, sequence: int, behind: int = 0) -> None:
    """Whoever has a seat is let in until the end as it is now, some at a time."""
    time = next((one for one in await times_of(ctx, reward_id) if one.id == time_id), None)
    if time is None or time.sequence != sequence or not (await reward_of(ctx, reward_id)).kind.is_native:
        return
    some = await _seated(ctx, time, State.DELIVERING, State.GRANTED, behind=behind, limit=AT_ONCE)
    for grant in some:
        await keep_until(ctx, grant, time.ends_at)
    if len(some) == AT_ONCE:
        await ctx.later(open_until, reward_id=reward_id, time_id=time_id, sequence=sequence, behind=some[-1].id)


async def _still(ctx: Background, reward_id: int, time_id: int, stamp: int) -> Time | None:
    """The time, where it still is then."""
    found = [time for time in await times_of(ctx, reward_id) if time.id == time_id]
    return found[0] if found and found[0].stamp == stamp else None


async def _seated(ctx: Background, time: Time, *states: State, behind: int = 0, limit: int) -> list[Grant]:
    which = grants.c.time_id == time.id, grants.c.id > behind, in_state(*states)
    return await grants_where(ctx, *which, limit=limit)
