"""Badges are tags, which Telegram shows beside a member's name: free text, no rights come with it."""

import unicodedata
from collections.abc import Sequence

from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.identity import AccountRef, SpaceRef
from bot.model.native import NativeBadge
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.telegram.health import own_membership
from bot.platforms.telegram.outcomes import outcome
from bot.platforms.telegram.pace import Urgency

TAG_LENGTH = 16
"""https://core.telegram.org/bots/api#setchatmembertag; emoji are not allowed in it."""

_ABOVE = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_HAS_TITLE = Problem("core-native-administrator")
_EMOJI_JOINERS = "\u200d\ufe0f\u20e3"


class Tags:
    """See the port `Badges`."""

    def __init__(self, bot: ExtBot[Urgency], clock: Clock) -> None:
        self._bot = bot
        self._clock = clock

    @property
    def one_at_a_time(self) -> bool:
        """See the port."""
        return True

    async def badges(self, space: SpaceRef) -> Sequence[NativeBadge]:
        """See the port: any text that fits can be given."""
        return ()

    async def check_badge(self, space: SpaceRef, badge: str) -> Sequence[Problem]:
        """See the port."""
        problems = [Problem("telegram-problem-tag", (("limit", str(TAG_LENGTH)),))] if not fits(badge) else []
        own = await own_membership(self._bot, int(space.space_id))
        if isinstance(own, Problem):
            return [*problems, own]
        if not getattr(own, "can_manage_tags", False):
            problems.append(Problem("telegram-problem-no-tags"))
        return problems

    async def give_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """See the port. The owner and administrators have titles instead, which the bot leaves alone."""
        if not fits(badge):
            return SendResult(SendStatus.INVALID, reason=f"a tag has 1 to {TAG_LENGTH} characters and no emoji")
        return await self._set(space, account, badge)

    async def take_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """See the port. A tag that somebody chose meanwhile stays."""
        return await self._set(space, account, "", in_place_of=badge)

    async def _set(
        self, space: SpaceRef, account: AccountRef, tag: str, *, in_place_of: str | None = None
    ) -> SendResult:
        chat_id, user_id = int(space.space_id), int(account.user_id)
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
            if member.status in _ABOVE:
                return SendResult(SendStatus.FORBIDDEN, reason="administrators cannot have a tag", problem=_HAS_TITLE)
            if member.status in _AWAY:
                return SendResult(SendStatus.GONE, reason="the person is not in the group")
            worn = getattr(member, "tag", None) or ""
            if worn != tag and in_place_of in (None, worn):
                await self._bot.set_chat_member_tag(chat_id, user_id, tag)
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
        return SendResult(SendStatus.SENT)


def fits(tag: str) -> bool:
    """Whether Telegram takes it: emoji are signs of the kind "symbol, other" and what joins them."""
    emoji = any(unicodedata.category(sign) == "So" or sign in _EMOJI_JOINERS for sign in tag)
    return len(tag.strip()) >= 1 and len(tag) <= TAG_LENGTH and not emoji
