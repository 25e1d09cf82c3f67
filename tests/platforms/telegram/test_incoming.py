"""Updates and the events that come of them."""

import pytest

from bot.model.identity import Role
from bot.model.incoming import (
    ActionPressed,
    Addressed,
    CommandInvoked,
    LinkOpened,
    MemberJoined,
    MemberLeft,
    PresenceKind,
    ReachabilityChanged,
    ReplyTo,
)
from bot.model.messages import Action, Markup, Message
from tests.platforms.telegram.conftest import START, Scene


async def test_a_command_in_a_group_tells_who_where_when_and_how_to_answer(scene: Scene) -> None:
    typed = await scene.ann.says("/stream_start Tea time", in_=scene.group)
    update = await scene.sink.newest(CommandInvoked)
    assert (update.name, update.words, update.at) == ("stream start", "Tea time", START)
    assert (update.actor.name, update.actor.language, update.actor.is_bot) == ("Ann Lee", "en", False)
    assert update.space == scene.space
    token = f"message:{typed.message_id}:{scene.ann.id}:en"
    assert update.reply_to == ReplyTo("telegram", str(scene.group.id), token, private=False)


async def test_a_command_in_the_private_chat_has_no_space(scene: Scene) -> None:
    await scene.ben.says("/me")
    update = await scene.sink.newest(CommandInvoked)
    assert (update.space, update.reply_to.private) == (None, True)
    assert update.reply_to.channel == str(scene.ben.id)


async def test_in_a_group_an_unknown_command_counts_only_when_it_is_meant_for_this_bot(scene: Scene) -> None:
    await scene.ann.says("/roll 6", in_=scene.group)
    await scene.ann.says("/me@other_bot", in_=scene.group)
    assert scene.sink.updates == []
    await scene.ann.says("/roll@afterglow_bot 6", in_=scene.group)
    assert (await scene.sink.newest(CommandInvoked)).name == "roll"
    await scene.ben.says("/roll 6")
    assert len(scene.sink.updates) == 2


@pytest.mark.long
async def test_the_rights_of_the_group_set_the_least_role(scene: Scene) -> None:
    for person, floor in ((scene.ann, Role.MEMBER), (scene.olga, Role.OWNER)):
        await person.says("/me", in_=scene.group)
        assert (await scene.sink.newest(CommandInvoked)).actor.floor is floor
    assert len(scene.server.called("getChatAdministrators")) == 1
    await scene.group.promotes(scene.ann)
    await scene.ann.says("/me", in_=scene.group)
    assert scene.sink.of(CommandInvoked)[-1].actor.floor is Role.MODERATOR


async def test_who_runs_a_channel_does_so_under_its_posts(scene: Scene) -> None:
    scene.group.type = "channel"
    await scene.platform.send(scene.channel, Message(Markup("Hello"), ((Action("Set me up", "setup"),),)), key="k")
    for number, (person, floor) in enumerate(((scene.olga, Role.OWNER), (scene.ben, Role.MEMBER)), 1):
        await person.presses(scene.group.messages[0], "Set me up")
        assert (await scene.sink.newest(ActionPressed, count=number)).actor.floor is floor


async def test_when_the_administrators_are_not_known_nobody_is_taken_for_one(scene: Scene) -> None:
    scene.server.refuses("getChatAdministrators", 500, "Internal Server Error")
    await scene.olga.says("/me", in_=scene.group)
    assert (await scene.sink.newest(CommandInvoked)).actor.floor is Role.MEMBER


async def test_start_opens_the_private_chat_with_and_without_a_payload(scene: Scene) -> None:
    await scene.ann.opens("checkin_42")
    opened = await scene.sink.newest(LinkOpened)
    assert (opened.payload, opened.reply_to.private) == ("checkin_42", True)
    assert opened.actor.account == scene.account(scene.ann)
    await scene.ann.opens()
    assert (await scene.sink.newest(LinkOpened, count=2)).payload == ""


async def test_blocking_and_unblocking_change_whether_a_person_can_be_reached(scene: Scene) -> None:
    await scene.ben.blocks_bot()
    change = await scene.sink.newest(ReachabilityChanged)
    assert (change.reachable, change.chat, change.space) == (False, str(scene.ben.id), None)
    assert change.actor.account == scene.account(scene.ben)
    await scene.ben.unblocks_bot()
    assert (await scene.sink.newest(ReachabilityChanged, count=2)).reachable


async def test_joining_and_leaving_are_told_and_a_change_of_rights_is_neither(scene: Scene) -> None:
    cyd = scene.server.person("Cyd")
    await cyd.joins(scene.group)
    joined = await scene.sink.newest(MemberJoined)
    assert (joined.actor.account, joined.space) == (scene.account(cyd), scene.space)
    await scene.group.promotes(cyd)
    await cyd.leaves(scene.group)
    await scene.sink.newest(MemberLeft)
    assert [type(update) for update in scene.sink.updates] == [MemberJoined, MemberLeft]


async def test_talk_questions_and_reactions_are_presence_and_nothing_more(scene: Scene) -> None:
    said = await scene.ann.says("good evening", in_=scene.group)
    await scene.ben.says("is it tea? ", in_=scene.group)
    await scene.ben.reacts(said, "👍")
    await scene.ben.reacts(said, "👍", takes_back=True)
    await scene.olga.says("hello", in_=scene.group, anonymously=True)
    assert scene.sink.updates == []
    kinds = [(sign.account.user_id, sign.kind) for sign in scene.sink.presences]
    assert kinds == [
        (str(scene.ann.id), PresenceKind.CHAT),
        (str(scene.ben.id), PresenceKind.QUESTION),
        (str(scene.ben.id), PresenceKind.REACTION),
    ]
    assert (scene.sink.presences[0].space, scene.sink.presences[0].at) == (scene.space, START)


async def test_what_other_bots_write_and_what_is_sent_by_way_of_one_is_nobodys_presence(scene: Scene) -> None:
    bot = {"id": 99, "is_bot": True, "first_name": "Teabot", "username": "tea_bot"}
    message = {"date": scene.server.world.now(), "chat": scene.group.chat, "text": "tea is ready"}
    await scene.server.world.happens("message", {**message, "message_id": 7001, "from": bot})
    await scene.server.world.happens("message", {**message, "message_id": 7002, "from": scene.ben.user, "via_bot": bot})
    await scene.ben.says("thank you", in_=scene.group)
    assert [sign.account for sign in scene.sink.presences] == [scene.account(scene.ben)]


async def test_what_is_said_in_private_is_no_presence(scene: Scene) -> None:
    await scene.ben.says("good evening")
    said = await scene.sink.newest(Addressed, unkept=True)
    assert (said.words, said.space, said.reply_to.private, said.unkept) == ("good evening", None, True, True)
    assert (scene.sink.updates, scene.sink.presences) == ([], [])


async def test_what_is_said_by_the_bots_name_in_a_group_comes_without_it_and_counts_as_chat_too(scene: Scene) -> None:
    for text in ("Afterglow, good evening", "mail tea@afterglow_bot", "@afterglow_bot2 what?", "@afterglow_bot"):
        await scene.ben.says(text, in_=scene.group)
    await scene.ben.says("hey @AfterGlow_Bot: how much is it?", in_=scene.group)
    said = await scene.sink.newest(Addressed)
    assert (said.words, said.space, said.reply_to.private) == ("hey how much is it?", scene.space, False)
    assert (len(scene.sink.of(Addressed)), len(scene.sink.presences)) == (1, 5)


async def test_what_was_forwarded_into_a_group_is_nothing_said_to_the_bot(scene: Scene) -> None:
    said = {"date": 1, "chat": scene.group.chat, "from": scene.ben.user, "text": "@afterglow_bot how much is it?"}
    origin = {"type": "user", "date": 1, "sender_user": scene.ann.user}
    await scene.server.world.happens("message", {**said, "message_id": 7003, "forward_origin": origin})
    await scene.ben.says("@afterglow_bot and delivery?", in_=scene.group)
    assert (await scene.sink.newest(Addressed)).words == "and delivery?"
    assert len(scene.sink.of(Addressed)) == 1


async def test_nobody_knows_who_speaks_as_a_group_so_that_nobody_is_answered(scene: Scene) -> None:
    await scene.olga.says("@afterglow_bot how much is it?", in_=scene.group, anonymously=True)
    await scene.ben.says("@afterglow_bot and delivery?", in_=scene.group)
    assert (await scene.sink.newest(Addressed)).words == "and delivery?"
    assert len(scene.sink.of(Addressed)) == 1


async def test_a_press_tells_its_button_and_the_message_it_is_under(scene: Scene) -> None:
    message = Message(Markup("How was it?"), ((Action("Good", "nps-9"),),))
    result = await scene.platform.send(scene.channel, message, key="k")
    await scene.ben.presses(scene.group.messages[0], "Good")
    update = await scene.sink.newest(ActionPressed)
    assert (update.token, update.space, update.at) == ("nps-9", scene.space, START)
    kind, _, message_id, person, language, token = update.reply_to.token.split(":")
    assert (kind, message_id, person, language) == ("callback", result.message_id, str(scene.ben.id), "cs")
    assert token == "nps-9"
