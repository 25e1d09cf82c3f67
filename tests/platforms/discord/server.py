"""A small real Discord over HTTP and websocket: what the in-memory one leaves out, signing in and the gateway.

Every request to it and every answer of its own is held against Discord's description where that is at hand; `serving`
fails when one of them does not fit.
"""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.platforms.discord.published import FORM, JSON, published

TOKEN = "the-right-token"
ServerT = TypeVar("ServerT", bound="Server")
API, PROXIED = "/api/v10", "/proxied/v10"
PREFIXES = (API, PROXIED)
IDENTIFY = 2  # the gateway's number for it
NOBODY_IN_PARTICULAR: dict[str, Any] = {
    "discriminator": "0",
    "avatar": None,
    "global_name": None,
    "flags": 0,
    "public_flags": 0,
    "primary_guild": None,
}
"""What Discord tells of everybody."""
ME: dict[str, Any] = {**NOBODY_IN_PARTICULAR, "id": "17", "username": "afterglow", "bot": True}
MYSELF: dict[str, Any] = {**ME, "mfa_enabled": True, "locale": "en-US"}
APPLICATION: dict[str, Any] = {
    "id": "17",
    "name": "afterglow",
    "type": None,
    "icon": None,
    "description": "",
    "rpc_origins": [],
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0" * 64,
    "flags": 0,
    "flags_new": "0",
    "team": None,
    "owner": ME,
    "redirect_uris": [],
    "interactions_endpoint_url": None,
    "role_connections_verification_url": None,
    "approximate_guild_count": 1,
    "approximate_user_install_count": 0,
    "approximate_user_authorization_count": 0,
    "explicit_content_filter": 0,
    "eligible_oauth2_scopes": [],
}


@dataclass
class Server:
    """What it was told, and how it behaves."""

    close_code: int = 4014  # what the gateway says after the identification
    sessions_left: int = 1000
    shards: int = 1  # how many the bot is recommended
    address: str = ""  # of the gateway
    proxy: str = ""  # another address of the API
    identified: list[Any] = field(default_factory=list)
    published: list[Any] = field(default_factory=list)
    proxied: set[str] = field(default_factory=set)  # what was asked for by the other address
    asked_for_limits: asyncio.Event = field(default_factory=asyncio.Event)
    misfits: list[str] = field(default_factory=list)  # what is wrong with requests, and with our own answers

    def application(self) -> web.Application:
        """The routes."""
        app = web.Application(middlewares=[self._as_described, self._only_with_the_token])
        for prefix in PREFIXES:
            app.router.add_get(f"{prefix}/users/@me", returning(MYSELF))
            app.router.add_get(f"{prefix}/oauth2/applications/@me", returning(APPLICATION))
            app.router.add_put(f"{prefix}/applications/17/commands", self._publish)
            app.router.add_get(f"{prefix}/gateway/bot", self._limits)
        app.router.add_get("/gateway/", self.gateway)
        return app

    @web.middleware
    async def _as_described(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Hold what is asked and what is answered against the description."""
        prefix = next((prefix for prefix in PREFIXES if request.path.startswith(prefix)), None)
        try:
            response: web.StreamResponse = await handler(request)
        except web.HTTPNotFound:
            response = as_json({"message": "404: Not Found", "code": 0}, status=404)
        if prefix is not None and (description := published()) is not None:
            method, path = request.method, request.path.removeprefix(prefix)
            if request.content_type in (JSON, FORM) and response.status < 400:
                self.misfits += description.request_faults(method, path, await told_in(request))
            if isinstance(response, web.Response):
                said = json.loads(response.body) if isinstance(response.body, bytes) else None
                self.misfits += description.answer_faults(method, path, response.status, said)
        return response

    @web.middleware
    async def _only_with_the_token(self, request: web.Request, handler: Any) -> web.StreamResponse:
        prefix = next((prefix for prefix in PREFIXES if request.path.startswith(prefix)), "")
        path = request.path.removeprefix(prefix)
        if prefix == PROXIED:
            self.proxied.add(path)
        open_to_all = not prefix or path.startswith(("/webhooks", "/interactions"))  # those have tokens of their own
        if not open_to_all and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return as_json({"message": "401: Unauthorized", "code": 0}, status=401)
        response: web.StreamResponse = await handler(request)
        return response

    async def _publish(self, request: web.Request) -> web.StreamResponse:
        self.published.append(await request.json())
        return as_json([])

    async def _limits(self, request: web.Request) -> web.StreamResponse:
        self.asked_for_limits.set()
        limit = {"total": 1000, "remaining": self.sessions_left, "reset_after": 86_400_000, "max_concurrency": 1}
        return as_json({"url": self.address, "shards": self.shards, "session_start_limit": limit})

    async def gateway(self, request: web.Request) -> web.StreamResponse:
        """One connection, which is closed as soon as the bot said who it is."""
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        await connection.send_json({"op": 10, "d": {"heartbeat_interval": 45_000}, "s": None, "t": None})
        async for frame in connection:
            told = frame.json()
            if told["op"] == IDENTIFY:  # a first heartbeat may come before it
                self.identified.append(told["d"])
                break
        await connection.close(code=self.close_code)
        return connection


async def told_in(request: web.Request) -> Any:
    """The JSON of a request, which stands in a part of its own where files come with it."""
    if request.content_type == JSON:
        return await request.json()
    return json.loads(str((await request.post())["payload_json"]))


def as_json(body: Any, *, status: int = 200) -> web.Response:
    # discord.py reads nothing but exactly this content type as JSON.
    return web.Response(body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json"})


def returning(body: Any) -> Any:
    async def handler(request: web.Request) -> web.StreamResponse:
        return as_json(body)

    return handler


@asynccontextmanager
async def serving(server: ServerT) -> AsyncIterator[ServerT]:
    """`server` on this machine, with discord.py talking to it for the time of the block."""
    runner = web.AppRunner(server.application(), shutdown_timeout=0.01)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        server.address = "ws://{}:{}/gateway/".format(*runner.addresses[0][:2])
        server.proxy = "http://{}:{}{}".format(*runner.addresses[0][:2], PROXIED)
        with _instead(*runner.addresses[0][:2]):
            yield server
    finally:
        await runner.cleanup()
    assert not server.misfits, "\n".join(server.misfits)


@contextmanager
def nobody_answers() -> Iterator[None]:
    """A machine on which nothing listens, with discord.py trying to talk to it for the time of the block."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with _instead("127.0.0.1", port):
        yield


@contextmanager
def _instead(host: str, port: int) -> Iterator[None]:
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = f"http://{host}:{port}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{host}:{port}/gateway/")
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
