"""How long a text is for Telegram, and where a text that is too long is cut."""

import re

from bot.model.messages import Markup
from bot.text.markup import plain

TEXT_LENGTH = 4096
"""Characters of a message after its tags are read (https://core.telegram.org/bots/api#sendmessage)."""

_TAG = re.compile(r'<(/?)(b|i|code|a)(?: href="[^"<>]*")?>')
_PIECE = re.compile(rf"(?P<tag>{_TAG.pattern})|(?P<sign>&(?:lt|gt|amp|quot);)|(?P<text>.)", re.DOTALL)
_ENDS = ("\n\n", "\n", " ")


def width(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 units, so that an emoji counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(markup: Markup, limit: int = TEXT_LENGTH) -> tuple[Markup, ...]:
    """Parts that each fit `limit`, cut where a paragraph ends, else a line, else a word; tags stay whole in each."""
    parts: list[Markup] = []
    while width(plain(markup)) > limit:
        head, markup = _cut(markup, limit)
        parts.append(head)
    return (*parts, markup)


def _cut(markup: Markup, limit: int) -> tuple[Markup, Markup]:
    fits = _fitting(markup, limit)
    at = next((at for end in _ENDS if (at := _last_end(markup, end, fits)) > 0), fits)
    open_tags = _open_tags(markup[:at])
    closing = "".join(f"</{name}>" for name, _ in reversed(open_tags))
    opening = "".join(tag for _, tag in open_tags)
    return Markup(markup[:at].rstrip() + closing), Markup(opening + markup[at:].lstrip())


def _fitting(markup: Markup, limit: int) -> int:
    """Up to which index of `markup` its visible text fits."""
    room = limit
    for piece in _PIECE.finditer(markup):
        if piece["sign"]:
            room -= 1
        elif piece["text"]:
            room -= width(piece["text"])
        if room < 0:
            return piece.start()
    return len(markup)


def _last_end(markup: Markup, end: str, before: int) -> int:
    """Where the last `end` outside of a tag begins, or -1; text must stand before it, or nothing would be cut off."""
    at = markup.rfind(end, 0, before + len(end))
    while at > 0 and markup.rfind("<", 0, at) > markup.rfind(">", 0, at):
        at = markup.rfind(end, 0, at)
    return at if at > 0 and _TAG.sub("", markup[:at]).strip() else -1


def _open_tags(markup: str) -> list[tuple[str, str]]:
    """The tags that are not closed yet, as (name, tag); they may close in any order."""
    open_tags: list[tuple[str, str]] = []
    for tag in _TAG.finditer(markup):
        if not tag[1]:
            open_tags.append((tag[2], tag[0]))
            continue
        closed = next((entry for entry in reversed(open_tags) if entry[0] == tag[2]), None)
        if closed is not None:
            open_tags.remove(closed)
    return open_tags
