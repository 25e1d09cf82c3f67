"""What may be asked in a day: reserved before, settled after, and never more than there is."""

import asyncio

from bot.ai.asking import Usage
from bot.ai.budget import Budget, Slip, SpentError
from bot.app import App
from bot.community.communities import Communities
from bot.community.people import People
from bot.config import AiConfig
from bot.testing import whole_bot

CONFIG = AiConfig(tokens_per_day=20_000, tokens_per_member=20_000)
DAY, NEXT = "2026-11-20", "2026-11-21"


async def reserve(
    app: App, member_id: int | None, tokens: int, day: str = DAY, config: AiConfig = CONFIG
) -> Slip | None:
    try:
        async with app.parts.work() as work:
            return await Budget(work, 1, config).reserve(member_id, day, tokens)
    except SpentError:
        return None


async def settle(app: App, slip: Slip, usage: Usage | None, *, free: bool = False) -> None:
    async with app.parts.work() as work:
        await Budget(work, 1, CONFIG).settle(slip, usage, free=free)


async def spent(app: App, day: str = DAY) -> tuple[int, int, int, int, int]:
    async with app.parts.work() as work:
        found = await Budget(work, 1, CONFIG).spent(day)
        return found.questions, found.input, found.output, found.untold, found.reserved


async def test_reservations_that_come_together_are_never_more_than_there_is_and_what_is_free_comes_back(
    each_address: str,
) -> None:
    async with whole_bot(database_url=each_address) as bot:
        people = [bot.person(name) for name in ("Ann", "Ben", "Cid")]
        for person in people:
            await bot.says(person, "/ping")
        app = bot.app
        async with app.parts.work() as work:
            [community] = await Communities(work).all()
            assert community.id == 1
            ids = [(await People(work).recognise(person.actor, community)).id for person in people]
        slips = await asyncio.gather(*(reserve(app, ids[n % 3], 3_000) for n in range(20)))
        kept = [slip for slip in slips if slip is not None]
        assert len(kept) == 6 and await spent(app) == (0, 0, 0, 0, 18_000)
        await settle(app, kept[0], Usage(1_001, 99))
        await settle(app, kept[1], None)
        for slip in kept[2:]:
            await settle(app, slip, None, free=True)
        assert await spent(app) == (2, 1_001, 99, 3_000, 0)
        assert await reserve(app, ids[0], 15_901) is None
        small = AiConfig(tokens_per_day=1_000_000, tokens_per_member=20_000)
        paid = kept[0].member_id  # whose came through first is up to the database
        last = await reserve(app, paid, 15_000, config=small)
        assert last is not None and await reserve(app, paid, 5_000, config=small) is None
        other = next(one for one in ids if one not in {paid, kept[1].member_id})
        assert await reserve(app, other, 15_000, config=small) is not None
        assert await reserve(app, ids[0], 20_000, NEXT) is not None
        assert await reserve(app, None, 1, NEXT) is None  # what is nobody's counts as the community's all the same
        shared = await reserve(app, None, 15_000, "2026-11-22")
        assert shared is not None
        await settle(app, shared, Usage(700, 300))
        assert await spent(app, "2026-11-22") == (1, 700, 300, 0, 0)
