"""Telegram's reading of HTML: the text that people see, its entities, and the refusal of what is broken."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from tests.platforms.telegram.refusals import Refusal

_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<name>[^\s>/]*)(?P<rest>[^>]*)>|(?P<sign>&#?\w+;)|(?P<open><)|(?P<text>[^<&]+|&)"
)
_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "a": "text_link",
}
_PERSON = re.compile(r"tg://user\?id=\d+")
_HREF = re.compile(r'\s*href="([^"]*)"')


_NAME = re.compile(r"(?<![\w/])@\w{5,32}")  # not within an address


def entities_in(typed: str) -> list[Any]:
    """What Telegram sees in a text that somebody typed: a command at its beginning, and names."""
    found = [(0, typed.split()[0], "bot_command")] if typed.startswith("/") else []
    found += [(name.start(), name[0], "mention") for name in _NAME.finditer(typed)]
    return [{"type": kind, "offset": _units(typed[:start]), "length": _units(what)} for start, what, kind in found]


def _units(text: str) -> int:
    """How long it is in UTF-16 units, as all of Telegram's offsets are."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class Formatted:
    """A text with what is special about its parts."""

    text: str = ""
    entities: list[Any] = field(default_factory=list)

    @property
    def length(self) -> int:
        """In UTF-16 units."""
        return _units(self.text)


def read_html(source: str) -> Formatted:
    """Read a text sent with parse_mode HTML. Raises Refusal where Telegram would."""
    formatted = Formatted()
    open_tags: list[tuple[str, str, int]] = []
    for token in _TOKEN.finditer(source):
        at = len(source[: token.start()].encode())
        if token["open"]:
            raise _broken(f"Unclosed start tag at byte offset {at}")
        if token["sign"]:
            formatted.text += html.unescape(token["sign"])
        elif token["text"]:
            formatted.text += token["text"]
        elif token["close"]:
            _close(formatted, open_tags, token["name"], at)
        else:
            if token["name"] not in _KINDS:
                raise _broken(f'Unsupported start tag "{token["name"]}" at byte offset {at}')
            open_tags.append((token["name"], token["rest"], formatted.length))
    if open_tags:
        raise _broken(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    formatted.text = formatted.text.rstrip()
    formatted.entities += _mentioned(formatted)
    return formatted


def _mentioned(formatted: Formatted) -> list[Any]:
    """Whom a bot mentions as well as anybody who types it: each name that is neither code nor in a link."""
    taken = [one for one in formatted.entities if one["type"] in ("code", "text_link", "text_mention")]
    return [
        one
        for one in entities_in(formatted.text)
        if one["type"] == "mention"
        and not any(other["offset"] <= one["offset"] < other["offset"] + other["length"] for other in taken)
    ]


def _close(formatted: Formatted, open_tags: list[tuple[str, str, int]], name: str, at: int) -> None:
    if not open_tags:
        raise _broken(f"Unexpected end tag at byte offset {at}")
    opened, rest, start = open_tags.pop()
    if opened != name:
        raise _broken(f'Unmatched end tag at byte offset {at}, expected "</{opened}>", found "</{name}>"')
    if formatted.length == start:
        return
    entity: dict[str, Any] = {"type": _KINDS[name], "offset": start, "length": formatted.length - start}
    if name == "a":
        found = _HREF.match(rest)
        if found is None:
            return
        url = html.unescape(found[1])
        entity |= _called(url, formatted.text[-entity["length"] :]) if _PERSON.fullmatch(url) else {"url": url}
    formatted.entities.append(entity)


def _called(url: str, name: str) -> dict[str, Any]:
    """A link to a person is a mention of theirs, which needs no name of theirs."""
    return {"type": "text_mention", "user": {"id": int(url.rpartition("=")[2]), "is_bot": False, "first_name": name}}


def _broken(what: str) -> Refusal:
    return Refusal(400, f"Bad Request: can't parse entities: {what}")
