"""Administrators who write as the group: what they asked for is done once one of them says that it was they."""

from collections import OrderedDict
from datetime import timedelta

from msgspec import Struct, json
from msgspec.structs import replace
from telegram import CallbackQuery
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.identity import Role
from bot.model.incoming import CommandInvoked, RawUpdate
from bot.model.messages import Action, Message
from bot.model.ports import Memory
from bot.platforms.telegram.administrators import Administrators
from bot.platforms.telegram.origin import Origin, actor_of, pressed_origin
from bot.platforms.telegram.outgoing import Outgoing
from bot.platforms.telegram.pace import Urgency
from bot.platforms.telegram.presses import Presses
from bot.storage.types import to_json
from bot.text.languages import BASE
from bot.text.markup import plain
from bot.text.saying import Say

PRESS = "me:"
"""What the button's data starts with; no token of an action can, for it knows no colon."""
VALID = timedelta(hours=1)
_CHATS = 2000


class _Asked(Struct, frozen=True):
    """A command that waits for somebody to own up to it; `done_by` is the press that did."""

    command: CommandInvoked
    done_by: str = ""


class Anonymous:
    """Asks who it was, and turns the press into their command."""

    def __init__(
        self,
        bot: ExtBot[Urgency],
        outgoing: Outgoing,
        presses: Presses,
        administrators: Administrators,
        memory: Memory,
        clock: Clock,
        say: Say,
    ) -> None:
        self._bot = bot
        self._outgoing = outgoing
        self._presses = presses
        self._administrators = administrators
        self._memory = memory
        self._clock = clock
        self._say = say
        self._languages: OrderedDict[str, str] = OrderedDict()

    def heard(self, chat: str, language: str | None) -> None:
        """Somebody of the group speaks this language: nothing tells which one the nameless speak."""
        if language is not None:
            self._languages[chat] = language
            self._languages.move_to_end(chat)
            while len(self._languages) > _CHATS:
                self._languages.popitem(last=False)

    async def ask(self, command: CommandInvoked) -> None:
        """Show the button under the command."""
        origin = Origin.of(command.reply_to)
        chat = command.reply_to.channel
        await self._memory.keep(_name(chat, origin.message_id), to_json(_Asked(command)))
        language = self._languages.get(chat, BASE)
        label = plain(self._say("telegram-anonymous-button", language))
        button = Action(label, f"{PRESS}{origin.message_id}")
        message = Message(self._say("telegram-anonymous", language), ((button,),))
        await self._outgoing.post(int(chat), message, person=False, answers=origin.message_id)

    async def pressed(self, raw: RawUpdate, query: CallbackQuery) -> CommandInvoked | None:
        """The command, in the name of who pressed; None when they may not, or it is done already."""
        assert query.message is not None and query.data is not None
        chat = query.message.chat.id
        floor = await self._administrators.floor(chat, query.from_user.id)
        if floor < Role.MODERATOR:
            await self._refuse(query, "telegram-anonymous-not-you")
            return None
        name = _name(str(chat), int(query.data.removeprefix(PRESS)))
        kept = await self._memory.recall(name)
        asked = None if kept is None else json.decode(kept, type=_Asked)
        over = asked is None or raw.at - asked.command.at > VALID or asked.done_by not in ("", raw.event_id)
        if asked is None or over:
            await self._refuse(query, "telegram-form-over")
            return None
        await self._memory.keep(name, to_json(replace(asked, done_by=raw.event_id)))
        await self._tidy(chat, query.message.message_id)
        command_message = Origin.of(asked.command.reply_to).message_id
        assert command_message is not None
        return replace(
            asked.command,
            event_id=raw.event_id,
            at=raw.at,
            actor=actor_of(query.from_user, floor),
            reply_to=pressed_origin(query, command_message).reply_to(chat, private=False),
        )

    async def _refuse(self, query: CallbackQuery, key: str) -> None:
        text = plain(self._say(key, query.from_user.language_code or BASE))
        await self._presses.answer(query.id, text, alert=True)

    async def _tidy(self, chat: int, message_id: int) -> None:
        """The question is answered, and gone; where it cannot be taken away it stays."""
        try:
            await self._bot.delete_message(chat, message_id)
        except TelegramError:
            return


def _name(chat: str, message_id: int | None) -> str:
    return f"anonymous:{chat}:{message_id}"
