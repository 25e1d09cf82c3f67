"""Updates that Telegram brings, and others who fetch them."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.app import open_app
from bot.clock import VirtualClock
from bot.config import load_config
from bot.errors import ConfigError, UnreachableError
from bot.model.incoming import CommandInvoked
from bot.model.results import Problem
from bot.platforms.telegram.connection import TelegramPlatform
from bot.platforms.telegram.incoming import ALLOWED_UPDATES
from bot.platforms.telegram.ways_in import HEADER, PATH
from bot.text.saying import Say
from bot.web.address import Address
from bot.web.server import WebServer
from tests.eventually import eventually
from tests.platforms.contract import Notebook
from tests.platforms.telegram.conftest import COMMANDS, Scene, Sink
from tests.platforms.telegram.server import TelegramServer
from tests.web.visitor import visitor

SECRET = "a-secret-that-only-telegram-knows"


@pytest.fixture
def address() -> Address:
    return Address("https://bot.example.org", PATH, SECRET, WebServer("127.0.0.1", 0))


def platform(
    server: TelegramServer, address: Address, clock: VirtualClock, say: Say, look: float = 300.0
) -> TelegramPlatform:
    """The edge with an address; `look` seconds pass between its looks at what Telegram has written down."""
    return TelegramPlatform(
        server.token,
        base_url=server.url,
        address=address,
        clock=clock,
        say=say,
        memory=Notebook(),
        webhook_look_seconds=look,
    )


@asynccontextmanager
async def hooked(server: TelegramServer, address: Address, clock: VirtualClock, say: Say) -> AsyncIterator[Sink]:
    """The edge with an address."""
    edge = platform(server, address, clock, say)
    sink = Sink(edge.natives.reader)
    running = asyncio.create_task(edge.run(sink, COMMANDS))
    while not (running.done() or server.called("setWebhook")):  # noqa: ASYNC110 - what is waited for has no event
        await asyncio.sleep(0.01)
    try:
        yield sink
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await edge.close()


async def _brings(address: Address, update: object, secret: str = SECRET) -> int:
    async with visitor(address.web.port) as client:
        body = json.dumps(update)  # as Telegram writes it: all beyond ASCII by its number
        return (await client.post(address.path, content=body, headers={HEADER: secret})).status_code


def _command(scene: Scene, update_id: int = 1, text: str = "/me") -> dict[str, object]:
    message = {"message_id": 1, "date": 1, "chat": scene.ben.chat, "from": scene.ben.user, "text": text}
    return {"update_id": update_id, "message": message}


async def test_telegram_is_told_the_address_its_secret_and_all_kinds_by_name(
    idle: Scene, address: Address, say: Say
) -> None:
    async with hooked(idle.server, address, idle.clock, say):
        [call] = idle.server.called("setWebhook")
    assert call.parameters["url"] == "https://bot.example.org/telegram"
    assert call.parameters["secret_token"] == SECRET
    assert json.loads(call.parameters["allowed_updates"]) == list(ALLOWED_UPDATES)  # test_connection names them
    assert idle.server.called("getUpdates") == []


async def test_what_telegram_brings_is_stored_before_it_is_thanked(idle: Scene, address: Address, say: Say) -> None:
    async with hooked(idle.server, address, idle.clock, say) as sink:
        sink.fails_once()
        assert await _brings(address, _command(idle)) == 500
        assert sink.stored == []
        assert await _brings(address, _command(idle)) == 200
        assert [update.name for update in sink.of(CommandInvoked)] == ["me"]


async def test_a_broken_update_is_taken_so_that_telegram_does_not_bring_it_for_ever(
    idle: Scene, address: Address, say: Say
) -> None:
    async with hooked(idle.server, address, idle.clock, say) as sink:
        assert await _brings(address, {"update_id": 1, "message": {"text": "/me"}}) == 200
        assert await _brings(address, _command(idle, 2, "/me \ud83d")) == 200
        assert len(sink.faults) == 1
        assert [update.words for update in sink.of(CommandInvoked)] == ["?"]


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "žluťoučký"])
async def test_who_does_not_know_the_secret_brings_nothing(
    idle: Scene, address: Address, say: Say, secret: str
) -> None:
    async with hooked(idle.server, address, idle.clock, say) as sink:
        async with visitor(address.web.port) as client:
            sign = httpx.Headers([(HEADER.encode(), secret.encode())])
            assert (await client.post(address.path, json=_command(idle), headers=sign)).status_code == 403
            assert (await client.get(address.path, headers={HEADER: SECRET})).status_code == 403
        assert sink.stored == []


@pytest.mark.parametrize("update", [[], 3, {"message": {}}, {"update_id": "1"}])
async def test_what_is_no_update_is_refused(idle: Scene, address: Address, say: Say, update: object) -> None:
    async with hooked(idle.server, address, idle.clock, say) as sink:
        assert await _brings(address, update) == 400
        assert sink.stored == []


@pytest.mark.parametrize("url", ["", "https://elsewhere.example.org/hook"])
async def test_who_took_the_updates_away_from_the_address_is_noticed(
    idle: Scene, address: Address, say: Say, url: str
) -> None:
    edge = platform(idle.server, address, idle.clock, say, look=0.01)
    running = asyncio.create_task(edge.run(Sink(edge.natives.reader), COMMANDS))
    await eventually(lambda: len(idle.server.called("getWebhookInfo")) > 2, "it has looked")
    assert not running.done()
    idle.server.refuses("getWebhookInfo", 502, "Bad Gateway")
    idle.server.methods.webhook["url"] = url
    with pytest.raises(ConfigError, match="another program"):
        await asyncio.wait_for(running, 10)
    await edge.close()


async def test_a_token_that_is_revoked_later_ends_the_run_at_an_address_too(
    idle: Scene, address: Address, say: Say
) -> None:
    edge = platform(idle.server, address, idle.clock, say, look=0.01)
    running = asyncio.create_task(edge.run(Sink(edge.natives.reader), COMMANDS))
    await eventually(lambda: bool(idle.server.called("getWebhookInfo")), "it works")
    idle.server.token = "2:another"
    with pytest.raises(ConfigError, match="BotFather"):
        await asyncio.wait_for(running, 10)
    assert await edge.check(idle.space) == (Problem("telegram-problem-token"),)
    await edge.close()


async def test_an_address_that_telegram_does_not_take_is_told_in_a_line(
    idle: Scene, address: Address, say: Say
) -> None:
    edge = platform(idle.server, address, idle.clock, say)
    idle.server.refuses(
        "setWebhook", 400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
    )
    with pytest.raises(UnreachableError, match=r"bot\.example\.org/telegram: .*ailed to resolve host"):
        await edge.run(Sink(edge.natives.reader), COMMANDS)
    await edge.close()


async def test_the_check_tells_for_an_hour_why_telegram_could_not_bring_something(
    idle: Scene, address: Address, say: Say
) -> None:
    async with hooked(idle.server, address, idle.clock, say):
        edge = platform(idle.server, address, idle.clock, say)
        assert await edge.check(idle.space) == ()
        error = {"last_error_date": int(idle.clock.now().timestamp()), "last_error_message": "Connection refused"}
        idle.server.methods.webhook |= error
        [problem] = await edge.check(idle.space)
        assert problem.key == "telegram-problem-webhook"
        for language in ("en", "cs"):
            told = say(problem.key, language, **dict(problem.values))
            assert "https://bot.example.org/telegram" in told
            assert ": Connection refused." in told
        idle.clock.advance(timedelta(minutes=61))
        assert await edge.check(idle.space) == ()
        await edge.close()


def test_the_path_of_the_address_is_kept() -> None:
    own = Address("https://example.org/bots/tea", PATH, SECRET, WebServer("127.0.0.1", 0))
    assert (own.path, own.whole) == ("/bots/tea", "https://example.org/bots/tea")


async def test_who_polls_lets_go_of_a_webhook_that_was_set_before(scene: Scene) -> None:
    assert len(scene.server.called("deleteWebhook")) == 1


@pytest.mark.long
async def test_who_is_not_alone_stops_polling_and_says_why(edge: Callable[[], TelegramPlatform], idle: Scene) -> None:
    platform = edge()
    words = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    for _ in range(2):
        idle.server.refuses("getUpdates", 409, words)
    with pytest.raises(ConfigError, match="another program") as caught:
        await asyncio.wait_for(platform.run(idle.sink, COMMANDS), 10)
    assert "End the other one" in str(caught.value)
    asked = len(idle.server.called("getUpdates"))
    await asyncio.sleep(0.1)
    assert len(idle.server.called("getUpdates")) == asked


@pytest.mark.long
async def test_the_configuration_alone_makes_a_bot_that_telegram_brings_its_updates_to(
    server: TelegramServer, tmp_path: Path
) -> None:
    ann = server.person("Ann", started=True)
    group = server.group("Tea", owner=ann)
    environment = {
        "AFTERGLOW_DATA_FOLDER": str(tmp_path),
        "AFTERGLOW_TELEGRAM__TOKEN": server.token,
        "AFTERGLOW_TELEGRAM__BASE_URL": server.url,
        "AFTERGLOW_TELEGRAM__WEBHOOK_URL": "https://bot.example.org/tea",
        "AFTERGLOW_WEB__LISTEN": f"127.0.0.1:{_free_port()}",
    }
    secrets = set()
    for start in range(2):
        config = load_config(environment=environment)
        async with open_app(config) as app:
            running = asyncio.create_task(app.run())
            await eventually(partial(_was_set, server, start + 1), "the webhook is set")
            secrets.add(server.called("setWebhook")[-1].parameters["secret_token"])
            message = {"message_id": 1, "date": 1, "chat": group.chat, "from": ann.user, "text": "/me"}
            async with visitor(int(config.web.listen.rpartition(":")[2])) as client:
                update = {"update_id": 1 + start, "message": message}
                told = await client.post("/tea", json=update, headers={HEADER: next(iter(secrets))})
            assert told.status_code == 200
            await app.dispatcher.idle()
            await ann.reads("Ann")
            app.stop()
            await running
    assert len(secrets) == 1


def _was_set(server: TelegramServer, times: int) -> bool:
    return len(server.called("setWebhook")) == times


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
