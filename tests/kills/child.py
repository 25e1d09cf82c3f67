"""The process that gets killed: the real engine on a real file, and a chat network whose record outlives it."""

import asyncio
import logging
import os
import random
from pathlib import Path

from bot.clock import VirtualClock
from bot.delivery.engine import IN_FLIGHT
from bot.delivery.planning import enrol
from bot.model.identity import Target
from bot.model.messages import Message
from bot.model.results import SendResult, SendStatus
from bot.storage.database import Database
from bot.storage.schema import bring_up_to_date
from tests.benchmarks.crowd import ANCHOR, PLATFORM, engine, gather, plan
from tests.benchmarks.sink import SinkPlatform
from tests.databases import sealed_database, whole_schema

LINE = 24
"""How long each line of the record is, so that its size tells how many there are."""

SLOWEST_SECONDS = 0.001

OTHER = "other"
"""The second platform: the bound on sends in flight holds for both together."""


class RecordingPlatform(SinkPlatform):
    """A line in the record is the message arriving; it is written before `send` returns, with pauses round it."""

    def __init__(self, record: Path, name: str = PLATFORM) -> None:
        super().__init__(name)
        self._record = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        await asyncio.sleep(random.uniform(0, SLOWEST_SECONDS))
        os.write(self._record, f"{key:<{LINE - 1}}\n".encode())
        await asyncio.sleep(random.uniform(0, SLOWEST_SECONDS))
        return SendResult(SendStatus.SENT, key)

    async def close(self) -> None:
        os.close(self._record)


def prepare(file: Path, people: int) -> None:
    """A database with so many people by turns on two platforms, nobody enrolled."""
    asyncio.run(_prepare(file, people))


def enrol_everybody(file: Path, steps: int) -> None:
    """Enrol the whole crowd in a journey of so many steps; an earlier process may have begun with it."""
    asyncio.run(_enrol_everybody(file, steps))


def deliver(file: Path, record: Path) -> None:
    """Pick up what the last process left, and send all that is due."""
    asyncio.run(_deliver(file, record))


async def _prepare(file: Path, people: int) -> None:
    database = _open(file)
    await bring_up_to_date(database, [whole_schema()])
    await gather(database, people)
    async with database.write() as transaction:
        await transaction.run("UPDATE accounts SET platform = :other WHERE id % 2 = 0", {"other": OTHER})
    await database.close()


async def _enrol_everybody(file: Path, steps: int) -> None:
    database = _open(file)
    await enrol(database, await plan(database, VirtualClock(ANCHOR), steps=steps))
    await database.close()


async def _deliver(file: Path, record: Path) -> None:
    database, platforms = _open(file), (RecordingPlatform(record), RecordingPlatform(record, OTHER))
    running = engine(database, VirtualClock(ANCHOR), *platforms)
    _, unknown = await running.recover(alone=True)
    assert unknown <= IN_FLIGHT, f"one kill left {unknown} deliveries unknown"
    await running.run_due()
    for platform in platforms:
        await platform.close()
    await database.close()


def _open(file: Path) -> Database:
    logging.getLogger("bot").setLevel(logging.ERROR)  # that deliveries are unknown now is what is meant to happen
    return sealed_database(f"sqlite:///{file}")
