"""Forms, asked question by question."""

from datetime import timedelta

import pytest

from bot.model.identity import Role
from bot.model.incoming import CommandInvoked, FormSubmitted, LinkOpened, ReplyTo
from bot.model.messages import Choice, Field, FieldKind, Form, Markup, Message
from bot.model.results import SendResult, SendStatus
from bot.model.titles import plugin_named
from bot.model.uploads import upload_of
from tests.platforms.contract import Notebook
from tests.platforms.telegram.conftest import Restarted, Scene

TEAS = (Choice("green", "Green tea"), Choice("black", "Black tea"), Choice("mint", "Mint"))
FORM = Form(
    "settings-1",
    "What you like",
    (
        Field("name", "Your name", help="As it stands on the parcel."),
        Field("cups", "Cups a day", FieldKind.NUMBER),
        Field("best", "The best one", FieldKind.CHOICE, choices=TEAS),
        Field("others", "Others you like", FieldKind.CHOICES, value="mint", choices=TEAS),
        Field("news", "News by mail?", FieldKind.YES_NO),
        Field("note", "Anything else?", FieldKind.LONG_TEXT, required=False),
    ),
)
ONE = Form("one-1", "One thing", (Field("what", "What is it?"),))


async def _asked(scene: Scene, form: Form) -> ReplyTo:
    """Ben asked for a form in the group, and got it."""
    await scene.ben.says("/me", in_=scene.group)
    to = (await scene.sink.newest(CommandInvoked)).reply_to
    assert (await scene.platform.open_form(to, form)).status is SendStatus.SENT
    return to


async def test_the_answers_to_all_questions_come_back_at_once(scene: Scene) -> None:
    ben = scene.ben
    await _asked(scene, FORM)
    first = await ben.reads("Your name")
    assert (
        first.text
        == "What you like\n\nYour name\nAs it stands on the parcel.\n\nSkončit můžeš příkazem\N{NO-BREAK SPACE}/cancel."
    )
    await ben.says("Ben <Brown>")
    await ben.reads("Cups a day")
    await ben.says("2,5")
    await ben.presses(await ben.reads("The best one"), "Black tea")
    others = await ben.reads("Others you like")
    assert others.rows == [["Green tea", "Black tea"], ["✓ Mint"], ["Hotovo", "Zrušit"]]
    await ben.presses(others, "Green tea")
    await scene.until(lambda: "✓ Green tea" in others.labels)
    await ben.presses(others, "Hotovo")
    await ben.presses(await ben.reads("News by mail?"), "Ano")
    await ben.presses(await ben.reads("Anything else?"), "Přeskočit")
    submitted = await scene.sink.newest(FormSubmitted)
    assert submitted.token == "settings-1"
    assert dict(submitted.values) == {
        "name": "Ben <Brown>",
        "cups": "2.5",
        "best": "black",
        "others": "green,mint",
        "news": "yes",
        "note": "",
    }
    assert (submitted.space, submitted.reply_to.private) == (scene.space, True)
    assert submitted.actor.account == scene.account(ben)
    assert len(scene.sink.of(FormSubmitted)) == 1
    await scene.platform.respond(submitted.reply_to, Message(Markup("Kept.")), private=True)
    assert await ben.reads("Kept.")


async def test_who_runs_the_group_does_so_in_a_form_that_was_asked_for_there(scene: Scene) -> None:
    """It is filled in in the private chat, where Telegram tells nothing of that."""
    await scene.olga.opens()
    for number, (person, floor) in enumerate(((scene.ben, Role.MEMBER), (scene.olga, Role.OWNER)), 1):
        await person.says("/me", in_=scene.group)
        to = (await scene.sink.newest(CommandInvoked, count=number)).reply_to
        assert (await scene.platform.open_form(to, ONE)).status is SendStatus.SENT
        await person.says("tea")
        assert (await scene.sink.newest(FormSubmitted, count=number)).actor.floor is floor


FILE = Form("file-1", "The file", (Field("file", "The file?", FieldKind.FILE), Field("why", "Why?")))


@pytest.mark.parametrize("as_picture", [False, True])
async def test_a_file_is_handed_in_and_fetched(scene: Scene, as_picture: bool) -> None:
    await _asked(scene, FILE)
    await scene.ben.reads("The file?")
    await scene.ben.says("here it is")
    await scene.ben.reads("Pošli prosím soubor sem")
    await scene.ben.sends("pots.pdf", b"%PDF \x00\xff", as_picture=as_picture)
    await scene.ben.reads("Why?")
    await scene.ben.says("because")
    values = dict((await scene.sink.newest(FormSubmitted)).values)
    upload = upload_of(values["file"])
    assert upload is not None and values["why"] == "because"
    assert (upload.platform, upload.size) == ("telegram", 7)
    assert upload.name == ("picture.jpg" if as_picture else "pots.pdf")
    files = scene.platform.natives.files
    assert files is not None and await files.fetch(upload.reference) == b"%PDF \x00\xff"
    refused = await files.fetch("another")
    assert isinstance(refused, SendResult) and refused.status is SendStatus.INVALID


async def test_a_file_that_nobody_asked_for_answers_nothing(scene: Scene) -> None:
    await _asked(scene, ONE)
    await scene.ben.reads("What is it?")
    await scene.ben.sends("pots.pdf", b"pdf")
    await scene.ben.says("tea")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", "tea"),)


async def test_an_answer_that_does_not_do_is_asked_again(scene: Scene) -> None:
    await _asked(scene, Form("f", "T", FORM.fields[1:4]))
    await scene.ben.says("a few")
    await scene.ben.reads("potřebuju číslo")
    await scene.ben.says("3")
    await scene.ben.reads("The best one")
    await scene.ben.says("coffee")
    await scene.ben.reads("Vyber prosím")
    await scene.ben.says("mint")
    others = await scene.ben.reads("Others you like")
    await scene.ben.presses(others, "✓ Mint")
    await scene.until(lambda: "Mint" in others.labels)
    await scene.ben.presses(others, "Hotovo")
    await scene.until(lambda: "Vyber prosím tlačítkem." in [notice.text for notice in scene.ben.notices])
    assert scene.sink.of(FormSubmitted) == []


async def test_cancel_ends_a_form_and_only_a_form(scene: Scene) -> None:
    await _asked(scene, ONE)
    await scene.ben.says("/cancel")
    await scene.ben.reads("Nic se nezměnilo")
    await scene.ben.says("too late")
    await scene.ben.says("/cancel")
    assert scene.sink.of(FormSubmitted) == []
    assert scene.sink.of(CommandInvoked)[-1].name == "cancel"


async def test_other_commands_may_be_used_while_a_form_is_open(scene: Scene) -> None:
    await _asked(scene, ONE)
    await scene.ben.says("/me")
    assert (await scene.sink.newest(CommandInvoked, count=2)).reply_to.private
    await scene.ben.says("a teapot")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", "a teapot"),)


async def test_what_is_said_in_a_group_is_no_answer(scene: Scene) -> None:
    await _asked(scene, ONE)
    await scene.ben.says("a teapot", in_=scene.group)
    assert (scene.sink.of(FormSubmitted), len(scene.sink.presences)) == ([], 1)


async def test_a_form_is_forgotten_after_a_week_of_silence(scene: Scene) -> None:
    await _asked(scene, ONE)
    scene.clock.advance(timedelta(days=8))
    await scene.ben.says("a teapot")
    assert scene.sink.of(FormSubmitted) == []


@pytest.mark.parametrize("last", ["a teapot", "/cancel"])
async def test_what_was_filled_in_is_kept_no_longer_than_it_takes_to_hand_it_over(
    scene: Scene, notebook: Notebook, last: str
) -> None:
    await _asked(scene, ONE)
    await scene.ben.says(last)
    kept = f"form:{scene.ben.id}"
    assert kept in notebook.texts
    scene.clock.advance(timedelta(minutes=6))
    await scene.ann.says("/me", in_=scene.group)
    assert kept not in notebook.texts
    await _asked(scene, ONE)
    scene.clock.advance(timedelta(minutes=6))
    await scene.ann.says("/me", in_=scene.group)
    assert kept in notebook.texts


async def test_a_button_of_a_past_question_says_that_it_is_over(scene: Scene) -> None:
    await _asked(scene, Form("f", "T", FORM.fields[4:]))
    past = await scene.ben.reads("News by mail?")
    await scene.ben.presses(past, "Ne")
    await scene.ben.reads("Anything else?")
    await scene.ben.presses(past, "Ano")
    await scene.until(lambda: "uzavřená" in scene.ben.notices[-1].text)
    await scene.ben.says("no more")
    assert dict((await scene.sink.newest(FormSubmitted)).values) == {"news": "no", "note": "no more"}


async def test_what_is_there_already_can_be_read_whole_copied_and_kept(scene: Scene) -> None:
    value = "Within <Europe> it is 12 euros,\nelsewhere 20. Write to us for more than three parcels."
    await _asked(scene, Form("f", "T", (Field("what", "What is it?", value=value),)))
    question = await scene.ben.reads("What is it?")
    [copied] = [one for one in question.entities if one["type"] == "code"]
    assert question.text[copied["offset"] : copied["offset"] + copied["length"]] == value
    await scene.ben.presses(question, "Nechat: Within <Europe> it is 12 euros, elsewhe…")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", value),)


async def test_what_stands_there_can_be_kept(scene: Scene) -> None:
    await _asked(scene, Form("f", "T", (Field("what", "What is it?", value="x" * 50),)))
    asked = await scene.ben.reads("What is it?")
    await scene.ben.presses(asked, "Nechat: " + "x" * 39 + "…")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", "x" * 50),)


async def test_who_cannot_be_asked_in_private_gets_the_hint_and_no_form(scene: Scene) -> None:
    await scene.ann.says("/me", in_=scene.group)
    to = (await scene.sink.newest(CommandInvoked)).reply_to
    assert (await scene.platform.open_form(to, ONE)).status is SendStatus.UNREACHABLE
    assert scene.group.messages[0].labels == ["Open our chat"]
    await scene.ann.says("a teapot")
    assert scene.sink.of(FormSubmitted) == []


async def test_the_last_answer_comes_again_when_it_could_not_be_stored(scene: Scene) -> None:
    await _asked(scene, ONE)
    scene.sink.fails_once()
    await scene.ben.says("a teapot")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", "a teapot"),)
    assert len(scene.sink.of(FormSubmitted)) == 1


async def test_a_form_goes_on_where_it_was_after_a_restart(idle: Scene, restarted: Restarted) -> None:
    async with idle.connected():
        await _asked(idle, Form("f", "T", FORM.fields[:2]))
        await idle.ben.reads("Your name")
        await idle.ben.says("Ben")
        await idle.ben.reads("Cups a day")
    async with restarted() as scene:
        await scene.ben.says("3")
        assert dict((await scene.sink.newest(FormSubmitted)).values) == {"name": "Ben", "cups": "3"}


async def test_an_update_that_repeats_moves_a_form_once(scene: Scene) -> None:
    await _asked(scene, Form("f", "T", FORM.fields[:2]))
    await scene.ben.says("7")
    await scene.ben.reads("Cups a day")
    await scene.server.world.repeat()
    assert scene.sink.of(FormSubmitted) == []
    await scene.ben.says("3")
    await scene.server.world.repeat()
    values = [dict(form.values) for form in scene.sink.of(FormSubmitted)]
    assert values == [{"name": "7", "cups": "3"}] * 2  # the core knows the second by its event id
    assert len({form.event_id for form in scene.sink.of(FormSubmitted)}) == 1
    await scene.ben.says("what else")
    assert len(scene.sink.of(FormSubmitted)) == 2


async def test_a_button_cancels_a_form(scene: Scene) -> None:
    await _asked(scene, ONE)
    await scene.ben.presses(await scene.ben.reads("What is it?"), "Zrušit")
    assert "Nic se nezměnilo" in (await scene.ben.noticed()).text
    await scene.ben.says("too late")
    assert scene.sink.of(FormSubmitted) == []


async def test_who_comes_back_is_shown_where_they_were_before_anything_counts_as_an_answer(scene: Scene) -> None:
    await _asked(scene, Form("f", "T", FORM.fields[:2]))
    await scene.ben.says("Ben")
    await scene.ben.reads("Cups a day")
    scene.clock.advance(timedelta(hours=3))
    await scene.ben.says("4")
    shown = await scene.ben.reads("otázka 2 z\N{NO-BREAK SPACE}2")
    assert "Cups a day" in shown.text
    assert scene.sink.of(FormSubmitted) == []
    await scene.ben.says("5")
    assert dict((await scene.sink.newest(FormSubmitted)).values) == {"name": "Ben", "cups": "5"}


async def test_start_shows_a_form_that_stands_open(scene: Scene) -> None:
    await _asked(scene, ONE)
    await scene.ben.opens()
    await scene.ben.reads("otázka 1 z\N{NO-BREAK SPACE}1")
    await scene.sink.newest(LinkOpened)
    await scene.ben.says("a teapot")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", "a teapot"),)


async def test_words_of_a_type_of_their_own_are_kept_as_the_words_that_they_are(scene: Scene) -> None:
    """The house has them: a name that is shown with its title, and what is escaped already."""
    form = Form("named-1", plugin_named("tea-time"), (Field("what", "What is it?", value=Markup("a cup")),))
    await _asked(scene, form)
    await scene.ben.reads("What is it?")
    await scene.ben.says("Sencha")
    assert (await scene.sink.newest(FormSubmitted)).values == (("what", "Sencha"),)
