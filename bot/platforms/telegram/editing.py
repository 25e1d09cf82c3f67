"""Messages of the bot's own replaced where they stand, with their pictures as far as Telegram allows it."""

import logging
from collections.abc import Sequence

from msgspec.structs import replace
from telegram import InputMediaPhoto, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.messages import Message
from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.keyboards import keyboard
from bot.platforms.telegram.look import as_html, length
from bot.platforms.telegram.outcomes import has_no_text, is_unchanged, outcome
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.parts import TEXT_LENGTH
from bot.platforms.telegram.pieces import Piece, ids_in, pieces

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
REFUSED = (SendStatus.FORBIDDEN, SendStatus.INVALID)


class Editor:
    """Edits messages. A text takes in a picture, but nothing takes a picture out of a message again.

    So what is to lose its picture, or to stand in one message instead of two, is taken away, and the answer is GONE:
    then it is posted anew. Telegram takes nothing away that is older than two days, unless the bot is an administrator;
    such a post stays above the new one.
    """

    def __init__(self, bot: ExtBot[Urgency], clock: Clock) -> None:
        self._bot = bot
        self._clock = clock

    async def edit(self, chat_id: int, standing: str, message: Message, *, person: bool) -> SendResult:
        """Replace what stands there; a message that looks like that already counts as done."""
        if length(message) > TEXT_LENGTH:
            return SendResult(SendStatus.INVALID, reason=f"a message holds {TEXT_LENGTH} characters")
        ids = ids_in(standing)
        pictures = tuple(file for file in message.files if file.is_picture)
        parts = pieces(replace(message, files=pictures[:1]))
        if len(parts) != len(ids):
            return await self._taken_away(chat_id, ids, person=person)
        for message_id, piece in zip(ids, parts, strict=True):
            result = await self._replace(chat_id, message_id, piece, person=person)
            if result is None or (result.status is SendStatus.GONE and len(ids) > 1):
                return await self._taken_away(chat_id, ids, person=person)
            if result.status is not SendStatus.SENT:
                return result
        return SendResult(SendStatus.SENT, standing)

    async def _replace(self, chat_id: int, message_id: int, piece: Piece, *, person: bool) -> SendResult | None:
        """What came of one message; None where it has to be posted anew."""
        try:
            await self._give_out(chat_id, message_id, piece)
        except TelegramError as error:
            if piece.file is None and has_no_text(error):
                return None
            if not is_unchanged(error):
                result = outcome(error, self._clock.now(), person=person)
                if piece.file is None or result.status not in REFUSED:
                    return result
                log.info("a picture was refused, the text goes alone: %s", result.reason)
                words = piece.in_words
                return None if words is None else await self._replace(chat_id, message_id, words, person=person)
        return SendResult(SendStatus.SENT, str(message_id))

    async def _give_out(self, chat_id: int, message_id: int, piece: Piece) -> None:
        """One request. Raises TelegramError."""
        text, buttons = as_html(piece.text), keyboard(piece.actions)
        if piece.file is None:
            await self._bot.edit_message_text(
                text,
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=buttons,
                rate_limit_args=Urgency.BULK,
            )
            return
        caption, name = text or None, piece.file.name
        photo = InputMediaPhoto(piece.file.content, caption=caption, parse_mode=ParseMode.HTML, filename=name)
        await self._bot.edit_message_media(
            photo, chat_id=chat_id, message_id=message_id, reply_markup=buttons, rate_limit_args=Urgency.BULK
        )

    async def _taken_away(self, chat_id: int, ids: Sequence[int], *, person: bool) -> SendResult:
        for message_id in ids:
            try:
                await self._bot.delete_message(chat_id, message_id)
            except TelegramError as error:
                result = outcome(error, self._clock.now(), person=person)
                if result.status is SendStatus.LATER:
                    return result
                log.info("a post that is replaced could not be taken away: %s", result.reason)
        return SendResult(SendStatus.GONE, reason="what stood there is to be posted anew")
