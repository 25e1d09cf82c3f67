"""Which command a typed line means."""

import pytest

from bot.model.identity import Role
from bot.model.messages import CommandSpec
from bot.platforms.telegram.typed import CommandTable, Typed, published_name

PATHS = (("me",), ("stream",), ("stream", "start"), ("badge", "give"), ("loyalty-card", "show"))
TABLE = CommandTable([CommandSpec(path, Role.MEMBER, {}) for path in PATHS])


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("/me", "me", ""),
        ("/ME now", "me", "now"),
        ("/stream_start Tea  time", "stream start", "Tea  time"),
        ("/stream start Tea  time", "stream start", "Tea  time"),
        ("/stream Start\nTea", "stream start", "Tea"),
        ("/stream tomorrow", "stream", "tomorrow"),
        ("/loyalty_card show", "loyalty-card show", ""),
        ("/loyalty_card_show", "loyalty-card show", ""),
        ("/badge give @ann helper", "badge give", "@ann helper"),
    ],
)
def test_the_longest_published_path_wins_and_the_rest_stays_as_typed(text: str, name: str, words: str) -> None:
    assert TABLE.read(text, "afterglow_bot") == Typed(name, words, known=True, addressed=False)


def test_the_start_of_a_published_path_is_known_by_its_one_word() -> None:
    assert TABLE.read("/badge take", "afterglow_bot") == Typed("badge", "take", known=True, addressed=False)


def test_a_command_for_another_bot_is_none_of_ours() -> None:
    assert TABLE.read("/me@other_bot", "afterglow_bot") is None


def test_our_own_name_is_read_whatever_its_case() -> None:
    assert TABLE.read("/nope@Afterglow_Bot x", "afterglow_bot") == Typed("nope", "x", known=False, addressed=True)


@pytest.mark.parametrize("text", ["", "hello", "a /me", "/", "//me", "/čaj"])
def test_other_text_is_no_command(text: str) -> None:
    assert TABLE.read(text, "afterglow_bot") is None


def test_a_published_name_is_one_that_telegram_takes() -> None:
    assert published_name(("Loyalty-Card", "show")) == "loyalty_card_show"
    assert len(published_name(("a" * 40,))) == 32
