"""The Bot API's methods, as far as the bot uses them, with the refusals that the real ones give."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from tests.platforms.telegram.entities import Formatted, read_html
from tests.platforms.telegram.native_methods import NativeMethods
from tests.platforms.telegram.records import BOT, Notice, Posted, administrator
from tests.platforms.telegram.refusals import Refusal
from tests.platforms.telegram.world import Group, Person, World, shown

Parameters = Mapping[str, str]

_TEXT_LENGTH = 4096
_CAPTION_LENGTH = 1024
_DATA_BYTES = 64
_BUTTONS = 100
_MENU_LENGTH = 100


class Methods:
    """What the bot may ask for; getUpdates is the server's own matter."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.webhook: dict[str, Any] = {}
        self._set_webhook({})
        self._menus: dict[tuple[str, str], list[Any]] = {}
        self._by_name: dict[str, Callable[[Parameters], Any]] = {
            "getMe": self._get_me,
            "getWebhookInfo": lambda _: self.webhook,
            "deleteWebhook": lambda _: self._set_webhook({}),
            "setWebhook": self._set_webhook,
            "setMyDescription": lambda _: True,
            "setMyShortDescription": lambda _: True,
            "setMyCommands": self._set_my_commands,
            "getMyCommands": lambda parameters: self._menus.get(_scope(parameters), []),
            "deleteMyCommands": lambda parameters: self._menus.pop(_scope(parameters), None) is None or True,
            "sendMessage": self._send_message,
            "sendPhoto": lambda parameters: self._send_file(parameters, "photo"),
            "sendDocument": lambda parameters: self._send_file(parameters, "document"),
            "editMessageText": self._edit_message_text,
            "editMessageMedia": self._edit_message_media,
            "editMessageReplyMarkup": self._edit_message_reply_markup,
            "deleteMessage": self._delete_message,
            "answerCallbackQuery": self._answer_callback_query,
            "getFile": self._get_file,
            "getChat": self._get_chat,
            "getChatMember": self._get_chat_member,
            "getChatAdministrators": self._get_chat_administrators,
            **NativeMethods(world, self._writable, self._group).by_name,
        }

    def _get_file(self, parameters: Parameters) -> Any:
        id = parameters["file_id"]
        if id not in self._world.sent:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = len(self._world.sent[id])
        return {"file_id": id, "file_unique_id": f"u-{id}", "file_size": size, "file_path": f"documents/{id}"}

    def call(self, name: str, parameters: Parameters) -> Any:
        """What the method returns. Raises Refusal."""
        if name not in self._by_name:
            raise Refusal(404, "Not Found")
        return self._by_name[name](parameters)

    def menu(self, scope: str = "default", language: str = "") -> dict[str, str]:
        """The commands that Telegram shows, by name."""
        return {command["command"]: command["description"] for command in self._menus.get((scope, language), [])}

    def _get_me(self, _: Parameters) -> Any:
        rights = {"can_join_groups": True, "can_read_all_group_messages": not self._world.privacy_mode}
        return BOT | rights

    def _set_webhook(self, parameters: Parameters) -> bool:
        self.webhook = {
            "url": parameters.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": 0,
        }
        return True

    def _set_my_commands(self, parameters: Parameters) -> bool:
        commands = json.loads(parameters["commands"])
        if len(commands) > _MENU_LENGTH:
            raise Refusal(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
        if any(command["command"] != command["command"].lower() for command in commands):
            raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        self._menus[_scope(parameters)] = commands
        return True

    def _send_message(self, parameters: Parameters) -> Any:
        return shown(self._world, self._posted(parameters, _formatted(parameters), parameters["text"]))

    def _send_file(self, parameters: Parameters, kind: str) -> Any:
        file, caption = self._uploaded(parameters[kind], kind), parameters.get("caption", "")
        posted = self._posted(parameters, _captioned(parameters), caption)
        posted.file, posted.is_photo = file, kind == "photo"
        return shown(self._world, posted)

    def _uploaded(self, attached: str, kind: str) -> tuple[str, bytes]:
        name, content = self._world.uploads[int(attached.removeprefix("attach://"))]
        if kind == "photo" and not content.startswith((b"\x89PNG", b"\xff\xd8\xff")):
            raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
        return name, content

    def _posted(self, parameters: Parameters, formatted: Formatted, markup: str) -> Posted:
        chat = self._writable(int(parameters["chat_id"]))
        posted = Posted(self._world.next_id("message"), chat.id, formatted.text, by_bot=True)
        posted.markup, posted.entities = markup, formatted.entities
        posted.keyboard = _keyboard(parameters)
        if "reply_parameters" in parameters:
            posted.replies_to = self._replied(chat.id, json.loads(parameters["reply_parameters"]))
        self._world.messages[chat.id, posted.message_id] = posted
        return posted

    def _edit_message_text(self, parameters: Parameters) -> Any:
        posted = self._editable(parameters)
        if posted.file is not None:
            raise Refusal(400, "Bad Request: there is no text in the message to edit")
        formatted, keyboard = _formatted(parameters), _keyboard(parameters)
        if (formatted.text, formatted.entities, keyboard) == (posted.text, posted.entities, posted.keyboard):
            raise _not_modified()
        posted.text, posted.entities, posted.keyboard = formatted.text, formatted.entities, keyboard
        posted.markup = parameters["text"]
        posted.edits += 1
        return shown(self._world, posted)

    def _edit_message_media(self, parameters: Parameters) -> Any:
        """A photo takes the place of what is there, be it a text."""
        posted, media = self._editable(parameters), json.loads(parameters["media"])
        formatted, keyboard = _captioned(media), _keyboard(parameters)
        posted.file, posted.is_photo = self._uploaded(media["media"], media["type"]), True
        posted.text, posted.entities, posted.keyboard = formatted.text, formatted.entities, keyboard
        posted.markup = media.get("caption", "")
        posted.edits += 1
        return shown(self._world, posted)

    def _edit_message_reply_markup(self, parameters: Parameters) -> Any:
        posted = self._editable(parameters)
        keyboard = _keyboard(parameters)
        if keyboard == posted.keyboard:
            raise _not_modified()
        posted.keyboard = keyboard
        return shown(self._world, posted)

    def _delete_message(self, parameters: Parameters) -> bool:
        at = int(parameters["chat_id"]), int(parameters["message_id"])
        if self._world.messages.pop(at, None) is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        return True

    def _answer_callback_query(self, parameters: Parameters) -> bool:
        person = self._world.presses.pop(parameters["callback_query_id"], None)
        if person is None:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        alert, url = parameters.get("show_alert") == "true", parameters.get("url", "")
        person.notices.append(Notice(parameters.get("text", ""), alert, url))
        return True

    def _get_chat(self, parameters: Parameters) -> Any:
        more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _gifts()}
        chat = self._known(int(parameters["chat_id"]))
        if isinstance(chat, Group) and chat.type == "supergroup":
            more |= {"permissions": {"can_send_messages": chat.members_may_write}}
        return chat.chat | more

    def _get_chat_member(self, parameters: Parameters) -> Any:
        group, user_id = self._group(parameters), int(parameters["user_id"])
        if user_id == BOT["id"]:
            if not group.bot_is_administrator:
                return {"status": "member", "user": BOT}
            rights = {"can_manage_tags": group.bot_manages_tags, "can_restrict_members": group.bot_removes_people}
            return administrator(BOT) | rights
        person = self._world.people.get(user_id)
        if person is None:
            raise Refusal(400, "Bad Request: user not found")
        return _membership(group, person)

    def _get_chat_administrators(self, parameters: Parameters) -> Any:
        group = self._group(parameters)
        people = [_membership(group, person) for person in (group.owner, *group.administrators)]
        return [*people, administrator(BOT)] if group.bot_is_administrator else people

    def _known(self, chat_id: int) -> Person | Group:
        chat = self._world.groups.get(chat_id) or self._world.people.get(chat_id)
        if chat is None:
            raise Refusal(400, "Bad Request: chat not found")
        return chat

    def _group(self, parameters: Parameters) -> Group:
        group = self._known(int(parameters["chat_id"]))
        if not isinstance(group, Group):
            raise Refusal(400, "Bad Request: there are no administrators in the private chat")
        self._still_there(group)
        if not group.bot_inside:
            raise Refusal(403, "Forbidden: bot is not a member of the supergroup chat")
        return group

    def _still_there(self, group: Group) -> None:
        if group.moved_to is not None:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, words, migrate_to_chat_id=group.moved_to)

    def _writable(self, chat_id: int) -> Person | Group:
        """The chat, where the bot may write. Raises Refusal with Telegram's own words."""
        chat = self._known(chat_id)
        if isinstance(chat, Group):
            self._still_there(chat)
            if not chat.bot_inside:
                raise Refusal(403, "Forbidden: bot was kicked from the supergroup chat")
            if not chat.bot_may_write:
                raise Refusal(400, "Bad Request: not enough rights to send text messages to the chat")
            return chat
        if chat.deleted:
            raise Refusal(403, "Forbidden: user is deactivated")
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if not chat.started:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        return chat

    def _editable(self, parameters: Parameters) -> Posted:
        chat = self._writable(int(parameters["chat_id"]))
        posted = self._world.messages.get((chat.id, int(parameters["message_id"])))
        if posted is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        if not posted.by_bot:
            raise Refusal(400, "Bad Request: message can't be edited")
        return posted

    def _replied(self, chat_id: int, reply: Any) -> int | None:
        message_id: int = reply["message_id"]
        if (chat_id, message_id) in self._world.messages:
            return message_id
        if reply.get("allow_sending_without_reply"):
            return None
        raise Refusal(400, "Bad Request: message to be replied not found")


def _scope(parameters: Parameters) -> tuple[str, str]:
    scope = json.loads(parameters.get("scope", '{"type": "default"}'))
    return scope["type"], parameters.get("language_code", "")


def _formatted(parameters: Parameters, longest: int = _TEXT_LENGTH) -> Formatted:
    text = parameters.get("text", "")
    formatted = read_html(text) if parameters.get("parse_mode") == "HTML" else Formatted(text.rstrip())
    if not formatted.text.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if formatted.length > longest:
        what = "message" if longest == _TEXT_LENGTH else "message caption"
        raise Refusal(400, f"Bad Request: {what} is too long")
    return formatted


def _captioned(parameters: Parameters) -> Formatted:
    caption = parameters.get("caption", "")
    return _formatted({**parameters, "text": caption}, _CAPTION_LENGTH) if caption else Formatted("")


def _keyboard(parameters: Parameters) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(parameters.get("reply_markup", "{}")).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > _BUTTONS:
        raise Refusal(400, "Bad Request: reply markup is too long")
    for button in buttons:
        if not 1 <= len(button.get("callback_data", "x").encode()) <= _DATA_BYTES:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        if not button.get("url", "https://").startswith(("http://", "https://", "tg://")):
            raise Refusal(400, f"Bad Request: inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
        if ("url" in button) == ("callback_data" in button):
            raise Refusal(400, "Bad Request: can't parse inline keyboard button: exactly one field must be given")
    return rows


def _not_modified() -> Refusal:
    same = "specified new message content and reply markup are exactly the same"
    return Refusal(400, f"Bad Request: message is not modified: {same} as a current content and reply markup")


def _membership(group: Group, person: Person) -> dict[str, Any]:
    if person is group.owner:
        return {"status": "creator", "user": person.user, "is_anonymous": False}
    if person in group.administrators:
        return administrator(person.user)
    if person not in group.members:
        return {"status": "left", "user": person.user}
    tag = group.tags.get(person.id)
    return {"status": "member", "user": person.user} | ({"tag": tag} if tag else {})


def _gifts() -> dict[str, bool]:
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return dict.fromkeys(kinds, False)
