"""The WebSocket by which Twitch's events come in where it reaches no address of ours."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import aiohttp
import msgspec
from msgspec import Struct
from pydantic import AwareDatetime, BaseModel, ValidationError

from bot.errors import Said
from bot.sources.asking import Service
from bot.sources.keeping import AwayError, away
from bot.sources.twitch.desk import Message

MOST_BYTES = 1 << 20
_SILENT = Said("refusal-system-no-answer")

log = logging.getLogger(__name__)


class Patience(Struct, frozen=True):
    """Seconds: for the first word, beyond the silence that Twitch announces, for what an old connection still has."""

    welcome: float = 10.0
    beyond: float = 5.0
    rest: float = 0.5


class _Meta(BaseModel):
    message_id: str
    message_type: str
    message_timestamp: AwareDatetime


class _Session(BaseModel):
    id: str = ""
    keepalive_timeout_seconds: int | None = None
    reconnect_url: str | None = None


class _Payload(BaseModel):
    session: _Session = _Session()


class _Envelope(BaseModel):
    metadata: _Meta
    payload: _Payload = _Payload()


class _Line(Struct, frozen=True):
    """A connection that is welcome. `silence`: after so many seconds without a word it is dead."""

    socket: aiohttp.ClientWebSocketResponse
    session_id: str
    silence: float


class EventSocket:
    """Listens until the connection is lost, which raises AwayError; moves to another one when Twitch asks to."""

    def __init__(self, service: Service, url: str, patience: Patience) -> None:
        self._service = service
        self._url = url
        self._patience = patience

    async def listen(
        self, welcomed: Callable[[str], Awaitable[None]], take: Callable[[Message], Awaitable[object]]
    ) -> None:
        """`welcomed` is given the id of the session, to subscribe with; `take` each message that tells something."""
        async with AsyncExitStack() as held:
            line = await self._open(self._url, held)
            await welcomed(line.session_id)
            while True:
                envelope, raw = await self._next(line.socket, line.silence)
                if envelope.metadata.message_type == "session_reconnect":
                    async with held.pop_all():  # what we leave is closed, whatever becomes of the move
                        line = await self._move(line, envelope, take, held)
                else:
                    await self._tell(envelope, raw, take)

    async def _move(
        self, old: _Line, asked: _Envelope, take: Callable[[Message], Awaitable[object]], held: AsyncExitStack
    ) -> _Line:
        """Subscriptions move by themselves; the old connection tells what there was until the new one is welcome."""
        new = await self._open(asked.payload.session.reconnect_url or self._url, held)
        try:
            async with asyncio.timeout(self._patience.rest):
                while True:
                    await self._tell(*await self._next(old.socket, old.silence), take)
        except (TimeoutError, AwayError):
            log.info("Twitch moved us to another connection")
        return new

    async def _tell(self, envelope: _Envelope, raw: bytes, take: Callable[[Message], Awaitable[object]]) -> None:
        about = envelope.metadata
        if about.message_type in ("notification", "revocation"):
            await take(Message(id=about.message_id, kind=about.message_type, at=about.message_timestamp, body=raw))

    async def _open(self, url: str, held: AsyncExitStack) -> _Line:
        """A connection, which is closed with `held`."""
        try:
            async with asyncio.timeout(self._patience.welcome):
                socket = await self._service.session.ws_connect(url, max_msg_size=MOST_BYTES)
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise away("Twitch", _SILENT) from None
        held.push_async_callback(socket.close)
        return await self._welcome(socket)

    async def _welcome(self, socket: aiohttp.ClientWebSocketResponse) -> _Line:
        envelope, _ = await self._next(socket, self._patience.welcome)
        session = envelope.payload.session
        if envelope.metadata.message_type != "session_welcome" or not session.id:
            raise AwayError("refusal-source-odd", source="Twitch")
        return _Line(socket, session.id, (session.keepalive_timeout_seconds or 10) + self._patience.beyond)

    async def _next(self, socket: aiohttp.ClientWebSocketResponse, seconds: float) -> tuple[_Envelope, bytes]:
        """The next message and the part of it that is of interest to others."""
        while True:
            try:
                async with asyncio.timeout(seconds):
                    got = await socket.receive()
            except TimeoutError:
                raise away("Twitch", _SILENT) from None
            if got.type is not aiohttp.WSMsgType.TEXT:
                raise away("Twitch", f"{socket.close_code or 'closed'}")
            try:
                envelope = _Envelope.model_validate_json(got.data)
                return envelope, msgspec.json.encode(msgspec.json.decode(got.data)["payload"])
            except (ValidationError, msgspec.DecodeError, KeyError):
                log.warning("Twitch sent something that cannot be understood")
