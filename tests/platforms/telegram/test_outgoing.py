"""What goes out, and how each refusal comes back."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.model.identity import ChannelRef
from bot.model.incoming import ActionPressed, CommandInvoked, LinkOpened, ReplyTo
from bot.model.messages import Action, File, Markup, Message
from bot.model.results import SendStatus
from bot.text.markup import escape, join
from tests.platforms.telegram.conftest import START, Scene

HELLO = Message(Markup("Hello <b>Ben</b> &amp; co"))
LONG = Message(escape("a" * 201))
BUTTONS = ((Action("Good", "good"), Action("Bad", "bad")),)


async def _invoke(scene: Scene) -> ReplyTo:
    await scene.ann.says("/me", in_=scene.group)
    return (await scene.sink.newest(CommandInvoked)).reply_to


async def _press(scene: Scene, count: int = 1) -> ReplyTo:
    """The way to answer Ann's press, her `count`th."""
    await scene.platform.send(scene.channel, Message(Markup("How was it?"), BUTTONS), key="k")
    await scene.ann.presses(scene.group.messages[-1], "Good")
    return (await scene.sink.newest(ActionPressed, count=count)).reply_to


async def _press_again(scene: Scene, count: int) -> ReplyTo:
    """The same for another press under the same message."""
    question = next(posted for posted in scene.group.messages if posted.labels == ["Good", "Bad"])
    await scene.ann.presses(question, "Good")
    return (await scene.sink.newest(ActionPressed, count=count)).reply_to


async def test_a_message_arrives_with_its_looks_and_its_buttons(scene: Scene) -> None:
    result = await scene.platform.send(scene.account(scene.ben), Message(HELLO.text, BUTTONS), key="k")
    posted = scene.ben.inbox[0]
    assert (result.status, result.message_id) == (SendStatus.SENT, str(posted.message_id))
    assert (posted.text, posted.rows) == ("Hello Ben & co", [["Good", "Bad"]])
    assert posted.entities == [{"type": "bold", "offset": 6, "length": 3}]


NAMES = "@ben_smith and @everyone wrote to ben@example.com, see https://youtube.com/@tea_house or ask @BotFather"


@pytest.mark.parametrize("files", [(), (File("a.png", b"png"),)])
async def test_nobody_is_mentioned_whatever_was_typed_and_it_reads_as_it_was_typed(
    scene: Scene, files: tuple[File, ...]
) -> None:
    message = Message(join([escape(NAMES), Markup("<b>@ben_smith</b> <code>@ben_smith</code>")]), files=files)
    await scene.platform.send(scene.channel, message, key="k")
    edited = replace(message, text=join([message.text, escape("@ann_brown")]))
    standing = str(scene.group.messages[0].message_id)
    assert (await scene.platform.edit(scene.channel, standing, edited)).status is SendStatus.SENT
    [posted] = scene.group.messages
    assert [one for one in posted.entities if one["type"] == "mention"] == [entity(posted.text, "@BotFather")]
    assert posted.text.replace("\u2060", "") == f"{NAMES}\n@ben_smith @ben_smith\n@ann_brown"


def entity(text: str, name: str) -> dict[str, Any]:
    """How Telegram tells that somebody is mentioned."""
    return {"type": "mention", "offset": text.index(name), "length": len(name)}


async def test_a_text_of_nothing_but_names_is_cut_where_telegram_would(scene: Scene) -> None:
    result = await scene.platform.send(scene.channel, Message(escape("@a " * 1365)), key="k")
    assert result.status is SendStatus.SENT
    assert "".join(posted.text for posted in scene.group.messages).count("@") == 1365


async def test_a_long_text_goes_out_in_parts_with_the_buttons_under_the_last(scene: Scene) -> None:
    paragraph = "tea " * 500
    message = Message(escape("\n\n".join([paragraph] * 4)), BUTTONS)
    result = await scene.platform.send(scene.channel, message, key="k")
    first, second = scene.group.messages
    assert (first.labels, second.labels) == ([], ["Good", "Bad"])
    assert result.message_id == str(second.message_id)


async def test_when_only_the_first_part_got_through_nobody_may_send_it_again(scene: Scene) -> None:
    scene.server.refuses("sendMessage", 400, "Bad Request: message is too long")
    message = Message(escape("tea " * 2000))
    assert (await scene.platform.send(scene.channel, message, key="k")).status is SendStatus.INVALID
    scene.server.passes("sendMessage")
    scene.server.floods("sendMessage", 3)
    result = await scene.platform.send(scene.channel, message, key="k")
    assert (result.status, len(scene.group.messages)) == (SendStatus.UNKNOWN, 1)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"started": False}, SendStatus.UNREACHABLE),
        ({"blocked": True}, SendStatus.BLOCKED),
        ({"deleted": True}, SendStatus.GONE),
    ],
)
async def test_a_person_who_cannot_be_reached(scene: Scene, change: dict[str, bool], status: SendStatus) -> None:
    for name, value in change.items():
        setattr(scene.ben, name, value)
    result = await scene.platform.send(scene.account(scene.ben), HELLO, key="k")
    assert (result.status, scene.ben.inbox) == (status, [])


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"bot_inside": False}, SendStatus.FORBIDDEN),
        ({"bot_may_write": False}, SendStatus.FORBIDDEN),
        ({"moved_to": -1009}, SendStatus.GONE),
    ],
)
async def test_a_group_that_cannot_be_written_to(scene: Scene, change: dict[str, object], status: SendStatus) -> None:
    for name, value in change.items():
        setattr(scene.group, name, value)
    assert (await scene.platform.send(scene.channel, HELLO, key="k")).status is status


async def test_a_chat_that_is_not_there_is_gone_and_a_person_never_met_is_unreachable(scene: Scene) -> None:
    nowhere = await scene.platform.send(ChannelRef("telegram", "-5", "-5"), HELLO, key="k")
    nobody = await scene.platform.send(ChannelRef("telegram", "5"), HELLO, key="k")
    assert (nowhere.status, nobody.status) == (SendStatus.GONE, SendStatus.UNREACHABLE)


async def test_an_empty_text_is_invalid(scene: Scene) -> None:
    assert (await scene.platform.send(scene.channel, Message(Markup(" ")), key="k")).status is SendStatus.INVALID


async def test_a_flood_limit_says_when_to_come_again(scene: Scene) -> None:
    scene.server.floods("sendMessage", 17)
    result = await scene.platform.send(scene.channel, HELLO, key="k")
    assert (result.status, result.retry_at) == (SendStatus.LATER, START + timedelta(seconds=17))


@pytest.mark.parametrize("patience", [(0.5, 30.0)])
@pytest.mark.parametrize("done", [True, False])
async def test_whatever_may_have_been_delivered_is_unknown(scene: Scene, done: bool) -> None:
    scene.server.refuses("sendMessage", 502, "Bad Gateway", done=done)
    scene.server.hangs("sendMessage", done=done)
    scene.server.cuts("sendMessage", done=done)
    results = [await scene.platform.send(scene.channel, HELLO, key="k") for _ in range(3)]
    assert [result.status for result in results] == [SendStatus.UNKNOWN] * 3
    await scene.until(lambda: len(scene.group.messages) == (3 if done else 0))


async def test_a_server_that_is_not_there_certainly_delivered_nothing(idle: Scene) -> None:
    await idle.server.close()
    assert (await idle.platform.send(idle.channel, HELLO, key="k")).status is SendStatus.LATER


async def test_a_refused_token_delivers_nothing_and_is_not_shown(scene: Scene) -> None:
    scene.server.refuses("sendMessage", 401, "Unauthorized")
    result = await scene.platform.send(scene.channel, HELLO, key="k")
    assert result.status is SendStatus.LATER
    assert scene.server.token not in result.reason


async def test_an_edit_replaces_text_and_buttons_and_the_same_again_is_done_already(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, HELLO, key="k")
    assert sent.message_id is not None
    for _ in range(2):
        result = await scene.platform.edit(scene.channel, sent.message_id, Message(Markup("Bye"), BUTTONS))
        assert (result.status, result.message_id) == (SendStatus.SENT, sent.message_id)
    posted = scene.group.messages[0]
    assert (posted.text, posted.labels, posted.edits) == ("Bye", ["Good", "Bad"], 1)


async def test_an_edit_that_cannot_be_is_an_outcome(scene: Scene) -> None:
    said = await scene.ann.says("mine", in_=scene.group)
    assert (await scene.platform.edit(scene.channel, str(said.message_id), HELLO)).status is SendStatus.GONE
    assert (await scene.platform.edit(scene.channel, "4040", HELLO)).status is SendStatus.GONE
    long = Message(escape("a" * 4097))
    assert (await scene.platform.edit(scene.channel, "1", long)).status is SendStatus.INVALID


async def test_a_public_answer_replies_to_the_command(scene: Scene) -> None:
    to = await _invoke(scene)
    await scene.platform.respond(to, HELLO, private=False)
    assert f"message:{scene.group.messages[0].replies_to}:" in to.token


async def test_a_private_answer_goes_to_the_private_chat_and_so_does_what_follows(scene: Scene) -> None:
    scene.ann.started = True
    to = await _invoke(scene)
    for _ in range(2):
        assert (await scene.platform.respond(to, HELLO, private=True)).status is SendStatus.SENT
    assert (len(scene.ann.inbox), scene.group.messages) == (2, [])


async def test_who_cannot_be_written_to_gets_a_public_hint_without_the_answer(scene: Scene) -> None:
    result = await scene.platform.respond(await _invoke(scene), HELLO, private=True)
    assert result.status is SendStatus.UNREACHABLE
    hint = scene.group.messages[0]
    assert hint.text == "I answer this in private. Open our chat, then try again here."
    assert hint.button("Open our chat")["url"].startswith("https://t.me/afterglow_bot?start=")


async def test_the_way_in_is_shown_once_however_many_answers_there_are(scene: Scene) -> None:
    command = await _invoke(scene)
    press = await _press(scene)
    posted = len(scene.group.messages)
    for to in (command, press) * 3:
        assert (await scene.platform.respond(to, HELLO, private=True)).status is SendStatus.UNREACHABLE
    assert len(scene.group.messages) == posted + 1  # for the command; the press opens the chat itself
    assert [bool(notice.url) for notice in scene.ann.notices] == [True]


async def test_a_press_from_a_shut_door_opens_it_once_and_start_brings_the_same_token_from_the_same_group(
    scene: Scene,
) -> None:
    result = await scene.platform.respond(await _press(scene), HELLO, private=True)
    assert result.status is SendStatus.UNREACHABLE
    notice = await scene.ann.noticed()
    assert (notice.text, notice.url) == ("", "https://t.me/afterglow_bot?start=good")
    assert len(scene.group.messages) == 1
    await scene.ann.follows(notice.url)
    opened = await scene.sink.newest(LinkOpened)
    assert (opened.payload, opened.space, opened.reply_to.private) == ("good", scene.space, True)
    await scene.ann.opens("bad")
    assert (await scene.sink.newest(LinkOpened, count=2)).space is None


async def test_who_did_not_go_in_gets_a_short_answer_as_a_notice_and_the_door_again_for_a_long_one(
    scene: Scene,
) -> None:
    await scene.platform.respond(await _press(scene), HELLO, private=True)
    result = await scene.platform.respond(await _press(scene, 2), HELLO, private=True)
    assert result.status is SendStatus.SENT
    assert (scene.ann.notices[-1].text, scene.ann.notices[-1].alert) == ("Hello Ben & co", True)
    await scene.platform.respond(await _press(scene, 3), LONG, private=True)
    assert scene.ann.notices[-1].url
    scene.clock.advance(timedelta(days=15))
    await scene.platform.respond(await _press(scene, 4), HELLO, private=True)
    assert scene.ann.notices[-1].url


@pytest.mark.long
async def test_presses_that_are_too_old_for_their_way_in_bring_one_hint_and_no_row_of_them(scene: Scene) -> None:
    for count in (1, 2, 3):
        to = await _press(scene, count) if count == 1 else await _press_again(scene, count)
        scene.server.refuses("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
        assert (await scene.platform.respond(to, LONG, private=True)).status is SendStatus.UNREACHABLE
    hints = [posted for posted in scene.group.messages if "private" in posted.text]
    assert len(hints) == 1
    await scene.platform.respond(await _invoke(scene), HELLO, private=True)
    assert len([posted for posted in scene.group.messages if "private" in posted.text]) == 2


async def test_an_answer_that_the_limits_hold_back_is_a_notice_where_it_fits_one(scene: Scene) -> None:
    scene.ann.started = True
    to = await _press(scene)
    scene.server.floods("sendMessage", 60)
    assert (await scene.platform.send(scene.account(scene.ann), HELLO, key="k")).status is SendStatus.LATER
    assert (await scene.platform.respond(to, HELLO, private=True)).status is SendStatus.SENT
    assert (scene.ann.notices[-1].text, scene.ann.notices[-1].alert) == ("Hello Ben & co", True)
    again = await _press_again(scene, 2)
    assert (await scene.platform.respond(again, LONG, private=True)).status is SendStatus.LATER


async def test_a_press_answered_in_the_private_chat_says_so(scene: Scene) -> None:
    scene.ann.started = True
    await scene.platform.respond(await _press(scene), HELLO, private=True)
    assert (await scene.ann.noticed()).text == "The answer is in our private chat."
    assert len(scene.ann.notices) == 1


@pytest.mark.parametrize("patience", [(10.0, 0.05)])
async def test_a_press_is_answered_even_when_nobody_responds_and_not_twice_when_somebody_does_late(
    scene: Scene,
) -> None:
    to = await _press(scene)
    assert (await scene.ann.noticed()).text == ""
    result = await scene.platform.respond(to, HELLO, private=True)
    assert result.status is SendStatus.UNREACHABLE
    assert len(scene.server.called("answerCallbackQuery")) == 1


async def test_a_press_that_is_too_old_to_be_answered_harms_nothing(scene: Scene) -> None:
    to = await _press(scene)
    scene.server.world.presses.clear()
    assert (await scene.platform.respond(to, HELLO, private=False)).status is SendStatus.SENT


async def test_the_edge_speaks_the_persons_language(scene: Scene) -> None:
    scene.ben.started = False
    await scene.ben.says("/me", in_=scene.group)
    await scene.platform.respond((await scene.sink.newest(CommandInvoked)).reply_to, HELLO, private=True)
    assert scene.group.messages[0].labels == ["Otevřít náš chat"]
