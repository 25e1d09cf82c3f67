"""What one message goes out as on Telegram: a text in parts, and each file with the text under it where that fits."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.model.messages import Action, File, Markup, Message
from bot.model.results import SendResult
from bot.platforms.telegram.look import text_of
from bot.platforms.telegram.parts import split, width
from bot.text.markup import plain

CAPTION_LENGTH = 1024
"""Characters under a picture or document after tags are read (https://core.telegram.org/bots/api#sendphoto)."""

_BESIDE = "-"  # between the ids of a picture and of the text below it, which is too long to stand under it


class Piece(Struct, frozen=True):
    """One message of Telegram's: a text, a file, or a file with a text under it."""

    text: Markup
    file: File | None = None
    actions: tuple[tuple[Action, ...], ...] = ()

    @property
    def can_be_spared(self) -> bool:
        """Whether the message says the same without it."""
        return self.file is not None and self.file.is_picture

    @property
    def in_words(self) -> "Piece | None":
        """The same without its picture; None where nothing is left."""
        return Piece(self.text, None, self.actions) if self.text else None


def pieces(message: Message) -> list[Piece]:
    """In the order they leave: files first, so that the buttons stand under everything."""
    text = text_of(message)
    texts, files = split(text), list(message.files)
    last = files.pop() if files and width(plain(text)) <= CAPTION_LENGTH else None
    found = [Piece(Markup(""), file) for file in files]
    if last is not None:
        return [*found, Piece(text, last, message.actions)]
    ends = len(texts) - 1
    return [*found, *(Piece(text, None, message.actions if at == ends else ()) for at, text in enumerate(texts))]


def both(above: str, below: SendResult) -> SendResult:
    """The result of a text below its picture, with the ids of both."""
    return replace(below, message_id=f"{above}{_BESIDE}{below.message_id}")


def ids_in(standing: str) -> Sequence[int]:
    """The ids of the one or two messages in which something stands."""
    return [int(one) for one in standing.split(_BESIDE)]
