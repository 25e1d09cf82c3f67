"""What follows a link, or its end: points pay what is owed, facts of both sides move, and who has to know is told."""

from collections.abc import Mapping
from typing import Any

from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.community.people import People
from bot.core.moving import move_linked
from bot.core.parts import Parts
from bot.core.telling import Telling
from bot.delivery.upkeep import look_again


async def linked(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """Some memberships are one member from now on, or are one no more."""
    parts.members_changed()
    for community_id, ids in arguments["family"]:
        async with parts.work() as work:
            if not arguments["apart"]:
                await Ledger(work).collect(ids)
            await look_again(work, community_id, ids)
            Ledger(work).tell(community_id, ids, 0)  # whose points are whose is another now
            await move_linked(work, parts.registry, community_id, ids, apart=arguments["apart"])
    for member_id in arguments["told"]:
        async with parts.work() as work:
            member = await People(work).get(member_id)
            community = await Communities(work).get(member.community_id)
            told = Telling(parts, work, community)
            await told.member(member_id, f"{job}:{member_id}", "link-undone-note", asked=True, community=community.name)
