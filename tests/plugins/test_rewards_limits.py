"""What one member may have: counted right however long their history is, and no way round it by giving up."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.errors import UserError
from plugins.rewards._grants import Source, State
from plugins.rewards._tables import grants, times
from tests.plugins.counter import Counter, counter


async def bygone(here: Counter, reward_id: int, count: int, state: State = State.GIVEN_UP, **values: Any) -> None:
    """So many older claims of the first member."""
    row: dict[str, Any] = {"community_id": here.community.id, "reward_id": reward_id, "member_id": here.members[0]}
    row |= {"payer_id": here.members[0], "state": state.value, "source": Source.CLAIM.value}
    async with here.at() as ctx:
        rows = [{**row, "at": ctx.now - timedelta(days=40), **values} for _ in range(count)]
        await ctx.db.execute(sa.insert(grants).values(rows))


async def time(here: Counter, reward_id: int, **since: float) -> int:
    """An hour that began so long ago."""
    async with here.at() as ctx:
        begun = ctx.now - timedelta(**since)
        row = {"reward_id": reward_id, "local": "2026-11-20T18:00", "zone": "Europe/Prague", "minutes": 60}
        return int(await ctx.db.insert(sa.insert(times).values(**row, starts_at=begun)))


@pytest.mark.long
async def test_a_limit_holds_behind_a_long_history_of_what_was_given_up(each_address: str) -> None:
    async with counter(1, database_url=each_address) as here:
        reward = await here.reward(per_member=2)
        await bygone(here, reward, 600)
        await here.claim(reward, here.members[0])
        with pytest.raises(UserError, match="rewards-pressed-before"):
            await here.claim(reward, here.members[0], nth=600)
        await here.claim(reward, here.members[0], nth=601)
        with pytest.raises(UserError, match="rewards-enough"):
            await here.claim(reward, here.members[0])


async def test_a_seat_counts_until_its_time_is_over(each_address: str) -> None:
    async with counter(1, database_url=each_address) as here:
        reward = await here.reward("event", per_member=1)
        coming = await time(here, reward, hours=-5)
        await bygone(here, reward, 600, State.GRANTED, time_id=await time(here, reward, days=8))
        await bygone(here, reward, 1, State.GRANTED, time_id=await time(here, reward, minutes=30))
        with pytest.raises(UserError, match="rewards-enough"):
            await here.claim(reward, here.members[0], time_id=coming)
        here.clock.advance(timedelta(minutes=31))
        await here.claim(reward, here.members[0], time_id=coming)


async def test_nobody_has_two_seats_at_once_behind_a_long_history(each_address: str) -> None:
    async with counter(1, database_url=each_address) as here:
        reward = await here.reward("event", per_member=None)
        coming = await time(here, reward, hours=-5)
        await bygone(here, reward, 600, time_id=coming)
        await here.claim(reward, here.members[0], time_id=coming)
        with pytest.raises(UserError, match="rewards-have-time"):
            await here.claim(reward, here.members[0], time_id=coming)


@pytest.mark.long
async def test_the_newest_seat_that_somebody_missed_pauses_them(each_address: str) -> None:
    async with counter(1, database_url=each_address) as here:
        reward = await here.reward("event", per_member=None)
        coming = await time(here, reward, days=-3)
        await bygone(here, reward, 600, State.GRANTED, time_id=await time(here, reward, days=300), came=False)
        await bygone(here, reward, 1, State.GRANTED, time_id=await time(here, reward, days=29), came=False)
        with pytest.raises(UserError, match="rewards-paused"):
            await here.claim(reward, here.members[0], time_id=coming)
        here.clock.advance(timedelta(days=1))
        await here.claim(reward, here.members[0], time_id=coming)
