"""A process that lets a crowd claim a few seats, to be killed in the middle."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from bot.community.communities import Communities
from bot.errors import UserError
from bot.testing import whole_bot
from plugins.rewards import _ending
from plugins.rewards._tables import grants
from tests.plugins.counter import Counter, counter

SEATS, PRICE = 10, 7

FAILING = 3
"""One delivery by hand in so many fails."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many claim, how many of them at a time, and on which database, whose tables are there already."""

    database_url: str
    people: int
    at_once: int


def prepare(crowd: Crowd) -> None:
    """People who have points, and two rewards with a few seats each."""
    asyncio.run(_prepare(crowd))


def claim_everything(crowd: Crowd, record: Path) -> None:
    """Let everybody claim; some of what was delivered by hand fails meanwhile, so that seats come back."""
    asyncio.run(_claim_everything(crowd, record))


async def _prepare(crowd: Crowd) -> None:
    async with counter(crowd.people, points=2 * PRICE, database_url=crowd.database_url) as here:
        await here.reward("custom", stock=SEATS, price=PRICE, per_member=1)
        await here.reward("code", price=PRICE, per_member=1)
        await here.codes(2, SEATS)


@contextlib.asynccontextmanager
async def _open(crowd: Crowd) -> AsyncIterator[Counter]:
    async with whole_bot(database_url=crowd.database_url) as bot:
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(1)
        yield Counter(bot, community)


async def _claim_everything(crowd: Crowd, record: Path) -> None:
    mark = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    async with _open(crowd) as here:
        turns = asyncio.Semaphore(crowd.at_once)

        async def one(member_id: int, reward_id: int) -> None:
            async with turns:
                try:
                    grant = await here.claim(reward_id, member_id)
                    if reward_id == 1 and member_id % FAILING == 0:
                        async with here.at() as ctx:
                            await _ending.fail(ctx, grant.id, "rewards-problem-host")
                except UserError:
                    pass
                os.write(mark, b".")

        await asyncio.gather(*(one(id, reward) for id in range(1, crowd.people + 1) for reward in (1, 2)))


async def count_up(crowd: Crowd) -> tuple[int, int]:
    """Check that everything is sound; how many seats of each reward are taken, once whoever comes late has claimed.

    Seats come back as late as after the last of the crowd was refused, and nobody of them waits for one.
    """
    async with _open(crowd) as here:
        await here.assert_sound()
        assert (await _taken(here))[0] <= SEATS
        for member_id in range(1, crowd.people + 1):
            if member_id % FAILING:
                with contextlib.suppress(UserError):
                    await here.claim(1, member_id)
        await here.assert_sound()
        return await _taken(here)


async def _taken(here: Counter) -> tuple[int, int]:
    stand = [(row.reward_id, row.state) for row in await here.rows(grants)]
    return stand.count((1, "delivering")), stand.count((2, "granted"))
