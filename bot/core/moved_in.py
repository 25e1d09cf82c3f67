"""What follows when a community joined another one: the rest of its people move, and count there for who they are."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from bot.community.awarding import award
from bot.community.facts import MEMBERS_AT_ONCE, Facts
from bot.community.moving_in import MovingIn
from bot.community.segments import Segments
from bot.core.moving import given_by_rule, watched_in
from bot.core.parts import Parts
from bot.storage.tables import communities, members
from bot.storage.work import Work


def moving_in(parts: Parts, work: Work) -> MovingIn:
    """The service, which knows the tables of the plugins."""
    plugins = parts.registry.plugins.values()
    tables = {plugin.name: plugin.tables for plugin in plugins if plugin.tables is not None}
    return MovingIn(work, tables, parts.tokens.seal)


async def move_in(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """The job that lets the others move. Of whoever was a member of both, what stayed behind is erased."""
    young_id, after = arguments["young_id"], arguments["after"]
    while after is not None:
        async with parts.work() as work:
            # The other one may have joined a third meanwhile.
            joined = sa.select(communities.c.joined_id).where(communities.c.id == young_id)
            after = await moving_in(parts, work).move_some(young_id, await work.value(joined), after)
    async with parts.work() as work:
        behind = await work.rows(sa.select(members.c.id).where(members.c.community_id == young_id))
    for (id,) in behind:
        await parts.holdings.erase(parts.database, id)
    parts.members_changed()


async def moved_in(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """The facts of those who moved, and what they win and belong to by them. Nobody hears of it: they did nothing."""
    community_id, ids = arguments["community_id"], sorted(arguments["member_ids"])
    most = MEMBERS_AT_ONCE[parts.database.dialect]
    for start in range(0, len(ids), most):
        async with parts.work() as work:
            some = members.c.id.in_(ids[start : start + most]) & (members.c.community_id == community_id)
            here = [id for (id,) in await work.rows(sa.select(members.c.id).where(some))]
            await Facts(work, parts.registry.facts).refresh(here)
            await award(work, community_id, await given_by_rule(work, parts.registry, community_id), here, tell=False)
            await Segments(work).look(await watched_in(work, community_id), here, tell=False)
