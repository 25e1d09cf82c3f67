"""Asking to join: a one-time code from the community that stays, typed in the one whose spaces are to be its own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.codes import CodeKind, Codes, NotTaken
from bot.model.identity import Member
from bot.storage.further_tables import join_requests
from bot.storage.work import Work

JOIN_CODES: Final = CodeKind(join_requests, lasts=timedelta(minutes=30), mark="join:")


class JoinRequest(Struct, frozen=True):
    """A code that was typed in the community `young_id`: its spaces are to be those of `community_id`."""

    id: int
    community_id: int
    young_id: int
    member_id: int  # who asked for the code


class JoinRequests:
    """Codes within one piece of work. `sealed` makes of a code what is kept of it."""

    def __init__(self, work: Work, sealed: Callable[[str], str]) -> None:
        self._work = work
        self._codes = Codes(work, sealed, JOIN_CODES)

    async def open(self, member: Member) -> str:
        """A new code for the member's community, in the place of any other that nobody has typed yet."""
        untyped = (join_requests.c.community_id == member.community_id) & join_requests.c.young_id.is_(None)
        who = {"community_id": member.community_id, "member_id": member.side or member.id}
        return await self._codes.open(untyped, **who)

    async def take(self, member: Member, typed: str) -> JoinRequest | NotTaken:
        """Use the code that was typed in the member's community; from now on there is half an hour to agree."""
        found = await self._codes.look_up(typed, by=member.side or member.id)
        if isinstance(found, NotTaken):
            return found
        if found.community_id == member.community_id:
            return NotTaken.OWN
        if not await self._codes.use_up(found.id, young_id=member.community_id):
            return NotTaken.UNKNOWN
        return JoinRequest(found.id, found.community_id, member.community_id, found.member_id)

    async def typed_in(self, young_id: int, request_id: int) -> JoinRequest | None:
        """The request under a button, whose code was typed in that community; None when it is over."""
        mine = (join_requests.c.id == request_id) & (join_requests.c.young_id == young_id)
        row = await self._work.row(sa.select(join_requests).where(mine, self._codes.is_under_way()))
        return None if row is None else JoinRequest(row.id, row.community_id, row.young_id, row.member_id)

    async def refuse(self, young_id: int, request_id: int) -> None:
        """The spaces stay where they are."""
        await self._codes.end((join_requests.c.id == request_id) & (join_requests.c.young_id == young_id))

    async def end_all_of(self, young_id: int) -> None:
        """A community is there no more, so nobody waits for it, or in it, any longer."""
        await self._codes.end((join_requests.c.community_id == young_id) | (join_requests.c.young_id == young_id))
