"""What it costs to keep who was there while a chat floods the loop, beside the same loop that only counts."""

import asyncio
import gc
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import orjson

from bot.clock import VirtualClock
from bot.community.attendance import Attendance
from bot.community.attendance_counter import AttendanceCounter
from bot.community.people import Communities, Defaults
from bot.community.streams import Streams
from bot.model.identity import SpaceRef
from bot.model.incoming import Presence
from bot.platforms.telegram.presence import presence
from bot.storage.database import Database
from bot.storage.work import Work
from tests.benchmarks.measuring import Figure, Size, copied, new_database, opened

MESSAGES = 50_000
PEOPLE = 2_000
PER_SECOND = 25_000
"""How fast the chat is by its own clock, about as fast as a loop can take it; after each second it is written."""

AT_ONCE = 100
"""How many messages come from the network at a time; then the loop turns to whatever else waits."""

TIMES_THE_FLOOR = 1.2
STARTED = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
CHAT = -1001234567890

Note = Callable[[Presence], None]


async def run(size: Size) -> list[Figure]:
    """Processor time until everything is written; what comes in is parsed and told apart by an edge's own code."""
    flood = [_message(number) for number in range(size.of(MESSAGES))]
    ours, floor = [], []
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        prepared = Path(folder) / "prepared.db"
        async with new_database(prepared) as database:
            await _go_live(database)
        gc.collect()
        gc.freeze()  # as a process does once it has started: a full collection goes through every module otherwise
        for _ in range(size.rounds):
            async with opened(copied(prepared, "ours.db")) as database:
                ours.append(await _keep(database, flood))
            floor.append(await _count(flood))
        gc.unfreeze()
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    per_message = [median(seconds) / len(flood) * 1e6 for seconds in (ours, floor)]
    met = ratio <= TIMES_THE_FLOOR
    return [Figure("attendance", per_message[0], "us", per_message[1], ratio, f"<= {TIMES_THE_FLOOR}x", met, len(ours))]


def _message(number: int) -> bytes:
    """An update as Telegram sends it. All people speak, in no order."""
    person = number * 1_237 % PEOPLE
    sender = {"id": 5_000_000_000 + person, "is_bot": False, "first_name": f"Guest {person}", "language_code": "en"}
    message = {
        "message_id": number,
        "from": sender,
        "chat": {"id": CHAT, "title": "Kiln and Glaze", "type": "supergroup"},
        "date": int(STARTED.timestamp()) + number // PER_SECOND,
        "text": f"Is {number} the right temperature?" if number % 10 == 0 else f"I fire mine at {number} degrees",
    }
    return orjson.dumps({"update_id": number, "message": message})


async def _go_live(database: Database) -> None:
    async with Work(database, VirtualClock(STARTED)) as work:
        community = await Communities(work).settle_in(SpaceRef("telegram", str(CHAT)), Defaults("Kiln"))
        await Streams(work).start(community.id)


async def _keep(database: Database, flood: Sequence[bytes]) -> float:
    clock, counter, writing = VirtualClock(STARTED), AttendanceCounter(), set[asyncio.Task[int]]()
    await _take(flood[:PEOPLE], counter.note)  # everybody was seen before, as in a stream that is under way
    await counter.flush(database, clock)
    before = time.process_time()
    for start in range(0, len(flood), PER_SECOND):
        await _take(flood[start : start + PER_SECOND], counter.note)
        clock.advance(timedelta(seconds=1))
        writing.add(asyncio.create_task(counter.flush(database, clock)))
    await asyncio.gather(*writing)
    took = time.process_time() - before
    async with Work(database, clock) as work:
        assert (await Attendance(work).summary(1)).messages == len(flood) + len(flood[:PEOPLE])
    return took


async def _count(flood: Sequence[bytes]) -> float:
    counted: Counter[str] = Counter()

    def note(sign: Presence) -> None:
        counted[sign.account.user_id] += 1

    before = time.process_time()
    await _take(flood, note)
    took = time.process_time() - before
    assert counted.total() == len(flood)
    return took


async def _take(flood: Sequence[bytes], note: Note) -> None:
    for start in range(0, len(flood), AT_ONCE):
        for update in flood[start : start + AT_ONCE]:
            sign = presence(orjson.loads(update))
            assert sign is not None
            note(sign)
        await asyncio.sleep(0)
