"""Forms as modals: each kind of question, what stands in it, and what comes back."""

from typing import Any

import pytest
import simcord

from bot.model.incoming import CommandInvoked, FormSubmitted
from bot.model.messages import Choice, Field, FieldKind, Form
from bot.model.results import SendResult, SendStatus
from bot.model.uploads import upload_of
from tests.platforms.discord.bench import Bench


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(f"v{number}", f"Choice {number}") for number in range(count))


async def opened(bench: Bench, *fields: Field) -> simcord.InteractionResult:
    """What ann sees after a form of these fields was opened for her."""
    result = await bench.ann.slash(bench.channel, "ask")
    asked = bench.sink.of(CommandInvoked)[-1]
    sent = await bench.platform.open_form(asked.reply_to, Form("form-1", "Questions", fields))
    assert sent.status is SendStatus.SENT
    return result


def labels(result: simcord.InteractionResult) -> list[Any]:
    assert result.modal is not None
    return list(result.modal["components"])


async def test_every_kind_comes_back_as_text(bench: Bench) -> None:
    shown = await opened(
        bench,
        Field("title", "Title"),
        Field("score", "Score", FieldKind.NUMBER),
        Field("colour", "Colour", FieldKind.CHOICE, choices=choices(3)),
        Field("days", "Days", FieldKind.CHOICES, choices=choices(4)),
        Field("again", "Again?", FieldKind.YES_NO),
    )
    typed = {"title": "Tea", "score": "9", "colour": "v1", "days": ["v0", "v3"], "again": True}
    await bench.ann.submit_modal(shown, typed)
    [update] = bench.sink.of(FormSubmitted)
    assert dict(update.values) == {"title": "Tea", "score": "9", "colour": "v1", "days": "v0,v3", "again": "yes"}


async def test_a_file_is_handed_in_and_fetched(bench: Bench) -> None:
    shown = await opened(
        bench, Field("file", "File", FieldKind.FILE), Field("more", "More", FieldKind.FILE, required=False)
    )
    await bench.ann.submit_modal(shown, {"file": [("pots.pdf", b"%PDF \x00\xff")]})
    [update] = bench.sink.of(FormSubmitted)
    values = dict(update.values)
    upload = upload_of(values["file"])
    assert upload is not None and upload_of(values["more"]) is None
    assert (upload.platform, upload.name, upload.size) == ("discord", "pots.pdf", 7)
    files = bench.platform.natives.files
    assert files is not None and await files.fetch(upload.reference) == b"%PDF \x00\xff"
    refused = await files.fetch("https://cdn.discordapp.com/attachments/1/2/gone.pdf")
    assert isinstance(refused, SendResult) and refused.status is SendStatus.GONE


async def test_long_lists_become_menus(bench: Bench) -> None:
    shown = await opened(
        bench,
        Field("one", "One", FieldKind.CHOICE, choices=choices(11)),
        Field("some", "Some", FieldKind.CHOICES, choices=choices(25), required=False),
        Field("only", "Only", FieldKind.CHOICE, choices=choices(1)),
    )
    menu = 3  # Discord's number
    assert [label["component"]["type"] for label in labels(shown)] == [menu, menu, menu]
    await bench.ann.submit_modal(shown, {"one": ["v10"], "some": [], "only": ["v0"]})
    [update] = bench.sink.of(FormSubmitted)
    assert dict(update.values) == {"one": "v10", "some": "", "only": "v0"}


async def test_what_is_known_stands_there_at_first(bench: Bench) -> None:
    shown = await opened(
        bench,
        Field("why", "Why", FieldKind.LONG_TEXT, value="because"),
        Field("colour", "Colour", FieldKind.CHOICE, value="v2", choices=choices(3)),
        Field("days", "Days", FieldKind.CHOICES, value="v0,v1", choices=choices(3)),
        Field("again", "Again?", FieldKind.YES_NO, value="yes"),
        Field("one", "One", FieldKind.CHOICE, value="v7", choices=choices(12)),
    )
    why, colour, days, again, one = (label["component"] for label in labels(shown))
    assert (why["value"], again["default"]) == ("because", True)
    chosen = [[each["value"] for each in part["options"] if each.get("default")] for part in (colour, days, one)]
    assert chosen == [["v2"], ["v0", "v1"], ["v7"]]


async def test_a_question_longer_than_a_label_stands_below_it_in_full(bench: Bench) -> None:
    question = "What should we do next time that we did not do last time, dear friend?"
    shown = await opened(bench, Field("next", question), Field("name", "Name", help="As on the parcel."))
    first, second = labels(shown)
    assert (first["label"], first["description"]) == ("What should we do next time that we did not…", question)
    assert second["description"] == "As on the parcel."


async def test_a_form_of_seven_questions_shows_five_and_says_so(bench: Bench) -> None:
    shown = await opened(bench, *(Field(f"f{number}", f"Question {number}") for number in range(7)))
    last = labels(shown)[-1]
    assert (len(labels(shown)), last["label"]) == (5, "Question 4")
    assert last["description"] == "Discord shows 5 of 7 questions here. The others stay as they are."


@pytest.mark.parametrize("count", [0, 26])
async def test_a_question_with_nothing_or_too_much_to_choose_from_is_invalid(bench: Bench, count: int) -> None:
    await bench.ann.slash(bench.channel, "ask")
    [asked] = bench.sink.of(CommandInvoked)
    form = Form("form-1", "Questions", (Field("one", "One", FieldKind.CHOICE, choices=choices(count)),))
    assert (await bench.platform.open_form(asked.reply_to, form)).status is SendStatus.INVALID
