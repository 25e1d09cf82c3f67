"""What follows a step that says nothing: the task to run, the steps behind a wait."""

from datetime import datetime

from bot.delivery.case import Case
from bot.delivery.planning import due_and_expiry, first_stretch
from bot.model.journeys import StepKind
from bot.storage.database import Transaction
from bot.storage.dialect import upsert
from bot.storage.queue import Line, enqueue
from bot.storage.tables import deliveries
from bot.storage.types import to_micros


async def write_following_steps(transaction: Transaction, case: Case, now: datetime) -> None:
    """In the transaction that settles the step: queue its task, or plan the steps behind its wait."""
    assert case.step is not None and case.enrolment is not None and case.recipient is not None
    if case.step.kind is StepKind.TASK:
        await _queue_task(transaction, case, now)
        return
    steps = case.enrolment.journey.steps
    behind = steps[steps.index(case.step) + 1 :]
    base = goes_on_from(case)
    for step in first_stretch(behind):
        due, expires = due_and_expiry(step, case.enrolment.journey, case.enrolment.anchor, base, case.recipient.zone)
        statement = upsert(transaction.dialect, deliveries).values(
            community_id=case.due.community_id,
            member_id=case.due.member_id,
            enrolment_id=case.due.enrolment_id,
            step=step.id,
            purpose=(step.purpose or case.enrolment.journey.purpose).value,
            due_at=due,
            expires_at=expires,
        )
        await transaction.execute(statement.on_conflict_do_nothing())


def goes_on_from(case: Case) -> datetime:
    """What the steps behind a wait count from: the newest activity it waited for, else its own time (aware UTC)."""
    assert case.step is not None and case.enrolment is not None and case.recipient is not None
    seen = [at for kind in case.step.satisfied_by if (at := case.recipient.done.get(kind))]
    return max([at for at in seen if at >= case.enrolment.anchor], default=case.due.due_at)


async def _queue_task(transaction: Transaction, case: Case, now: datetime) -> None:
    assert case.step is not None and case.step.task is not None
    plugin, _, task = case.step.task.partition(".")
    arguments = {"member_id": case.due.member_id, "delivery_id": case.due.id}
    # A delivery is forgotten with its member, and on SQLite the next one may get its number; the key stays.
    key = f"task:{case.due.id}:{to_micros(case.due.due_at)}"
    line = Line(plugin, task, arguments, community_id=case.due.community_id, key=key)
    await enqueue(transaction, line, now)
