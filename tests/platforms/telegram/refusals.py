"""Refusals of the Bot API: a status, words, and sometimes parameters."""

from typing import Any


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault of the server
    """The server says no, in Telegram's words."""

    def __init__(self, status: int, words: str, **parameters: Any) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """What goes over the wire."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.words}
        if self.parameters:
            body["parameters"] = self.parameters
        return body
