"""Texts that are lines of words are read without the parser, and come out as it reads them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

import plugins
from bot.text.files import Entry, bundled_locales, read_locales
from bot.text.simple import simple_message

PARSER = FluentParser(with_spans=False)


def our_entries() -> Iterator[Entry]:
    beside = sorted(Path(next(iter(plugins.__path__))).glob("*/locales"))
    for file in read_locales([bundled_locales(), *beside]):
        yield from file.entries()


def read_as_the_parser(source: str) -> bool:
    """Whether it was read at all."""
    found = simple_message(source)
    if found is None:
        return False
    read = PARSER.parse_entry(source)
    assert isinstance(read, ast.Message)
    assert found.equals(read)
    return True


@pytest.mark.long
def test_our_own_texts_are_read_as_the_parser_reads_them_and_half_of_them_without_it() -> None:
    read = [read_as_the_parser(entry.source) for entry in our_entries()]
    assert sum(read) > len(read) * 0.4


PIECES = ["one", "=", " = ", "\n", " ", "    ", ".name", "{", "}", "[", "*", "#", "-", "é", "\t", "\u00a0", "\r", '"']


@given(pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14))
def test_whatever_an_entry_holds_it_is_read_as_the_parser_reads_it_or_left_to_it(pieces: list[str]) -> None:
    read_as_the_parser("one =" + "".join(pieces))


@pytest.mark.parametrize(
    "source",
    ["one = { $name } is here", "one = First\n    second", "one =\n    Below", "-brand = Afterglow", "one = ", "one"],
)
def test_what_is_more_than_lines_of_words_is_left_to_the_parser(source: str) -> None:
    assert simple_message(source) is None


def test_words_and_attributes_are_read() -> None:
    assert read_as_the_parser("cmd-ping =Says hello. \n    .name = ping\n    .short=p\n\n")
