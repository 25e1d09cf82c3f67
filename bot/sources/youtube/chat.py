"""The live chat of one stream on YouTube, asked for again and again while it is on."""

from datetime import datetime

from bot.model.ports import Memory, Sink
from bot.model.sources import Channel
from bot.sources.chat import ChatCount, Line
from bot.sources.youtube.api import ChatItem, PageGoneError, YouTube

_SPOKEN = frozenset({"textMessageEvent", "superChatEvent", "superStickerEvent", "memberMilestoneChatEvent"})
_OVER = "chatEndedEvent"


class LiveChat:
    """Remembers how far it has read, so that a restart counts nothing twice."""

    def __init__(self, channel: Channel, video: str, chat_id: str, memory: Memory, count: ChatCount) -> None:
        self.channel = channel
        self.video = video
        self.id = chat_id
        self.is_over = False
        self._memory = memory
        self._count = count
        self._page = ""
        self._read: datetime | None = None
        self._resumed: datetime | None = None  # what is older was counted by the last run

    async def begin(self) -> None:
        """Go on where the last run stopped."""
        kept = await self._memory.recall(f"chat {self.video}")
        self._read = self._resumed = datetime.fromisoformat(kept) if kept else None

    async def ask(self, youtube: YouTube, sink: Sink) -> float:
        """Count what is new; returns after how many seconds YouTube wants to be asked again. Raises NoChatError."""
        try:
            page = await youtube.chat(self.id, self._page)
        except PageGoneError:
            self._resumed = self._read
            page = await youtube.chat(self.id, "")
        before = self._read
        for item in page.items:
            await self._take(item, sink)
        self._resumed = None
        self._page = page.next_page_token
        self.is_over = self.is_over or page.offline_at is not None
        if self._read is not None and self._read != before:
            await self._memory.keep(f"chat {self.video}", self._read.isoformat())
        return page.polling_interval_millis / 1000

    async def forget(self) -> None:
        """The stream is over."""
        await self._memory.drop(f"chat {self.video}")

    async def _take(self, item: ChatItem, sink: Sink) -> None:
        said, who = item.snippet, item.author_details
        self.is_over = self.is_over or said.type == _OVER
        if said.type not in _SPOKEN or not who.channel_id:
            return
        if self._resumed is not None and said.published_at <= self._resumed:
            return
        self._read = said.published_at if self._read is None else max(self._read, said.published_at)
        line = Line(item.id, who.channel_id, who.display_name, said.display_message, said.published_at)
        await self._count.said(self.channel, line, sink)
