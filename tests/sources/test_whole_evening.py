"""Streams that begin and end by themselves: sources behind a whole bot, up to who was counted."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.attendance import Attendance
from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.people import People
from bot.community.stream import Stream
from bot.community.streams import Streams
from bot.config import load_config
from bot.core.incidents import newest
from bot.model.identity import Role
from bot.model.sources import StreamSource
from bot.platforms.local.chat import LocalPlatform
from bot.replay import replay
from bot.sources.keeping import Waits
from bot.sources.twitch.source import Paces, TwitchSource
from bot.sources.twitch.tokens import KEPT
from bot.sources.youtube.source import YouTubeSource
from bot.storage.edge_memory import EdgeMemory
from bot.surroundings import Surroundings
from bot.testing import START, TEST_KEY
from tests.sources.recordings import twitch_chat, twitch_comment, write
from tests.sources.serving import served
from tests.sources.test_twitch_events import CHAT, OFF, ON, online, written
from tests.sources.test_youtube_live import QUICK, UNITS
from tests.sources.twitch_server import CLIENT, REFRESH, SECRET, Live, TwitchServer
from tests.sources.watching import PATIENCE, eventually
from tests.sources.youtube_server import KEY, Film, YouTubeServer


@dataclass(slots=True)
class Evening:
    """A bot with the terminal's chat, on Twitch and on YouTube."""

    app: App
    chat: LocalPlatform
    clock: VirtualClock
    twitch: TwitchServer
    youtube: YouTubeServer

    async def newest(self) -> Stream | None:
        """The stream that is on, or the newest that was."""
        async with self.app.parts.work() as work:
            return await Streams(work).live(1) or await Streams(work).newest(1)

    async def is_on(self) -> bool:
        async with self.app.parts.work() as work:
            return await Streams(work).live(1) is not None

    async def passes(self, **span: float) -> None:
        """Let time pass, with all that is due meanwhile."""
        end = self.clock.now() + timedelta(**span)
        await self.app.settled()
        while (due := await self.app.next_due()) is not None and due <= end:
            self.clock.set(max(due, self.clock.now()))
            await self.app.settled()
        self.clock.set(end)
        await self.app.settled()

    async def until(self, *, on: bool) -> None:
        """Wait for what travels."""
        async with asyncio.timeout(PATIENCE):
            while await self.is_on() is not on:
                await asyncio.sleep(0.01)
                await self.app.settled()

    async def arrives(self) -> None:
        """Wait until all that Twitch told so far is taken in."""
        async with asyncio.timeout(PATIENCE):
            signals = await self._signals()
            # An end of a stream that nobody knows does nothing, and comes behind all else.
            await self.twitch.tell(OFF, {"broadcaster_user_id": "1", "id": f"none-{signals}"}, at=self.now())
            while await self._signals() == signals:  # noqa: ASYNC110 - the database tells
                await asyncio.sleep(0.01)
        await self.app.settled()

    async def looks(self, path: str) -> None:
        """Wait until YouTube was asked twice more, so that the first answer is taken in."""
        asked = self.youtube.count("GET", path)
        await eventually(lambda: self.youtube.count("GET", path) >= asked + 2, f"{path} is asked")
        await self.app.settled()

    async def _signals(self) -> int:
        async with self.app.parts.work() as work:
            [[count]] = await work.fetch("SELECT COUNT(*) FROM intake WHERE source = 'twitch'")
        return int(count)

    def now(self) -> str:
        """For messages of Twitch."""
        return self.clock.now().isoformat()


@asynccontextmanager
async def opened(
    folder: Path, twitch: TwitchServer, youtube: YouTubeServer, clock: VirtualClock
) -> AsyncIterator[Evening]:
    config = load_config(
        environment={
            "AFTERGLOW_DATA_FOLDER": str(folder),
            "AFTERGLOW_SECRET_KEY": TEST_KEY,
            "AFTERGLOW_TWITCH__CHANNELS": "ann",
            "AFTERGLOW_TWITCH__CLIENT_ID": CLIENT,
            "AFTERGLOW_TWITCH__CLIENT_SECRET": SECRET,
            "AFTERGLOW_TWITCH__REFRESH_TOKEN": REFRESH,
            "AFTERGLOW_YOUTUBE__CHANNELS": "@tea",
            "AFTERGLOW_YOUTUBE__API_KEY": KEY,
        }
    )
    chats: list[LocalPlatform] = []

    def platforms(around: Surroundings) -> list[LocalPlatform]:
        chats.append(LocalPlatform(around.clock, around.say))
        return chats

    def sources(around: Surroundings) -> list[StreamSource]:
        return [
            TwitchSource(
                CLIENT,
                SECRET,
                clock=clock,
                memory=around.memory("twitch"),
                refresh_token=REFRESH,
                addresses=twitch.addresses,
                paces=Paces(),
            ),
            YouTubeSource(
                KEY, clock=clock, memory=around.memory("youtube"), daily=UNITS, address=youtube.url, paces=QUICK
            ),
        ]

    async with open_app(config, clock=clock, make_platforms=platforms, make_sources=sources) as app:
        for keeper in app.keepers:
            keeper.waits = Waits(first=0.05, last=0.05, look=0.05)
        running = asyncio.create_task(app.run())
        try:
            looks = twitch.count("GET", "/helix/streams")
            await chats[0].says(chats[0].person("mia", name="Mia"), "/me")
            await eventually(lambda: twitch.count("GET", "/helix/streams") > looks, "Twitch is watched")
            yield Evening(app, chats[0], clock, twitch, youtube)
        finally:
            app.stop(within=0.5)
            await running


@dataclass(slots=True)
class Town:
    """The two services, and where the bot keeps its data."""

    folder: Path
    twitch: TwitchServer
    youtube: YouTubeServer
    clock: VirtualClock


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    twitch, youtube = TwitchServer(), YouTubeServer()
    async with served(twitch), served(youtube):
        yield Town(tmp_path, twitch, youtube, VirtualClock(START))


@pytest.fixture
async def it(town: Town) -> AsyncIterator[Evening]:
    async with opened(town.folder, town.twitch, town.youtube, town.clock) as one:
        yield one


async def attendance(it: Evening, stream: Stream) -> dict[str, tuple[int, int]]:
    """Messages and questions of everybody who was counted, by name."""
    async with it.app.parts.work() as work:
        rows = await work.fetch(
            """SELECT members.name, SUM(messages), SUM(questions) FROM attendance
            JOIN members ON members.id = attendance.member_id WHERE stream_id = :stream GROUP BY members.name""",
            {"stream": stream.id},
        )
    return {name: (int(messages), int(questions)) for name, messages, questions in rows}


async def goes_live(it: Evening, id: str = "s1") -> None:
    it.twitch.live["1"] = Live(id, started_at=it.now())
    await it.twitch.tell(ON, online(id, began=it.now()), at=it.now())
    await it.until(on=True)


async def chats(it: Evening, *lines: tuple[str, str]) -> None:
    """People write on Twitch."""
    for number, (who, text) in enumerate(lines):
        await it.twitch.tell(CHAT, written(text, who, f"{it.now()}-{number}"), at=it.now())
    await it.arrives()


@pytest.mark.long
async def test_a_stream_on_twitch_begins_counts_and_ends(it: Evening) -> None:
    await goes_live(it)
    for _ in range(3):
        await it.passes(minutes=10)
        await chats(it, ("77", "hello"), ("78", "Which clay?"))
    await it.passes(minutes=5)
    ended_at = it.clock.now()
    await it.twitch.tell(OFF, {"broadcaster_user_id": "1"}, at=it.now())
    await it.arrives()
    await it.passes(minutes=4)
    assert await it.is_on()  # it may come back
    await it.passes(minutes=2)
    stream = await it.newest()
    assert stream is not None and (stream.title, stream.ended_at, stream.number) == ("Tea night", ended_at, 1)
    assert await attendance(it, stream) == {"Name77": (3, 0), "Name78": (3, 3)}
    await it.passes(hours=50)  # people without any way to be written to are no fault
    async with it.app.parts.work() as work:
        assert await newest(work, 10) == []


@pytest.mark.long
async def test_a_stream_that_drops_out_for_a_moment_is_one_stream(it: Evening) -> None:
    await goes_live(it)
    first = await it.newest()
    await it.passes(minutes=10)
    for minutes in (0, 3):
        await it.passes(minutes=minutes)
        await it.twitch.tell(OFF, {"broadcaster_user_id": "1", "id": "s1"}, at=it.now())
        await it.passes(minutes=1)
        await it.twitch.tell(ON, online(began=START.isoformat()), at=it.now())
        await it.arrives()
    await it.passes(minutes=30)
    again = await it.newest()
    assert await it.is_on() and first is not None and again is not None and again.id == first.id


@pytest.mark.long
async def test_two_sources_tell_of_one_stream_which_ends_with_the_last(it: Evening) -> None:
    await goes_live(it)
    it.youtube.films["v1"] = Film(began=it.now(), chat="room")
    it.youtube.writes("hello", at=it.now())
    await it.looks("/videos")
    await it.looks("/liveChat/messages")
    await it.passes(minutes=20)
    del it.twitch.live["1"]
    await it.twitch.tell(OFF, {"broadcaster_user_id": "1"}, at=it.now())
    await it.arrives()
    await it.passes(minutes=20)
    assert await it.is_on()
    ended_at = it.clock.now()
    it.youtube.films["v1"].ended = it.now()
    await it.looks("/videos")
    await it.passes(minutes=6)
    stream = await it.newest()
    assert stream is not None and (stream.ended_at, stream.number) == (ended_at, 1)
    assert await attendance(it, stream) == {"Name UCx": (1, 0)}


@pytest.mark.long
async def test_an_end_while_the_bot_was_down_is_noticed_when_it_is_back(town: Town) -> None:
    async with opened(town.folder, town.twitch, town.youtube, town.clock) as it:
        await goes_live(it)
        await it.passes(minutes=30)
        await chats(it, ("77", "hello"))
    town.clock.advance(timedelta(hours=1))
    town.twitch.live.clear()
    async with opened(town.folder, town.twitch, town.youtube, town.clock) as it:
        await eventually(lambda: town.twitch.count("GET", "/helix/streams") > 1, "it looks")
        await it.arrives()
        await it.passes(minutes=6)
        stream = await it.newest()
        assert stream is not None and stream.ended_at is not None
        assert stream.number == 1


@pytest.mark.long
async def test_a_name_on_twitch_is_claimed_by_typing_the_code_there(it: Evening) -> None:
    mia = it.chat.person("mia", name="Mia")
    await it.chat.says(mia, "/link")
    await it.app.settled()
    code, *_ = re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", str(it.chat.shown(mia)[-1].message.text))
    await chats(it, ("77", "hello"), ("77", "PLAY-GAME"), ("77", code.lower()))
    await it.app.settled()
    asked = it.chat.shown(mia)[-1].message
    assert "Twitch" in str(asked.text) and "Name77" in str(asked.text)
    async with it.app.parts.work() as work:
        assert await work.fetch("SELECT 1 FROM link_attempts") == []  # a word is no attempt
        assert await work.fetch("SELECT 1 FROM persons WHERE points_to IS NOT NULL") == []
    await it.chat.presses(mia, "Yes, both are me")
    await it.app.settled()
    async with it.app.parts.work() as work:
        [[name]] = await work.fetch(
            """SELECT accounts.name FROM persons JOIN accounts ON accounts.person_id = persons.id
            WHERE persons.points_to IS NOT NULL"""
        )
    assert name == "Name77"


async def recorded(folder: Path, *streams: int) -> None:
    """Chats with so many messages by 77 on Twitch are imported, as where people are met on Telegram."""
    environment = {
        "AFTERGLOW_DATA_FOLDER": str(folder),
        "AFTERGLOW_SECRET_KEY": TEST_KEY,
        "AFTERGLOW_TELEGRAM__TOKEN": "1234567:not-a-real-one",
    }
    for day, many in enumerate(streams, 1):
        comments = [twitch_comment(number, "hello", at=600.0 * number, author="77") for number in range(many)]
        chat = json.loads(twitch_chat(*comments))
        chat["video"] |= {"id": str(day), "created_at": f"2020-03-0{day}T20:00:00Z"}
        file = write(folder, json.dumps(chat), f"{day}.json")
        config = load_config(environment=environment)
        await replay(config, file, simulate=False, ended_at=None, progress=lambda _, __: None)


@pytest.mark.long
async def test_whoever_claims_a_name_on_twitch_was_at_the_streams_of_which_there_are_only_recorded_chats(
    town: Town,
) -> None:
    await recorded(town.folder, 3, 2)
    async with opened(town.folder, town.twitch, town.youtube, town.clock) as it:
        mia = it.chat.person("mia", name="Mia")
        await it.app.settled()
        assert "streams" not in str(it.chat.shown(mia)[-1].message.text)
        await it.chat.says(mia, "/link")
        await it.app.settled()
        code, *_ = re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", str(it.chat.shown(mia)[-1].message.text))
        await chats(it, ("77", code))
        await it.app.settled()
        await it.chat.presses(mia, "Yes, both are me")
        await it.app.settled()
        await it.chat.says(mia, "/me")
        await it.app.settled()
        assert "2 streams" in str(it.chat.shown(mia)[-1].message.text)
        async with it.app.parts.work() as work:
            mine = await People(work).find(await Communities(work).get(1), "Mia")
            facts = await Facts(work, it.app.parts.registry.facts).of(mine.id)
            assert facts["streams_attended"] == 2
            [there] = await Attendance(work).people(1)
            assert there.member_id == mine.id


@pytest.mark.long
async def test_what_twitch_is_asked_with_again_cannot_be_read_in_the_database(it: Evening) -> None:
    await goes_live(it)
    kept = await EdgeMemory(it.app.parts.database, it.clock, "twitch").recall(KEPT)
    assert it.twitch.refresh in str(kept)
    async with it.app.parts.work() as work:
        [[raw]] = await work.fetch("SELECT text FROM edge_memory WHERE name = :name", {"name": KEPT})
    assert raw.startswith("sealed:")
    assert it.twitch.refresh not in raw


@pytest.mark.long
async def test_one_source_down_leaves_the_other_and_the_chat_running(it: Evening) -> None:
    it.youtube.refusal = (400, "keyInvalid")
    await eventually(lambda: it.app.parts.sources["youtube"].problem is not None, "YouTube is off")
    await goes_live(it)
    assert "Google" in str(it.app.parts.sources["youtube"].problem)
    assert it.app.parts.sources["twitch"].problem is None
    assert not it.app.problems


@pytest.mark.long
async def test_a_channel_that_is_removed_in_chat_while_it_is_live_ends_its_stream(it: Evening) -> None:
    mia = it.chat.person("mo", name="Mo", floor=Role.MODERATOR)
    it.twitch.users["tea_night"] = "3"
    await it.chat.says(mia, "/source add twitch tea_night")
    await eventually(lambda: "stream.online 3" in it.twitch.types(), "it is watched")
    event = {"id": "s3", "broadcaster_user_id": "3", "type": "live", "started_at": it.now()}
    await it.twitch.tell(ON, event, at=it.now())
    await it.until(on=True)
    await it.passes(minutes=10)
    await it.chat.says(mia, "/source remove twitch tea_night")
    await eventually(lambda: len(it.app.parts.sources["twitch"].channels) == 1, "it is left")
    await it.app.settled()
    await it.passes(minutes=6)
    assert not await it.is_on()
