"""What nobody may store: presses whose doors remember nothing, and talks that are in memory alone."""

from datetime import timedelta

import pytest

from bot.model.incoming import ActionPressed, Addressed, CommandInvoked, FormSubmitted, ReplyTo
from bot.model.messages import Action, Field, FieldKind, Form, Markup, Message
from bot.model.results import SendStatus
from bot.platforms.telegram.ways_in import HEADER, PATH
from bot.text.markup import escape
from bot.text.saying import Say
from bot.web.address import Address
from bot.web.server import WebServer
from tests.platforms.contract import Notebook
from tests.platforms.telegram.conftest import Restarted, Scene
from tests.platforms.telegram.test_webhook import SECRET, hooked
from tests.web.visitor import visitor

VOTE = "Vote_7_aye_12345678"
TYPED = "the Dormouse"
SECRETLY = Form("Said_7_12345678", "In secret", (Field("who", "Who?"), Field("sure", "Sure?", FieldKind.YES_NO)))
OPENLY = Form("said-7", "Openly", (Field("who", "Who, openly?"),))


async def pressed(scene: Scene, count: int = 1) -> ReplyTo:
    """The way to answer Ann's `count`th secret press."""
    await scene.platform.send(scene.channel, Message(Markup("Vote"), ((Action("Aye", VOTE),),)), key="k")
    await scene.ann.presses(scene.group.messages[-1], "Aye")
    return (await scene.sink.newest(ActionPressed, count=count, unkept=True)).reply_to


async def asked(scene: Scene, form: Form = SECRETLY) -> None:
    """Ben asked for a form in the group, and got it."""
    before = len(scene.sink.of(CommandInvoked))
    await scene.ben.says("/me", in_=scene.group)
    to = (await scene.sink.newest(CommandInvoked, count=before + 1)).reply_to
    assert (await scene.platform.open_form(to, form)).status is SendStatus.SENT


def bodies(scene: Scene) -> str:
    """All that was handed over to be stored."""
    return "\n".join(raw.body for raw in scene.sink.stored)


async def test_a_short_answer_to_a_secret_press_is_a_notice_whether_the_door_is_open_or_not(
    scene: Scene, notebook: Notebook
) -> None:
    for number, open_door in enumerate((False, True), 1):
        scene.ann.started = open_door
        result = await scene.platform.respond(await pressed(scene, number), Message(Markup("Counted.")), private=True)
        assert result.status is SendStatus.SENT
        notice = scene.ann.notices[-1]
        assert (notice.text, notice.alert, notice.url) == ("Counted.", True, "")
    assert (scene.ann.inbox, len(scene.group.messages), scene.sink.stored) == ([], 2, [])
    assert VOTE not in str(notebook.texts)


async def test_a_long_answer_comes_in_private_and_is_cut_where_the_door_is_shut(
    scene: Scene, notebook: Notebook
) -> None:
    long, rows = escape("🫖 tea " * 60), ((Action("Why?", "why"),),)
    result = await scene.platform.respond(await pressed(scene), Message(long, rows), private=True)
    notice = scene.ann.notices[-1]
    assert result.status is SendStatus.SENT
    assert notice.text.startswith("🫖 tea 🫖") and notice.text.endswith("…") and notice.url == ""
    assert len(notice.text.encode("utf-16-le")) // 2 <= 200
    scene.ann.started = True
    await scene.platform.respond(await pressed(scene, 2), Message(long, rows), private=True)
    assert scene.ann.inbox[-1].labels == ["Why?"]
    assert VOTE not in str(notebook.texts)


async def test_a_form_waits_for_the_door_and_nothing_remembers_which(scene: Scene, notebook: Notebook) -> None:
    to = await pressed(scene)
    assert (await scene.platform.open_form(to, SECRETLY)).status is SendStatus.UNREACHABLE
    notice = scene.ann.notices[-1]
    assert (notice.text, notice.url) == ("I answer this in private. Open our chat, then try again here.", "")
    assert [name for name in notebook.texts if str(scene.ann.id) in name] == []
    await scene.ann.opens()
    await scene.ann.says(TYPED)
    assert TYPED not in bodies(scene)
    assert (scene.sink.of(FormSubmitted, unkept=True), scene.sink.of(FormSubmitted)) == ([], [])


async def test_what_is_said_in_a_secret_talk_is_handed_over_to_nobody_who_stores_it(
    scene: Scene, notebook: Notebook
) -> None:
    await asked(scene)
    await scene.ben.says(TYPED)
    sure = await scene.ben.reads("Sure?")
    assert all(button["callback_data"].startswith("Form:") for row in sure.keyboard for button in row)
    await scene.ben.presses(sure, "Ano")
    submitted = await scene.sink.newest(FormSubmitted, unkept=True)
    assert (submitted.token, dict(submitted.values)) == (SECRETLY.token, {"who": TYPED, "sure": "yes"})
    assert (submitted.space, submitted.reply_to.private) == (scene.space, True)
    assert (len(scene.sink.stored), bodies(scene).count("/me")) == (1, 1)
    assert f"form:{scene.ben.id}" not in notebook.texts
    await scene.ben.says("and another word")
    await scene.ben.presses(sure, "Ne")
    await scene.until(lambda: any("uzavřená" in notice.text for notice in scene.ben.notices))
    assert len(scene.sink.stored) == 1


async def test_cancel_ends_it_and_other_commands_may_be_used_in_between(scene: Scene) -> None:
    await asked(scene)
    await scene.ben.says("/me and more")
    assert (await scene.sink.newest(CommandInvoked)).words == "and more"
    assert scene.sink.of(CommandInvoked, unkept=True) == []
    await scene.ben.says("/nothing was good")
    assert (await scene.sink.newest(CommandInvoked, unkept=True)).words == "was good"
    await scene.ben.says("/cancel")
    await scene.ben.reads("Nic se nezměnilo")
    await scene.ben.says(TYPED)
    await scene.ben.says("/me")
    await scene.sink.newest(CommandInvoked, count=2)
    assert (scene.sink.of(FormSubmitted, unkept=True), len(scene.sink.stored)) == ([], 3)
    assert TYPED not in bodies(scene)


async def test_after_a_long_silence_the_question_is_asked_again_first(scene: Scene) -> None:
    await asked(scene)
    scene.clock.set(scene.clock.now() + timedelta(hours=2))
    await scene.ben.says("hello")
    await scene.ben.reads("Tady jsme skončili")
    await scene.ben.says(TYPED)
    await scene.ben.presses(await scene.ben.reads("Sure?"), "Ne")
    assert dict((await scene.sink.newest(FormSubmitted, unkept=True)).values) == {"who": TYPED, "sure": "no"}


async def test_who_comes_back_to_the_chat_is_shown_where_they_were(scene: Scene) -> None:
    await asked(scene)
    await scene.ben.opens()
    await scene.ben.reads("Tady jsme skončili")


async def test_after_a_restart_the_talk_is_gone_and_what_was_meant_for_it_is_stored_nowhere(
    scene: Scene, restarted: Restarted, notebook: Notebook
) -> None:
    await asked(scene)
    await scene.ben.says(TYPED)
    sure = await scene.ben.reads("Sure?")
    async with restarted() as later:
        await later.ben.presses(sure, "Ano")
        await later.until(lambda: any("uzavřená" in notice.text for notice in later.ben.notices))
        await later.ben.says(TYPED)
        await later.ben.says("/me")
        await later.sink.newest(CommandInvoked)
        assert (len(later.sink.stored), later.sink.of(FormSubmitted, unkept=True)) == (1, [])
        [said] = later.sink.of(Addressed, unkept=True)  # answered as words to the bot, of which nothing is kept either
        assert (said.words, said.unkept) == (TYPED, True)
    assert TYPED not in str(notebook.texts)


async def test_whatever_is_said_in_private_is_stored_by_nobody(scene: Scene) -> None:
    await asked(scene)
    await scene.ben.says(TYPED)
    await scene.ben.presses(await scene.ben.reads("Sure?"), "Ano")
    await scene.sink.newest(FormSubmitted, unkept=True)
    for words in ("and another word", "how much is delivery?"):
        await scene.ben.says(words)
    said = await scene.sink.newest(Addressed, count=2, unkept=True)
    assert (said.words, said.unkept, said.reply_to.private) == ("how much is delivery?", True, True)
    assert len(scene.sink.stored) == 1
    await scene.ben.sends("mug.jpg", b"a mug", as_picture=True)
    await scene.ben.says("👍")
    await scene.ben.says("/me")
    await scene.sink.newest(CommandInvoked, count=2)
    assert len(scene.sink.of(Addressed, unkept=True)) == 2


async def test_what_is_meant_for_a_secret_talk_whose_place_another_one_took_is_kept_by_nobody(scene: Scene) -> None:
    await asked(scene)
    await asked(scene, OPENLY)
    await scene.ben.says("Ben")
    await scene.sink.newest(FormSubmitted)
    await scene.ben.says(TYPED)
    assert (await scene.sink.newest(Addressed, unkept=True)).words == TYPED
    assert TYPED not in bodies(scene)


@pytest.mark.parametrize("forms", [(OPENLY, SECRETLY), (SECRETLY, OPENLY)])
async def test_of_two_forms_the_one_that_was_opened_last_is_filled_in(scene: Scene, forms: tuple[Form, Form]) -> None:
    for form in forms:
        await asked(scene, form)
    await scene.ben.says(TYPED)
    if forms[-1] is SECRETLY:
        await scene.ben.presses(await scene.ben.reads("Sure?"), "Ne")
    is_secret = forms[-1] is SECRETLY
    submitted = await scene.sink.newest(FormSubmitted, unkept=is_secret)
    assert submitted.token == forms[-1].token
    assert scene.sink.of(FormSubmitted, unkept=not is_secret) == []
    assert (TYPED in bodies(scene)) is not is_secret


async def test_when_the_rest_of_a_batch_could_not_be_stored_a_press_is_not_handed_over_before_it_could(
    scene: Scene,
) -> None:
    await scene.platform.send(scene.channel, Message(Markup("Vote"), ((Action("Aye", VOTE),),)), key="k")
    world, ben = scene.server.world, scene.ben
    scene.sink.fails_once()
    world.tell("message", {"message_id": 900, "date": 1, "chat": ben.chat, "from": ben.user, "text": "/me"})
    await scene.ann.presses(scene.group.messages[-1], "Aye")
    await scene.sink.newest(ActionPressed, unkept=True)
    await scene.sink.newest(CommandInvoked)
    assert (len(scene.sink.of(ActionPressed, unkept=True)), len(scene.sink.stored)) == (1, 1)


async def test_what_telegram_brings_to_an_address_is_told_apart_as_well(idle: Scene, say: Say) -> None:
    address = Address("https://bot.example.org", PATH, SECRET, WebServer("127.0.0.1", 0))
    message = {"message_id": 5, "date": 1, "chat": idle.group.chat, "text": "Vote"}
    query = {"id": "p", "from": idle.ann.user, "chat_instance": "1", "data": VOTE, "message": message}
    async with hooked(idle.server, address, idle.clock, say) as sink, visitor(address.web.port) as client:
        body = {"update_id": 1, "callback_query": query}
        answered = await client.post(address.path, json=body, headers={HEADER: SECRET})
        assert answered.status_code == 200
        assert (await sink.newest(ActionPressed, unkept=True)).token == VOTE
        assert sink.stored == []


async def test_a_broken_press_is_no_reason_to_store_it(scene: Scene) -> None:
    await scene.server.world.inject({"callback_query": {"id": 5, "from": {"id": 7}, "data": VOTE, "message": "?"}})
    await scene.until(lambda: len(scene.sink.faults) == 1)
    assert scene.sink.stored == []
