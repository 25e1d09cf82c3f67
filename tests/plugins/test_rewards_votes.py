"""Votes on what comes next: one each, for words, all of them to be chosen."""

import pytest

from tests.plugins.rewarding import shop


@pytest.mark.long
async def test_a_vote_counts_once_and_may_be_changed_until_it_closes() -> None:
    async with shop() as here:
        await here.offer("vote", "What next", content="Teapots\nMugs", price="5", closes_at="tomorrow 18:00")
        await here.points(here.ann, 5)
        await here.says(here.ann, "/rewards What next")
        await here.presses(here.ann, "Claim for 5 points")
        assert "Your vote: Teapots" in await here.presses(here.ann, "Teapots")
        assert "Your vote: Mugs" in await here.presses(here.ann, "Mugs")
        told = await here.says(here.hana, "/reward show What next")
        assert "Teapots: 0\nMugs: 1" in told
        await here.bot.passes(days=1)
        assert "is closed" in await here.presses(here.ann, "Teapots")


@pytest.mark.long
async def test_a_vote_is_for_words_whatever_line_they_come_to_stand_in() -> None:
    async with shop() as here:
        await here.offer("vote", "What next", content="Teapots\nMugs\nBowls")
        for person, option in ((here.ann, "Mugs"), (here.ben, "Bowls"), (here.cid, "Teapots")):
            await here.says(person, "/rewards What next")
            await here.presses(person, "Claim it")
            await here.presses(person, option)
        await here.says(here.mona, "/reward edit What next")
        await here.presses(here.mona, "Words")
        told = await here.fill(here.mona, content="Plates\nMugs\nTeapots")
        assert "Plates: 0\nMugs: 1\nTeapots: 1\nOne vote is for words that are not there any more" in told
        assert "not to be chosen any more" in await here.presses(here.ann, "Bowls")
        await here.says(here.ann, "/mine")
        assert "Your vote: Mugs" in await here.presses(here.ann, "Open: What next")
        await here.says(here.ben, "/mine")
        assert "What comes next?" in await here.presses(here.ben, "Open: What next")
        assert "Your vote: Plates" in await here.presses(here.ben, "Plates")


@pytest.mark.long
async def test_everything_there_is_to_vote_for_can_be_chosen_however_much_it_is() -> None:
    async with shop() as here:
        await here.offer("vote", "What next", content="\n".join(f"Glaze {number}" for number in range(1, 46)))
        await here.says(here.ann, "/rewards What next")
        await here.presses(here.ann, "Claim it")
        for _ in range(2):
            await here.presses(here.ann, "More ›")
        assert "Your vote: Glaze 45" in await here.presses(here.ann, "Glaze 45")
