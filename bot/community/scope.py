"""What a fact's select starts from: the members it is asked about, what they did and the streams they were at."""

from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.storage.dialect import id_pairs, is_among
from bot.storage.tables import activities, attendance, members, streams
from bot.storage.types import Json


class _People(Struct, frozen=True):
    """The members that a fact is asked about, as Scope has them."""

    people: sa.CTE
    dialect: str

    def theirs(self, column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
        """Joins a table to `people`, by the column that says whose its rows are."""
        same = column == self.people.c.part_id
        return same if self.dialect == "sqlite" else same & (column == _ANY_OF_THEM)


# PostgreSQL expects too many rows of each in a table that has just grown: it would read all of it for the join alone.
# As a text, since a select would hide from SQLAlchemy what a fact's own query begins at.
_ANY_OF_THEM: Final = sa.text("ANY (ARRAY(SELECT part_id FROM people))")


class Scope(_People, frozen=True):
    """What a fact's select starts from: the members it is asked about, and what they saw.

    `people` has a row (member_id, part_id) for each member whose history counts for `member_id`: the member itself, and
    those whose persons are linked into its person. Join histories with `theirs`, group by `member_id`.
    `activities` sums them up: member_id, kind, count, total (of the values), last_at (microseconds).
    `visits` has a row for each stream that went live and where `member_id` was seen: member_id, stream_id, number,
    first_slot (0 for its first ten minutes), last_at (microseconds), questions, place (1 for the community's newest
    ended stream; NULL while it is not ended).
    """

    activities: sa.CTE
    visits: sa.CTE


def scope_of(dialect: str, linked: bool) -> Scope:
    """Over the parameter `facts_people`. `linked`: what somebody's accounts both did is to be counted once."""
    pairs = id_pairs(dialect, sa.bindparam("facts_people", type_=Json)).subquery()
    people = sa.select(pairs.c.second.label("member_id"), pairs.c.first.label("part_id")).cte("people")
    asked = _People(people, dialect)
    did = _each_once(asked) if linked else _activities_of(asked)
    return Scope(people, dialect, _summed(did), _visits(asked))


def _activities_of(asked: _People) -> sa.Subquery:
    # One pass for all kinds: with a kind to look for, SQLite may rather scan every activity there is.
    at = sa.type_coerce(activities.c.at, sa.BigInteger).label("at")
    columns = (asked.people.c.member_id, activities.c.kind, activities.c.value, at)
    return sa.select(*columns).join(activities, asked.theirs(activities.c.member_id)).subquery("did")


def _each_once(asked: _People) -> sa.Subquery:
    """What linked accounts both did before they were linked happened once: the older line counts."""
    at, did = sa.type_coerce(activities.c.at, sa.BigInteger), activities.c
    alike = (asked.people.c.member_id, did.kind, did.reference)
    place = sa.func.row_number().over(partition_by=alike, order_by=(at, did.id))
    columns = (asked.people.c.member_id, did.kind, did.value, at.label("at"), place.label("place"))
    every = sa.select(*columns).join(activities, asked.theirs(did.member_id)).subquery("twice")
    return sa.select(every).where(every.c.place == 1).subquery("did")


def _summed(did: sa.Subquery) -> sa.CTE:
    return (
        sa.select(
            did.c.member_id,
            did.c.kind,
            sa.func.count().label("count"),
            sa.func.sum(did.c.value).label("total"),
            sa.func.max(did.c.at).label("last_at"),
        )
        .group_by(did.c.member_id, did.c.kind)
        .cte("summed")
    )


def _visits(asked: _People) -> sa.CTE:
    people = asked.people
    asked_about = is_among(asked.dialect, members.c.id, sa.select(people.c.member_id))
    communities = sa.select(members.c.community_id).where(asked_about)
    newest_first = sa.func.row_number().over(partition_by=streams.c.community_id, order_by=streams.c.number.desc())
    known = streams.c.number.is_not(None)
    ended = (
        sa.select(streams.c.id, newest_first.label("place"))
        .where(streams.c.community_id.in_(communities), streams.c.ended_at.is_not(None), known)
        .subquery("ended")
    )
    return (
        sa.select(
            people.c.member_id,
            streams.c.id.label("stream_id"),
            streams.c.number,
            sa.func.min(attendance.c.slot).label("first_slot"),
            sa.func.max(sa.type_coerce(attendance.c.last_at, sa.BigInteger)).label("last_at"),
            sa.func.sum(attendance.c.questions).label("questions"),
            ended.c.place,
        )
        .join(attendance, asked.theirs(attendance.c.member_id))
        .join(streams, streams.c.id == attendance.c.stream_id)
        .join(ended, ended.c.id == streams.c.id, isouter=True)
        .where(known)
        .group_by(people.c.member_id, streams.c.id, streams.c.number, ended.c.place)
        .cte("visits")
    )
