"""What typed lines mean."""

import pytest

from bot.model.identity import Role
from bot.model.messages import Action, Choice, CommandSpec, Field, FieldKind
from bot.platforms.local.asking import Retry, Value, read_answer
from bot.platforms.local.numbering import numbered
from bot.platforms.local.typed import TypedCommand, nearest_command, read_command
from bot.text.questions import is_question

COMMANDS = (
    CommandSpec(("stream",), Role.MEMBER, {"en": "Streams."}),
    CommandSpec(("stream", "start"), Role.HOST, {"en": "Start a stream.", "cs:name": "začni"}),
)
COLOURS = (Choice("r", "Red"), Choice("g", "Green"), Choice("1", "Blue"))


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("/stream", "stream", ""),
        ("/stream starting now", "stream", "starting now"),
        ("/stream start", "stream start", ""),
        ("/Stream  START  two  spaces ", "stream start", "two  spaces"),
        ("/stream začni dnes", "stream start", "dnes"),
    ],
)
def test_the_longest_command_wins_and_the_rest_stays_as_typed(line: str, name: str, words: str) -> None:
    assert read_command(line, COMMANDS) == TypedCommand(name, words)


@pytest.mark.parametrize("line", ["/", "/start", "/streams", "/ stop"])
def test_other_lines_are_no_command(line: str) -> None:
    assert read_command(line, COMMANDS) is None


def test_a_slip_of_the_finger_finds_the_command_that_was_meant() -> None:
    assert nearest_command("/steam strat now", COMMANDS) == "stream start"
    assert nearest_command("/quux", COMMANDS) is None
    assert nearest_command("/", COMMANDS) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("really?", True), ("www.shop.example/?q=1", False), ("https://a.example/?b is that it?", True), ("no", False)],
)
def test_a_question_has_a_question_mark_outside_its_links(text: str, *, expected: bool) -> None:
    assert is_question(text) is expected


@pytest.mark.parametrize(
    ("kind", "line", "value"),
    [
        (FieldKind.TEXT, " as it is ", "as it is"),
        (FieldKind.LONG_TEXT, "1, 2", "1, 2"),
        (FieldKind.NUMBER, "2,5", "2.5"),
        (FieldKind.YES_NO, "Ano", "yes"),
        (FieldKind.YES_NO, "n", "no"),
        (FieldKind.CHOICE, "2", "g"),
        (FieldKind.CHOICE, "1", "r"),
        (FieldKind.CHOICE, "blue", "1"),
        (FieldKind.CHOICES, "3, red,3", "1,r"),
        (FieldKind.FILE, "žlutá", "local\nžlutá\n7\ntyped.txt"),
    ],
)
def test_an_answer_becomes_the_value_of_its_field(kind: FieldKind, line: str, value: str) -> None:
    assert read_answer(Field("f", "Field", kind, choices=COLOURS), line) == Value(value)


@pytest.mark.parametrize(
    ("kind", "line", "hint"),
    [
        (FieldKind.TEXT, "-", "local-form-needed"),
        (FieldKind.NUMBER, "many", "local-form-number"),
        (FieldKind.NUMBER, "nan", "local-form-number"),
        (FieldKind.YES_NO, "perhaps", "local-form-yes-no"),
        (FieldKind.CHOICE, "4", "local-form-choice"),
        (FieldKind.CHOICES, "1, 9", "local-form-choices"),
        (FieldKind.CHOICES, ",", "local-form-choices"),
    ],
)
def test_an_answer_that_does_not_fit_says_what_would(kind: FieldKind, line: str, hint: str) -> None:
    assert read_answer(Field("f", "Field", kind, choices=COLOURS), line) == Retry(hint)


@pytest.mark.parametrize("line", ["", "-"])
def test_an_empty_line_keeps_what_stands_there(line: str) -> None:
    assert read_answer(Field("f", "Field", value="tea"), line) == Value("tea")
    assert read_answer(Field("f", "Field", required=False), line) == Value("")


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("Again", "Shop"), [1, 2]),
        (("0", "1", "2", "3"), [0, 1, 2, 3]),
        (("0", "1", "2", "Less of this"), [0, 1, 2, 3]),
        (("Yes", "1", "No", "3"), [2, 1, 4, 3]),
        (("1", "1", "1"), [1, 2, 3]),
        (("5 ⭐", "½"), [1, 2]),
        ((), []),
    ],
)
def test_a_number_that_is_a_label_presses_its_button_and_the_others_count_past_it(
    labels: tuple[str, ...], numbers: list[int]
) -> None:
    buttons = [Action(label, f"t-{place}") for place, label in enumerate(labels)]
    assert list(numbered(buttons).items()) == list(zip(numbers, buttons, strict=True))
