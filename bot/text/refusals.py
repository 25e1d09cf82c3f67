"""Errors about what a person gave us that speak every language: English in logs, the reader's own on the screen."""

from functools import cache

from bot.errors import BotError, InputFileError
from bot.text.files import bundled_locales
from bot.text.languages import BASE
from bot.text.markup import plain
from bot.text.translator import Translator, load_translator


class SaidError(BotError):
    """An error whose text has a key in recording.ftl or check.ftl; its values may be such errors too."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return in_words(self, BASE)


class FileRefusedError(SaidError, InputFileError):
    """An InputFileError in every language."""


def in_words(error: BotError, language: str) -> str:
    """What the error says in `language`; one that has no texts says it in English."""
    if not isinstance(error, SaidError):
        return str(error)
    values = {name: _value(value, language) for name, value in error.values.items()}
    return plain(_texts().text(error.key, language, **values))


def _value(value: object, language: str) -> str:
    return in_words(value, language) if isinstance(value, SaidError) else str(value)


@cache
def _texts() -> Translator:
    return load_translator([bundled_locales()], names={"recording", "check"})
