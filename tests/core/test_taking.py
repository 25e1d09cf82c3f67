"""Nothing that was stored is left behind in the intake, in whatever order it gets there."""

import asyncio

import pytest

from bot.core.taking import Taking
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import CommandInvoked, ReplyTo
from bot.storage import intake
from bot.storage.database import Database, Transaction
from bot.storage.intake import Waiting
from tests.community.people import START

ANN = Actor(AccountRef("local", "ann"), "Ann")


class Desk:
    """Where updates are handled, some at once."""

    def __init__(self, database: Database, most: int) -> None:
        self._database = database
        self.handled: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.taking = Taking(database, self._handle, most)

    async def _handle(self, stored: Waiting) -> None:
        await self.gate.wait()
        async with self._database.write() as transaction:
            first = await intake.mark_handled(transaction, stored.id, START)
        if first:
            self.handled.append(stored.update.event_id)


async def stored(transaction: Transaction, event_id: str) -> Waiting:
    """A command in the intake."""
    command = CommandInvoked(
        event_id=event_id, at=START, actor=ANN, space=None, name="ping", reply_to=ReplyTo("local", "1")
    )
    [waiting] = await intake.store(transaction, [command], START)
    return waiting


@pytest.mark.long
async def test_what_is_stored_while_the_last_of_the_intake_is_read_is_handled(database: Database) -> None:
    desk = Desk(database, most=4)

    async def receive(event_id: str) -> None:
        async with database.write() as transaction:
            update = await stored(transaction, event_id)
        desk.taking.take(update)

    for moment in range(100):  # at one of them, the reader has just seen that there is nothing more
        receiving = asyncio.create_task(receive(f"e{moment}"))
        for _ in range(moment % 20):
            await asyncio.sleep(0)
        await desk.taking.recover()
        await receiving
        await desk.taking.idle()
        assert len(desk.handled) == moment + 1


async def test_what_was_stored_first_and_known_last_is_handled(database: Database) -> None:
    desk = Desk(database, most=1)
    async with database.write() as transaction:
        first, second, third = [await stored(transaction, event_id) for event_id in ("first", "second", "third")]
    desk.gate.clear()
    for update in (second, third, first):
        desk.taking.take(update)
    desk.gate.set()
    await desk.taking.idle()
    assert sorted(desk.handled) == ["first", "second", "third"]
