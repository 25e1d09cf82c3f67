"""Segments: rules with names, and who is in those that a journey waits to be entered."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import is_here
from bot.community.rules import clause
from bot.model.rules import Rule, read_rule
from bot.storage.dialect import id_list, is_among, upsert
from bot.storage.queue import Line, enqueue
from bot.storage.tables import members, segment_members, segments
from bot.storage.types import Id, Instant, Json, to_micros
from bot.storage.work import Work

PEOPLE_AT_ONCE = 2_500
"""How many members one short transaction looks at."""

_STATEMENTS_KEPT: Final = 64


class Segment(Struct, frozen=True):
    """A saved rule. `watched`: whether entries are noticed; before that, who is in it already has to be known."""

    id: int
    community_id: int
    name: str
    rule: Rule
    watched: bool = False


def entered(segment_id: int, at: int) -> sa.Select[int]:
    """The ids of the members who entered a segment at that moment (microseconds since 1970), and are still in it."""
    same = (segment_members.c.segment_id == segment_id) & (
        sa.type_coerce(segment_members.c.entered_at, sa.BigInteger) == at
    )
    return sa.select(segment_members.c.member_id).where(same)


class Segments:
    """Reads and changes segments, and notices who enters them."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def install(self, community_id: int, declared: Mapping[str, Rule]) -> None:
        """Give the community those of plugins' segments of whose name it has none."""
        query = sa.select(segments.c.name).where(segments.c.community_id == community_id)
        known = {name for (name,) in await self._work.rows(query)} if declared else ()
        rows = [
            {"community_id": community_id, "name": name, "rule": rule.model_dump(mode="json")}
            for name, rule in declared.items()
            if name not in known
        ]
        await self._work.insert_all(upsert(self._work.dialect, segments).on_conflict_do_nothing(), rows)

    async def all(self, community_id: int) -> Sequence[Segment]:
        """Every segment of the community, by name."""
        query = sa.select(segments).where(segments.c.community_id == community_id).order_by(segments.c.name)
        return [_segment(row) for row in await self._work.rows(query)]

    async def how_many(self, community_id: int, rule: Rule) -> int:
        """For how many members who are here a rule holds now."""
        fits = sa.select(sa.func.count()).select_from(members)
        return int(await self._work.value(fits.where(members.c.community_id == community_id, is_here(), clause(rule))))

    async def get(self, community_id: int, name: str) -> Segment | None:
        """The community's segment of that name, or None."""
        return next((segment for segment in await self.all(community_id) if segment.name == name), None)

    async def watch(self, segment: Segment) -> None:
        """Notice entries from now on; who is in it by now was written with `fill`."""
        await self._work.execute(
            sa.update(segments).where(segments.c.id == segment.id).values(watched_since=self._work.now)
        )

    async def fill(self, segment: Segment, after: int) -> int | None:
        """Write down who of the next members behind the id `after` is in it already, which is not entering it.

        Returns the last of them; None when there was nobody left to look at.
        """
        ids = await self._next(segment.community_id, after)
        if ids:
            await self._enter(segment, ids)
        return ids[-1] if ids else None

    async def inherit(self, member_ids: Collection[int]) -> None:
        """Who acts for somebody among these since a link is in each segment that one was in, from when that was on."""
        there = (
            sa.select(segment_members.c.segment_id, members.c.counts_for, sa.func.min(segment_members.c.entered_at))
            .join(members, members.c.id == segment_members.c.member_id)
            .where(_are(self._work.dialect, members.c.id), members.c.counts_for.is_not(None))
            .group_by(segment_members.c.segment_id, members.c.counts_for)
        )
        insert = upsert(self._work.dialect, segment_members).from_select(
            ["segment_id", "member_id", "entered_at"], there
        )
        await self._work.execute(insert.on_conflict_do_nothing(), {"segment_ids": sorted(member_ids)})

    async def look(self, watched: Sequence[Segment], member_ids: Collection[int], *, tell: bool = True) -> None:
        """Notice which of these members, whose facts may have moved, entered or left the watched segments.

        Whoever entered is handed on to the job that starts the journeys, in the same transaction, unless not to `tell`.
        """
        for segment in watched:
            ids = sorted(member_ids)
            await self._leave(segment, ids)
            if await self._enter(segment, ids) and tell:
                at = to_micros(self._work.now)
                arguments = {"community_id": segment.community_id, "segment_id": segment.id, "at": at}
                line = Line("core", "segment_entered", arguments, community_id=segment.community_id)
                await enqueue(await self._work.transaction(), line, self._work.now)

    async def _next(self, community_id: int, after: int) -> list[int]:
        query = sa.select(members.c.id).where(members.c.community_id == community_id, members.c.id > after)
        return [id for (id,) in await self._work.rows(query.order_by(members.c.id).limit(PEOPLE_AT_ONCE))]

    async def _enter(self, segment: Segment, ids: Sequence[int]) -> int:
        values = {"segment": segment.id, "segment_ids": list(ids), "now": self._work.now}
        return (await self._work.execute(_entering(self._work.dialect, segment.rule), values)).rowcount

    async def _leave(self, segment: Segment, ids: Sequence[int]) -> None:
        values = {"segment": segment.id, "segment_ids": list(ids)}
        await self._work.execute(_leaving(self._work.dialect, segment.rule), values)


# Whenever anybody's facts move, both are asked of each watched segment: to put them together takes longer than to run.


@lru_cache(maxsize=_STATEMENTS_KEPT)
def _entering(dialect: str, rule: Rule) -> sa.Executable:
    """Over the parameters segment, segment_ids and now."""
    segment = sa.bindparam("segment", type_=Id)
    there = sa.exists().where(segment_members.c.segment_id == segment, segment_members.c.member_id == members.c.id)
    new = sa.select(segment, members.c.id, sa.bindparam("now", type_=Instant)).where(
        _are(dialect, members.c.id), is_here(), clause(rule), ~there
    )
    insert = upsert(dialect, segment_members).from_select(["segment_id", "member_id", "entered_at"], new)
    return insert.on_conflict_do_nothing()


@lru_cache(maxsize=_STATEMENTS_KEPT)
def _leaving(dialect: str, rule: Rule) -> sa.Executable:
    """Over the parameters segment and segment_ids."""
    still = sa.select(members.c.id).where(_are(dialect, members.c.id), is_here(), clause(rule))
    return sa.delete(segment_members).where(
        segment_members.c.segment_id == sa.bindparam("segment", type_=Id),
        _are(dialect, segment_members.c.member_id),
        segment_members.c.member_id.not_in(still),
    )


def _are(dialect: str, column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """Whether it is one of those in the parameter segment_ids."""
    return is_among(dialect, column, id_list(dialect, sa.bindparam("segment_ids", type_=Json)))


def _segment(row: sa.Row[*tuple[Any, ...]]) -> Segment:
    return Segment(row.id, row.community_id, row.name, read_rule(row.rule), row.watched_since is not None)
