"""Video chats and live streams of groups and channels, which Telegram tells of in messages of its own."""

from datetime import datetime, timedelta

from telegram import Message

from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.ports import Memory
from bot.platforms.telegram.origin import PLATFORM

SOURCE = "telegram-video-chat"
_SAME = 120.0
"""Seconds that the start of one video chat may be off when it is reckoned back from its end."""


class VideoChats:
    """Turns those messages into signals. A video chat has no id: its stream is named by the message of its start."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def signal(self, event_id: str, message: Message) -> StreamSignal | None:
        """What a message says about a stream, or None."""
        chat, at = message.chat.id, message.date
        if (planned := message.video_chat_scheduled) is not None:
            when = planned.start_date
            return _signal(event_id, message, SignalKind.PLANNED, f"{chat}:planned", planned_for=when)
        if message.video_chat_started is not None:
            await self._memory.keep(_name(chat), f"{message.message_id}:{at.timestamp():.0f}")
            return _signal(event_id, message, SignalKind.STARTED, f"{chat}:{message.message_id}")
        if message.video_chat_ended is None:
            return None
        lasted = message.video_chat_ended.duration
        began = at - (lasted if isinstance(lasted, timedelta) else timedelta(seconds=lasted))
        start, _, heard_at = (await self._memory.recall(_name(chat)) or "").partition(":")
        if not heard_at or abs(float(heard_at) - began.timestamp()) > _SAME:
            start = f"until-{message.message_id}"  # it began while the bot was not here, and nobody told it afterwards
        return _signal(event_id, message, SignalKind.ENDED, f"{chat}:{start}", began_at=began)


def _name(chat: int) -> str:
    return f"video-chat:{chat}"


def _signal(
    event_id: str,
    message: Message,
    kind: SignalKind,
    reference: str,
    *,
    planned_for: datetime | None = None,
    began_at: datetime | None = None,
) -> StreamSignal:
    """Who started it matters to nobody: it may be the group itself, or a channel."""
    sender = message.sender_chat or message.from_user or message.chat
    return StreamSignal(
        event_id=event_id,
        at=message.date,
        actor=Actor(AccountRef(PLATFORM, str(sender.id)), ""),
        space=SpaceRef(PLATFORM, str(message.chat.id)),
        kind=kind,
        source=SOURCE,
        reference=reference,
        planned_for=planned_for,
        began_at=began_at,
    )
