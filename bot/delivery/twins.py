"""Linked accounts that were both enrolled: what became of the same step of the other one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString

from bot.delivery.case import Case, Due, Enrolment, Twin
from bot.delivery.deciding import LOOK_AGAIN
from bot.delivery.recipients import Families
from bot.model.decisions import Defer, Reason, Send, State, Verdict
from bot.model.journeys import Again, StepKind
from bot.storage.database import Reader
from bot.storage.types import from_micros, to_json
from bot.storage.unpacking import unpacked

Twins = tuple[int, int, int, str, str]
"""What the same step of two linked accounts has in common."""

_UNDER_WAY = (State.CLAIMED, State.SENDING)


async def load_twins(
    reader: Reader, dues: Sequence[Due], enrolments: Mapping[int, Enrolment], families: Families
) -> Mapping[int, Twin]:
    """By delivery, its twin; nothing is read where nobody was linked. What is decided together is not under way yet."""
    wanted = [
        (due.id, due.enrolment_id, due.step, other)
        for due in dues
        if families and due.enrolment_id in enrolments and due.member_id is not None
        for other in families.of(due.member_id)
        if other != due.member_id
    ]
    if not wanted:
        return {}
    table = unpacked(reader.dialect, "wanted", id="integer", enrolment="integer", step="text", other="integer")
    found: defaultdict[int, list[Sequence[Any]]] = defaultdict(list)
    for id, *rest in await reader.fetch(_TWINS.replace("{wanted}", table), {"wanted": to_json(wanted)}):
        found[id].append(rest)
    together = {due.id for due in dues}
    of = {due.id: due.enrolment_id or 0 for due in dues}
    return {id: _twin(enrolments[of[id]], rows, together) for id, rows in found.items()}


def _twin(mine: Enrolment, rows: Sequence[Sequence[Any]], together: set[int]) -> Twin:
    again = mine.journey.again
    newer = again is Again.NEWEST and any(from_micros(anchor) > mine.anchor for anchor, *_ in rows)
    same = [
        (id, State(state))
        for _, trigger, id, state in rows
        if id is not None and (trigger == mine.trigger or again is Again.ONCE)
    ]
    given = any(state.was_given or state is State.UNKNOWN for _, state in same)
    return Twin(given, any(state in _UNDER_WAY and id not in together for id, state in same), newer)


def twins_of(case: Case) -> Twins | None:
    """What twins have in common, to be said only once; None for what is not said."""
    enrolment, step, person = case.enrolment, case.step, case.recipient
    if enrolment is None or step is None or person is None or step.kind is StepKind.WAIT:
        return None
    trigger = "" if enrolment.journey.again is Again.ONCE else enrolment.trigger
    return person.person_id, case.due.community_id, enrolment.journey_id, trigger, step.id


_TWINS: LiteralString = """
SELECT wanted.id, oe.anchor_at, oe.trigger, o.id, o.state FROM {wanted} AS wanted
JOIN enrolments e ON e.id = wanted.enrolment
JOIN enrolments oe ON oe.journey_id = e.journey_id AND oe.member_id = wanted.other
LEFT JOIN deliveries o ON o.enrolment_id = oe.id AND o.step = wanted.step
"""


def once_for_twins(case: Case, verdict: Verdict, said: set[Twins], now: datetime) -> Verdict:
    """Of twins that are decided together the second waits for what becomes of the first."""
    twins = twins_of(case)
    if twins is None or not isinstance(verdict, Send | Defer):
        return verdict
    if twins in said:
        return Defer(Reason.SAME_PERSON, now + LOOK_AGAIN)
    if isinstance(verdict, Send):
        said.add(twins)
    return verdict
