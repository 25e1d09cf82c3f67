"""The whole program: it stops in order, goes on where it stopped, keeps time by itself, and tells no secrets."""

import asyncio
import json
import logging
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import log
from bot.api import Telling
from bot.app import ENDING_SECONDS, App, open_app
from bot.clock import SystemClock
from bot.community.attendance_counter import AttendanceCounter
from bot.community.people import People
from bot.config import Config, load_config
from bot.core.dispatcher import Dispatcher
from bot.core.jobs import JobRunner
from bot.core.settling import settle
from bot.errors import BotError, StorageError
from bot.model.identity import AccountRef, Target
from bot.model.messages import CommandSpec, Markup, Message
from bot.model.ports import Sink
from bot.model.results import SendResult
from bot.platforms.choosing import configured_platforms
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import SPACE
from bot.storage.tables import deliveries, incidents, jobs
from bot.testing import TEST_KEY
from tests.core.kettle import Kettle, until
from tests.core.lab import Lab, loaded
from tests.eventually import eventually
from tests.platforms.discord.server import Server, nobody_answers, serving
from tests.platforms.telegram.server import TelegramServer

IN_FLIGHT = 20
PEOPLE = 50
DISCORD_TOKEN = "MTIzNDU2.secret.of-discord"
TELEGRAM_TOKEN = "1234567:secret-of-telegram"
SECRET_KEY = "the-secret-key-that-signs-every-button"


class SlowChat(LocalPlatform):
    """A local chat whose sends take as long as the test wants."""

    def __init__(self) -> None:
        super().__init__(SystemClock(), lambda *_, **__: Markup(""))
        self.on_the_way = 0
        self.gate = asyncio.Event()

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        self.on_the_way += 1
        await self.gate.wait()
        return await super().send(to, message, key=key)


def opened(folder: Path, chat: LocalPlatform) -> AbstractAsyncContextManager[App]:
    """The bot on the real clock with this chat."""
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(folder), "AFTERGLOW_SECRET_KEY": TEST_KEY})
    return open_app(config, make_platforms=lambda *_: [chat], loaded=loaded(Lab().plugin))


async def tell(app: App, chat: LocalPlatform, people: int, *, after: timedelta = timedelta(0)) -> None:
    """Something for so many people to be told, `after` so long."""
    async with app.parts.work() as work:
        community = await settle(app.parts, work, SPACE)
        for number in range(people):
            person = chat.person(f"guest-{number}")
            member = await People(work).recognise(person.actor, community)
            telling = Telling(app.parts, work, community)
            due = work.now + after
            await telling.member(member.id, f"news-{number}", "error-no-community", asked=True, due=due)


async def states(app: App) -> Counter[str]:
    """How many deliveries stand where."""
    async with app.parts.work() as work:
        return Counter(row.state for row in await work.rows(sa.select(deliveries.c.state)))


def direct(chat: LocalPlatform) -> Counter[AccountRef | None]:
    """How often each person was written to."""
    return Counter(shown.only_for for shown in chat.sent if shown.key)


@pytest.mark.long
async def test_stopping_lets_what_is_being_sent_arrive_and_begins_nothing_more(tmp_path: Path) -> None:
    chat = SlowChat()
    async with opened(tmp_path, chat) as app:
        await tell(app, chat, PEOPLE)
        running = asyncio.create_task(app.run())
        await eventually(lambda: chat.on_the_way == IN_FLIGHT, "twenty are on their way")
        app.stop()
        await asyncio.sleep(0)
        chat.gate.set()
        await running
        assert len(direct(chat)) == chat.on_the_way == IN_FLIGHT
        assert (await states(app))["sent"] == IN_FLIGHT

    again = SlowChat()
    again.gate.set()
    async with opened(tmp_path, again) as app:
        for shown in chat.people:
            again.person(shown.user_id)
        running = asyncio.create_task(app.run())
        await eventually(lambda: again.on_the_way == PEOPLE - IN_FLIGHT, "the others get theirs")
        app.stop()
        await running
        assert await states(app) == {"sent": PEOPLE}
        assert set((direct(chat) + direct(again)).values()) == {1}


@pytest.mark.long
async def test_stopping_waits_ten_seconds_at_most_and_what_hung_is_reported_and_not_repeated(tmp_path: Path) -> None:
    chat = SlowChat()
    async with opened(tmp_path, chat) as app:
        await tell(app, chat, PEOPLE)
        running = asyncio.create_task(app.run())
        await eventually(lambda: chat.on_the_way == IN_FLIGHT, "twenty are on their way")
        began = time.monotonic()
        app.stop(within=0.5)
        await running
        assert time.monotonic() - began < 10 - (ENDING_SECONDS - 0.5)
        assert (await states(app))["sending"] == IN_FLIGHT

    again = SlowChat()
    again.gate.set()
    async with opened(tmp_path, again) as app:
        for shown in chat.people:
            again.person(shown.user_id)
        assert (await states(app))["unknown"] == IN_FLIGHT
        await app.turn()
        assert await states(app) == {"unknown": IN_FLIGHT, "sent": PEOPLE - IN_FLIGHT}
        assert set(direct(again).values()) == {1}


async def test_a_handler_under_way_is_finished_and_answered_before_the_bot_stops(tmp_path: Path) -> None:
    lab = Lab()
    chat = SlowChat()
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(tmp_path), "AFTERGLOW_SECRET_KEY": TEST_KEY})
    async with open_app(config, make_platforms=lambda *_: [chat], loaded=loaded(lab.plugin)) as app:
        running = asyncio.create_task(app.run())
        ann = chat.person("ann")
        lab.gate.clear()
        await chat.says(ann, "/keep tea")
        await eventually(lambda: bool(lab.begun), "the handler began")
        app.stop()
        await asyncio.sleep(0)
        lab.gate.set()
        await running
        assert [shown.message.text for shown in chat.shown(ann)] == ["kept tea"]


async def test_a_job_that_hangs_holds_up_neither_others_nor_the_end_and_is_run_at_the_next_start(
    tmp_path: Path,
) -> None:
    slow, quick = Kettle("slow"), Kettle("quick")
    quick.gate.set()
    chat = SlowChat()
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(tmp_path), "AFTERGLOW_SECRET_KEY": TEST_KEY})
    plugins = loaded(slow.plugin, quick.plugin)
    async with open_app(config, make_platforms=lambda *_: [chat], loaded=plugins) as app:
        running = asyncio.create_task(app.run())
        ann = chat.person("ann")
        await chat.says(ann, "/slow fill a")
        await until(lambda: slow.begun == ["a"])
        await chat.says(ann, "/quick fill b")
        await until(lambda: quick.ended == ["b"])
        began = time.monotonic()
        app.stop(within=0.5)
        await running
        assert time.monotonic() - began < 10 - (ENDING_SECONDS - 0.5)
    assert slow.ended == []
    slow.gate.set()
    async with open_app(config, make_platforms=lambda *_: [SlowChat()], loaded=plugins) as app:
        await app.turn()
        assert slow.ended == ["a"]


async def test_a_job_under_way_is_done_before_the_bot_stops(tmp_path: Path) -> None:
    kettle = Kettle("kettle")
    chat = SlowChat()
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(tmp_path), "AFTERGLOW_SECRET_KEY": TEST_KEY})
    async with open_app(config, make_platforms=lambda *_: [chat], loaded=loaded(kettle.plugin)) as app:
        running = asyncio.create_task(app.run())
        await chat.says(chat.person("ann"), "/kettle fill a")
        await until(lambda: kettle.begun == ["a"])
        app.stop()
        await asyncio.sleep(0)
        kettle.gate.set()
        await running
        assert kettle.ended == ["a"]
        async with app.parts.work() as work:
            state = sa.select(jobs.c.state).where(jobs.c.name == "heat")
            assert await work.value(state) == "done"


async def test_the_bot_keeps_time_by_itself(tmp_path: Path) -> None:
    chat = SlowChat()
    chat.gate.set()
    async with opened(tmp_path, chat) as app:
        running = asyncio.create_task(app.run())
        await tell(app, chat, 1, after=timedelta(seconds=1))
        assert not chat.sent
        await eventually(lambda: bool(chat.sent), "what was due in a second is sent")
        app.stop()
        await running
        assert await states(app) == {"sent": 1}


class HeartStoppedError(BaseException):
    """What no guard takes for an error of others."""


class LastJobs(JobRunner):
    """Jobs that take the bot's heart with them."""

    ending: type[BaseException]

    async def begin_due(self) -> int:
        raise self.ending


class Plugged(LocalPlatform):
    """A local chat that knows whether it is connected."""

    connected = False

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        self.connected = True
        try:
            await super().run(sink, commands)
        finally:
            self.connected = False


def plugged() -> Plugged:
    return Plugged(SystemClock(), lambda *_, **__: Markup(""))


@pytest.mark.parametrize("ending", [HeartStoppedError, asyncio.CancelledError])
async def test_a_bot_whose_heart_stops_ends_in_time_and_says_so(
    ending: type[BaseException], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    chat = plugged()
    async with opened(tmp_path, chat) as healthy:
        attendance = AttendanceCounter()
        jobs = LastJobs(healthy.parts, {})
        jobs.ending = ending
        app = App(healthy.parts, Dispatcher(healthy.parts, attendance), jobs, attendance)
        async with asyncio.timeout(10):
            with pytest.raises(BotError, match="must never end"):
                await app.run()
        assert not chat.connected
        assert "a part that must never end has ended" in caplog.text


async def test_a_bot_that_cannot_take_up_what_waits_for_it_ends_its_platforms_too(tmp_path: Path) -> None:
    chat = plugged()
    async with opened(tmp_path, chat) as app:
        async with app.parts.database.write() as transaction:
            await transaction.run("ALTER TABLE intake RENAME TO away")
        others = asyncio.all_tasks()
        async with asyncio.timeout(10):
            with pytest.raises(Exception, match="intake"):
                await app.run()
        assert not chat.connected
        assert asyncio.all_tasks() == others


async def test_all_is_settled_once_what_followed_is_done_too(tmp_path: Path) -> None:
    chat = SlowChat()
    async with opened(tmp_path, chat) as app:
        running = asyncio.create_task(app.run())
        await tell(app, chat, 2)
        settled = asyncio.create_task(app.settled())
        await eventually(lambda: chat.on_the_way == 2, "both are on their way")
        assert not settled.done()
        chat.gate.set()
        await settled
        assert await states(app) == {"sent": 2}
        await app.settled()
        app.stop()
        await running


async def test_a_database_that_is_newer_than_the_code_is_left_alone(tmp_path: Path) -> None:
    async with opened(tmp_path, SlowChat()) as app, app.parts.database.write() as transaction:
        await transaction.run("UPDATE core_schema_version SET version_num = '9999'")
    with pytest.raises(StorageError, match="newer than this Afterglow"):
        async with opened(tmp_path, SlowChat()):
            pass


def secretive(folder: Path, server: TelegramServer) -> Config:
    """A configuration that is full of secrets."""
    environment = {
        "AFTERGLOW_DATA_FOLDER": str(folder),
        "AFTERGLOW_SECRET_KEY": SECRET_KEY,
        "AFTERGLOW_DISCORD__TOKEN": DISCORD_TOKEN,
        "AFTERGLOW_TELEGRAM__TOKEN": TELEGRAM_TOKEN,
        "AFTERGLOW_TELEGRAM__BASE_URL": server.url,
    }
    return load_config(environment=environment)


@pytest.mark.long
@pytest.mark.parametrize("form", ["text", "json"])
async def test_secrets_are_in_no_log_and_no_incident_whatever_goes_wrong(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.set_up("DEBUG", "json" if form == "json" else "text")
    async with serving(Server()), TelegramServer() as server:
        server.token = TELEGRAM_TOKEN
        async with open_app(secretive(tmp_path, server), make_platforms=configured_platforms) as app:
            running = asyncio.create_task(app.run())
            ann = server.person("Ann", started=True)
            group = server.group("Tea", owner=ann)
            await eventually(lambda: "discord" in app.problems and server.world.polled, "both began")
            server.cuts("sendMessage")
            server.refuses("getUpdates", 502, "Bad Gateway")
            await ann.says("/ping", in_=group)
            await app.dispatcher.idle()
            app.stop()
            await running
        server.token = "7:changed-meanwhile"
        async with open_app(secretive(tmp_path, server), make_platforms=configured_platforms) as app:
            await app.run()
            assert app.problems.keys() == {"discord", "telegram"}
            found = await everything_noted(app)
    written = capsys.readouterr().err
    lines = [json.loads(line)["event"] if form == "json" else line for line in written.splitlines()]
    assert sum("does not accept" in line for line in lines) == 3
    for secret in (DISCORD_TOKEN, TELEGRAM_TOKEN, SECRET_KEY):
        assert secret not in written + found + "".join(map(str, app.problems.values()))


@pytest.mark.long
async def test_a_network_that_cannot_be_reached_is_told_in_a_line_for_each_try(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with TelegramServer() as server:
        config = secretive(tmp_path, server)
    with nobody_answers():
        async with open_app(config, make_platforms=configured_platforms) as app:
            running = asyncio.create_task(app.run())
            await eventually(lambda: len(app.problems) == 2, "both have tried")
            app.stop()
            await running
    lines = [record for record in caplog.records if record.levelno >= logging.WARNING and "reached" in record.msg]
    assert sorted(record.getMessage().partition(" cannot be reached: ")[0] for record in lines) == [
        "Discord",
        "Telegram",
    ]
    assert all(
        record.getMessage().endswith("; next try in 5 s") and "\n" not in record.getMessage() for record in lines
    )
    assert not [record for record in caplog.records if record.exc_info]


async def everything_noted(app: App) -> str:
    """The incidents with their traces, as one text."""
    async with app.parts.work() as work:
        rows = await work.rows(sa.select(incidents))
    return "\n".join(str(tuple(row)) for row in rows)
