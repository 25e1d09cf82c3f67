"""The real Discord over HTTP and websocket, with sessions that live, break off and go on, and faults on demand."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.platforms.discord.server import API, IDENTIFY, ME, NOBODY_IN_PARTICULAR, PREFIXES, Server, as_json, told_in

DISPATCH, HEARTBEAT, RESUME, INVALID_SESSION, HEARTBEAT_ACK = 0, 1, 6, 9, 11  # the gateway's numbers
GUILD, CHANNEL, STAGE, ANN, CHAT = "200", "201", "203", "300", "400"
TALK_ON_STAGE = {"id": "500", "guild_id": GUILD, "channel_id": STAGE, "topic": "Kiln talk", "privacy_level": 2}
HANGS = "hangs"
MEMBER = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}

Reply = tuple[int, dict[str, Any], dict[str, str]]


def too_many(seconds: float, *, everywhere: bool = False) -> Reply:
    """Discord's answer to too many requests, to one route or to all of them."""
    scope = {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"} if everywhere else {}
    headers = {"Via": "1.1 google", "Retry-After": str(seconds), "X-RateLimit-Scope": "user", **scope}
    return 429, {"message": "Slow down.", "code": 0, "retry_after": seconds, "global": everywhere}, headers


def refusal(status: int, code: int = 0) -> Reply:
    """A refusal or a fault of Discord's."""
    return status, {"message": "no", "code": code}, {}


@dataclass
class LivingServer(Server):
    """One server with one channel and one member, ann. `faults` are answered, in order, to whatever is sent next."""

    faults: deque[Reply | str] = field(default_factory=deque)
    took: list[tuple[float, str, Any]] = field(default_factory=list)  # when, where to, what: each request to post
    messages: dict[str, str] = field(default_factory=dict)  # by nonce: what really was posted, once
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)  # by message: what was sent with it last
    resumed: list[Any] = field(default_factory=list)
    can_resume: bool = True
    voice: list[dict[str, Any]] = field(default_factory=list)
    stages: list[dict[str, Any]] = field(default_factory=list)
    _connections: list[web.WebSocketResponse] = field(default_factory=list)
    _told: list[dict[str, Any]] = field(default_factory=list)
    _hung_up: asyncio.Event = field(default_factory=asyncio.Event)

    def application(self) -> web.Application:
        """The routes."""
        app = super().application()
        for prefix in PREFIXES:
            app.router.add_post(prefix + "/channels/{channel}/messages", self._post)
            app.router.add_get(prefix + "/channels/{channel}/messages", self._history)
            app.router.add_patch(prefix + "/channels/{channel}/messages/{message}", self._edit)
            app.router.add_post(prefix + "/users/@me/channels", self._open)
            app.router.add_get(prefix + "/guilds/{guild}/invites", self._invites)
        return app

    async def tell(self, event: str, data: Any) -> None:
        """An event; to nobody while the connection is gone, but again once the session is resumed."""
        frame = {"op": DISPATCH, "t": event, "s": len(self._told) + 1, "d": data}
        self._told.append(frame)
        for connection in self._connections:
            await connection.send_json(frame)

    async def drop(self, code: int = 4000, *, shard: int | None = None) -> None:
        """Break off every connection, or that of one shard, which come in their order."""
        dropped = self._connections if shard is None else [self._connections[shard]]
        self._connections = [connection for connection in self._connections if connection not in dropped]
        for connection in dropped:
            await connection.close(code=code)

    def hang_up(self) -> None:
        """Break off the connections of what hangs."""
        self._hung_up.set()

    async def gateway(self, request: web.Request) -> web.StreamResponse:
        """One connection, which stays until somebody drops it."""
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        await connection.send_json({"op": 10, "d": {"heartbeat_interval": 45_000}, "s": None, "t": None})
        async for frame in connection:
            told = frame.json()
            if told["op"] == HEARTBEAT:
                await connection.send_json({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
            elif told["op"] == IDENTIFY:
                self.identified.append(told["d"])
                await self._begin(connection)
            elif told["op"] == RESUME:
                await self._resume(connection, told["d"])
        return connection

    async def _begin(self, connection: web.WebSocketResponse) -> None:
        self._connections.append(connection)
        self._told.clear()
        shard, shards = self.identified[-1].get("shard", (0, 1))
        await self._hello(connection, "READY", self._ready(shard, shards))
        if (int(GUILD) >> 22) % shards == shard:
            await self._hello(connection, "GUILD_CREATE", self._guild())

    async def _hello(self, connection: web.WebSocketResponse, event: str, data: Any) -> None:
        """What one connection is told at its beginning."""
        frame = {"op": DISPATCH, "t": event, "s": len(self._told) + 1, "d": data}
        self._told.append(frame)
        await connection.send_json(frame)

    async def _resume(self, connection: web.WebSocketResponse, told: Any) -> None:
        if not self.can_resume:
            await connection.send_json({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return
        self.resumed.append(told)
        for frame in self._told[told["seq"] :]:
            await connection.send_json(frame)
        self._connections.append(connection)
        await self.tell("RESUMED", {})

    def _ready(self, shard: int, shards: int) -> dict[str, Any]:
        return {
            "v": 10,
            "user": ME,
            "guilds": [{"id": GUILD, "unavailable": True}] if (int(GUILD) >> 22) % shards == shard else [],
            "shard": [shard, shards],
            "session_id": f"session-{len(self.identified)}",
            "resume_gateway_url": self.address,
            "application": {"id": "17", "flags": 0},
        }

    def _guild(self) -> dict[str, Any]:
        everybody = {"id": GUILD, "name": "@everyone", "permissions": "8", "position": 0, "color": 0, "hoist": False}
        channel = {"id": CHANNEL, "type": 0, "name": "general", "position": 0, "permission_overwrites": []}
        talk = {**channel, "id": "202", "type": 2, "name": "talk", "bitrate": 64000, "user_limit": 0}
        lists = ("emojis", "stickers", "features", "threads", "guild_scheduled_events", "presences")
        return {
            "id": GUILD,
            "name": "Evening club",
            "owner_id": "301",
            "roles": [{**everybody, "managed": False, "mentionable": False}],
            "members": [{"user": ME, **MEMBER}],
            "channels": [channel, talk, {**talk, "id": STAGE, "type": 13, "name": "stage"}],
            "voice_states": self.voice,
            "member_count": 2,
            "unavailable": False,
            **{name: [] for name in lists},
            "stage_instances": self.stages,
        }

    async def _edit(self, request: web.Request) -> web.StreamResponse:
        self._note(request, await told_in(request))
        self._shows(request.match_info["message"], await request.post())
        return as_json(message(request.match_info["message"], request.match_info["channel"]))

    def _shows(self, number: str, form: Mapping[str, Any]) -> None:
        """The files of a request, by their names, in place of what the message had before."""
        files = [part for part in form.values() if isinstance(part, web.FileField)]
        self.files[number] = {part.filename: part.file.read() for part in files}

    async def _post(self, request: web.Request) -> web.StreamResponse:
        sent = await told_in(request)
        self._note(request, sent)
        if self.faults and self.faults[0] == HANGS:
            self.faults.popleft()
            self._posted(sent)  # it arrived, and nobody will ever be told
            await self._hung_up.wait()
            assert request.transport is not None
            request.transport.abort()
        if self.faults:
            return self._fault()
        number = self._posted(sent)
        self._shows(number, await request.post())
        posted = message(number, request.match_info["channel"])
        if "poll" in sent:
            await self.poll_posted(number)
            posted["poll"] = _poll(sent["poll"])
        return as_json(posted)

    async def poll_posted(self, number: str) -> None:
        """Ann votes as soon as she sees a poll, which is before the bot is told that it stands there."""
        vote = {"user_id": ANN, "channel_id": CHANNEL, "message_id": number, "guild_id": GUILD, "answer_id": 2}
        await self.tell("MESSAGE_POLL_VOTE_ADD", vote)
        await asyncio.sleep(0.1)

    def _posted(self, sent: Any) -> str:
        return self.messages.setdefault(str(sent.get("nonce")), str(1000 + len(self.messages)))

    async def _history(self, request: web.Request) -> web.StreamResponse:
        return as_json([])

    async def _invites(self, request: web.Request) -> web.StreamResponse:
        self._note(request, None)
        return as_json([])

    async def _open(self, request: web.Request) -> web.StreamResponse:
        self._note(request, await request.json())
        if self.faults:
            return self._fault()
        ann = {**NOBODY_IN_PARTICULAR, "id": ANN, "username": "ann"}
        return as_json({"id": CHAT, "type": 1, "flags": 0, "recipients": [ann], "last_message_id": None})

    def _note(self, request: web.Request, sent: Any) -> None:
        self.took.append((asyncio.get_running_loop().time(), request.path.removeprefix(API), sent))

    def _fault(self) -> web.StreamResponse:
        fault = self.faults.popleft()
        assert not isinstance(fault, str), "only a post can hang"
        status, body, headers = fault
        response = as_json(body, status=status)
        response.headers.update(headers)
        return response


def _poll(sent: dict[str, Any]) -> dict[str, Any]:
    """A poll as Discord tells it back."""
    answers = [{"answer_id": number, **answer} for number, answer in enumerate(sent["answers"], 1)]
    expiry = "2026-12-31T00:00:00+00:00"
    results = {"answer_counts": [], "is_finalized": False}
    told = {"question": sent["question"], "answers": answers, "expiry": expiry, "results": results}
    return {**told, "allow_multiselect": False, "layout_type": 1}


def message(number: str, channel: str) -> dict[str, Any]:
    """A message of the bot's own, as Discord tells it."""
    empty: dict[str, Callable[[], list[Any]]] = dict.fromkeys(
        ("embeds", "attachments", "mentions", "mention_roles", "components"), list
    )
    return {
        "id": number,
        "channel_id": channel,
        "author": ME,
        "content": "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "type": 0,
        "flags": 0,
        **dict.fromkeys(("tts", "mention_everyone", "pinned"), False),
        **{name: make() for name, make in empty.items()},
    }


def written(number: str, person: str = ANN) -> dict[str, Any]:
    """A message of somebody's in the channel, as the gateway tells it."""
    author = {**NOBODY_IN_PARTICULAR, "id": person, "username": "ann", "global_name": "Ann"}
    return {**message(number, CHANNEL), "author": author, "member": MEMBER, "guild_id": GUILD}
