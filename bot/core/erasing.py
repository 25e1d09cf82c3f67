"""What a person is shown of what is held about them, and how it is erased."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from bot.community.holdings import Row
from bot.community.linked import parts_of
from bot.core.parts import Parts
from bot.delivery.rolling import take_back_all
from bot.delivery.upkeep import forget_members
from bot.model.identity import Community, Member
from bot.storage.queue import Line, enqueue
from bot.storage.tables import members
from bot.storage.work import Work


class PersonalData:
    """A person's right to see, and to be forgotten, in one community."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community

    async def about(self, member: Member) -> Mapping[str, Sequence[Row]]:
        """All that is held about a member, by table, also by linked accounts; see `Holdings.about`."""
        return await self._parts.holdings.about(self._work, await self._all(member))

    async def erase(self, member: Member) -> None:
        """Erase a member: from this moment on nothing is sent to them, and shortly after nothing is left of them.

        So it is with every account that was linked with theirs: they are one person here.
        """
        gone = {"left_at": self._work.now, "stopped_at": self._work.now, "name": "", "hidden": True}
        await self._work.transaction()
        whole = await self._all(member)
        await forget_members(self._work, self._community.id, whole)
        await take_back_all(self._work, self._community.id, whole)
        for id in whole:
            await self._work.execute(sa.update(members).where(members.c.id == id).values(**gone))
            line = Line("core", "erase", {"member_id": id}, community_id=self._community.id)
            await enqueue(await self._work.transaction(), line, self._work.now)

    async def _all(self, member: Member) -> list[int]:
        return [id for (id,) in await self._work.rows(parts_of(member.id))]


async def erase(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
    """The job that does it, some rows at a time."""
    await parts.holdings.erase(parts.database, arguments["member_id"])
    parts.members_changed()
