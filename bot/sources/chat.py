"""Messages in the chats of sources: each is a sign of presence, and none is kept."""

from collections import OrderedDict
from datetime import datetime

from msgspec import Struct

from bot.clock import Clock
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import CodeTyped, Presence, PresenceKind
from bot.model.ports import Sink
from bot.model.sources import Channel
from bot.sources.codes import Tries, code_in
from bot.text.questions import is_question

REMEMBERED = 20_000


class Seen:
    """The newest ids of messages, so that one that comes twice is told."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()
        self._most = most

    def again(self, id: str) -> bool:
        """Whether this one came before; from now on it did."""
        if id in self._ids:
            return True
        self._ids[id] = None
        if len(self._ids) > self._most:
            self._ids.popitem(last=False)
        return False


class Line(Struct, frozen=True):
    """What somebody wrote in a chat. `id` is the source's own."""

    id: str
    user_id: str
    name: str
    text: str
    at: datetime


class ChatCount:
    """Counts who writes, and hands over the codes by which people claim their name."""

    def __init__(self, source: str, clock: Clock) -> None:
        self._source = source
        self._clock = clock
        self._seen = Seen()
        self._tries = Tries()

    async def said(self, channel: Channel, line: Line, sink: Sink) -> None:
        """Somebody wrote something. A code counts as one message like any other."""
        if self._seen.again(line.id):
            return
        now = self._clock.now()
        account, at = AccountRef(self._source, line.user_id), min(line.at, now)
        kind = PresenceKind.QUESTION if is_question(line.text) else PresenceKind.CHAT
        sink.note(Presence(channel.space, account, line.name, kind, at))
        code = code_in(line.text)
        if code is not None and self._tries.allow(account, now):
            actor = Actor(account, line.name)
            await sink.receive(
                CodeTyped(event_id=f"code:{line.id}", at=at, actor=actor, space=channel.space, code=code)
            )
