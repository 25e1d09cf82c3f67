"""Load what decisions need to know of people: a few set-based reads, however many they are."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any, LiteralString

from msgspec import Struct
from msgspec.structs import replace

from bot.clock import time_of_day
from bot.delivery.case import Door, Recipient
from bot.delivery.zones import first_zone
from bot.model.identity import AccountRef, ChannelRef, Purpose, Route
from bot.model.rules import FactValue
from bot.storage.database import Reader, Statement
from bot.storage.types import from_micros, to_json, to_micros
from bot.storage.unpacking import unpacked_ids

WEEK = timedelta(days=7)

Wanted = tuple[int, str]
"""A member and a trigger, since part of what is known of somebody belongs to the stream in question."""

STREAM_FACTS = tuple(
    f"stream.{name}" for name in ("slots", "messages", "questions", "check_ins", "minutes", "notes", "upcoming")
)
"""The facts of the stream in question: what the person did there, what hosts noted, how many are planned next."""

Rows = Sequence[Sequence[Any]]


class Ways(Struct, frozen=True):
    """Which routes push on each platform that runs, and where each community posts there (by its id and platform)."""

    routes: Mapping[str, frozenset[Route]]
    places: Mapping[tuple[int, str], ChannelRef] = {}

    def opened(self, door: Door, community: int) -> Door:
        """The door as somebody has it in a community that posts on its platform."""
        place = self.places.get((community, door.account.platform))
        return door if place is None else replace(door, place=place, routes=self.routes[place.platform])


class Families:
    """Which memberships are one member, because their accounts were linked; `rows` are (one, the one who acts)."""

    def __init__(self, rows: Rows = ()) -> None:
        parts: defaultdict[int, list[int]] = defaultdict(list)
        for part, acting in rows:
            parts[acting].append(part)
        self._whole = {one: (acting, *some) for acting, some in parts.items() for one in (acting, *some)}

    def __bool__(self) -> bool:
        return bool(self._whole)

    def of(self, member: int) -> tuple[int, ...]:
        """The memberships that are one with this, the one who acts first."""
        return self._whole.get(member, (member,))


FAMILIES: LiteralString = """
SELECT id, counts_for FROM members
WHERE counts_for IN (SELECT coalesce(counts_for, id) FROM members WHERE id IN ({ids})) ORDER BY id
"""
"""The rows of `Families` that these members are in; none where nobody was linked."""


async def load_recipients(
    reader: Reader,
    wanted: Collection[Wanted],
    ways: Ways,
    anchor: datetime | None,
    now: datetime,
    families: Families,
) -> dict[Wanted, Recipient]:
    """Those wanted that exist, with accounts on platforms that run. `anchor` is the oldest of their enrolments'."""
    if not wanted:
        return {}
    streams = sorted({trigger for _, trigger in wanted if trigger.startswith("stream:")})
    ids = {"ids": to_json(sorted({one for member, _ in wanted for one in families.of(member)}))}
    rows = await reader.fetch_each(_statements(reader.dialect, ids, streams, now, linked=bool(families)))
    people = _People(*rows[: len(_OF_MEMBERS)], ways=ways, families=families)
    of_streams = rows[len(_OF_MEMBERS) :]
    for trigger, about, attended in zip(streams, of_streams[::2], of_streams[1::2], strict=True):
        people.learn_stream(trigger, about, attended)
    since = min([people.oldest_start or now - WEEK, *([anchor] if anchor else [])])
    done = await reader.fetch(_DONE.format(ids=unpacked_ids(reader.dialect, "ids")), {**ids, "since": to_micros(since)})
    people.learn_activities(done)
    return {(member, trigger): people.recipient(member, trigger) for member, trigger in wanted if member in people}


def _statements(
    dialect: str, ids: Mapping[str, str], streams: Sequence[str], now: datetime, *, linked: bool
) -> Sequence[Statement]:
    attended = _ATTENDED_LINKED if linked else _ATTENDED
    mine = unpacked_ids(dialect, "ids")
    found: list[Statement] = [(sql.format(ids=mine), {**ids, "since": to_micros(now - WEEK)}) for sql in _OF_MEMBERS]
    for trigger in streams:
        stream = {"stream": int(trigger.removeprefix("stream:"))}
        found += [(_STREAM, {**stream, "now": to_micros(now)}), (attended.format(ids=mine), {**stream, **ids})]
    return found


class _Member(Struct, frozen=True):
    """A member, in the order of the columns of `_OF_MEMBERS`: moments are microseconds, times of the day minutes."""

    id: int
    person: int
    name: str
    language: str
    zone: str | None
    community_zone: str
    left_at: int | None
    stopped_at: int | None
    quiet_from: int | None
    quiet_until: int | None
    pushes_per_day: int | None
    community: int


class _Stream(Struct, frozen=True):
    """When it started, how many notes hosts made, how many streams are planned next, what each member did in it."""

    started: datetime
    notes: int
    upcoming: int
    people: Mapping[int, Sequence[Any]]


class _People:
    """What was read, by member or by person."""

    def __init__(
        self,
        members: Rows,
        accounts: Rows,
        consents: Rows,
        facts: Rows,
        pushes: Rows,
        *,
        ways: Ways,
        families: Families,
    ) -> None:
        self._families = families
        self._ways = ways
        self._members = {row[0]: _Member(*row) for row in members}
        named = {(one.zone, one.community_zone) for one in self._members.values()}
        self._zones = {names: first_zone(*names) for names in named}
        self._doors: defaultdict[int, list[Door]] = defaultdict(list)
        self._consents: defaultdict[int, list[tuple[Purpose, Route]]] = defaultdict(list)
        self._facts: defaultdict[int, dict[str, FactValue]] = defaultdict(dict)
        self._pushes: defaultdict[int, list[datetime]] = defaultdict(list)
        self._done: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
        self._streams: dict[str, _Stream] = {}
        for person, platform, external_id, direct in accounts:
            if platform in ways.routes:
                door = Door(AccountRef(platform, external_id), None if direct is None else bool(direct))
                self._doors[person].append(door)
        for member, purpose, route in consents:
            self._consents[member].append(_agreed(purpose, route))
        for member, fact, number, text in facts:
            self._facts[member][fact] = number if text is None else text
        for person, at in pushes:
            self._pushes[person].append(from_micros(at))

    def __contains__(self, member: int) -> bool:
        return self._families.of(member)[0] in self._members

    @property
    def oldest_start(self) -> datetime | None:
        """When the first of the streams in question started."""
        return min((stream.started for stream in self._streams.values()), default=None)

    def learn_stream(self, trigger: str, about: Rows, attended: Rows) -> None:
        """What is known of the stream of a trigger; nothing when it never started."""
        if about and about[0][0] is not None:
            started, notes, upcoming = about[0]
            people = {row[0]: row[1:] for row in attended}
            self._streams[trigger] = _Stream(from_micros(started), notes, upcoming, people)

    def learn_activities(self, rows: Rows) -> None:
        """The newest of each kind that each member did."""
        for member, kind, at in rows:
            done = self._done[self._families.of(member)[0]]
            done[kind] = max(from_micros(at), done.get(kind, from_micros(at)))

    def recipient(self, member: int, trigger: str) -> Recipient:
        """All that is known of a member when it is about this trigger."""
        family = [one for one in self._families.of(member) if one in self._members]
        acting = family[0]
        row = self._members[acting]
        facts, done = self._facts[acting], self._done[acting]
        if trigger in self._streams:
            facts = {**facts, **_of_stream(self._streams[trigger], acting, done)}
        known = Recipient(
            member_id=member,
            person_id=row.person,
            name=row.name,
            language=row.language,
            zone=self._zones[row.zone, row.community_zone],
            left=row.left_at is not None,
            stopped=row.stopped_at is not None,
            quiet_from=_clock(row.quiet_from),
            quiet_until=_clock(row.quiet_until),
            pushes_per_day=row.pushes_per_day,
            consents=frozenset(self._consents[acting]),
            doors=tuple(self._opened(row.person, row.community)),
            facts=facts,
            done=done,
            pushes=tuple(self._pushes[row.person]),
        )
        return self._together(known, family) if len(family) > 1 else known

    def _opened(self, person: int, community: int) -> Sequence[Door]:
        """The person's doors as they are in this community."""
        return [self._ways.opened(door, community) for door in self._doors[person]]

    def _together(self, acting: Recipient, family: Sequence[int]) -> Recipient:
        """What holds for somebody with several accounts: stopped by one is stopped, here by one is here.

        Each account is written to only for what was agreed to by itself, and not where it has left.
        """
        rows = [self._members[one] for one in family]
        doors = [
            replace(door, consents=frozenset(self._consents[row.id]))
            for row in rows
            if row.left_at is None
            for door in self._opened(row.person, row.community)
        ]
        return replace(
            acting,
            left=all(row.left_at is not None for row in rows),
            stopped=any(row.stopped_at is not None for row in rows),
            consents=frozenset(agreed for one in family for agreed in self._consents[one]),
            doors=tuple(doors),
            pushes=tuple(at for row in rows for at in self._pushes[row.person]),
            linked=True,
        )


def _of_stream(stream: _Stream, member: int, done: Mapping[str, datetime]) -> dict[str, FactValue]:
    """Facts of the stream in question: `stream.minutes` and its like, `since.<activity>` for what was done since."""
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


@cache
def _agreed(purpose: str, route: str) -> tuple[Purpose, Route]:
    return Purpose(purpose), Route(route)


def _clock(minutes: int | None) -> time | None:
    return None if minutes is None else time_of_day(minutes)


_OF_MEMBERS: tuple[LiteralString, ...] = (
    """
    SELECT m.id, m.person_id, m.name, coalesce(p.language, c.language), p.zone, c.zone, m.left_at, m.stopped_at,
      coalesce(p.quiet_from, c.quiet_from), coalesce(p.quiet_until, c.quiet_until), p.pushes_per_day, m.community_id
    FROM members m JOIN persons p ON p.id = m.person_id JOIN communities c ON c.id = m.community_id
    WHERE m.id IN ({ids})
    """,
    """
    SELECT a.person_id, a.platform, a.external_id, a.direct FROM accounts a
    WHERE a.person_id IN (SELECT person_id FROM members WHERE id IN ({ids})) ORDER BY a.id
    """,
    "SELECT member_id, purpose, route FROM consents WHERE granted AND member_id IN ({ids})",
    "SELECT member_id, fact, number, text FROM member_facts WHERE member_id IN ({ids})",
    """
    SELECT m.person_id, d.settled_at FROM deliveries d JOIN members m ON m.id = d.member_id
    WHERE d.settled_at >= :since
      AND (d.state = 'unknown'
        OR d.state IN ('sent', 'opened', 'answered') AND d.route IN ('direct', 'thread', 'mention'))
      AND (d.payload IS NULL OR d.payload NOT LIKE '%"asked":true%')
      AND d.member_id IN
        (SELECT id FROM members WHERE person_id IN (SELECT person_id FROM members WHERE id IN ({ids})))
    """,
)
"""Members, accounts, consents, facts and the pushes of the last seven days."""

_STREAM: LiteralString = """
SELECT started_at, (SELECT count(*) FROM stream_notes n WHERE n.stream_id = s.id AND n.kind = 'note'),
  (SELECT count(*) FROM streams p
   WHERE p.community_id = s.community_id AND p.state = 'planned' AND p.planned_for > :now)
FROM streams s WHERE s.id = :stream
"""

_ATTENDED: LiteralString = """
SELECT member_id, count(*), sum(messages), sum(questions), sum(check_ins), sum(seconds), min(first_at), max(last_at)
FROM attendance WHERE stream_id = :stream AND member_id IN ({ids}) GROUP BY member_id
"""

_ATTENDED_LINKED: LiteralString = """
SELECT coalesce(m.counts_for, m.id), count(DISTINCT slot), sum(messages), sum(questions), sum(check_ins), sum(seconds),
  min(first_at), max(last_at)
FROM attendance JOIN members m ON m.id = attendance.member_id
WHERE stream_id = :stream AND member_id IN ({ids}) GROUP BY coalesce(m.counts_for, m.id)
"""

_DONE: LiteralString = """
SELECT member_id, kind, max(at) FROM activities WHERE at >= :since AND member_id IN ({ids}) GROUP BY member_id, kind
"""
