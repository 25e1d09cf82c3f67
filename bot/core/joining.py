"""Joining: several spaces, on one network or on several, become one community, and a space can go its own way again."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.audit import Audit
from bot.community.codes import NotTaken
from bot.community.communities import Communities
from bot.community.join_requests import JOIN_CODES, JoinRequests
from bot.community.linking import Links
from bot.core.host_rooms import member_in
from bot.core.moved_in import moving_in
from bot.core.parting import part
from bot.core.parts import Parts
from bot.core.telling import Telling
from bot.core.whereabouts import as_in_space, standing_in
from bot.errors import UserError
from bot.model.identity import AccountRef, Community, Member, Role, Space
from bot.storage.tables import accounts, communities, members, spaces
from bot.storage.work import Work

LOOKED_AT: Final = 10
"""So many spaces are looked at, the newest first: whoever looks for one has just put the bot into it."""

JOIN, TRUST, PART = "space.join", "space.trust", "space.part"


class JoinOffer(Struct, frozen=True):
    """What a joining would do; nothing is done as long as there is history that would be lost by it."""

    into: Community
    young: Community
    spaces: Sequence[Space]  # of the young one
    people: int  # who would come along
    both: int  # how many of them are members of both
    history: Sequence[str]  # the plugins that keep something of the young one
    other_history: bool  # whether the one that stays has any
    request_id: int = 0


class Joining:
    """Joins and parts within one piece of work. Networks are asked before the first write."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community
        self._requests = JoinRequests(work, parts.tokens.seal)

    lasts = JOIN_CODES.lasts
    """How long a code can be typed."""

    async def could_join(self) -> bool:
        """Whether the community has nothing to lose by it, and there is another one."""
        other = sa.select(communities.c.id).where(
            communities.c.id != self._community.id,
            communities.c.joined_id.is_(None),
            sa.exists().where(spaces.c.community_id == communities.c.id, spaces.c.left_at.is_(None)),
        )
        if await self._work.value(other.limit(1)) is None:
            return False
        return not await moving_in(self._parts, self._work).history_of(self._community.id)

    # ---- by a code ------------------------------------------------------------------------------------------------

    async def new_code(self, by: Member) -> str:
        """A code for another one's spaces to join this community."""
        return await self._requests.open(by)

    async def take(self, by: Member, typed: str) -> JoinOffer | str:
        """The code was typed in this community: what would become of it, or a word of `NotTaken`."""
        taken = await self._requests.take(by, typed)
        return taken if isinstance(taken, NotTaken) else await self._offer(taken.community_id, taken.id)

    async def agree(self, request_id: int, by: Member) -> JoinOffer:
        """Join, by the word of an owner of this community; who asked for the code hears of it.

        Raises UserError where the request is over.
        """
        await self._work.transaction()
        request = await self._requests.typed_in(self._community.id, request_id)
        if request is None:
            raise UserError("join-over")
        offer = await self._join(request.community_id, self._community.id, by)
        if not offer.history:
            await self._tell(offer, request.member_id, request.id)
        return offer

    async def refuse(self, request_id: int) -> None:
        """Stay as it is."""
        await self._requests.refuse(self._community.id, request_id)

    # ---- of one's own spaces --------------------------------------------------------------------------------------

    async def candidates(self, member: Member) -> Sequence[Space]:
        """Spaces of communities without a history which the member's person owns by the network's own word."""
        refs = [account.ref for account in await Links(self._work).accounts(member.person_id)]
        query = (
            sa.select(spaces.c.id, spaces.c.community_id)
            .join(communities, communities.c.id == spaces.c.community_id)
            .where(spaces.c.platform.in_({ref.platform for ref in refs}), spaces.c.left_at.is_(None))
            .where(communities.c.joined_id.is_(None), communities.c.id != self._community.id)
            .order_by(spaces.c.id.desc())
            .limit(LOOKED_AT)
        )
        found = [await self._space(row.id, row.community_id) for row in await self._work.rows(query)]
        every = [space for space in found if space is not None]
        owned = await asyncio.gather(*(self._owns_space(space, refs) for space in every))
        mine = [space for space, owns in zip(every, owned, strict=True) if owns]
        return [space for space in mine if not await moving_in(self._parts, self._work).history_of(space.community_id)]

    async def offer_of(self, space_id: int, by: Member) -> JoinOffer | None:
        """What it would do to take in one of those spaces; None where it is none of them."""
        space = next((one for one in await self.candidates(by) if one.id == space_id), None)
        return None if space is None else await self._offer_for(self._community.id, space.community_id)

    async def take_in(self, space_id: int, by: Member) -> JoinOffer:
        """Let it join. Raises UserError where it cannot any more."""
        offer = await self.offer_of(space_id, by)
        if offer is None:
            raise UserError("setup-gone")
        return await self._join(self._community.id, offer.young.id, by)

    # ---- those that joined ----------------------------------------------------------------------------------------

    async def joined(self) -> Sequence[Space]:
        """The spaces of the community that it did not begin in."""
        return [space for space in await Communities(self._work).spaces(self._community.id) if space.joined]

    async def trust(self, space_id: int, by: Member, *, rights_count: bool) -> Space | None:
        """Whether whoever runs a space that joined runs the community too. None where there is none such."""
        space = next((one for one in await self.joined() if one.id == space_id), None)
        if space is not None and space.rights_count is not rights_count:
            change = sa.update(spaces).where(spaces.c.id == space.id)
            await self._work.execute(change.values(trusted=rights_count))
            if not rights_count:
                await self._forget_rights(space)
            await self._note(self._community.id, by, TRUST, space, space.rights_count, rights_count)
        return space

    async def parts_from(self, here: str | None = None) -> Sequence[Space]:
        """The spaces that could go their own way, or the one of them that somebody acts in.

        One must be left in which somebody runs the community.
        """
        every = await Communities(self._work).spaces(self._community.id)
        run = [space for space in every if space.rights_count]
        found = [space for space in every if space.joined or (run != [space] and space in run)]
        return [space for space in found if here in (None, space.ref.space_id)]

    async def may_part(self, space: Space, member: Member) -> bool:
        """Owners of the community may let any space go, and whoever owns a space may take it away."""
        if member.role is Role.OWNER:
            return True
        refs = [account.ref for account in await Links(self._work).accounts(member.person_id)]
        if await self._owns_space(space, refs):
            return True
        found = [await as_in_space(self._parts, self._work, ref, self._community, member) for ref in refs]
        return any(one.role is Role.OWNER for one in found)

    async def part(self, space: Space, by: Member) -> Community:
        """A community of its own for a space; history stays here."""
        own = await part(self._parts, self._work, space)
        await self._note(self._community.id, by, PART, space, space.title, None)
        self._work.after_commit(self._parts.members_changed)
        return own

    # ---- how ------------------------------------------------------------------------------------------------------

    async def _join(self, into_id: int, young_id: int, by: Member) -> JoinOffer:
        moving = moving_in(self._parts, self._work)
        if not await moving.lock(into_id, young_id):
            raise UserError("join-over")
        offer = await self._offer_for(into_id, young_id)
        if offer.history:
            return offer
        await moving.join(young_id, into_id)
        for space in offer.spaces:
            await self._note(into_id, by, JOIN, space, None, space.title)
        self._work.after_commit(self._parts.members_changed)
        return offer

    async def _offer(self, into_id: int, request_id: int) -> JoinOffer:
        return await self._offer_for(into_id, self._community.id, request_id)

    async def _offer_for(self, into_id: int, young_id: int, request_id: int = 0) -> JoinOffer:
        moving, all_of = moving_in(self._parts, self._work), Communities(self._work)
        here = (members.c.community_id == young_id) & members.c.left_at.is_(None)
        there = members.alias("there")
        both = sa.exists().where(there.c.person_id == members.c.person_id, there.c.community_id == into_id)
        counts = sa.select(sa.func.count(), sa.func.count().filter(both)).select_from(members).where(here)
        people = await self._work.row(counts)
        assert people is not None
        return JoinOffer(
            into=await all_of.get(into_id),
            young=await all_of.get(young_id),
            spaces=await all_of.spaces(young_id),
            people=people[0],
            both=people[1],
            history=await moving.history_of(young_id),
            other_history=bool(await moving.history_of(into_id)),
            request_id=request_id,
        )

    async def _tell(self, offer: JoinOffer, member_id: int, request_id: int) -> None:
        buttons: list[list[Any]] = [[("setup.join_screen",)]]
        await Telling(self._parts, self._work, offer.into).member(
            member_id,
            f"joined:{request_id}",
            "joined-note",
            asked=True,
            buttons=buttons,
            space=", ".join(space.title or space.ref.platform for space in offer.spaces),
            community=offer.into.name,
        )

    async def _forget_rights(self, space: Space) -> None:
        """What people of that network were told to be is heard anew at their next act."""
        on_it = sa.exists().where(
            accounts.c.person_id == members.c.person_id, accounts.c.platform == space.ref.platform
        )
        theirs = (members.c.community_id == self._community.id) & (members.c.floor > 0) & on_it
        await self._work.execute(sa.update(members).where(theirs).values(floor=0))

    async def _note(self, community_id: int, by: Member, action: str, space: Space, before: Any, after: Any) -> None:
        there = await member_in(self._work, by, await Communities(self._work).get(community_id))
        who = there.id if there is not None else None
        await Audit(self._work).note(community_id, who, action, f"space:{space.id}", before, after)

    async def _space(self, space_id: int, community_id: int) -> Space | None:
        every = await Communities(self._work).spaces(community_id)
        return next((one for one in every if one.id == space_id), None)

    async def _owns_space(self, space: Space, refs: Sequence[AccountRef]) -> bool:
        found = [await standing_in(self._parts, space.ref, ref) for ref in refs]
        return any(one is not None and one.floor is Role.OWNER for one in found)
