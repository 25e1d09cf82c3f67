"""Where long texts are cut."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.model.messages import Markup
from bot.platforms.telegram.parts import split, width
from bot.text.markup import escape, plain


def test_a_text_that_fits_stays_whole() -> None:
    assert split(Markup("<b>short</b>"), 5) == ("<b>short</b>",)


def test_a_paragraph_end_is_preferred_to_a_line_end_and_that_to_a_space() -> None:
    assert split(Markup("one two\nthree\n\nfour five"), 20) == ("one two\nthree", "four five")
    assert split(Markup("one two\nthree four five"), 18) == ("one two", "three four five")
    assert split(Markup("one two three"), 9) == ("one two", "three")
    assert split(Markup("unbroken"), 5) == ("unbro", "ken")


def test_a_paragraph_that_ends_right_at_the_limit_is_not_cut() -> None:
    assert split(Markup("12345\n\n67890"), 5) == ("12345", "67890")


def test_tags_are_closed_at_a_cut_and_opened_again() -> None:
    parts = split(Markup('<b>bold <i>both</i></b> <a href="https://a.example/b c">a link</a>'), 10)
    assert parts == ("<b>bold <i>both</i></b>", '<a href="https://a.example/b c">a link</a>')
    assert split(Markup("<b>one two</b>"), 4) == ("<b>one</b>", "<b>two</b>")


def test_signs_count_once_and_emojis_twice() -> None:
    assert width("🎉") == 2
    assert split(escape("<<<<"), 4) == (escape("<<<<"),)
    assert split(Markup("🎉🎉"), 3) == ("🎉", "🎉")


@given(st.text(st.sampled_from("ab <&>🎉\n"), max_size=60), st.integers(2, 15))
def test_every_part_fits_and_no_word_is_lost(text: str, limit: int) -> None:
    parts = [plain(part) for part in split(escape(text), limit)]
    assert all(width(part) <= limit for part in parts)
    assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", plain(escape(text)))
