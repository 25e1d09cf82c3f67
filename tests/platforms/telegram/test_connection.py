"""Starting, receiving whatever comes, and stopping."""

import asyncio
import subprocess
import sys
from datetime import timedelta

import pytest

from bot.errors import ConfigError, UnreachableError
from bot.model.incoming import CommandInvoked
from bot.model.messages import Markup, Message
from bot.model.results import Problem, SendStatus
from bot.model.rights import Right
from bot.platforms.telegram.polling import FETCHES_APART, FETCHES_AT_ONCE
from bot.text.saying import Say
from tests.eventually import eventually
from tests.platforms.telegram.conftest import COMMANDS, Scene

HELLO = Message(Markup("Hello"))


async def test_all_updates_that_are_needed_are_asked_for_by_name(scene: Scene) -> None:
    assert {
        "message",
        "channel_post",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "message_reaction",
        "message_reaction_count",
    } == scene.server.world.allowed


async def test_a_broken_update_stops_no_other(scene: Scene) -> None:
    await scene.server.world.inject({"message": {"text": "/me"}})
    await scene.server.world.inject({"message": "broken"})
    await scene.server.world.inject({"callback_query": {"id": "1"}})
    await scene.server.world.inject({"something_new": {"of": "tomorrow"}})
    polls = len(scene.server.called("getUpdates"))
    await scene.ben.says("/me")
    assert len(scene.sink.updates) == 1
    assert len(scene.sink.faults) == 3
    assert len(scene.server.called("getUpdates")) <= polls + 2


async def test_what_has_no_number_is_let_go_and_keeps_nothing_that_came_with_it(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    await scene.ben.says("/me first")
    polls = len(scene.server.called("getUpdates"))
    await scene.server.world.repeat({"message": {"text": "/me"}}, "nonsense", {"update_id": "7"})
    await scene.ben.says("/me second")
    assert [update.words for update in scene.sink.of(CommandInvoked)] == ["first", "first", "second"]
    assert len(scene.server.called("getUpdates")) <= polls + 4
    assert "3 of 4 updates have no number" in caplog.text


async def test_half_a_character_harms_nothing_else_in_its_batch(scene: Scene) -> None:
    scene.server.world.polled = False
    await scene.ben.says("/me \ud83d")
    await scene.ben.says("/me second")
    await scene.sink.newest(CommandInvoked, count=2)
    assert [update.words for update in scene.sink.of(CommandInvoked)] == ["?", "second"]


async def test_counts_of_nameless_reactions_are_asked_for_and_neither_stored_nor_counted(scene: Scene) -> None:
    post = await scene.ann.says("hello", in_=scene.group)
    await scene.group.is_reacted_to(post, "🔥", count=3)
    await scene.ben.says("/me")
    assert len(scene.sink.stored) == 1
    assert len(scene.sink.presences) == 1
    assert scene.sink.faults == []


async def test_an_update_that_could_not_be_stored_comes_again_and_no_other_twice(scene: Scene) -> None:
    scene.server.world.polled = False
    await scene.ann.says("one", in_=scene.group)
    await scene.ann.says("/me first", in_=scene.group)
    scene.sink.fails_once()
    await scene.ann.says("/me second", in_=scene.group)
    await scene.ann.says("two", in_=scene.group)
    await scene.until(lambda: len(scene.sink.updates) == 2 and len(scene.sink.presences) == 2)
    assert [update.words for update in scene.sink.of(CommandInvoked)] == ["first", "second"]


async def test_updates_that_came_while_the_bot_was_away_are_handed_over(idle: Scene) -> None:
    await idle.ben.says("/me early")
    async with idle.connected():
        assert (await idle.sink.newest(CommandInvoked)).words == "early"


async def test_what_was_taken_before_a_stop_does_not_come_again(idle: Scene) -> None:
    async with idle.connected():
        await idle.ben.says("/me")
    async with idle.connected():
        await idle.ben.says("/me again")
    assert [update.words for update in idle.sink.of(CommandInvoked)] == ["", "again"]


async def test_a_refused_token_ends_the_run_with_its_cure_and_is_not_shown(idle: Scene) -> None:
    token, idle.server.token = idle.server.token, "2:another"
    with pytest.raises(ConfigError, match="BotFather") as caught:
        await idle.platform.run(idle.sink, COMMANDS)
    assert token not in str(caught.value)
    assert caught.value.__suppress_context__


async def test_a_token_that_is_revoked_later_ends_the_run_too(idle: Scene) -> None:
    running = asyncio.create_task(idle.platform.run(idle.sink, COMMANDS))
    await eventually(lambda: idle.server.world.polled, "the bot is connected")
    idle.server.token = "2:another"
    idle.server.world.news.set()
    idle.server.world.again.append({"update_id": 1})
    with pytest.raises(ConfigError):
        await asyncio.wait_for(running, 5)


async def test_a_start_that_telegram_puts_off_is_told_in_a_line_and_tried_again(idle: Scene) -> None:
    idle.server.floods("getMe", 7)
    for _ in range(2):
        with pytest.raises(UnreachableError):
            await idle.platform.run(idle.sink, COMMANDS)
    assert len(idle.server.called("getMe")) == 1
    idle.clock.advance(timedelta(seconds=7))
    async with idle.connected():
        await idle.ben.says("/me")
    assert len(idle.sink.updates) == 1


async def test_a_server_fault_while_polling_passes(scene: Scene) -> None:
    scene.server.refuses("getUpdates", 502, "Bad Gateway")
    await scene.ben.says("/me")
    await scene.ben.says("/me")
    assert len(scene.sink.updates) == 2


async def test_sending_works_before_the_bot_is_connected_and_not_after_it_is_closed(idle: Scene) -> None:
    before = await idle.platform.send(idle.channel, HELLO, key="k")
    await idle.platform.close()
    after = await idle.platform.send(idle.channel, HELLO, key="k")
    assert (before.status, after.status) == (SendStatus.SENT, SendStatus.LATER)


async def test_closing_lets_a_send_end_even_when_nobody_waits_for_it(idle: Scene) -> None:
    sending = asyncio.create_task(idle.platform.send(idle.channel, HELLO, key="k"))
    await asyncio.sleep(0)
    sending.cancel()
    await idle.platform.close()
    assert len(idle.group.messages) == 1


async def test_the_check_names_what_is_wrong_in_a_group(scene: Scene) -> None:
    assert await scene.platform.check(scene.space) == ()
    scene.group.bot_is_administrator = False
    assert await scene.platform.check(scene.space) == (Problem("telegram-problem-not-administrator"),)
    scene.group.bot_inside = False
    assert await scene.platform.check(scene.space) == (Problem("telegram-problem-not-in-chat"),)
    scene.server.refuses("getChatMember", 502, "Bad Gateway")
    assert await scene.platform.check(scene.space) == (Problem("telegram-problem-no-answer"),)


@pytest.mark.parametrize(
    ("right", "keys"),
    [
        (Right.MANAGE_ROLES, ["telegram-problem-no-tags"]),
        (Right.CREATE_INVITES, ["telegram-problem-no-invites"]),
        (Right.MANAGE_CHANNELS, ["telegram-problem-no-invites", "telegram-problem-no-removing"]),
        (Right.MANAGE_THREADS, ["telegram-problem-no-topics"]),
        (Right.MANAGE_MESSAGES, ["telegram-problem-no-deleting"]),
        (Right.MANAGE_EVENTS, ["telegram-problem-no-video-chats"]),
        (Right.MODERATE_MEMBERS, ["telegram-problem-no-removing"]),
    ],
)
async def test_the_check_names_each_right_that_plugins_need_and_the_group_has_not_given(
    scene: Scene, say: Say, right: Right, keys: list[str]
) -> None:
    has = ("telegram-problem-no-tags", "telegram-problem-no-invites")
    assert [problem.key for problem in await scene.platform.check(scene.space, [right])] == [
        key for key in keys if key not in has
    ]
    scene.group.bot_is_administrator = False
    nothing = await scene.platform.check(scene.space, [right])
    assert [problem.key for problem in nothing] == ["telegram-problem-not-administrator", *keys]
    assert all(say(key, language) for key in keys for language in ("en", "cs"))


async def test_a_right_that_several_plugins_need_is_named_once(scene: Scene) -> None:
    scene.group.bot_manages_tags = False
    found = await scene.platform.check(scene.space, list(Right))
    keys = [problem.key for problem in found]
    assert "telegram-problem-no-tags" in keys
    assert len(keys) == len(set(keys)) == 5


async def test_the_list_of_administrators_is_asked_for_again_after_ten_minutes(scene: Scene) -> None:
    await scene.ann.says("/me", in_=scene.group)
    scene.clock.advance(timedelta(minutes=10))
    await scene.ann.says("/me", in_=scene.group)
    assert len(scene.server.called("getChatAdministrators")) == 2


@pytest.mark.long
def test_the_library_is_not_imported_before_it_is_needed() -> None:
    code = "import bot.platforms.telegram.platform, sys; sys.exit('telegram' in sys.modules or 'httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_in_a_flood_updates_are_fetched_by_the_handful(scene: Scene) -> None:
    """A server that is near would otherwise be asked anew for each of them."""
    now, world = asyncio.get_running_loop().time, scene.server.world
    began, before = now(), len(scene.server.called("getUpdates"))
    for number in range(100):
        said = {"message_id": 1_000 + number, "date": world.now(), "chat": scene.ben.chat, "from": scene.ben.user}
        world.tell("message", {**said, "text": "hello"})
        await asyncio.sleep(0.002)
    asked = len(scene.server.called("getUpdates")) - before
    assert asked <= (now() - began) / FETCHES_APART + FETCHES_AT_ONCE + 2
