"""How a text looks on Telegram: its HTML, in which commands can be tapped."""

import re

from bot.model.messages import Markup
from bot.text.markup import to_html

_COMMAND = re.compile(r"<code>(/[a-z][a-z0-9_]{0,31})</code>")


def as_html(markup: Markup) -> str:
    """The text as Telegram's HTML. A command by itself is sent by a tap; as code it would only be copied."""
    return to_html(Markup(_COMMAND.sub(r"\1", markup)))
