"""Arrangements: what holds in a community and its spaces, and who hosts; each change audited, with its way back."""

from collections.abc import Mapping
from typing import Any, Literal

import sqlalchemy as sa
from msgspec import Struct

from bot.community.audit import Audit, Restore
from bot.community.people import People
from bot.model.identity import Community, Member, Role, Space
from bot.storage.tables import communities, spaces
from bot.storage.work import Work

COMMUNITY, SPACE, ROLE = "community.set", "space.set", "role"

CommunityPart = Literal["language", "zone", "pull_only"]
SpacePart = Literal["post_channel", "host_channel", "host_group"]


class Named(Struct, frozen=True):
    """A place or a role of the network's own: by which id it goes there, and what people call it."""

    id: str
    name: str


class Arrangements:
    """Changes them within one piece of work. What is set so already is no change."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def set(self, community: Community, part: CommunityPart, value: str | bool, by: int | None) -> int | None:
        """Change what holds for the whole community; returns the audit entry's id, None when it was so already."""
        before = await self._work.value(sa.select(communities.c[part]).where(communities.c.id == community.id))
        if before == value:
            return None
        subject = f"community:{part}"
        await _restore_community(self._work, community.id, subject, value)
        return await Audit(self._work).note(community.id, by, COMMUNITY, subject, before, value)

    async def set_in(self, space: Space, part: SpacePart, value: Named | None, by: int | None) -> int | None:
        """Change what holds in one space, None for nothing there; returns as `set` does."""
        column, name = spaces.c[part], spaces.c.host_group_name
        row = await self._work.row(sa.select(column, name).where(spaces.c.id == space.id))
        assert row is not None, "a space stays in the database, also when the bot has left it"
        if row[0] == (value.id if value else None):
            return None
        subject = f"space:{space.id}:{part}"
        before = await self._as_called(space, subject, row[0], row[1] if part == "host_group" else None)
        after = [value.id, value.name] if value else None
        await _restore_space(self._work, space.community_id, subject, after)
        return await Audit(self._work).note(space.community_id, by, SPACE, subject, before, after)

    async def appoint(self, member: Member, role: Role, by: int | None) -> int:
        """Give somebody a role, or with MEMBER take back what the community gave; returns the audit entry's id."""
        subject = f"member:{member.id}"
        await _restore_role(self._work, member.community_id, subject, int(role))
        before, after = int(member.granted), int(role)
        return await Audit(self._work).note(member.community_id, by, ROLE, subject, before, after)

    async def _as_called(self, space: Space, subject: str, id: str | None, name: str | None) -> list[str] | None:
        """What was there, by the name that it had when it was chosen."""
        if id is None:
            return None
        newest = await Audit(self._work).newest(space.community_id, 1, subject)
        known = newest[0].after if newest else None
        return [id, name or (known[1] if known and known[0] == id else id)]


async def _restore_community(work: Work, community_id: int, subject: str, value: Any) -> None:
    part = subject.partition(":")[2]
    await work.execute(sa.update(communities).where(communities.c.id == community_id).values({part: value}))


async def _restore_space(work: Work, community_id: int, subject: str, value: Any) -> None:
    _, space_id, part = subject.split(":")
    id, name = value or (None, None)
    values = {part: id, **({"host_group_name": name} if part == "host_group" else {})}
    mine = (spaces.c.id == int(space_id)) & (spaces.c.community_id == community_id)
    await work.execute(sa.update(spaces).where(mine).values(values))


async def _restore_role(work: Work, community_id: int, subject: str, value: Any) -> None:
    await People(work).set_role(int(subject.removeprefix("member:")), Role(value))


RESTORE: Mapping[str, Restore] = {
    COMMUNITY: Restore(_restore_community),
    SPACE: Restore(_restore_space),
    ROLE: Restore(_restore_role),
}
"""How these changes are undone. A change of a role has the subject "member:<id>" and roles as whole numbers."""
