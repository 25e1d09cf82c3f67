"""How buttons are laid out."""

from telegram import InlineKeyboardMarkup

from bot.model.messages import Action, ActionStyle
from bot.platforms.telegram.keyboards import keyboard


def rows_of(*labels: str) -> list[list[str]]:
    laid_out = keyboard([[Action(label, "t") for label in labels]])
    assert isinstance(laid_out, InlineKeyboardMarkup)
    return [[button.text for button in row] for row in laid_out.inline_keyboard]


def test_eleven_scores_become_six_and_five() -> None:
    scores = [str(score) for score in range(11)]
    assert rows_of(*scores) == [scores[:6], scores[6:]]


def test_words_stand_two_in_a_row() -> None:
    assert rows_of("Teapot", "Cup", "Saucer") == [["Teapot", "Cup"], ["Saucer"]]


def test_a_label_that_would_be_cut_has_a_row_to_itself() -> None:
    assert rows_of("Quiet hours", "Hours", "At most one message a day", "Hide me") == [
        ["Quiet hours", "Hours"],
        ["At most one message a day"],
        ["Hide me"],
    ]


def test_a_few_short_labels_stay_together() -> None:
    assert rows_of("1", "2", "3", "4", "5") == [["1", "2", "3", "4", "5"]]


def test_nothing_to_press_means_no_keyboard() -> None:
    assert keyboard([]) is None
    assert keyboard([[]]) is None


def test_a_button_has_its_address_or_its_token_and_shows_how_much_it_asks() -> None:
    actions = (Action("Shop", url="https://shop.example"), Action("Delete", "del", ActionStyle.DANGER))
    laid_out = keyboard([actions])
    assert laid_out is not None
    link, delete = laid_out.inline_keyboard[0]
    assert (link.url, link.callback_data) == ("https://shop.example", None)
    assert (delete.callback_data, delete.style) == ("del", "danger")
