"""How parts that speak without a plugin ask for their words."""

from typing import Protocol

from bot.model.messages import Markup
from bot.text.markup import plain


class Say(Protocol):
    """Words a text; `bot.text.translator.Translator.text` does."""

    def __call__(self, key: str, language: str, /, **values: object) -> Markup:
        """The text `key` of `locales/` in `language` (a tag such as "cs"), with `values` escaped."""


def plainly(say: Say, language: str, key: str, /, **values: object) -> str:
    """The text without its marks, for where nothing shows them."""
    return plain(say(key, language, **values))
