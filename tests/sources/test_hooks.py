"""Programs of one's own that say when a stream is on."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.clock import VirtualClock
from bot.model.heard import Outside
from bot.model.incoming import SignalKind, TextHandedIn
from bot.sources.hooks import NONCE, PATH, SIGNATURE, TIME, HookSource
from bot.web.server import WebServer
from tests.platforms.contract import Notebook
from tests.sources.watching import SPACE, Watching, eventually, watching
from tests.web.visitor import visitor

SECRET = "a-secret-that-only-the-program-knows-0123"
START = datetime(2026, 11, 28, 18, 0, tzinfo=UTC)


class Program:
    """A program that knows the secret."""

    def __init__(self, scene: Watching, client: httpx.AsyncClient, clock: VirtualClock) -> None:
        self.scene = scene
        self.client = client
        self.clock = clock
        self.count = 0

    async def says(self, body: object, *, to: str = "obs", **changed: str) -> int:
        """Send a signed request; `changed` takes the place of a part of it. Returns the status."""
        self.count += 1
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        time = changed.get("time", str(int(self.clock.now().timestamp())))
        nonce = changed.get("nonce", f"nonce-{self.count:04}")
        text = f"{changed.get('named', to)}.{time}.{nonce}.".encode() + raw
        secret = changed.get("secret", SECRET).encode()
        sign = changed.get("sign", f"sha256={hmac.new(secret, text, hashlib.sha256).hexdigest()}")
        headers: Mapping[bytes, bytes] = {
            TIME.encode(): time.encode(),
            NONCE.encode(): nonce.encode(),
            SIGNATURE.encode(): sign.encode(),
        }
        return (await self.client.post(PATH + to, content=raw, headers=headers)).status_code


@asynccontextmanager
async def hooked(memory: Notebook | None = None) -> AsyncIterator[Program]:
    web, clock = WebServer("127.0.0.1", 0), VirtualClock(START)
    source = HookSource(SECRET, clock=clock, memory=memory or Notebook(), web=web)
    async with watching(source, "obs", "other") as scene:
        await eventually(lambda: web.port != 0, "it listens")
        async with visitor(web.port) as client:
            yield Program(scene, client, clock)


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    async with hooked() as one:
        yield one


async def test_a_program_begins_and_ends_a_stream(program: Program) -> None:
    assert await program.says({"event": "start", "title": "Tea"}) == 204
    program.clock.advance(timedelta(hours=1))
    assert await program.says({"event": "end"}) == 204
    assert program.scene.signals == [("started", "obs"), ("ended", "obs")]
    started, ended = program.scene.newest(SignalKind.STARTED), program.scene.newest(SignalKind.ENDED)
    assert (started.title, started.at, started.space, started.source) == ("Tea", START, SPACE, "hook")
    assert ended.at == START + timedelta(hours=1)


async def test_the_next_stream_of_the_same_program_begins_anew(program: Program) -> None:
    for event in ("start", "end", "start"):
        program.clock.advance(timedelta(hours=1))
        await program.says({"event": event})
    assert [kind for kind, _ in program.scene.signals] == ["started", "ended", "started"]
    assert len({update.event_id for update in program.scene.sink.updates}) == 3


async def test_a_program_plans_a_stream_and_calls_it_off(program: Program) -> None:
    when = START + timedelta(days=1)
    assert await program.says({"event": "planned", "id": "7", "planned_for": when.isoformat(), "title": "Tea"}) == 204
    assert program.scene.newest(SignalKind.PLANNED).planned_for == when
    assert await program.says({"event": "cancelled", "id": "7"}) == 204
    assert program.scene.signals == [("planned", "7"), ("cancelled", "7")]


async def test_what_is_sent_twice_counts_once(program: Program) -> None:
    for _ in range(2):
        assert await program.says({"event": "start"}, nonce="the-same-one") == 204
    assert program.scene.signals == [("started", "obs")]


async def test_who_repeats_what_another_signed_begins_nothing(program: Program) -> None:
    for event, nonce in (("start", "the-first"), ("end", "the-second"), ("start", "the-first")):
        assert await program.says({"event": event}, nonce=nonce) == 204
    assert [kind for kind, _ in program.scene.signals] == ["started", "ended"]


@pytest.mark.parametrize(
    "changed",
    [
        {"secret": "another-secret-that-is-long-enough-0123"},
        {"sign": ""},
        {"sign": "sha256=žluť"},
        {"named": "other"},
        {"time": "now"},
        {"time": ""},
        {"time": "9" * 5000},
        {"nonce": ""},
        {"nonce": "short"},
    ],
)
async def test_who_does_not_sign_as_agreed_is_refused(program: Program, changed: dict[str, str]) -> None:
    assert await program.says({"event": "start"}, **changed) == 403
    assert program.scene.signals == []


@pytest.mark.parametrize(("seconds", "status"), [(-301, 403), (-299, 204), (299, 204), (301, 403)])
async def test_what_was_signed_more_than_five_minutes_away_is_refused(
    program: Program, seconds: int, status: int
) -> None:
    time = str(int(START.timestamp()) + seconds)
    assert await program.says({"event": "start"}, time=time) == status


async def test_a_program_hands_in_what_was_said_elsewhere(program: Program) -> None:
    said = {"event": "text", "id": "c-1", "author": "Ann", "text": "Zvuk nejde!", "url": "https://example.com/v#c-1"}
    assert await program.says({**said, "at": "2026-11-28T17:00:00+00:00"}) == 204
    assert await program.says(said) == 204
    first, again = program.scene.sink.updates
    assert isinstance(first, TextHandedIn) and first.event_id == again.event_id
    words = Outside("obs:c-1", "Ann", "Zvuk nejde!", "https://example.com/v#c-1", START - timedelta(hours=1))
    assert (first.text, first.space, first.at) == (words, SPACE, words.at)


@pytest.mark.parametrize(
    "body",
    [
        {"event": "text", "id": "1", "text": " "},
        {"event": "text", "text": "no id"},
        {"event": "text", "id": "1", "text": "x" * 4001},
        {"event": "text", "id": "1", "text": "x", "url": "x" * 501},
    ],
)
async def test_a_text_without_words_or_id_or_that_is_too_long_is_refused(program: Program, body: object) -> None:
    assert await program.says(body) == 400
    assert program.scene.sink.updates == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", [], {"event": "begin"}, {"event": "start", "at": "2026-11-28T18:00:00"}, {"event": "end", "x": 1}],
)
async def test_what_is_not_understood_is_refused(program: Program, body: object) -> None:
    assert await program.says(body) == 400
    assert program.scene.signals == []


async def test_what_is_far_too_long_is_refused(program: Program) -> None:
    assert await program.says(b" " * (1 << 21)) == 413


async def test_there_is_no_address_for_a_program_that_is_not_named(program: Program) -> None:
    assert await program.says({"event": "start"}, to="stranger") == 404


async def test_a_stream_that_began_before_a_restart_ends_after_it() -> None:
    memory = Notebook()
    async with hooked(memory) as program:
        await program.says({"event": "start", "id": "7"})
    async with hooked(memory) as program:
        assert await program.says({"event": "end", "id": "7"}) == 204
        [ended] = program.scene.signals
    assert ended == ("ended", "7")
