"""What `/why` shows: a member's newest deliveries with the reason for each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.community.linked import parts_of
from bot.delivery.effects import IS_MESSAGE
from bot.model.decisions import Reason, State
from bot.model.identity import Purpose
from bot.storage.tables import deliveries, enrolments, journeys
from bot.storage.work import Work


class Explained(Struct, frozen=True):
    """One delivery: what it was, where it stands, why."""

    id: int
    journey: str | None  # "plugin.name", None outside journeys
    step: str
    state: State
    reason: Reason | None
    values: tuple[tuple[str, str], ...]
    due_at: datetime
    settled_at: datetime | None
    route: str | None
    trigger: str | None
    purpose: Purpose = Purpose.SERVICE
    message: str | None = None  # the text's key, outside journeys, and its values
    said: tuple[tuple[str, Any], ...] = ()
    asked: bool = False  # the person asked for this very message


async def explain(
    work: Work, member_id: int, *, limit: int = 8, before: int | None = None, only: int | None = None
) -> Sequence[Explained]:
    """The member's newest deliveries, those to come first; `before` is the id of the last one of the page before.

    `only` asks for the one of that id.
    """
    when = sa.func.coalesce(deliveries.c.settled_at, deliveries.c.due_at)
    query = (
        sa.select(deliveries, enrolments.c.trigger, journeys.c.plugin, journeys.c.name)
        .outerjoin(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
        .outerjoin(journeys, journeys.c.id == enrolments.c.journey_id)
        .where(deliveries.c.member_id.in_(parts_of(member_id)), IS_MESSAGE)
        .order_by(when.desc(), deliveries.c.id.desc())
        .limit(limit)
    )
    if only is not None:
        query = query.where(deliveries.c.id == only)
    if before is not None:
        last = deliveries.alias()
        last_when = sa.select(sa.func.coalesce(last.c.settled_at, last.c.due_at)).where(last.c.id == before)
        query = query.where(sa.tuple_(when, deliveries.c.id) < sa.tuple_(last_when.scalar_subquery(), before))
    return [_explained(row) for row in await work.rows(query)]


def _explained(row: sa.Row[*tuple[Any, ...]]) -> Explained:
    payload = row.payload or {}
    said = payload.get("values", {})
    nested = any(isinstance(value, Mapping) for value in said.values())  # of which nobody but its reader can say it
    return Explained(
        id=row.id,
        journey=f"{row.plugin}.{row.name}" if row.plugin else None,
        step=row.step,
        state=State(row.state),
        reason=Reason(row.reason) if row.reason else None,
        values=tuple((key, str(value)) for key, value in (row.detail or {}).items()),
        due_at=row.due_at,
        settled_at=row.settled_at,
        route=row.route,
        trigger=row.trigger,
        purpose=Purpose(row.purpose),
        message=None if nested else payload.get("message"),
        said=tuple(said.items()),
        asked=bool(payload.get("asked")),
    )
