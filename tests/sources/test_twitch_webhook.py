"""What Twitch brings to an address of ours."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.clock import VirtualClock
from bot.model.incoming import SignalKind, StreamSignal
from bot.sources.twitch.source import Paces, TwitchSource
from bot.sources.twitch.webhook import PATH, PREFIX, callback
from bot.web.address import Address
from bot.web.server import WebServer
from tests.platforms.contract import Notebook
from tests.sources.serving import served
from tests.sources.test_twitch_events import at, online, written
from tests.sources.twitch_server import CLIENT, SECRET, TwitchServer
from tests.sources.watching import Watching, eventually, watching
from tests.web.visitor import visitor

START = datetime(2026, 11, 28, 18, 10, tzinfo=UTC)
SIGNS = "what-twitch-signs-with-and-nobody-else"


@dataclass(slots=True)
class Desk:
    """The address with Twitch in front of it."""

    server: TwitchServer
    it: Watching
    clock: VirtualClock
    client: httpx.AsyncClient
    count: list[int] = field(default_factory=list)

    async def brings(
        self, type: str, event: object, *, kind: str = "notification", id: str = "", **changed: str
    ) -> httpx.Response:
        """A request as Twitch makes it; `changed` are parts that are not."""
        self.count.append(1)
        about = {"id": "s", "type": type, "status": "enabled", "condition": {"broadcaster_user_id": "1"}}
        body = changed.get("body", json.dumps({"subscription": about, **_inside(kind, event)})).encode()
        id, time = id or f"message-{len(self.count)}", changed.get("time", self.clock.now().isoformat())
        proof = hmac.new(changed.get("secret", SIGNS).encode(), f"{id}{time}".encode() + body, hashlib.sha256)
        parts = {"id": id, "timestamp": time, "type": kind, "signature": f"sha256={proof.hexdigest()}"}
        parts |= {name: value for name, value in changed.items() if name in parts}
        headers = {(PREFIX + name).encode(): value.encode() for name, value in parts.items()}
        return await self.client.request(changed.get("method", "POST"), "/hooks/twitch", content=body, headers=headers)


def _inside(kind: str, event: object) -> dict[str, object]:
    return {"challenge": event} if kind.endswith("verification") else {"event": event}


@asynccontextmanager
async def hooked(
    server: TwitchServer, memory: Notebook | None = None, url: str = "https://bot.example.org", signs: str = SIGNS
) -> AsyncIterator[Desk]:
    web, clock = WebServer("127.0.0.1", 0), VirtualClock(START)
    source = TwitchSource(
        CLIENT,
        SECRET,
        clock=clock,
        memory=memory or Notebook(),
        address=Address(url, PATH, signs, web),
        addresses=server.addresses,
        paces=Paces(look=60),
    )
    looks = server.count("GET", "/helix/streams")
    async with watching(source, "ann") as it:
        await eventually(lambda: server.count("GET", "/helix/streams") > looks, "it looks")
        async with visitor(web.port) as client:
            yield Desk(server, it, clock, client)


@pytest.fixture
async def server() -> AsyncIterator[TwitchServer]:
    server = TwitchServer()
    async with served(server):
        yield server


@pytest.fixture
async def desk(server: TwitchServer) -> AsyncIterator[Desk]:
    async with hooked(server) as one:
        yield one


async def test_it_is_subscribed_with_the_address_and_a_secret(desk: Desk) -> None:
    assert len(desk.server.types()) == 3
    for one in desk.server.subscriptions:
        assert one["transport"]["method"] == "webhook"
        assert one["transport"]["callback"].startswith("https://bot.example.org/hooks/twitch?key=")
        assert one["transport"]["secret"] == SIGNS
    assert not desk.server.sockets


async def test_the_challenge_is_answered_as_it_came(desk: Desk) -> None:
    told = await desk.brings("stream.online", "pogchamp-kappa-360noscope", kind="webhook_callback_verification")
    assert (told.status_code, told.text) == (200, "pogchamp-kappa-360noscope")


async def test_a_stream_and_its_chat_come_in(desk: Desk) -> None:
    assert (await desk.brings("stream.online", online())).status_code == 204
    assert (await desk.brings("channel.chat.message", written("hello"))).status_code == 204
    desk.clock.advance(timedelta(minutes=20))
    assert (await desk.brings("stream.offline", {"broadcaster_user_id": "1"})).status_code == 204
    assert desk.it.signals == [("started", "s1"), ("ended", "s1")]
    assert desk.it.newest(SignalKind.ENDED).at == START + timedelta(minutes=20)
    assert desk.it.chat == [("twitch", "Name77", "chat")]


async def test_what_is_brought_twice_counts_once(desk: Desk) -> None:
    for _ in range(2):
        await desk.brings("stream.online", online(), id="the-same")
        await desk.brings("channel.chat.message", written("hello"), id="another")
    assert len(desk.it.sink.of(StreamSignal)) == len(desk.it.chat) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"secret": "wrong"},
        {"signature": ""},
        {"signature": "sha256=žluť"},
        {"timestamp": "2026-11-28T18:10:01Z"},
        {"time": "yesterday"},
        {"time": "2026-11-28T17:59:59Z"},
        {"time": "2026-11-28T18:20:01Z"},
        {"method": "PUT"},
    ],
)
async def test_who_is_not_twitch_or_comes_too_late_is_refused(desk: Desk, changed: dict[str, str]) -> None:
    wrong = await desk.brings("stream.online", online(), **changed)
    assert wrong.status_code == 403
    assert desk.it.signals == []


async def test_nine_minutes_are_not_too_late(desk: Desk) -> None:
    assert (await desk.brings("stream.online", online(), time=at(1))).status_code == 204


@pytest.mark.parametrize("body", ["", "{", "[]", '{"subscription": {"type": "stream.online"}, "event": {"id": 7}}'])
async def test_what_cannot_be_understood_is_refused(desk: Desk, body: str) -> None:
    assert (await desk.brings("stream.online", {}, body=body)).status_code == 400
    assert (await desk.brings("", "", kind="webhook_callback_verification", body="{}")).status_code == 400


async def test_giant_bodies_are_refused(desk: Desk) -> None:
    assert (await desk.brings("stream.online", {}, body=" " * (2 << 20))).status_code == 413


async def test_a_restart_asks_for_nothing_twice_and_lets_go_of_what_is_not_watched(server: TwitchServer) -> None:
    memory = Notebook()
    async with hooked(server, memory):
        first = [one["id"] for one in server.subscriptions]
    foreign = {
        **server.subscriptions[0],
        "id": "foreign",
        "transport": {"method": "webhook", "callback": "https://x.y/"},
    }
    failed = {**server.subscriptions[1], "id": "failed", "status": "notification_failures_exceeded"}
    server.subscriptions[1:2] = [failed]
    server.subscriptions.append(foreign)
    stranger = {**server.subscriptions[0], "id": "stranger", "condition": {"broadcaster_user_id": "5"}}
    server.subscriptions.append(stranger)
    async with hooked(server, memory):
        kept = {one["id"] for one in server.subscriptions}
        assert {first[0], first[2], "foreign"} <= kept
        assert not kept & {"failed", "stranger"}
        assert len(server.subscriptions) == 4


async def test_another_secret_asks_anew(server: TwitchServer) -> None:
    async with hooked(server):
        first = {one["id"] for one in server.subscriptions}
    async with hooked(server, signs=SIGNS + "-2"):
        assert not first & {one["id"] for one in server.subscriptions}
        assert len(server.subscriptions) == 3


def test_the_path_of_the_address_is_kept() -> None:
    web = WebServer("127.0.0.1", 0)
    own = Address("https://example.org/my/hook", PATH, SIGNS, web)
    assert own.path == "/my/hook"
    assert callback(own).startswith("https://example.org/my/hook?key=")
    assert Address("https://example.org/", PATH, SIGNS, web).path == "/hooks/twitch"
