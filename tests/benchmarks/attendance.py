"""What it costs to keep who was there while a chat floods the loop, beside the same loop that only counts."""

import asyncio
import gc
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from telegram import Bot

from bot.clock import VirtualClock
from bot.community.attendance import Attendance
from bot.community.attendance_counter import AttendanceCounter
from bot.community.communities import Communities, Defaults
from bot.community.streams import Streams
from bot.model.identity import SpaceRef
from bot.model.incoming import Asked, Incoming, Presence
from bot.model.messages import Choice
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.receiving import Receiver
from bot.platforms.telegram.talks import Talks
from bot.storage.database import Database
from bot.storage.work import Work
from bot.text.addressing import said_to
from tests.benchmarks.measuring import Figure, Size, copied, new_database, opened
from tests.platforms.contract import Notebook

MESSAGES = 50_000
PEOPLE = 2_000
NAME = "@afterglow_bot"
PER_SECOND = 25_000
"""How fast the chat is by its own clock, about as fast as a loop can take it; after each second it is written."""

AT_ONCE = 100
"""How many messages an answer of Telegram's holds at most; after each the loop turns to whatever else waits."""

TIMES_THE_FLOOR = 1.2
STARTED = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
CHAT = -1001234567890


async def run(size: Size) -> list[Figure]:
    """Processor time until everything is written. What comes in takes Telegram's way here, from an answer's body on."""
    messages = max(size.of(MESSAGES), PEOPLE)
    flood = [_answer(range(start, min(start + AT_ONCE, messages))) for start in range(0, messages, AT_ONCE)]
    ours, floor = [], []
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        prepared = Path(folder) / "prepared.db"
        async with new_database(prepared) as database:
            await _go_live(database)
        gc.collect()
        gc.freeze()  # as a process does once it has started: a full collection goes through every module otherwise
        for _ in range(size.rounds):
            async with opened(copied(prepared, "ours.db")) as database:
                ours.append(await _keep(database, flood, messages))
            floor.append(await _count(flood, messages))
        gc.unfreeze()
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    per_message = [median(seconds) / messages * 1e6 for seconds in (ours, floor)]
    met = ratio <= TIMES_THE_FLOOR
    return [Figure("attendance", per_message[0], "us", per_message[1], ratio, f"<= {TIMES_THE_FLOOR}x", met, len(ours))]


def _answer(numbers: Iterable[int]) -> bytes:
    """What Telegram answers to getUpdates."""
    return msgspec.json.encode({"ok": True, "result": [_update(number) for number in numbers]})


def _update(number: int) -> dict[str, Any]:
    """A message in the group. All people speak, in no order."""
    person = number * 1_237 % PEOPLE
    sender = {"id": 5_000_000_000 + person, "is_bot": False, "first_name": f"Guest {person}", "language_code": "en"}
    message = {
        "message_id": number,
        "from": sender,
        "chat": {"id": CHAT, "title": "Kiln and Glaze", "type": "supergroup"},
        "date": int(STARTED.timestamp()) + number // PER_SECOND,
        "text": f"Is {number} the right temperature?" if number % 10 == 0 else f"I fire mine at {number} degrees",
    }
    return {"update_id": number, "message": message}


async def _go_live(database: Database) -> None:
    async with Work(database, VirtualClock(STARTED)) as work:
        community = await Communities(work).settle_in(SpaceRef("telegram", str(CHAT)), Defaults("Kiln"))
        await Streams(work).start(community.id)


class _Named:
    """What the edge knows of its bot: no commands, and a name."""

    def knows(self, text: str) -> bool:
        return False

    def is_called(self, text: str) -> bool:
        return "@" in text and said_to(text, NAME) is not None


class _Loop:
    """The edge's own way in, and a sink that notes presence."""

    def __init__(self, note: Callable[[Presence], None]) -> None:
        self.note = note
        presses, talks = Presses(Bot("1:token"), patience=1), Talks(Notebook())
        self._receiver = Receiver(self, presses, talks, VirtualClock(STARTED), _Named())

    async def receive(self, update: Incoming) -> None:
        raise AssertionError(f"no presence: {update}")

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        raise AssertionError(f"no presence: {updates}")

    async def receive_unkept(self, update: Incoming) -> None:
        raise AssertionError(f"no presence: {update}")

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        return False

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        return ()

    async def take(self, flood: Sequence[bytes]) -> None:
        """One answer after another; between two of them the loop turns to whatever else waits."""
        for answer in flood:
            await self._receiver.take(msgspec.json.decode(answer)["result"])
            await asyncio.sleep(0)


async def _keep(database: Database, flood: Sequence[bytes], messages: int) -> float:
    clock, counter, writing = VirtualClock(STARTED), AttendanceCounter(), set[asyncio.Task[int]]()
    loop = _Loop(counter.note)
    await loop.take(flood[: PEOPLE // AT_ONCE])  # everybody was seen before, as in a stream that is under way
    await counter.flush(database, clock)
    before = time.process_time()
    for start in range(0, len(flood), PER_SECOND // AT_ONCE):
        await loop.take(flood[start : start + PER_SECOND // AT_ONCE])
        clock.advance(timedelta(seconds=1))
        writing.add(asyncio.create_task(counter.flush(database, clock)))
    await asyncio.gather(*writing)
    took = time.process_time() - before
    async with Work(database, clock) as work:
        assert (await Attendance(work).summary(1)).messages == messages + PEOPLE
    return took


async def _count(flood: Sequence[bytes], messages: int) -> float:
    counted: Counter[str] = Counter()

    def note(sign: Presence) -> None:
        counted[sign.account.user_id] += 1

    loop = _Loop(note)
    before = time.process_time()
    await loop.take(flood)
    took = time.process_time() - before
    assert counted.total() == messages
    return took
