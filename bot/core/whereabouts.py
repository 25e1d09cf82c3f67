"""Whereabouts: where somebody acts, and what the network's own roles make of them there."""

from dataclasses import replace

from bot.community.people import Communities
from bot.core.signatures import Here
from bot.model.identity import Actor, ChannelRef, Role
from bot.model.incoming import Incoming, ReplyTo
from bot.storage.work import Work


async def with_groups(work: Work, update: Incoming) -> Actor:
    """Who acts, as a host at least where they have the role that the community made its hosts'.

    It is asked at each act, so that whoever loses the role is no host any more at the next one.
    """
    actor = update.actor
    if actor.groups and actor.floor < Role.HOST and update.space is not None:
        group = await Communities(work).host_group(update.space)
        if group is not None and group in actor.groups:
            return replace(actor, floor=Role.HOST)
    return actor


def here_of(update: Incoming) -> Here:
    """Where it happened; a private chat belongs to no space."""
    reply_to: ReplyTo | None = getattr(update, "reply_to", None)
    if reply_to is None or not reply_to.channel:
        return Here()
    space = update.space.space_id if update.space is not None and not reply_to.private else None
    return Here(ChannelRef(reply_to.platform, reply_to.channel, space))
