"""What a flood on Telegram costs until it is stored, beside the library with an empty handler; at several mixtures."""

import asyncio
import gc
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, TypeHandler
from telegram.request import HTTPXRequest

from bot.clock import VirtualClock
from bot.community.attendance_counter import AttendanceCounter
from bot.community.communities import Communities, Defaults
from bot.community.streams import Streams
from bot.model.identity import SpaceRef
from bot.model.incoming import Asked, Incoming, Presence
from bot.model.messages import Choice
from bot.platforms.telegram.connection import TelegramPlatform
from bot.platforms.telegram.incoming import ALLOWED_UPDATES
from bot.storage import intake
from bot.storage.database import Database
from bot.storage.work import Work
from bot.text.translator import core_texts
from tests.benchmarks.flood_server import TOKEN, flooding, packed
from tests.benchmarks.measuring import Figure, Size, copied, new_database, opened
from tests.platforms.contract import Notebook, Recorder

MESSAGES = 50_000
PEOPLE = 2_000
CHAT = -1001234567890
STARTED = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
MIXTURES = {25: 0.5, 5: 0.5, 100: 1.3}
"""How many of a hundred updates are commands, and how many times the library's cost may be spent on storing them."""


async def run(size: Size) -> list[Figure]:
    """Processor time of this process: from the first poll until all is stored, with the attendance."""
    return [await _mixture(size, percent, aim) for percent, aim in MIXTURES.items()]


async def _mixture(size: Size, percent: int, aim: float) -> Figure:
    messages = max(size.of(MESSAGES), 1000)
    flood = packed(_flood(messages, percent))
    ours, floor = [], []
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder, flooding(flood) as url:
        prepared = Path(folder) / "prepared.db"
        async with new_database(prepared) as database:
            await _go_live(database)
        gc.collect()
        gc.freeze()
        for _ in range(size.rounds):
            async with opened(copied(prepared, "ours.db")) as database:
                ours.append(await _store(database, url, messages))
            floor.append(await _let_pass(url, messages))
        gc.unfreeze()
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    each = [median(seconds) / messages * 1e6 for seconds in (ours, floor)]
    name = "flood-telegram" if percent == next(iter(MIXTURES)) else f"flood-telegram-{percent}"
    return Figure(name, each[0], "us", each[1], ratio, f"<= {aim}x", ratio <= aim, len(ours))


class _Storing(Recorder):
    """A sink that stores as the core does, and leaves what it stored to somebody else."""

    def __init__(self, database: Database, clock: VirtualClock) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self.attendance = AttendanceCounter()
        self.seen = 0

    async def receive(self, update: Incoming) -> None:
        await self.receive_all((update,))

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        async with self._database.write() as transaction:
            await intake.store(transaction, updates, self._clock.now())
        self.seen += len(updates)

    async def receive_unkept(self, update: Incoming) -> None:
        raise AssertionError("nothing secret is in a flood")

    def note(self, presence: Presence) -> None:
        self.attendance.note(presence)
        self.seen += 1

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        return True

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        return ()


async def _store(database: Database, url: str, messages: int) -> float:
    clock = VirtualClock(STARTED + timedelta(seconds=30))
    sink = _Storing(database, clock)
    edge = TelegramPlatform(TOKEN, base_url=url, clock=clock, say=core_texts().text, memory=Notebook())
    before = time.process_time()
    running = asyncio.create_task(edge.run(sink, ()))
    writing = asyncio.create_task(_write_each_second(sink.attendance, database, clock))
    await _until(lambda: sink.seen >= messages)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await sink.attendance.flush(database, clock)
    took = time.process_time() - before
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await edge.close()
    return took


async def _write_each_second(attendance: AttendanceCounter, database: Database, clock: VirtualClock) -> None:
    while True:
        await asyncio.sleep(1)
        await attendance.flush(database, clock)


async def _until(done: Callable[[], bool]) -> None:
    while not done():  # noqa: ASYNC110 - an event for each message would be a part of what is measured
        await asyncio.sleep(0.02)


async def _let_pass(url: str, messages: int) -> float:
    """The library alone: each update reaches a handler that does nothing."""
    seen = 0

    async def nothing(update: Update, _: Any) -> None:
        nonlocal seen
        seen += 1

    builder = ApplicationBuilder().token(TOKEN).base_url(url).request(HTTPXRequest())
    application = builder.get_updates_request(HTTPXRequest()).job_queue(None).build()
    application.add_handler(TypeHandler(Update, nothing))
    before = time.process_time()
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(allowed_updates=ALLOWED_UPDATES)
        await _until(lambda: seen >= messages)
        took = time.process_time() - before
        await application.updater.stop()
        await application.stop()
    return took


def _flood(messages: int, percent: int) -> Iterator[dict[str, Any]]:
    """Talk in the group, with commands spread through it. All people act, in no order."""
    for number in range(1, messages + 1):
        person = number * 1_237 % PEOPLE
        sender = {"id": 5_000_000_000 + person, "is_bot": False, "first_name": f"Guest {person}", "language_code": "en"}
        message: dict[str, Any] = {
            "message_id": number,
            "from": sender,
            "chat": {"id": CHAT, "title": "Kiln and Glaze", "type": "supergroup"},
            "date": int(STARTED.timestamp()) + number // 5_000,
            "text": f"I fire mine at {number} degrees",
        }
        if number * percent // 100 == (number - 1) * percent // 100:
            yield {"update_id": number, "message": message}
        else:
            entities = [{"type": "bot_command", "offset": 0, "length": 3}]
            yield {"update_id": number, "message": message | {"text": "/me", "entities": entities}}


async def _go_live(database: Database) -> None:
    async with Work(database, VirtualClock(STARTED)) as work:
        community = await Communities(work).settle_in(SpaceRef("telegram", str(CHAT)), Defaults("Kiln"))
        await Streams(work).start(community.id)
