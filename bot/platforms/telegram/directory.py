"""Who and what there is in a group, and the addresses that open the private chat."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import Place, Standing
from bot.model.results import Problem
from bot.platforms.telegram.administrators import floor_of
from bot.platforms.telegram.health import own_membership
from bot.platforms.telegram.memberships import is_inside
from bot.platforms.telegram.origin import PLATFORM
from bot.platforms.telegram.pace import Urgency

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""https://core.telegram.org/bots/features#deep-linking"""


class TelegramDirectory:
    """See the port `Directory`."""

    def __init__(self, bot: ExtBot[Urgency], username: Callable[[], str]) -> None:
        self._bot = bot
        self._username = username

    async def places(self, space: SpaceRef) -> Sequence[Place]:
        """See the port: the group or channel itself, the only place there is in it."""
        try:
            chat = await self._bot.get_chat(int(space.space_id))
        except TelegramError:
            return ()
        own = await own_membership(self._bot, int(space.space_id))
        problem = own if isinstance(own, Problem) else None
        everybody = chat.permissions is None or chat.permissions.can_send_messages
        may = getattr(own, "can_post_messages", None) if chat.type == "channel" else None
        if problem is None and (may is False or not (everybody or own_writes(own))):
            problem = Problem("telegram-problem-silenced")
        channel = ChannelRef(PLATFORM, space.space_id, space.space_id)
        return (Place(channel, chat.effective_name or "", problem=problem),)

    async def standing(self, space: SpaceRef, account: AccountRef) -> Standing | None:
        """See the port."""
        try:
            member = await self._bot.get_chat_member(int(space.space_id), int(account.user_id))
        except BadRequest as error:
            return Standing("", here=False) if "not found" in str(error).lower() else None
        except TelegramError:
            return None
        return Standing(member.user.full_name, is_inside(member), floor_of(member))

    def made_at(self, account: AccountRef) -> datetime | None:
        """See the port: Telegram's numbers say nothing."""
        return None

    def link(self, payload: str) -> str | None:
        """See the port."""
        username = self._username()
        if not username or not _PAYLOAD.fullmatch(payload):
            return None
        return f"https://t.me/{username}?start={payload}"


def own_writes(own: object) -> bool:
    """Whether the bot may write where members may not: an administrator may."""
    return getattr(own, "status", "") == "administrator"
