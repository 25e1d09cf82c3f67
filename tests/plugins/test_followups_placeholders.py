"""Placeholders of journeys' texts: filled by plugins in batches, and harmless when one of them fails."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from bot.api import Background, Case, Plugin
from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.model.journeys import Delay, Journey, Step, StreamTrigger, Variant
from tests.plugins.following import Evening, evening, followed

TEXT = "{stream} with {host}: {time_there}. Weather: {weather}."


def with_weather(*, fails: bool = False, asked: list[str] | None = None) -> Loaded:
    """The bundled plugins and one more, whose placeholder is told wrongly or not at all; `asked`: of whom it was."""
    weather = Plugin("weather")

    @weather.contributes("placeholder", "weather")
    async def fill(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
        if asked is not None:
            asked.extend(case.recipient.name for case in cases if case.recipient is not None)
        if fails:
            raise RuntimeError("no sky to be seen")
        return {case.due.id: {"weather": f"sunny for {len(cases)}"} for case in cases}

    note = Step(id="note", when=Delay(after=timedelta(minutes=5)), variants=(Variant(texts={"en": TEXT}),))
    weather.journeys = (Journey(name="weather", trigger=StreamTrigger(), steps=(note,)),)
    return Loaded(Registry([*load_plugins().registry.plugins.values(), weather]), ())


async def after_five_minutes(it: Evening) -> str:
    """What Ann is told."""
    await it.bot.says(it.host, "/journey approve weather.weather")
    await it.stream()
    await it.bot.passes(minutes=6)
    return followed(it.news(it.ann), "Weather")


async def test_moderators_are_offered_words_for_their_texts_and_no_switches() -> None:
    async with evening() as it:
        await it.bot.says(it.host, "/journey edit after-stream")
        offered = set(re.findall(r"{(\w+)}", it.news(it.host)[0].message.text))
        parts = it.bot.app.parts.registry.contributions("placeholder")
        switches = {name for part in parts for name in part.switches}
        assert {"name", "highlights", "content", "next_reward"} <= offered
        assert {"has_content", "content_liked", "titled"} <= switches
        assert offered.isdisjoint(switches)


@pytest.mark.long
async def test_own_texts_may_use_what_plugins_know() -> None:
    async with evening(loaded=with_weather(fails=False)) as it:
        told = await after_five_minutes(it)
        assert told.startswith("Autumn glazes with Hana: 42 minutes. Weather: sunny for ")


@pytest.mark.long
async def test_a_placeholder_that_fails_is_empty_and_the_message_leaves() -> None:
    async with evening(loaded=with_weather(fails=True)) as it:
        told = await after_five_minutes(it)
        assert told.startswith("Autumn glazes with Hana: 42 minutes. Weather: .")


@pytest.mark.long
async def test_a_plugin_that_is_off_leaves_its_placeholders_empty() -> None:
    async with evening(loaded=with_weather(fails=False)) as it:
        await it.bot.says(it.host, "/plugin disable followups")
        assert (await after_five_minutes(it)).startswith(" with : . Weather: sunny for ")


@pytest.mark.long
@pytest.mark.parametrize("next_one", [True, False])
async def test_plugins_are_asked_only_of_those_for_whom_a_step_that_needs_them_is(next_one: bool) -> None:
    """What is due together with the last call needs them, and is for nobody while a next stream is planned."""
    asked: list[str] = []
    async with evening(loaded=with_weather(asked=asked)) as it:
        await it.stream(next_one=next_one)
        await it.bot.passes(hours=43)
        asked.clear()
        await it.bot.passes(hours=2)
        assert sorted(asked) == ([] if next_one else ["Ann", "Ben"])
