"""A process that lets a crowd claim a few seats, to be killed in the middle."""

import asyncio
import os
from pathlib import Path

from bot.community.communities import Communities
from bot.errors import UserError
from bot.testing import whole_bot
from plugins.rewards import _ending
from plugins.rewards._tables import grants
from tests.plugins.counter import Counter, counter

PEOPLE, SEATS, PRICE = 120, 10, 7
AT_ONCE = 8


def prepare(folder: Path) -> None:
    """A database with a crowd who have points, and two rewards with a few seats each."""
    asyncio.run(_prepare(folder))


def claim_everything(folder: Path, record: Path) -> None:
    """Let everybody claim; some of what was delivered by hand fails meanwhile, so that seats come back."""
    asyncio.run(_claim_everything(folder, record))


async def _prepare(folder: Path) -> None:
    async with counter(PEOPLE, points=2 * PRICE, folder=folder) as here:
        await here.reward("custom", stock=SEATS, price=PRICE, per_member=1)
        await here.reward("code", price=PRICE, per_member=1)
        await here.codes(2, SEATS)


async def _claim_everything(folder: Path, record: Path) -> None:
    mark = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    async with whole_bot(folder=folder) as bot:
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(1)
        here = Counter(bot, community)
        turns = asyncio.Semaphore(AT_ONCE)

        async def one(member_id: int, reward_id: int) -> None:
            async with turns:
                try:
                    grant = await here.claim(reward_id, member_id)
                    if reward_id == 1 and member_id % 3 == 0:
                        async with here.at() as ctx:
                            await _ending.fail(ctx, grant.id, "rewards-problem-host")
                except UserError:
                    pass
                os.write(mark, b".")

        await asyncio.gather(*(one(id, reward) for id in range(1, PEOPLE + 1) for reward in (1, 2)))


async def count_up(folder: Path) -> tuple[int, int]:
    """Check that everything is sound; how many seats of each reward are taken."""
    async with whole_bot(folder=folder) as bot:
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(1)
        here = Counter(bot, community)
        await here.assert_sound()
        rows = await here.rows(grants)
        return sum(row.reward_id == 1 and row.state == "delivering" for row in rows), sum(
            row.reward_id == 2 and row.state == "granted" for row in rows
        )
