"""How a text looks on Telegram: its HTML, in which commands can be tapped and nobody is mentioned."""

import re

from bot.model.messages import Markup, Message
from bot.platforms.telegram.parts import width
from bot.text.markup import linked, plain, to_html

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


def text_of(message: Message) -> Markup:
    """The text as it is sent: behind whom it calls, if anybody, and mentioning nobody else.

    Source: core.telegram.org/bots/api#messageentity (`text_mention`).
    """
    if message.calls is None:
        return calling_nobody(message.text)
    who = linked(message.calls.name, f"tg://user?id={int(message.calls.account.user_id)}")
    return calling_nobody(Markup(f"{who}: {message.text}"))


def length(message: Message) -> int:
    """How long the text is as it is sent, in UTF-16 units."""
    return width(plain(text_of(message)))


def as_html(markup: Markup) -> str:
    """The text as Telegram's HTML. A command by itself is sent by a tap; as code it would only be copied."""
    return to_html(Markup(_COMMAND.sub(r"\1", markup)))
