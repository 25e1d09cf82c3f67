"""Asking for a link: a one-time code from one account, typed on the other, and then a yes from both."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.codes import CodeKind, Codes, NotTaken
from bot.community.linking import Links
from bot.model.identity import Member
from bot.storage.further_tables import link_requests
from bot.storage.tables import members
from bot.storage.work import Work

LINK_LASTS: Final = timedelta(minutes=10)
"""How long a code can be typed, and how long both sides have to agree once it was."""

LINK_CODES: Final = CodeKind(link_requests, LINK_LASTS)


class LinkRequest(Struct, frozen=True):
    """A code that was typed. `member_id` is the membership that showed it, `other_id` the one that typed it."""

    id: int
    member_id: int
    other_id: int
    agreed: bool
    other_agreed: bool


class Side(Struct, frozen=True):
    """A request as one of its two sides sees it: whose account it is, whose the other is, what they said."""

    request: LinkRequest
    mine: int
    theirs: int
    agreed: bool
    they_agreed: bool


class LinkRequests:
    """Codes and agreements within one piece of work. `sealed` makes of a code what is kept of it."""

    def __init__(self, work: Work, sealed: Callable[[str], str]) -> None:
        self._work = work
        self._codes = Codes(work, sealed, LINK_CODES)
        self._links = Links(work)

    async def open(self, member: Member) -> str:
        """A new code, in the place of any other that the account has, to be typed within ten minutes."""
        side = member.side or member.id
        await self._work.transaction()
        mine = link_requests.c.member_id.in_(await self._memberships(side))
        return await self._codes.open(mine, member_id=side)

    async def take(self, member: Member, typed: str) -> Side | NotTaken:
        """Use the code that was typed; from now on both sides have ten minutes to agree."""
        side = member.side or member.id
        found = await self._codes.look_up(typed, by=side)
        if isinstance(found, NotTaken):
            return found
        if await self._links.person_of(found.member_id) == await self._links.person_of(side):
            return NotTaken.OWN
        if await self._acting(found.member_id) == await self._acting(side):
            return NotTaken.ONE_ALREADY
        if not await self._codes.use_up(found.id, other_id=side):
            return NotTaken.UNKNOWN
        return Side(LinkRequest(found.id, found.member_id, side, False, False), side, found.member_id, False, False)

    async def is_open(self, typed: str) -> bool:
        """Whether somebody waits for this code: for chats in which a word may look like one."""
        waits = sa.select(link_requests.c.id).where(self._codes.waits_for(typed))
        return await self._work.value(waits) is not None

    async def waiting(self, member: Member) -> Side | None:
        """The newest request that waits for the member, or for the other side of it."""
        people = await self._memberships(member.side or member.id)
        mine = link_requests.c.member_id.in_(people) | link_requests.c.other_id.in_(people)
        query = sa.select(link_requests).where(mine, self._is_open()).order_by(link_requests.c.id.desc())
        for row in await self._work.rows(query):
            if (side := await self._seen_by(member, row)) is not None:
                return side
        return None

    async def side_of(self, member: Member, request_id: int) -> Side | None:
        """The request under a button as the member sees it; None when it is over, or none of theirs."""
        row = await self._work.row(sa.select(link_requests).where(link_requests.c.id == request_id, self._is_open()))
        return None if row is None else await self._seen_by(member, row)

    async def agree(self, member: Member, request_id: int) -> Side | None:
        """The member says yes; once both have, they are linked. None when there is nothing to agree to any more."""
        await self._work.transaction()
        request = sa.select(link_requests.c.id).where(link_requests.c.id == request_id)
        await self._work.rows(request.with_for_update())  # both may press at the same moment
        side = await self.side_of(member, request_id)
        if side is None:
            return None
        first = side.mine == side.request.member_id
        values: dict[str, datetime] = {"agreed_at" if first else "other_agreed_at": self._work.now}
        if side.they_agreed:
            values["over_at"] = self._work.now
            mine, theirs = await self._acting(side.mine), await self._acting(side.theirs)
            await self._links.join(mine, theirs)
        await self._work.execute(sa.update(link_requests).where(link_requests.c.id == request_id).values(**values))
        return Side(side.request, side.mine, side.theirs, True, side.they_agreed)

    async def refuse(self, member: Member, request_id: int) -> Side | None:
        """The member says no: it is over. None when it was already."""
        await self._work.transaction()
        side = await self.side_of(member, request_id)
        if side is not None:
            await self._codes.end(link_requests.c.id == request_id)
        return side

    def _is_open(self) -> sa.ColumnElement[bool]:
        """Typed, and not over: nobody said no, not both said yes, and there is time."""
        return link_requests.c.other_id.is_not(None) & self._codes.is_under_way()

    async def _seen_by(self, member: Member, row: sa.Row[*tuple[Any, ...]]) -> Side | None:
        request = LinkRequest(
            row.id, row.member_id, row.other_id, row.agreed_at is not None, row.other_agreed_at is not None
        )
        one, other = await self._acting(row.member_id), await self._acting(row.other_id)
        if one == other:
            return None  # linked meanwhile by another request
        if member.person_id == one:
            return Side(request, row.member_id, row.other_id, request.agreed, request.other_agreed)
        if member.person_id == other:
            return Side(request, row.other_id, row.member_id, request.other_agreed, request.agreed)
        return None

    async def _acting(self, member_id: int) -> int:
        person_id = await self._links.person_of(member_id)
        return await self._links.acting(person_id) if person_id is not None else 0

    async def _memberships(self, side: int) -> list[int]:
        """Those of the same account in every community, and of those it is linked with."""
        acting = await self._acting(side)
        people = [account.person_id for account in await self._links.accounts(acting)] if acting else []
        return [id for (id,) in await self._work.rows(sa.select(members.c.id).where(members.c.person_id.in_(people)))]
