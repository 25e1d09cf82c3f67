"""Asking to join: a one-time code from the community that stays, typed in the one whose spaces are to be its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from bot.community.codes import Attempts, as_read, new_code
from bot.model.identity import Member
from bot.storage.further_tables import join_requests
from bot.storage.tables import communities
from bot.storage.work import Work

LASTS: Final = timedelta(minutes=30)
"""How long a code can be typed, and how long there is to agree once it was."""


class NotTaken(StrEnum):
    """Why a code does not do."""

    UNKNOWN = "unknown"  # also one that is too old, or was used
    TOO_MANY = "too-many"  # wrong ones, from this account or from all together
    OWN = "own"  # typed in the community that it was shown in


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """A code that was typed in the community `young_id`: its spaces are to be those of `community_id`."""

    id: int
    community_id: int
    young_id: int
    member_id: int  # who asked for the code


class JoinRequests:
    """Codes within one piece of work. `sealed` makes of a code what is kept of it."""

    def __init__(self, work: Work, sealed: Callable[[str], str]) -> None:
        self._work = work
        self._sealed = sealed

    async def open(self, member: Member) -> str:
        """A new code for the member's community, in the place of any other that nobody has typed yet."""
        untyped = (join_requests.c.community_id == member.community_id) & join_requests.c.young_id.is_(None)
        await self._end(untyped)
        code = new_code()
        values = {"code": self._kept(code), "expires_at": self._work.now + LASTS}
        who = {"community_id": member.community_id, "member_id": member.side or member.id}
        await self._work.insert(sa.insert(join_requests).values(**who, **values))
        return code

    async def take(self, member: Member, typed: str) -> JoinRequest | NotTaken:
        """Use the code that was typed in the member's community; from now on there is half an hour to agree."""
        side = member.side or member.id
        await self._work.transaction()
        if await Attempts(self._work).are_enough(side):
            return NotTaken.TOO_MANY
        same = (join_requests.c.code == self._kept(as_read(typed))) & self._is_under_way()
        query = sa.select(join_requests).join(communities, communities.c.id == join_requests.c.community_id)
        found = await self._work.row(query.where(same, communities.c.joined_id.is_(None)))
        if found is None:
            await Attempts(self._work).note(side)
            return NotTaken.UNKNOWN
        if found.community_id == member.community_id:
            return NotTaken.OWN
        taken = sa.update(join_requests).where(join_requests.c.id == found.id, same)
        values = {"young_id": member.community_id, "code": None, "expires_at": self._work.now + LASTS}
        if (await self._work.execute(taken.values(**values))).rowcount != 1:
            return NotTaken.UNKNOWN  # somebody else was faster by a moment
        return JoinRequest(found.id, found.community_id, member.community_id, found.member_id)

    async def typed_in(self, young_id: int, request_id: int) -> JoinRequest | None:
        """The request under a button, whose code was typed in that community; None when it is over."""
        mine = (join_requests.c.id == request_id) & (join_requests.c.young_id == young_id) & self._is_under_way()
        row = await self._work.row(sa.select(join_requests).where(mine))
        return None if row is None else JoinRequest(row.id, row.community_id, row.young_id, row.member_id)

    async def refuse(self, young_id: int, request_id: int) -> None:
        """The spaces stay where they are."""
        await self._end((join_requests.c.id == request_id) & (join_requests.c.young_id == young_id))

    async def end_all_of(self, young_id: int) -> None:
        """A community is there no more, so nobody waits for it, or in it, any longer."""
        await self._end((join_requests.c.community_id == young_id) | (join_requests.c.young_id == young_id))

    async def _end(self, which: sa.ColumnElement[bool]) -> None:
        change = sa.update(join_requests).where(which, join_requests.c.over_at.is_(None))
        await self._work.execute(change.values(code=None, over_at=self._work.now))

    def _is_under_way(self) -> sa.ColumnElement[bool]:
        return join_requests.c.over_at.is_(None) & (join_requests.c.expires_at > self._work.now)

    def _kept(self, code: str) -> str:
        return self._sealed(f"join:{code}")  # so that it is none of those that link accounts
