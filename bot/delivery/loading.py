"""Load what decisions need for a batch of due deliveries: a few set-based reads, however many people they are for."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, LiteralString

from pydantic import ValidationError

from bot.clock import time_of_day
from bot.delivery.case import Case, Door, Due, Enrolment, JourneyStatus, Later, PluginStatus, Recipient
from bot.delivery.zones import first_zone
from bot.model.decisions import Reason
from bot.model.identity import AccountRef, Purpose, Route
from bot.model.journeys import Journey, StepKind
from bot.model.rules import FactValue
from bot.storage.database import Reader
from bot.storage.types import from_micros, to_json, to_micros
from bot.storage.unpacking import unpacked

WEEK = timedelta(days=7)

log = logging.getLogger(__name__)

PluginsStand = Callable[[str, bool | None], PluginStatus]
"""Where a plugin stands in a community that turned it on or off; None: it chose nothing."""


def as_chosen(plugin: str, chosen: bool | None) -> PluginStatus:
    """Every plugin is there, and on where nobody turned it off."""
    return PluginStatus.OFF if chosen is False else PluginStatus.ON


class Loader:
    """Turns due rows into cases. Keeps the journeys' definitions, which never change once written."""

    def __init__(self, platforms: Callable[[], Iterable[str]], plugins_stand: PluginsStand = as_chosen) -> None:
        self._platforms = platforms
        self._plugins_stand = plugins_stand
        self._definitions: dict[tuple[int, int], Journey] = {}

    async def load(self, reader: Reader, dues: Sequence[Due], now: datetime, *, trigger: str = "") -> list[Case]:
        """The cases for `dues`, in their order. `trigger` is that of dues without an enrolment: a preview's."""
        enrolments = await self._enrolments(reader, [due.enrolment_id for due in dues if due.enrolment_id])
        communities = await _communities(reader, {due.community_id for due in dues})
        people = await self._people(reader, dues, enrolments, now, trigger)
        starts = {row[0]: from_micros(row[1]) for row in await reader.fetch(_NEWEST_STARTS)}
        later = await _later(reader, dues, enrolments, now)
        return [
            self._case(due, enrolments.get(due.enrolment_id or 0), communities, people, starts, later, trigger)
            for due in dues
        ]

    def _case(
        self,
        due: Due,
        enrolment: Enrolment | None,
        communities: Mapping[int, tuple[bool, str]],
        people: Mapping[tuple[int, str], Recipient],
        starts: Mapping[int, datetime],
        later: Mapping[int, tuple[Later, ...]],
        trigger: str,
    ) -> Case:
        trigger = enrolment.trigger if enrolment else trigger
        stopped, language = communities[due.community_id]
        return Case(
            due=due,
            community_stopped=stopped,
            language=language,
            recipient=people.get((due.member_id, trigger)) if due.member_id else None,
            enrolment=enrolment,
            step=enrolment.journey.step(due.step) if enrolment else None,
            newest_start=starts.get(due.community_id),
            later=later.get(due.id, ()),
        )

    async def _enrolments(self, reader: Reader, ids: Sequence[int]) -> dict[int, Enrolment]:
        if not ids:
            return {}
        rows = await reader.fetch(_ENROLMENTS.format(ids=_ids(reader)), {"ids": _packed(ids)})
        await self._learn(reader, {(row[1], row[2]) for row in rows})
        return {
            id: Enrolment(
                journey_id=journey_id,
                journey=self._definitions[journey_id, version],
                status=JourneyStatus(status),
                trigger=trigger,
                anchor=from_micros(anchor),
                ended=Reason(ended) if ended else None,
                plugin=plugin,
                plugin_status=self._plugins_stand(plugin, None if chosen is None else bool(chosen)),
            )
            for id, journey_id, version, trigger, anchor, ended, status, plugin, chosen in rows
            if (journey_id, version) in self._definitions
        }

    async def _learn(self, reader: Reader, wanted: set[tuple[int, int]]) -> None:
        for journey_id, version in wanted - self._definitions.keys():
            rows = await reader.fetch(
                "SELECT definition FROM journey_versions WHERE journey_id = :journey AND version = :version",
                {"journey": journey_id, "version": version},
            )
            try:
                self._definitions[journey_id, version] = Journey.model_validate_json(rows[0][0])
            except ValidationError:
                # Another version of the program wrote it. Its deliveries are broken, everybody else's go on.
                log.exception("version %d of journey %d cannot be read", version, journey_id)

    async def _people(
        self, reader: Reader, dues: Sequence[Due], enrolments: Mapping[int, Enrolment], now: datetime, trigger: str
    ) -> dict[tuple[int, str], Recipient]:
        """Recipients by member and trigger, since part of what is known of them belongs to the stream in question."""
        members = sorted({due.member_id for due in dues if due.member_id})
        if not members:
            return {}
        wanted = {(due.member_id, _trigger(due, enrolments, trigger)) for due in dues if due.member_id}
        packed = {"ids": _packed(members)}
        ids = _ids(reader)
        values = {**packed, "since": to_micros(now - WEEK)}
        what = (_MEMBERS, _ACCOUNTS, _CONSENTS, _FACTS, _PUSHES)
        rows, *others = await reader.fetch_each([(sql.format(ids=ids), values) for sql in what])
        doors, consents = _doors(others[0], frozenset(self._platforms())), _sets(others[1])
        facts, pushed = _facts(others[2]), _moments(others[3])
        streams = await _streams(reader, {trigger for _, trigger in wanted}, packed, now)
        since = min((stream.started for stream in streams.values()), default=now - WEEK)
        since = min([since, *(enrolment.anchor for enrolment in enrolments.values())])
        done = _done(await reader.fetch(_DONE.format(ids=ids), {**packed, "since": to_micros(since)}))
        plain = {row[0]: row for row in rows}
        return {
            (member, trigger): _recipient(
                plain[member],
                consents=consents[member],
                doors=doors[plain[member][1]],
                facts={**facts[member], **_of_stream(streams.get(trigger), member, done[member])},
                done=done[member],
                pushes=tuple(pushed[plain[member][1]]),
            )
            for member, trigger in wanted
            if member in plain
        }


def _trigger(due: Due, enrolments: Mapping[int, Enrolment], otherwise: str) -> str:
    enrolment = enrolments.get(due.enrolment_id or 0)
    return enrolment.trigger if enrolment else otherwise


def _ids(reader: Reader) -> LiteralString:
    return "SELECT id FROM " + unpacked(reader.dialect, "ids", id="integer") + " AS ids"


def _packed(ids: Sequence[int]) -> str:
    return to_json([[id] for id in ids])


_NEWEST_STARTS: LiteralString = (
    "SELECT community_id, max(started_at) FROM streams WHERE started_at IS NOT NULL GROUP BY community_id"
)

_ENROLMENTS: LiteralString = """
SELECT e.id, e.journey_id, e.version, e.trigger, e.anchor_at, e.ended, j.status, j.plugin, s.enabled
FROM enrolments e JOIN journeys j ON j.id = e.journey_id
LEFT JOIN plugin_settings s ON s.community_id = j.community_id AND s.plugin = j.plugin WHERE e.id IN ({ids})
"""

_MEMBERS: LiteralString = """
SELECT m.id, m.person_id, m.name, coalesce(p.language, c.language), p.zone, c.zone,
       m.left_at, m.stopped_at, coalesce(p.quiet_from, c.quiet_from), coalesce(p.quiet_until, c.quiet_until),
       p.pushes_per_day
FROM members m JOIN persons p ON p.id = m.person_id JOIN communities c ON c.id = m.community_id WHERE m.id IN ({ids})
"""

_ACCOUNTS: LiteralString = """
SELECT a.person_id, a.platform, a.external_id, a.direct FROM accounts a
WHERE a.person_id IN (SELECT person_id FROM members WHERE id IN ({ids})) ORDER BY a.id
"""

_CONSENTS: LiteralString = "SELECT member_id, purpose, route FROM consents WHERE granted AND member_id IN ({ids})"

_FACTS: LiteralString = "SELECT member_id, fact, number, text FROM member_facts WHERE member_id IN ({ids})"

_PUSHES: LiteralString = """
SELECT m.person_id, d.settled_at FROM deliveries d JOIN members m ON m.id = d.member_id
WHERE d.settled_at >= :since
  AND (d.state = 'unknown' OR d.state IN ('sent', 'answered') AND d.route IN ('direct', 'thread', 'mention'))
  AND (d.payload IS NULL OR d.payload NOT LIKE '%"asked":true%')
  AND d.member_id IN (SELECT id FROM members WHERE person_id IN (SELECT person_id FROM members WHERE id IN ({ids})))
"""

_DONE: LiteralString = """
SELECT member_id, kind, max(at) FROM activities WHERE at >= :since AND member_id IN ({ids}) GROUP BY member_id, kind
"""

_LATER: LiteralString = """
SELECT id, enrolment_id, step, purpose, due_at, expires_at FROM deliveries
WHERE enrolment_id IN ({ids}) AND state IN ('pending', 'claimed', 'sending', 'held') AND due_at <= :now
"""

_ATTENDED: LiteralString = """
SELECT member_id, count(*), sum(messages), sum(questions), sum(check_ins), sum(seconds), min(first_at), max(last_at)
FROM attendance WHERE stream_id = :stream AND member_id IN ({ids}) GROUP BY member_id
"""


async def _communities(reader: Reader, ids: Iterable[int]) -> dict[int, tuple[bool, str]]:
    """For each community whether everything is stopped, and its language."""
    sql: LiteralString = "SELECT id, stopped_at, language FROM communities WHERE id IN ({ids})"
    rows = await reader.fetch(sql.format(ids=_ids(reader)), {"ids": _packed(sorted(ids))})
    return {id: (stopped_at is not None, language) for id, stopped_at, language in rows}


async def _later(
    reader: Reader, dues: Sequence[Due], enrolments: Mapping[int, Enrolment], now: datetime
) -> dict[int, tuple[Later, ...]]:
    """By delivery, the messages of later steps of the same enrolment that are due as well."""
    if not enrolments:
        return {}
    values = {"ids": _packed(sorted(enrolments)), "now": to_micros(now)}
    rows = defaultdict(list)
    for row in await reader.fetch(_LATER.format(ids=_ids(reader)), values):
        rows[row[1]].append(row)
    found = {}
    for due in dues:
        enrolment = enrolments.get(due.enrolment_id or 0)
        if enrolment is not None and len(rows[due.enrolment_id]) > 1:
            found[due.id] = _behind(due, enrolment.journey, rows[due.enrolment_id])
    return found


def _behind(due: Due, journey: Journey, rows: Sequence[Sequence[Any]]) -> tuple[Later, ...]:
    places = {step.id: place for place, step in enumerate(journey.steps)}
    found = []
    for id, _, name, purpose, due_at, expires_at in rows:
        step = journey.step(name)
        if step is not None and step.kind is StepKind.MESSAGE and places[name] > places.get(due.step, -1):
            row = replace(due, id=id, step=name, purpose=Purpose(purpose))
            found.append(Later(replace(row, due_at=from_micros(due_at), expires_at=from_micros(expires_at)), step))
    return tuple(found)


_STREAM: LiteralString = """
SELECT started_at, (SELECT count(*) FROM stream_notes n WHERE n.stream_id = s.id AND n.kind = 'note'),
  (SELECT count(*) FROM streams p
   WHERE p.community_id = s.community_id AND p.state = 'planned' AND p.planned_for > :now)
FROM streams s WHERE s.id = :stream
"""

STREAM_FACTS = tuple(
    f"stream.{name}" for name in ("slots", "messages", "questions", "check_ins", "minutes", "notes", "upcoming")
)
"""The facts of the stream in question: what the person did there, what hosts noted, how many are planned next."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """The stream of a trigger: when it started, how many notes hosts made, how many streams are planned from now on,
    and what each member did in it."""

    started: datetime
    notes: int
    upcoming: int
    people: Mapping[int, Sequence[Any]]


async def _streams(
    reader: Reader, triggers: Iterable[str], packed: Mapping[str, Any], now: datetime
) -> dict[str, _Stream]:
    """What is known of each stream among the triggers."""
    found: dict[str, _Stream] = {}
    for trigger in triggers:
        if not trigger.startswith("stream:"):
            continue
        stream = {"stream": int(trigger.removeprefix("stream:"))}
        about = await reader.fetch(_STREAM, {**stream, "now": to_micros(now)})
        rows = await reader.fetch(_ATTENDED.format(ids=_ids(reader)), {**stream, **packed})
        if about and about[0][0] is not None:
            started, notes, upcoming = about[0]
            found[trigger] = _Stream(from_micros(started), notes, upcoming, {row[0]: row[1:] for row in rows})
    return found


def _of_stream(stream: _Stream | None, member: int, done: Mapping[str, datetime]) -> dict[str, FactValue]:
    """Facts of the stream in question: `stream.minutes` and its like, `since.<activity>` for what was done since."""
    if stream is None:
        return {}
    facts: dict[str, FactValue] = {f"since.{kind}": True for kind, at in done.items() if at >= stream.started}
    facts |= {"stream.notes": stream.notes, "stream.upcoming": stream.upcoming}
    if member in stream.people:
        slots, messages, questions, check_ins, seconds, first, last = stream.people[member]
        by_clock = (last - first) / 60_000_000
        facts |= {
            "stream.slots": slots,
            "stream.messages": messages,
            "stream.questions": questions,
            "stream.check_ins": check_ins,
            "stream.minutes": round(seconds / 60 if seconds else by_clock),
        }
    return facts


def _doors(rows: Sequence[Sequence[Any]], platforms: frozenset[str]) -> defaultdict[int, tuple[Door, ...]]:
    found: defaultdict[int, tuple[Door, ...]] = defaultdict(tuple)
    for person, platform, external_id, direct in rows:
        if platform in platforms:
            door = Door(AccountRef(platform, external_id), None if direct is None else bool(direct))
            found[person] = (*found[person], door)
    return found


def _sets(rows: Sequence[Sequence[Any]]) -> defaultdict[int, frozenset[tuple[Purpose, Route]]]:
    found: defaultdict[int, frozenset[tuple[Purpose, Route]]] = defaultdict(frozenset)
    for member, purpose, route in rows:
        found[member] |= {(Purpose(purpose), Route(route))}
    return found


def _facts(rows: Sequence[Sequence[Any]]) -> defaultdict[int, dict[str, FactValue]]:
    found: defaultdict[int, dict[str, FactValue]] = defaultdict(dict)
    for member, fact, number, text in rows:
        found[member][fact] = number if text is None else text
    return found


def _moments(rows: Sequence[Sequence[Any]]) -> defaultdict[int, list[datetime]]:
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    for key, at in rows:
        found[key].append(from_micros(at))
    return found


def _done(rows: Sequence[Sequence[Any]]) -> defaultdict[int, dict[str, datetime]]:
    found: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
    for member, kind, at in rows:
        found[member][kind] = from_micros(at)
    return found


def _recipient(
    row: Sequence[Any],
    *,
    consents: frozenset[tuple[Purpose, Route]],
    doors: tuple[Door, ...],
    facts: Mapping[str, FactValue],
    done: Mapping[str, datetime],
    pushes: tuple[datetime, ...],
) -> Recipient:
    id, person, name, language, zone, community_zone, left, stopped, quiet_from, quiet_until, per_day = row
    return Recipient(
        member_id=id,
        person_id=person,
        name=name,
        language=language,
        zone=first_zone(zone, community_zone),
        left=left is not None,
        stopped=stopped is not None,
        quiet_from=_clock(quiet_from),
        quiet_until=_clock(quiet_until),
        pushes_per_day=per_day,
        consents=consents,
        doors=doors,
        facts=facts,
        done=done,
        pushes=pushes,
    )


def _clock(minutes: int | None) -> time | None:
    return None if minutes is None else time_of_day(minutes)
