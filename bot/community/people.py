"""People: who an account belongs to, what they are in a community, and their own preferences."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.community.communities import Communities, clock_from, community_from
from bot.community.finding import find_member
from bot.community.linked import any_part, counts_for, families, is_here, parts_of
from bot.errors import MemberGoneError
from bot.model.events import Came, MemberArrived, MemberDeparted
from bot.model.identity import AccountRef, Actor, Community, Member, Role
from bot.storage.dialect import upsert
from bot.storage.tables import accounts, communities, members, persons
from bot.storage.work import Work

FIRST_SIGNS: Final = timedelta(minutes=10)
"""Whoever was first seen so short a while before the network tells that they joined has joined just now."""


class Invitation(Struct, frozen=True):
    """Whose personal invite somebody came by, and how sure that is (0 to 1)."""

    member_id: int  # who acts for the member by now
    confidence: float


class People:
    """Persons, their accounts and their memberships, within one piece of work."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def recognise(
        self,
        actor: Actor,
        community: Community,
        *,
        told_floor: bool = False,
        learns: bool = True,
        by: Invitation | None = None,
        joins: Came | None = None,
    ) -> Member:
        """The member behind an account; the first sign of somebody makes them one.

        `told_floor`: the platform said what they may do in the community's space, which is remembered. What they may
        do now never rests on that memory, only on what the platform says now and what the community gave them.
        Without `learns` nothing is written about whoever is known: it would tell when they acted. `joins`: the
        network tells that they come just now, as NEW or BACK; `by` an invite where it is known.
        """
        row = await self._find(actor.account, community.id)
        if row is None or row.side is None:
            row = await self._arrive(actor, community, by, joins=joins)
        if learns:
            await self._learn(actor, row, told_floor=told_floor)
        if learns and actor.language and row.language is None:
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
        if row.side_by_link:  # now they came
            came = {"joined_at": self._work.now, "left_at": None, "by_link": False}
            await self._work.execute(sa.update(members).where(mine).values(**came))

    async def home(self, account: AccountRef) -> Community | None:
        """The community that a private chat is about: the one that was chosen for it, else the one joined last.

        Of whoever is in none, the only one there is.
        """
        there = await self.communities(account)
        return there[0] if there else await Communities(self._work).only_one()

    async def communities(self, account: AccountRef) -> Sequence[Community]:
        """Those that the account's person is in: first the one chosen for the private chat, then the newest."""
        query = (
            _THEIRS.join(persons, members.c.person_id == sa.func.coalesce(persons.c.points_to, persons.c.id))
            .join(accounts, accounts.c.person_id == persons.c.id)
            .where(*_is_account(account), is_here())
            .order_by(
                sa.case((accounts.c.home_id == communities.c.id, 0), else_=1),
                members.c.joined_at.desc(),
                members.c.id.desc(),
            )
        )
        return await self._each_once(query)

    async def communities_of(self, member: Member) -> Sequence[Community]:
        """Those that the member's person is in, the newest first."""
        mine = _THEIRS.where(members.c.person_id == member.person_id, is_here())
        return await self._each_once(mine.order_by(members.c.joined_at.desc(), members.c.id.desc()))

    async def _each_once(self, query: sa.Select[*tuple[Any, ...]]) -> Sequence[Community]:
        found = [community_from(row) for row in await self._work.rows(query)]
        return list({community.id: community for community in found}.values())

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

    async def of_many(self, member_ids: Collection[int]) -> Mapping[int, Member]:
        """The same for several members of one community, by the id that was asked for; who was erased is missing."""
        family = await families(self._work, member_ids)
        acting = {family[id] for id in member_ids if id in family}
        rows = await self._work.rows(_MEMBERS.where(members.c.id.in_(acting)))
        if not rows:
            return {}
        community = await Communities(self._work).get(rows[0].community_id)
        found = {row.id: _member(row, community) for row in rows}
        return {id: found[family[id]] for id in member_ids if family.get(id) in found}

    async def name_of(self, member_id: int | None) -> str:
        """What the member is called; "" where nobody knows any more, and for None."""
        found = await self.of_many([] if member_id is None else [member_id])
        return "".join(member.name for member in found.values())

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

    async def join(self, actor: Actor, community: Community, by: Invitation | None, *, again: bool = False) -> Member:
        """The account joined a space, perhaps by somebody's invite; `again`, where it was there before we knew it."""
        before = await self._find(actor.account, community.id)
        as_new = Came.BACK if again else Came.NEW
        member = await self.recognise(actor, community, by=by, joins=as_new)
        if before is None or await self.come_back(member, by, joins=True):
            return member
        fresh = before.side == before.id and not before.side_by_link and before.joined_at > self._work.now - FIRST_SIGNS
        if fresh or by is not None:
            came = as_new if fresh else Came.KNOWN
            self._arrived(member.community_id, member.id, came, by, since=before.joined_at, joins=True)
        return member

    async def come_back(self, member: Member, by: Invitation | None = None, *, joins: bool = False) -> bool:
        """Who left before is gone no longer; False where they had not. They are known since they joined first."""
        gone = (members.c.id == (member.side or member.id)) & members.c.left_at.is_not(None)
        change = sa.update(members).where(gone).values(left_at=None).returning(members.c.joined_at)
        row = (await self._work.execute(change)).first()
        if row is not None:
            self._arrived(member.community_id, member.id, Came.BACK, by, since=row.joined_at, joins=joins)
        return row is not None

    def _arrived(
        self,
        community_id: int,
        member_id: int,
        came: Came,
        by: Invitation | None,
        *,
        since: datetime,
        joins: bool,
    ) -> None:
        self._work.emit(
            MemberArrived(
                community_id=community_id,
                at=self._work.now,
                member_id=member_id,
                came=came,
                invited_by=None if by is None else by.member_id,
                confidence=0.0 if by is None else by.confidence,
                since=since,
                joined=joins,
            )
        )

    async def note_door(self, account: AccountRef, *, open: bool) -> None:
        """Whether the bot may write to the account first."""
        change = sa.update(accounts).where(*_is_account(account)).values(direct=open, direct_changed_at=self._work.now)
        await self._work.execute(change)

    async def _find(self, account: AccountRef, community_id: int) -> sa.Row[*tuple[Any, ...]] | None:
        """The member who acts for the account, and as `side` its own membership; None there before it has one."""
        asked = {"platform": account.platform, "external_id": account.user_id, "community_id": community_id}
        return await self._work.row(_FIND, asked)

    async def _arrive(
        self, actor: Actor, community: Community, by: Invitation | None, *, joins: Came | None
    ) -> sa.Row[*tuple[Any, ...]]:
        person_id = await self._person(actor)
        target = await self._work.value(sa.select(persons.c.points_to).where(persons.c.id == person_id))
        acting = None
        if target is not None:  # the one who acts for the account has to be a member as well
            was_there = await self._find(actor.account, community.id) is not None
            await self._make(community.id, target, actor.name, left_at=self._work.now, by_link=True)
            found = await self._find(actor.account, community.id)
            assert found is not None
            acting = int(found.id)
        else:
            was_there = False
        new = await self._make(community.id, person_id, actor.name, counts_for=acting)
        row = await self._find(actor.account, community.id)
        assert row is not None
        if new and not was_there:
            came = joins or Came.NEW
            self._arrived(community.id, row.id, came, by, since=self._work.now, joins=joins is not None)
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
_OF: Final = communities.alias("of")

# Where somebody has yet to move from one that joined another, they are in that other.
_THEIRS: Final = (
    sa.select(communities)
    .join(_OF, communities.c.id == sa.func.coalesce(_OF.c.joined_id, _OF.c.id))
    .join(members, members.c.community_id == _OF.c.id)
)


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
        *(_SIDE.c[name].label(f"side_{name}") for name in ("name", "floor", "left_at", "by_link")),
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
        quiet_from=community.quiet_from if row.quiet_from is None else clock_from(row.quiet_from),
        quiet_until=community.quiet_until if row.quiet_until is None else clock_from(row.quiet_until),
        granted=granted,
    )
