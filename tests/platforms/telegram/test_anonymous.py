"""Administrators who write as the group."""

from datetime import timedelta

from bot.model.identity import Role
from bot.model.incoming import CommandInvoked
from bot.model.messages import Markup, Message
from tests.platforms.telegram.conftest import Restarted, Scene


async def test_what_was_asked_in_the_name_of_the_group_is_done_for_the_administrator_who_owns_up(scene: Scene) -> None:
    typed = await scene.olga.says("/stream_start Tea time", in_=scene.group, anonymously=True)
    asked = await scene.group.reads("as the group")
    assert (asked.labels, asked.replies_to) == (["It is me"], typed.message_id)
    assert scene.sink.updates == []
    await scene.olga.presses(asked, "It is me")
    command = await scene.sink.newest(CommandInvoked)
    assert (command.name, command.words, command.space) == ("stream start", "Tea time", scene.space)
    assert (command.actor.account, command.actor.floor) == (scene.account(scene.olga), Role.OWNER)
    assert asked not in scene.group.messages
    await scene.platform.respond(command.reply_to, Message(Markup("secret")), private=True)
    assert await scene.olga.reads("secret")


async def test_nobody_else_can_take_it_for_theirs(scene: Scene) -> None:
    await scene.ben.says("/me", in_=scene.group)  # from here on the bot speaks Czech to the nameless
    await scene.olga.says("/stream_start", in_=scene.group, anonymously=True)
    asked = await scene.group.reads("jménem skupiny")
    await scene.ben.presses(asked, "To jsem já")
    assert "jen správce" in (await scene.ben.noticed()).text
    assert len(scene.sink.of(CommandInvoked)) == 1


async def test_it_is_done_once_and_only_for_an_hour(scene: Scene) -> None:
    await scene.olga.says("/stream_start", in_=scene.group, anonymously=True)
    asked = await scene.group.reads("as the group")
    await scene.olga.presses(asked, "It is me")
    await scene.olga.presses(asked, "It is me")
    assert "closed" in scene.olga.notices[-1].text
    assert len(scene.sink.of(CommandInvoked)) == 1
    await scene.olga.says("/stream_start", in_=scene.group, anonymously=True)
    asked = await scene.group.reads("as the group")
    scene.clock.advance(timedelta(minutes=61))
    await scene.olga.presses(asked, "It is me")
    assert len(scene.sink.of(CommandInvoked)) == 1


async def test_a_press_that_comes_again_is_the_same_command(scene: Scene) -> None:
    await scene.olga.says("/stream_start", in_=scene.group, anonymously=True)
    await scene.olga.presses(await scene.group.reads("as the group"), "It is me")
    await scene.server.world.repeat()
    again = await scene.sink.newest(CommandInvoked, count=2)
    [first, _] = scene.sink.of(CommandInvoked)
    assert first.event_id == again.event_id


async def test_the_question_outlives_a_restart(idle: Scene, restarted: Restarted) -> None:
    async with idle.connected():
        await idle.olga.says("/stream_start", in_=idle.group, anonymously=True)
    async with restarted() as scene:
        await scene.olga.presses(await scene.group.reads("as the group"), "It is me")
        assert (await scene.sink.newest(CommandInvoked)).name == "stream start"
