"""The process that gets killed while it opens and closes polls: real engine, real file, a record that outlives it."""

import asyncio
import os
import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot.clock import VirtualClock
from bot.delivery.effects import Effects
from bot.delivery.engine import Engine
from bot.delivery.native_polls import NativePolls
from bot.model.events import Event, NativePollEnded, NativePollFailed
from bot.model.identity import ChannelRef, Space, SpaceRef
from bot.model.native import Natives, Poll, PollLimits, PollResults
from bot.model.results import SendResult, SendStatus
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.schema import bring_up_to_date
from bot.storage.work import Work
from tests.benchmarks.crowd import ANCHOR, PLATFORM, engine, gather
from tests.benchmarks.sink import SinkPlatform
from tests.databases import sealed_database, whole_schema

SLOWEST_SECONDS = 0.004
OPEN_FOR: Final = timedelta(hours=2)
ACTION: Final = "box.cast"
SPACE: Final = Space(1, 1, SpaceRef(PLATFORM, "home"), "Home", post_channel="hall")


class Hall(SinkPlatform):
    """A network with polls; a line in the record is what truly happened there."""

    def __init__(self, record: Path | None = None) -> None:
        super().__init__()
        self._record = None if record is None else os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    @property
    def natives(self) -> Natives:
        return Natives(polls=self)

    async def limits(self, channel: ChannelRef) -> PollLimits:
        return PollLimits(300, 10, 55, timedelta(seconds=1), timedelta(days=30))

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        return await self._happens("open", poll.question)

    async def close_poll(self, channel: ChannelRef, message_id: str) -> PollResults | SendResult:
        done = await self._happens("shut", message_id)
        return PollResults((1, 2), final=True) if done.status is SendStatus.SENT else done

    async def _happens(self, what: str, name: str) -> SendResult:
        """Before or after it has happened the process may die, or the answer may be lost."""
        assert self._record is not None
        await asyncio.sleep(random.uniform(0, SLOWEST_SECONDS))
        os.write(self._record, f"{what}\t{name}\n".encode())
        await asyncio.sleep(random.uniform(0, SLOWEST_SECONDS))
        lost = random.random() < 0.05
        return SendResult(SendStatus.UNKNOWN if lost else SendStatus.SENT, name, reference=name)


def prepare_polls(file: Path, polls: int) -> None:
    """A database in which so many polls are to be opened."""
    asyncio.run(_prepare(file, polls))


def hold_polls(file: Path, record: Path) -> None:
    """Pick up what the last process left, and live on until every poll is over."""
    asyncio.run(_hold(file, record))


async def _prepare(file: Path, polls: int) -> None:
    database = sealed_database(f"sqlite:///{file}")
    await bring_up_to_date(database, [whole_schema()])
    await gather(database, 1, known=False)
    async with database.write() as transaction:
        await transaction.run(
            "INSERT INTO spaces (id, community_id, platform, external_id) VALUES (1, 1, :platform, 'home')",
            {"platform": PLATFORM},
        )
    async with Work(database, VirtualClock(ANCHOR)) as work:
        service = NativePolls(work, 1, {PLATFORM: Hall()}, ACTION.__eq__)
        for number in range(polls):
            poll = Poll(f"p{number:04}", ("Tea", "Soap"), ANCHOR + OPEN_FOR)
            assert await service.open(f"p{number:04}", SPACE, poll, action=ACTION) is None
    await database.close()


async def _hold(file: Path, record: Path) -> None:
    hall, database = Hall(record), sealed_database(f"sqlite:///{file}")
    clock = VirtualClock(ANCHOR)
    running = _engine(database, clock, hall)
    await running.recover(alone=True)
    await running.run_due()
    clock.set(ANCHOR + OPEN_FOR)
    while (due := await running.next_due()) is not None:
        clock.set(max(due, clock.now()))
        await running.run_due()
    await database.close()


def _engine(database: Database, clock: VirtualClock, hall: Hall) -> Engine:
    plain = engine(database, clock, hall)
    effects = Effects(database, clock, {PLATFORM: hall}, _published)
    return Engine(database, clock, plain._loader, plain._sender, effects=effects, publish=_published)


def _published(event: Event) -> Sequence[Line]:
    assert isinstance(event, NativePollEnded | NativePollFailed)
    why = event.why if isinstance(event, NativePollFailed) else "ended"
    return [Line("ear", "hear", {"name": event.name, "why": why}, key=f"ear:{event.key}")]
