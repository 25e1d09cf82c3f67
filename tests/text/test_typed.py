"""What somebody wrote, as it is kept."""

import pytest

from bot.text.typed import in_a_line, in_lines


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u200b", "\u202e\u2066", "...", "-\n-", "\u0301\u0301"])
def test_where_there_is_nothing_to_read_there_is_nothing(nothing: str) -> None:
    assert in_a_line(nothing) == in_lines(nothing) == ""


def test_signs_that_nobody_sees_and_those_that_turn_the_direction_go() -> None:
    assert in_a_line("te\u200bapot\u202e \u2066s\u00ad") == "teapot s"


def test_marks_pile_up_on_no_letter_and_accents_stay() -> None:
    assert in_a_line("c\u030cajn\u00edk" + "\u0335" * 50) == "c\u030cajn\u00edk" + "\u0335" * 4


def test_emoji_of_several_people_stay_whole() -> None:
    assert in_a_line("👩\u200d👩\u200d👧 evening") == "👩\u200d👩\u200d👧 evening"


def test_lines_stay_lines_with_one_empty_one_between_them_at_most() -> None:
    assert in_lines("  one \n\n\n\n two\u2028three ") == "one\n\ntwo\nthree"
    assert in_a_line(" one\n two ") == "one two"
