"""Signs of presence, told apart from the raw update: most of a busy chat is nothing else, and parsing costs most."""

from datetime import UTC, datetime
from typing import Any

from bot.model.identity import AccountRef, SpaceRef
from bot.model.incoming import Presence, PresenceKind
from bot.platforms.telegram.origin import PLATFORM
from bot.text.questions import is_question

CONTENT = frozenset(
    {"text", "photo", "sticker", "video", "voice", "video_note", "animation", "audio", "document", "poll"}
)
"""What people post; all else in a message is a notice of Telegram itself, such as who joined."""


def presence(update: Any) -> Presence | None:
    """The presence that a raw update shows; None when it shows none or may be more than that, such as a command.

    Raises KeyError, TypeError or AttributeError when the update is not built as documented.
    """
    if "message" in update:
        return _from_message(update["message"])
    if "message_reaction" in update:
        return _from_reaction(update["message_reaction"])
    return None


def _from_message(message: Any) -> Presence | None:
    text = message.get("text", "")
    if not _is_group(message["chat"]) or text.startswith("/") or CONTENT.isdisjoint(message):
        return None
    # Somebody who writes as the group or as a channel, and what other bots write, is nobody's presence.
    if "sender_chat" in message or "via_bot" in message or "from" not in message or message["from"]["is_bot"]:
        return None
    kind = PresenceKind.QUESTION if is_question(text) else PresenceKind.CHAT
    return _presence(message["chat"], message["from"], kind, message["date"])


def _from_reaction(reaction: Any) -> Presence | None:
    taken_back = len(reaction["new_reaction"]) <= len(reaction["old_reaction"])
    if taken_back or not _is_group(reaction["chat"]) or "user" not in reaction:
        return None
    return _presence(reaction["chat"], reaction["user"], PresenceKind.REACTION, reaction["date"])


def _is_group(chat: Any) -> bool:
    return chat["type"] in ("group", "supergroup")


def _presence(chat: Any, user: Any, kind: PresenceKind, date: int) -> Presence:
    name = " ".join(filter(None, (user["first_name"], user.get("last_name"))))
    account = AccountRef(PLATFORM, str(user["id"]))
    return Presence(SpaceRef(PLATFORM, str(chat["id"])), account, name, kind, datetime.fromtimestamp(date, UTC))
