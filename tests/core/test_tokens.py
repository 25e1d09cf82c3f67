"""Tokens in buttons: what comes back is what went in, and nobody else can make one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.tokens import Tokens, code, is_for
from bot.model.messages import TOKEN_PATTERN

TOKENS = Tokens(b"k" * 32)
WORD = st.one_of(st.integers(0, 10**6), st.from_regex(r"[A-Za-z0-9-]{0,7}", fullmatch=True))


@given(st.lists(WORD, max_size=2))
def test_what_is_read_is_what_was_made(arguments: list[int | str]) -> None:
    token = TOKENS.make("polls.vote", *arguments)
    assert TOKEN_PATTERN.fullmatch(token)
    assert TOKENS.read(token) == (code("polls.vote"), [str(argument) for argument in arguments])


@given(st.text(max_size=60))
def test_any_text_that_we_did_not_make_is_none_of_ours(text: str) -> None:
    assert TOKENS.read(text) is None


@given(st.integers(0, 30), st.characters())
def test_a_token_with_one_letter_changed_is_none_of_ours(place: int, letter: str) -> None:
    token = TOKENS.make("polls.vote", 12, "tea-time")
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    assert (TOKENS.read(changed) is not None) == (changed == token)


@given(st.integers(1, 30))
def test_a_token_that_is_cut_is_none_of_ours(length: int) -> None:
    token = TOKENS.make("polls.vote", 12, "tea-time")
    assert TOKENS.read(token[:-length]) is None
    assert TOKENS.read(token[length:]) is None


def test_a_token_made_with_another_key_is_none_of_ours() -> None:
    assert TOKENS.read(Tokens(b"o" * 32).make("polls.vote", 1)) is None


def test_a_token_of_a_community_is_good_in_it_alone_and_one_of_none_in_each() -> None:
    token = TOKENS.make("polls.vote", 1, community=1)
    assert TOKENS.read(token, 1) == (code("polls.vote"), ["1"])
    assert TOKENS.read(token, 2) is None
    assert TOKENS.read(token) is None
    assert (TOKENS.is_of(token, 1), TOKENS.is_of(token, 2), TOKENS.is_of(token, None)) == (True, False, False)
    assert len(token) == len(TOKENS.make("polls.vote", 1))
    assert TOKENS.read(TOKENS.make("polls.vote", 1), 2) is not None


@pytest.mark.parametrize("text", ["", "a", "čaj_čajčajča", "x" * 41])
def test_what_is_no_token_is_of_no_community(text: str) -> None:
    assert not TOKENS.is_of(text, 1)


@pytest.mark.parametrize("argument", ["a_b", "a b", "čaj", "a:b", "x" * 40, "a\n"])
def test_arguments_that_do_not_fit_are_refused_when_the_button_is_made(argument: str) -> None:
    with pytest.raises(ValueError, match=r"polls\.vote"):
        TOKENS.make("polls.vote", argument)


def test_a_token_tells_whose_it_is_and_how_it_ends() -> None:
    token = TOKENS.make("polls.vote", 3, "yes")
    assert is_for(token, "polls.vote")
    assert is_for(token, "polls.vote", [3, "yes"])
    assert is_for(token, "polls.vote", ["yes"])
    assert not is_for(token, "polls.vote", [3])
    assert not is_for(token, "polls.close")
