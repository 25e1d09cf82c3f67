"""Door rooms: a group or channel that would be a community by itself is a place which another one lets people into."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.community.audit import Audit
from bot.community.communities import Communities
from bot.community.linking import Links
from bot.core.host_rooms import HostRooms, dissolve, member_in
from bot.core.parts import Parts
from bot.core.whereabouts import standing_in
from bot.delivery.upkeep import forget_door
from bot.guard import Failure, attempt
from bot.model.grants import Native
from bot.model.identity import AccountRef, ChannelRef, Community, Member, Role, Space
from bot.model.native import Directory
from bot.model.results import Problem
from bot.storage.dialect import upsert
from bot.storage.grant_tables import native_doors
from bot.storage.tables import spaces, streams
from bot.storage.work import Work

LOOKED_AT = 10
"""So many groups are looked at, the newest first: whoever looks for one has just put the bot into it."""

SECONDS = 3.0


class DoorRooms:
    """Makes doors of a community within one piece of work. Ask what could be one before the first write."""

    def __init__(self, parts: Parts, work: Work) -> None:
        self._parts = parts
        self._work = work

    async def candidates(self, to: Community, member: Member) -> Sequence[Space]:
        """Groups and channels that the member's person runs and that are nothing else yet, the newest first."""
        here = {space.ref.platform for space in await Communities(self._work).spaces(to.id)}
        had = sa.exists().where(streams.c.community_id == spaces.c.community_id)
        query = (
            sa.select(spaces.c.id)
            .where(spaces.c.platform.in_(sorted(here)), spaces.c.left_at.is_(None), ~had)
            .where(spaces.c.community_id != to.id)
            .order_by(spaces.c.id.desc())
            .limit(LOOKED_AT)
        )
        accounts = [account.ref for account in await Links(self._work).accounts(member.person_id)]
        found = [await HostRooms(self._parts, self._work).space(id) for (id,) in await self._work.rows(query)]
        return [space for space in found if space is not None and await self._is_run_by(space, accounts)]

    async def problems(self, space: Space) -> Sequence[Problem]:
        """What would stop the bot from letting people in there and seeing them out."""
        platform = self._parts.platforms.get(space.ref.platform)
        if platform is None or platform.natives.doors is None:
            return ()
        door = ChannelRef(space.ref.platform, space.ref.space_id, space.ref.space_id)
        found = await attempt(platform.natives.doors.check_door(door), place="asking about a door", seconds=SECONDS)
        return () if isinstance(found, Failure) else found

    async def make(self, to: Community, space: Space, by: Member) -> None:
        """It is a door of `to` from now on, and nothing is left of the community that it was."""
        every = await Communities(self._work).spaces(to.id)
        beside = next(one for one in every if one.ref.platform == space.ref.platform)
        row = upsert(self._work.dialect, native_doors).values(
            platform=space.ref.platform,
            external_id=space.ref.space_id,
            community_id=to.id,
            space_id=beside.id,
            title=space.title,
            since=self._work.now,
        )
        await self._work.execute(row.on_conflict_do_nothing())
        await self._note(to, by, "door.open", space.ref.space_id, None, space.title)
        await dissolve(self._parts, self._work, space)

    async def close(self, to: Community, what: Native, by: Member) -> str | None:
        """It is a door no more: nobody is let in, and whoever is inside stays. Returns its name; None for no door."""
        same = (native_doors.c.community_id == to.id) & (native_doors.c.external_id == what.ref)
        same &= native_doors.c.space_id == what.space_id
        title: str | None = await self._work.value(sa.select(native_doors.c.title).where(same))
        if title is None:
            return None
        await self._work.execute(sa.delete(native_doors).where(same))
        await forget_door(self._work, what)
        await self._note(to, by, "door.close", what.ref, title, None)
        return title

    async def _note(
        self, to: Community, by: Member, action: str, ref: str, before: str | None, after: str | None
    ) -> None:
        there = await member_in(self._work, by, to)
        await Audit(self._work).note(to.id, there.id if there else None, action, f"door:{ref}", before, after)

    async def _is_run_by(self, space: Space, accounts: Sequence[AccountRef]) -> bool:
        platform = self._parts.platforms.get(space.ref.platform)
        directory = platform.natives.directory if platform is not None else None
        return (
            directory is not None
            and await _is_one_place(directory, space)
            and await _runs(self._parts, space, accounts)
        )


async def _is_one_place(directory: Directory, space: Space) -> bool:
    """Whether it is a group or a channel: a space that is its own only place."""
    places = await attempt(directory.places(space.ref), place="asking what a space is", seconds=SECONDS)
    return isinstance(places, Sequence) and [one.channel.channel_id for one in places] == [space.ref.space_id]


async def _runs(parts: Parts, space: Space, accounts: Sequence[AccountRef]) -> bool:
    found = [await standing_in(parts, space.ref, account) for account in accounts]
    return any(one is not None and one.floor >= Role.MODERATOR for one in found)
