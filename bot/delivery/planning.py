"""Planning: who gets a journey, and when each step is due, written in a few statements for any number of people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final, LiteralString
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from bot.clock import wall_clock
from bot.community.linked import any_part, is_here
from bot.delivery.audience import Plan, audience
from bot.delivery.zones import first_zone, is_zone
from bot.model.decisions import Reason
from bot.model.journeys import Again, Delay, Journey, Step, StepKind
from bot.storage.database import Database, Transaction
from bot.storage.dialect import id_list, is_among, is_among_sql, one_by_one, upsert
from bot.storage.tables import enrolments, members, persons
from bot.storage.types import Instant, Json, to_json, to_micros
from bot.storage.unpacking import unpacked

PEOPLE_AT_ONCE: Final[Mapping[str, int]] = MappingProxyType({"sqlite": 2_500, "postgresql": 50_000})
"""How many people one transaction plans, by database.

SQLite has a single writer, who would be kept for longer than a tenth of a second by more. PostgreSQL keeps nobody
waiting, but looks at everybody who is left for each chunk. Whom a chunk is for is found out before its transaction.
"""


async def enrol(database: Database, plan: Plan, *, people_at_once: int | None = None) -> int:
    """Enrol everybody whom the plan means and write the deliveries of their steps; returns how many are new.

    Each chunk of people is one short transaction, and doing it again changes nothing: a crash between two chunks
    is healed by calling it once more.
    """
    zones = await zones_of(database, plan)
    count = people_at_once or PEOPLE_AT_ONCE[database.dialect]
    enrolled, after = 0, 0
    while (people := await _next_people(database, plan, after, count)) is not None:
        after = people.last
        async with database.write() as transaction:
            new = await _enrol_them(transaction, plan, people)
            if new is None:
                continue
            if plan.journey.again is Again.NEWEST:
                await _supersede(transaction, plan, new)
            await write_steps(transaction, plan, new, first_stretch(plan.journey.steps), zones)
        enrolled += new.count
    return enrolled


def first_stretch(steps: Sequence[Step]) -> Sequence[Step]:
    """The steps that can be planned now: up to the first wait, and that one."""
    for place, step in enumerate(steps):
        if step.kind is StepKind.WAIT:
            return steps[: place + 1]
    return steps


def due_and_expiry(
    step: Step, journey: Journey, anchor: datetime, base: datetime, zone: str
) -> tuple[datetime, datetime]:
    """When the step is due and when it has become pointless, both aware UTC.

    Counts from `base`: the journey's anchor, or the end of the wait before the step. The journey closes so long after
    its anchor, whatever its steps say. A wait says nothing that could become pointless: it lasts until then, so that
    the steps behind it are not lost when it is looked at late.
    """
    if isinstance(step.when, Delay):
        due = base + step.when.after
    else:
        there = base.astimezone(ZoneInfo(zone))
        day = there.date().fromordinal(there.toordinal() + step.when.days)
        due = max(wall_clock(datetime.combine(day, step.when.at), zone), base)
    closes = anchor + journey.closes_after
    return due, closes if step.kind is StepKind.WAIT else min(due + step.expires_after, closes)


async def zones_of(database: Database, plan: Plan) -> Sequence[str]:
    """Every zone that somebody whom the plan may mean lives by: the community's own, and those that people chose."""
    query = (
        sa.select(persons.c.zone)
        .join(members, members.c.person_id == persons.c.id)
        .where(members.c.community_id == plan.community.id, persons.c.zone.is_not(None))
        .distinct()
    )
    if plan.member_ids is not None:
        listed = sa.bindparam("member_ids", list(plan.member_ids), type_=Json)
        query = query.where(is_among(database.dialect, members.c.id, id_list(database.dialect, listed)))
    async with database.read() as reader:
        named = {row[0] for row in await reader.rows(query)} | {first_zone(plan.community.zone)}
    return sorted(zone for zone in named if is_zone(zone))


class _People(Struct, frozen=True):
    """Whom a chunk is for: the ids of members as JSON, since Python has nothing to do with them, and the last one."""

    ids: str
    last: int


async def _next_people(database: Database, plan: Plan, after: int, count: int) -> _People | None:
    """The next people behind the member `after` who are to be enrolled; None when nobody is left.

    For a reader: to look through many for whom the journey's rule does not hold takes longer than a transaction should.
    """
    chosen = audience(plan, database.dialect).where(members.c.id > after, ~is_enrolled(plan))
    found = chosen.order_by(members.c.id).limit(count).subquery()
    listed = sa.func.json_group_array if database.dialect == "sqlite" else sa.func.json_agg
    async with database.read() as reader:
        row = await reader.row(sa.select(sa.cast(listed(found.c.id), sa.Text), sa.func.max(found.c.id)))
    return _People(row[0], row[1]) if row is not None and row[1] is not None else None


_OTHER: Final = enrolments.alias("other")
_PART: Final = members.alias("part")  # whose accounts were linked with a member's


def is_enrolled(plan: Plan) -> sa.ColumnElement[bool]:
    """Whether a member is in the journey already so that this occasion would not enrol them."""
    enrolled = _OTHER.c.trigger == plan.occasion.reference
    if plan.journey.again is Again.NEWEST:
        enrolled |= _OTHER.c.anchor_at >= plan.anchor
    elif plan.journey.again is Again.ONCE:
        enrolled = sa.true()
    mine = sa.exists().where(_OTHER.c.journey_id == plan.journey_id, _OTHER.c.member_id == members.c.id, enrolled)
    by_part = sa.select(_OTHER.c.id).where(
        _OTHER.c.journey_id == plan.journey_id, _OTHER.c.member_id == _PART.c.id, enrolled
    )
    return sa.or_(mine, any_part(sa.exists(one_by_one(by_part, _PART)), _PART))


class Chunk(Struct, frozen=True):
    """The enrolments that one chunk wrote; their ids lie close together, perhaps with those of other plans between."""

    count: int
    first: int
    last: int


async def _enrol_them(transaction: Transaction, plan: Plan, people: _People) -> Chunk | None:
    """Enrol these people; None when all have left or were enrolled meanwhile."""
    listed = id_list(transaction.dialect, sa.bindparam("listed", people.ids, type_=sa.Text))
    rows = (
        sa.select(
            sa.literal(plan.journey_id),
            sa.literal(plan.version),
            members.c.id,
            sa.literal(plan.occasion.reference),
            sa.literal(plan.anchor, Instant),
        )
        .where(members.c.id.in_(listed), is_here(), ~is_enrolled(plan))
        .order_by(members.c.id)
    )
    names = ["journey_id", "version", "member_id", "trigger", "anchor_at"]
    insert = upsert(transaction.dialect, enrolments).from_select(names, rows).on_conflict_do_nothing()
    return await _written(transaction, insert)


async def _written(transaction: Transaction, insert: sa.Insert) -> Chunk | None:
    returning = insert.returning(enrolments.c.id)
    if transaction.dialect == "postgresql":  # where the database can add up what it returns
        new = returning.cte("new")
        sums = sa.select(sa.func.count(), sa.func.min(new.c.id), sa.func.max(new.c.id))
        row = await transaction.row(sums.select_from(new))
        return Chunk(*row) if row and row[0] else None
    rows = (await transaction.execute(returning)).all()
    if not rows:
        return None
    ids = [id for (id,) in rows]
    return Chunk(len(rows), min(ids), max(ids))


async def _supersede(transaction: Transaction, plan: Plan, new: Chunk) -> None:
    dialect = transaction.dialect
    theirs: LiteralString = "SELECT e.member_id FROM enrolments e WHERE " + IN_CHUNK
    parts = "SELECT p.id FROM members p WHERE " + is_among_sql(dialect, "p.counts_for", theirs)
    sql: LiteralString = (
        "UPDATE enrolments SET ended = :reason WHERE journey_id = :journey AND anchor_at < :anchor AND ended IS NULL"
        " AND " + is_among_sql(dialect, "member_id", theirs + " UNION ALL " + parts)
    )
    values = {"reason": Reason.SUPERSEDED.value, "anchor": to_micros(plan.anchor), **which(plan, new)}
    await transaction.run(sql, values)


# The plus and the empty text keep SQLite from reading the whole index of the journey, or of the occasion, instead of
# the few rows between two ids.
IN_CHUNK: LiteralString = (
    "e.id BETWEEN :first AND :last AND +e.journey_id = :journey AND +e.version = :version"
    " AND e.trigger || '' = :trigger"
)
"""Which enrolments `e` a chunk is, by the parameters of `which`."""


def which(plan: Plan, new: Chunk) -> Mapping[str, int | str]:
    """The parameters of `IN_CHUNK`."""
    occasion = plan.occasion.reference
    among: dict[str, int | str] = {"journey": plan.journey_id, "version": plan.version, "trigger": occasion}
    return {**among, "first": new.first, "last": new.last}


async def write_steps(
    transaction: Transaction, plan: Plan, new: Chunk, steps: Sequence[Step], zones: Sequence[str]
) -> None:
    """Write these steps of each enrolment of the chunk; those that are there already stay as they are."""
    times = unpacked(
        transaction.dialect, "times", zone="text", step="text", purpose="text", due="integer", expires="integer"
    )
    # One parameter, since zones times steps may be more than a statement may have; materialized, since it would be read
    # anew for each person otherwise.
    sql: LiteralString = (
        "WITH times AS MATERIALIZED "
        + times
        + """
        INSERT INTO deliveries (community_id, member_id, enrolment_id, step, purpose, due_at, expires_at)
        SELECT m.community_id, m.id, e.id, t.step, t.purpose, t.due, t.expires
        FROM enrolments e JOIN members m ON m.id = e.member_id JOIN persons p ON p.id = m.person_id
        JOIN times t ON t.zone = CASE WHEN p.zone IN (SELECT zone FROM times) THEN p.zone ELSE :zone END
        WHERE """
        + IN_CHUNK
        + """
        ON CONFLICT DO NOTHING
        """
    )
    values = {
        "times": to_json(_times(plan, steps, zones)),
        "zone": first_zone(plan.community.zone),
        **which(plan, new),
    }
    await transaction.run(sql, values)


def _times(plan: Plan, steps: Sequence[Step], zones: Sequence[str]) -> list[tuple[str, str, str, int, int]]:
    times = []
    for zone in zones:
        for step in steps:
            due, expires = due_and_expiry(step, plan.journey, plan.anchor, plan.anchor, zone)
            purpose = (step.purpose or plan.journey.purpose).value
            times.append((zone, step.id, purpose, to_micros(due), to_micros(expires)))
    return times
