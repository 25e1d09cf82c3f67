"""Signed requests by programs of one's own: that a stream begins, ends or is planned, and what was said elsewhere."""

import asyncio
import hashlib
import hmac
import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Annotated, Literal, Self

from msgspec import Struct
from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from bot.clock import Clock
from bot.model.heard import Outside
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import TextHandedIn
from bot.model.ports import Memory, Sink
from bot.model.sources import Channel, LiveNow, Notices
from bot.sources.watching import LiveWatch
from bot.web.messages import Answered, Asked
from bot.web.server import WebServer

NAME = "hook"
PATH = "/hooks/stream/"
TIME, NONCE, SIGNATURE = "x-afterglow-time", "x-afterglow-nonce", "x-afterglow-signature"
OLDEST = timedelta(minutes=5)
_SECONDS = re.compile(r"[0-9]{1,12}")
_NONCE = re.compile(r"[\w-]{8,64}", re.ASCII)


class _Told(BaseModel):
    """What a request says. `id` tells streams apart where a program knows several, and texts in any case."""

    model_config = ConfigDict(extra="forbid")

    event: Literal["start", "end", "planned", "cancelled", "text"]
    id: Annotated[str, StringConstraints(max_length=100)] = ""
    title: Annotated[str, StringConstraints(max_length=500)] = ""
    at: AwareDatetime | None = None
    planned_for: AwareDatetime | None = None
    text: Annotated[str, StringConstraints(max_length=4000)] = ""
    author: Annotated[str, StringConstraints(max_length=100)] = ""
    url: Annotated[str, StringConstraints(max_length=500)] = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.event == "text" and not (self.text.strip() and self.id):
            raise ValueError("a text needs words and an id")
        return self


class _Signed(Struct, frozen=True):
    """A request that came from who knows the secret."""

    nonce: str
    told: _Told


class HookSource:
    """An address for each of those programs, behind the bot's web server."""

    name = NAME

    def __init__(self, secret: str, *, clock: Clock, memory: Memory, web: WebServer) -> None:
        self._secret = secret.encode()
        self._clock = clock
        self._web = web
        self._watch = LiveWatch(NAME, memory, clock)
        self._nonces: dict[str, datetime] = {}

    async def run(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        """See `bot.model.sources.StreamSource`. What such a program says while nobody listens is lost."""
        async with AsyncExitStack() as doors:
            for channel in channels:
                handler = partial(self.take, channel=channel, sink=sink)
                await doors.enter_async_context(self._web.open(PATH + channel.name, handler))
            await asyncio.Event().wait()

    async def current(self, channel: Channel) -> LiveNow | None:
        """See `bot.model.sources.StreamSource`: a program is only heard, never asked."""
        return None

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._watch.leave(channel, sink)

    async def close(self) -> None:
        """See `bot.model.sources.StreamSource`."""

    async def take(self, asked: Asked, channel: Channel, sink: Sink) -> Answered:
        """One request; it is stored before it is answered."""
        if asked.method != "POST":
            return Answered(405)
        signed = self._read(asked, channel)
        if isinstance(signed, Answered):
            return signed
        if signed.nonce not in self._nonces:
            await self._act(channel, signed, sink)
            self._nonces[signed.nonce] = self._clock.now()
        return Answered(204)

    def _read(self, asked: Asked, channel: Channel) -> _Signed | Answered:
        time, nonce = asked.headers.get(TIME, ""), asked.headers.get(NONCE, "")
        proof = hmac.new(self._secret, f"{channel.name}.{time}.{nonce}.".encode() + asked.body, hashlib.sha256)
        given = asked.headers.get(SIGNATURE, "").removeprefix("sha256=")
        if not hmac.compare_digest(proof.hexdigest().encode(), given.encode()):
            return Answered(403, b"the signature is wrong\n")
        if not _SECONDS.fullmatch(time) or not _NONCE.fullmatch(nonce) or not self._is_fresh(int(time)):
            return Answered(403, b"the time is too far away, or the nonce is none\n")
        try:
            return _Signed(nonce, _Told.model_validate_json(asked.body))
        except ValidationError as error:
            where = ".".join(str(part) for part in error.errors()[0]["loc"])
            return Answered(400, f"not understood: {where or 'no JSON'}\n".encode())

    def _is_fresh(self, seconds: int) -> bool:
        now = self._clock.now()
        self._nonces = {nonce: at for nonce, at in self._nonces.items() if now - at <= 2 * OLDEST}
        return abs(now.timestamp() - seconds) <= OLDEST.total_seconds()

    async def _act(self, channel: Channel, signed: _Signed, sink: Sink) -> None:
        told, now = signed.told, self._clock.now()
        at = min(told.at.astimezone(UTC), now) if told.at is not None else now
        match told.event:
            case "start":
                live = LiveNow(told.id or channel.name, told.title, at)
                await self._watch.began(channel, live, sink, at, signed.nonce)
            case "end":
                await self._watch.over(channel, sink, at, told.id or channel.name, signed.nonce)
            case "planned":
                if told.planned_for is not None:
                    when = told.planned_for.astimezone(UTC)
                    await self._watch.planned(channel, told.id or channel.name, when, told.title, sink)
            case "cancelled":
                await self._watch.cancelled(channel, told.id or channel.name, sink)
            case "text":
                await sink.receive(_handed_in(channel, told, at))


def _handed_in(channel: Channel, told: _Told, at: datetime) -> TextHandedIn:
    """What was said elsewhere; the same id again is the same text, which is stored once."""
    return TextHandedIn(
        event_id=f"{channel.name}:text:{told.id}",
        at=at,
        actor=Actor(AccountRef(NAME, channel.name), channel.name),
        space=channel.space,
        text=Outside(f"{channel.name}:{told.id}", told.author, told.text, told.url, at),
    )
