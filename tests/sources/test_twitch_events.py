"""Streams and chat on Twitch, over its WebSocket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import VirtualClock
from bot.errors import ConfigError, UnreachableError
from bot.model.incoming import CodeTyped, SignalKind, StreamSignal
from bot.model.sources import Channel
from bot.sources.twitch.socket import Patience
from bot.sources.twitch.source import Paces, TwitchSource
from bot.sources.twitch.tokens import KEPT
from tests.platforms.contract import Notebook
from tests.sources.serving import served
from tests.sources.twitch_server import CLIENT, READER, REFRESH, SECRET, Live, TwitchServer, until_gone
from tests.sources.watching import SPACE, Watching, eventually, watching

START = datetime(2026, 11, 28, 18, 10, tzinfo=UTC)
QUICK = Paces(validate=60, look=60, socket=Patience(welcome=10, beyond=0.3, rest=0.5))
ON, OFF, CHAT = "stream.online", "stream.offline", "channel.chat.message"


@dataclass(slots=True)
class Scene:
    """Twitch, and whoever watches it."""

    server: TwitchServer
    clock: VirtualClock
    memory: Notebook

    def source(self, paces: Paces = QUICK, refresh: str = REFRESH, secret: str = SECRET) -> TwitchSource:
        """A fresh one on the same memory, as after a restart."""
        return TwitchSource(
            CLIENT,
            secret,
            clock=self.clock,
            memory=self.memory,
            refresh_token=refresh,
            addresses=self.server.addresses,
            paces=paces,
        )

    @asynccontextmanager
    async def watched(self, *names: str, paces: Paces = QUICK) -> AsyncIterator[Watching]:
        """The source at work, subscribed and having looked."""
        before = self.server.count("GET", "/helix/streams")
        async with watching(self.source(paces), *(names or ("ann",))) as scene:
            await eventually(lambda: self.server.count("GET", "/helix/streams") > before, "it looks")
            yield scene


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    server = TwitchServer()
    async with served(server):
        yield Scene(server, VirtualClock(START), Notebook())


def online(id: str = "s1", type: str = "live", began: str = "2026-11-28T18:09:00Z") -> dict[str, str]:
    return {"id": id, "broadcaster_user_id": "1", "type": type, "started_at": began}


def written(text: str, who: str = "77", id: str = "c1", **more: object) -> dict[str, object]:
    return {
        "broadcaster_user_id": "1",
        "chatter_user_id": who,
        "chatter_user_name": f"Name{who}",
        "message_id": id,
        "message": {"text": text},
        **more,
    }


def at(minute: int) -> str:
    """A moment with nanoseconds, as Twitch writes it."""
    return f"2026-11-28T18:{minute:02}:00.123456789Z"


async def test_all_that_is_needed_is_subscribed_to_with_the_reader_of_the_chat(scene: Scene) -> None:
    async with scene.watched("ann", "ben"):
        assert scene.server.types("session-1") == sorted(f"{type} {id}" for type in (ON, OFF, CHAT) for id in "12")
        chat = next(one for one in scene.server.subscriptions if one["type"] == CHAT)
        assert chat["condition"]["user_id"] == READER


@pytest.mark.long
async def test_a_stream_begins_and_ends(scene: Scene) -> None:
    async with scene.watched() as it:
        scene.server.live["1"] = Live("s1")
        await scene.server.tell(ON, online(), at=at(10))
        started = await it.sink.newest(StreamSignal)
        assert (started.kind, started.source, started.reference) == (SignalKind.STARTED, "twitch", "s1")
        assert (started.title, started.space) == ("Tea night", SPACE)
        assert started.at == datetime(2026, 11, 28, 18, 9, tzinfo=UTC)
        scene.clock.advance(timedelta(minutes=50))
        await scene.server.tell(OFF, {"broadcaster_user_id": "1"}, at=at(55))
        ended = await it.sink.newest(StreamSignal, count=2)
        assert (ended.kind, ended.reference, ended.at.minute) == (SignalKind.ENDED, "s1", 55)


@pytest.mark.parametrize("kind", ["rerun", "playlist", "premiere", "watch_party"])
async def test_only_what_is_live_counts(scene: Scene, kind: str) -> None:
    scene.server.live["1"] = Live("s1", type=kind)
    async with scene.watched() as it:
        await scene.server.tell(ON, online(type=kind))
        await scene.server.tell(CHAT, written("hello"))
        await eventually(lambda: bool(it.chat), "the line behind it is there")
        assert it.signals == []


async def test_a_stream_that_drops_out_goes_on_from_when_it_is_back(scene: Scene) -> None:
    async with scene.watched() as it:
        scene.clock.advance(timedelta(minutes=40))
        await scene.server.tell(ON, online(), at=at(10))
        await scene.server.tell(OFF, {"broadcaster_user_id": "1", "id": "s1"}, at=at(20))
        await scene.server.tell(ON, online(), at=at(21))
        back = await it.sink.newest(StreamSignal, count=3)
        assert [kind for kind, _ in it.signals] == ["started", "ended", "started"]
        assert back.at.minute == 21


async def test_what_repeats_or_comes_out_of_order_changes_nothing(scene: Scene) -> None:
    async with scene.watched() as it:
        scene.clock.advance(timedelta(minutes=40))
        await scene.server.tell(ON, online(), id="one", at=at(10))
        await scene.server.tell(ON, online(), id="one", at=at(10))
        await scene.server.tell(OFF, {"broadcaster_user_id": "1", "id": "s0"}, at=at(8))
        await scene.server.tell(OFF, {"broadcaster_user_id": "1"}, at=at(9))
        await scene.server.tell(CHAT, written("hello"))
        await eventually(lambda: bool(it.chat), "the line behind it is there")
        assert it.signals == [("started", "s1"), ("ended", "s0")]


async def test_who_writes_is_counted_once_for_each_message(scene: Scene) -> None:
    async with scene.watched() as it:
        await scene.server.tell(CHAT, written("hello", id="c1"), id="one")
        await scene.server.tell(CHAT, written("hello", id="c1"), id="one")
        await scene.server.tell(CHAT, written("hello", id="c1"), id="two")
        await scene.server.tell(CHAT, written("Which clay?", id="c2"))
        await scene.server.tell(CHAT, written("from elsewhere", id="c3", source_broadcaster_user_id="2"))
        await scene.server.tell(CHAT, written("mine", id="c4", source_broadcaster_user_id="1"))
        await eventually(lambda: len(it.chat) == 3, "three lines")
        assert it.chat == [("twitch", "Name77", "chat"), ("twitch", "Name77", "question"), ("twitch", "Name77", "chat")]
        assert "clay" not in repr(it.sink.updates)


async def test_a_code_is_handed_over_with_the_account_and_counts_as_one_message(scene: Scene) -> None:
    async with scene.watched() as it:
        await scene.server.tell(CHAT, written(" kx7m-2pqr ", id="c1"))
        typed = await it.sink.newest(CodeTyped)
        assert (typed.code, typed.actor.account.platform, typed.actor.account.user_id) == ("KX7M2PQR", "twitch", "77")
        await scene.server.tell(CHAT, written("my code is KX7M2PQR", id="c2"))
        await eventually(lambda: len(it.chat) == 2, "two lines")
        assert len(it.sink.of(CodeTyped)) == 1


async def test_codes_cannot_be_guessed_by_typing_them_all(scene: Scene) -> None:
    async with scene.watched() as it:
        for number in range(20):
            await scene.server.tell(CHAT, written(f"KX7M2P{number // 9 + 2}{number % 8 + 2}", id=f"c{number}"))
        await eventually(lambda: len(it.chat) == 20, "all lines")
        assert len(it.sink.of(CodeTyped)) == 5


async def test_what_began_and_ended_meanwhile_is_noticed_at_the_next_start(scene: Scene) -> None:
    scene.server.live["1"] = Live("s1")
    async with scene.watched() as it:
        started = await it.sink.newest(StreamSignal)
        assert started.at == datetime(2026, 11, 28, 18, 0, tzinfo=UTC)
    scene.clock.advance(timedelta(hours=1))
    del scene.server.live["1"]
    async with scene.watched() as it:
        ended = await it.sink.newest(StreamSignal)
        assert (ended.kind, ended.reference) == (SignalKind.ENDED, "s1")


async def test_a_start_is_not_taken_back_by_an_answer_that_lags_behind(scene: Scene) -> None:
    async with scene.watched("ann", paces=Paces(validate=60, look=0.02, socket=QUICK.socket)) as it:
        await scene.server.tell(ON, online(began="2026-11-28T18:09:59Z"), at=at(10))
        await it.sink.newest(StreamSignal)
        looks = scene.server.count("GET", "/helix/streams")
        await eventually(lambda: scene.server.count("GET", "/helix/streams") > looks + 2, "it looks again")
        assert it.signals == [("started", "s1")]
        scene.clock.advance(timedelta(minutes=6))
        await eventually(lambda: len(it.signals) == 2, "then it is believed")


@pytest.mark.long
async def test_a_silent_connection_is_given_up(scene: Scene) -> None:
    scene.server.keepalive = 1
    async with scene.watched() as it:
        assert it.running is not None
        with pytest.raises(UnreachableError, match="Twitch"):
            await it.running


@pytest.mark.long
async def test_a_word_now_and_then_keeps_the_connection(scene: Scene) -> None:
    scene.server.keepalive = 1
    async with scene.watched(paces=Paces(socket=Patience(welcome=5, beyond=1))) as it:
        for _ in range(4):  # longer than the silence, word by word shorter
            await scene.server.send(scene.server.message("session_keepalive", {}))
            await asyncio.sleep(0.6)
        assert it.running is not None and not it.running.done()


async def test_a_connection_that_breaks_is_told_and_who_never_welcomes_too(scene: Scene) -> None:
    async with scene.watched() as it:
        await scene.server.sockets[-1].close(code=4002)
        assert it.running is not None
        with pytest.raises(UnreachableError, match="4002"):
            await it.running
    scene.server.welcomes = False
    hasty = Paces(socket=Patience(welcome=0.1))
    async with watching(scene.source(hasty), "ann") as it:
        assert it.running is not None
        with pytest.raises(UnreachableError):
            await it.running


async def test_it_moves_where_twitch_asks_to_and_loses_nothing_on_the_way(scene: Scene) -> None:
    async with scene.watched() as it:
        subscribed = len(scene.server.subscriptions)
        session = {"id": "session-1", "status": "reconnecting", "reconnect_url": scene.server.addresses.socket}
        await scene.server.send(scene.server.message("session_reconnect", {"session": session}))
        await eventually(lambda: len(scene.server.sockets) == 2, "another connection")
        await scene.server.tell(CHAT, written("old", id="c1"), to=0)
        await scene.server.tell(CHAT, written("new", id="c2"), to=1)
        await until_gone(scene.server.sockets[0])
        await eventually(lambda: len(it.chat) == 2, "both lines")
        assert len(scene.server.subscriptions) == subscribed


async def test_whoever_stops_while_it_moves_leaves_no_connection_open(scene: Scene) -> None:
    async with scene.watched() as it:
        session = {"id": "session-1", "status": "reconnecting", "reconnect_url": scene.server.addresses.socket}
        await scene.server.send(scene.server.message("session_reconnect", {"session": session}))
        await eventually(lambda: len(scene.server.sockets) == 2, "another connection")
        assert it.running is not None
        it.running.cancel()
        for socket in scene.server.sockets:
            await until_gone(socket)


async def test_what_cannot_be_understood_is_passed_over(scene: Scene) -> None:
    async with scene.watched() as it:
        for odd in ("", "{", "[]", '{"metadata": {}}', scene.server.message("notification", {"event": {}})):
            await scene.server.send(odd)
        await scene.server.tell(ON, {"id": 7})
        await scene.server.tell("channel.follow", {"user_id": "1"})
        await scene.server.tell(CHAT, written("hello"))
        await eventually(lambda: len(it.chat) == 1, "the line behind them")


async def test_a_giant_message_ends_the_connection_and_not_the_bot(scene: Scene) -> None:
    async with scene.watched() as it:
        await scene.server.send("x" * (2 << 20))
        assert it.running is not None
        with pytest.raises(UnreachableError):
            await it.running


async def test_a_token_that_ran_out_is_renewed_and_the_new_one_is_kept(scene: Scene) -> None:
    async with scene.watched(paces=Paces(look=0.02, socket=QUICK.socket)) as it:
        scene.server.expire()
        looks = scene.server.count("GET", "/helix/streams")
        await eventually(lambda: scene.server.count("GET", "/helix/streams") > looks + 4, "it looks on")
        assert it.running is not None and not it.running.done()
    assert scene.server.refresh in scene.memory.texts[KEPT]
    assert REFRESH not in repr(scene.memory.texts)
    async with scene.watched():
        assert scene.server.count("POST", "/oauth2/token") == 3


async def test_a_new_token_of_the_configuration_takes_the_place_of_what_is_kept(scene: Scene) -> None:
    async with scene.watched():
        pass
    scene.server.refresh = "fresh-1"
    async with watching(scene.source(refresh="fresh-1"), "ann") as it:
        await eventually(lambda: len(scene.server.sockets) == 2, "it is connected")
        assert it.running is not None and not it.running.done()


@pytest.mark.parametrize(("refresh", "secret"), [("wrong", SECRET), (REFRESH, "wrong")])
async def test_who_is_refused_stops_and_says_what_to_do(scene: Scene, refresh: str, secret: str) -> None:
    async with watching(scene.source(refresh=refresh, secret=secret), "ann") as it:
        assert it.running is not None
        with pytest.raises(ConfigError, match="new") as caught:
            await it.running
    assert "wrong" not in str(caught.value)


async def test_a_token_that_may_not_read_the_chat_is_refused_with_its_cure(scene: Scene) -> None:
    scene.server.scopes = []
    async with watching(scene.source(), "ann") as it:
        assert it.running is not None
        with pytest.raises(ConfigError, match="user:read:chat"):
            await it.running


async def test_a_token_is_looked_at_again_while_it_is_used(scene: Scene) -> None:
    async with scene.watched(paces=Paces(validate=0.05, socket=QUICK.socket)) as it:
        scene.server.scopes = []
        assert it.running is not None
        with pytest.raises(ConfigError, match="user:read:chat"):
            await it.running


async def test_a_channel_that_there_is_not_is_told_and_the_others_are_watched(scene: Scene) -> None:
    async with scene.watched("nobody", "ann") as it:
        assert "no channel nobody on Twitch" in str(it.notices)
        assert len(scene.server.types()) == 3


@pytest.mark.parametrize(
    ("type", "status", "words"),
    [(CHAT, 403, "allow the application"), (ON, 429, "no more channels"), (OFF, 400, "400")],
)
async def test_events_that_are_refused_are_told_and_the_rest_works(
    scene: Scene, type: str, status: int, words: str
) -> None:
    scene.server.refused[type] = status
    async with scene.watched() as it:
        assert words in str(it.notices)
        assert len(scene.server.types()) == 2


@pytest.mark.long
async def test_events_that_are_taken_away_are_told(scene: Scene) -> None:
    async with scene.watched() as it:
        about = {"type": CHAT, "status": "authorization_revoked", "condition": {"broadcaster_user_id": "1"}}
        await scene.server.send(scene.server.message("revocation", {"subscription": about}))
        await eventually(lambda: "authorization_revoked" in str(it.notices), "it is told")


async def test_faults_of_twitch_pass(scene: Scene) -> None:
    scene.server.faults.headers["Retry-After"] = "0"
    scene.server.faults.refuses("/helix/users", 429, 429)
    async with scene.watched() as it:
        assert it.running is not None and not it.running.done()
    for status in (500, 503):
        scene.server.faults.refuses("/helix/users", status)
        async with watching(scene.source(), "ann") as it:
            assert it.running is not None
            with pytest.raises(UnreachableError, match=str(status)):
                await it.running
    for body in (b"not json", b'{"data": 3}'):
        scene.server.faults.bodies["/helix/users"] = body
        async with watching(scene.source(), "ann") as it:
            assert it.running is not None
            with pytest.raises(UnreachableError, match="understood"):
                await it.running


async def test_what_is_on_can_be_asked(scene: Scene) -> None:
    scene.server.live["1"] = Live("s9", title="Glazes")
    async with scene.watched("ann", "ben") as it:
        source = it.source
        [ann, ben] = [await source.current(channel) for channel in _channels("ann", "ben")]
    assert ann is not None and (ann.reference, ann.title) == ("s9", "Glazes")
    assert ben is None


def _channels(*names: str) -> list[Channel]:
    return [Channel("twitch", name, SPACE) for name in names]
