"""Places that not everybody may enter: on Telegram a group of its own, which a moderator made and put the bot into."""

from collections.abc import Sequence
from datetime import timedelta

from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import InviteSpec
from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.invites import InviteLinks
from bot.platforms.telegram.outcomes import outcome
from bot.platforms.telegram.pace import Urgency

LINK_LASTS = timedelta(days=1)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class GroupDoors:
    """See the port `Doors`."""

    def __init__(self, bot: ExtBot[Urgency], invites: InviteLinks, clock: Clock) -> None:
        self._bot = bot
        self._invites = invites
        self._clock = clock

    async def open_thread(self, channel: ChannelRef, name: str, people: Sequence[AccountRef]) -> SendResult:
        """See the port: topics of a forum are open to everybody in it, and bots cannot make groups."""
        return SendResult(SendStatus.INVALID, reason="Telegram has no private threads")

    async def let_in(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port. Who asked is let in; for whoever did not, `reference` is an address that takes one person in.

        Nobody can be put into a group: they must follow the address themselves.
        """
        space = SpaceRef(door.platform, door.channel_id)
        asked = await self._invites.answer_request(space, account, welcome=True)
        if asked.status is not SendStatus.GONE:
            return asked
        try:
            member = await self._bot.get_chat_member(int(door.channel_id), int(account.user_id))
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
        if member.status not in _OUTSIDE:
            return SendResult(SendStatus.SENT)
        until = self._clock.now() + LINK_LASTS
        return await self._invites.make_invite(space, InviteSpec(f"for {account.user_id}", uses=1, until=until))

    async def see_out(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port. They may come back by another invite: to ban somebody is not the bot's to decide."""
        try:
            await self._bot.unban_chat_member(int(door.channel_id), int(account.user_id))
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
        return SendResult(SendStatus.SENT)
