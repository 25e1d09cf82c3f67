"""The web server: there while somebody has an address on it."""

import signal
import socket

import httpx
import pytest

from bot.errors import ConfigError
from bot.web.messages import Answered, Asked
from bot.web.server import WebServer
from tests.web.visitor import visitor


@pytest.fixture
def web() -> WebServer:
    return WebServer("127.0.0.1", 0)


async def echo(asked: Asked) -> Answered:
    """Say what was asked."""
    who, sign = asked.query.get("who", ""), asked.headers.get("x-sign", "")
    return Answered(body=f"{asked.method} {who} {sign} ".encode() + asked.body)


async def breaks(asked: Asked) -> Answered:
    """What a handler may do wrong."""
    raise RuntimeError("secret")


async def test_each_address_has_its_own_handler_and_others_are_not_found(web: WebServer) -> None:
    async with web.open("/echo", echo), visitor(web.port) as client:
        told = await client.post("/echo?who=ann", content=b"tea", headers={"X-Sign": "abc"})
        assert (told.status_code, told.text) == (200, "POST ann abc tea")
        assert (await client.get("/other")).status_code == 404
        assert "server" not in told.headers


async def test_what_a_handler_raises_is_answered_without_a_word_about_it(web: WebServer) -> None:
    async with web.open("/breaks", breaks), visitor(web.port) as client:
        told = await client.post("/breaks")
        assert (told.status_code, told.text) == (500, "")


async def test_what_is_too_long_is_refused(web: WebServer) -> None:
    async with web.open("/echo", echo), visitor(web.port) as client:
        assert (await client.post("/echo", content=b"x" * ((1 << 20) + 1))).status_code == 413


async def test_it_stops_with_the_last_address_and_starts_again(web: WebServer) -> None:
    for _ in range(2):
        async with web.open("/one", echo):
            async with web.open("/two", echo):
                pass
            async with visitor(web.port) as client:
                assert (await client.get("/one")).status_code == 200
                assert (await client.get("/two")).status_code == 404
        with pytest.raises(httpx.ConnectError):
            async with visitor(web.port) as client:
                await client.get("/one")


async def test_a_port_that_is_taken_is_named_with_its_cure_and_ends_nothing() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        web = WebServer("127.0.0.1", other.getsockname()[1])
        with pytest.raises(ConfigError, match="another port"):
            async with web.open("/echo", echo):
                pass


async def test_two_parts_cannot_have_the_same_address(web: WebServer) -> None:
    async with web.open("/echo", echo):
        with pytest.raises(ConfigError, match="/echo"):
            async with web.open("/echo", echo):
                pass
        async with visitor(web.port) as client:
            assert (await client.get("/echo")).status_code == 200


async def test_the_bots_own_handlers_of_signals_stay(web: WebServer) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    async with web.open("/echo", echo):
        assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
