"""Planning anew: a stream ended at another time than people were enrolled by, so what has not left counts from that."""

import logging
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, LiteralString

import sqlalchemy as sa
from pydantic import ValidationError

from bot.delivery.audience import Plan
from bot.delivery.planning import IN_CHUNK, Chunk, first_stretch, which, write_steps, zones_of
from bot.model.decisions import Reason
from bot.model.identity import Community
from bot.model.journeys import Again, Journey
from bot.model.occasions import Happened
from bot.storage.database import Database, Reader, Transaction
from bot.storage.tables import enrolments, journey_versions, journeys
from bot.storage.types import to_json, to_micros
from bot.storage.unpacking import unpacked

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE: Final[Mapping[str, int]] = MappingProxyType({"sqlite": 400, "postgresql": 10_000})
"""How many people one transaction plans anew, by database: their steps are deleted before they are written."""


async def plan_anew(
    database: Database, community: Community, trigger: str, anchor: datetime, *, people_at_once: int | None = None
) -> int:
    """Let everybody whom the occasion `trigger` enrolled count from `anchor`; returns how many have something to come.

    What has not left, also what was left out so far, is planned anew by the journey's version that people are on; what
    left stays as it is, and so does what follows a wait that is over. Each chunk of people is one short transaction,
    and doing it again changes nothing: a crash between two chunks is healed by calling it once more.
    """
    async with database.read() as reader:
        plans = await _plans(reader, community, trigger, anchor)
    count, moved = people_at_once or PEOPLE_AT_ONCE[database.dialect], 0
    for plan in plans:
        zones = await zones_of(database, plan)
        while (chunk := await _next_chunk(database, plan, count)) is not None:
            async with database.write() as transaction:
                await _move(transaction, plan, chunk)
                moved += await _forget_what_is_to_come(transaction, plan, chunk)
                await write_steps(transaction, plan, chunk, first_stretch(plan.journey.steps), zones)
    return moved


async def _plans(reader: Reader, community: Community, trigger: str, anchor: datetime) -> list[Plan]:
    """The journeys that the occasion started, in each version that somebody is on who counts from another moment."""
    kind = (enrolments.c.journey_id, enrolments.c.version, journeys.c.plugin)
    others = sa.select(*kind).join(journeys, journeys.c.id == enrolments.c.journey_id)
    moved = others.where(enrolments.c.trigger == trigger, enrolments.c.anchor_at != anchor)
    found = []
    for journey_id, version, plugin in await reader.rows(moved.distinct().order_by(*kind)):
        same = (journey_versions.c.journey_id == journey_id) & (journey_versions.c.version == version)
        definition = await reader.value(sa.select(journey_versions.c.definition).where(same))
        try:
            journey = Journey.model_validate(definition)
        except ValidationError:  # another version of the program wrote it; nothing of it is sent, and the rest goes on
            log.exception("version %d of journey %d cannot be read", version, journey_id)
        else:
            found.append(Plan(community, plugin, journey_id, version, journey, Happened(trigger), anchor))
    return found


async def _next_chunk(database: Database, plan: Plan, count: int) -> Chunk | None:
    """The next enrolments that count from another moment."""
    of_journey = (enrolments.c.journey_id == plan.journey_id) & (enrolments.c.version == plan.version)
    others = of_journey & (enrolments.c.trigger == plan.occasion.reference) & (enrolments.c.anchor_at != plan.anchor)
    found = sa.select(enrolments.c.id).where(others).order_by(enrolments.c.id).limit(count).subquery()
    async with database.read() as reader:
        row = await reader.row(sa.select(sa.func.count(), sa.func.min(found.c.id), sa.func.max(found.c.id)))
    return Chunk(*row) if row is not None and row[0] else None


async def _move(transaction: Transaction, plan: Plan, chunk: Chunk) -> None:
    """Let them count from the plan's anchor; where the newest occasion wins, find out anew which that is."""
    values = {**which(plan, chunk), "anchor": to_micros(plan.anchor)}
    await transaction.run(_MOVE, values)
    if plan.journey.again is Again.NEWEST:
        await transaction.run(_FIND_NEWEST, {**which(plan, chunk), "superseded": Reason.SUPERSEDED.value})


async def _forget_what_is_to_come(transaction: Transaction, plan: Plan, chunk: Chunk) -> int:
    """Delete what is written anew; returns how many people it was of."""
    first = unpacked(transaction.dialect, "first_steps", step="text")
    steps = to_json([(step.id,) for step in first_stretch(plan.journey.steps)])
    values = {**which(plan, chunk), "first_steps": steps}
    rows = await transaction.fetch(_FORGET.replace("{steps}", first), values)
    return len({id for id, state in rows if state != "skipped"})


_MOVE: LiteralString = (
    "UPDATE enrolments SET anchor_at = :anchor WHERE id IN (SELECT e.id FROM enrolments e WHERE " + IN_CHUNK + ")"
)

_FIND_NEWEST: LiteralString = (
    """
    UPDATE enrolments SET ended = CASE WHEN EXISTS (
        SELECT 1 FROM enrolments n WHERE n.member_id = enrolments.member_id AND n.journey_id = enrolments.journey_id
        AND n.anchor_at > enrolments.anchor_at) THEN :superseded END
    WHERE journey_id = :journey AND (ended IS NULL OR ended = :superseded)
    AND member_id IN (SELECT e.member_id FROM enrolments e WHERE """
    + IN_CHUNK
    + ")"
)

_FORGET: LiteralString = (
    """
    DELETE FROM deliveries WHERE state IN ('pending', 'held', 'skipped') AND step IN (SELECT step FROM {steps} AS first)
    AND enrolment_id IN (SELECT e.id FROM enrolments e WHERE e.ended IS NULL AND """
    + IN_CHUNK
    + ") RETURNING enrolment_id, state"
)
