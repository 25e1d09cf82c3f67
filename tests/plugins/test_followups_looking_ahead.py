"""What hosts and moderators are told of a journey before, while and although it runs."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.model.titles import plugin_named
from tests.plugins.following import Evening, evening, followed
from tests.snapshots.compare import matches, screen

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")
PREVIEW = "/journey preview after-stream"


async def looks(it: Evening, command: str = PREVIEW) -> str:
    """What the moderator is answered."""
    it.news(it.host)
    await it.bot.says(it.host, command)
    return screen(it.news(it.host))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_preview_of_a_running_journey_shows_what_was_given_apart_from_what_is_to_come(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(hours=1)
        matches(f"followups/preview-half-done.{language}", await looks(it))


async def test_whoever_left_meanwhile_is_counted_as_left_out() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=1)
        await it.bot.chat.leaves(it.ben)
        assert "left out: 1 who left" in await looks(it)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_left_before_the_hosts_heard_of_a_late_end_is_no_plan(language: str, tmp_path: Path) -> None:
    async with evening(language, folder=tmp_path) as it:
        await it.starts()
        await it.bot.passes(minutes=20)
        await it.bot.says(it.ann, "lovely")
        await it.bot.says(it.ben, "which kiln?")
        await it.bot.passes(minutes=1)
        down = it.bot.clock.now()
    async with evening(language, folder=tmp_path, start=down + timedelta(hours=12)) as it:
        await it.bot.passes(minutes=30)
        preview = it.say("admin-preview")
        told = [one for one in it.bot.seen(it.host) if preview in [button.label for button in one.buttons]]
        matches(f"followups/planned-late.{language}", screen(told))


async def test_a_preview_after_an_edit_says_that_those_under_way_stay_with_what_they_began_with() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=1)
        await it.bot.says(it.host, "/journey edit after-stream")
        await it.press(it.host, "Stars")
        await it.fill(it.host, how="off")
        shown = await looks(it)
        assert "goes on with the version they began with" in shown
        assert "already given" not in shown


async def test_no_two_buttons_of_a_test_message_are_the_same() -> None:
    async with evening() as it:
        await it.stream()
        seen = len(it.bot.seen(it.host))
        await it.bot.says(it.host, "/journey test after-stream")
        tokens = [[action.token for action in shown.buttons] for shown in it.bot.seen(it.host)[seen:]]
        assert max(map(len, tokens)) >= 11
        assert all(len(set(each)) == len(each) for each in tokens)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_texts_of_a_plugin_that_is_off_are_shown_as_they_will_be(language: str) -> None:
    async with evening(language, running=False) as it:
        await it.stream()
        await it.bot.passes(minutes=5)
        looked = (PREVIEW, "/journey show after-stream", "/journey test after-stream")
        on = [await looks(it, command) for command in looked]
        await it.bot.says(it.host, "/plugin disable followups")
        off = [await looks(it, command) for command in looked]
        held = it.bot.app.parts.translator.text("admin-held-plugin-off", language, plugin=plugin_named("followups"))
        assert str(held) in off[0]
        assert "Autumn glazes" in off[0]
        assert [text.replace(f"{held}\n", "") for text in off][0::2] == on[0::2]
        assert str(held) in off[1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_texts_of_a_plugin_that_is_gone_are_not_guessed(language: str, tmp_path: Path) -> None:
    async with evening(language, folder=tmp_path) as it:
        await it.stream()
        await it.bot.passes(minutes=5)
        now = it.bot.clock.now()
    every = load_plugins().registry.plugins
    without = Loaded(Registry([plugin for name, plugin in every.items() if name != "followups"]), ())
    async with evening(language, folder=tmp_path, start=now, loaded=without, running=False) as it:
        texts = it.bot.app.parts.translator
        gone = str(texts.text("admin-held-plugin-gone", language, plugin=plugin_named("followups")))
        for command in (PREVIEW, "/journey show after-stream", "/journey test after-stream"):
            shown = await looks(it, command)
            assert gone in shown
            assert "[followups-" not in shown
            assert it.say("admin-preview-samples") not in followed([]) + shown
