"""What the server keeps: who the bot is, messages as people see them, and how presses were answered."""

from dataclasses import dataclass, field
from typing import Any

BOT = {"id": 1, "is_bot": True, "first_name": "Afterglow", "username": "afterglow_bot"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass
class Posted:
    """A message in a chat. `text` is what people read; `markup` is as the bot sent it."""

    message_id: int
    chat_id: int
    text: str
    by_bot: bool
    markup: str = ""
    entities: list[Any] = field(default_factory=list)
    keyboard: list[list[Any]] = field(default_factory=list)
    replies_to: int | None = None
    file: tuple[str, bytes] | None = None
    is_photo: bool = False
    edits: int = 0

    @property
    def file_as_told(self) -> dict[str, Any]:
        """Its file as the Bot API tells of it: a photo in sizes of Telegram's own."""
        if self.file is None:
            return {}
        ids: dict[str, Any] = {"file_id": f"file-{self.message_id}", "file_unique_id": f"unique-{self.message_id}"}
        ids["file_size"] = len(self.file[1])
        if self.is_photo:
            return {"photo": [ids | {"width": 1200, "height": 630}]}
        return {"document": ids | {"file_name": self.file[0]}}

    @property
    def rows(self) -> list[list[str]]:
        """The labels of the buttons under it, row by row."""
        return [[button["text"] for button in row] for row in self.keyboard]

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons under it."""
        return [label for row in self.rows for label in row]

    def button(self, label: str) -> Any:
        """The button of that label, as the bot sent it. AssertionError when there is none."""
        for row in self.keyboard:
            for button in row:
                if button["text"] == label:
                    return button
        raise AssertionError(f"no button {label!r} under {self.text!r}; there are {self.labels}")


@dataclass(frozen=True)
class Notice:
    """How a press was answered: the words only that person sees, and whether they must be closed."""

    text: str
    alert: bool
    url: str = ""


def administrator(user: dict[str, Any]) -> dict[str, Any]:
    """An administrator who may invite people, as the Bot API tells it."""
    rights = (
        "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
        "can_promote_members can_change_info can_post_stories can_edit_stories can_delete_stories"
    )
    return {"status": "administrator", "user": user, "can_invite_users": True} | dict.fromkeys(rights.split(), False)
