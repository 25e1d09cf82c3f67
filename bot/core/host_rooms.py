"""Host rooms: a group that would be a community by itself is the place where the hosts of another one meet."""

from collections.abc import Sequence

import sqlalchemy as sa
from msgspec.structs import replace

from bot.community.arrangements import Arrangements, Named
from bot.community.communities import Communities
from bot.community.linking import Links
from bot.community.people import People
from bot.core.parts import Parts
from bot.core.whereabouts import as_in_space
from bot.model.identity import Community, Member, Role, Space, SpaceRef
from bot.model.incoming import ActionPressed, CommandInvoked, FormSubmitted, Incoming, JoinRequested, LinkOpened
from bot.storage.tables import members, spaces, streams
from bot.storage.work import Work


class HostRooms:
    """Gives a group away within one piece of work. Ask whose it may be before the first write: networks are asked."""

    def __init__(self, parts: Parts, work: Work) -> None:
        self._parts = parts
        self._work = work

    async def space(self, id: int) -> Space | None:
        """The space of that id where it could be given away: its community has no other, and never had a stream."""
        community_id = await self._work.value(sa.select(spaces.c.community_id).where(spaces.c.id == id))
        had = sa.select(streams.c.id).where(streams.c.community_id == community_id).limit(1)
        if community_id is None or await self._work.value(had) is not None:
            return None
        every = await Communities(self._work).spaces(community_id)
        return every[0] if [one.id for one in every] == [id] else None

    async def claimants(self, space: Space, member: Member) -> Sequence[Community]:
        """The communities whose hosts may meet there: the member's person moderates both, and they are there too."""
        own, found = await Communities(self._work).get(space.community_id), []
        if not await self._moderates(member, own, space):
            return ()
        for community in await People(self._work).communities_of(member):
            there = await self._beside(community, space.ref)
            if there is not None and community.id != own.id and await self._moderates(member, community, there):
                found.append(community)
        return found

    async def give(self, space: Space, to: Community, by: Member, name: str) -> None:
        """The hosts of `to` meet there from now on, and nothing else is left of the community that it was."""
        there, claimant = await self._beside(to, space.ref), await member_in(self._work, by, to)
        assert there is not None, "whoever may claim a group has a space beside it"
        assert claimant is not None, "whoever may claim a group is one of theirs"
        named = Named(space.ref.space_id, name)
        await Arrangements(self._work).set_in(there, "host_channel", named, claimant.id)
        await dissolve(self._parts, self._work, space)

    async def _beside(self, community: Community, ref: SpaceRef) -> Space | None:
        every = await Communities(self._work).spaces(community.id)
        return next((one for one in every if one.ref.platform == ref.platform and one.ref != ref), None)

    async def _moderates(self, member: Member, community: Community, space: Space) -> bool:
        there = await member_in(self._work, member, community)
        if there is None:
            return False
        for account in await Links(self._work).accounts(member.person_id):
            if account.ref.platform == space.ref.platform:
                there = await as_in_space(self._parts, self._work, account.ref, community, there)
        return there.role >= Role.MODERATOR


async def member_in(work: Work, member: Member, community: Community) -> Member | None:
    """The same person in another community."""
    theirs = (members.c.person_id == member.person_id) & (members.c.community_id == community.id)
    id = await work.value(sa.select(members.c.id).where(theirs))
    return None if id is None else await People(work).get(id)


async def dissolve(parts: Parts, work: Work, space: Space) -> None:
    """Nothing is left of the community that a group was by itself."""
    await Communities(work).forget_space(space.ref)
    here = (members.c.community_id == space.community_id) & members.c.left_at.is_(None)
    await work.execute(sa.update(members).where(here).values(left_at=work.now))
    parts.members_changed()


def from_room(update: Incoming) -> Incoming | None:
    """An update from a host room as it counts in the community: as one from a private chat, or not at all.

    Whoever runs that group need not run the community's own, nor does anybody leave the community by leaving it.
    """
    if not isinstance(update, CommandInvoked | ActionPressed | FormSubmitted | LinkOpened):
        return None
    return replace(update, space=None, actor=replace(update.actor, floor=Role.MEMBER))


def from_door(update: Incoming) -> Incoming | None:
    """An update from behind a door as it counts in the community: as from a host room, and who asks to come in."""
    return update if isinstance(update, JoinRequested) else from_room(update)
