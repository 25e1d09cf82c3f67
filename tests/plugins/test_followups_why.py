"""/why amid the 48 hours: what came, what comes and when, what was left out; not what never was for this person."""

import pytest

from tests.plugins.following import Evening, evening
from tests.snapshots.compare import matches, screen

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")


async def why(it: Evening, text: str = "/why") -> str:
    """What Ben reads, who agreed to no direct messages."""
    it.news(it.ben)
    await it.bot.says(it.ben, text)
    return screen(it.news(it.ben))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_reads_well_from_the_first_hour_to_the_last(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        begun = await why(it)
        await it.opens(it.ben)
        await it.bot.passes(hours=23)
        amid = await why(it)
        await it.bot.passes(hours=26)
        matches(f"followups/why.{language}", "\n\n---\n".join([begun, amid, await why(it)]))


async def test_what_is_for_another_case_moves_when_the_case_is_another() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        assert "Only in other cases: Care after an order, Stars, Before it fades." in await why(it)
        await it.orders(it.ben)
        after = await why(it)
        assert "Only in other cases: Best moments, Stars, Before it fades." in after
        assert "planned\nCare after an order" in after


async def test_the_other_cases_are_those_of_the_newest_stream_and_on_the_first_page_alone() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(days=6)
        await it.stream("Teapots", next_one=False)
        await it.bot.passes(minutes=11)
        first = await why(it)
        assert first.count("Only in other cases") == 1
        assert "Only in other cases: Care after an order, Stars, Next stream." in first
        assert "Only in other cases" not in await why(it, "/why 2")


async def test_the_first_that_comes_stands_on_top_and_the_last_that_came_behind_what_comes() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        told = [line for line in (await why(it)).splitlines() if " · " in line and "after" not in line]
        assert [line.partition(" · ")[0] for line in told] == [
            "today 22:43",
            "tomorrow 18:00",
            "Sunday 15:43",
            "today 19:53",
        ]
