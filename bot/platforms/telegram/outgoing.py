"""Messages on their way out: sent, edited, or given as an answer, privately where that is asked."""

import logging
from collections import OrderedDict

from telegram import Message as SentMessage
from telegram import ReplyParameters
from telegram.constants import ParseMode
from telegram.error import ChatMigrated, TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.incoming import ReplyTo
from bot.model.messages import Action, Message, is_unkept
from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.doorway import Doorway
from bot.platforms.telegram.editing import NO_PREVIEW, REFUSED, Editor
from bot.platforms.telegram.keyboards import keyboard
from bot.platforms.telegram.look import as_html
from bot.platforms.telegram.origin import Origin
from bot.platforms.telegram.outcomes import is_unchanged, outcome
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.parts import width
from bot.platforms.telegram.pieces import Piece, both, pieces
from bot.platforms.telegram.presses import NOTICE_LENGTH, Presses
from bot.text.markup import plain, shortened
from bot.text.saying import Say

log = logging.getLogger(__name__)

_REMEMBERED = 1000
_DOOR_SHUT = (SendStatus.UNREACHABLE, SendStatus.BLOCKED, SendStatus.GONE)


class Outgoing:
    """Says things through the bot. Telegram's refusals come back as results, never as errors."""

    def __init__(self, bot: ExtBot[Urgency], presses: Presses, doorway: Doorway, clock: Clock, say: Say) -> None:
        self._bot = bot
        self._editor = Editor(bot, clock)
        self._doorway = doorway
        self._moved: dict[int, int] = {}
        self._shown_in: OrderedDict[tuple[str, str], None] = OrderedDict()
        """By chat: updates whose sender was shown the way in, and messages under which it was."""
        self._presses = presses
        self._clock = clock
        self._say = say

    async def post(
        self,
        chat_id: int,
        message: Message,
        *,
        person: bool,
        answers: int | None = None,
        urgency: Urgency = Urgency.REPLY,
    ) -> SendResult:
        """Send `message` to a chat: a `person`'s private one or not; `answers` is the message it replies to.

        A long text goes out in parts, the buttons under the last one, whose id the result carries. When only the first
        parts got through, the outcome is UNKNOWN: to send it all again would repeat them. A picture that is refused, as
        where a group takes none, is left out: the text says the same. Where a text stands below its picture in a
        message of its own, the result carries both ids.
        """
        parts = pieces(message)
        result, reached, above = SendResult(SendStatus.INVALID, reason="the text is empty"), False, ""
        for number, piece in enumerate(parts, start=1):
            beginning = None if reached else answers
            result = await self._post_piece(chat_id, piece, person=person, answers=beginning, urgency=urgency)
            if piece.can_be_spared and not piece.text and result.status in REFUSED:
                continue
            urgency = Urgency.REST
            if result.status is not SendStatus.SENT:
                reason = f"part {number} of {len(parts)}: {result.reason}"
                return SendResult(SendStatus.UNKNOWN, reason=reason) if reached else result
            reached = True
            if piece.can_be_spared and not piece.text:
                above = result.message_id or ""
        return both(above, result) if above else result

    async def edit(self, chat_id: int, standing: str, message: Message, *, person: bool) -> SendResult:
        """Replace what `post` said stands there; see `Editor`."""
        return await self._editor.edit(chat_id, standing, message, person=person)

    async def rearrange(self, chat_id: int, message_id: int, message: Message) -> SendResult:
        """Give a private message the buttons of `message`, and leave its text."""
        try:
            await self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard(message.actions))
        except TelegramError as error:
            if not is_unchanged(error):
                return outcome(error, self._clock.now(), person=True)
        return SendResult(SendStatus.SENT, str(message_id))

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """Answer an update where it came from, or in the private chat.

        In a group there is no message that only one person sees. When the private chat is shut, a press opens it,
        and START in it brings the answer; who did not go in lately gets a short answer as a notice. A command gets a
        public hint that offers to open it. UNREACHABLE where nobody has the answer yet.

        What START brings is stored, and so is what it meant: a press under an unkept token has its answer as a notice,
        which where the chat is shut is cut to what fits.
        """
        origin = Origin.of(to)
        if private and not to.private:
            return await self._privately(to, origin, message, as_notice=not message.actions)
        answers = None if to.private else origin.message_id
        result = await self.post(int(to.channel), message, person=to.private, answers=answers)
        await self._settle(origin)
        return result

    async def ask(self, to: ReplyTo, message: Message) -> SendResult:
        """Ask something in the private chat that is answered there."""
        if to.private:
            return await self.respond(to, message, private=True)
        return await self._privately(to, Origin.of(to), message, as_notice=False, asks=True)

    async def _post_piece(
        self, chat_id: int, piece: Piece, *, person: bool, answers: int | None, urgency: Urgency
    ) -> SendResult:
        result = await self._post_one(chat_id, piece, person=person, answers=answers, urgency=urgency)
        if result.status in REFUSED and piece.can_be_spared and (words := piece.in_words) is not None:
            log.info("a picture was refused, the text goes alone: %s", result.reason)
            return await self._post_one(chat_id, words, person=person, answers=answers, urgency=urgency)
        return result

    async def _post_one(
        self, chat_id: int, piece: Piece, *, person: bool, answers: int | None, urgency: Urgency
    ) -> SendResult:
        chat_id = self._moved.get(chat_id, chat_id)
        try:
            sent = await self._give_out(chat_id, piece, answers, urgency)
        except ChatMigrated as error:
            self._moved[chat_id] = error.new_chat_id
            return await self._post_one(error.new_chat_id, piece, person=person, answers=None, urgency=urgency)
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=person)
        return SendResult(SendStatus.SENT, str(sent.message_id))

    async def _give_out(self, chat_id: int, piece: Piece, answers: int | None, urgency: Urgency) -> SentMessage:
        """One request. Raises TelegramError."""
        reply = None if answers is None else ReplyParameters(answers, allow_sending_without_reply=True)
        text, buttons = as_html(piece.text), keyboard(piece.actions)
        if piece.file is None:
            return await self._bot.send_message(
                chat_id,
                text,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_parameters=reply,
                reply_markup=buttons,
                rate_limit_args=urgency,
            )
        send = self._bot.send_photo if piece.file.is_picture else self._bot.send_document
        return await send(
            chat_id,
            piece.file.content,
            filename=piece.file.name,
            caption=text or None,
            parse_mode=ParseMode.HTML,
            reply_parameters=reply,
            reply_markup=buttons,
            rate_limit_args=urgency,
        )

    async def _privately(
        self, to: ReplyTo, origin: Origin, message: Message, *, as_notice: bool, asks: bool = False
    ) -> SendResult:
        if origin.user_id is None:
            return SendResult(SendStatus.UNREACHABLE, reason="nobody knows who asked")
        notice, is_secret = plain(message.text) if as_notice else "", is_unkept(origin.pressed)
        if is_secret and not message.files and await self._noticed(origin, notice):
            return SendResult(SendStatus.SENT)
        result = await self.post(origin.user_id, message, person=True)
        if result.status is SendStatus.LATER and await self._noticed(origin, notice):
            return SendResult(SendStatus.SENT)
        if result.status not in _DOOR_SHUT:
            await self._settle(origin, "telegram-answered-privately" if result.status is SendStatus.SENT else None)
            return result
        if is_secret:
            return await self._past_the_door(to, origin, None if asks else message)
        return await self._at_the_door(to, origin, notice)

    async def _at_the_door(self, to: ReplyTo, origin: Origin, notice: str) -> SendResult:
        """Show the way into the private chat, or give the answer as a notice to who did not take it lately."""
        if (to.channel, to.token) in self._shown_in:  # by an earlier answer to the same update
            return SendResult(SendStatus.UNREACHABLE, reason="the way into the private chat was shown")
        spared = notice and origin.user_id is not None and await self._doorway.was_led(origin.user_id)
        if not (spared and _fits(notice)) and await self._led_in(to, origin):
            self._was_shown_in(to.channel, to.token)
            return SendResult(SendStatus.UNREACHABLE, reason="the answer waits behind the private chat's START")
        if await self._noticed(origin, notice):
            return SendResult(SendStatus.SENT)
        return await self._hint(to, origin, "telegram-open-private")

    async def _past_the_door(self, to: ReplyTo, origin: Origin, message: Message | None) -> SendResult:
        """Answer a press that no door may remember, with as much as a notice shows; a question (None) has to wait."""
        if message is not None and await self._noticed(origin, _cut(plain(message.text))):
            return SendResult(SendStatus.SENT)
        closed = plain(self._say("telegram-open-private", origin.language))
        if message is None and await self._noticed(origin, closed):
            return SendResult(SendStatus.UNREACHABLE, reason="the private chat with the bot is not open")
        return await self._hint(to, origin, "telegram-open-private")

    async def _noticed(self, origin: Origin, text: str) -> bool:
        """Whether a press could be answered by a notice with the whole answer."""
        if origin.callback_id is None or not _fits(text):
            return False
        return await self._presses.answer(origin.callback_id, text, alert=True)

    async def _led_in(self, to: ReplyTo, origin: Origin) -> bool:
        """Whether a press could be answered by opening the private chat, where START gives the same token once more."""
        if origin.callback_id is None or origin.user_id is None or not origin.pressed:
            return False
        door = await self._doorway.lead(origin.user_id, int(to.channel), origin.pressed)
        return door is not None and await self._presses.answer(origin.callback_id, url=door)

    async def _hint(self, to: ReplyTo, origin: Origin, key: str) -> SendResult:
        """Say in public, without a word of the answer, how to get it; of all who pressed under a message, once."""
        asked = to.token if origin.callback_id is None else f"under:{origin.message_id}"
        if (to.channel, asked) not in self._shown_in:
            label = plain(self._say("telegram-open-private-button", origin.language))
            door = await self._doorway.address("hello")
            actions = ((Action(label, url=door),),) if door and origin.user_id is not None else ()
            hint = Message(self._say(key, origin.language), actions)
            await self.post(int(to.channel), hint, person=False, answers=origin.message_id)
        self._was_shown_in(to.channel, asked)
        self._was_shown_in(to.channel, to.token)
        await self._settle(origin)
        return SendResult(SendStatus.UNREACHABLE, reason="the private chat with the bot is not open")

    def _was_shown_in(self, channel: str, what: str) -> None:
        """One update may have several answers; the way in is shown once."""
        self._shown_in[channel, what] = None
        while len(self._shown_in) > _REMEMBERED:
            self._shown_in.popitem(last=False)

    async def _settle(self, origin: Origin, key: str | None = None) -> None:
        """Answer the press, if it was one."""
        if origin.callback_id is not None:
            notice = plain(self._say(key, origin.language)) if key else ""
            await self._presses.answer(origin.callback_id, notice)


def _cut(text: str) -> str:
    length = NOTICE_LENGTH
    while width(cut := shortened(text, length)) > NOTICE_LENGTH:
        length -= 1
    return cut


def _fits(notice: str) -> bool:
    return 0 < width(notice) <= NOTICE_LENGTH
