"""What members and others said to the hosts, as plugins hand it in to be gone through together."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec import Struct


class Heard(Struct, frozen=True):
    """One text. `key` tells it from all others of its `source`, which is the key of a text that says where it is from.

    `at`: None where nobody may know the moment; then `day` is all that is known. `member_id`: None where nobody knows
    whose it is, or where it is from outside, by an `author`, and stands at `url`. `answer`: the button of the plugin's
    own that asks for the answer, "plugin.action" with its arguments, where there may still be one; pressed for a host
    it takes one argument more, the text that is suggested.
    """

    key: str
    source: str
    text: str
    at: datetime | None = None
    day: date | None = None
    member_id: int | None = None
    author: str = ""
    url: str = ""
    answer: Sequence[str | int] = ()
    is_answered: bool = False
    said_at: datetime | None = None  # where it was said earlier than it came

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.source}:{self.key}"


class Suggestion(Struct, frozen=True):
    """What might answer a text that was heard, `to`; `text` is what an answer may begin with, for a person to edit."""

    to: str
    title: str
    text: str


class Outside(Struct, frozen=True):
    """Something that was said elsewhere, under a video or in a shop's reviews. `id`: what it is called there."""

    id: str
    author: str
    text: str
    url: str
    at: datetime
