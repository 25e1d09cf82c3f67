"""Updates on their way through the intake: stored as they came, read when they are handled, harmed by no other."""

import asyncio
import json
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.app import App
from bot.clock import VirtualClock
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import CommandInvoked, RawUpdate
from bot.storage import intake as intake_of
from bot.storage.tables import incidents, intake
from tests.core.lab import Lab, loaded
from tests.eventually import eventually
from tests.platforms.telegram.conftest import Scene
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot

COMMANDS = 120


async def test_a_batch_is_stored_as_it_came_and_presence_is_not_stored_at_all(idle: Scene) -> None:
    await idle.ann.says("/me first", in_=idle.group)
    await idle.ann.says("hello", in_=idle.group)
    await idle.ben.says("/me second")
    async with idle.connected():
        await idle.sink.newest(CommandInvoked, count=2)
    assert [stored.actor.account for stored in idle.sink.stored] == [idle.account(idle.ann), idle.account(idle.ben)]
    assert "/me second" in idle.sink.stored[1].body
    assert len(idle.sink.presences) == 1


async def test_nobody_is_asked_who_runs_the_group_before_an_update_is_stored(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    ann = server.person("Ann", started=True)
    group = server.group("Tea", owner=ann)
    lab = Lab()
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(lab.plugin)) as app:
        gate = server.holds("getChatAdministrators")
        await ann.says("/keep tea", in_=group)  # returns once the next updates are asked for
        assert await _count(app, intake.c.handled_at.is_(None)) == 1
        assert lab.begun == []
        gate.set()
        await app.dispatcher.idle()
        assert lab.begun == ["tea"]


@pytest.mark.long
async def test_a_crowd_that_acts_at_once_asks_a_single_time_who_runs_the_group(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    crowd = [server.person(f"Guest {number}", started=True) for number in range(5)]
    group = server.group("Tea", owner=crowd[0], members=tuple(crowd))
    lab = Lab()
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(lab.plugin)) as app:
        gate = server.holds("getChatAdministrators")
        for number, guest in enumerate(crowd):
            await guest.says(f"/keep {number}", in_=group)
        gate.set()
        await app.dispatcher.idle()
        assert sorted(lab.begun) == ["0", "1", "2", "3", "4"]
        assert len(server.called("getChatAdministrators")) == 1


async def test_a_broken_update_is_an_incident_and_harms_no_other(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    ann = server.person("Ann", started=True)
    server.group("Tea", owner=ann)
    lab = Lab()
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(lab.plugin)) as app:
        await _in_one_batch(server, {"message": {"text": "/me"}}, {"callback_query": {"id": "1"}}, {"poll": 3})
        await ann.says("/keep tea")
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            places = await work.rows(sa.select(incidents.c.place, incidents.c.plugin))
        assert [tuple(row) for row in places] == [("reading an update of telegram", "core")] * 3
        assert await _count(app, intake.c.handled_at.is_(None)) == 0


async def test_what_a_dead_process_left_is_read_at_the_next_start(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    ann = server.person("Ann", started=True)
    group = server.group("Tea", owner=ann)
    lab = Lab()
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(lab.plugin)) as app:
        await ann.says("/me", in_=group)
        await app.dispatcher.idle()
        typed = server.world.last["message"] | {"text": "/keep tea"}
        left = RawUpdate(event_id="left", at=clock.now(), actor=Actor(AccountRef("telegram", str(ann.id)), ""), body="")
        body = json.dumps({"update_id": 1, "message": typed})
        async with app.parts.database.write() as transaction:  # as if it had died before it was done with it
            await intake_of.store(transaction, [replace(left, body=body)], clock.now())
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(lab.plugin)) as app:
        await app.dispatcher.idle()
        assert lab.begun == ["tea"]


@pytest.mark.long
async def test_a_press_that_waits_behind_something_slow_stops_spinning_meanwhile(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    lab, ann = Lab(), server.person("Ann", started=True)
    group = server.group("Tea", owner=ann)
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(lab.plugin)) as app:
        lab.gate.clear()
        await ann.says("/keep tea", in_=group)
        await eventually(lambda: bool(lab.begun), "the handler began")
        await ann.presses_token(await ann.says("hello", in_=group), "zzzz_12345678")
        assert (await ann.noticed()).text == ""
        lab.gate.set()
        await app.dispatcher.idle()


async def test_what_is_said_in_private_while_nothing_is_asked_is_not_stored_at_all(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    ann = server.person("Ann", started=True)
    server.group("Tea", owner=ann)
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(Lab().plugin)) as app:
        await ann.says("something that is nobody's business")
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            assert await work.rows(sa.select(intake)) == []


@pytest.mark.long
async def test_nothing_of_what_was_said_is_left_in_the_intake_once_it_is_handled(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    ann = server.person("Ann", started=True)
    server.group("Tea", owner=ann)
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(Lab().plugin)) as app:
        await ann.says("/greet nobody")
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            bodies = await work.rows(sa.select(intake.c.kind, intake.c.body))
        assert [tuple(row) for row in bodies] == [(RawUpdate.__name__, "")]


@pytest.mark.long
async def test_a_process_killed_with_updates_in_flight_loses_none_and_does_nothing_twice(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        people = [server.person(f"Guest {number}", started=True) for number in range(10)]
        group = server.group("Tea", owner=people[0], members=tuple(people))
        for number in range(COMMANDS):
            await people[number % 10].says(f"/count {number}", in_=group)
        kills = 0
        for least in (20, 60):
            process = await _child(server, tmp_path)
            await _handled(tmp_path, least, process)
            process.send_signal(signal.SIGKILL)
            kills += await process.wait() == -signal.SIGKILL
        assert kills == 2
        process = await _child(server, tmp_path)
        await _handled(tmp_path, COMMANDS, process)
        process.terminate()
        assert await process.wait() == 0
    assert sorted(_counted(tmp_path)) == sorted(str(number) for number in range(COMMANDS))


async def _in_one_batch(server: TelegramServer, *updates: dict[str, object]) -> None:
    polled, server.world.polled = server.world.polled, False
    for update in updates:
        await server.world.inject(update)
    server.world.polled = polled


async def _count(app: App, which: sa.ColumnElement[bool]) -> int:
    async with app.parts.work() as work:
        return int(await work.value(sa.select(sa.func.count()).select_from(intake).where(which)))


async def _child(server: TelegramServer, folder: Path) -> asyncio.subprocess.Process:
    module = "tests.platforms.telegram.child"
    return await asyncio.create_subprocess_exec(sys.executable, "-m", module, server.url, str(folder))


async def _handled(folder: Path, least: int, process: asyncio.subprocess.Process) -> None:
    """Wait until so many have been counted."""
    async with asyncio.timeout(60):
        while len(_counted(folder)) < least:
            assert process.returncode is None, "the process ended by itself"
            await asyncio.sleep(0.02)


def _counted(folder: Path) -> list[str]:
    file = folder / "afterglow.db"
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as connection:
        if not connection.execute("SELECT name FROM sqlite_master WHERE name = 'audit'").fetchall():
            return []
        return [subject for (subject,) in connection.execute("SELECT subject FROM audit WHERE action = 'counted'")]
