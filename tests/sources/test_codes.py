"""Codes that are typed into a chat, told apart from words."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.model.identity import AccountRef
from bot.sources.codes import SPAN, Tries, code_in

START = datetime(2026, 11, 28, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("7KQM-2XWD", "7KQM2XWD"),
        (" 7kqm2xwd ", "7KQM2XWD"),
        ("7kqm 2xwd", "7KQM2XWD"),
        ("KQMA-XWDB", "KQMAXWDB"),
        ("lO1O-KQMA", "LO1OKQMA"),
        ("POGCHAMP", None),
        ("nice shot", None),
        ("my code is 7KQM-2XWD", None),
        ("7KQM-2XW", None),
        ("7KQM--2XWD", None),
        ("UUUU-1234", None),
        ("7KQM-2XWDE", None),
        ("", None),
    ],
)
def test_codes_are_told_apart_from_words(text: str, code: str | None) -> None:
    assert code_in(text) == code


def test_one_account_has_five_tries_in_ten_minutes_and_others_have_theirs() -> None:
    tries = Tries()
    ann, ben = AccountRef("twitch", "1"), AccountRef("twitch", "2")
    assert [tries.allow(ann, START) for _ in range(6)] == [True] * 5 + [False]
    assert tries.allow(ben, START)
    assert tries.allow(ann, START + SPAN + timedelta(seconds=1))


def test_a_whole_chat_that_types_codes_is_bounded_too() -> None:
    tries = Tries()
    allowed = [tries.allow(AccountRef("twitch", str(number)), START) for number in range(500)]
    assert sum(allowed) == 300
