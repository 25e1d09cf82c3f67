"""Communities, and the spaces they live in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.clock import minutes_of_day, time_of_day
from bot.model.identity import Community, Space, SpaceRef
from bot.storage.dialect import upsert
from bot.storage.grant_tables import native_doors
from bot.storage.tables import communities, spaces
from bot.storage.work import Work


class Defaults(Struct, frozen=True):
    """What a community starts with."""

    name: str = "Our community"
    language: str = "en"
    zone: str = "UTC"
    quiet_from: time | None = None
    quiet_until: time | None = None


class Rights(Struct, frozen=True):
    """What the network's own rights in a space are worth in its community. `host_group` is its role for hosts."""

    count: bool  # whoever runs the space runs the community too
    host_group: str | None = None


NO_RIGHTS: Final = Rights(count=True)
"""In a space that nobody settled in yet: there is no community in which anybody could gain anything."""


class Communities:
    """Communities and the spaces they live in."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def get(self, community_id: int) -> Community:
        """The community of that id."""
        community = await self.find(community_id)
        assert community is not None, f"community {community_id} is gone"
        return community

    async def find(self, community_id: int) -> Community | None:
        """The same; None when there is none."""
        row = await self._work.row(_COMMUNITY, {"community": community_id})
        return None if row is None else community_from(row)

    async def now(self, community_id: int) -> Community | None:
        """The one of that id; of one whose spaces joined another, that other."""
        joined = sa.select(communities.c.joined_id).where(communities.c.id == community_id).scalar_subquery()
        query = sa.select(communities).where(communities.c.id == sa.func.coalesce(joined, community_id))
        row = await self._work.row(query)
        return None if row is None else community_from(row)

    async def all(self) -> Sequence[Community]:
        """Every community, oldest first; not those whose spaces joined another."""
        query = sa.select(communities).where(communities.c.joined_id.is_(None)).order_by(communities.c.id)
        return [community_from(row) for row in await self._work.rows(query)]

    async def begun(self) -> Mapping[int, datetime]:
        """The ids of the same, oldest first, and since when (UTC) they are there."""
        query = sa.select(communities.c.id, communities.c.created_at).where(communities.c.joined_id.is_(None))
        return {int(id): at for id, at in await self._work.rows(query.order_by(communities.c.id))}

    async def has_joined(self, community_id: int) -> bool:
        """Whether nothing is left of it since its spaces joined another."""
        query = sa.select(communities.c.joined_id).where(communities.c.id == community_id)
        return await self._work.value(query) is not None

    async def former(self, community_ids: Collection[int]) -> Mapping[int, int]:
        """By the number of each community whose spaces joined one of these: which of them. Buttons still bear it."""
        query = sa.select(communities.c.id, communities.c.joined_id).where(communities.c.joined_id.in_(community_ids))
        return {int(id): int(joined) for id, joined in await self._work.rows(query.order_by(communities.c.id))}

    async def only_one(self) -> Community | None:
        """The only one that lives anywhere; the space of one that does not has become another's."""
        lives = sa.exists().where(spaces.c.community_id == communities.c.id)
        rows = await self._work.rows(sa.select(communities).where(lives).limit(2))
        return community_from(rows[0]) if len(rows) == 1 else None

    async def of_space(self, ref: SpaceRef) -> Community | None:
        """The community that lives in a space, or None when the space is new."""
        row = await self._work.row(_OF_SPACE, {"platform": ref.platform, "space": ref.space_id})
        return None if row is None else community_from(row)

    async def of_room(self, ref: SpaceRef) -> Community | None:
        """The community whose hosts meet in a space that is none of its own."""
        row = await self._work.row(_OF_ROOM, {"platform": ref.platform, "space": ref.space_id})
        return None if row is None else community_from(row)

    async def of_door(self, ref: SpaceRef) -> Community | None:
        """The community whose door a space is, so that it is none of its own."""
        row = await self._work.row(_OF_DOOR, {"platform": ref.platform, "space": ref.space_id})
        return None if row is None else community_from(row)

    async def forget_space(self, ref: SpaceRef) -> None:
        """The space is none of its community's any more."""
        await self._work.execute(sa.delete(spaces).where(*_is_space(ref)))

    async def settle_in(self, ref: SpaceRef, defaults: Defaults, *, title: str = "") -> Community:
        """The community of a space; a new space becomes a community of its own."""
        known = await self.of_space(ref)
        if known is not None:
            return known
        values = {"name": title or defaults.name, "language": defaults.language, "zone": defaults.zone}
        quiet = {"quiet_from": _minutes(defaults.quiet_from), "quiet_until": _minutes(defaults.quiet_until)}
        id = await self._work.insert(sa.insert(communities).values(**values, **quiet, created_at=self._work.now))
        row = upsert(self._work.dialect, spaces).values(
            community_id=id, platform=ref.platform, external_id=ref.space_id, title=title
        )
        if (await self._work.execute(row.on_conflict_do_nothing())).rowcount:
            return await self.get(id)
        # Another process settled the space a moment ago: theirs is the community, and ours has nobody yet.
        await self._work.execute(sa.delete(communities).where(communities.c.id == id))
        settled = await self.of_space(ref)
        assert settled is not None, "a space that is taken has a community"
        return settled

    async def spaces(self, community_id: int) -> Sequence[Space]:
        """Where the community lives."""
        return [
            Space(
                id=row.id,
                community_id=row.community_id,
                ref=SpaceRef(row.platform, row.external_id),
                title=row.title,
                post_channel=row.post_channel,
                host_channel=row.host_channel,
                host_group=row.host_group,
                host_group_name=row.host_group_name,
                joined=row.joined_at is not None,
                rights_count=_rights_count(row),
            )
            for row in await self._work.rows(_SPACES, {"community": community_id})
        ]

    async def rights_in(self, ref: SpaceRef) -> Rights:
        """What the network's own rights in a space are worth."""
        row = await self._work.row(_RIGHTS, {"platform": ref.platform, "space": ref.space_id})
        return NO_RIGHTS if row is None else Rights(_rights_count(row), row.host_group)

    async def set_channels(self, ref: SpaceRef, *, post: str | None = None, hosts: str | None = None) -> None:
        """Where to post for everybody, and where only hosts read; None leaves it as it is."""
        values = {name: to for name, to in (("post_channel", post), ("host_channel", hosts)) if to is not None}
        if values:
            await self._work.execute(sa.update(spaces).where(*_is_space(ref)).values(**values))

    async def move(self, old: SpaceRef, new: SpaceRef) -> None:
        """A space goes on under another id: all that is its own stays so, and whatever still comes in by the old one.

        Where somebody was faster and the new one is a community by now, it is the old one's all the same.
        """
        room = (spaces.c.platform == old.platform) & (spaces.c.host_channel == old.space_id)
        await self._work.execute(sa.update(spaces).where(room).values(host_channel=new.space_id))
        row = await self._work.row(sa.select(spaces).where(*_is_space(old)))
        there = await self._work.value(sa.select(spaces.c.community_id).where(*_is_space(new)))
        if row is None or there == row.community_id:
            return
        await self.forget_space(new)
        post = new.space_id if row.post_channel == old.space_id else row.post_channel
        change = sa.update(spaces).where(spaces.c.id == row.id)
        await self._work.execute(change.values(external_id=new.space_id, left_at=None, post_channel=post))
        known = {"community_id": row.community_id, "platform": old.platform, "external_id": old.space_id}
        known |= {"title": row.title, "joined_at": row.joined_at, "trusted": row.trusted}
        await self._work.execute(sa.insert(spaces).values(**known, left_at=self._work.now))

    async def first_on(self, community_id: int, ref: SpaceRef) -> int | None:
        """The id of a space where it is the first that the community has, or had, on its network; else None.

        One that joined was greeted before.
        """
        mine = (spaces.c.community_id == community_id) & (spaces.c.platform == ref.platform)
        mine &= spaces.c.joined_at.is_(None)
        query = sa.select(spaces.c.id, spaces.c.external_id).where(mine).order_by(spaces.c.id).limit(1)
        row = await self._work.row(query)
        return row.id if row is not None and row.external_id == ref.space_id else None

    async def note_presence(self, ref: SpaceRef, *, here: bool, title: str = "") -> None:
        """Whether the bot is in a space; nothing is posted where it is not."""
        values: dict[str, object] = {"left_at": None if here else self._work.now} | ({"title": title} if title else {})
        await self._work.execute(sa.update(spaces).where(*_is_space(ref)).values(**values))


_COMMUNITY: Final = sa.select(communities).where(communities.c.id == sa.bindparam("community"))
_OF_SPACE: Final = (
    sa.select(communities)
    .join(spaces, spaces.c.community_id == communities.c.id)
    .where(spaces.c.platform == sa.bindparam("platform"), spaces.c.external_id == sa.bindparam("space"))
)
_RIGHTS: Final = sa.select(spaces.c.joined_at, spaces.c.trusted, spaces.c.host_group).where(
    spaces.c.platform == sa.bindparam("platform"), spaces.c.external_id == sa.bindparam("space")
)
_OF_ROOM: Final = (
    sa.select(communities)
    .join(spaces, spaces.c.community_id == communities.c.id)
    .where(spaces.c.platform == sa.bindparam("platform"), spaces.c.host_channel == sa.bindparam("space"))
    .where(spaces.c.left_at.is_(None))
    .order_by(spaces.c.id)
    .limit(1)
)
_OF_DOOR: Final = (
    sa.select(communities)
    .join(native_doors, native_doors.c.community_id == communities.c.id)
    .where(native_doors.c.platform == sa.bindparam("platform"), native_doors.c.external_id == sa.bindparam("space"))
)
_SPACES: Final = (
    sa.select(spaces)
    .where(spaces.c.community_id == sa.bindparam("community"), spaces.c.left_at.is_(None))
    .order_by(spaces.c.id)
)


def _is_space(ref: SpaceRef) -> tuple[sa.ColumnElement[bool], ...]:
    return spaces.c.platform == ref.platform, spaces.c.external_id == ref.space_id


def _rights_count(row: sa.Row[*tuple[Any, ...]]) -> bool:
    """Of a space that joined, only once the community's owners said so."""
    return row.joined_at is None or bool(row.trusted)


def community_from(row: sa.Row[*tuple[Any, ...]]) -> Community:
    return Community(
        id=row.id,
        name=row.name,
        language=row.language,
        zone=row.zone,
        stopped=row.stopped_at is not None,
        quiet_from=clock_from(row.quiet_from),
        quiet_until=clock_from(row.quiet_until),
        pull_only=bool(row.pull_only),
    )


def _minutes(at: time | None) -> int | None:
    return None if at is None else minutes_of_day(at)


def clock_from(minutes: int | None) -> time | None:
    return None if minutes is None else time_of_day(minutes)
