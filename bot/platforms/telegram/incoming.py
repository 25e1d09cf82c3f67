"""Updates on their way in: each becomes the event of `bot.model.incoming` that it means, or nothing."""

from datetime import datetime

from msgspec.structs import replace
from telegram import CallbackQuery, Message, Update, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatType

from bot.model.identity import AccountRef, Actor, Role, SpaceRef
from bot.model.incoming import (
    ActionPressed,
    Addressed,
    CommandInvoked,
    FormSubmitted,
    Incoming,
    LinkOpened,
    SpaceMoved,
)
from bot.platforms.telegram.administrators import Administrators
from bot.platforms.telegram.memberships import membership_event
from bot.platforms.telegram.origin import GROUPS, PLATFORM, actor_of, origin_of, pressed_origin, space_of
from bot.platforms.telegram.typed import CommandTable
from bot.text.addressing import in_words, said_to

ALLOWED_UPDATES = (
    "message",
    "channel_post",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
)
"""Always asked for by name: left out, the server keeps to what the last start asked for, and its default lacks some."""


class Translator:
    """Turns Telegram's updates into events."""

    def __init__(self, username: str, commands: CommandTable, administrators: Administrators) -> None:
        self._username = username
        self._commands = commands
        self._administrators = administrators

    async def event(self, event_id: str, update: Update, at: datetime) -> Incoming | None:
        """What `update`, which came in `at`, means; None when it means nothing here.

        Asks Telegram who runs the group, when it must.
        """
        if update.message is not None:
            return await self._message(event_id, update.message)
        if update.callback_query is not None:
            return await self._press(event_id, update.callback_query, at)
        return membership_event(event_id, update, self._administrators)

    async def with_floor(self, form: FormSubmitted) -> FormSubmitted:
        """`form`, answered in the private chat, with what its sender may do in the group where they asked for it."""
        if form.space is None:
            return form
        floor = await self._administrators.floor(int(form.space.space_id), int(form.actor.account.user_id))
        return replace(form, actor=replace(form.actor, floor=floor))

    async def _message(self, event_id: str, message: Message) -> Incoming | None:
        if message.migrate_to_chat_id is not None or message.migrate_from_chat_id is not None:
            old = message.migrate_from_chat_id or message.chat.id  # it is said in both, once each
            return moved(event_id, message.date, old, message.migrate_to_chat_id or message.chat.id)
        typed = self._commands.read(message.text or "", self._username)
        private = message.chat.type == ChatType.PRIVATE
        if not (private or message.chat.type in GROUPS):
            return None
        if typed is None:
            return await self._words(event_id, message, private=private)
        if not (private or typed.known or typed.addressed):
            return None  # in a group it may be meant for another bot
        actor = await self._author(message)
        if actor is None:
            return None
        reply_to = origin_of(message).reply_to(message.chat.id, private=private)
        if private and typed.name == "start":
            return LinkOpened(event_id=event_id, at=message.date, actor=actor, payload=typed.words, reply_to=reply_to)
        return CommandInvoked(
            event_id=event_id,
            at=message.date,
            actor=actor,
            space=space_of(message.chat),
            name=typed.name,
            words=typed.words,
            reply_to=reply_to,
        )

    async def _words(self, event_id: str, message: Message, *, private: bool) -> Addressed | None:
        """Plain words, said to the bot in private, or with its name in them."""
        text = message.text or ""
        words = in_words(text) if private else said_to(text, f"@{self._username}")
        if not words or message.from_user is None or message.from_user.is_bot or message.sender_chat is not None:
            return None
        if message.forward_origin is not None and not private:
            return None  # somebody else said it, to others
        return Addressed(
            event_id=event_id,
            at=message.date,
            actor=await self._actor(message.from_user, message.chat),
            space=space_of(message.chat),
            words=words,
            unkept=private,
            reply_to=origin_of(message).reply_to(message.chat.id, private=private),
        )

    async def _author(self, message: Message) -> Actor | None:
        if message.sender_chat is not None:
            if message.sender_chat.id != message.chat.id:
                return None  # a channel speaks; nobody can tell who that is
            # Only administrators can write as the group itself. All of them share one account then.
            account = AccountRef(PLATFORM, str(message.chat.id))
            name = message.author_signature or message.chat.effective_name or ""
            return Actor(account, name, floor=Role.MODERATOR)
        return None if message.from_user is None else await self._actor(message.from_user, message.chat)

    async def _actor(self, user: User, chat: TelegramChat | None) -> Actor:
        floor = Role.MEMBER
        if chat is not None and chat.type != ChatType.PRIVATE:
            floor = await self._administrators.floor(chat.id, user.id)
        return actor_of(user, floor)

    async def _press(self, event_id: str, query: CallbackQuery, at: datetime) -> ActionPressed | None:
        if not query.data or query.message is None:
            return None
        chat = query.message.chat
        origin = pressed_origin(query, query.message.message_id)
        return ActionPressed(
            event_id=event_id,
            at=at,  # Telegram does not tell when a button was pressed
            actor=await self._actor(query.from_user, chat),
            space=space_of(chat),
            token=query.data,
            reply_to=origin.reply_to(chat.id, private=chat.type == ChatType.PRIVATE),
        )


def moved(event_id: str, at: datetime, old: int, new: int) -> SpaceMoved:
    """A group became a supergroup, which has another id."""
    actor = Actor(AccountRef(PLATFORM, str(old)), "")
    space, to = SpaceRef(PLATFORM, str(old)), SpaceRef(PLATFORM, str(new))
    return SpaceMoved(event_id=event_id, at=at, actor=actor, space=space, to=to)
