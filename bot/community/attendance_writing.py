"""Attendance on its way into the database: which stream it belongs to, and one statement for all of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from bot.community.slots import SlotCounts
from bot.community.stream import StreamState
from bot.storage.database import Reader, Statement, Transaction
from bot.storage.types import from_micros, to_json, to_micros
from bot.storage.unpacking import table_of, unpacked

IN_STATEMENT: Final = 100
"""So many lines stand in one statement: of more each takes SQLite longer, as the program that it makes of it grows."""

Place = tuple[int, int, int]
"""Stream, member and slot."""


class Window(Struct, frozen=True):
    """When presence counts for a stream; `until` is None while it is live."""

    stream_id: int
    community_id: int
    started_at: datetime
    until: datetime | None
    is_on: bool

    def takes(self, first_at: datetime, last_at: datetime) -> bool:
        """Whether what was seen from `first_at` to `last_at` belongs to the stream, at least in part."""
        return last_at >= self.started_at and (self.until is None or first_at <= self.until)

    def has_all(self, since: datetime, until: datetime) -> bool:
        """Whether whatever was seen between belongs to the stream."""
        return since >= self.started_at and (self.until is None or until <= self.until)


async def windows_of(
    reader: Reader, spaces: Iterable[tuple[str, str]], debounce: timedelta
) -> Mapping[tuple[str, str], Sequence[Window]]:
    """By space (platform, id) the windows of its community's streams that are on or ended lately, newest first.

    A stream that is ending takes presence until its end would be certain, one that ended until its end: what was
    seen just before it may be written just after.
    """
    table = unpacked(reader.dialect, "spaces", platform="text", external_id="text")
    rows = await reader.fetch(
        f"""SELECT spaces.platform, spaces.external_id, streams.id, streams.community_id, streams.state,
            streams.started_at, streams.ending_since, streams.ended_at
        FROM {table} AS wanted
        JOIN spaces ON spaces.platform = wanted.platform AND spaces.external_id = wanted.external_id
        JOIN streams ON streams.community_id = spaces.community_id AND streams.state IN ('live', 'ending', 'ended')
        ORDER BY streams.started_at DESC, streams.id DESC""",
        {"spaces": to_json(list(spaces))},
    )
    found: dict[tuple[str, str], list[Window]] = {}
    for platform, space_id, stream_id, community_id, state, started_at, ending_since, ended_at in rows:
        until = None
        if state == StreamState.ENDING:
            until = from_micros(ending_since) + debounce
        elif state == StreamState.ENDED:
            until = from_micros(ended_at)
        window = Window(stream_id, community_id, from_micros(started_at), until, state != StreamState.ENDED)
        found.setdefault((platform, space_id), []).append(window)
    return found


async def add_attendance(transaction: Transaction, tallies: Mapping[Place, SlotCounts]) -> None:
    """Add to what is there; streams that are on show signs of life as late as the newest of it."""
    if not tallies:
        return
    dialect = transaction.dialect
    # In one order everywhere: two processes that write the same rows then wait for each other without a deadlock.
    lines = [_line(place, tallies[place]) for place in sorted(tallies)]
    signs: dict[int, int] = {}
    for line in lines:
        signs[line[0]] = max(line[-1], signs.get(line[0], 0))
    parts = [_add(dialect, lines[start : start + IN_STATEMENT]) for start in range(0, len(lines), IN_STATEMENT)]
    await transaction.fetch_each((*parts, _show_life(dialect, [*signs.items()])))


def _line(place: Place, tally: SlotCounts) -> tuple[int, int, int, int, int, int, int, float, int, int]:
    counts = (tally.messages, tally.questions, tally.reactions, tally.check_ins, tally.seconds)
    first = to_micros(tally.first_at)
    return (*place, *counts, first, first if tally.last_at == tally.first_at else to_micros(tally.last_at))


def _show_life(dialect: str, signs: Sequence[tuple[int, int]]) -> Statement:
    table, values = table_of(dialect, signs, stream_id="integer", at="integer")
    sql = f"""UPDATE streams SET last_sign_at = sign.at FROM {table} AS sign
        WHERE streams.id = sign.stream_id AND streams.state IN ('live', 'ending')
            AND COALESCE(streams.last_sign_at, 0) < sign.at"""
    return sql, values


def _add(dialect: str, lines: Sequence[Sequence[float]]) -> Statement:
    counts = {"messages": "integer", "questions": "integer", "reactions": "integer", "check_ins": "integer"}
    times = {"first_at": "integer", "last_at": "integer"}
    place = {"stream_id": "integer", "member_id": "integer", "slot": "integer"}
    columns = {**place, **counts, "seconds": "float", **times}
    table, values = table_of(dialect, lines, **columns)
    names = ", ".join(columns)
    least, most = ("LEAST", "GREATEST") if dialect == "postgresql" else ("min", "max")
    sums = ", ".join(f"{name} = attendance.{name} + excluded.{name}" for name in (*counts, "seconds"))
    sql = f"""INSERT INTO attendance ({names}) SELECT {names} FROM {table} AS line
        WHERE true ON CONFLICT (stream_id, member_id, slot) DO UPDATE SET {sums},
        first_at = {least}(attendance.first_at, excluded.first_at),
        last_at = {most}(attendance.last_at, excluded.last_at)"""
    return sql, values
