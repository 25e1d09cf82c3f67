"""People: who an account belongs to, what they are in a community, and their own preferences."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, Final

import sqlalchemy as sa

from bot.clock import minutes_of_day, time_of_day
from bot.community.finding import find_member
from bot.community.linked import any_part, counts_for, is_here, parts_of
from bot.errors import MemberGoneError
from bot.model.events import MemberArrived, MemberDeparted
from bot.model.identity import AccountRef, Actor, Community, Member, Role, Space, SpaceRef
from bot.storage.dialect import upsert
from bot.storage.tables import accounts, communities, members, persons, spaces
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a community starts with."""

    name: str = "Our community"
    language: str = "en"
    zone: str = "UTC"
    quiet_from: time | None = None
    quiet_until: time | None = None


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
        row = await self._work.row(sa.select(communities).where(communities.c.id == community_id))
        return None if row is None else _community(row)

    async def all(self) -> Sequence[Community]:
        """Every community, oldest first."""
        return [_community(row) for row in await self._work.rows(sa.select(communities).order_by(communities.c.id))]

    async def of_space(self, ref: SpaceRef) -> Community | None:
        """The community that lives in a space, or None when the space is new."""
        query = sa.select(communities).join(spaces, spaces.c.community_id == communities.c.id).where(*_is_space(ref))
        row = await self._work.row(query)
        return None if row is None else _community(row)

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
        query = sa.select(spaces).where(spaces.c.community_id == community_id, spaces.c.left_at.is_(None))
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
            )
            for row in await self._work.rows(query.order_by(spaces.c.id))
        ]

    async def host_group(self, ref: SpaceRef) -> str | None:
        """The network's own role whose people are hosts in a space, or None."""
        found: str | None = await self._work.value(sa.select(spaces.c.host_group).where(*_is_space(ref)))
        return found

    async def set_channels(self, ref: SpaceRef, *, post: str | None = None, hosts: str | None = None) -> None:
        """Where to post for everybody, and where only hosts read; None leaves it as it is."""
        values = {name: to for name, to in (("post_channel", post), ("host_channel", hosts)) if to is not None}
        if values:
            await self._work.execute(sa.update(spaces).where(*_is_space(ref)).values(**values))

    async def move(self, old: SpaceRef, new: SpaceRef) -> None:
        """A space goes on under another id: the community stays, and whatever still comes in by the old one is its own.

        Where somebody was faster and the new one is a community by now, it is the old one's all the same.
        """
        row = await self._work.row(sa.select(spaces).where(*_is_space(old)))
        if row is None:
            return
        channels = {"post_channel": row.post_channel, "host_channel": row.host_channel}
        to = {name: new.space_id if channel == old.space_id else channel for name, channel in channels.items()}
        group = {"host_group": row.host_group, "host_group_name": row.host_group_name}
        values = {"community_id": row.community_id, "title": row.title, "left_at": None, **to, **group}
        fresh = upsert(self._work.dialect, spaces).values(platform=new.platform, external_id=new.space_id, **values)
        unique = [spaces.c.platform, spaces.c.external_id]
        await self._work.execute(fresh.on_conflict_do_update(index_elements=unique, set_=values))
        await self.note_presence(old, here=False)

    async def first_on(self, community_id: int, ref: SpaceRef) -> int | None:
        """The id of a space where it is the first that the community has, or had, on its network; else None."""
        mine = (spaces.c.community_id == community_id) & (spaces.c.platform == ref.platform)
        query = sa.select(spaces.c.id, spaces.c.external_id).where(mine).order_by(spaces.c.id).limit(1)
        row = await self._work.row(query)
        return row.id if row is not None and row.external_id == ref.space_id else None

    async def note_presence(self, ref: SpaceRef, *, here: bool, title: str = "") -> None:
        """Whether the bot is in a space; nothing is posted where it is not."""
        values: dict[str, object] = {"left_at": None if here else self._work.now} | ({"title": title} if title else {})
        await self._work.execute(sa.update(spaces).where(*_is_space(ref)).values(**values))


class People:
    """Persons, their accounts and their memberships, within one piece of work."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def recognise(self, actor: Actor, community: Community, *, told_floor: bool = False) -> Member:
        """The member behind an account; the first sign of somebody makes them one.

        `told_floor`: the platform said what they may do in the community's space, which is remembered. What they may
        do now never rests on that memory, only on what the platform says now and what the community gave them.
        """
        row = await self._find(actor.account, community.id)
        if row is None or row.side is None:
            row = await self._arrive(actor, community)
        await self._learn(actor, row, told_floor=told_floor)
        if actor.language and row.language is None:
            change = sa.update(persons).where(persons.c.id == row.person_id)
            await self._work.execute(change.values(language=actor.language))
        member = _member(row, community)
        known = replace(member, language=row.language or actor.language or member.language)
        if row.side != row.id:
            known = replace(known, side=row.side)
        elif actor.name:
            known = replace(known, name=actor.name)
        return replace(known, role=max(known.granted, actor.floor))

    async def _learn(self, actor: Actor, row: sa.Row[*tuple[Any, ...]], *, told_floor: bool) -> None:
        """What the account shows is kept with its own membership, also where another one acts for it."""
        if actor.name and actor.name != row.side_name:
            await self._rename(actor, row.side)
        mine = members.c.id == row.side
        if told_floor and row.side_floor != int(actor.floor):
            await self._work.execute(sa.update(members).where(mine).values(floor=int(actor.floor)))
        if row.side_left_at is not None and row.side_left_at == row.side_joined_at:  # a link made it; now they came
            await self._work.execute(sa.update(members).where(mine).values(joined_at=self._work.now, left_at=None))

    async def home(self, account: AccountRef) -> Community | None:
        """The community that a private chat is about: the one that was chosen for it, else the one joined last.

        Of whoever is in none, the only one there is.
        """
        there = await self.communities(account)
        if there:
            return there[0]
        every = await Communities(self._work).all()
        return every[0] if len(every) == 1 else None

    async def communities(self, account: AccountRef) -> Sequence[Community]:
        """Those that the account's person is in: first the one chosen for the private chat, then the newest."""
        query = (
            sa.select(communities)
            .join(members, members.c.community_id == communities.c.id)
            .join(persons, members.c.person_id == sa.func.coalesce(persons.c.points_to, persons.c.id))
            .join(accounts, accounts.c.person_id == persons.c.id)
            .where(*_is_account(account), is_here())
            .order_by(
                sa.case((accounts.c.home_id == communities.c.id, 0), else_=1),
                members.c.joined_at.desc(),
                members.c.id.desc(),
            )
        )
        return [_community(row) for row in await self._work.rows(query)]

    async def communities_of(self, member: Member) -> Sequence[Community]:
        """Those that the member's person is in, the newest first."""
        query = (
            sa.select(communities)
            .join(members, members.c.community_id == communities.c.id)
            .where(members.c.person_id == member.person_id, is_here())
            .order_by(members.c.joined_at.desc(), members.c.id.desc())
        )
        return [_community(row) for row in await self._work.rows(query)]

    async def choose(self, member: Member, community: Community, account: AccountRef | None = None) -> None:
        """From now on the person's private chats are about this community, or only that of one `account`."""
        linked = sa.select(persons.c.id).where(persons.c.points_to == member.person_id)
        every = (accounts.c.person_id == member.person_id) | accounts.c.person_id.in_(linked)
        theirs = (every,) if account is None else _is_account(account)
        await self._work.execute(sa.update(accounts).where(*theirs).values(home_id=community.id))

    async def get(self, member_id: int) -> Member:
        """The member of that id, or the one who acts for it since their accounts were linked."""
        row = await self._work.row(_MEMBERS.where(members.c.id == counts_for(member_id)))
        if row is None:
            raise MemberGoneError(f"member {member_id} was erased")
        return _member(row, await Communities(self._work).get(row.community_id))

    async def find(self, community: Community, text: str) -> Member:
        """The member meant by a name, "@handle", an id or "platform:id".

        Raises UserError when nobody or several are meant; then it names them.
        """
        return _member(await find_member(self._work, community, text, _MEMBERS), community)

    async def with_role(self, community: Community, least: Role) -> Sequence[Member]:
        """Who is here and has at least that role, from the community or, as far as it was heard, from the platform."""
        has = (members.c.role >= int(least)) | (members.c.floor >= int(least))
        has |= any_part((_PART.c.role >= int(least)) | (_PART.c.floor >= int(least)), _PART)
        query = _MEMBERS.where(members.c.community_id == community.id, is_here(), has)
        return [_member(row, community) for row in await self._work.rows(query.order_by(members.c.id))]

    async def set_role(self, member_id: int, role: Role) -> None:
        """Make somebody a host, a moderator, or a plain member again, by whichever of their accounts."""
        await self._work.execute(sa.update(members).where(members.c.id == member_id).values(role=int(role)))
        more = members.c.id.in_(parts_of(member_id)) & (members.c.role > int(role))
        await self._work.execute(sa.update(members).where(more).values(role=int(role)))

    async def leave(self, account: AccountRef, community: Community) -> None:
        """The account left the community's space. Whoever is there by another one has not left."""
        row = await self._find(account, community.id)
        if row is None or row.side is None or row.side_left_at is not None:
            return
        await self._work.execute(sa.update(members).where(members.c.id == row.side).values(left_at=self._work.now))
        if await self._work.row(sa.select(members.c.id).where(members.c.id == row.id, is_here())) is None:
            self._work.emit(MemberDeparted(community_id=community.id, at=self._work.now, member_id=row.id))

    async def come_back(self, member: Member) -> None:
        """Who left before is gone no longer. They are known since they joined first."""
        gone = (members.c.id == (member.side or member.id)) & members.c.left_at.is_not(None)
        if (await self._work.execute(sa.update(members).where(gone).values(left_at=None))).rowcount:
            arrived = MemberArrived(community_id=member.community_id, at=self._work.now, member_id=member.id)
            self._work.emit(arrived)

    async def note_door(self, account: AccountRef, *, open: bool) -> None:
        """Whether the bot may write to the account first."""
        change = sa.update(accounts).where(*_is_account(account)).values(direct=open, direct_changed_at=self._work.now)
        await self._work.execute(change)

    async def _find(self, account: AccountRef, community_id: int) -> sa.Row[*tuple[Any, ...]] | None:
        """The member who acts for the account, and as `side` its own membership; None there before it has one."""
        asked = {"platform": account.platform, "external_id": account.user_id, "community_id": community_id}
        return await self._work.row(_FIND, asked)

    async def _arrive(self, actor: Actor, community: Community) -> sa.Row[*tuple[Any, ...]]:
        person_id = await self._person(actor)
        target = await self._work.value(sa.select(persons.c.points_to).where(persons.c.id == person_id))
        acting = None
        if target is not None:  # the one who acts for the account has to be a member as well
            was_there = await self._find(actor.account, community.id) is not None
            await self._make(community.id, target, actor.name, left_at=self._work.now)
            found = await self._find(actor.account, community.id)
            assert found is not None
            acting = int(found.id)
        else:
            was_there = False
        new = await self._make(community.id, person_id, actor.name, counts_for=acting)
        row = await self._find(actor.account, community.id)
        assert row is not None
        if new and not was_there:
            self._work.emit(MemberArrived(community_id=community.id, at=self._work.now, member_id=row.id))
        return row

    async def _make(self, community_id: int, person_id: int, name: str, **values: Any) -> bool:
        """A new membership; False when there is one."""
        who = {"community_id": community_id, "person_id": person_id, "name": name, "joined_at": self._work.now}
        row = upsert(self._work.dialect, members).values(**who, **values)
        return bool((await self._work.execute(row.on_conflict_do_nothing())).rowcount)

    async def _person(self, actor: Actor) -> int:
        whose = sa.select(accounts.c.person_id).where(*_is_account(actor.account))
        await self._work.transaction()
        known: int | None = await self._work.value(whose)
        if known is not None:
            return known
        values = {"created_at": self._work.now, "language": actor.language}
        person_id = await self._work.insert(sa.insert(persons).values(**values))
        row = upsert(self._work.dialect, accounts).values(
            person_id=person_id, platform=actor.account.platform, external_id=actor.account.user_id, name=actor.name
        )
        if (await self._work.execute(row.on_conflict_do_nothing())).rowcount:
            return person_id
        # Another process, or the attendance, made the account a moment ago.
        await self._work.execute(sa.delete(persons).where(persons.c.id == person_id))
        return int(await self._work.value(whose))

    async def _rename(self, actor: Actor, member_id: int) -> None:
        await self._work.execute(sa.update(accounts).where(*_is_account(actor.account)).values(name=actor.name))
        await self._work.execute(sa.update(members).where(members.c.id == member_id).values(name=actor.name))


_PART: Final = members.alias("part")
_OWN: Final = persons.alias("own")
_SIDE: Final = members.alias("side_row")


def _highest(name: str) -> sa.Label[int]:
    """The highest of those values that linked accounts have."""
    found = sa.select(sa.func.max(_PART.c[name])).where(_PART.c.counts_for == members.c.id)
    return found.scalar_subquery().label(f"part_{name}")


_MEMBERS: Final = sa.select(
    members,
    _highest("role"),
    _highest("floor"),
    persons.c.language,
    persons.c.zone,
    persons.c.quiet_from,
    persons.c.quiet_until,
).join(persons, persons.c.id == members.c.person_id)

_FIND: Final = (
    _MEMBERS.add_columns(
        _SIDE.c.id.label("side"),
        *(_SIDE.c[name].label(f"side_{name}") for name in ("name", "floor", "left_at", "joined_at")),
    )
    .join(_OWN, persons.c.id == sa.func.coalesce(_OWN.c.points_to, _OWN.c.id))
    .join(accounts, accounts.c.person_id == _OWN.c.id)
    .join(
        _SIDE, (_SIDE.c.person_id == _OWN.c.id) & (_SIDE.c.community_id == sa.bindparam("community_id")), isouter=True
    )
    .where(accounts.c.platform == sa.bindparam("platform"), accounts.c.external_id == sa.bindparam("external_id"))
    .where(members.c.community_id == sa.bindparam("community_id"))
)


def _is_account(ref: AccountRef) -> tuple[sa.ColumnElement[bool], ...]:
    return accounts.c.platform == ref.platform, accounts.c.external_id == ref.user_id


def _is_space(ref: SpaceRef) -> tuple[sa.ColumnElement[bool], ...]:
    return spaces.c.platform == ref.platform, spaces.c.external_id == ref.space_id


def _community(row: sa.Row[*tuple[Any, ...]]) -> Community:
    return Community(
        id=row.id,
        name=row.name,
        language=row.language,
        zone=row.zone,
        stopped=row.stopped_at is not None,
        quiet_from=_clock(row.quiet_from),
        quiet_until=_clock(row.quiet_until),
        pull_only=bool(row.pull_only),
    )


def _member(row: sa.Row[*tuple[Any, ...]], community: Community) -> Member:
    granted = Role(max(row.role, row.part_role or 0))  # of linked accounts the higher one
    return Member(
        id=row.id,
        person_id=row.person_id,
        community_id=row.community_id,
        name=row.name,
        role=Role(max(granted, row.floor, row.part_floor or 0)),
        language=row.language or community.language,
        zone=row.zone or community.zone,
        quiet_from=community.quiet_from if row.quiet_from is None else _clock(row.quiet_from),
        quiet_until=community.quiet_until if row.quiet_until is None else _clock(row.quiet_until),
        granted=granted,
    )


def _minutes(at: time | None) -> int | None:
    return None if at is None else minutes_of_day(at)


def _clock(minutes: int | None) -> time | None:
    return None if minutes is None else time_of_day(minutes)
