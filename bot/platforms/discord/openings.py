"""New direct chats: the one thing that gets a well-meant bot locked out of Discord, so they are few and remembered."""

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import discord

from bot.model.ports import Memory
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.line import Line
from bot.platforms.discord.outcomes import AFTER_TOO_MANY_OPENINGS, EXPECTED, TOO_MANY_OPENINGS, outcome_of

log = logging.getLogger(__name__)

OPENED = "openings"  # under this name the memory knows when chats were opened within a day
SHUT = "openings-shut-until"
CHAT = "chat:"  # begins the names under which it knows each person's chat
KNOWN = 10_000  # chats that are known without a look into the memory

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


class Openings:
    """A budget for new direct chats, and the chats that there are. Whoever is written to again costs nothing."""

    def __init__(self, line: Line, memory: Memory, *, per_minute: int, per_day: int) -> None:
        self._memory = memory
        self._clock = line.clock
        self._limits = ((_MINUTE, per_minute), (_DAY, per_day))
        self._known: OrderedDict[str, str] = OrderedDict()
        self._turn = asyncio.Lock()

    async def chat_with(self, user_id: str) -> str | None:
        """The channel of the chat with somebody, or None where there was none yet."""
        chat = self._known.get(user_id) or await self._memory.recall(CHAT + user_id)
        if chat is not None:
            self._remember(user_id, chat)
        return chat

    async def open(self, client: discord.Client, user_id: str) -> str | SendResult:
        """Open a chat with somebody and return its channel; or why there can be none now."""
        again = await self.take()
        if again is not None:
            return SendResult(SendStatus.SPARED, retry_at=again, reason="no new direct chats for now")
        try:
            chat = str((await client.create_dm(discord.Object(int(user_id)))).id)
        except EXPECTED as error:
            if isinstance(error, discord.HTTPException) and error.code == TOO_MANY_OPENINGS:
                return SendResult(SendStatus.SPARED, retry_at=await self.shut(), reason=str(error))
            return outcome_of(error, self._clock.now(), reached=False)
        await self.met(user_id, chat)
        return chat

    async def take(self) -> datetime | None:
        """Take one opening from the budget: None where there was one left, else when there will be."""
        async with self._turn:
            now = self._clock.now()
            shut = await self._memory.recall(SHUT)
            if shut is not None and (until := datetime.fromisoformat(shut)) > now:
                return until
            opened = [at for at in await self._opened() if at > now - _DAY]
            waits = [at for limit in self._limits if (at := _free_at(opened, now, *limit)) is not None]
            if waits:
                return max(waits)
            await self._memory.keep(OPENED, json.dumps([at.timestamp() for at in (*opened, now)]))
            return None

    async def met(self, user_id: str, chat: str) -> None:
        """There is a chat with somebody: the bot opened it, or they did."""
        if self._known.get(user_id) != chat:
            await self._memory.keep(CHAT + user_id, chat)
            self._remember(user_id, chat)

    async def lost(self, user_id: str) -> None:
        """The chat that was known is there no more."""
        self._known.pop(user_id, None)
        await self._memory.drop(CHAT + user_id)

    async def shut(self) -> datetime:
        """Discord said that chats are opened too fast: none is for a day, also after a restart. Returns until when."""
        until = self._clock.now() + AFTER_TOO_MANY_OPENINGS
        log.warning("Discord lets the bot open no more direct chats; none is opened before %s", until.isoformat())
        await self._memory.keep(SHUT, until.isoformat())
        return until

    async def _opened(self) -> Sequence[datetime]:
        return [datetime.fromtimestamp(at, UTC) for at in json.loads(await self._memory.recall(OPENED) or "[]")]

    def _remember(self, user_id: str, chat: str) -> None:
        self._known[user_id] = chat
        self._known.move_to_end(user_id)
        while len(self._known) > KNOWN:
            self._known.popitem(last=False)


def _free_at(opened: Sequence[datetime], now: datetime, span: timedelta, most: int) -> datetime | None:
    """When one more may be opened; None: now."""
    within = [at for at in opened if at > now - span]
    if len(within) < most:
        return None
    return (within[-most] if most else now) + span
