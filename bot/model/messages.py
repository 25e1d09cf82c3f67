"""What is shown to people: messages with actions, forms, and the spec of a command."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from bot.model.identity import AccountRef, Role


class Markup(str):
    """Text in the bot's own small markup: <b>, <i>, <code>, <a href="...">; &lt; &gt; &amp; &quot; for the signs.

    A type of its own, so that a text which is markup already is never escaped twice and a raw one is never forgotten.
    What comes from people is escaped before it gets here (`bot.text.markup.escape`); each edge renders it its own way.
    """

    __slots__ = ()


TOKEN_PATTERN = re.compile(r"[A-Za-z0-9_-]{1,40}")
"""What a token may look like so that it fits a Discord custom_id, Telegram callback_data and a /start payload alike."""


def is_unkept(token: str) -> bool:
    """Whether what is done under it is stored nowhere, as a secret vote: its action's letters begin with a capital."""
    return "A" <= token[:1] <= "Z"


class ActionStyle(StrEnum):
    """How much an action asks to be pressed."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    DANGER = "danger"


class Accent(StrEnum):
    """The one colour of a message, by its kind."""

    PLAIN = "plain"
    LIVE = "live"
    GLOW = "glow"
    PLUM = "plum"
    DONE = "done"
    WARNING = "warning"


class Action(Struct, frozen=True):
    """A button. Either `token`, which comes back in ActionPressed, or `url`."""

    label: str
    token: str = ""
    style: ActionStyle = ActionStyle.PLAIN
    url: str | None = None


def in_even_parts(row: Sequence[Action], most: int) -> Iterator[Sequence[Action]]:
    """A row in as few parts of at most so many as will do, about equally long: eleven by fives are 4 + 4 + 3."""
    count = -(-len(row) // most)
    size = -(-len(row) // max(1, count))
    for start in range(0, len(row), max(1, size)):
        yield row[start : start + size]


class File(Struct, frozen=True):
    """Something to keep: an export, a picture. `name` ends as its kind does: "my-data.json".

    `description` tells whoever cannot see a picture what it is.
    """

    name: str
    content: bytes
    description: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is shown where it stands, and the message says the same without it."""
        return self.name.endswith((".png", ".jpg"))


class Called(Struct, frozen=True):
    """Somebody whom a post calls; `name` is as they wrote it, no markup."""

    account: AccountRef
    name: str


class Message(Struct, frozen=True):
    """A text with rows of buttons and files; an edge breaks rows that are longer than its platform allows.

    Whom it `calls` stands in front of the text, and is the only one whom it may ping.
    """

    text: Markup
    actions: tuple[tuple[Action, ...], ...] = ()
    accent: Accent = Accent.PLAIN
    files: tuple[File, ...] = ()
    calls: Called | None = None

    @property
    def without_pictures(self) -> "Message":
        """The same in words alone."""
        return replace(self, files=tuple(file for file in self.files if not file.is_picture))


class FieldKind(StrEnum):
    """The closed set of inputs that every platform can offer."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"  # comes back joined by commas
    YES_NO = "yes_no"  # comes back as YES or NO
    FILE = "file"  # comes back as the value of an `Upload`, or "" for none


YES, NO = "yes", "no"


class Choice(Struct, frozen=True):
    """One thing to pick; `label` is shown, `value` comes back."""

    value: str
    label: str


class Field(Struct, frozen=True):
    """One input of a form."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    help: str = ""
    value: str = ""  # what stands there at first; choices are joined by commas
    required: bool = True
    choices: tuple[Choice, ...] = ()


class Form(Struct, frozen=True):
    """Questions asked together; the answers come back in FormSubmitted under `token`."""

    token: str
    title: str
    fields: tuple[Field, ...]


class OptionKind(StrEnum):
    """The types a command's option may have."""

    TEXT = "text"
    REST = "rest"  # the remainder of the line, as it was typed
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    MEMBER = "member"
    MOMENT = "moment"  # a time to come: "20:00", "tomorrow 18:30", "in 2 h", "2026-12-24 18:00"
    CHOICE = "choice"


class OptionSpec(Struct, frozen=True):
    """One option of a command, with texts by language."""

    name: str
    kind: OptionKind
    required: bool
    texts: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    suggests: bool = False  # the handler's plugin offers completions


class CommandSpec(Struct, frozen=True):
    """A command as the platforms publish it: name parts ("stream", "start"), texts by language, least role."""

    path: tuple[str, ...]
    least_role: Role
    texts: Mapping[str, str]
    options: tuple[OptionSpec, ...] = ()
    opens_form: bool = False  # its first answer is a form, which no earlier acknowledgement may precede
