"""What the edge says by itself: only how it asks for the words, which are in `locales/*/telegram.ftl`."""

from typing import Protocol

from bot.model.messages import Markup


class Say(Protocol):
    """Words a text of the edge; `bot.text.translator.Translator.text` does."""

    def __call__(self, key: str, language: str, /, **values: object) -> Markup:
        """The text `key` in `language` (a tag such as "cs"), with `values` escaped."""
