"""Streams and live chat on YouTube, by its Data API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import VirtualClock
from bot.errors import ConfigError, UnreachableError
from bot.model.incoming import CodeTyped, SignalKind
from bot.model.sources import Channel
from bot.sources.youtube.source import Paces, YouTubeSource
from bot.sources.youtube.units import Units
from tests.platforms.contract import Notebook
from tests.sources.serving import served
from tests.sources.watching import SPACE, Watching, eventually, watching
from tests.sources.youtube_server import KEY, Film, YouTubeServer

START = datetime(2026, 11, 28, 18, 15, tzinfo=UTC)  # 10:15 on the Pacific coast
BEGAN, ENDED = "2026-11-28T18:10:00Z", "2026-11-28T19:10:00Z"
QUICK = Paces(look=0.03, chat=0.01, nap=0.02)
UNITS = 100_000_000  # the looks of these tests follow one another in no time


@dataclass(slots=True)
class Scene:
    """YouTube, and whoever watches it."""

    server: YouTubeServer
    clock: VirtualClock
    memory: Notebook

    def source(self, daily: int = UNITS, paces: Paces = QUICK, key: str = KEY) -> YouTubeSource:
        """A fresh one on the same memory, as after a restart."""
        url = self.server.url
        return YouTubeSource(key, clock=self.clock, memory=self.memory, daily=daily, address=url, paces=paces)

    @asynccontextmanager
    async def watched(self, *names: str, daily: int = UNITS, paces: Paces = QUICK) -> AsyncIterator[Watching]:
        """The source at work, having looked once."""
        async with watching(self.source(daily, paces), *(names or ("@tea",))) as it:
            await self.looks_again()
            yield it

    async def looks_again(self) -> None:
        """Wait until two more looks are asked for, so that one of them was taken in."""
        looks = self.server.looks
        await eventually(lambda: self.server.looks >= looks + 2, "it looks again")

    async def reads_on(self) -> None:
        """The same for the chat."""
        asked = self.server.count("GET", "/liveChat/messages")
        await eventually(lambda: self.server.count("GET", "/liveChat/messages") >= asked + 2, "it reads on")


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    server = YouTubeServer()
    server.films["old"] = Film("A film")
    server.films["past"] = Film("Last week", began="2026-11-20T18:00:00Z", ended="2026-11-20T19:00:00Z")
    async with served(server):
        yield Scene(server, VirtualClock(START), Notebook())


async def test_a_stream_begins_and_ends_when_youtube_says_so(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    async with scene.watched() as it:
        started = it.newest(SignalKind.STARTED)
        assert (started.reference, started.title, started.space) == ("v1", "Tea night", SPACE)
        assert started.at == datetime(2026, 11, 28, 18, 10, tzinfo=UTC)
        scene.clock.advance(timedelta(hours=1))
        scene.server.films["v1"].ended = ENDED
        await eventually(lambda: len(it.signals) == 2, "the end")
        ended = it.newest(SignalKind.ENDED)
        assert (ended.reference, ended.at) == ("v1", datetime(2026, 11, 28, 19, 10, tzinfo=UTC))
        await scene.looks_again()
        assert it.signals == [("started", "v1"), ("ended", "v1")]


async def test_films_and_streams_of_old_are_none_of_it(scene: Scene) -> None:
    async with scene.watched() as it:
        assert it.signals == []


async def test_a_stream_between_two_looks_is_made_up_for(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began="2026-11-28T18:12:00Z", ended="2026-11-28T18:14:30Z")
    async with scene.watched() as it:
        ended = it.newest(SignalKind.ENDED)
        assert ended.began_at == datetime(2026, 11, 28, 18, 12, tzinfo=UTC)
        assert it.signals == [("ended", "v1")]


async def test_what_was_on_before_a_restart_ends_after_it_with_its_true_end(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN)
    async with scene.watched():
        pass
    scene.server.films["v1"].ended = ENDED
    scene.clock.advance(timedelta(hours=5))
    async with scene.watched() as it:
        assert it.signals == [("ended", "v1")]
        assert it.newest(SignalKind.ENDED).at.hour == 19


async def test_a_stream_that_is_hidden_is_over(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN)
    async with scene.watched() as it:
        del scene.server.films["v1"]
        await eventually(lambda: ("ended", "v1") in it.signals, "its end")


async def test_what_is_not_in_the_list_of_uploads_any_more_is_still_asked_for(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN)
    async with scene.watched() as it:
        scene.server.hidden.add("v1")
        await scene.looks_again()
        assert it.signals == [("started", "v1")]


async def test_a_plan_is_told_moved_and_called_off(scene: Scene) -> None:
    scene.server.films["v1"] = Film(planned="2026-11-30T18:00:00Z")
    async with scene.watched() as it:
        await scene.looks_again()
        assert [signal.planned_for for signal in it.plans] == [datetime(2026, 11, 30, 18, tzinfo=UTC)]
        scene.server.films["v1"].planned = "2026-11-30T19:00:00Z"
        await eventually(lambda: len(it.plans) == 2, "the other time")
        del scene.server.films["v1"]
        await eventually(lambda: it.signals[-1] == ("cancelled", "v1"), "it is called off")


async def test_a_plan_that_begins_is_a_stream(scene: Scene) -> None:
    scene.server.films["v1"] = Film(planned="2026-11-28T18:20:00Z")
    async with scene.watched() as it:
        scene.server.films["v1"].began = "2026-11-28T18:14:00Z"
        await eventually(lambda: len(it.signals) == 2, "the start")
        await scene.looks_again()
        assert it.signals == [("planned", "v1"), ("started", "v1")]


async def test_who_writes_is_counted_and_nothing_else_is(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    scene.server.writes("hello")
    async with scene.watched() as it:
        scene.server.writes("Which clay?", who="UCy")
        scene.server.writes("", who="UCz", type="userBannedEvent")
        scene.server.writes("thanks", who="UCz", type="superChatEvent")
        await scene.reads_on()
        await eventually(lambda: len(it.chat) == 3, "three lines")
        assert it.chat == [
            ("youtube", "Name UCx", "chat"),
            ("youtube", "Name UCy", "question"),
            ("youtube", "Name UCz", "chat"),
        ]
        assert it.sink.presences[0].at == datetime(2026, 11, 28, 18, 12, tzinfo=UTC)
        assert "clay" not in repr(it.sink.updates) + repr(scene.memory.texts)


async def test_a_restart_counts_no_message_twice(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    scene.server.writes("one", at="2026-11-28T18:11:00Z")
    async with scene.watched() as it:
        await eventually(lambda: len(it.chat) == 1, "the line")
        await scene.reads_on()
    scene.server.writes("two", at="2026-11-28T18:12:00Z")
    async with scene.watched() as it:
        await scene.reads_on()
        assert len(it.chat) == 1


async def test_a_page_that_is_gone_is_begun_anew(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    scene.server.writes("one")
    async with scene.watched() as it:
        await scene.reads_on()
        scene.server.room.forgets = True
        await eventually(lambda: not scene.server.room.forgets, "it is forgotten")
        scene.server.writes("two", at="2026-11-28T18:13:00Z")
        await eventually(lambda: len(it.chat) == 2, "the next line")
        await scene.reads_on()
        assert len(it.chat) == 2


async def test_a_chat_that_is_over_is_not_asked_any_more(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    async with scene.watched() as it:
        await scene.reads_on()
        scene.server.room.ended = True
        await scene.looks_again()
        asked = scene.server.count("GET", "/liveChat/messages")
        await scene.looks_again()
        assert scene.server.count("GET", "/liveChat/messages") == asked
        assert it.running is not None and not it.running.done()


async def test_youtube_says_how_often_a_chat_may_be_asked(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    scene.server.room.every = 60_000
    async with scene.watched():
        await scene.looks_again()
        assert scene.server.count("GET", "/liveChat/messages") == 1


async def test_a_code_in_the_chat_is_handed_over(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    scene.server.writes("KX7M2PQR")
    async with scene.watched() as it:
        typed = await it.sink.newest(CodeTyped)
        assert (typed.code, typed.actor.account.user_id) == ("KX7M2PQR", "UCx")


async def test_without_units_it_waits_until_google_gives_new_ones_and_says_so(scene: Scene) -> None:
    async with scene.watched() as it:
        scene.server.refusal = (403, "quotaExceeded")
        await eventually(lambda: "08:00 UTC" in str(it.notices), "it is told")
        asked = len(scene.server.asked)
        scene.clock.advance(timedelta(hours=13))
        await _naps()
        assert len(scene.server.asked) == asked
        scene.server.refusal = None
        scene.server.films["v1"] = Film(began=BEGAN)
        scene.clock.advance(timedelta(hours=1))
        await eventually(lambda: it.signals == [("started", "v1")], "it goes on")
        await scene.looks_again()
        assert not it.notices.words


async def test_a_restart_does_not_forget_that_there_are_no_units(scene: Scene) -> None:
    async with scene.watched() as it:
        scene.server.refusal = (403, "quotaExceeded")
        await eventually(lambda: "08:00 UTC" in str(it.notices), "it is told")
    scene.server.refusal = None
    asked = len(scene.server.asked)
    async with watching(scene.source(), "@tea") as it:
        await eventually(lambda: "08:00 UTC" in str(it.notices), "it is told again")
        assert len(scene.server.asked) == asked


async def test_the_chat_leaves_the_units_that_seeing_streams_needs(scene: Scene) -> None:
    scene.server.films["v1"] = Film(began=BEGAN, chat="room")
    slow = Paces(look=0.05, chat=0.01, nap=0.02)
    async with watching(scene.source(500, slow), "@tea") as it:
        await eventually(lambda: "not counted until" in str(it.notices), "it is told")
        spent = scene.server.count("GET", "/liveChat/messages") * 5 + 3
        assert 340 < spent < 360  # half of the units are for looks, and 57 % of the day is left: 143 of them
        assert it.signals == [("started", "v1")]


async def test_the_day_of_the_units_is_that_of_the_pacific_coast() -> None:
    clock, memory = VirtualClock(datetime(2026, 3, 7, 20, tzinfo=UTC)), Notebook()
    units = Units(100, memory, clock)
    units.spend(60)
    assert units.given_back_at == datetime(2026, 3, 8, 8, tzinfo=UTC)
    clock.set(datetime(2026, 3, 8, 7, 59, tzinfo=UTC))
    assert units.left == 40
    clock.set(datetime(2026, 3, 8, 8, tzinfo=UTC))
    assert units.left == 100
    assert units.given_back_at == datetime(2026, 3, 9, 7, tzinfo=UTC)  # clocks go forward that day


@pytest.mark.parametrize(
    ("status", "reason", "cure"),
    [(400, "keyInvalid", "new one"), (403, "accessNotConfigured", "Switch it on"), (403, "API_KEY_BLOCKED", "new one")],
)
async def test_a_key_that_does_not_do_stops_it_and_names_the_cure(
    scene: Scene, status: int, reason: str, cure: str
) -> None:
    scene.server.refusal = (status, reason)
    async with watching(scene.source(), "@tea") as it:
        assert it.running is not None
        with pytest.raises(ConfigError, match=cure) as caught:
            await it.running
    assert KEY not in str(caught.value)


async def test_a_wrong_key_is_refused_and_shows_nowhere(scene: Scene) -> None:
    async with watching(scene.source(key="wrong-key"), "@tea") as it:
        assert it.running is not None
        with pytest.raises(ConfigError) as caught:
            await it.running
    assert "wrong-key" not in f"{caught.value} {scene.server.queries}"


async def test_faults_of_youtube_are_told_as_such(scene: Scene) -> None:
    for status, reason in ((403, "rateLimitExceeded"), (404, "channelNotFound")):
        scene.server.refusal = (status, reason)
        async with watching(scene.source(), "@tea") as it:
            assert it.running is not None
            with pytest.raises(UnreachableError):
                await it.running
    scene.server.refusal = None
    scene.server.faults.refuses("/videos", 500)
    async with watching(scene.source(), "@tea") as it:
        assert it.running is not None
        with pytest.raises(UnreachableError, match="500"):
            await it.running


async def test_a_channel_that_there_is_not_is_told(scene: Scene) -> None:
    async with scene.watched("@nobody", "@tea") as it:
        assert "no channel @nobody on YouTube" in str(it.notices)
        await scene.looks_again()
        assert scene.server.count("GET", "/channels") == 2  # each name costs a unit


async def test_what_is_on_can_be_asked(scene: Scene) -> None:
    source = scene.source()
    assert await source.current(Channel("youtube", "@tea", SPACE)) is None
    scene.server.films["v1"] = Film(began=BEGAN)
    now = await source.current(Channel("youtube", "@tea", SPACE))
    assert now is not None and now.reference == "v1"
    await source.close()


async def _naps() -> None:
    """Long enough for several naps of the source."""
    await asyncio.sleep(5 * QUICK.nap)
