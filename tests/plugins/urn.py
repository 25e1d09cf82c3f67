"""Votes for ideas without anybody typing: the plugin's own acts, straight on a database."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.context import Context
from bot.core.loader import Loaded, load_plugins
from bot.model.identity import Community
from bot.testing import WholeBot, whole_bot
from plugins.ideas import _giving
from plugins.ideas._giving import Words
from plugins.ideas._idea import idea_of
from plugins.ideas._tables import ideas
from tests.community.people import add_community, add_members


@dataclass
class Urn:
    """One community and its members; the last one acts as a host."""

    bot: WholeBot
    community: Community
    members: Sequence[int]

    @contextlib.asynccontextmanager
    async def at(self, member_id: int | None = None) -> AsyncIterator[Context]:
        """A piece of work of a member, or of the host; what it does is kept when the block is left."""
        parts = self.bot.app.parts
        async with parts.work() as work:
            member = await People(work).get(self.members[-1] if member_id is None else member_id)
            yield Context(parts, work, self.community, "ideas", member, public=False)

    async def give(self, member_id: int, title: str) -> int:
        """A new idea's id."""
        async with self.at(member_id) as ctx:
            return (await _giving.give(ctx, ctx.member.id, Words(title, ""))).id

    async def count(self) -> dict[int, int]:
        """By idea that is not merged into another the votes that everybody sees."""
        async with self.at() as ctx:
            own = await ctx.db.rows(sa.select(ideas.c.id).where(ideas.c.merged_into.is_(None)))
            return {id: (await idea_of(ctx, id)).votes for (id,) in own}

    async def rows(self, table: sa.Table) -> Sequence[Any]:
        """All rows of a table."""
        async with self.bot.app.parts.database.read() as reader:
            return await reader.rows(sa.select(table))


@cache
def _plugins() -> Loaded:
    """The same for every bot that a test opens."""
    return load_plugins()


@contextlib.asynccontextmanager
async def urn(people: int, *, database_url: str | None = None) -> AsyncIterator[Urn]:
    """So many members and a host."""
    async with whole_bot(database_url=database_url, loaded=_plugins()) as bot:
        database = bot.app.parts.database
        community_id = await add_community(database)
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(community_id)
        yield Urn(bot, community, await add_members(database, community_id, people + 1))
