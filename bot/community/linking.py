"""Linked accounts: a person points at another, who acts for both from then on. Nothing of either's history is moved."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.audit import Audit, AuditEntry, Restore
from bot.model.identity import AccountRef
from bot.storage.queue import Line, enqueue
from bot.storage.tables import accounts, members, persons
from bot.storage.work import Work

LINK: Final = "account.link"
UNLINK: Final = "account.unlink"
"""What the audit log calls them. The subject is "person:<id>", the value the person whom that one is linked to."""

_LENT: Final = ("language", "zone", "quiet_from", "quiet_until", "pushes_per_day", "look")
_LINKING: Final = 0x4C696E6B  # any number: PostgreSQL's lock that lets one link be made or undone at a time


class Account(Struct, frozen=True):
    """One account of somebody, and the person that it stands for by itself. `linked_to`: where its link goes."""

    person_id: int
    ref: AccountRef
    name: str
    linked_to: int | None


class Links:
    """Makes and undoes links within one piece of work.

    A link goes from a person to another; each has at most one, and only those that have none act. So links make a
    tree, cycles cannot be, and to undo one parts exactly what it joined. `points_to` is the end of the way, kept beside
    so that nobody has to go it.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    async def acting(self, person_id: int) -> int:
        """The person who acts for this one."""
        query = sa.select(sa.func.coalesce(persons.c.points_to, persons.c.id)).where(persons.c.id == person_id)
        return int(await self._work.value(query))

    async def person_of(self, member_id: int) -> int | None:
        """Whose membership it is by itself, whoever acts for it; None for one that is gone."""
        found: int | None = await self._work.value(sa.select(members.c.person_id).where(members.c.id == member_id))
        return found

    async def accounts(self, person_id: int) -> Sequence[Account]:
        """Every account that is one with this person's, the one that acts first."""
        acting = await self.acting(person_id)
        query = (
            sa.select(accounts, persons.c.linked_to)
            .join(persons, persons.c.id == accounts.c.person_id)
            .where((persons.c.id == acting) | (persons.c.points_to == acting))
            .order_by(persons.c.points_to.is_not(None), accounts.c.id)
        )
        return [_account(row) for row in await self._work.rows(query)]

    async def account(self, person_id: int) -> Account | None:
        """The account that a person is by themself; None once they were forgotten."""
        query = sa.select(accounts, persons.c.linked_to).join(persons, persons.c.id == accounts.c.person_id)
        row = await self._work.row(query.where(persons.c.id == person_id).order_by(accounts.c.id))
        return None if row is None else _account(row)

    async def join(self, one: int, other: int) -> bool:
        """Link two persons: whoever was known first acts for both. False when they are one already."""
        await self._in_turn()
        into, who = sorted((await self.acting(one), await self.acting(other)))
        if into == who:
            return False
        lent = await self._lend(who, into)
        change = sa.update(persons).where(persons.c.id == who)
        await self._work.execute(change.values(linked_to=into, lent=lent or None))
        theirs = (persons.c.id == who) | (persons.c.points_to == who)
        await self._work.execute(sa.update(persons).where(theirs).values(points_to=into))
        await self._let_act(into)
        family = await self._memberships(into)
        for community_id, ids in family.items():
            await Audit(self._work).note(community_id, ids[0], LINK, f"person:{who}", None, into)
        await self._move_facts(family, apart=False)
        return True

    async def part(self, who: int, *, by: int | None = None) -> bool:
        """Undo the link of a person, with whoever is linked to them. False when there is none.

        `by` is the person who wants it; then it is noted here, and all other memberships are told of it.
        """
        await self._in_turn()
        row = await self._work.row(sa.select(persons).where(persons.c.id == who))
        if row is None or row.linked_to is None:
            return False
        acting, into = row.points_to, row.linked_to
        family = await self._memberships(acting)
        await self._give_back(into, row.lent or {})
        await self._work.execute(sa.update(persons).where(persons.c.id == who).values(linked_to=None, lent=None))
        theirs = await self._linked_to(acting, who)
        await self._work.execute(sa.update(persons).where(persons.c.id.in_(theirs)).values(points_to=who))
        await self._work.execute(sa.update(persons).where(persons.c.id == who).values(points_to=None))
        await self._let_act(who)
        if by is not None:
            for community_id, ids in family.items():
                await Audit(self._work).note(community_id, ids[0], UNLINK, f"person:{who}", into, None)
        apart = {id: sorted({*ids, *(await self._memberships(who)).get(id, ())}) for id, ids in family.items()}
        told = [await self._told(id, person) for id in family for person in (who, into) if person != by]
        await self._move_facts(apart, apart=True, told=[id for id in told if id is not None])
        return True

    async def _in_turn(self) -> None:
        """One link at a time is made or undone; SQLite has one writer anyway."""
        transaction = await self._work.transaction()
        if transaction.dialect == "postgresql":
            await transaction.fetch("SELECT pg_advisory_xact_lock(:key)", {"key": _LINKING})

    async def _lend(self, who: int, into: int) -> Mapping[str, Any]:
        """What the one who acts has not chosen holds as the other chose it; returns what that is."""
        mine = await self._work.row(sa.select(persons).where(persons.c.id == into))
        theirs = await self._work.row(sa.select(persons).where(persons.c.id == who))
        assert mine is not None and theirs is not None
        lent = {
            name: getattr(theirs, name)
            for name in _LENT
            if getattr(mine, name) is None and getattr(theirs, name) is not None
        }
        if lent:
            await self._work.execute(sa.update(persons).where(persons.c.id == into).values(**lent))
        return lent

    async def _give_back(self, into: int | None, lent: Mapping[str, Any]) -> None:
        """Whoever went by what was lent, and chose nothing else since, has not chosen any more; so all the way."""
        while into is not None and lent:
            row = await self._work.row(sa.select(persons).where(persons.c.id == into))
            assert row is not None
            unchanged = {name: None for name, value in lent.items() if getattr(row, name) == value}
            if unchanged:
                await self._work.execute(sa.update(persons).where(persons.c.id == into).values(**unchanged))
            passed_on = row.lent or {}
            lent = {name: value for name, value in lent.items() if passed_on.get(name) == value}
            if lent:
                kept = {name: value for name, value in passed_on.items() if name not in lent}
                await self._work.execute(sa.update(persons).where(persons.c.id == into).values(lent=kept or None))
            into = row.linked_to

    async def _linked_to(self, acting: int, who: int) -> list[int]:
        """Those whose way to the one who acted leads over `who`."""
        query = sa.select(persons.c.id, persons.c.linked_to).where(persons.c.points_to == acting)
        links = [(row.id, row.linked_to) for row in await self._work.rows(query)]
        found: set[int] = {who}
        while more := {id for id, linked_to in links if linked_to in found and id not in found}:
            found |= more
        return sorted(found - {who})

    async def _let_act(self, person_id: int) -> None:
        """Let a person's memberships act for those of the persons linked to them, in each community of any of them."""
        theirs = sa.select(persons.c.id).where(persons.c.points_to == person_id)
        acting = members.alias("acting")
        has = sa.exists().where(acting.c.community_id == members.c.community_id, acting.c.person_id == person_id)
        name = sa.select(sa.func.min(accounts.c.name)).where(accounts.c.person_id == person_id).scalar_subquery()
        since = sa.func.min(members.c.joined_at)
        there = (sa.func.coalesce(name, ""), since, since, sa.true())
        missing = (
            sa.select(members.c.community_id, sa.literal(person_id), *there)
            .where(members.c.person_id.in_(theirs), ~has)
            .group_by(members.c.community_id)
        )
        names = ["community_id", "person_id", "name", "joined_at", "left_at", "by_link"]
        await self._work.execute(sa.insert(members).from_select(names, missing))
        mine = sa.select(acting.c.id).where(
            acting.c.community_id == members.c.community_id, acting.c.person_id == person_id
        )
        change = sa.update(members).where(members.c.person_id.in_(theirs))
        await self._work.execute(change.values(counts_for=mine.scalar_subquery()))
        await self._work.execute(sa.update(members).where(members.c.person_id == person_id).values(counts_for=None))

    async def let_act_in(self, community_id: int) -> None:
        """In a community into which linked persons came otherwise than by acting, they count as their links say."""
        query = (
            sa.select(persons.c.points_to)
            .join(members, members.c.person_id == persons.c.id)
            .where(members.c.community_id == community_id, persons.c.points_to.is_not(None))
            .where(members.c.counts_for.is_(None))
        )
        for (acting,) in await self._work.rows(query.distinct()):
            await self._let_act(acting)

    async def _memberships(self, acting: int) -> Mapping[int, list[int]]:
        """By community, the memberships of a person and of those linked to them, the one that acts first."""
        query = (
            sa.select(members.c.community_id, members.c.id)
            .join(persons, persons.c.id == members.c.person_id)
            .where((persons.c.id == acting) | (persons.c.points_to == acting))
            .order_by(persons.c.points_to.is_not(None), members.c.id)
        )
        found: defaultdict[int, list[int]] = defaultdict(list)
        for community_id, id in await self._work.rows(query):
            found[community_id].append(id)
        return found

    async def _told(self, community_id: int, person_id: int) -> int | None:
        """The person's own membership there, unless they have not come there themself."""
        mine = (members.c.community_id == community_id) & (members.c.person_id == person_id)
        found: int | None = await self._work.value(sa.select(members.c.id).where(mine, members.c.left_at.is_(None)))
        return found

    async def _move_facts(self, family: Mapping[int, Sequence[int]], *, apart: bool, told: Sequence[int] = ()) -> None:
        arguments = {"family": [[id, list(ids)] for id, ids in family.items()], "apart": apart, "told": list(told)}
        line = Line("core", "linked", arguments)
        await enqueue(await self._work.transaction(), line, self._work.now)


def _account(row: sa.Row[*tuple[Any, ...]]) -> Account:
    ref = AccountRef(row.platform, row.external_id)
    return Account(row.person_id, ref, row.name or row.external_id, row.linked_to)


async def _undo(work: Work, community_id: int, subject: str, value: Any) -> None:
    await Links(work).part(int(subject.removeprefix("person:")))


async def _stands(work: Work, community_id: int, entry: AuditEntry) -> bool:
    """Whether the link is still there. One that was undone is made again by its two sides, and by nobody else."""
    person_id = int(entry.subject.removeprefix("person:"))
    query = sa.select(persons.c.linked_to).where(persons.c.id == person_id)
    return entry.before is None and await work.value(query) == entry.after


RESTORE: Mapping[str, Restore] = {LINK: Restore(_undo, _stands)}
"""How a link is undone by a moderator."""
