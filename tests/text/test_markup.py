"""What people typed is shown as they typed it, on every kind of screen."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.model.messages import Markup
from bot.text.markup import Span, clean, escape, join, parse, plain, to_ansi, to_html, to_markdown

ANYTHING = st.text(max_size=200)
TRICKY = st.lists(
    st.sampled_from(
        [*"*_~`|[]()<>@#&-+>1. \n\"'\\:/!x", "@everyone", "<@123>", "https://x.y/", "<b>", "</i>", "&lt;", "```"]
    )
).map("".join)
TYPED = ANYTHING | TRICKY
PIECES = st.lists(
    st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "</a>", '<a href="https://x.y/?a=1&amp;b=2">'])
    | TYPED.map(escape)
)
MARKUP = PIECES.map(lambda pieces: Markup("".join(pieces)))


class Page(HTMLParser):
    """Reads HTML as strictly as Telegram: tags must close in order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.open: list[str] = []
        self.links: list[str | None] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("b", "i", "code", "a")
        self.open.append(tag)
        self.links += [value for _, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


def unescaped_signs(source: str) -> list[str]:
    """Formatting, mentions and line signs that Discord would act on."""
    rest = re.sub(r"<https?://[^\s<>*`|\\@]*>", "address", source, flags=re.IGNORECASE)
    found = re.findall(r"@everyone|@here|<@[!&]?\d|^[^\S\n]*(?:[-+>#]|\d+[.)]\s)", rest, flags=re.MULTILINE)
    rest = re.sub(r"\\[^0-9A-Za-z\s]", "", rest)
    return found + re.findall(r"[\\*_~`|\[\]<]", rest)


@given(TYPED)
def test_telegram_shows_what_was_typed(text: str) -> None:
    page = Page(to_html(escape(text)))
    assert page.shown == clean(text)
    assert page.open == []


@given(MARKUP)
def test_any_markup_becomes_balanced_html_with_the_same_text(markup: Markup) -> None:
    page = Page(to_html(markup))
    assert page.open == []
    assert page.shown == plain(markup)


@given(TYPED)
@example("HTTP://0>")
def test_discord_never_acts_on_what_was_typed(text: str) -> None:
    assert unescaped_signs(to_markdown(escape(text))) == []


@given(TYPED.filter(lambda text: "://" not in text))
def test_discord_gets_all_characters_that_were_typed(text: str) -> None:
    shown = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", to_markdown(escape(text))).replace("\u200b", "")
    assert shown == clean(text).replace("\u200b", "")


@given(
    st.text(
        st.characters(
            exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"],
            exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        )
    )
)
def test_plain_gives_back_what_was_escaped(text: str) -> None:
    assert plain(escape(text)) == text


@given(TYPED)
def test_cleaning_only_takes_away_and_only_once(text: str) -> None:
    assert len(clean(text)) <= len(text)
    assert clean(clean(text)) == clean(text)


@given(TYPED)
def test_the_terminal_without_colour_shows_plain_text(text: str) -> None:
    assert to_ansi(escape(text), colour=False) == clean(text)


@given(MARKUP)
def test_nothing_but_our_own_codes_reaches_the_terminal(markup: Markup) -> None:
    assert "\x1b" not in re.sub(r"\x1b\[(1|3|1;3|0)m", "", to_ansi(markup))


def test_names_cannot_turn_the_text_round() -> None:
    assert escape("abc\u202egnp\u2069.exe\x00\x1b[2J") == "abcgnp.exe[2J"


def test_line_ends_become_newlines_and_tabs_spaces() -> None:
    assert escape("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd e"


@pytest.mark.parametrize(
    ("markup", "spans"),
    [
        ("a<b>c</b>d", [Span("a"), Span("c", bold=True), Span("d")]),
        ("<b>x<i>y</b>z</i>", [Span("x", bold=True), Span("y", bold=True, italic=True), Span("z", italic=True)]),
        ("<b>open", [Span("open", bold=True)]),
        ("<u>no</u> </b>", [Span("<u>no</u> </b>")]),
        ("Q&A &amp;lt; &quot;", [Span('Q&A &lt; "')]),
        ('<a href="https://x.y/?a=1&amp;b=2">shop</a>', [Span("shop", link="https://x.y/?a=1&b=2")]),
        ('<a href="javascript:alert(1)">shop</a>', [Span("shop")]),
        ("a<b></b>b", [Span("ab")]),
    ],
)
def test_markup_is_read_leniently(markup: str, spans: list[Span]) -> None:
    assert list(parse(Markup(markup))) == spans


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ("<b>a<i>b</i></b> &lt;3", "<b>a</b><b><i>b</i></b> &lt;3"),
        ("<b><code>/me</code></b>", "<code>/me</code>"),
        ('<a href="tg://user?id=1">Ema</a>', '<a href="tg://user?id=1">Ema</a>'),
        ('<a href="https://x.y/&quot;&gt;">x</a>', '<a href="https://x.y/&quot;&gt;">x</a>'),
    ],
)
def test_telegram_gets_its_html(markup: str, html: str) -> None:
    assert to_html(Markup(markup)) == html


@pytest.mark.parametrize(
    ("markup", "markdown"),
    [
        ("<b>a</b> <i>b</i> <b><i>c</i></b>", "**a** *b* ***c***"),
        ("<b>a</b><i>b</i>", "**a**\u200b*b*"),
        ("<b> a </b>b", " **a** b"),
        ("<code>a_b</code>", "`a_b`"),
        ("<code>a``b</code>", "`` a`\u200b`b ``"),
        ("# one\n- two\n1. three\n> four", "\\# one\n\\- two\n1\\. three\n\\> four"),
        ("@everyone &lt;@123&gt;", "@\u200beveryone \\<@\u200b123>"),
        ("see https://x.y/a_b.", "see <https://x.y/a_b>."),
        ("[free](https://x.y)", "\\[free\\](<https://x.y>)"),
        ('<a href="https://x.y/(a)">the shop</a>', "[the shop](<https://x.y/%28a%29>)"),
        ('<a href="https://x.y">https://x.y</a>', "<https://x.y>"),
        ('<a href="https://x.y">https://bank</a>', "<https://bank> (<https://x.y>)"),
        ('<a href="tg://resolve">chat</a>', "chat"),
    ],
)
def test_discord_gets_its_markdown(markup: str, markdown: str) -> None:
    assert to_markdown(Markup(markup)) == markdown


def test_the_terminal_gets_looks_and_addresses() -> None:
    markup = Markup('<b>a</b> <b><i>b</i></b> <a href="https://x.y">shop</a>')
    assert to_ansi(markup) == "\x1b[1ma\x1b[0m \x1b[1;3mb\x1b[0m shop (https://x.y)"
    assert to_ansi(markup, colour=False) == "a b shop (https://x.y)"


def test_parts_are_joined_as_markup() -> None:
    joined = join([Markup("<b>a</b>"), escape("<")])
    assert isinstance(joined, Markup)
    assert joined == "<b>a</b>\n&lt;"
