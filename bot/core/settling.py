"""Settling in: a space that is new to the bot becomes a community with its channels and journeys."""

from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.core.triggering import install_journeys
from bot.model.identity import Community, SpaceRef
from bot.storage.work import Work


async def settle(parts: Parts, work: Work, space: SpaceRef, *, title: str = "") -> Community:
    """The community that lives in a space, made when there is none yet; `title` is what the space is called."""
    known = await Communities(work).of_space(space)
    if known is not None:
        return known
    await work.transaction()  # from here on nobody else can make it
    community = await Communities(work).settle_in(space, parts.defaults, title=title)
    if (platform := parts.platforms.get(space.platform)) is not None:
        channels = platform.channels(space)
        await Communities(work).set_channels(space, post=channels.post, hosts=channels.hosts)
    await install_journeys(work, parts.registry, community.id)
    return community
