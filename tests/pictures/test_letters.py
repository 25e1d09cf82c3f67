"""Letters: cleaned, in the right order, in a font that has them, and never wider than their place."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures.clusters import LONGEST, clusters
from bot.pictures.directions import in_visual_order, levels
from bot.pictures.faces import MISSING, Weight, drawn
from bot.pictures.lines import fitted, shaped, wrapped
from tests.pictures.examples import HOSTILE, NAMES

FAMILY, FLAG, KEYCAP, SKIN, BEAR = "👩‍👩‍👧‍👦", "🇨🇿", "1️⃣", "🤝🏽", "🐻‍❄️"
ENGLAND = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("a\u202eb\u2066c\u200e", ["a", "b", "c"]),
        (" a \t\n\x00 b ", ["a", " ", "b"]),
        ("e\u0301x\u030c", ["é", "x\u030c"]),
        (f"{FAMILY}{FLAG}{FLAG}{KEYCAP}{SKIN}{BEAR}{ENGLAND}", [FAMILY, FLAG, FLAG, KEYCAP, SKIN, BEAR, ENGLAND]),
        ("\u0301\u0302a", ["a"]),
        ("\u3164\u2800\u115f", []),
        ("می\u200cخواهم", ["م", "ی\u200c", "خ", "و", "ا", "ه", "م"]),
        ("a" + "\u0316" * 30, ["a" + "\u0316" * 3]),
    ],
)
def test_a_name_is_taken_apart_into_what_people_take_for_one_sign(text: str, signs: list[str]) -> None:
    assert list(clusters(text)) == signs


def test_of_a_name_without_end_a_beginning_is_looked_at() -> None:
    assert len(clusters(HOSTILE)) <= LONGEST


@pytest.mark.parametrize(
    ("logical", "seen"),
    [
        ("abc אבג", "abc גבא"),
        ("אבג abc", "abc גבא"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("abc אבג 123, def", "abc 123 גבא, def"),
        ("محمد 12-34", "34-12 دمحم"),
        ("(אב) x", "x )בא("),
        ("x (אב) y", "x (בא) y"),
        ("50 % אב", "בא % 50"),
        ("אב 50%", "50% בא"),
        ("✨", "✨"),
        ("", ""),
    ],
)
def test_each_sign_stands_where_a_reader_expects_it(logical: str, seen: str) -> None:
    signs = list(logical)
    assert "".join(signs[place] for place in in_visual_order(levels(signs))) == seen


@given(st.lists(st.sampled_from(list("abאבم1٢+,%$ ()-✨\u0301")), max_size=40))
def test_every_sign_is_seen_once(signs: list[str]) -> None:
    assert sorted(in_visual_order(levels(signs))) == list(range(len(signs)))


@pytest.mark.parametrize("name", [*NAMES, "Příliš žluťoučký kůň úpěl ďábelské ódy", "ŁÓDŹ ÇığŞ ñandú Đỗ Ångström ẞ"])
@pytest.mark.parametrize("weight", list(Weight))
def test_every_sign_of_the_scripts_we_promise_has_a_glyph(name: str, weight: Weight) -> None:
    found = [drawn(sign, weight) for sign in clusters(name)]
    assert all(one is not None and one.text != MISSING for one in found)
    assert all(glyph.number != 0 for glyph in shaped(name, weight, 20).glyphs)


@pytest.mark.parametrize("emoji", [FAMILY, FLAG, KEYCAP, SKIN, BEAR, ENGLAND, "❤️", "✨", "☕", "🫶🏿", "🏳️‍🌈"])
def test_an_emoji_of_many_parts_is_one_coloured_glyph(emoji: str) -> None:
    [glyph] = shaped(emoji, Weight.TEXT, 20).glyphs
    assert glyph.face.is_coloured


def test_digits_and_text_hearts_are_letters() -> None:
    assert not any(glyph.face.is_coloured for glyph in shaped("12 #3 ♥ ©", Weight.TEXT, 20).glyphs)


def test_arabic_letters_join_and_are_read_from_the_right() -> None:
    alone = {shaped(letter, Weight.TEXT, 20).glyphs[0].number for letter in "محمد"}
    joined = shaped("محمد", Weight.TEXT, 20).glyphs
    assert len({glyph.number for glyph in joined} - alone) >= 2
    assert shaped("علي abc", Weight.TEXT, 20).glyphs[-1].face.name == "arabic"


@pytest.mark.parametrize(
    ("text", "plainer"),
    [("𝕬𝖓𝖓", "Ann"), ("a\U0001e8d0b", "ab"), ("①⑳", "①⑳"), ("\u0f56\u0f7c\u0f51", "…"), ("a🫩b", "ab"), ("ﬁ", "ﬁ")],
)
def test_what_no_font_has_is_drawn_plainer_or_as_one_gap(text: str, plainer: str) -> None:
    glyphs = [glyph.number for glyph in shaped(text, Weight.TEXT, 20).glyphs]
    assert glyphs == [glyph.number for glyph in shaped(plainer, Weight.TEXT, 20).glyphs]


@given(st.text(max_size=120), st.floats(60, 600))
@settings(max_examples=80, deadline=None)
def test_a_line_is_never_wider_than_its_place(text: str, width: float) -> None:
    line = fitted(text, Weight.HEADING, 40, width, 24)
    assert line.width <= width + 0.01
    assert 24 <= line.size <= 40


def test_a_line_is_made_smaller_before_it_is_cut() -> None:
    whole = fitted("Žofie", Weight.HEADING, 40, 500, 24)
    smaller = fitted("Žofie", Weight.HEADING, 40, whole.width * 0.8, 24)
    cut = fitted("Žofie", Weight.HEADING, 40, whole.width * 0.4, 24)
    assert (whole.size, round(smaller.size, 3), cut.size) == (40, 32, 24)
    assert len(smaller.glyphs) == len(whole.glyphs) > len(cut.glyphs)


@given(st.text(max_size=200), st.floats(60, 400), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_several_lines_hold_what_one_does_not_and_none_is_too_wide(text: str, width: float, most: int) -> None:
    lines = wrapped(text, Weight.TEXT, 24, width, most)
    assert len(lines) <= most
    assert all(line.width <= width + 0.01 for line in lines)


def test_lines_break_between_words_and_nothing_is_lost_that_has_room() -> None:
    words = "Ann, Ben, Eva and 3 others"
    lines = wrapped(words, Weight.TEXT, 24, shaped("Ann, Ben, Eva", Weight.TEXT, 24).width + 1, 2)
    assert [line.glyphs for line in lines] == [
        shaped("Ann, Ben, Eva", Weight.TEXT, 24).glyphs,
        shaped("and 3 others", Weight.TEXT, 24).glyphs,
    ]
    assert all(line.shows_all for line in lines)
    assert not wrapped(words, Weight.TEXT, 24, 80, 2)[-1].shows_all


def test_names_are_composed_before_they_are_drawn() -> None:
    decomposed = unicodedata.normalize("NFD", "Žluťoučký")
    assert shaped(decomposed, Weight.TEXT, 20) == shaped("Žluťoučký", Weight.TEXT, 20)
