"""Twitch as far as the bot talks to it: tokens, Helix, and the WebSocket of EventSub."""

import asyncio
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
from aiohttp import web

from bot.sources.twitch.addresses import Addresses
from tests.sources.serving import Service

CLIENT, SECRET, REFRESH = "client-1", "secret-of-the-app-1", "refresh-0"
READER = "900"


@dataclass(slots=True)
class Live:
    """A stream that is on."""

    id: str
    title: str = "Tea night"
    type: str = "live"
    started_at: str = "2026-11-28T18:00:00Z"


class TwitchServer(Service):
    """It knows the users ann (id 1) and ben (id 2), and refuses tokens that ran out."""

    def __init__(self) -> None:
        super().__init__()
        self.users = {"ann": "1", "ben": "2"}
        self.live: dict[str, Live] = {}
        self.refresh = REFRESH
        self.access: set[str] = set()
        self.scopes = ["user:read:chat"]
        self.subscriptions: list[dict[str, Any]] = []
        self.refused: dict[str, int] = {}  # by the type of a subscription
        self.sockets: list[web.WebSocketResponse] = []
        self.keepalive = 10
        self.welcomes = True
        self.allowed: bool | None = None  # what the person says who opened the address
        self.shown = 0
        self.lasts = 60.0
        self._count = 0

    @property
    def addresses(self) -> Addresses:
        """For the source."""
        return Addresses(f"{self.url}/helix", f"{self.url}/oauth2", f"ws://127.0.0.1:{self.port}/ws")

    def routes(self) -> list[web.RouteDef]:
        """See `Service`."""
        return [
            web.post("/oauth2/device", self._device),
            web.post("/oauth2/token", self._token),
            web.get("/oauth2/validate", self._validate),
            web.get("/helix/users", self._users),
            web.get("/helix/streams", self._streams),
            web.get("/helix/channels", self._channels),
            web.post("/helix/eventsub/subscriptions", self._subscribe),
            web.get("/helix/eventsub/subscriptions", self._subscriptions),
            web.delete("/helix/eventsub/subscriptions", self._unsubscribe),
            web.get("/ws", self._socket),
        ]

    def types(self, session: str | None = None) -> list[str]:
        """What is subscribed to, sorted."""
        of = [one for one in self.subscriptions if session in (None, one["transport"].get("session_id"))]
        return sorted(f"{one['type']} {one['condition']['broadcaster_user_id']}" for one in of)

    def expire(self) -> None:
        """Let all access tokens run out."""
        self.access.clear()

    async def tell(self, type: str, event: dict[str, Any], *, id: str = "", at: str = "", to: int = -1) -> str:
        """Send a notification over the newest connection; returns its id."""
        self._count += 1
        id = id or f"message-{self._count}"
        subscription = {"id": "s", "type": type, "version": "1", "status": "enabled", "condition": {}}
        await self.send(self.message("notification", {"subscription": subscription, "event": event}, id, at), to=to)
        return id

    async def send(self, message: object, *, to: int = -1) -> None:
        """Send anything."""
        await self.sockets[to].send_str(message if isinstance(message, str) else json.dumps(message))

    def message(self, kind: str, payload: dict[str, Any], id: str = "", at: str = "") -> dict[str, Any]:
        """A message of EventSub."""
        self._count += 1
        about = {
            "message_id": id or f"message-{self._count}",
            "message_type": kind,
            "message_timestamp": at or datetime.now(UTC).isoformat(),
        }
        return {"metadata": about, "payload": payload}

    async def _device(self, request: web.Request) -> web.Response:
        form = await request.post()
        assert (form.get("client_id"), form.get("scopes")) == (CLIENT, "user:read:chat")
        self.shown += 1
        code = {"device_code": f"device-{self.shown}", "user_code": f"ABCD{self.shown}", "interval": 0.02}
        return web.json_response(code | {"verification_uri": "https://twitch.test/activate", "expires_in": self.lasts})

    def _signed_in(self, device: object) -> web.Response:
        if self.allowed is None or device != f"device-{self.shown}":
            return web.json_response({"status": 400, "message": "authorization_pending"}, status=400)
        if not self.allowed:
            self.allowed = True  # they think better of it
            return web.json_response({"status": 400, "message": "invalid device code"}, status=400)
        self._count += 1
        self.refresh = f"refresh-{self._count}"
        self.access.add(f"access-{self._count}")
        return web.json_response({"access_token": f"access-{self._count}", "refresh_token": self.refresh})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if str(form.get("grant_type")).endswith("device_code"):
            return self._signed_in(form.get("device_code"))
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return web.json_response({"status": 403, "message": "invalid client secret"}, status=403)
        self._count += 1
        access = f"access-{self._count}"
        if form.get("grant_type") == "client_credentials":
            self.access.add(access)
            return web.json_response({"access_token": access, "expires_in": 5000, "token_type": "bearer"})
        if form.get("refresh_token") != self.refresh:
            return web.json_response({"status": 400, "message": "Invalid refresh token"}, status=400)
        self.access.add(access)
        self.refresh = f"refresh-{self._count}"
        return web.json_response({"access_token": access, "refresh_token": self.refresh, "expires_in": 5000})

    async def _validate(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization", "").removeprefix("OAuth ") not in self.access:
            return web.json_response({"status": 401, "message": "invalid access token"}, status=401)
        return web.json_response({"client_id": CLIENT, "login": "bot", "scopes": self.scopes, "user_id": READER})

    def _refused(self, request: web.Request) -> web.Response | None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token in self.access and request.headers.get("Client-Id") == CLIENT:
            return None
        return web.json_response({"error": "Unauthorized", "status": 401}, status=401)

    async def _users(self, request: web.Request) -> web.Response:
        found = [login for login in request.query.getall("login") if login in self.users]
        data = [{"id": self.users[login], "login": login, "display_name": login.title()} for login in found]
        return self._refused(request) or web.json_response({"data": data})

    async def _streams(self, request: web.Request) -> web.Response:
        found = [(id, self.live[id]) for id in request.query.getall("user_id") if id in self.live]
        data = [
            {"id": one.id, "user_id": id, "title": one.title, "type": one.type, "started_at": one.started_at}
            for id, one in found
        ]
        return self._refused(request) or web.json_response({"data": data, "pagination": {}})

    async def _channels(self, request: web.Request) -> web.Response:
        one = self.live.get(request.query["broadcaster_id"])
        return self._refused(request) or web.json_response({"data": [{"title": one.title if one else "Before"}]})

    async def _subscribe(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if refused := self._refused(request):
            return refused
        if status := self.refused.get(asked["type"]):
            return web.json_response({"status": status}, status=status)
        self._count += 1
        one = {**asked, "id": f"subscription-{self._count}", "status": "enabled"}
        self.subscriptions.append(one)
        return web.json_response({"data": [one], "total": 1, "total_cost": 1, "max_total_cost": 10}, status=202)

    async def _subscriptions(self, request: web.Request) -> web.Response:
        """One on a page."""
        at = int(request.query.get("after", "0"))
        more = {"cursor": str(at + 1)} if at + 1 < len(self.subscriptions) else {}
        page = {"data": self.subscriptions[at : at + 1], "pagination": more}
        return self._refused(request) or web.json_response(page)

    async def _unsubscribe(self, request: web.Request) -> web.Response:
        self.subscriptions = [one for one in self.subscriptions if one["id"] != request.query["id"]]
        return self._refused(request) or web.Response(status=204)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        if self.welcomes:
            session = {
                "id": f"session-{len(self.sockets)}",
                "status": "connected",
                "keepalive_timeout_seconds": self.keepalive,
                "reconnect_url": None,
            }
            await socket.send_json(self.message("session_welcome", {"session": session}))
        async for message in socket:
            assert message.type is not aiohttp.WSMsgType.TEXT, "whoever says something is disconnected"
        return socket


async def until_gone(socket: web.WebSocketResponse) -> None:
    """Wait until the other side let go of a connection."""
    async with asyncio.timeout(5):
        while not socket.closed:  # noqa: ASYNC110 - it has no event
            await asyncio.sleep(0.01)
