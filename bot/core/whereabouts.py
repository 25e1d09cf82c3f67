"""Whereabouts: where somebody acts, and what the network's own roles make of them there."""

import asyncio
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.parts import Parts
from bot.core.signatures import Here, Manner
from bot.delivery.upkeep import look_at_account
from bot.guard import attempt
from bot.model.identity import AccountRef, Actor, ChannelRef, Community, Member, Role, Space, SpaceRef
from bot.model.incoming import Addressed, Incoming, MemberLeft, ReplyTo
from bot.model.native import Standing
from bot.storage.work import Work

SECONDS: Final = 3.0
"""How long a network has to answer; however many spaces there are, since they are asked about side by side."""


async def with_groups(work: Work, update: Incoming) -> Actor:
    """Who acts, as a host at least where they have the role that the community made its hosts'.

    It is asked at each act, so that whoever loses the role is no host any more at the next one. Whoever runs a space
    that joined the community runs the community only once its owners said so.
    """
    actor = update.actor
    if update.space is None or (actor.floor is Role.MEMBER and not actor.groups):
        return actor
    rights = await Communities(work).rights_in(update.space)
    if not rights.count:
        return replace(actor, floor=Role.MEMBER)
    if actor.floor < Role.HOST and rights.host_group in actor.groups:
        return replace(actor, floor=Role.HOST)
    return actor


async def as_in_space(parts: Parts, work: Work, account: AccountRef, community: Community, member: Member) -> Member:
    """The member with the role that they have in the community's spaces right now.

    In a private chat no network says what somebody may do, so it is asked; only where it matters, since that takes
    a moment. One that does not answer gives nobody anything.
    """
    role = member.role
    count = [space for space in await Communities(work).spaces(community.id) if space.rights_count]
    for space, found in await _standings(parts, count, account):
        hosts = space.host_group is not None and space.host_group in found.groups
        role = max(role, found.floor, Role.HOST if hosts else Role.MEMBER)
    return replace(member, role=role)


async def left(parts: Parts, work: Work, update: MemberLeft, community: Community) -> None:
    """Somebody left a space. Whoever is still in another one of the community's has not left the community.

    As with every question to a network, nothing is written before the answer, so that nobody waits for it.
    """
    account = update.actor.account
    others = [space for space in await Communities(work).spaces(community.id) if space.ref != update.space]
    if await _standings(parts, others, account):
        return
    await People(work).leave(account, community)
    await look_at_account(work, community.id, account)


async def meet(parts: Parts, work: Work, community: Community, picked: str) -> Member | None:
    """Somebody picked from a network's own list of people, "platform:id", of whom the bot has not heard yet.

    Whom nobody saw write or join can be made a host all the same, as on the first evening. None where the network does
    not know them here.
    """
    name, _, user_id = picked.strip().partition(":")
    account = AccountRef(name, user_id)
    there = await _standings(parts, await Communities(work).spaces(community.id) if user_id else (), account)
    if not there:
        return None
    space, found = there[0]
    floor = found.floor if space.rights_count else Role.MEMBER
    actor = Actor(account, found.name, floor=floor, groups=found.groups)
    member = await People(work).recognise(actor, community, told_floor=True)
    await People(work).come_back(member)
    return member


async def standing_in(parts: Parts, space: SpaceRef, account: AccountRef) -> Standing | None:
    """What somebody is in a space right now, by the word of its network.

    None where they are not there, are of another network, or it cannot say or does not answer.
    """
    platform = parts.platforms.get(space.platform)
    directory = platform.natives.directory if platform is not None else None
    if directory is None or account.platform != space.platform:
        return None
    found = await attempt(directory.standing(space, account), place="asking who somebody is", seconds=SECONDS)
    return found if isinstance(found, Standing) and found.here else None


async def _standings(parts: Parts, spaces: Sequence[Space], account: AccountRef) -> Sequence[tuple[Space, Standing]]:
    """Those of these spaces that somebody is in, with what they are there."""
    found = await asyncio.gather(*(standing_in(parts, space.ref, account) for space in spaces))
    return [(space, one) for space, one in zip(spaces, found, strict=True) if one is not None]


def here_of(update: Incoming) -> Here:
    """Where it happened; a private chat belongs to no space."""
    reply_to: ReplyTo | None = getattr(update, "reply_to", None)
    if reply_to is None or not reply_to.channel:
        return Here()
    space = update.space.space_id if update.space is not None and not reply_to.private else None
    return Here(ChannelRef(reply_to.platform, reply_to.channel, space), _manner(update))


def _manner(update: Incoming) -> Manner:
    if not isinstance(update, Addressed):
        return Manner.ACTED
    if update.space is not None:
        return Manner.CALLED
    return Manner.UNKEPT if update.unkept else Manner.ALONE
