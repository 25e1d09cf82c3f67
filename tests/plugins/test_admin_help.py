"""Help, status and the stop button, as people use them."""

import pytest

from bot.community.communities import Communities
from bot.core.loader import LoadFailure
from bot.core.services import build
from bot.core.telling import Telling
from bot.delivery.journeys import Journeys
from bot.model.identity import Role
from bot.platforms.local.records import SPACE
from tests.plugins.moderating import evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_and_status_read_well(language: str) -> None:
    async with evening(language=language) as here:
        matches(f"admin/help.{language}", await here.screen("/help"))
        matches(f"admin/help-command.{language}", await here.screen("/help permission"))
        await here.streams()
        matches(f"admin/status.{language}", await here.screen("/status"))
        matches(f"admin/everything-stop.{language}", await here.screen("/everything stop"))


async def test_help_shows_a_member_only_what_a_member_may_use() -> None:
    async with evening() as here:
        shown = await here.says("/help", here.ema)
        assert "/help" in shown
        assert "/hello" in shown
        assert "/plugin" not in shown
        assert "This is for moderators" in await here.says("/help plugin list", here.ema)
        assert "There is no command plugin lost for you here" in await here.says("/help plugin lost", here.ema)


async def test_help_leaves_out_a_plugin_that_is_off() -> None:
    async with evening() as here:
        await here.says("/plugin disable sample")
        assert "/hello" not in await here.says("/help", here.ema)


async def test_help_lists_a_group_and_suggests_for_a_slip() -> None:
    async with evening() as here:
        assert "/journey preview" in await here.says("/help journey")
        assert "Did you mean /status?" in await here.says("/help statsu")


async def test_a_groups_name_alone_lists_its_commands() -> None:
    async with evening() as here:
        assert await here.says("/journey") == await here.says("/help journey")
        assert "/journey preview" in await here.says("/JOURNEY")
        assert "There is no command journey for you here" in await here.says("/journey", here.ema)
        assert "Did you mean /journey list?" in await here.says("/journey lsit")


async def test_help_is_found_by_a_command_in_quotes() -> None:
    async with evening() as here:
        assert "/journey show NAME" in await here.says('/help "journey show"')


async def test_a_missing_option_is_named_and_the_line_shown_in_the_readers_language() -> None:
    async with evening(language="cs") as here:
        assert await here.says("/host add") == "Něco chybí: kdo. Piš to takhle: /host add KDO"
    async with evening() as here:
        said = await here.says("/plugin configure")
        assert said.startswith("Something is missing: name. Write it like this: /plugin configure NAME [KEY] [VALUE]")


async def test_what_is_typed_in_vain_is_said_back_in_short() -> None:
    async with evening() as here:
        for line in ("/", "/help ", "/journey show ", "/plugin enable ", "/plugin configure sample x", "/permission "):
            assert len(await here.says(line + "x" * 3000 + " host")) < 300, line


async def test_status_names_the_platform_and_tells_posts_from_messages() -> None:
    async with evening() as here:
        async with here.bot.app.parts.work() as work:
            await Communities(work).set_channels(SPACE, post="general")
        async with here.bot.app.parts.work() as work:
            telling = build(Telling, here.bot.app.parts, work, await Communities(work).get(1))
            await telling.everybody("hello", "sample-hello", greeting="Hello")
        await here.bot.passes(minutes=1)
        shown = await here.says("/status")
        assert "Chat in the terminal: running" in shown
        assert "0 sent or put into inboxes today, 1 posted in channels" in shown


async def test_help_turns_its_pages() -> None:
    async with evening() as here:
        first = await here.says("/help")
        second = await here.presses("More ›")
        assert "page 1 of 2" in first
        assert "page 2 of 2" in second
        assert await here.presses("‹ Back") == first


async def test_a_member_is_told_who_may_see_the_status() -> None:
    async with evening() as here:
        assert "This is for hosts" in await here.says("/status", here.ema)


async def test_status_tells_moderators_what_could_not_be_loaded_and_hosts_not() -> None:
    broken = LoadFailure("broken", "ABCDEF", "its module needs a line.")
    async with evening(broken) as here:
        host = here.bot.person("Hugo", Role.HOST)
        assert "ABCDEF" in await here.says("/status")
        assert "ABCDEF" not in await here.says("/status", host)
        assert "Mend or remove it, then restart the bot." in await here.says("/plugin list")


@pytest.mark.long
async def test_the_stop_button_holds_everything_and_resuming_lets_it_go() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        host = here.bot.person("Hugo", Role.HOST)
        assert "Everything is stopped" in await here.says("/everything stop", host)
        await here.streams()
        assert "by Hugo" in await here.says("/status")
        assert "This is for moderators" in await here.presses(
            here.bot.app.parts.tokens.make("admin.resume_everything"), host
        )
        assert "looked at afresh" in await here.says("/everything resume")
        async with here.bot.app.parts.work() as work:
            [kept] = await Journeys(work).all(1)
            counts = await Journeys(work).counts(kept)
        assert counts["thanks", "available", "due"] == 2


async def test_stopping_twice_and_resuming_what_runs_say_so() -> None:
    async with evening() as here:
        assert "Nothing is stopped" in await here.says("/everything resume")
        await here.says("/everything stop")
        assert "by Mia" in await here.says("/everything stop")
