"""Which of several wordings a reader gets whose language has a region, as Discord tells it."""

import pytest

from bot.text.languages import own_words


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        (("en-US",), "mug"),
        (("cs-CZ", "en"), "hrnek"),
        (("pt-BR",), "caneca"),
        (("de", "en"), "mug"),
        (("de",), "hrnek"),
    ],
)
def test_who_reads_a_language_with_a_region_reads_what_was_written_in_it(
    languages: tuple[str, ...], words: str
) -> None:
    assert own_words({"cs": "hrnek", "en": "mug", "pt-br": "caneca"}, *languages) == words


def test_where_nothing_was_written_there_are_no_words() -> None:
    assert own_words({}, "en", "cs") is None
