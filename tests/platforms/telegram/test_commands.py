"""The menu of commands."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from bot.core.loader import load_plugins
from bot.model.identity import Role
from bot.model.messages import CommandSpec
from bot.platforms.telegram.commands import publish
from tests.platforms.telegram.conftest import COMMANDS, Scene
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot


async def test_members_see_what_they_may_do_and_administrators_see_all_in_their_language(scene: Scene) -> None:
    menu = scene.server.methods.menu
    assert menu() == {"me": "Your card."}
    assert menu(language="cs") == {"me": "Tvoje karta."}
    everything = {"me": "Your card.", "stream_start": "Go live.", "badge_give": "Give a badge."}
    assert menu("all_chat_administrators") == everything
    assert menu("all_chat_administrators", "cs")["badge_give"] == "Dej odznak."
    assert menu("all_chat_administrators", "cs")["stream_start"] == "Go live."


@pytest.mark.long
async def test_the_commands_that_a_bot_must_have_are_in_everybodys_menu(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with telegram_bot(server, tmp_path, clock):
        for language in ("", "cs"):
            menu = server.methods.menu(language=language)
            assert {"start", "help", "privacy", "mydata", "forget", "settings"} <= menu.keys()
        assert server.methods.menu()["privacy"] != server.methods.menu(language="cs")["privacy"]


async def test_what_is_shown_already_is_not_set_again(scene: Scene) -> None:
    bot = scene.platform.bot
    before = len(scene.server.called("setMyCommands"))
    assert await publish(bot, COMMANDS) == 0
    assert len(scene.server.called("setMyCommands")) == before
    assert await publish(bot, COMMANDS[1:]) == 4
    assert scene.server.methods.menu() == {}
    assert len(scene.server.called("deleteMyCommands")) == 2


async def test_a_menu_holds_a_hundred_commands_and_what_few_may_do_gives_way(scene: Scene) -> None:
    many = [CommandSpec((f"c{number}",), Role.MODERATOR if number < 50 else Role.MEMBER, {}) for number in range(103)]
    await publish(scene.platform.bot, many)
    names = [*(f"c{number}" for number in range(47)), *(f"c{number}" for number in range(50, 103))]
    assert list(scene.server.methods.menu("all_chat_administrators")) == names
    await publish(scene.platform.bot, [CommandSpec((f"c{number}",), Role.MEMBER, {}) for number in range(101)])
    assert len(scene.server.methods.menu()) == 100


async def test_where_room_is_short_the_largest_groups_of_what_few_may_do_are_one_entry_each(scene: Scene) -> None:
    single = [CommandSpec((f"c{number}",), Role.MEMBER, {}) for number in range(95)]
    small = [CommandSpec(("tea", verb), Role.MODERATOR, {}) for verb in ("pour", "sell", "stir")]
    large = [CommandSpec(("cup", verb), Role.HOST, {}) for verb in ("fill", "wash", "dry", "keep")]
    for_all = CommandSpec(("cup", "show"), Role.MEMBER, {"en": "A cup."})
    await publish(scene.platform.bot, [*small, *large, for_all, *single])
    menu = scene.server.methods.menu("all_chat_administrators")
    assert list(menu)[:5] == ["tea_pour", "tea_sell", "tea_stir", "cup", "cup_show"]
    assert menu["cup"] == "/cup … fill, wash, dry, keep"
    assert len(menu) == 100
    assert list(scene.server.methods.menu()) == ["cup_show", *(f"c{number}" for number in range(95))]


@pytest.mark.long
async def test_every_command_of_the_bundled_plugins_is_in_the_administrators_menu_or_led_to_by_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with telegram_bot(server, tmp_path, clock):
        entries = server.methods.menu("all_chat_administrators").keys()
        for path in load_plugins().registry.commands:
            assert "_".join(path).replace("-", "_") in entries or path[0] in entries


@pytest.mark.long
async def test_administrators_see_all_that_members_see(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with telegram_bot(server, tmp_path, clock):
        for language in ("", "cs"):
            mine, theirs = (
                server.methods.menu("all_chat_administrators", language),
                server.methods.menu("default", language),
            )
            assert theirs and theirs.items() <= mine.items()


async def test_a_menu_that_cannot_be_set_keeps_nobody_from_working(idle: Scene) -> None:
    idle.server.refuses("getMyCommands", 500, "Internal Server Error")
    async with idle.connected():
        await idle.ben.says("/me", in_=idle.group)
        assert len(idle.sink.updates) == 1
