"""What the server keeps: messages as people see them, and the notices that presses were answered with."""

from dataclasses import dataclass, field
from typing import Any


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
    edits: int = 0

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
