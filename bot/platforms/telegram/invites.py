"""Invite links of the bot's own: Telegram tells exactly who came, or asked to come, by which of them."""

from collections.abc import Sequence

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.identity import AccountRef, SpaceRef
from bot.model.native import InviteSpec, OwnInvite
from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.outcomes import outcome
from bot.platforms.telegram.pace import Urgency

NAME_LENGTH = 32
MOST_USES = 99_999
"""Both from https://core.telegram.org/bots/api#createchatinvitelink."""

_NOT_WAITING = ("hide_requester_missing", "user_already_participant")
_NO_LINK = ("invite_hash_expired", "invite_hash_invalid", "invite link not found")


class InviteLinks:
    """See the port `Invites`."""

    def __init__(self, bot: ExtBot[Urgency], clock: Clock) -> None:
        self._bot = bot
        self._clock = clock

    async def make_invite(self, space: SpaceRef, invite: InviteSpec) -> SendResult:
        """See the port. Telegram counts in `uses` who is inside at the same time: who leaves frees a place."""
        if len(invite.name) > NAME_LENGTH or (invite.uses is not None and not 1 <= invite.uses <= MOST_USES):
            return SendResult(SendStatus.INVALID, reason=f"{NAME_LENGTH} characters, 1 to {MOST_USES} uses")
        if invite.on_request and invite.uses is not None:
            return SendResult(SendStatus.INVALID, reason="a link by which one asks has no limit of uses")
        try:
            link = await self._bot.create_chat_invite_link(
                int(space.space_id),
                name=invite.name or None,
                expire_date=invite.until,
                member_limit=invite.uses,
                creates_join_request=invite.on_request or None,
            )
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
        return SendResult(SendStatus.SENT, reference=link.invite_link)

    async def revoke_invite(self, space: SpaceRef, address: str) -> SendResult:
        """See the port."""
        try:
            await self._bot.revoke_chat_invite_link(int(space.space_id), address)
        except TelegramError as error:
            return _gone(error, _NO_LINK) or outcome(error, self._clock.now(), person=False)
        return SendResult(SendStatus.SENT)

    async def own_invites(self, space: SpaceRef) -> Sequence[OwnInvite] | None:
        """See the port: Telegram lists no links."""
        return None

    async def answer_request(self, space: SpaceRef, account: AccountRef, *, welcome: bool) -> SendResult:
        """See the port."""
        answer = self._bot.approve_chat_join_request if welcome else self._bot.decline_chat_join_request
        try:
            await answer(int(space.space_id), int(account.user_id))
        except TelegramError as error:
            return _gone(error, _NOT_WAITING) or outcome(error, self._clock.now(), person=False)
        return SendResult(SendStatus.SENT)


def _gone(error: TelegramError, words: tuple[str, ...]) -> SendResult | None:
    if any(each in str(error).lower() for each in words):
        return SendResult(SendStatus.GONE, reason=str(error))
    return None
