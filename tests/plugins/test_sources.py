"""Channels that moderators have watched."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.core.watching import Configured, SourceState, watched
from bot.errors import Said
from bot.model.identity import Role, SpaceRef
from bot.model.sources import Channel
from bot.platforms.local.records import SPACE, Person
from bot.sources.keeping import away
from bot.testing import WholeBot, whole_bot


@dataclass(frozen=True, slots=True)
class Evening:
    """A bot with all its plugins, and two people."""

    bot: WholeBot
    mia: Person  # a moderator
    ema: Person  # a member

    async def says(self, text: str, who: Person | None = None) -> str:
        """What the moderator (or `who`) is answered."""
        return "\n".join(await self.bot.says(who or self.mia, text))


@contextlib.asynccontextmanager
async def evening(language: str = "en") -> AsyncIterator[Evening]:
    async with whole_bot(language=language) as bot:
        people = bot.person("Mia", Role.MODERATOR, language=language), bot.person("Ema", language=language)
        for person in people:
            await bot.says(person, "hello")
            await bot.says(person, "/me")
        yield Evening(bot, *people)


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with evening() as one:
        yield one


NOTHING = Configured({})


async def _watched(it: Evening, configured: Configured = NOTHING) -> list[tuple[str, str]]:
    async with it.bot.app.parts.work() as work:
        found = await watched(work, it.bot.app.parts.registry, configured)
    return [(channel.source, channel.name) for channel in found.channels]


@pytest.mark.long
async def test_a_channel_is_added_listed_and_removed(it: Evening) -> None:
    state = it.bot.app.parts.sources["twitch"] = SourceState()
    assert "tea_night is watched from now on" in await it.says("/source add twitch https://www.twitch.tv/Tea_Night")
    assert await _watched(it) == [("twitch", "tea_night")]
    state.channels = (Channel("twitch", "tea_night", SPACE),)
    assert "Twitch: watching tea_night" in await it.says("/source list")
    assert "watched already" in await it.says("/source add twitch tea_night")
    assert "watched no more" in await it.says("/source remove twitch @tea_night")
    assert await _watched(it) == []


@pytest.mark.long
async def test_adding_is_audited_and_can_be_undone(it: Evening) -> None:
    await it.says("/source add youtube @TeaNight")
    assert await _watched(it) == [("youtube", "@teanight")]
    assert "youtube:@teanight" in await it.says("/audit")
    await it.bot.presses(it.mia, "Undo")
    assert await _watched(it) == []


@pytest.mark.long
async def test_what_is_not_set_up_is_said(it: Evening) -> None:
    assert "not set up" in await it.says("/source add kick tea")
    assert "Kick: not set up, so tea cannot be watched" in await it.says("/status")


@pytest.mark.long
@pytest.mark.parametrize("typed", ["twitch a", "twitch tea!night", "kick ..", "hook Ča", 'twitch "two words"'])
async def test_what_can_be_no_channel_is_refused(it: Evening, typed: str) -> None:
    assert "cannot be the name" in await it.says(f"/source add {typed}")
    assert await _watched(it) == []


@pytest.mark.long
async def test_only_moderators_choose(it: Evening) -> None:
    for line in ("/source list", "/source add twitch tea", "/source remove twitch tea"):
        assert "moderator" in await it.says(line, it.ema)
    assert await _watched(it) == []


@pytest.mark.long
async def test_what_was_never_added_cannot_be_removed(it: Evening) -> None:
    assert "was not added here" in await it.says("/source remove twitch tea")


@pytest.mark.long
async def test_a_channel_of_another_community_is_not_taken_from_it(it: Evening) -> None:
    other = Channel("twitch", "tea", SpaceRef("local", "elsewhere"))
    it.bot.app.parts.sources["twitch"] = SourceState((other,))
    assert "another community" in await it.says("/source add twitch tea")
    assert await _watched(it) == []
    assert "tea" not in await it.says("/source list")


@pytest.mark.long
async def test_there_is_an_end_to_how_many(it: Evening) -> None:
    for number in range(20):
        await it.says(f"/source add kick tea{number}")
    assert "20 channels are watched already" in await it.says("/source add kick tea20")
    assert len(await _watched(it)) == 20


@pytest.mark.long
async def test_what_does_not_work_is_told_in_the_readers_language(it: Evening) -> None:
    state = it.bot.app.parts.sources["twitch"] = SourceState((Channel("twitch", "tea", SPACE),))
    state.tell("channel.chat.message tea", Said("refusal-twitch-chat", name="tea"))
    assert "must allow the application" in await it.says("/status")
    state.problem = away("Twitch", Said("refusal-system-no-answer"))
    assert "Twitch: does not run. Twitch cannot be reached" in await it.says("/status")
    async with evening(language="cs") as other:
        other.bot.app.parts.sources["twitch"] = state
        assert "Twitch: neběží. Twitch se nedá zastihnout" in await other.says("/status")
        assert "Streamy na Twitchi: Twitch se nedá zastihnout" in await other.says("/doctor")


@pytest.mark.long
async def test_the_configuration_names_channels_for_the_only_community(it: Evening) -> None:
    configured = Configured({"twitch": ["Tea"], "kick": ["!"]})
    assert await _watched(it, configured) == [("twitch", "tea")]
    await it.says("/source add twitch tea")
    assert await _watched(it, configured) == [("twitch", "tea")]


@pytest.mark.long
@pytest.mark.parametrize(("name", "found"), [("our community", True), ("Other", False), ("", True)])
async def test_or_for_the_one_that_it_names(it: Evening, name: str, found: bool) -> None:
    async with it.bot.app.parts.work() as work:
        one = await watched(work, it.bot.app.parts.registry, Configured({"twitch": ["tea"]}, name))
    assert bool(one.channels) is found
    assert ("There is no community Other" in str(one.problem)) is not found
