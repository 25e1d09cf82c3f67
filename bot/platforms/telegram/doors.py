"""Places that not everybody may enter: on Telegram a group of its own, which a moderator made and put the bot into."""

from collections.abc import Sequence

from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import InviteSpec
from bot.model.ports import Memory
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.telegram.health import problems
from bot.platforms.telegram.invites import InviteLinks
from bot.platforms.telegram.outcomes import outcome
from bot.platforms.telegram.pace import Urgency

_KINDS = (ChatType.SUPERGROUP, ChatType.CHANNEL)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class GroupDoors:
    """See the port `Doors`."""

    def __init__(self, bot: ExtBot[Urgency], invites: InviteLinks, memory: Memory, clock: Clock) -> None:
        self._bot = bot
        self._memory = memory
        self._invites = invites
        self._clock = clock

    async def open_thread(self, channel: ChannelRef, name: str, people: Sequence[AccountRef]) -> SendResult:
        """See the port: topics of a forum are open to everybody in it, and bots cannot make groups."""
        return SendResult(SendStatus.INVALID, reason="Telegram has no private threads")

    async def let_in(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port. Who asked is let in; for whoever did not, `reference` is an address by which one asks.

        Nobody can be put into a group. One address does for everybody: it opens nothing by itself, so that nobody
        comes in who only found it.
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
        return await self._address(space)

    async def see_out(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port. They may come back by another invite: to ban somebody is not the bot's to decide."""
        try:
            await self._bot.unban_chat_member(int(door.channel_id), int(account.user_id))
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
        return SendResult(SendStatus.SENT)

    async def check_door(self, door: ChannelRef) -> Sequence[Problem]:
        """See the port."""
        chat_id = int(door.channel_id)
        if found := await problems(self._bot, chat_id, (Right.MANAGE_CHANNELS,)):
            return found
        try:
            chat = await self._bot.get_chat(chat_id)
        except TelegramError:
            return (Problem("telegram-problem-no-answer"),)
        return () if chat.type in _KINDS else (Problem("telegram-problem-door-kind", (("door", chat.title or ""),)),)

    async def _address(self, space: SpaceRef) -> SendResult:
        """The address of the place by which one asks to come in; made once, and remembered."""
        known = await self._memory.recall(_name(space))
        if known is not None:
            return SendResult(SendStatus.SENT, reference=known)
        made = await self._invites.make_invite(space, InviteSpec("Afterglow", on_request=True))
        if made.status is SendStatus.SENT:
            await self._memory.keep(_name(space), made.reference)
        return made


def _name(space: SpaceRef) -> str:
    return f"door:{space.space_id}:address"
