"""A moderator's own text with {placeholders}: filled in with values, whatever was written stays as it is."""

import re

from bot.model.messages import Markup
from bot.text.markup import escape
from bot.text.times import number

_PLACE = re.compile(r"\{ ?([a-z][a-z0-9_]*) ?\}")


def fill(template: str, language: str, /, **values: object) -> Markup:
    """`template` with each {name} replaced by its value: texts escaped, numbers as the language writes them.

    A placeholder that is not known stays visible, so that its author sees the slip in the preview.
    """

    def value(match: re.Match[str]) -> str:
        found = values.get(match[1])
        if found is None:
            return match[0]
        if isinstance(found, int | float) and not isinstance(found, bool):
            return escape(number(found, language))
        return found if isinstance(found, Markup) else escape(str(found))

    return Markup(_PLACE.sub(value, template))
