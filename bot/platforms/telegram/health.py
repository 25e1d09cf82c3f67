"""What stops the bot from doing its work in a group, with the cure."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from telegram import Bot, ChatMember
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.model.results import Problem
from bot.model.rights import Right

_INVITES = ("can_invite_users", "telegram-problem-no-invites")
_REMOVING = ("can_restrict_members", "telegram-problem-no-removing")
RIGHTS: Mapping[Right, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        Right.MANAGE_ROLES: (("can_manage_tags", "telegram-problem-no-tags"),),
        Right.CREATE_INVITES: (_INVITES,),
        Right.SEE_INVITES: (),  # every administrator is told who came by which link
        Right.MANAGE_CHANNELS: (_INVITES, _REMOVING),
        Right.MANAGE_THREADS: (("can_manage_topics", "telegram-problem-no-topics"),),
        Right.MANAGE_MESSAGES: (("can_delete_messages", "telegram-problem-no-deleting"),),
        Right.MANAGE_EVENTS: (("can_manage_video_chats", "telegram-problem-no-video-chats"),),
        Right.MODERATE_MEMBERS: (_REMOVING,),
    }
)
"""What comes closest to each on Telegram: its names in https://core.telegram.org/bots/api#chatmemberadministrator,
and what is said where the bot has it not."""


async def own_membership(bot: Bot, chat_id: int) -> ChatMember | Problem:
    """The bot's own place in a chat; why it has none, as a key of `locales/*/telegram.ftl`."""
    try:
        await bot.initialize()
        own = await bot.get_chat_member(chat_id, bot.id)
    except (BadRequest, Forbidden):
        return Problem("telegram-problem-not-in-chat")
    except InvalidToken:
        return Problem("telegram-problem-token")
    except TelegramError:
        return Problem("telegram-problem-no-answer")
    if own.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
        return Problem("telegram-problem-not-in-chat")
    return own


async def problems(bot: Bot, chat_id: int, needs: Collection[Right] = ()) -> tuple[Problem, ...]:
    """What is wrong in a chat; `needs` are the rights that plugins ask for there."""
    own = await own_membership(bot, chat_id)
    if isinstance(own, Problem):
        return (own,)
    lacking = tuple(_lacking(own, needs))
    if own.status != ChatMemberStatus.ADMINISTRATOR:
        # Only administrators are told who joins, leaves and reacts, and see all messages whatever the privacy mode.
        return (Problem("telegram-problem-not-administrator"), *lacking)
    return lacking


def _lacking(own: ChatMember, needs: Collection[Right]) -> Iterator[Problem]:
    """Each right once, in an order that stays the same; nobody but an administrator has any."""
    asked = dict.fromkeys(one for right in Right if right in needs for one in RIGHTS[right])
    for name, key in asked:
        if not getattr(own, name, False):
            yield Problem(key)
