"""Recorded chats made into attendance; each message counts once, however often its file is imported."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from msgspec import Struct

from bot.community.arrivals import ensure_members
from bot.community.attendance_writing import Place, add_attendance
from bot.community.slots import SLOT, SlotCounts
from bot.errors import StorageError
from bot.model.identity import AccountRef
from bot.storage.database import Database, Transaction
from bot.storage.types import from_micros, to_json
from bot.storage.unpacking import unpacked

_CHUNK: Final = 1000  # one transaction stays under 100 ms also when each message is by somebody new


class ImportedMessage(Struct, frozen=True):
    """Something said in a recorded chat. `key` names it for ever; `offset` counts from the stream's start."""

    key: str
    account: AccountRef
    name: str
    offset: timedelta
    is_question: bool = False


class Imported(Struct, frozen=True):
    """How many messages were read, and how many of them were new and counted."""

    read: int
    new: int


async def import_messages(
    database: Database,
    stream_id: int,
    messages: Iterable[ImportedMessage],
    progress: Callable[[Imported], None] | None = None,
) -> Imported:
    """Count the messages of a recorded chat for a stream that went live; people who are not known become members.

    Works in chunks, each one short transaction: broken off, it can be called again and goes on, and a second run
    changes nothing. `progress` is told after each chunk. People joined, as far as anybody knows, when the stream
    started. Messages from before the start are left out. Raises StorageError when the stream never went live.
    """
    community_id, started_at = await _stream(database, stream_id)
    done = Imported(0, 0)
    for chunk in _chunks(message for message in messages if message.offset >= timedelta(0)):
        async with database.write() as transaction:
            new = await _new_ones(transaction, stream_id, chunk)
            people = [(message.account, message.name) for message in new]
            members = await ensure_members(transaction, community_id, people, started_at)
            await add_attendance(transaction, _tallies(stream_id, started_at, new, members))
        done = Imported(done.read + len(chunk), done.new + len(new))
        if progress is not None:
            progress(done)
    return done


async def _stream(database: Database, stream_id: int) -> tuple[int, datetime]:
    async with database.read() as reader:
        sql = "SELECT community_id, started_at FROM streams WHERE id = :id AND started_at IS NOT NULL"
        rows = await reader.fetch(sql, {"id": stream_id})
    if not rows:
        raise StorageError(f"Stream {stream_id} never went live, so nobody can have been there.")
    return rows[0][0], from_micros(rows[0][1])


def _chunks(messages: Iterator[ImportedMessage]) -> Iterator[Sequence[ImportedMessage]]:
    while chunk := list(islice(messages, _CHUNK)):
        yield chunk


async def _new_ones(
    transaction: Transaction, stream_id: int, chunk: Sequence[ImportedMessage]
) -> Sequence[ImportedMessage]:
    """Those of the chunk that were never imported, which are marked as imported now."""
    by_key = {message.key: message for message in chunk}
    table = unpacked(transaction.dialect, "keys", key="text")
    rows = await transaction.fetch(
        f"""INSERT INTO imported_messages (stream_id, key)
        SELECT CAST(:stream_id AS BIGINT), key FROM {table} AS wanted WHERE true
        ON CONFLICT (stream_id, key) DO NOTHING RETURNING key""",
        {"stream_id": stream_id, "keys": to_json([(key,) for key in sorted(by_key)])},
    )
    return [by_key[key] for (key,) in rows]


def _tallies(
    stream_id: int, started_at: datetime, messages: Iterable[ImportedMessage], members: dict[AccountRef, int]
) -> dict[Place, SlotCounts]:
    found: dict[Place, SlotCounts] = {}
    for message in messages:
        at = started_at + message.offset
        one = SlotCounts(message.name, at, at)
        one.messages, one.questions = 1, int(message.is_question)
        there = found.setdefault((stream_id, members[message.account], message.offset // SLOT), one)
        if there is not one:
            there.add(one)
    return found
