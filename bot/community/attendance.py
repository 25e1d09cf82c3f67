"""Who was at a stream: reads the lines that the counter and the imports write, and adds what a handler sees."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.attendance_writing import add_attendance
from bot.community.linked import counts_for, parts_of
from bot.community.slots import SlotCounts, slot_of
from bot.community.stream import Stream
from bot.model.identity import Member
from bot.storage.tables import attendance, members, streams
from bot.storage.types import Id
from bot.storage.work import Work


class Attended(Struct, frozen=True):
    """What one member did at one stream. `slots` of ten minutes, `seconds` only where the platform tells them."""

    member_id: int
    name: str
    hidden: bool  # asked not to be shown in lists
    slots: int
    messages: int
    questions: int
    reactions: int
    check_ins: int
    seconds: float
    first_at: datetime
    last_at: datetime


HERE_NOW: Final = timedelta(minutes=20)
"""Somebody who showed no sign for longer may have left."""


class Summary(Struct, frozen=True):
    """A stream's attendance in numbers; `person_slots` are ten minutes of one person each."""

    people: int
    messages: int
    questions: int
    askers: int
    person_slots: int


class Attendance:
    """Reads attendance, and adds single signs of it within the same piece of work."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def of(self, stream_id: int, member_id: int) -> Attended | None:
        """What the member did at the stream, or None when nobody saw them there."""
        row = await self._work.row(_attended(stream_id).where(attendance.c.member_id.in_(parts_of(member_id))))
        return None if row is None else Attended(*row)

    async def check_in(self, stream: Stream, member: Member) -> None:
        """The member is at the stream now, as a check-in shows; a sign of life of the stream too."""
        tally = SlotCounts(member.name, self._work.now, self._work.now)
        tally.check_ins = 1
        await self._add(stream, member, tally)

    async def asked(self, stream: Stream, member: Member) -> None:
        """The member asks the stream something now; counts as a message too, as it does in the chat."""
        tally = SlotCounts(member.name, self._work.now, self._work.now)
        tally.messages = tally.questions = 1
        await self._add(stream, member, tally)

    async def _add(self, stream: Stream, member: Member, tally: SlotCounts) -> None:
        assert stream.started_at is not None, "a stream that is on has a start"
        place = (stream.id, member.id, slot_of(stream.started_at, tally.first_at))
        await add_attendance(await self._work.transaction(), {place: tally})

    async def first_timers(self, stream_id: int, *, guests: bool = False) -> int:
        """How many were at the stream, and at none of the community before it; `guests`: its host left out."""
        return int(await self._work.value(_first_timers(guests), {"stream": stream_id}))

    async def summary(self, stream_id: int, *, guests: bool = False) -> Summary:
        """The stream's attendance so far; `guests`: its host left out."""
        summing, counting_slots = _summing(guests)
        asked = {"stream": stream_id}
        ((people, messages, questions, askers, slots, of_parts),) = await self._work.rows(summing, asked)
        if of_parts:  # the same ten minutes by two linked accounts are ten minutes of one person
            slots = await self._work.value(counting_slots, asked)
        return Summary(people, messages, questions, askers, slots)

    async def people(
        self, stream_id: int, *, first_timers: bool = False, guests: bool = False, after: int = 0, limit: int = 50
    ) -> Sequence[Attended]:
        """Who was at the stream, by member id; `after` is the last id of the page before.

        With `first_timers` only those who were at no earlier stream of the community, with `guests` not its host.
        """
        query = _attended(stream_id).where(after < _WHO, _at(stream_id, guests))
        if first_timers:
            query = query.where(~_was_there_before(stream_id))
        return await self._some(query, limit)

    async def here(self, stream_id: int, *, first_timers: bool = False, limit: int = 50) -> Sequence[Attended]:
        """Who is at the stream now and may be named: its guests who showed a sign lately and did not ask to be hidden.

        With `first_timers` only those who were at no earlier stream of the community.
        """
        lately = sa.func.max(attendance.c.last_at) >= self._work.now - HERE_NOW
        query = _attended(stream_id).where(_at(stream_id, guests=True)).having(lately, ~_HIDDEN)
        return await self._some(query.where(~_was_there_before(stream_id)) if first_timers else query, limit)

    async def _some(self, query: sa.Select[*tuple[Any, ...]], limit: int) -> Sequence[Attended]:
        return [Attended(*row) for row in await self._work.rows(query.order_by(members.c.id).limit(limit))]


_STREAM: Final = sa.bindparam("stream", type_=Id)
_OTHER: Final = members.alias("other")
_SAME: Final = members.alias("same")
_EARLIER: Final = attendance.alias("earlier")
_BEFORE: Final = streams.alias("before")
_PART: Final = members.alias("part")
_WHO: Final = sa.func.coalesce(_PART.c.counts_for, _PART.c.id)
"""Whom a line of the attendance counts for: of linked accounts the member who acts."""
_HIDDEN: Final = members.c.hidden | sa.exists().where(_OTHER.c.counts_for == members.c.id, _OTHER.c.hidden)


def _by_person(*columns: sa.ColumnElement[Any]) -> sa.Select[*tuple[Any, ...]]:
    return sa.select(*columns).select_from(attendance).join(_PART, _PART.c.id == attendance.c.member_id)


@cache  # hosts' screens ask again and again
def _summing(guests: bool) -> tuple[sa.Select[*tuple[Any, ...]], sa.Select[int]]:
    """Of the stream in the parameter `stream`: its numbers, and how many ten minutes of people there were."""
    at, asker = _at(_STREAM, guests), sa.case((attendance.c.questions > 0, _WHO))
    summing = _by_person(
        sa.func.count(_WHO.distinct()),
        sa.func.coalesce(sa.func.sum(attendance.c.messages), 0),
        sa.func.coalesce(sa.func.sum(attendance.c.questions), 0),
        sa.func.count(asker.distinct()),
        sa.func.count(),
        sa.func.count(_PART.c.counts_for),
    )
    places = _by_person(_WHO, attendance.c.slot).where(at).distinct().subquery()
    return summing.where(at), sa.select(sa.func.count()).select_from(places)


@cache
def _first_timers(guests: bool) -> sa.Select[*tuple[Any, ...]]:
    """Of the stream in the parameter `stream`."""
    seen = _by_person(sa.func.count(_WHO.distinct()))
    return seen.where(_at(_STREAM, guests), ~_was_there_before(_STREAM))


def _attended(stream_id: int) -> sa.Select[*tuple[Any, ...]]:
    column = attendance.c
    sums = (sa.func.sum(column[name]) for name in ("messages", "questions", "reactions", "check_ins", "seconds"))
    times = (sa.func.min(column.first_at), sa.func.max(column.last_at))
    slots = sa.func.count(column.slot.distinct())
    return (
        _by_person(members.c.id, members.c.name, _HIDDEN, slots, *sums, *times)
        .join(members, members.c.id == _WHO)
        .where(column.stream_id == stream_id)
        .group_by(members.c.id, members.c.name, members.c.hidden)
    )


def _at(stream_id: int | sa.BindParameter[int], guests: bool) -> sa.ColumnElement[bool]:
    """What was seen at the stream; of its `guests`, without what was seen of its host."""
    at = attendance.c.stream_id == stream_id
    its_host = sa.exists().where(streams.c.id == stream_id, counts_for(streams.c.host_id) == _WHO)
    return at & ~its_host if guests else at


def _was_there_before(stream_id: int | sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    number = sa.select(streams.c.number).where(streams.c.id == stream_id).scalar_subquery()
    theirs = sa.select(_SAME.c.id).where(sa.or_(_SAME.c.id == _WHO, _SAME.c.counts_for == _WHO))
    return sa.exists().where(
        _EARLIER.c.member_id.in_(theirs.correlate(_PART)),
        _BEFORE.c.id == _EARLIER.c.stream_id,
        _BEFORE.c.number < number,
    )
