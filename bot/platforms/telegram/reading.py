"""Stored updates, read when they are handled: answers to forms move those on, all others become events."""

import asyncio
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from telegram import Bot, Update

from bot.errors import BotError
from bot.model.incoming import CommandInvoked, FormSubmitted, Incoming, LinkOpened, RawUpdate, UnkeptUpdate
from bot.model.messages import CommandSpec
from bot.model.ports import Memory
from bot.platforms.telegram.administrators import Administrators
from bot.platforms.telegram.anonymous import PRESS as ANONYMOUS
from bot.platforms.telegram.anonymous import Anonymous
from bot.platforms.telegram.doorway import Doorway
from bot.platforms.telegram.forms import Forms
from bot.platforms.telegram.incoming import Translator
from bot.platforms.telegram.polls import TelegramPolls
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.typed import CommandTable
from bot.platforms.telegram.video_chats import VideoChats
from bot.text.addressing import said_to

_NAME = "username"


class UnreadableUpdateError(BotError):
    """An update is not built as documented."""


class UpdateReader:
    """See the port `Reader`. It works before the bot is connected too: what a dead process left is read at once."""

    def __init__(
        self,
        bot: Bot,
        administrators: Administrators,
        forms: Forms,
        presses: Presses,
        polls: TelegramPolls,
        anonymous: Anonymous,
        doorway: Doorway,
        memory: Memory,
    ) -> None:
        self._bot = bot
        self._anonymous = anonymous
        self._doorway = doorway
        self._polls = polls
        self._video_chats = VideoChats(memory)
        self._administrators = administrators
        self._forms = forms
        self._presses = presses
        self._memory = memory
        self._commands = CommandTable(())
        self._begun = asyncio.Event()
        self.username = ""
        """The bot's own; "" before it is known."""

    def begin(self, commands: Sequence[CommandSpec]) -> None:
        """From now on these commands are known; what is to be understood waits until then."""
        self._commands = CommandTable(commands)
        self._begun.set()

    async def introduce(self) -> None:
        """The bot is known to Telegram by now: keep its name for a start at which Telegram does not answer."""
        self.username = self._bot.username
        if await self._memory.recall(_NAME) != self.username:
            await self._memory.keep(_NAME, self.username)

    def knows(self, text: str) -> bool:
        """Whether a text is one of the commands; whatever is known of them and of the bot's name by now."""
        typed = self._commands.read(text, self.username or "")
        return typed is not None and typed.known

    def is_called(self, text: str) -> bool:
        """Whether a text has the bot's name in it."""
        return bool(self.username) and said_to(text, f"@{self.username}") is not None

    async def understand(self, raw: RawUpdate) -> Incoming | None:
        """See the port."""
        await self._begun.wait()
        update = _parsed(raw)
        await self._polls.heard_from(update)
        if update.callback_query is not None:
            self._presses.expect(update.callback_query.id)  # a process that died may have left it without an answer
        unkept = isinstance(raw, UnkeptUpdate)
        answered = await self._forms.take(raw.event_id, update, raw.at, unkept=unkept)
        if answered is not None:
            return await self._submitted(answered.submitted) if answered.submitted is not None else None
        if (told := await self._told(raw, update)) is not None:
            return told
        query = update.callback_query
        if query is not None and query.message is not None and (query.data or "").startswith(ANONYMOUS):
            return await self._anonymous.pressed(raw, query)
        username = self.username or await self._memory.recall(_NAME) or ""
        event = await Translator(username, self._commands, self._administrators).event(raw.event_id, update, raw.at)
        return await self._seen_to(event)

    async def _seen_to(self, event: Incoming | None) -> Incoming | None:
        """What the edge itself has to do about an event, or knows of it besides."""
        if isinstance(event, CommandInvoked) and event.space is not None:
            if event.actor.account.user_id == event.space.space_id:
                await self._anonymous.ask(event)
                return None
            self._anonymous.heard(event.space.space_id, event.actor.language)
        if isinstance(event, LinkOpened):
            user_id = int(event.actor.account.user_id)
            if not event.payload:
                await self._forms.resume(user_id)
                return event
            return replace(event, space=await self._doorway.came_from(user_id, event.payload))
        return event

    async def _told(self, raw: RawUpdate, update: Update) -> Incoming | None:
        """What Telegram itself tells of a poll or a video chat."""
        posted = update.message or update.channel_post
        if posted is not None:
            return await self._video_chats.signal(raw.event_id, posted)
        return await self._polls.event(raw, update)

    async def _submitted(self, form: FormSubmitted) -> FormSubmitted:
        return await Translator("", self._commands, self._administrators).with_floor(form)


def _parsed(raw: RawUpdate) -> Update:
    try:
        return Update.de_json(msgspec.json.decode(raw.body), None)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UnreadableUpdateError(f"update {raw.event_id}: {type(error).__name__} {error}") from error
