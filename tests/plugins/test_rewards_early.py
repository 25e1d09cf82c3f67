"""Early access: at once for who claims it, and for everybody from a certain moment on."""

import pytest

from tests.plugins.rewarding import Shop, shop

LINK = "https://example.org/first-firing"


async def early(here: Shop, **values: str) -> None:
    """A link that everybody gets on Sunday."""
    await here.offer("early", "First firing", content=LINK, closes_at="sunday 12:00", price="5", **values)
    await here.points(here.ann, 5)


@pytest.mark.long
async def test_who_claims_it_has_it_at_once_and_everybody_from_its_day_on() -> None:
    async with shop() as here:
        await early(here)
        assert "Everybody reads it in a post: Sunday 12:00." in await here.says(here.mona, "/reward show First")
        assert "For everybody from Sunday 12:00 on" in await here.says(here.ann, "/rewards First")
        told = await here.presses(here.ann, "Claim for 5 points")
        assert LINK in told and "Everybody gets it: Sunday 12:00." in told
        assert not any(LINK in text for text in here.bot.texts(here.ben))
        await here.bot.passes(days=1, hours=16)
        assert not any(LINK in text for text in here.bot.texts(here.ben))
        await here.bot.passes(hours=2)
        assert here.bot.texts(here.ben)[-1] == f"For everybody now: First firing\n{LINK}"
        await here.says(here.ann, "/mine")
        told = await here.presses(here.ann, "Open: First firing")
        assert LINK in told and "Everybody gets it" not in told


@pytest.mark.long
async def test_a_day_that_moves_is_the_day_and_what_is_off_offer_stays_with_who_has_it() -> None:
    async with shop() as here:
        await early(here)
        for day in ("saturday 12:00", "monday 12:00"):
            await here.says(here.mona, "/reward edit First")
            await here.presses(here.mona, "Window")
            await here.fill(here.mona, closes_at=day, can_gift="no")
        await here.bot.passes(days=2, hours=16)
        assert not any("For everybody now" in text for text in here.bot.texts(here.ben))
        await here.bot.passes(days=4)
        assert sum("For everybody now" in text for text in here.bot.texts(here.ben)) == 1


@pytest.mark.long
async def test_what_is_taken_off_offer_before_its_day_is_posted_to_nobody() -> None:
    async with shop() as here:
        await early(here)
        await here.says(here.mona, "/reward show First")
        await here.presses(here.mona, "Take off offer")
        await here.bot.passes(days=3)
        assert not any("For everybody now" in text for text in here.bot.texts(here.ben))


@pytest.mark.long
async def test_it_is_not_offered_without_a_day_or_with_more_than_fits_into_a_post() -> None:
    async with shop() as here:
        await here.make("early", "First firing", content=LINK)
        assert "First say from when on everybody has it" in await here.presses(here.mona, "Put on offer")
        await here.presses(here.mona, "Window")
        await here.fill(here.mona, closes_at="sunday 12:00", can_gift="no")
        await here.presses(here.mona, "Put on offer")
        await here.presses(here.mona, "Words")
        assert "at most 2,500 letters" in await here.fill(here.mona, title="First firing", content="x" * 2501)
        await here.presses(here.mona, "Words")
        assert "First write what is in it" in await here.fill(here.mona, title="First firing", content="")
        await here.says(here.ann, "/rewards First")
        assert LINK in await here.presses(here.ann, "Claim it")
