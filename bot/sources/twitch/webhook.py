"""Requests by which Twitch brings events to an address of ours."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import msgspec
from pydantic import AwareDatetime, BaseModel, TypeAdapter, ValidationError

from bot.clock import Clock
from bot.sources.twitch.desk import Message
from bot.sources.twitch.helix import Helix, Wanted
from bot.web.address import Address
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


def callback(address: Address) -> str:
    """The address as Twitch is told it. It changes with the secret, so that what was asked for before is let go."""
    return f"{address.whole}?key={hashlib.sha256(address.secret.encode()).hexdigest()[:12]}"


def transport(address: Address) -> dict[str, str]:
    """For a subscription; Twitch signs with the secret."""
    return {"method": "webhook", "callback": callback(address), "secret": address.secret}


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
    missing = {(one.type, msgspec.json.encode(dict(one.condition), order="sorted")): one for one in wanted}
    ours = callback(address)
    for there in await helix.subscriptions():
        if there.transport.method != "webhook" or there.transport.callback.partition("?")[0] != address.whole:
            continue
        key = (there.type, msgspec.json.encode(there.condition, order="sorted"))
        if there.status in _WORKS and there.transport.callback == ours and key in missing:
            del missing[key]
        else:
            await helix.unsubscribe(there.id)
    return list(missing.values())
