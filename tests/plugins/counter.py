"""A counter where rewards are claimed without anybody typing: the claiming itself, straight on a database."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.core.context import Background
from bot.core.loader import Loaded, load_plugins
from bot.model.identity import Community
from bot.model.points import Award
from bot.storage.types import to_micros
from bot.testing import WholeBot, whole_bot
from plugins.rewards import _claiming, _ending
from plugins.rewards._claiming import Wish
from plugins.rewards._grants import Grant
from plugins.rewards._tables import codes, rewards
from tests.community.people import add_community, add_members
from tests.plugins.reward_rules import QUERIES, Shelf, beside_free_seats, shelf, unsound


@dataclass
class Counter:
    """One community and its members, who have points."""

    bot: WholeBot
    community: Community
    members: Sequence[int] = ()
    lost: list[int] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    unlinked: bool = False

    @property
    def clock(self) -> VirtualClock:
        return self.bot.clock

    @contextlib.asynccontextmanager
    async def at(self) -> AsyncIterator[Background]:
        """A piece of work; what it does is kept when the block is left."""
        async with self.bot.app.parts.work() as work:
            yield Background(self.bot.app.parts, work, self.community, "rewards")

    async def reward(self, kind: str = "content", *, stock: int | None = None, price: int = 0, **values: Any) -> int:
        """A reward on offer."""
        row = {"community_id": self.community.id, "kind": kind, "title": "Mug", "content": "here", "price": price}
        async with self.at() as ctx:
            full = {**row, "stock": stock, "is_open": True, "made_at": ctx.now, **values}
            return int(await ctx.db.insert(sa.insert(rewards).values(**full)))

    async def codes(self, reward_id: int, count: int) -> None:
        """One-time codes for it."""
        async with self.at() as ctx:
            rows = [{"reward_id": reward_id, "code": f"code-{number}"} for number in range(count)]
            await ctx.db.execute(sa.insert(codes).values(rows))

    async def earn(self, member_ids: Sequence[int], amount: int, about: str = "start") -> None:
        """Points for these members."""
        for some in range(0, len(member_ids), 500):
            awards = [Award(id, amount, about) for id in member_ids[some : some + 500]]
            async with self.bot.app.parts.work() as work:
                await Ledger(work).earn(self.community.id, awards, "loyalty-by-hand")

    async def claim(self, reward_id: int, member_id: int, **more: Any) -> Grant:
        """Raises UserError."""
        async with self.at() as ctx:
            return await _claiming.claim(ctx, Wish(reward_id, member_id, **more))

    async def say_yes(self, grant_id: int, member_id: int) -> Grant:
        """Raises UserError."""
        async with self.at() as ctx:
            return await _claiming.say_yes(ctx, grant_id, member_id)

    async def fail(self, grant_id: int) -> bool:
        async with self.at() as ctx:
            return await _ending.fail(ctx, grant_id, "rewards-problem-host")

    async def rows(self, table: sa.Table) -> Sequence[Any]:
        """All rows of a table."""
        async with self.bot.app.parts.database.read() as reader:
            return await reader.rows(sa.select(table))

    async def shelf(self) -> Shelf:
        """All that stands there now."""
        async with self.bot.app.parts.database.read() as reader:
            return shelf({part: await reader.rows(sa.text(sql)) for part, (_, sql) in QUERIES.items()})

    async def assert_sound(self) -> None:
        """Nothing is oversold, each is paid once or not at all, and nobody owes or lost anything."""
        assert not list(unsound(await self.shelf(), kept=self.lost, gone=self.gone))

    async def assert_the_line_moved(self) -> None:
        """The line moves in the same transaction in which a seat becomes free."""
        assert not list(beside_free_seats(await self.shelf(), to_micros(self.clock.now())))


@cache
def _plugins() -> Loaded:
    """The same for every bot that a test opens: to load them anew takes as long as all that it does then."""
    return load_plugins()


@contextlib.asynccontextmanager
async def counter(
    people: int, *, points: int = 0, database_url: str | None = None, folder: Path | None = None
) -> AsyncIterator[Counter]:
    """So many members, each with as many points."""
    async with whole_bot(database_url=database_url, folder=folder, loaded=_plugins()) as bot:
        database = bot.app.parts.database
        community_id = await add_community(database)
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(community_id)
        here = Counter(bot, community, await add_members(database, community_id, people))
        if points:
            await here.earn(here.members, points)
        yield here
