"""How a text looks on Telegram: its HTML, in which commands can be tapped and nobody is mentioned."""

import re

from bot.model.messages import Markup
from bot.platforms.telegram.parts import width
from bot.text.markup import plain, to_html

_COMMAND = re.compile(r"<code>(/[a-z][a-z0-9_]{0,31})</code>")
# Telegram takes any "@name" for a mention, also in what a bot says; an invisible sign behind "@" makes it words. An
# address ("a@b.cz", "https://youtube.com/@tea") is none, and nobody but Telegram is called BotFather.
_MENTION = re.compile(r"(?P<kept><code>.*?</code>|<[^>]*>)|(?<![\w/])@(?=\w)(?!BotFather\b)", re.DOTALL)
_INVISIBLE = "\u2060"


def calling_nobody(markup: Markup) -> Markup:
    """The same text without mentions: whoever is named in it is not pinged, and no name leads to a stranger.

    Source: core.telegram.org/bots/api#messageentity (`mention`).
    """
    return Markup(_MENTION.sub(lambda found: found["kept"] or f"@{_INVISIBLE}", markup))


def length(markup: Markup) -> int:
    """How long the text is as it is sent, in UTF-16 units."""
    return width(plain(calling_nobody(markup)))


def as_html(markup: Markup) -> str:
    """The text as Telegram's HTML. A command by itself is sent by a tap; as code it would only be copied."""
    return to_html(Markup(_COMMAND.sub(r"\1", markup)))
