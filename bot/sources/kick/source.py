"""Kick as a source of streams."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from pydantic import AwareDatetime, BaseModel, TypeAdapter, ValidationError

from bot.clock import Clock
from bot.errors import Said
from bot.model.ports import Memory, Sink
from bot.model.sources import Channel, LiveNow, Notices
from bot.sources.asking import Service
from bot.sources.chat import ChatCount, Line
from bot.sources.keeping import AwayError
from bot.sources.kick.api import CHAT, EVENTS, KICK, STATUS, Addresses, Kick
from bot.sources.kick.signature import Signatures
from bot.sources.watching import LiveWatch
from bot.surroundings import Surroundings
from bot.web.messages import Answered, Asked
from bot.web.server import WebServer

NAME = "kick"
PATH = "/hooks/kick"
PREFIX = "kick-event-"
OLDEST = timedelta(minutes=10)
LOOK_SECONDS = 300.0
_MOMENT = TypeAdapter[AwareDatetime](AwareDatetime)

log = logging.getLogger(__name__)


class _Person(BaseModel):
    user_id: int
    username: str = ""
    is_anonymous: bool = False


class _Status(BaseModel):
    broadcaster: _Person
    is_live: bool
    title: str = ""
    started_at: AwareDatetime
    ended_at: AwareDatetime | None = None


class _Message(BaseModel):
    message_id: str
    broadcaster: _Person
    sender: _Person
    content: str = ""
    created_at: AwareDatetime


class _Watched(Struct, frozen=True):
    """The channels by Kick's own ids, and who is told."""

    channels: Mapping[str, Channel]
    sink: Sink


class KickSource:
    """Hears of streams and chat at an address of ours, and looks now and then whether something was missed."""

    name = NAME

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        clock: Clock,
        memory: Memory,
        web: WebServer,
        addresses: Addresses = KICK,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._service = Service("Kick")
        self._kick = Kick(self._service, addresses, client_id, client_secret)
        self._signatures = Signatures(self._kick.key, clock)
        self._watch = LiveWatch(NAME, memory, clock)
        self._chat = ChatCount(NAME, clock)
        self._clock = clock
        self._web = web
        self._look_seconds = look_seconds
        self._turn = asyncio.Lock()

    async def run(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._signatures.prepare()
        watched = _Watched(await self._ids(channels, notices), sink)

        async def receive(asked: Asked) -> Answered:
            async with self._turn:  # in the order they came
                return await self._receive(asked, watched)

        async with self._web.open(PATH, receive):
            while True:
                await self._subscribe(watched, notices)
                await self._look(watched)
                await asyncio.sleep(self._look_seconds)

    async def current(self, channel: Channel) -> LiveNow | None:
        """See `bot.model.sources.StreamSource`."""
        return next((place.live for place in await self._kick.places([channel.name])), None)

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._watch.leave(channel, sink)

    async def close(self) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._service.close()

    async def _ids(self, channels: Sequence[Channel], notices: Notices) -> Mapping[str, Channel]:
        places = await self._kick.places([channel.name for channel in channels])
        ids = {place.slug.lower(): place.id for place in places}
        for channel in channels:
            missing = Said("refusal-source-no-channel", name=channel.name, source="Kick")
            notices.tell(f"channel {channel.name}", None if channel.name in ids else missing)
        return {ids[channel.name]: channel for channel in channels if channel.name in ids}

    async def _subscribe(self, watched: _Watched, notices: Notices) -> None:
        """Kick lets go of a subscription whose requests failed for a day, so this is looked at again and again."""
        there: set[tuple[str, str]] = set()
        for one in await self._kick.subscriptions():
            if str(one.broadcaster_user_id) in watched.channels:
                there.add((str(one.broadcaster_user_id), one.event))
            else:
                await self._kick.unsubscribe(one.id)
        for id, channel in watched.channels.items():
            missing = [event for event in EVENTS if (id, event) not in there]
            failed = await self._kick.subscribe(id, missing) if missing else []
            words = Said("refusal-kick-events", name=channel.name, events=", ".join(failed))
            notices.tell(f"events {channel.name}", words if failed else None)

    async def _look(self, watched: _Watched) -> None:
        channels = list(watched.channels.values())
        places = await self._kick.places([channel.name for channel in channels]) if channels else []
        found = {place.slug.lower(): live for place in places if (live := place.live) is not None}
        await self._watch.look(channels, found, watched.sink)

    async def _receive(self, asked: Asked, watched: _Watched) -> Answered:
        """One request; it is stored before it is answered, so that Kick sends it again otherwise."""
        id, time, kind, sign = (
            asked.headers.get(PREFIX + part, "") for part in ("message-id", "message-timestamp", "type", "signature")
        )
        try:
            at = _MOMENT.validate_python(time)
            if asked.method != "POST" or not id or abs(self._clock.now() - at) > OLDEST:
                return Answered(403)
            if not await self._signatures.hold(id, time, asked.body, sign):
                return Answered(403)
        except ValidationError:
            return Answered(403)
        except AwayError as error:  # its key cannot be had now
            log.warning("%s", error)
            return Answered(503)
        try:
            await self._take(kind, id, asked.body, watched)
        except ValidationError:
            return Answered(400)
        return Answered(204)

    async def _take(self, kind: str, id: str, body: bytes, watched: _Watched) -> None:
        if kind == STATUS:
            await self._status(_Status.model_validate_json(body), id, watched)
        elif kind == CHAT:
            await self._said(_Message.model_validate_json(body), watched)

    async def _status(self, told: _Status, id: str, watched: _Watched) -> None:
        broadcaster = str(told.broadcaster.user_id)
        channel = watched.channels.get(broadcaster)
        if channel is None:
            return
        if told.is_live:
            live = LiveNow(broadcaster, told.title, told.started_at)
            await self._watch.began(channel, live, watched.sink, told.started_at, id)
        else:
            ended = told.ended_at or self._clock.now()
            if await self._watch.is_live(channel) is None:
                live = LiveNow(broadcaster, told.title, told.started_at)
                await self._watch.missed(channel, live, ended, watched.sink)
            else:
                await self._watch.over(channel, watched.sink, ended, broadcaster, id)

    async def _said(self, told: _Message, watched: _Watched) -> None:
        channel = watched.channels.get(str(told.broadcaster.user_id))
        if channel is None or told.sender.is_anonymous:
            return
        who = str(told.sender.user_id)
        line = Line(told.message_id, who, told.sender.username or who, told.content, told.created_at)
        await self._chat.said(channel, line, watched.sink)


def kick_source(around: Surroundings) -> KickSource:
    """Kick as it is configured."""
    config = around.config.kick
    assert config.client_id is not None and config.client_secret is not None
    secret = config.client_secret.get_secret_value()
    return KickSource(config.client_id, secret, clock=around.clock, memory=around.memory(NAME), web=around.web)
