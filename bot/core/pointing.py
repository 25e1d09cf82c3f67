"""The core's part in points: facts move with them, and time lets them count and expire."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from bot.community.facts import POINTS, moved_by
from bot.community.ledger import Ledger
from bot.community.linked import counts_for
from bot.core.moving import move
from bot.core.parts import Parts
from bot.storage.tables import members


async def points_moved(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Facts about points are worked out anew for members whose points moved."""
    names = [spec.name for spec in moved_by(parts.registry.facts, POINTS)]
    async with parts.work() as work:
        query = sa.select(counts_for(members.c.id)).where(members.c.id.in_(arguments["member_ids"])).distinct()
        ids = [id for (id,) in await work.rows(query)]
        await move(work, parts.registry, arguments["community_id"], ids, names)


async def points_due(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Points that waited come to count, and old ones expire, some at a time."""
    busy = True
    while busy:
        async with parts.work() as work:
            busy = await Ledger(work).let_time_pass()
