"""Who has which badge: given and taken by hand, counted, listed, and what a rule would give."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.awarding import award, family, keep_as_facts
from bot.community.badges import KeptBadge
from bot.community.facts import Facts
from bot.community.linked import counts_for, is_here, parts_of
from bot.community.rules import clause, facts_of
from bot.errors import UserError
from bot.model.badges import AwardSource, Won
from bot.model.events import BadgeAwarded
from bot.model.rules import Rule
from bot.storage.award_tables import awards
from bot.storage.dialect import id_list, is_among, upsert
from bot.storage.queue import Line, enqueue
from bot.storage.tables import members
from bot.storage.types import Json
from bot.storage.work import Work


class News(Struct, frozen=True):
    """A badge that was won lately, with a level: by how many, and the names of those who were first."""

    badge_id: int
    level: int
    total: int
    names: Sequence[str]


class Holder(Struct, frozen=True):
    """Somebody who has a badge and may be shown."""

    member_id: int
    name: str
    level: int
    at: datetime


class Wearer(Struct, frozen=True):
    """A membership that has a badge; `shown`: others may see it on them."""

    member_id: int
    level: int
    shown: bool


class Awards:
    """Reads and changes who has which badge within one piece of work. Linked accounts are one holder."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, member_id: int) -> Sequence[Won]:
        """What the member has: of each badge the highest level, the newest badge first."""
        rows = await self._work.rows(sa.select(awards).where(awards.c.member_id.in_(parts_of(member_id)), _STANDS))
        return _best(rows, member_id)

    async def of_many(self, member_ids: Collection[int]) -> Mapping[int, Sequence[Won]]:
        """The same for each of these members, who act for themselves; who has nothing is not in it."""
        ids = id_list(self._work.dialect, sa.bindparam("ids", sorted(member_ids), type_=Json))
        query = sa.select(awards, _ACTING.label("acting")).join(_PART, _PART.c.id == awards.c.member_id)
        query = query.where(is_among(self._work.dialect, _PART.c.id, family(self._work.dialect, ids)), _STANDS)
        found: dict[int, list[Any]] = {}
        for row in await self._work.rows(query):
            found.setdefault(row.acting, []).append(row)
        return {member_id: _best(rows, member_id) for member_id, rows in found.items()}

    async def give(self, kept: KeptBadge, member_id: int, why: str, by: int | None) -> int:
        """Give the next level by hand, or again what was taken; returns it. Raises UserError for one too many."""
        await self._lock(member_id)
        mine = (awards.c.badge_id == kept.id) & awards.c.member_id.in_(parts_of(member_id))
        rows = await self._work.rows(sa.select(awards.c.level, awards.c.taken_at).where(mine))
        has = max((row.level for row in rows if row.taken_at is None), default=0)
        taken = max((row.level for row in rows if row.taken_at is not None), default=0)
        level = max(has + 1, taken)
        if level > max(len(kept.badge.levels), 1):
            raise UserError("badge-has-it")
        await self._work.execute(sa.delete(awards).where(mine, awards.c.taken_at.is_not(None)))
        acting = int(await self._work.value(sa.select(counts_for(member_id))))
        line = {"community_id": kept.community_id, "badge_id": kept.id, "member_id": acting, "level": level}
        told = {"at": self._work.now, "source": AwardSource.HAND.value, "why": why or None, "by_id": by}
        row = upsert(self._work.dialect, awards).values(**line, **told).on_conflict_do_nothing()
        award_id = (await self._work.execute(row.returning(awards.c.id))).scalar()
        if award_id is None:  # another host was faster
            raise UserError("badge-has-it")
        await self._moved(kept, member_id)
        self._work.emit(
            BadgeAwarded(
                community_id=kept.community_id,
                at=self._work.now,
                member_ids=(acting,),
                badge_id=kept.id,
                badge=kept.name,
                level=level,
                source=AwardSource.HAND.value,
                award_id=award_id,
            )
        )
        return level

    async def take(self, kept: KeptBadge, member_id: int, by: int | None) -> int:
        """Take the badge, all its levels; its rule will not give it again. Returns the level that they had, or 0."""
        await self._lock(member_id)
        mine = (awards.c.badge_id == kept.id) & awards.c.member_id.in_(parts_of(member_id)) & _STANDS
        had = await self._work.value(sa.select(sa.func.max(awards.c.level)).where(mine))
        await self._work.execute(sa.update(awards).where(mine).values(taken_at=self._work.now, taken_by=by))
        await self._moved(kept, member_id)
        return int(had or 0)

    async def give_back(self, kept: KeptBadge, member_id: int) -> int:
        """Undo `take`: what was taken stands as before. Returns the level; 0 where nothing was."""
        await self._lock(member_id)
        mine = (awards.c.badge_id == kept.id) & awards.c.member_id.in_(parts_of(member_id))
        taken = mine & awards.c.taken_at.is_not(None)
        if not (await self._work.execute(sa.update(awards).where(taken).values(taken_at=None, taken_by=None))).rowcount:
            return 0
        await self._moved(kept, member_id)
        return int(await self._work.value(sa.select(sa.func.max(awards.c.level)).where(mine)))

    async def backfill(self, kept: KeptBadge, facts: Facts, after: int, most: int) -> tuple[int, int]:
        """Give it to those who fulfil its rule already, of the `most` members next after the id `after`.

        Returns the last of them, 0 when there was nobody left to look at, and to how many it was new. Their facts are
        worked out first: one that has just come is kept of nobody yet.
        """
        query = sa.select(members.c.id).where(members.c.community_id == kept.community_id, members.c.id > after)
        ids = [row[0] for row in await self._work.rows(query.order_by(members.c.id).limit(most))]
        names = {fact for rule in kept.badge.levels for fact in facts_of(rule)}
        await facts.refresh(ids, names)
        given = await award(self._work, kept.community_id, [kept], ids, source=AwardSource.BACKFILL)
        if given:
            await self._look_again(kept, ids)
        return (ids[-1] if ids else 0), given

    async def _lock(self, member_id: int) -> None:
        """On PostgreSQL whoever moves the same member's facts or badges waits; SQLite has one writer."""
        transaction = await self._work.transaction()
        theirs = sa.select(members.c.id).where(members.c.id.in_(parts_of(member_id)))
        await transaction.rows(theirs.order_by(members.c.id).with_for_update(key_share=True))

    async def _moved(self, kept: KeptBadge, member_id: int) -> None:
        """Their facts say what they have now, and segments that ask for it are looked at again."""
        ids = [row[0] for row in await self._work.rows(parts_of(member_id))]
        await keep_as_facts(self._work, ids)
        await self._look_again(kept, ids)

    async def _look_again(self, kept: KeptBadge, member_ids: Sequence[int]) -> None:
        arguments = {"community_id": kept.community_id, "member_ids": list(member_ids)}
        line = Line("core", "look_again", arguments, community_id=kept.community_id)
        await enqueue(await self._work.transaction(), line, self._work.now)

    async def people(self, community_id: int) -> int:
        """How many memberships `backfill` looks at."""
        query = sa.select(sa.func.count()).select_from(members).where(members.c.community_id == community_id)
        return int(await self._work.value(query) or 0)

    async def counts(self, community_id: int) -> Mapping[int, int]:
        """By badge's id, how many people have it, those included who are not shown."""
        query = (
            sa.select(awards.c.badge_id, sa.func.count(_ACTING.distinct()))
            .join(_PART, _PART.c.id == awards.c.member_id)
            .where(awards.c.community_id == community_id, _STANDS)
            .group_by(awards.c.badge_id)
        )
        return {row[0]: row[1] for row in await self._work.rows(query)}

    async def holders(self, kept: KeptBadge, limit: int, offset: int = 0) -> Sequence[Holder]:
        """Who has it and may be shown: the highest level first, of one level those first who have had it longest."""
        held = _held(awards.c.badge_id == kept.id)
        query = (
            sa.select(members.c.id, members.c.name, held.c.level, held.c.at)
            .join(held, held.c.member_id == members.c.id)
            .where(is_here(), _shown())
            .order_by(held.c.level.desc(), held.c.at, members.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [Holder(*row) for row in await self._work.rows(query)]

    async def wearers(
        self, kept: KeptBadge, after: int, most: int, *, only: Collection[int] | None = None
    ) -> Sequence[Wearer]:
        """The memberships that have it by themselves, here or away, in the order of their ids behind `after`.

        `only` these. By themselves: so that whoever is parted from a linked account keeps theirs, and no more.
        """
        level = sa.func.max(awards.c.level)
        query = (
            sa.select(awards.c.member_id, level, sa.func.max(sa.cast(~_shown(), sa.Integer)))
            .join(_PART, _PART.c.id == awards.c.member_id)
            .join(members, members.c.id == _ACTING)
            .where(awards.c.badge_id == kept.id, _STANDS, awards.c.member_id > after)
            .group_by(awards.c.member_id)
            .order_by(awards.c.member_id)
            .limit(most)
        )
        if only is not None:
            query = query.where(awards.c.member_id.in_(only))
        return [Wearer(member_id, level, not hidden) for member_id, level, hidden in await self._work.rows(query)]

    async def shown(self, community_id: int) -> Mapping[int, int]:
        """By badge's id, how many people `holders` would list."""
        query = (
            sa.select(awards.c.badge_id, sa.func.count(members.c.id.distinct()))
            .join(_PART, _PART.c.id == awards.c.member_id)
            .join(members, members.c.id == _ACTING)
            .where(awards.c.community_id == community_id, _STANDS, is_here(), _shown())
            .group_by(awards.c.badge_id)
        )
        return {row[0]: row[1] for row in await self._work.rows(query)}

    async def news(self, community_id: int, since: datetime, until: datetime, names: int) -> Sequence[News]:
        """What was won from `since` on and before `until` (both aware), each badge and level once, the rarest first.

        Only by people who may be shown, and not what a backfill gave, which is nothing new.
        """
        new = (awards.c.community_id == community_id) & (awards.c.at >= since) & (awards.c.at < until)
        held = _held(new & (awards.c.source != AwardSource.BACKFILL))
        alike = (held.c.badge_id, held.c.level)
        turn = sa.func.row_number().over(partition_by=alike, order_by=(held.c.at, members.c.id)).label("turn")
        many = sa.func.count().over(partition_by=alike).label("many")
        each = (
            sa.select(held.c.badge_id, held.c.level, members.c.name, turn, many)
            .join(members, members.c.id == held.c.member_id)
            .where(is_here(), _shown())
            .subquery()
        )
        rarest = (each.c.many, each.c.level.desc(), each.c.badge_id, each.c.turn)
        rows = await self._work.rows(sa.select(each).where(each.c.turn <= names).order_by(*rarest))
        found: dict[tuple[int, int], list[str]] = {}
        for row in rows:
            found.setdefault((row.badge_id, row.level), []).append(row.name)
        total = {(row.badge_id, row.level): row.many for row in rows}
        return [News(*key, total[key], some) for key, some in found.items()]

    async def would_get(self, kept: KeptBadge, names: int) -> tuple[int, Sequence[str]]:
        """How many people its rule would give it, or a higher level, and the names of some who may be shown."""
        if not kept.badge.levels:
            return 0, ()
        missing = sa.or_(*(_lacks(kept, level, rule) for level, rule in enumerate(kept.badge.levels, 1)))
        people = (members.c.community_id == kept.community_id) & is_here() & missing
        total = int(await self._work.value(sa.select(sa.func.count()).select_from(members).where(people)) or 0)
        some = sa.select(members.c.name).where(people, _shown()).order_by(members.c.id).limit(names)
        return total, [row[0] for row in await self._work.rows(some)]


def _best(rows: Sequence[Any], member_id: int) -> Sequence[Won]:
    best: dict[int, Won] = {}
    for row in sorted(rows, key=lambda row: (row.level, -row.id), reverse=True):
        won = Won(row.badge_id, member_id, row.level, row.at, AwardSource(row.source), row.why)
        best.setdefault(row.badge_id, won)
    return sorted(best.values(), key=lambda won: (won.at, won.badge_id), reverse=True)


_STANDS: Final = awards.c.taken_at.is_(None)
_HIDDEN: Final = members.alias("hidden_part")
_PART: Final = members.alias("holding_part")
_ACTING: Final = sa.func.coalesce(_PART.c.counts_for, _PART.c.id)


def _shown() -> sa.ColumnElement[bool]:
    """Over `members`: who did not ask, by whichever account, not to be shown."""
    theirs = sa.exists().where(_HIDDEN.c.counts_for == members.c.id, _HIDDEN.c.hidden)
    return members.c.hidden.is_(False) & ~theirs


def _held(which: sa.ColumnElement[bool]) -> sa.Subquery:
    """Of each badge and holder the highest level, and since when."""
    every = sa.select(awards.c.badge_id, _ACTING.label("member_id"), awards.c.level, awards.c.at)
    each = every.join(_PART, _PART.c.id == awards.c.member_id).where(which, _STANDS).subquery("each")
    place = sa.func.row_number().over(
        partition_by=(each.c.badge_id, each.c.member_id), order_by=(each.c.level.desc(), each.c.at)
    )
    ranked = sa.select(each, place.label("place")).subquery("ranked")
    return sa.select(ranked).where(ranked.c.place == 1).subquery("held")


def _lacks(kept: KeptBadge, level: int, rule: Rule) -> sa.ColumnElement[bool]:
    """Whose rule holds, and who has neither that level nor a higher one, nor had the badge taken from them."""
    in_the_way = (awards.c.level >= level) | awards.c.taken_at.is_not(None)
    parts = sa.select(_PART.c.id).where(_PART.c.counts_for == members.c.id).correlate(members)
    whose = (awards.c.member_id == members.c.id, awards.c.member_id.in_(parts))
    has = [sa.exists().where(awards.c.badge_id == kept.id, in_the_way, each).correlate(members) for each in whose]
    return sa.and_(clause(rule), *(~each for each in has))
