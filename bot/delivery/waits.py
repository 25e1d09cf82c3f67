"""Waits that end early, because what they waited for was done."""

from datetime import datetime

import sqlalchemy as sa

from bot.community.linked import parts_of
from bot.model.decisions import State
from bot.model.journeys import Journey, StepKind
from bot.storage.tables import deliveries, enrolments, journey_versions
from bot.storage.work import Work


async def end_waits(work: Work, member_id: int, activity: str, at: datetime | None = None) -> int:
    """Make the member's pending waits for this activity due now; returns how many there were.

    `at` (aware; now when None) is when it was done: one that is only found now may be older than the journey.
    """
    version = (journey_versions.c.journey_id == enrolments.c.journey_id) & (
        journey_versions.c.version == enrolments.c.version
    )
    query = (
        sa.select(deliveries.c.id, deliveries.c.step, journey_versions.c.definition)
        .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
        .join(journey_versions, version)
        .where(deliveries.c.member_id.in_(parts_of(member_id)), deliveries.c.state == State.PENDING.value)
        .where(deliveries.c.due_at > work.now, enrolments.c.ended.is_(None))
        .where(enrolments.c.anchor_at <= (at or work.now))
    )
    ended = [row.id for row in await work.rows(query) if _waits_for(row.definition, row.step, activity)]
    if ended:
        change = sa.update(deliveries).where(deliveries.c.id.in_(ended), deliveries.c.state == State.PENDING.value)
        await work.execute(change.values(due_at=work.now))
    return len(ended)


def _waits_for(definition: object, step_id: str, activity: str) -> bool:
    step = Journey.model_validate(definition).step(step_id)
    return step is not None and step.kind is StepKind.WAIT and activity in step.satisfied_by
