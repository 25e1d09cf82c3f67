"""Native grants: what members should have of a network's own, kept here, and carried out by effects in the outbox."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.community.linked import parts_of
from bot.delivery.effects import ACT_SECONDS
from bot.delivery.giving import PERSONAL, Networks
from bot.delivery.marking import GIVEN
from bot.delivery.posting import About, post_effects
from bot.delivery.upkeep import retry
from bot.model.grants import Door, Failing, Gift, Granted, Native, NativeKind
from bot.model.identity import Space, SpaceRef
from bot.model.ports import Platform
from bot.model.results import Problem
from bot.storage.dialect import upsert
from bot.storage.grant_tables import native_doors, native_grants, native_marks
from bot.storage.tables import spaces
from bot.storage.work import Work

AT_ONCE: Final = 200
"""How many gifts are written in one statement."""

_G: Final = native_grants.c
_Key = tuple[int, Native, str]


class NativeGrants:
    """Gives and takes within one piece of work; the network is seen to soon after, and told of by `NativeSettled`."""

    def __init__(self, work: Work, community_id: int, platforms: Mapping[str, Platform]) -> None:
        self._work = work
        self._community_id = community_id
        self._networks = Networks(platforms, ACT_SECONDS)

    async def give(
        self,
        member_id: int,
        what: Native,
        *,
        source: str,
        until: datetime | None = None,
        rank: int = 0,
        reason: str = "",
    ) -> bool:
        """Let a member have something, see `Gift`. False where they have it by this source, until then, anyway."""
        return bool(await self.give_all([Gift(member_id, what, source, until, rank, reason)]))

    async def give_all(self, gifts: Sequence[Gift]) -> int:
        """The same for several; returns for how many it is new or changed. A few hundred at a time."""
        now = self._work.now
        gifts = [gift for gift in gifts if gift.until is None or gift.until > now]
        changed = 0
        for start in range(0, len(gifts), AT_ONCE):
            changed += await self._give_some(gifts[start : start + AT_ONCE])
        return changed

    async def take(self, source: str, member_id: int | None = None) -> int:
        """End all that was given by a source, or only one member's part of it; returns how many grants that were."""
        which = self._by(source) & _G.ended_at.is_(None)
        if member_id is not None:
            which &= _G.member_id.in_(parts_of(member_id))
        return await self._change(which, ended_at=self._work.now)

    async def take_from(self, source: str, member_ids: Collection[int]) -> int:
        """End what was given by a source to these memberships themselves, whoever is linked with them."""
        which = self._by(source) & _G.ended_at.is_(None) & _G.member_id.in_(member_ids)
        return await self._change(which, ended_at=self._work.now)

    async def had_by(self, source: str, after: int, most: int) -> Sequence[int]:
        """The memberships that have something by a source, in the order of their ids behind `after`."""
        query = sa.select(_G.member_id).where(self._by(source), _G.ended_at.is_(None), _G.member_id > after)
        rows = await self._work.rows(query.distinct().order_by(_G.member_id).limit(most))
        return [member_id for (member_id,) in rows]

    async def extend(self, source: str, until: datetime | None) -> int:
        """Let what was given by a source last until then, also where it is over by now, but not where it was taken.

        Returns how many grants that are.
        """
        which = self._by(source) & _G.ended_at.is_(None)
        ran_out = _G.until.is_not(None) & (_G.until <= self._work.now)
        again = until is None or until > self._work.now
        told = sa.case((ran_out, ""), else_=_G.told) if again else _G.told
        return await self._change(which, until=until, told=told)

    async def of(self, member_id: int) -> Sequence[Granted]:
        """What the member should have right now, the highest rank first."""
        holds = _G.ended_at.is_(None) & (_G.until.is_(None) | (_G.until > self._work.now))
        query = sa.select(native_grants).where(_G.member_id.in_(parts_of(member_id)), holds)
        rows = await self._work.rows(query.order_by(_G.rank.desc(), _G.since.desc(), _G.id.desc()))
        return [_granted(row) for row in rows if row.community_id == self._community_id]

    async def failing(self) -> Sequence[Failing]:
        """What networks refuse to give or to take, and what would mend it; not what is up to the person."""
        mark = native_marks.c
        what = (mark.space_id, mark.kind, mark.ref, mark.problem, mark.said)
        mine = sa.select(spaces.c.id).where(spaces.c.community_id == self._community_id)
        query = (
            sa.select(*what, sa.func.count().label("people"), sa.func.max(mark.tried_at).label("at"))
            .where(mark.problem.is_not(None), mark.problem.not_in(sorted(PERSONAL)), mark.space_id.in_(mine))
            .group_by(*what)
            .order_by(*what[:4])
        )
        return [
            Failing(
                Native(row.space_id, NativeKind(row.kind), row.ref), _problem(row.problem, row.said), row.people, row.at
            )
            for row in await self._work.rows(query)
        ]

    async def try_again(self, what: Native) -> int:
        """Try at once what networks refused of it, as is done every day; returns for how many accounts."""
        return await retry(self._work, self._community_id, what)

    async def doors(self) -> Sequence[Door]:
        """The groups and channels that are doors of the community; a network's threads and roles are not listed."""
        query = sa.select(native_doors).where(native_doors.c.community_id == self._community_id)
        rows = await self._work.rows(query.order_by(native_doors.c.title, native_doors.c.external_id))
        return [Door(Native(row.space_id, NativeKind.DOOR, row.external_id), row.title) for row in rows]

    async def make_room(self, space: Space, name: str) -> Native | Problem:
        """A new private thread as a door, where the network has any. Ask before the first write, and once."""
        return await self._networks.make_room(space, name)

    async def check(self, what: Native) -> Sequence[Problem]:
        """What would stop the bot from giving it. Ask before the first write: the network is asked."""
        row = await self._work.row(sa.select(spaces).where(self._is_mine(what.space_id)))
        if row is None:
            return (Problem("core-native-unknown"),)
        return await self._networks.problems(SpaceRef(row.platform, row.external_id), what)

    def _by(self, source: str) -> sa.ColumnElement[bool]:
        return (_G.community_id == self._community_id) & (_G.source == source)

    def _is_mine(self, space_id: int) -> sa.ColumnElement[bool]:
        return (spaces.c.id == space_id) & (spaces.c.community_id == self._community_id)

    async def _give_some(self, gifts: Sequence[Gift]) -> int:
        await self._work.transaction()
        known = await self._known(gifts)
        new = [gift for gift in gifts if _key(gift) not in known]
        if new:
            rows = [self._row(gift) for gift in {_key(gift): gift for gift in new}.values()]
            await self._work.execute(upsert(self._work.dialect, native_grants).values(rows).on_conflict_do_nothing())
        changed = [gift for gift in gifts if (row := known.get(_key(gift))) is not None and self._differs(gift, row)]
        for gift in changed:
            await self._renew(gift, known[_key(gift)])
        await self._see_to(About(gift.what.space_id, gift.member_id, until=gift.until) for gift in (*new, *changed))
        return len(new) + len(changed)

    async def _known(self, gifts: Sequence[Gift]) -> dict[_Key, sa.Row[*tuple[Any, ...]]]:
        members, sources = {gift.member_id for gift in gifts}, {gift.source for gift in gifts}
        query = sa.select(native_grants).where(_G.member_id.in_(members), _G.source.in_(sources))
        rows = await self._work.rows(query)
        return {(row.member_id, Native(row.space_id, NativeKind(row.kind), row.ref), row.source): row for row in rows}

    def _row(self, gift: Gift) -> dict[str, Any]:
        return {
            "community_id": self._community_id,
            "member_id": gift.member_id,
            "space_id": gift.what.space_id,
            "kind": gift.what.kind.value,
            "ref": gift.what.ref,
            "source": gift.source,
            "rank": gift.rank,
            "reason": gift.reason,
            "since": self._work.now,
            "until": gift.until,
        }

    def _differs(self, gift: Gift, row: sa.Row[*tuple[Any, ...]]) -> bool:
        return self._is_over(row) or (row.until, row.rank, row.reason) != (gift.until, gift.rank, gift.reason)

    def _is_over(self, row: sa.Row[*tuple[Any, ...]]) -> bool:
        return row.ended_at is not None or (row.until is not None and row.until <= self._work.now)

    async def _renew(self, gift: Gift, row: sa.Row[*tuple[Any, ...]]) -> None:
        values: dict[str, Any] = {"until": gift.until, "rank": gift.rank, "reason": gift.reason, "ended_at": None}
        if self._is_over(row):
            values |= {"since": self._work.now, "told": ""}
        await self._work.execute(sa.update(native_grants).where(_G.id == row.id).values(**values))

    async def _change(self, which: sa.ColumnElement[bool], **values: Any) -> int:
        changing = sa.update(native_grants).where(which).values(**values)
        rows = (await self._work.execute(changing.returning(_G.space_id, _G.member_id, _G.until))).all()
        await self._see_to(About(row.space_id, row.member_id, until=row.until) for row in rows)
        return len(rows)

    async def _see_to(self, about: Iterable[About]) -> None:
        await post_effects(self._work, self._community_id, list(about))


def _key(gift: Gift) -> _Key:
    return gift.member_id, gift.what, gift.source


def _granted(row: sa.Row[*tuple[Any, ...]]) -> Granted:
    stands = row.told == GIVEN
    return Granted(
        id=row.id,
        member_id=row.member_id,
        what=Native(row.space_id, NativeKind(row.kind), row.ref),
        source=row.source,
        rank=row.rank,
        reason=row.reason,
        since=row.since,
        until=row.until,
        stands=stands,
        problem=_problem(row.told, row.said) if row.told and not stands else None,
    )


def _problem(key: str, said: Sequence[Sequence[str]] | None) -> Problem:
    return Problem(key, tuple((name, value) for name, value in said or ()))
