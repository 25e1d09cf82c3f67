"""Whom an occasion means: the members that a trigger finds and a journey's rule lets in."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.community.activities import SIGNED_UP
from bot.community.rules import clause
from bot.community.segments import entered
from bot.model.identity import Community
from bot.model.journeys import Audience, DateTrigger, Journey, SegmentTrigger, StreamTrigger
from bot.model.rules import EVERYBODY, Rule
from bot.storage.dialect import id_list
from bot.storage.tables import activities, attendance, member_facts, members, streams
from bot.storage.types import Json

PRETENDED = "pretended"
"""The trigger of a preview without an occasion: it goes through everybody who could be meant one day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One occasion to enrol people: a journey as it stands, what triggered it, from when its steps count.

    `trigger` names the occasion and makes it unique: "stream:12", "activity:ordered:A-17", "date:birthday:2026-11-28",
    "segment:3:1764280800000000" (its id, and the moment it was entered), "once:1764280800000000".
    """

    community: Community
    journey_id: int
    version: int
    journey: Journey
    trigger: str
    anchor: datetime
    member_ids: tuple[int, ...] | None = None  # only these, where the trigger is some members' own
    rule: Rule = EVERYBODY  # only those for whom it holds, beside the journey's own rule


def audience(plan: Plan, dialect: str) -> sa.Select[int]:
    """The ids of the members whom the plan means, before those who are enrolled already are left out."""
    chosen = sa.select(members.c.id).where(
        members.c.community_id == plan.community.id,
        members.c.left_at.is_(None),
        clause(plan.journey.audience),
        clause(plan.rule),
    )
    if plan.member_ids is not None:
        listed = sa.bindparam("member_ids", list(plan.member_ids), type_=Json)
        return chosen.where(members.c.id.in_(id_list(dialect, listed)))
    trigger = plan.journey.trigger
    if isinstance(trigger, StreamTrigger):
        return _around_stream(chosen, trigger.who, plan.trigger)
    if isinstance(trigger, DateTrigger):
        has_date = (member_facts.c.fact == trigger.fact) & (member_facts.c.text > "")
        return chosen.where(members.c.id.in_(sa.select(member_facts.c.member_id).where(has_date)))
    if isinstance(trigger, SegmentTrigger) and plan.trigger != PRETENDED:
        segment_id, at = plan.trigger.split(":")[1:]
        return chosen.where(members.c.id.in_(entered(int(segment_id), int(at))))
    return chosen


def _around_stream(chosen: sa.Select[int], who: Audience, trigger: str) -> sa.Select[int]:
    stream_id = int(trigger.removeprefix("stream:"))
    there = sa.select(attendance.c.member_id).where(attendance.c.stream_id == stream_id)
    hosts = sa.select(streams.c.host_id).where(streams.c.id == stream_id, streams.c.host_id.is_not(None))
    chosen = chosen.where(members.c.id.not_in(hosts))  # nobody is thanked for coming to their own stream
    if who is Audience.ATTENDED:
        return chosen.where(members.c.id.in_(there))
    signed_up = sa.select(activities.c.member_id).where(
        activities.c.kind == SIGNED_UP, activities.c.reference == trigger
    )
    return chosen.where(members.c.id.in_(signed_up), members.c.id.not_in(there))
