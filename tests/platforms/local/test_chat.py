"""The local chat as a network: who sees what, what is rejected, what can be made to fail."""

import asyncio

import pytest

from bot.clock import VirtualClock
from bot.model.identity import AccountRef, ChannelRef, Role
from bot.model.incoming import (
    ActionPressed,
    CommandInvoked,
    LinkOpened,
    MemberJoined,
    MemberLeft,
    PresenceKind,
    ReachabilityChanged,
    ReplyTo,
)
from bot.model.messages import Action, Field, Form, Markup, Message
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import GENERAL, HOSTS, Asked, Shown
from bot.text.markup import plain
from bot.text.translator import Translator
from tests.platforms.contract import COMMANDS, Recorder


def message(text: str, *buttons: Action) -> Message:
    return Message(Markup(text), (buttons,) if buttons else ())


async def test_what_people_do_waits_until_the_chat_runs(
    clock: VirtualClock, sink: Recorder, translator: Translator
) -> None:
    chat = LocalPlatform(clock, translator.text)
    ann = chat.person("ann")
    said = asyncio.create_task(chat.says(ann, "/ping"))
    running = asyncio.create_task(chat.run(sink, COMMANDS))
    await said
    assert sink.of(CommandInvoked)[0].at == clock.now()
    running.cancel()
    await asyncio.wait([running])
    assert running.cancelled()


async def test_a_restarted_chat_repeats_no_id(chat: LocalPlatform, clock: VirtualClock, translator: Translator) -> None:
    again = LocalPlatform(clock, translator.text)
    first = await chat.send(GENERAL, message("hello"), key="d1")
    second = await again.send(GENERAL, message("hello"), key="d1")
    assert first.message_id != second.message_id


async def test_chat_is_counted_as_presence_and_a_question_as_one(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    for text in ("good evening", "what does it cost?", "see https://shop.example/?id=1 please"):
        await chat.says(ann, text)
    assert [presence.kind for presence in sink.presences] == [
        PresenceKind.CHAT,
        PresenceKind.QUESTION,
        PresenceKind.CHAT,
    ]
    assert sink.presences[0].account == ann.account
    assert not sink.updates


async def test_words_in_the_private_chat_are_no_presence(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    await chat.says(ann, "hello?", ann.private_chat)
    assert not sink.presences


async def test_a_command_in_the_private_chat_is_answered_there(chat: LocalPlatform, sink: Recorder) -> None:
    ann, ben = chat.person("ann"), chat.person("ben")
    await chat.says(ann, "/ping", ann.private_chat)
    update = sink.of(CommandInvoked)[0]
    assert (update.space, update.reply_to.private) == (None, True)
    await chat.respond(update.reply_to, message("awake"), private=False)
    assert [shown.direct for shown in chat.shown(ann)] == [True]
    assert not chat.shown(ben)


async def test_an_unknown_command_is_answered_by_the_chat_itself(chat: LocalPlatform, sink: Recorder) -> None:
    ann, ema = chat.person("ann"), chat.person("ema", language="cs")
    await chat.says(ann, "/pnig <b>")
    await chat.says(ema, "/xyzzy")
    assert plain(chat.shown(ann)[0].message.text) == "There is no command /pnig <b>. Did you mean /ping?"
    assert plain(chat.shown(ema)[0].message.text).startswith("Příkaz /xyzzy neznám.")
    assert chat.shown(ann)[0].private
    assert not sink.updates


async def test_the_hosts_channel_is_closed_to_members(chat: LocalPlatform) -> None:
    ann, host = chat.person("ann"), chat.person("host", floor=Role.HOST)
    await chat.send(HOSTS, message("two questions are open"), key="d1")
    assert not chat.shown(ann)
    assert len(chat.shown(host)) == 1


async def test_who_left_sees_no_posts_but_keeps_the_private_chat(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    await chat.send(GENERAL, message("to all"), key="d1")
    await chat.send(ann.account, message("to ann"), key="d2")
    await chat.leaves(ann)
    assert [plain(shown.message.text) for shown in chat.shown(ann)] == ["to ann"]
    await chat.joins(ann)
    assert len(chat.shown(ann)) == 2
    assert [type(update) for update in sink.updates] == [MemberLeft, MemberJoined]


async def test_shutting_the_bot_out_is_told_unless_quietly(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    await chat.blocks(ann)
    await chat.unblocks(ann)
    await chat.blocks(ann, quietly=True)
    assert [update.reachable for update in sink.of(ReachabilityChanged)] == [False, True]
    assert (await chat.send(ann.account, message("hello"), key="d1")).status is SendStatus.BLOCKED


async def test_a_followed_link_brings_its_payload_into_the_private_chat(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    await chat.opens(ann, "check-in-7")
    update = sink.of(LinkOpened)[0]
    assert (update.payload, update.reply_to.channel) == ("check-in-7", ann.private_chat.channel_id)


async def test_a_button_with_a_link_tells_the_bot_nothing(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    await chat.send(GENERAL, message("the shop", Action("Open", url="https://shop.example")), key="d1")
    await chat.presses(ann, "Open")
    assert not sink.updates


async def test_a_button_from_an_old_message_works_by_its_token(chat: LocalPlatform, sink: Recorder) -> None:
    await chat.presses(chat.person("ann"), "old-1")
    assert sink.of(ActionPressed)[0].token == "old-1"


async def test_a_button_that_nobody_shows_is_named(chat: LocalPlatform) -> None:
    with pytest.raises(LookupError, match="No such thing"):
        await chat.presses(chat.person("ann"), "No such thing")


async def test_a_form_that_is_not_open_or_has_no_such_field_is_named(chat: LocalPlatform, sink: Recorder) -> None:
    ann = chat.person("ann")
    with pytest.raises(LookupError, match="f-1"):
        await chat.submits(ann, "f-1", {})
    await chat.says(ann, "/ask")
    await chat.open_form(sink.of(CommandInvoked)[0].reply_to, Form("f-1", "A form", (Field("title", "Title"),)))
    with pytest.raises(LookupError, match="titel"):
        await chat.submits(ann, "f-1", {"titel": "x"})
    chat.dismisses(chat.forms(ann)[0])
    assert not chat.forms(ann)


@pytest.mark.parametrize(
    "wrong",
    [
        message(" "),
        message("x" * 4001),
        message("press", Action("Too long", token="t" * 41)),
        message("press", Action("", token="t")),
        message("press", *(Action(str(n), token=f"t-{n}") for n in range(26))),
    ],
)
async def test_what_some_platform_would_reject_is_invalid(chat: LocalPlatform, wrong: Message) -> None:
    result = await chat.send(GENERAL, wrong, key="d1")
    assert result.status is SendStatus.INVALID
    assert result.reason
    assert not chat.sent


@pytest.mark.parametrize(
    "nobody", [AccountRef("local", "zoe"), AccountRef("discord", "ann"), ChannelRef("local", "attic", "main")]
)
async def test_a_send_to_nobody_is_gone(chat: LocalPlatform, nobody: AccountRef | ChannelRef) -> None:
    chat.person("ann")
    assert (await chat.send(nobody, message("hello"), key="d1")).status is SendStatus.GONE


async def test_an_answer_to_somebody_unknown_is_gone(chat: LocalPlatform) -> None:
    nobody = ReplyTo("local", "general", token="zoe")
    answered = await chat.respond(nobody, message("hello"), private=True)
    asked = await chat.open_form(nobody, Form("f-1", "A form", (Field("title", "Title"),)))
    assert (answered.status, asked.status) == (SendStatus.GONE, SendStatus.GONE)


async def test_sends_can_be_made_to_fail_and_an_unknown_one_may_arrive(chat: LocalPlatform) -> None:
    ann = chat.person("ann")
    chat.next_result(SendResult(SendStatus.LATER))
    chat.next_result(SendResult(SendStatus.UNKNOWN), arrives=True)
    results = [await chat.send(ann.account, message(text), key=text) for text in ("one", "two", "three")]
    assert [result.status for result in results] == [SendStatus.LATER, SendStatus.UNKNOWN, SendStatus.SENT]
    assert [shown.key for shown in chat.shown(ann)] == ["two", "three"]


async def test_listeners_hear_of_posts_edits_and_forms_until_they_stop(chat: LocalPlatform, sink: Recorder) -> None:
    heard: list[Shown | Asked] = []
    stop = chat.listen(heard.append)
    posted = await chat.send(GENERAL, message("one"), key="d1")
    await chat.edit(GENERAL, posted.message_id or "", message("two"))
    await chat.says(chat.person("ann"), "/ask")
    await chat.open_form(sink.of(CommandInvoked)[0].reply_to, Form("f-1", "A form", (Field("title", "Title"),)))
    stop()
    await chat.send(GENERAL, message("three"), key="d2")
    assert [what.edited if isinstance(what, Shown) else what.form.title for what in heard] == [False, True, "A form"]
