"""Who runs a group, as Telegram tells it; asked once and remembered for a while."""

import asyncio
import logging
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from msgspec import Struct
from telegram import Bot, ChatMember
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.clock import Clock
from bot.model.identity import Role

KEEP = timedelta(minutes=10)
"""How long a list counts; a change that the bot is told of ends it at once."""
TRY_AGAIN = timedelta(seconds=30)
_PATIENCE = 5.0

log = logging.getLogger(__name__)


class _List(Struct, frozen=True):
    owner: int | None
    administrators: frozenset[int]
    ask_again: datetime


class Administrators:
    """The least role of each person in a group by Telegram's own rights."""

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._lists: dict[int, _List] = {}
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def floor(self, chat_id: int, user_id: int) -> Role:
        """OWNER for the group's creator, MODERATOR for its administrators, MEMBER for all others.

        When Telegram does not answer, what was known before counts; a role is never raised by a guess.
        """
        known = self._fresh(chat_id) or await self._in_turn(chat_id)
        if user_id == known.owner:
            return Role.OWNER
        return Role.MODERATOR if user_id in known.administrators else Role.MEMBER

    def forget(self, chat_id: int) -> None:
        """Somebody's rights in the group have changed."""
        self._lists.pop(chat_id, None)
        self._turns.pop(chat_id, None)  # what is being asked now may be of before the change

    def _fresh(self, chat_id: int) -> _List | None:
        known = self._lists.get(chat_id)
        return None if known is None or known.ask_again <= self._clock.now() else known

    async def _in_turn(self, chat_id: int) -> _List:
        """Of a crowd that acts at once only the first asks."""
        turn = self._turns.get(chat_id)
        if turn is None:
            turn = self._turns[chat_id] = asyncio.Lock()
        async with turn:
            known = self._fresh(chat_id)
            if known is None:
                known = self._lists[chat_id] = await self._ask(chat_id, self._lists.get(chat_id))
            return known

    async def _ask(self, chat_id: int, known: _List | None) -> _List:
        now = self._clock.now()
        try:
            members = await self._bot.get_chat_administrators(
                chat_id, read_timeout=_PATIENCE, connect_timeout=_PATIENCE, pool_timeout=_PATIENCE
            )
        except TelegramError as error:
            log.warning("the administrators of %s are not known: %s", chat_id, error)
            old = known or _List(None, frozenset(), now)
            return _List(old.owner, old.administrators, now + TRY_AGAIN)
        owner = next((member.user.id for member in members if member.status == ChatMemberStatus.OWNER), None)
        return _List(owner, frozenset(member.user.id for member in members), now + KEEP)


def floor_of(member: ChatMember) -> Role:
    """The least role of one member."""
    if member.status == ChatMemberStatus.OWNER:
        return Role.OWNER
    return Role.MODERATOR if member.status == ChatMemberStatus.ADMINISTRATOR else Role.MEMBER
