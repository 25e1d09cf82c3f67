"""What stops the bot from doing its work in a group, with the cure."""

from telegram import Bot, ChatMember
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.model.results import Problem


async def own_membership(bot: Bot, chat_id: int) -> ChatMember | Problem:
    """The bot's own place in a chat; why it has none, as a key of `locales/*/telegram.ftl`."""
    try:
        await bot.initialize()
        own = await bot.get_chat_member(chat_id, bot.id)
    except (BadRequest, Forbidden):
        return Problem("telegram-problem-not-in-chat")
    except TelegramError:
        return Problem("telegram-problem-no-answer")
    if own.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
        return Problem("telegram-problem-not-in-chat")
    return own


async def problems(bot: Bot, chat_id: int) -> tuple[Problem, ...]:
    """What is wrong in a chat."""
    own = await own_membership(bot, chat_id)
    if isinstance(own, Problem):
        return (own,)
    if own.status != ChatMemberStatus.ADMINISTRATOR:
        # Only administrators are told who joins, leaves and reacts, and see all messages whatever the privacy mode.
        return (Problem("telegram-problem-not-administrator"),)
    return ()
