"""What happens by itself: seats kept too long, deliveries that are late, times that are over."""

from collections.abc import Awaitable, Callable

from bot.api import Background
from plugins.rewards import _draws, _ending, _prizes, _reminding, _waiting
from plugins.rewards._grants import Grant, State, grants_where, in_state
from plugins.rewards._tables import grants

AT_ONCE = 20
TOO_LATE = "rewards-problem-late"


async def tend(ctx: Background) -> None:
    """End what is over by now, of one reward at a time: who holds two of them locked could wait for somebody."""
    if await _draws.due(ctx):
        await _prizes.tend_draws(ctx)
        await ctx.later(tend)
        return
    late = in_state(State.HELD, State.DELIVERING, State.GRANTED), grants.c.until <= ctx.now
    due = await grants_where(ctx, *late, limit=AT_ONCE)
    first = [grant for grant in due if grant.reward_id == due[0].reward_id]
    for grant in first:
        await _end(ctx, grant)
    if len(due) > len(first) or len(due) == AT_ONCE:
        await ctx.later(tend)


async def tend_all(ctx: Background) -> None:
    """Once a day: what fell due while the plugin was off, and times whose zone got other rules."""
    await ctx.later(tend)
    await _reminding.follow_walls(ctx)
    await _waiting.forget_bygone(ctx)
    await _let_go_of_the_forgotten(ctx)


async def _let_go_of_the_forgotten(ctx: Background) -> None:
    """Each in a piece of work of its own."""
    nobodys = grants.c.member_id.is_(None), in_state(State.HELD, State.DELIVERING, State.GRANTED)
    for grant in await grants_where(ctx, *nobodys):
        if grant.state is not State.GRANTED or grant.time_id is not None:
            await ctx.later(let_go, grant_id=grant.id)


async def let_go(ctx: Background, grant_id: int) -> None:
    """One that nobody can use any more."""
    await _ending.let_go(ctx, grant_id)


async def _end(ctx: Background, grant: Grant) -> None:
    ends: dict[State, Callable[[], Awaitable[bool]]] = {
        State.HELD: lambda: _ending.lapse(ctx, grant.id),
        State.DELIVERING: lambda: _ending.fail(ctx, grant.id, TOO_LATE),
        State.GRANTED: lambda: _ending.expire(ctx, grant.id),
    }
    await ends[grant.state]()
