"""Where an update came from, packed into the token of a ReplyTo so that an answer finds its way after a restart."""

from typing import Self

from msgspec import Struct
from telegram import CallbackQuery, Message, User
from telegram import Chat as TelegramChat
from telegram.constants import ChatType

from bot.model.identity import AccountRef, Actor, Role, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import TOKEN_PATTERN
from bot.text.languages import BASE

PLATFORM = "telegram"
GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


class Origin(Struct, frozen=True):
    """What an answer must know of the update besides its chat.

    `user_id` is None for an administrator who writes as the group: nobody can tell who it is.
    """

    message_id: int | None
    user_id: int | None
    language: str = BASE
    callback_id: str | None = None
    pressed: str = ""  # the token of the button

    @property
    def token(self) -> str:
        """ "message:<message>:<user>:<language>" or "callback:<callback>:<message>:<user>:<language>:<token>"."""
        rest = f"{self.message_id or ''}:{self.user_id or ''}:{self.language}"
        return f"message:{rest}" if self.callback_id is None else f"callback:{self.callback_id}:{rest}:{self.pressed}"

    def reply_to(self, chat_id: int, *, private: bool) -> ReplyTo:
        """The address of an answer to this update in the chat it came from."""
        return ReplyTo(PLATFORM, str(chat_id), self.token, private)

    @classmethod
    def of(cls, to: ReplyTo) -> Self:
        """Read it back. What is not of this edge's making leads nowhere: an answer to it finds nobody."""
        kind, _, rest = to.token.partition(":")
        callback_id = None
        if kind == "callback":
            callback_id, _, rest = rest.partition(":")
        message, user, language, pressed = [*rest.split(":"), "", "", "", ""][:4]
        return cls(
            message_id=int(message) if message.isdecimal() else None,
            user_id=int(user) if user.isdecimal() else None,
            language=language or BASE,
            callback_id=callback_id,
            pressed=pressed,
        )


def actor_of(user: User, floor: Role = Role.MEMBER) -> Actor:
    """The account behind an update."""
    account = AccountRef(PLATFORM, str(user.id))
    return Actor(account, user.full_name, language=user.language_code, floor=floor, is_bot=user.is_bot)


def space_of(chat: TelegramChat) -> SpaceRef | None:
    """The space a chat is; None for a private chat."""
    return None if chat.type == ChatType.PRIVATE else SpaceRef(PLATFORM, str(chat.id))


def origin_of(message: Message) -> Origin:
    """What an answer to this message must know."""
    if message.sender_chat is not None or message.from_user is None:
        return Origin(message.message_id, None)
    return Origin(message.message_id, message.from_user.id, message.from_user.language_code or BASE)


def pressed_origin(query: CallbackQuery, message_id: int) -> Origin:
    """What an answer to this press, on the message `message_id`, must know."""
    token = query.data or ""
    pressed = token if TOKEN_PATTERN.fullmatch(token) else ""
    return Origin(message_id, query.from_user.id, query.from_user.language_code or BASE, query.id, pressed)
