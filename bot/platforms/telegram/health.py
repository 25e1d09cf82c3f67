"""What stops the bot from doing its work in a group, with the cure."""

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.model.results import Problem


async def problems(bot: Bot, chat_id: int) -> tuple[Problem, ...]:
    """Asks Telegram for the bot's own place in the chat; the problems are keys of `locales/*/telegram.ftl`."""
    try:
        await bot.initialize()
        own = await bot.get_chat_member(chat_id, bot.id)
    except (BadRequest, Forbidden):
        return (Problem("telegram-problem-not-in-chat"),)
    except TelegramError:
        return (Problem("telegram-problem-no-answer"),)
    if own.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
        return (Problem("telegram-problem-not-in-chat"),)
    if own.status != ChatMemberStatus.ADMINISTRATOR:
        # Only administrators are told who joins, leaves and reacts, and see all messages whatever the privacy mode.
        return (Problem("telegram-problem-not-administrator"),)
    return ()
