"""The bot's own small markup: made from what people typed, read, and rendered for each kind of screen."""

import html
import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.model.messages import Markup

_LINE_END: Final = re.compile("\r\n?|\u2028|\u2029|\x85")
# Control characters, direction embeddings, overrides and isolates, lone surrogates, noncharacters.
_NEVER: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNWANTED: Final = re.compile(f"[{_NEVER}]")
_NOT_AS_IT_IS: Final = re.compile(f'[&<>"\\t\u2028\u2029{_NEVER}]')
_TOKEN: Final = re.compile(
    r'<(?P<open>b|i|code)>|</(?P<close>b|i|code|a)>|<a href="(?P<href>[^"<>]*)">|&(?P<sign>lt|gt|amp|quot);'
)
_SIGNS: Final = (("lt", "<"), ("gt", ">"), ("amp", "&"), ("quot", '"'))
_ECHOED: Final = 60  # characters
_LINK: Final = re.compile(r"(?:https?|tg)://[^\s]+", re.IGNORECASE)


def clean(text: str) -> str:
    """`text` without the characters that no name needs: control characters and those that turn the direction of text.

    Line ends become newlines, tabs become spaces; marks such as U+200F, which right-to-left writing needs, stay.
    """
    return _UNWANTED.sub("", _LINE_END.sub("\n", text).replace("\t", " "))


def shortened(text: str, length: int) -> str:
    """`text`, which is no markup, cut to `length` characters with an ellipsis where it is longer."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def echoed(typed: str) -> str:
    """What was typed in vain, as it is said back: some of it, if it is long."""
    return shortened(typed, _ECHOED)


def escape(text: str) -> Markup:
    """What a person typed, as markup that shows just that (cleaned); also safe within an href."""
    if not _NOT_AS_IT_IS.search(text):  # most names
        return Markup(text)
    escaped = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return Markup(escaped)


def join(parts: Iterable[Markup], between: str = "\n") -> Markup:
    """Parts put together; `between` is markup too."""
    return Markup(between.join(parts))


class Span(Struct, frozen=True):
    """A run of text in one look. `link` is an http, https or tg address; any other is no link."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None


class _Reader:
    """Collects spans while tags open and close in any order."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._open: list[tuple[str, str | None]] = []

    def text(self, text: str) -> None:
        if not text:
            return
        span = self._look(text)
        if self.spans and replace(self.spans[-1], text=text) == span:
            span = replace(span, text=self.spans.pop().text + text)
        self.spans.append(span)

    def token(self, token: re.Match[str]) -> None:
        if token["sign"]:
            self.text(dict(_SIGNS)[token["sign"]])
        elif token["open"]:
            self._open.append((token["open"], None))
        elif token["close"]:
            self._close(token)
        else:
            address = html.unescape(token["href"])
            self._open.append(("a", address if _LINK.fullmatch(address) else None))

    def _close(self, token: re.Match[str]) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == token["close"]:
                del self._open[index]
                return
        self.text(token[0])

    def _look(self, text: str) -> Span:
        tags = {tag for tag, _ in self._open}
        links = [link for _, link in self._open if link]
        return Span(text, "b" in tags, "i" in tags, "code" in tags, links[-1] if links else None)


def parse(markup: Markup) -> tuple[Span, ...]:
    """The spans of `markup`. Unknown tags and closing tags that close nothing are text; open tags close at the end."""
    source = clean(markup)
    reader = _Reader()
    position = 0
    for token in _TOKEN.finditer(source):
        reader.text(source[position : token.start()])
        reader.token(token)
        position = token.end()
    reader.text(source[position:])
    return tuple(reader.spans)


def plain(markup: Markup) -> str:
    """The text alone, as it is read aloud: without looks and addresses."""
    if not _NOT_AS_IT_IS.search(markup):  # most texts
        return str(markup)
    return "".join(span.text for span in parse(markup))


def linked(label: str, url: str) -> Markup:
    """Words that lead to an address; both are what somebody typed."""
    return Markup(f'<a href="{escape(url)}">{escape(label)}</a>')


def to_html(markup: Markup) -> str:
    """Telegram's HTML. Within code Telegram takes no other look; where code is a link, it stays a link.

    Source: core.telegram.org/bots/api#html-style.
    """
    return "".join(_html(span) for span in parse(markup))


def _html(span: Span) -> str:
    text = html.escape(span.text, quote=False)
    if span.code and not span.link:
        return f"<code>{text}</code>"
    if span.italic:
        text = f"<i>{text}</i>"
    if span.bold:
        text = f"<b>{text}</b>"
    return f'<a href="{html.escape(span.link)}">{text}</a>' if span.link else text


def to_ansi(markup: Markup, colour: bool = True) -> str:
    """For a terminal: bold and italic as escape codes where `colour` is wanted, addresses in brackets."""
    return "".join(_ansi(span, colour) for span in parse(markup))


def _ansi(span: Span, colour: bool) -> str:
    codes = [code for code, on in (("1", span.bold), ("3", span.italic)) if on]
    text = f"\x1b[{';'.join(codes)}m{span.text}\x1b[0m" if codes and colour else span.text
    return f"{text} ({span.link})" if span.link and span.link != span.text else text


# Discord: a backslash takes the meaning from any sign; these have one anywhere.
_MARKDOWN: Final = re.compile(r"[\\*_~`|\[\]<]")
# Quotes, headings, small print and lists mean something only where a line starts.
_LINE_SIGN: Final = re.compile(r"^([^\S\n]*)([->+#])", re.MULTILINE)
_LINE_NUMBER: Final = re.compile(r"^([^\S\n]*\d+)([.)])(?=\s|$)", re.MULTILINE)
# Discord looks for pings in the raw text, where a backslash does not help; an invisible space does.
_MENTION: Final = re.compile(r"@(?=everyone|here|[!&]?\d)")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,:;!?'()\[\]{}*_~|`\\]", re.IGNORECASE)
_IN_ADDRESS: Final = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '"()*<>@[\\]`|'})
_INVISIBLE: Final = "\u200b"


def to_markdown(markup: Markup) -> str:
    """Discord's Markdown, in which nothing that a person typed is formatting, a mention or a hidden link.

    Web addresses that stand in the text as such stay clickable and get no preview.
    """
    result = ""
    for span in parse(markup):
        piece = _markdown(span)
        # Two looks that touch would be read as one row of asterisks.
        touching = result.endswith(("*", "`")) and piece.startswith(("*", "`"))
        result += _INVISIBLE + piece if touching else piece
    return result


def _markdown(span: Span) -> str:
    body = span.text.strip()
    if not body or span == Span(span.text):
        return _run(span.text)
    before, _, after = span.text.partition(body)
    marks = "**" * span.bold + "*" * span.italic
    return before + _linked(span, f"{marks}{_code(body) if span.code else _run(body)}{marks}") + after


def _linked(span: Span, label: str) -> str:
    """A label with its address. Discord shows no label that looks like an address itself, and knows no tg links."""
    if not span.link or not _ADDRESS.match(span.link):
        return label
    address = f"<{span.link.translate(_IN_ADDRESS)}>"
    if span.text.strip() == span.link:
        return address
    return f"{label} ({address})" if "://" in span.text else f"[{label}]({address})"


def _code(text: str) -> str:
    """Between double backticks, in which single ones are text."""
    inner = re.sub(r"`(?=`)", "`" + _INVISIBLE, _MENTION.sub("@" + _INVISIBLE, text))
    return f"`` {inner} ``" if "`" in inner else f"`{inner}`"


def _run(text: str) -> str:
    """Text without a look: signs escaped, addresses kept whole."""
    pieces = []
    position = 0
    for address in _ADDRESS.finditer(text):
        pieces += [_signs(text[position : address.start()]), f"<{address[0].translate(_IN_ADDRESS)}>"]
        position = address.end()
    pieces.append(_signs(text[position:]))
    return _LINE_NUMBER.sub(r"\1\\\2", _LINE_SIGN.sub(r"\1\\\2", "".join(pieces)))


def _signs(text: str) -> str:
    return _MENTION.sub("@" + _INVISIBLE, _MARKDOWN.sub(r"\\\g<0>", text))
