"""Plugins and their settings, as moderators use them."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.model.identity import Role
from bot.testing import whole_bot
from plugins.admin import plugin as admin
from tests.plugins.moderating import evening
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", "cs")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_plugins_and_settings_read_well(language: str) -> None:
    async with evening(language=language) as here:
        matches(f"admin/plugin-list.{language}", await here.screen("/plugin list"))
        await here.says("/plugin configure sample minutes 30")
        matches(f"admin/plugin-configure.{language}", await here.screen("/plugin configure sample"))
        matches(f"admin/plugin-disable.{language}", await here.screen("/plugin disable sample"))


async def test_a_plugin_that_is_off_does_not_answer_until_it_is_on_again() -> None:
    async with evening() as here:
        await here.says("/plugin disable sample")
        assert "sample is switched off here" in await here.says("/hello", here.ema)
        assert "is off already" in await here.says("/plugin disable sample")
        await here.says("/plugin enable sample")
        assert await here.says("/hello", here.ema) == "Hello."


async def test_admin_cannot_be_turned_off() -> None:
    async with evening() as here:
        assert "Help and moderation (admin) stays on" in await here.says("/plugin disable admin")


async def test_a_plugin_that_there_is_not_is_refused_with_those_there_are() -> None:
    async with evening() as here:
        assert "There are: admin, sample" in await here.says("/plugin enable smaple")


async def test_the_journeys_of_a_plugin_that_is_off_take_nobody_in() -> None:
    async with evening() as here:
        await here.says("/plugin disable sample")
        await here.streams()
        assert "nobody under way" in await here.says("/journey list")


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_waits_for_a_plugin_reads_well(language: str) -> None:
    async with evening(language=language) as here:
        await here.says("/journey approve after")
        await here.streams(passing=0)
        await here.says("/plugin disable sample")
        await here.bot.passes(minutes=30)
        shown = [
            await here.screen(command)
            for command in ("/status", "/journey list", "/journey preview after", "/journey pause after")
        ]
        shown += [await here.screen("/journey resume after"), await here.screen("/plugin enable sample")]
        matches(f"admin/plugin-off.{language}", "\n\n---\n".join(shown))


@pytest.mark.long
async def test_what_fell_due_while_a_plugin_was_off_comes_once_it_is_on() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        await here.streams(passing=0)
        await here.says("/plugin disable sample")
        await here.bot.passes(minutes=30)
        assert await here.stands() == {("thanks", "held", "plugin-off"): 2}
        await here.says("/plugin enable sample")
        assert await here.stands() == {("thanks", "available", "due"): 2}


@pytest.mark.long
async def test_undoing_the_turning_off_lets_it_go_as_well() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        await here.streams(passing=0)
        await here.says("/plugin disable sample")
        await here.bot.passes(minutes=30)
        await here.presses("Undo")
        assert await here.stands() == {("thanks", "available", "due"): 2}


@pytest.mark.long
async def test_a_plugin_that_was_missing_for_a_while_goes_on_where_it_was(tmp_path: Path) -> None:
    """As when it was broken by an update, and mended by the next."""
    async with evening(folder=tmp_path) as here:
        await here.says("/journey approve after")
        await here.streams(passing=0)
        ended = here.bot.clock.now()
    without = Loaded(Registry([admin]), ())
    async with whole_bot(folder=tmp_path, loaded=without, start=ended + timedelta(minutes=20)) as bot:
        await bot.passes(minutes=1)
        mia = bot.person("Mia", Role.MODERATOR)
        assert "2 held" in "\n".join(await bot.says(mia, "/status"))
        assert "2 while the plugin is off" in "\n".join(await bot.says(mia, "/status"))
    async with evening(folder=tmp_path, start=ended + timedelta(minutes=40)) as here:
        await here.bot.passes(minutes=1)
        assert await here.stands() == {("thanks", "available", "due"): 2}


async def test_a_form_changes_settings_says_the_difference_and_is_undone() -> None:
    async with evening() as here:
        await here.says("/plugin configure sample")
        await here.presses("Change settings (1 of 2)")
        answer = await here.fills_in(greeting="Good evening", loud="yes", days="saturday,sunday", tone="brief")
        assert "What it says: Hello → Good evening" in answer
        assert "Say it loudly: no → yes" in answer
        assert "On which days: Saturday → Saturday, Sunday" in answer
        assert await here.says("/hello") == "Hello."
        assert "What it says: Hello → Good evening" in await here.presses("Keep it")
        assert await here.says("/hello") == "Good evening."
        assert "Undone. Now: " in await here.presses("Undo")
        assert await here.says("/hello") == "Hello."


async def test_what_does_not_fit_is_told_with_what_was_expected_and_stands_in_the_form_again() -> None:
    async with evening() as here:
        await here.says("/plugin configure sample")
        await here.presses("Change settings (1 of 2)")
        answer = await here.fills_in(greeting="Hi", minutes="99")
        assert "What it says: Hello → Hi" in answer
        assert "Minutes to wait: I cannot use “99”. It takes a whole number from 1 to 60. I kept 10." in answer
        await here.presses("Correct it")
        standing = {field.name: field.value for field in here.bot.chat.forms(here.mia)[-1].form.fields}
        assert (standing["greeting"], standing["minutes"]) == ("Hi", "99")
        answer = await here.fills_in(minutes="9")
        assert "Minutes to wait: 10 → 9" in answer
        assert "What it says: Hello → Hi" in answer
        await here.presses("Keep it")
        assert await here.says("/hello") == "Hi."


async def test_pages_are_kept_together_and_dropped_together() -> None:
    async with evening() as here:
        await here.says("/plugin configure sample")
        await here.presses("Change settings (1 of 2)")
        await here.fills_in(greeting="Hi")
        await here.says("/plugin configure sample")
        await here.presses("Change settings (2 of 2)")
        form = here.bot.chat.forms(here.mia)[-1].form
        name, value = next((field.name, "09:30") for field in form.fields if field.name == "evening")
        answer = "\n".join(await here.bot.submits(here.mia, form, {name: value}))
        assert "Hello → Hi" in answer
        assert "18:00 → 09:30" in answer or "18:00 → 9:30" in answer
        assert "stays as it was" in await here.presses("Drop it")
        assert await here.says("/hello") == "Hello."
        assert "Nothing of yours waits" in await here.presses("Keep it")


@pytest.mark.long
async def test_nobody_keeps_what_somebody_else_typed() -> None:
    async with evening() as here:
        max_ = here.bot.person("Max", Role.MODERATOR)
        await here.says("/plugin configure sample")
        await here.presses("Change settings (1 of 2)")
        await here.fills_in(greeting="Hi")
        token = next(a.token for a in here.bot.seen(here.mia)[-1].buttons if a.label == "Keep it")
        assert "Nothing of yours waits" in "".join(await here.bot.presses(max_, token))
        assert "This is for moderators" in "".join(await here.bot.presses(here.ema, token))
        await here.bot.passes(hours=25)
        assert "Nothing of yours waits" in await here.presses("Keep it")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_difference_reads_well(language: str) -> None:
    async with evening(language=language) as here:
        await here.says("/plugin configure sample")
        await here.presses({"en": "Change settings (1 of 2)", "cs": "Změnit nastavení (1 z\u00a02)"}[language])
        seen = len(here.bot.seen(here.mia))
        await here.fills_in(greeting="<b>Hi</b>", minutes="99")
        matches(f"admin/settings-draft.{language}", screen(here.bot.seen(here.mia)[seen:]))


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("minutes", "20", "10 → 20"),
        ("minutes", "7,5", "I cannot use “7,5”"),
        ("loud", "on", "no → yes"),
        ("loud", "maybe", "It takes yes or no"),
        ("tone", "BRIEF", "warm → brief"),
        ("tone", "cold", "one of: warm, brief"),
        ("days", "sunday", "Saturday → Sunday"),
        ("days", "monday", "any of: Saturday, Sunday"),
        ("patience", "1 d 12 h", "3 hours → 1 day 12 hours"),
        ("patience", "soon", "such as 10 min"),
        ("evening", "19.30", "18:00 → 19:30"),
        ("evening", "25", "such as 18:00"),
        ("greeting", "x" * 41, "at most 40 characters"),
        ("greeting", "Hello", "Nothing changed"),
        ("nothing", "3", "It has: greeting, minutes"),
    ],
)
async def test_one_setting_is_changed_by_the_command(key: str, given: str, said: str) -> None:
    async with evening() as here:
        assert said in await here.says(f"/plugin configure sample {key} {given}")


async def test_a_choice_is_understood_by_what_it_is_called() -> None:
    async with evening(language="cs") as here:
        assert "vřelý → stručný" in await here.says("/plugin configure sample tone stručný")


async def test_members_may_not_look_at_plugins() -> None:
    async with evening() as here:
        assert "This is for moderators" in await here.says("/plugin list", here.ema)


@pytest.mark.long
async def test_what_is_shown_by_its_title_can_be_typed_by_it() -> None:
    async with whole_bot(language="cs") as bot:
        mia = bot.person("Mia", Role.MODERATOR, language="cs")

        async def says(text: str) -> str:
            return "".join(await bot.says(mia, text))

        assert "Po streamu (followups)" in await says("/plugin configure followups")
        assert "vypnutý" in await says("/plugin disable po STREAMU")
        assert "zapnutý" in await says("/plugin enable followups")
        assert "48 hodin po streamu (followups.after-stream)" in await says("/journey show 48 hodin po streamu")
        assert "Co jim uteklo (followups.missed-it)" in await says("/journey show missed-it")
