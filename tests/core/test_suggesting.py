"""Suggestions while an option is typed: whom they are for, and that nothing ever goes wrong visibly."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Annotated

import pytest

from bot.api import Choice, Context, Plugin, Role, Suggested, UserError, matching
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.core.specs import command_specs
from bot.errors import PluginError
from bot.model.identity import SpaceRef
from bot.model.incoming import Asked
from bot.platforms.local.records import SPACE, Person
from bot.testing import WholeBot, whole_bot

SHELF = [Choice(name, name) for name in ("Bowl", "bolt", "Teapot", "Émail")]


async def shelf(ctx: Context, typed: str) -> Sequence[Choice]:
    """What stands on the shelf; some questions break it."""
    if typed == "break":
        raise RuntimeError("the shelf broke")
    if typed == "refuse":
        raise UserError("member-unknown", asked="x")
    if typed == "wait":
        await asyncio.sleep(60)
    if typed == "many":
        return [Choice(str(number), str(number)) for number in range(100)]
    return matching(typed, SHELF)


def kiln() -> Plugin:
    plugin = Plugin("kiln", on_by_default=True)

    @plugin.command("kiln take")
    async def take(ctx: Context, what: Annotated[str, Suggested(shelf)], many: int = 1) -> None:
        """Take something off the shelf."""

    @plugin.command("kiln fire", least=Role.MODERATOR)
    async def fire(ctx: Context, what: Annotated[str | None, Suggested(shelf)] = None) -> None:
        """Fire something."""

    return plugin


@asynccontextmanager
async def kiln_bot() -> AsyncIterator[WholeBot]:
    """A bot with that plugin, in a community that is known already."""
    async with whole_bot(loaded=Loaded(Registry([kiln()]), ())) as bot:
        await bot.says(bot.person("Ann"), "/kiln take Bowl")
        yield bot


async def suggested(
    bot: WholeBot, typed: str, *, command: str = "kiln take", option: str = "what", who: Person | None = None
) -> list[str]:
    person = who or bot.person("Ann")
    asked = Asked(person.actor, SPACE, command, option, typed)
    return [choice.value for choice in await bot.app.dispatcher.suggest(asked)]


async def test_what_fits_is_suggested_whatever_its_case_and_accents() -> None:
    async with kiln_bot() as bot:
        assert await suggested(bot, "bo") == ["Bowl", "bolt"]
        assert await suggested(bot, "ma") == ["Émail"]
        assert await suggested(bot, "em") == ["Émail"]
        assert await suggested(bot, "") == ["Bowl", "bolt", "Teapot", "Émail"]


async def test_what_begins_so_comes_first_and_no_more_than_can_be_shown() -> None:
    assert [choice.value for choice in matching("t", SHELF)] == ["Teapot", "bolt"]
    async with kiln_bot() as bot:
        assert len(await suggested(bot, "many")) == 25


@pytest.mark.long
@pytest.mark.parametrize("typed", ["break", "refuse", "wait"])
async def test_a_suggester_that_fails_or_takes_too_long_suggests_nothing(typed: str, limits_as_they_are: None) -> None:
    async with kiln_bot() as bot:
        assert await suggested(bot, "bo")
        assert await asyncio.wait_for(suggested(bot, typed), 3) == []


async def test_nothing_is_suggested_to_who_may_not_use_the_command() -> None:
    async with kiln_bot() as bot:
        assert await suggested(bot, "bo", command="kiln fire") == []
        mona = bot.person("Mona", Role.MODERATOR)
        assert await suggested(bot, "bo", command="kiln fire", who=mona) == ["Bowl", "bolt"]


async def test_what_is_not_there_has_no_suggestions() -> None:
    async with kiln_bot() as bot:
        assert await suggested(bot, "bo", command="kiln") == []
        assert await suggested(bot, "bo", option="many") == []
        assert await suggested(bot, "bo", option="nothing") == []
        elsewhere = Asked(bot.person("Ann").actor, SpaceRef("discord", "1"), "kiln take", "what", "bo")
        assert await bot.app.dispatcher.suggest(elsewhere) == ()


def test_a_number_cannot_be_suggested() -> None:
    plugin = Plugin("kiln")

    async def take(ctx: Context, many: Annotated[int, Suggested(shelf)]) -> None:
        """Take so many."""

    with pytest.raises(PluginError, match="many"):
        plugin.command()(take)


async def test_the_spec_tells_platforms_which_options_suggest() -> None:
    async with kiln_bot() as bot:
        specs = command_specs(bot.app.parts.registry, bot.app.parts.translator)
    assert {option.name: option.suggests for option in specs[1].options} == {"what": True, "many": False}


async def test_moderators_are_suggested_plugins_journeys_and_commands() -> None:
    async with whole_bot() as bot:
        mona = bot.person("Mona", Role.MODERATOR)
        await bot.says(mona, "/status")
        found = await suggested(bot, "str", command="plugin enable", option="name", who=mona)
        assert found[0] == "streams"
        assert "followups" in found  # by its title, "After a stream"
        journeys = await suggested(bot, "after", command="journey show", option="name", who=mona)
        assert "followups.after-stream" in journeys
        by_title = await suggested(bot, "48 hours", command="journey show", option="name", who=mona)
        assert by_title == ["followups.after-stream"]
        assert "stream start" in await suggested(bot, "/stream s", command="permission", option="command", who=mona)
        assert await suggested(bot, "str", command="plugin enable", option="name") == []
        theirs = await suggested(bot, "", command="help", option="command")
        assert theirs
        assert "plugin enable" not in theirs
