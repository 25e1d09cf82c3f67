"""Streams and chat on Kick."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bot.clock import VirtualClock
from bot.errors import ConfigError, UnreachableError
from bot.model.incoming import CodeTyped, SignalKind
from bot.model.sources import Channel
from bot.sources.kick.api import CHAT, STATUS
from bot.sources.kick.source import PATH, KickSource
from bot.web.server import WebServer
from tests.platforms.contract import Notebook
from tests.sources.kick_server import CLIENT, SECRET, KickServer, key_pair
from tests.sources.serving import served
from tests.sources.watching import SPACE, Watching, eventually, watching
from tests.web.visitor import visitor

START = datetime(2026, 11, 28, 18, 10, tzinfo=UTC)
BEGAN, ENDED = "2026-11-28T19:05:00+01:00", "2026-11-28T19:09:00+01:00"


@pytest.fixture(scope="module")
def key() -> RSAPrivateKey:
    return key_pair()


@pytest.fixture(scope="module")
def other_key() -> RSAPrivateKey:
    return key_pair()


@pytest.fixture
async def server(key: RSAPrivateKey) -> AsyncIterator[KickServer]:
    server = KickServer(key)
    async with served(server):
        yield server


@dataclass(slots=True)
class Desk:
    """The address with Kick in front of it."""

    server: KickServer
    it: Watching
    clock: VirtualClock
    client: httpx.AsyncClient
    count: list[int] = field(default_factory=list)

    async def brings(self, kind: str, event: object, **changed: str) -> int:
        """A request as Kick makes it; `changed` are parts that are not. Returns the status."""
        self.count.append(1)
        body = changed.get("body", json.dumps(event)).encode()
        id, time = changed.get("id", f"message-{len(self.count)}"), changed.get("time", self.clock.now().isoformat())
        parts = {
            "message-id": id,
            "message-timestamp": time,
            "type": kind,
            "version": "1",
            "signature": self.server.sign(f"{id}.{time}.".encode() + body),
        }
        parts |= {name: value for name, value in changed.items() if name in parts}
        headers = {f"kick-event-{name}": value for name, value in parts.items()}
        return (
            await self.client.request(changed.get("method", "POST"), PATH, content=body, headers=headers)
        ).status_code


@asynccontextmanager
async def hooked(
    server: KickServer, memory: Notebook | None = None, *names: str, look_seconds: float = 60
) -> AsyncIterator[Desk]:
    web, clock = WebServer("127.0.0.1", 0), VirtualClock(START)
    source = KickSource(
        CLIENT,
        SECRET,
        clock=clock,
        memory=memory or Notebook(),
        web=web,
        addresses=server.addresses,
        look_seconds=look_seconds,
    )
    async with watching(source, *(names or ("tea",))) as it:
        asked = server.count("GET", "/public/v1/channels")
        await eventually(lambda: server.count("GET", "/public/v1/channels") >= asked + 2, "it looks")
        async with visitor(web.port) as client:
            yield Desk(server, it, clock, client)


@pytest.fixture
async def desk(server: KickServer) -> AsyncIterator[Desk]:
    async with hooked(server) as one:
        yield one


def status(*, live: bool, began: str = BEGAN, ended: str | None = None, who: int = 5) -> dict[str, object]:
    broadcaster = {"user_id": who, "username": "Tea", "channel_slug": "tea", "is_anonymous": False, "identity": None}
    return {"broadcaster": broadcaster, "is_live": live, "title": "Tea", "started_at": began, "ended_at": ended}


def written(text: str, id: str = "c1", *, anonymous: bool = False, who: int = 5) -> dict[str, object]:
    sender = {"user_id": 77, "username": "Ema", "is_anonymous": anonymous, "identity": {"badges": []}}
    broadcaster = {"user_id": who, "username": "Tea"}
    at = "2026-11-28T18:09:00Z"
    return {"message_id": id, "broadcaster": broadcaster, "sender": sender, "content": text, "created_at": at}


async def test_both_kinds_of_events_are_subscribed_to(desk: Desk) -> None:
    assert {(one["event"], one["broadcaster_user_id"]) for one in desk.server.subscriptions} == {(STATUS, 5), (CHAT, 5)}


async def test_a_stream_begins_and_ends(desk: Desk) -> None:
    assert await desk.brings(STATUS, status(live=True)) == 204
    started = desk.it.newest(SignalKind.STARTED)
    assert (started.title, started.at, started.space) == ("Tea", datetime(2026, 11, 28, 18, 5, tzinfo=UTC), SPACE)
    assert await desk.brings(STATUS, status(live=False, ended=ENDED)) == 204
    assert desk.it.newest(SignalKind.ENDED).at == datetime(2026, 11, 28, 18, 9, tzinfo=UTC)
    assert desk.it.signals == [("started", "5"), ("ended", "5")]


async def test_an_end_whose_start_was_missed_tells_it_too(desk: Desk) -> None:
    await desk.brings(STATUS, status(live=False, ended=ENDED))
    ended = desk.it.newest(SignalKind.ENDED)
    assert ended.began_at == datetime(2026, 11, 28, 18, 5, tzinfo=UTC)
    assert ended.at == datetime(2026, 11, 28, 18, 9, tzinfo=UTC)
    await desk.brings(STATUS, status(live=True))  # comes after its end
    assert desk.it.signals == [("ended", "5")]


async def test_who_writes_is_counted_once(desk: Desk) -> None:
    for id in ("one", "one", "two"):
        assert await desk.brings(CHAT, written("Which clay?"), id=id) == 204
    assert await desk.brings(CHAT, written("boo", "c2", anonymous=True)) == 204
    assert await desk.brings(CHAT, written("elsewhere", "c3", who=6)) == 204
    assert desk.it.chat == [("kick", "Ema", "question")]


async def test_a_code_is_handed_over(desk: Desk) -> None:
    await desk.brings(CHAT, written("KX7M2PQR"))
    [typed] = desk.it.sink.of(CodeTyped)
    assert (typed.actor.account.platform, typed.actor.account.user_id, typed.code) == ("kick", "77", "KX7M2PQR")


@pytest.mark.parametrize(
    "changed",
    [
        {"signature": ""},
        {"signature": "not base64!"},
        {"signature": "AAAA"},
        {"message-id": "other"},
        {"message-timestamp": "2026-11-28T18:10:01Z"},
        {"time": "today"},
        {"time": "2026-11-28T17:59:00Z"},
        {"time": "2026-11-28T18:21:00Z"},
        {"method": "GET"},
        {"id": ""},
    ],
)
async def test_who_is_not_kick_or_comes_too_late_is_refused(desk: Desk, changed: dict[str, str]) -> None:
    assert await desk.brings(STATUS, status(live=True), **changed) == 403
    assert desk.it.signals == []


async def test_a_key_of_somebody_else_does_not_do_and_a_new_one_of_kicks_does(
    desk: Desk, key: RSAPrivateKey, other_key: RSAPrivateKey
) -> None:
    asked = desk.server.count("GET", "/public/v1/public-key")
    desk.server.key = other_key
    for _ in range(3):
        assert await desk.brings(STATUS, status(live=True)) == 403
    assert desk.server.count("GET", "/public/v1/public-key") == asked
    desk.clock.advance(timedelta(minutes=11))
    desk.server.faults.refuses("/public/v1/public-key", 500)
    assert await desk.brings(STATUS, status(live=True)) == 503
    desk.clock.advance(timedelta(minutes=11))
    assert await desk.brings(STATUS, status(live=True)) == 204


@pytest.mark.parametrize("body", ["", "{", "[]", '{"is_live": true}'])
async def test_what_cannot_be_understood_is_refused(desk: Desk, body: str) -> None:
    assert await desk.brings(STATUS, None, body=body) == 400
    assert await desk.brings("channel.followed", None, body=body) == 204


async def test_giant_bodies_are_refused(desk: Desk) -> None:
    assert await desk.brings(STATUS, None, body=" " * (2 << 20)) == 413


async def test_what_was_missed_is_noticed_at_a_look(server: KickServer) -> None:
    memory = Notebook()
    async with hooked(server, memory) as desk:
        pass
    server.live["tea"] = "2026-11-28T18:00:00Z"
    async with hooked(server, memory, look_seconds=0.02) as desk:
        await eventually(lambda: desk.it.signals == [("started", "5")], "the start")
        del server.live["tea"]
        desk.clock.advance(timedelta(minutes=6))
        await eventually(lambda: desk.it.signals[-1] == ("ended", "5"), "the end")


async def test_subscriptions_that_kick_let_go_of_are_asked_for_again_and_foreign_ones_are_let_go(
    server: KickServer,
) -> None:
    async with hooked(server, look_seconds=0.02) as desk:
        server.subscriptions = [{"id": "x", "event": STATUS, "broadcaster_user_id": 9}]
        await eventually(lambda: len(server.subscriptions) == 2, "both again")
        await eventually(lambda: all(one["broadcaster_user_id"] == 5 for one in server.subscriptions), "and no other")
        assert not desk.it.notices.words


async def test_events_that_are_refused_and_channels_that_there_are_not_are_told(server: KickServer) -> None:
    server.failing.add(CHAT)
    async with hooked(server, None, "tea", "nobody") as desk:
        assert "chat.message.sent on tea" in str(desk.it.notices)
        assert "no channel nobody on Kick" in str(desk.it.notices)


async def test_a_token_that_ran_out_is_renewed(server: KickServer) -> None:
    async with hooked(server, look_seconds=0.02) as desk:
        server.access.clear()
        asked = server.count("GET", "/public/v1/channels")
        await eventually(lambda: server.count("GET", "/public/v1/channels") > asked + 2, "it looks on")
        assert desk.it.running is not None and not desk.it.running.done()


async def test_who_is_refused_stops_and_says_what_to_do_and_faults_pass(server: KickServer) -> None:
    web = WebServer("127.0.0.1", 0)
    clock = VirtualClock(START)

    def source(secret: str) -> KickSource:
        return KickSource(CLIENT, secret, clock=clock, memory=Notebook(), web=web, addresses=server.addresses)

    async with watching(source("wrong-one"), "tea") as it:
        assert it.running is not None
        with pytest.raises(ConfigError, match="settings/developer") as caught:
            await it.running
        assert "wrong-one" not in str(caught.value)
    for path in ("/public/v1/public-key", "/oauth/token", "/public/v1/channels"):
        server.faults.refuses(path, 502)
        async with watching(source(SECRET), "tea") as it:
            assert it.running is not None
            with pytest.raises(UnreachableError, match="502"):
                await it.running


async def test_what_is_on_can_be_asked(desk: Desk) -> None:
    assert await desk.it.source.current(Channel("kick", "tea", SPACE)) is None
    desk.server.live["tea"] = "2026-11-28T18:00:00Z"
    now = await desk.it.source.current(Channel("kick", "tea", SPACE))
    assert now is not None and now.title == "Tea night"
