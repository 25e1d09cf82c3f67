"""The process that gets killed while it gives and takes: real engine, real file, a network whose record outlives it."""

import asyncio
import logging
import os
import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot.clock import VirtualClock
from bot.delivery.effects import Effects
from bot.delivery.engine import Engine
from bot.delivery.natives import NativeGrants
from bot.model.events import Event, NativeSettled
from bot.model.grants import Gift, Native, NativeKind
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import NativeBadge, Natives
from bot.model.results import Problem, SendResult, SendStatus
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.schema import bring_up_to_date
from bot.storage.work import Work
from tests.benchmarks.crowd import ANCHOR, PLATFORM, engine, gather
from tests.benchmarks.sink import SinkPlatform
from tests.databases import sealed_database, whole_schema

HOURS: Final = 20
"""How long the last of those lasts that end; some never do."""

SLOWEST_SECONDS = 0.004
DOOR = "salon"
TIME, AWAY = "time", "away"


class Salon(SinkPlatform):
    """A network with one role for each person and one room; a line in the record is what truly happened there."""

    def __init__(self, record: Path) -> None:
        super().__init__()
        self._record = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    @property
    def natives(self) -> Natives:
        return Natives(badges=self, doors=self)

    @property
    def one_at_a_time(self) -> bool:
        return False

    def note(self, *words: str) -> None:
        """Write a line that outlives the process."""
        os.write(self._record, ("\t".join(words) + "\n").encode())

    async def _happens(self, *words: str) -> SendResult:
        """Before or after it has happened the process may die, or the answer may be lost."""
        await asyncio.sleep(random.uniform(0, SLOWEST_SECONDS))
        self.note(*words)
        await asyncio.sleep(random.uniform(0, SLOWEST_SECONDS))
        return SendResult(SendStatus.UNKNOWN if random.random() < 0.05 else SendStatus.SENT)

    async def badges(self, space: SpaceRef) -> Sequence[NativeBadge]:
        return ()

    async def check_badge(self, space: SpaceRef, badge: str) -> Sequence[Problem]:
        return ()

    async def give_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        return await self._happens("give", account.user_id, badge)

    async def take_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        return await self._happens("take", account.user_id, badge)

    async def open_thread(self, channel: ChannelRef, name: str, people: Sequence[AccountRef]) -> SendResult:
        return SendResult(SendStatus.INVALID)

    async def let_in(self, door: ChannelRef, account: AccountRef) -> SendResult:
        return await self._happens("give", account.user_id, door.channel_id)

    async def see_out(self, door: ChannelRef, account: AccountRef) -> SendResult:
        return await self._happens("take", account.user_id, door.channel_id)

    async def check_door(self, door: ChannelRef) -> Sequence[Problem]:
        return ()

    async def close(self) -> None:
        os.close(self._record)


def prepare_grants(file: Path, people: int) -> None:
    """A database in which so many people were given something a moment ago."""
    asyncio.run(_prepare(file, people))


def live(file: Path, record: Path) -> None:
    """Pick up what the last process left, and live on until everything that ends has ended."""
    asyncio.run(_live(file, record))


async def _prepare(file: Path, people: int) -> None:
    database = _open(file)
    await bring_up_to_date(database, [whole_schema()])
    await gather(database, people, known=False)
    async with database.write() as transaction:
        await transaction.run(
            "INSERT INTO spaces (id, community_id, platform, external_id) VALUES (1, 1, :platform, 'home')",
            {"platform": PLATFORM},
        )
    async with Work(database, VirtualClock(ANCHOR)) as work:
        grants = NativeGrants(work, 1, {})
        await grants.give_all([_gift(member) for member in range(1, people + 1)])
    await database.close()


def _gift(member: int) -> Gift:
    """Every second one a door, and every fifth for good."""
    kind, ref = (NativeKind.DOOR, DOOR) if member % 2 else (NativeKind.BADGE, f"role-{member % 3}")
    until = None if member % 5 == 0 else ANCHOR + timedelta(hours=1 + member % HOURS)
    return Gift(member, Native(1, kind, ref), f"test:{member}", until)


async def _live(file: Path, record: Path) -> None:
    again = _has_lines(record)
    salon, database = Salon(record), _open(file)
    if again and random.random() < 0.8:
        # Nobody was there for so long, and some of it has ended; within the day for which it is tried again, since no
        # process here lives to the daily look, which finds what was given up after that.
        salon.note(AWAY, str(min(_hour(record) + random.randint(1, 6), HOURS + 1)))
    clock = VirtualClock(ANCHOR + timedelta(hours=_hour(record)))
    plain = engine(database, clock, salon)
    effects = Effects(database, clock, {PLATFORM: salon}, _published)
    running = Engine(database, clock, plain._loader, plain._sender, effects=effects)
    await running.recover(alone=True)
    while True:
        hour = _hour(record) + 1
        over = hour > HOURS + 1
        await running.run_due()
        while (due := await running.next_due()) is not None and (over or due < clock.now() + timedelta(minutes=50)):
            clock.set(due)  # what was not certain is done again
            await running.run_due()
        if over:
            break
        salon.note(TIME, str(hour))
        clock.set(ANCHOR + timedelta(hours=hour))
    await salon.close()
    await database.close()


def _published(event: Event) -> Sequence[Line]:
    assert isinstance(event, NativeSettled)
    told = {"grant": event.grant_id, "given": event.given, "problem": event.problem}
    return [Line("ear", "hear", told, key=f"ear:{event.key}")]


def _has_lines(record: Path) -> bool:
    return record.exists() and record.stat().st_size > 0


def _hour(record: Path) -> int:
    """How far the processes before this one came: time does not go back."""
    lines = [line.split("\t") for line in record.read_text().splitlines()] if record.exists() else []
    return max((int(line[1]) for line in lines if line[0] in (TIME, AWAY)), default=0)


def _open(file: Path) -> Database:
    logging.getLogger("bot").setLevel(logging.ERROR)
    return sealed_database(f"sqlite:///{file}")
