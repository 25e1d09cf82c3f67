"""What becomes of Twitch's events, by whichever way they came in."""

import logging
from collections.abc import Sequence

from pydantic import AwareDatetime, BaseModel, ValidationError

from bot.clock import Clock
from bot.errors import Said
from bot.model.ports import Sink
from bot.model.sources import Channel, LiveNow, Notices
from bot.sources.asking import Reply
from bot.sources.chat import ChatCount, Line
from bot.sources.keeping import AwayError
from bot.sources.twitch.helix import CHAT, OFFLINE, ONLINE, Helix, Wanted
from bot.sources.watching import LiveWatch

NAME = "twitch"
ACCEPTED, THERE, TOO_MANY = 202, 409, 429

log = logging.getLogger(__name__)


class Message(BaseModel):
    """One message of EventSub: what sort it is, and what it is about."""

    id: str
    kind: str  # "notification", "revocation", ...
    at: AwareDatetime
    body: bytes


class _About(BaseModel):
    type: str = ""
    status: str = ""
    condition: dict[str, str] = {}


class _Online(BaseModel):
    id: str
    broadcaster_user_id: str
    type: str = "live"
    started_at: AwareDatetime


class _Offline(BaseModel):
    broadcaster_user_id: str
    id: str | None = None  # told since June 2026, and not to be relied on


class _Text(BaseModel):
    text: str = ""


class _Chat(BaseModel):
    broadcaster_user_id: str
    source_broadcaster_user_id: str | None = None
    chatter_user_id: str
    chatter_user_name: str = ""
    message_id: str
    message: _Text


class _Subject(BaseModel):
    subscription: _About


class _OnlineTold(_Subject):
    event: _Online


class _OfflineTold(_Subject):
    event: _Offline


class _ChatTold(_Subject):
    event: _Chat


class Desk:
    """Where events of the channels that are watched end up. Each is taken once, however often it comes."""

    def __init__(self, helix: Helix, watch: LiveWatch, clock: Clock) -> None:
        self._helix = helix
        self._watch = watch
        self._clock = clock
        self._chat = ChatCount(NAME, clock)
        self._channels: dict[str, Channel] = {}

    async def open(self, channels: Sequence[Channel], notices: Notices) -> Sequence[str]:
        """Find out whose channels these are; returns the ids. A name that nobody has is told."""
        users = await self._helix.users([channel.name for channel in channels])
        ids = {user.login: user.id for user in users}
        self._channels = {ids[channel.name]: channel for channel in channels if channel.name in ids}
        for channel in channels:
            missing = Said("refusal-source-no-channel", name=channel.name, source="Twitch")
            notices.tell(f"channel {channel.name}", None if channel.name in ids else missing)
        return list(self._channels)

    def wanted(self, ids: Sequence[str], reader: str) -> Sequence[Wanted]:
        """What there is to subscribe to; `reader` is the account that reads the chat."""
        found: list[Wanted] = []
        for id in ids:
            whose = ("broadcaster_user_id", id)
            found += [Wanted(ONLINE, (whose,)), Wanted(OFFLINE, (whose,))]
            found.append(Wanted(CHAT, (whose, ("user_id", reader or id))))
        return found

    def judge(self, wanted: Wanted, reply: Reply, notices: Notices) -> None:
        """Tell what a subscription that was refused means."""
        channel = self._channels[dict(wanted.condition)["broadcaster_user_id"]]
        topic = f"{wanted.type} {channel.name}"
        if reply.status in (ACCEPTED, THERE):
            notices.tell(topic, None)
        elif reply.status == TOO_MANY:
            notices.tell(topic, Said("refusal-twitch-full", name=channel.name))
        elif wanted.type == CHAT:
            notices.tell(topic, Said("refusal-twitch-chat", name=channel.name))
        else:
            notices.tell(topic, Said("refusal-twitch-events", name=channel.name, status=reply.status))

    async def look(self, sink: Sink) -> None:
        """Make up for what was missed."""
        live = await self._helix.live(list(self._channels)) if self._channels else {}
        found = {self._channels[id].name: one for id, one in live.items() if id in self._channels}
        await self._watch.look(list(self._channels.values()), found, sink)

    async def take(self, message: Message, sink: Sink, notices: Notices) -> bool:
        """Act on a message; False when it cannot be understood. Raises what the core raises, and may come again."""
        try:
            about = _Subject.model_validate_json(message.body).subscription
            if message.kind == "revocation":
                self._revoked(about, notices)
            elif message.kind == "notification":
                await self._told(about.type, message, sink)
        except ValidationError:
            log.warning("Twitch told something that cannot be understood")
            return False
        return True

    async def _told(self, type: str, message: Message, sink: Sink) -> None:
        if type == CHAT:
            await self._said(_ChatTold.model_validate_json(message.body).event, message, sink)
            return
        if type == ONLINE:
            await self._online(_OnlineTold.model_validate_json(message.body).event, message, sink)
        elif type == OFFLINE:
            gone = _OfflineTold.model_validate_json(message.body).event
            if (channel := self._channels.get(gone.broadcaster_user_id)) is not None:
                await self._watch.over(channel, sink, min(message.at, self._clock.now()), gone.id, message.id)

    async def _online(self, event: _Online, message: Message, sink: Sink) -> None:
        channel = self._channels.get(event.broadcaster_user_id)
        if channel is None or event.type != "live":  # a rerun, a watch party
            return
        try:
            title = await self._helix.title(event.broadcaster_user_id)
        except AwayError:
            title = ""  # a stream without a title is better than none
        live = LiveNow(event.id, title, event.started_at)
        await self._watch.began(channel, live, sink, message.at, message.id)

    async def _said(self, event: _Chat, message: Message, sink: Sink) -> None:
        channel = self._channels.get(event.broadcaster_user_id)
        # In a chat that several channels share, what was written elsewhere is told here as well.
        elsewhere = event.source_broadcaster_user_id not in (None, event.broadcaster_user_id)
        if channel is None or elsewhere:
            return
        name = event.chatter_user_name or event.chatter_user_id
        line = Line(event.message_id, event.chatter_user_id, name, event.message.text, message.at)
        await self._chat.said(channel, line, sink)

    def _revoked(self, about: _About, notices: Notices) -> None:
        channel = self._channels.get(about.condition.get("broadcaster_user_id", ""))
        if channel is not None:
            words = Said("refusal-twitch-revoked", name=channel.name, status=about.status)
            notices.tell(f"{about.type} {channel.name}", words)
