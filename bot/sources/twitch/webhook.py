"""Requests by which Twitch brings events to an address of ours."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

import orjson
from pydantic import AwareDatetime, BaseModel, TypeAdapter, ValidationError

from bot.clock import Clock
from bot.sources.twitch.desk import Message
from bot.sources.twitch.helix import Helix, Wanted
from bot.web.messages import Answered, Asked

PATH = "/hooks/twitch"
PREFIX = "twitch-eventsub-message-"
OLDEST = timedelta(minutes=10)
_WORKS = ("enabled", "webhook_callback_verification_pending")
_MOMENT = TypeAdapter[AwareDatetime](AwareDatetime)

log = logging.getLogger(__name__)

Take = Callable[[Message], Awaitable[bool]]


class _Challenge(BaseModel):
    challenge: str


@dataclass(frozen=True, slots=True)
class Address:
    """Our public address for Twitch, and the secret that it signs with."""

    url: str
    secret: str

    @property
    def path(self) -> str:
        """Of the address, or PATH where it has none."""
        path = urlsplit(self.url).path
        return path if path.strip("/") else PATH

    @property
    def whole(self) -> str:
        """The address as Twitch is told it. It changes with the secret, so that what was asked for before is let go."""
        base = self.url if urlsplit(self.url).path.strip("/") else self.url.rstrip("/") + PATH
        return f"{base}?key={hashlib.sha256(self.secret.encode()).hexdigest()[:12]}"

    @property
    def transport(self) -> dict[str, str]:
        """For a subscription."""
        return {"method": "webhook", "callback": self.whole, "secret": self.secret}


class Receiver:
    """Reads what comes to the address. Who does not know the secret is refused."""

    def __init__(self, address: Address, clock: Clock) -> None:
        self._address = address
        self._clock = clock
        self._turn = asyncio.Lock()

    async def receive(self, asked: Asked, take: Take) -> Answered:
        """One request; it is answered once `take` has stored what it says, so that Twitch sends it again otherwise."""
        message = self._message(asked)
        if message is None:
            return Answered(403)
        if message.kind == "webhook_callback_verification":
            try:
                return Answered(body=_Challenge.model_validate_json(message.body).challenge.encode())
            except ValidationError:
                return Answered(400)
        async with self._turn:  # in the order they came
            understood = await take(message)
        return Answered(204 if understood else 400)

    def _message(self, asked: Asked) -> Message | None:
        id, time, kind, sign = (
            asked.headers.get(PREFIX + part, "") for part in ("id", "timestamp", "type", "signature")
        )
        proof = hmac.new(self._address.secret.encode(), (id + time).encode() + asked.body, hashlib.sha256)
        if asked.method != "POST" or not hmac.compare_digest(f"sha256={proof.hexdigest()}".encode(), sign.encode()):
            return None
        try:
            at = _MOMENT.validate_python(time)
        except ValidationError:
            return None
        if not id or abs(self._clock.now() - at) > OLDEST:
            return None
        return Message(id=id, kind=kind, at=at, body=asked.body)


async def subscribe(helix: Helix, wanted: Sequence[Wanted], address: Address) -> Sequence[Wanted]:
    """Let go of what is not wanted or does not work; returns what is still to be asked for."""
    missing = {(one.type, orjson.dumps(dict(one.condition), option=orjson.OPT_SORT_KEYS)): one for one in wanted}
    base = address.whole.partition("?")[0]
    for there in await helix.subscriptions():
        if there.transport.method != "webhook" or there.transport.callback.partition("?")[0] != base:
            continue
        key = (there.type, orjson.dumps(there.condition, option=orjson.OPT_SORT_KEYS))
        if there.status in _WORKS and there.transport.callback == address.whole and key in missing:
            del missing[key]
        else:
            await helix.unsubscribe(there.id)
    return list(missing.values())
