"""The outbox: due rows claimed with a lease, intents before each send, outcomes after it. Raw SQL: the hot path."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final, LiteralString

from msgspec import Struct

from bot.delivery.case import Due
from bot.model.decisions import Reason, State
from bot.model.identity import AccountRef, Purpose, Route
from bot.storage.database import Database, Reader, Statement, Transaction
from bot.storage.dialect import upsert
from bot.storage.tables import deliveries
from bot.storage.types import from_micros, to_json, to_micros
from bot.storage.unpacking import table_of, unpacked

LEASE = timedelta(minutes=2)

Lease = int
"""Until when deliveries are a process's own, in whole microseconds; it marks them as that process's."""

_CLAIM: LiteralString = """
UPDATE deliveries SET state = 'claimed', lease_until = :lease, attempts = attempts + 1
WHERE id IN (SELECT id FROM deliveries WHERE {which} ORDER BY due_at, id LIMIT :count {skip})
RETURNING id, community_id, member_id, enrolment_id, step, purpose, due_at, expires_at, attempts, payload
"""


class Outcome(Struct, frozen=True):
    """What became of a claimed delivery; written by `settle`."""

    due: Due
    state: State
    reason: Reason
    again: datetime | None = None  # with PENDING: when to try it next
    route: Route | None = None
    variant: str | None = None
    message_ref: str | None = None
    detail: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None  # how long it waits to be opened, where that is longer than it may be sent
    reference: str = ""  # what the network calls the poll that was opened; not kept here
    shut: tuple[AccountRef, ...] = ()  # those that turned out to take no direct messages; not kept here


Leased = tuple[Outcome, Lease]
"""What became of a delivery, and the lease under which it was ours then."""


class Written(Struct, frozen=True):
    """Of which deliveries the outcome was written, which may be sent now, and under which lease those are ours."""

    settled: frozenset[int]
    intended: frozenset[int]
    lease: Lease


async def claim(
    transaction: Transaction, now: datetime, count: int, among: Sequence[int] | None = None
) -> tuple[list[Due], Lease]:
    """Lease up to `count` due deliveries to this process, the most overdue first; with `among` only those."""
    skip: LiteralString = "FOR UPDATE SKIP LOCKED" if transaction.dialect == "postgresql" else ""
    which: LiteralString = "state = 'pending' AND due_at <= :now"
    lease = to_micros(now + LEASE)
    values: dict[str, Any] = {"now": to_micros(now), "lease": lease, "count": count}
    if among is not None:
        # The plus keeps SQLite from going through all that is due to find these few.
        which = "state = 'pending' AND +due_at <= :now AND id IN (SELECT id FROM {ids} AS ids)"
        which = which.replace("{ids}", unpacked(transaction.dialect, "ids", id="integer"))
        values["ids"] = to_json([[id] for id in among])
    rows = await transaction.fetch(_CLAIM.replace("{which}", which).replace("{skip}", skip), values)
    return sorted((_due(row, transaction) for row in rows), key=lambda due: (due.due_at, due.id)), lease


_purpose = cache(Purpose)  # to call an enumeration takes ten times as long


async def due_beside(
    reader: Reader, now: datetime, count: int, *, busy: Collection[str], running: Collection[str]
) -> list[int]:
    """The ids of up to `count` due deliveries that need not wait for a `busy` platform, the most overdue first.

    A delivery's platform is that of the first of the person's doors, as the sender tries them. For a reader: to look
    for them may take longer than a transaction should.
    """
    sql = _BESIDE.replace("{channel}", _CHANNEL[reader.dialect])
    for name in ("busy", "running"):
        sql = sql.replace("{" + name + "}", unpacked(reader.dialect, name, platform="text"))
    values = {"now": to_micros(now), "count": count}
    named = {"busy": to_json([[name] for name in busy]), "running": to_json([[name] for name in running])}
    return [id for (id,) in await reader.fetch(sql, {**values, **named})]


_CHANNEL: Mapping[str, LiteralString] = {
    "sqlite": "json_extract(d.payload, '$.channel[0]')",
    "postgresql": "CAST(d.payload AS json) #>> '{channel,0}'",
}

_BESIDE: LiteralString = """
SELECT d.id FROM deliveries d WHERE d.state = 'pending' AND d.due_at <= :now
AND coalesce(CASE WHEN d.member_id IS NULL OR (d.step = 'effect' AND d.enrolment_id IS NULL) THEN {channel} ELSE (
  SELECT a.platform FROM members m JOIN accounts a ON a.person_id = m.person_id
  WHERE m.id = d.member_id AND a.direct IS NOT FALSE AND a.platform IN (SELECT platform FROM {running} AS running)
  ORDER BY a.direct IS NOT TRUE, a.id LIMIT 1) END, '') NOT IN (SELECT platform FROM {busy} AS busy)
ORDER BY d.due_at, d.id LIMIT :count
"""


def _due(row: Sequence[Any], reader: Reader) -> Due:
    id, community, member, enrolment, step, purpose, due, expires, attempts, payload = row
    return Due(
        id=id,
        community_id=community,
        member_id=member,
        enrolment_id=enrolment,
        step=step,
        purpose=_purpose(purpose),
        due_at=from_micros(due),
        expires_at=from_micros(expires),
        attempts=attempts,
        payload=reader.opened_values(payload) if payload else None,
    )


async def settle_and_intend(
    transaction: Transaction, settled: Sequence[Leased], dues: Sequence[Due], lease: Lease, now: datetime
) -> Written:
    """Write what became of claimed deliveries, and that `dues`, claimed under `lease`, are about to be sent.

    What somebody else took over meanwhile stays as it is. From here on a crash means that nobody knows whether those
    that may be sent arrived.
    """
    fresh = to_micros(now + LEASE)
    statements = [_settle(transaction.dialect, settled, now)] if settled else []
    if dues:
        statements.append(_intend(transaction.dialect, dues, lease, fresh))
    found = [frozenset(id for (id,) in rows) for rows in await transaction.fetch_each(statements)]
    return Written(found[0] if settled else frozenset(), found[-1] if dues else frozenset(), fresh)


def _intend(dialect: str, dues: Sequence[Due], lease: Lease, fresh: Lease) -> Statement:
    rows = [(due.id, lease, fresh) for due in dues]
    table, values = table_of(dialect, rows, id="integer", lease="integer", fresh="integer")
    sql: LiteralString = (
        "UPDATE deliveries SET state = 'sending', lease_until = ours.fresh FROM " + table + " AS ours"
        " WHERE deliveries.id = ours.id AND state = 'claimed' AND lease_until = ours.lease RETURNING deliveries.id"
    )
    return sql, values


def _settle(dialect: str, settled: Sequence[Leased], now: datetime) -> Statement:
    at = to_micros(now)
    table, values = table_of(dialect, [_row(outcome, lease, at) for outcome, lease in settled], **_OUTCOME)
    sql: LiteralString = (
        "UPDATE deliveries SET state = o.state, reason = o.reason, due_at = coalesce(o.due, due_at),"
        " settled_at = o.settled, route = o.route, variant = o.variant, message_ref = o.message_ref,"
        " detail = coalesce(o.detail, deliveries.detail), expires_at = coalesce(o.until, expires_at),"
        " lease_until = NULL FROM " + table + " AS o"
        " WHERE deliveries.id = o.id AND deliveries.state IN ('claimed', 'sending') AND lease_until = o.lease"
        " RETURNING deliveries.id"
    )
    return sql, values


_OUTCOME: dict[str, LiteralString] = {
    "id": "integer",
    "lease": "integer",
    "state": "text",
    "reason": "text",
    "due": "integer",
    "settled": "integer",
    "route": "text",
    "variant": "text",
    "message_ref": "text",
    "detail": "text",
    "until": "integer",
}


def _row(outcome: Outcome, lease: Lease, now: int) -> tuple[Any, ...]:
    return (
        outcome.due.id,
        lease,
        outcome.state.value,
        outcome.reason.value,
        to_micros(outcome.again) if outcome.again else None,
        now if outcome.state.is_final else None,
        outcome.route.value if outcome.route else None,
        outcome.variant,
        outcome.message_ref,
        to_json(dict(outcome.detail)) if outcome.detail else None,
        to_micros(outcome.until) if outcome.until else None,
    )


async def recover(transaction: Transaction, leases_before: datetime, now: datetime) -> tuple[int, int]:
    """Pick up what a process left whose leases ran out before a moment: (freed, unknown).

    What it had only claimed goes back; what it was sending is unknown, reported, and never repeated. An effect may be
    repeated, and goes back as well.
    """
    # In the words of the partial index: SQLite does not see that one state is among the two, and would read every row.
    under_way: LiteralString = "state IN ('claimed', 'sending') AND lease_until < :before"
    values = {"before": to_micros(leases_before)}
    freed = await transaction.run(
        "UPDATE deliveries SET state = 'pending', lease_until = NULL"
        " WHERE (state = 'claimed' OR step = 'effect' AND enrolment_id IS NULL) AND " + under_way,
        values,
    )
    unknown = await transaction.run(
        "UPDATE deliveries SET state = 'unknown', reason = 'unknown-outcome', settled_at = :now, lease_until = NULL"
        " WHERE state = 'sending' AND " + under_way,
        {**values, "now": to_micros(now)},
    )
    return freed, unknown


async def release_outdated(transaction: Transaction, held: Sequence[Due]) -> int:
    """Let go at once what was just held for a reason that ended while it was being decided; returns how many.

    Without what waits for a plugin that is not there: nothing but a restart brings that back.
    """
    if not held:
        return 0
    rows = unpacked(transaction.dialect, "rows", id="integer")
    sql = _RELEASE_OUTDATED.replace("{rows}", rows)
    return await transaction.run(sql, {"rows": to_json([[due.id] for due in held])})


_RELEASE_OUTDATED: LiteralString = """
UPDATE deliveries SET state = 'pending', reason = NULL
WHERE id IN (SELECT id FROM {rows} AS held) AND state = 'held' AND CASE reason
  WHEN 'all-stopped' THEN (SELECT stopped_at IS NULL FROM communities WHERE communities.id = community_id)
  WHEN 'on-air' THEN NOT EXISTS (SELECT 1 FROM streams
        WHERE streams.community_id = deliveries.community_id AND streams.state IN ('live', 'ending'))
    AND NOT EXISTS (SELECT 1 FROM enrolments JOIN streams ON enrolments.trigger = 'stream:' || streams.id
        WHERE enrolments.id = enrolment_id AND streams.community_id = deliveries.community_id
        AND streams.state = 'ended' AND streams.ended_at <> enrolments.anchor_at)
  WHEN 'plugin-off' THEN EXISTS (SELECT 1 FROM enrolments JOIN journeys ON journeys.id = journey_id
        JOIN plugin_settings ON plugin_settings.community_id = journeys.community_id
        AND plugin_settings.plugin = journeys.plugin WHERE enrolments.id = enrolment_id AND enabled)
  ELSE (SELECT status NOT IN ('shadow', 'waiting', 'paused') FROM enrolments
        JOIN journeys ON journeys.id = journey_id WHERE enrolments.id = enrolment_id) END
"""


LAPSED_AT_ONCE = 5_000


async def lapse(transaction: Transaction, now: datetime) -> int:
    """Note what was available until it expired without being opened; at most `LAPSED_AT_ONCE`, returns how many."""
    return await transaction.run(
        "UPDATE deliveries SET state = 'lapsed' WHERE id IN (SELECT id FROM deliveries WHERE state = 'available'"
        " AND expires_at <= :now LIMIT :count) AND state = 'available'",
        {"now": to_micros(now), "count": LAPSED_AT_ONCE},
    )


FIRST_DUE: Final = (
    "SELECT min(due_at) FROM deliveries WHERE state = 'pending'"
    " UNION ALL SELECT min(expires_at) FROM deliveries WHERE state = 'available'"
    " UNION ALL SELECT min(lease_until) + 1 FROM deliveries WHERE state IN ('claimed', 'sending')"
)
"""A raw statement: when the first delivery is due, lapses or loses its lease."""


def earliest(found: Sequence[Sequence[int | None]]) -> datetime | None:
    """The first of the moments in the rows of `FIRST_DUE`; None when nothing waits."""
    moments = [row[0] for row in found if row[0] is not None]
    return from_micros(min(moments)) if moments else None


async def next_due(database: Database) -> datetime | None:
    """When the next delivery is due, lapses or loses its lease; None when nothing waits."""
    async with database.read() as reader:
        return earliest(await reader.fetch(FIRST_DUE))


async def post(
    transaction: Transaction,
    *,
    key: str,
    community_id: int,
    purpose: Purpose,
    due: datetime,
    expires: datetime,
    payload: Mapping[str, Any],
    member_id: int | None = None,
    step: str = "",
) -> bool:
    """Put a delivery of its own into the outbox; False when one with this `key` is there already.

    `payload` says what it is: {"message": id, "values": {...}, "routes": [...]} for a person, with "asked": true where
    the person asked for it; {"message": ..., "channel": [platform, space, channel]} for everybody, or a "poll" in place
    of the message.
    """
    statement = upsert(transaction.dialect, deliveries).values(
        key=key,
        community_id=community_id,
        member_id=member_id,
        step=step,
        purpose=purpose.value,
        due_at=due,
        expires_at=expires,
        payload=dict(payload),
    )
    return (await transaction.execute(statement.on_conflict_do_nothing())).rowcount == 1
