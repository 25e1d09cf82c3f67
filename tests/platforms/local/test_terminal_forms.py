"""Forms in the terminal, asked field by field."""

import pytest

from bot.model.messages import Field, FieldKind, Form
from bot.text.translator import Translator
from tests.platforms.local.sitting import SmallChat, transcript


@pytest.fixture
def chat(small: SmallChat) -> SmallChat:
    """The chat that is sat at."""
    return small


async def test_a_form_is_asked_field_by_field_until_each_answer_fits(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ask", "-", "", "9", "large")
    assert "New poll" in shown
    assert "Title\n[Tea?] > -" in shown
    assert "  2 Large" in shown
    assert "This one is needed" in shown
    assert "Pick one of them by its number or its name; ! cancels." in shown
    assert "Afterglow · #general\n  Got (('title', 'Tea?'), ('size', 'l'))." in shown


async def test_a_form_can_be_cancelled(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ask", "!", "quit", "never read")
    assert "Cancelled; nothing was sent." in shown
    assert "never read" not in shown


async def test_a_command_in_a_form_leaves_it_with_a_word_about_what_was_entered(
    chat: SmallChat, translator: Translator
) -> None:
    shown = await transcript(chat, translator, "/ask", "Coffee?", "/ping", "1")
    after = shown.split("[Tea?] > Coffee?")[1]
    assert "You left “New poll”; nothing of it was sent." in after
    assert "You had entered Title: Coffee?" in after
    assert "Awake." in after
    assert "You pressed again." in after
    assert "Got (" not in shown
    assert not chat.forms(chat.people[0])


@pytest.mark.parametrize("line", ["@host", "#hosts", "#direct", "quit"])
async def test_what_the_terminal_obeys_is_no_answer_to_a_form(
    line: str, chat: SmallChat, translator: Translator
) -> None:
    shown = await transcript(chat, translator, "/ask", line, "/ask")
    assert "You left “New poll”" in shown
    assert "You had entered" not in shown
    assert ("> /ask\nNew poll" in shown.split("You left")[1]) == (line != "quit")


async def test_an_answer_to_a_form_can_begin_with_a_slash_or_an_at(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ask", "//me or @ema", "1", "/ask", "@@ema", "?", "2")
    assert "Got (('title', '/me or @ema'), ('size', 's'))." in shown
    assert "Got (('title', '@ema'), ('size', 'l'))." in shown
    assert shown.count("Enter keeps what stands in brackets, ! cancels.") == 3


@pytest.mark.parametrize(
    ("field", "hints"),
    [
        (Field("on", "On", FieldKind.YES_NO), 1),
        (Field("on", "On", FieldKind.YES_NO, "yes or no"), 0),
        (Field("on", "On", FieldKind.YES_NO, value="yes"), 0),
    ],
)
async def test_how_to_answer_yes_or_no_is_said_once(
    field: Field, hints: int, chat: SmallChat, translator: Translator
) -> None:
    chat.form = Form("f-2", "A switch", (field,))
    shown = await transcript(chat, translator, "/ask", "perhaps", "no")
    assert shown.count("· Answer yes or no.\n") == hints
    assert shown.count("· Answer yes or no; ! cancels.\n") == 1
    assert "Got (('on', 'no'),)." in shown


async def test_a_long_text_that_stands_in_a_field_is_drawn_above_its_prompt(
    chat: SmallChat, translator: Translator
) -> None:
    text = "That was a long evening.\n\nThank you for staying until the glaze was dry."
    chat.form = Form("f-3", "Thanks", (Field("text", "Text", FieldKind.LONG_TEXT, value=text),))
    shown = await transcript(chat, translator, "/ask", "-")
    assert "Text\n  That was a long evening.\n\n  Thank you for staying until the glaze was dry.\n[…] > -" in shown
    assert "Got (('text', 'That was" in shown


async def test_a_form_that_the_input_leaves_open_ends_with_it(chat: SmallChat, translator: Translator) -> None:
    shown = await transcript(chat, translator, "/ask", "A poll")
    assert shown.endswith("Size\n  1 Small\n  2 Large\n")
