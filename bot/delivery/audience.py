"""Whom an occasion means: the members that a trigger finds and a journey's rule lets in."""

from datetime import datetime
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.activities import SIGNED_UP
from bot.community.linked import any_part, counts_for, is_here
from bot.community.rules import clause
from bot.community.segments import entered
from bot.model.identity import Community
from bot.model.journeys import Audience, DateTrigger, Journey, StreamTrigger
from bot.model.occasions import Occasion, SegmentEntered, StreamOver
from bot.model.rules import EVERYBODY, Rule
from bot.storage.dialect import id_list, is_among, one_by_one
from bot.storage.tables import activities, attendance, member_facts, members, streams
from bot.storage.types import Json


class Plan(Struct, frozen=True):
    """One occasion to enrol people: a journey as it stands, what made it begin, from when its steps count."""

    community: Community
    plugin: str
    journey_id: int
    version: int
    journey: Journey
    occasion: Occasion
    anchor: datetime
    member_ids: tuple[int, ...] | None = None  # only these, where the occasion is some members' own
    rule: Rule = EVERYBODY  # only those for whom it holds, beside the journey's own rule
    afresh: bool = False  # of a preview: as if nobody had been enrolled yet


def audience(plan: Plan, dialect: str) -> sa.Select[int]:
    """The ids of the members whom the plan means, before those who are enrolled already are left out."""
    chosen = sa.select(members.c.id).where(
        members.c.community_id == plan.community.id,
        is_here(),
        clause(plan.journey.audience),
        clause(plan.rule),
    )
    if plan.member_ids is not None:
        listed = sa.bindparam("member_ids", list(plan.member_ids), type_=Json)
        return chosen.where(is_among(dialect, members.c.id, id_list(dialect, listed)))
    match plan.journey.trigger, plan.occasion:
        case StreamTrigger(who=who), StreamOver() as over:
            return _around_stream(chosen, who, over, dialect)
        case DateTrigger(fact=fact), _:
            has_date = (member_facts.c.fact == fact) & (member_facts.c.text > "")
            return chosen.where(members.c.id.in_(sa.select(member_facts.c.member_id).where(has_date)))
        case _, SegmentEntered(segment_id, at):
            return chosen.where(members.c.id.in_(entered(segment_id, at)))
        case _:
            return chosen


def _around_stream(chosen: sa.Select[int], who: Audience, over: StreamOver, dialect: str) -> sa.Select[int]:
    hosts = sa.select(counts_for(streams.c.host_id)).where(
        streams.c.id == over.stream_id, streams.c.host_id.is_not(None)
    )
    chosen = chosen.where(members.c.id.not_in(hosts))  # nobody is thanked for coming to their own stream
    if who is Audience.ATTENDED:
        there = _by_whom(attendance.c.member_id, attendance.c.stream_id == over.stream_id)
        return chosen.where(is_among(dialect, members.c.id, there))
    asked = (activities.c.kind == SIGNED_UP) & (activities.c.reference == over.reference)
    signed_up = _by_whom(activities.c.member_id, asked)
    return chosen.where(is_among(dialect, members.c.id, signed_up), ~_was_there(members, over), ~_by_a_part(over))


_PART: Final = members.alias()


def _by_whom(member_id: sa.Column[int], which: sa.ColumnElement[bool]) -> sa.Select[int]:
    """The members whom these rows are about, and those who act for them since their accounts were linked."""
    acting = sa.select(_PART.c.counts_for).where(
        _PART.c.counts_for.is_not(None), sa.exists().where(member_id == _PART.c.id, which)
    )
    both = sa.union_all(sa.select(member_id).where(which), acting).subquery()
    return sa.select(both.c[0])


def _was_there(who: sa.FromClause, over: StreamOver) -> sa.ColumnElement[bool]:
    found = sa.select(attendance.c.member_id).where(
        attendance.c.stream_id == over.stream_id, attendance.c.member_id == who.c.id
    )
    return sa.exists(one_by_one(found, who))


def _by_a_part(over: StreamOver) -> sa.ColumnElement[bool]:
    return any_part(_was_there(_PART, over), _PART)
