"""Words about what a person gave us, in every language: English in logs, the reader's own on the screen."""

from functools import cache

from bot.errors import BotError, InputFileError, Said, SaidError, Together, tell_in_english
from bot.text.files import bundled_locales
from bot.text.languages import BASE
from bot.text.markup import plain
from bot.text.translator import Translator, load_translator


class FileRefusedError(SaidError, InputFileError):
    """An InputFileError in every language."""


def in_words(what: BotError | Said, language: str) -> str:
    """What an error or words say in `language`; an error that has no texts says it in English."""
    said = what.said if isinstance(what, SaidError) else what
    if not isinstance(said, Said):
        return str(said)
    values = {name: _value(value, language) for name, value in said.values.items()}
    return plain(_texts().text(said.key, language, **values))


def _value(value: object, language: str) -> str:
    if isinstance(value, Together):
        return value.between.join(_value(part, language) for part in value.parts)
    return in_words(value, language) if isinstance(value, SaidError | Said) else str(value)


@cache
def _texts() -> Translator:
    return load_translator([bundled_locales()], names={"recording", "check", "refusal", "importing"})


def _in_english(said: Said) -> str:
    return in_words(said, BASE)


tell_in_english(_in_english)
