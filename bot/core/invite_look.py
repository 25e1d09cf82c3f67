"""The daily look at the bot's invites: those that are gone are noted, and strays are revoked."""

from collections.abc import Mapping
from typing import Any, Final

from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.delivery.personal_invites import compare
from bot.guard import Failure, attempt
from bot.model.identity import Space
from bot.model.native import OwnInvite

SECONDS: Final = 20.0


async def look_at_invites(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """One space after the other; a network that does not answer is asked tomorrow."""
    async with parts.work() as work:
        communities = await Communities(work).all()
        spaces = [space for one in communities for space in await Communities(work).spaces(one.id)]
    for space in spaces:
        listed = await _listed(parts, space)
        if listed is not None:
            async with parts.work() as work:
                await compare(work, space, listed)


async def _listed(parts: Parts, space: Space) -> list[OwnInvite] | None:
    platform = parts.platforms.get(space.ref.platform)
    invites = platform.natives.invites if platform is not None else None
    if invites is None:
        return None
    asking = invites.own_invites(space.ref)
    found = await attempt(asking, place="looking at invites", seconds=SECONDS)
    return None if isinstance(found, Failure) or found is None else list(found)
