"""Giving ideas and voting for them."""

import pytest

from plugins.ideas._tables import drafts, ideas, votes, words
from tests.plugins.boarding import GLAZES, board, decides, glazes, shown_votes


@pytest.mark.long
async def test_one_that_sounds_alike_is_offered_first_and_what_was_typed_waits() -> None:
    async with board() as here:
        await glazes(here)
        seen = await here.screen(here.cid, "/idea STREAMS about GLAZING, please")
        assert "There is one that sounds much like yours:" in seen and "#1 A stream about glazes, 2 votes" in seen
        assert "Your vote counts." in await here.taps(here.cid, f"Vote: {GLAZES}")
        assert await here.rows(drafts) == [] and await shown_votes(here) == "3 votes"
        refused = await here.presses(here.cid, "Mine is something else")
        assert "is not waiting here any more" in refused and len(await here.rows(ideas)) == 1


@pytest.mark.long
async def test_one_that_is_something_else_after_all_is_given_once() -> None:
    async with board() as here:
        await glazes(here)
        await here.says(here.cid, "/idea A stream about clay and glazes")
        assert "Noted as #2" in await here.presses(here.cid, "Mine is something else")
        assert "is not waiting" in await here.presses(here.cid, "Mine is something else")
        assert len(await here.rows(ideas)) == 2


@pytest.mark.long
async def test_one_that_is_done_already_is_shown_instead_of_voted_for() -> None:
    async with board() as here:
        await glazes(here)
        await here.opens(here.hugo)
        await decides(here, here.hana, "Done", "Watch it any time.")
        seen = await here.screen(here.cid, "/idea a stream about glazes")
        assert f"Vote: {GLAZES}" not in seen
        assert "The hosts: Watch it any time." in await here.taps(here.cid, f"#1 {GLAZES}")
        assert "is done, so there is nothing to vote for" in await here.presses(here.hugo, "Vote for it")


@pytest.mark.long
async def test_a_form_takes_more_words_and_gives_them_back_where_they_do_not_fit() -> None:
    async with board() as here:
        await here.says(here.ann, "/idea")
        refused = await here.fills(here.ann, {"title": " ", "more": "Because the kiln is cold."})
        assert "put the idea into a sentence" in refused and "Because the kiln is cold." in refused
        await here.says(here.ann, "/idea")
        refused = await here.fills(here.ann, {"title": "Warmer kilns", "more": "why " * 400})
        assert "1,500 for the rest" in refused and refused.count("why") >= 400
        await here.says(here.ann, "/idea")
        assert "Noted as #1" in await here.fills(here.ann, {"title": "Warmer kilns", "more": "The clay cracks."})
        assert "The clay cracks." in await here.opens(here.ben)


@pytest.mark.long
async def test_a_long_sentence_is_cut_at_its_first_end_and_kept_whole_below() -> None:
    async with board() as here:
        typed = "Warmer kilns! Because " + "the clay cracks and " * 10 + "nobody likes that."
        assert "“Warmer kilns!”" in await here.says(here.ann, f"/idea {typed}")
        assert typed in await here.opens(here.ben)


@pytest.mark.long
async def test_so_many_ideas_an_hour_and_a_day_and_what_is_too_much_comes_back() -> None:
    subjects = [
        "Blue cups",
        "Bigger bowls",
        "Longer evenings",
        "Kiln visits",
        "Clay swaps",
        "Glaze maps",
        "Tea",
        "Cats",
    ]
    async with board() as here:
        for number, subject in enumerate(subjects):
            if number and number % 3 == 0:
                refused = await here.says(here.ann, f"/idea {subject}")
                assert refused.startswith("3 ideas an hour are") and refused.endswith(f": {subject}")
                await here.bot.passes(minutes=61)
            assert "Noted" in await here.says(here.ann, f"/idea {subject}")
        await here.bot.passes(minutes=61)
        refused = await here.says(here.ann, "/idea Dogs")
        assert refused.startswith("8 ideas a day are") and refused.endswith(": Dogs")
        await here.bot.passes(hours=24)
        assert "Noted" in await here.says(here.ann, "/idea Dogs")


@pytest.mark.long
async def test_hostile_words_stay_words() -> None:
    typed = "<b>@everyone</b> [free](https://evil.example) \u202egnihton\u2066 mu\u200bgs <a href='x'>"
    async with board() as here:
        await here.says(here.ann, f"/idea {typed}")
        [row] = await here.rows(words)
        assert row.title == "<b>@everyone</b> [free](https://evil.example) gnihton mugs <a href='x'>"
        assert "<b>@everyone</b>" in await here.opens(here.ben)
        assert "a few words that can be read" in await here.says(here.ann, "/idea \u200b\u202e\u2066")


@pytest.mark.long
async def test_a_vote_counts_once_and_can_be_taken_back_also_ones_own() -> None:
    async with board() as here:
        await glazes(here)
        await here.presses(here.ben, "Vote for it")
        assert await shown_votes(here) == "2 votes"
        assert "does not count any more" in await here.presses(here.ben, "Take my vote back")
        await here.presses(here.ben, "Take my vote back")
        assert await shown_votes(here) == "1 vote"
        await here.opens(here.ann)
        await here.presses(here.ann, "Take my vote back")
        assert await shown_votes(here) == "No votes yet"
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        assert len(here.told(here.ann)) == 1, "whoever gave it asked for it, with or without a vote"
        assert here.told(here.ben) == []


@pytest.mark.long
async def test_linked_accounts_are_one_voice_and_hear_of_it_once() -> None:
    async with board() as here:
        await glazes(here)
        await here.votes(here.cid)
        assert await shown_votes(here) == "3 votes"
        await here.link(here.cid, into=here.ben)
        assert await shown_votes(here) == "2 votes"
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        assert sum("is planned" in text for text in here.told(here.ben) + here.told(here.cid)) == 1
        await here.opens(here.cid)
        await here.presses(here.cid, "Take my vote back")
        assert await shown_votes(here) == "1 vote"


@pytest.mark.long
async def test_what_is_left_of_who_is_forgotten_is_the_vote_of_others() -> None:
    async with board() as here:
        await glazes(here)
        await here.votes(here.cid)
        await here.forgets(here.ben)
        assert await shown_votes(here) == "2 votes"
        await here.forgets(here.ann)
        assert await here.rows(words) == [] and len(await here.rows(votes)) == 1
        assert "No idea waits" in await here.says(here.cid, "/ideas")
        assert "That idea is not here" in await here.presses(here.ben, "Vote for it")
        await here.agrees(here.cid)
        assert "an idea whose words are gone" in await here.says(here.hana, "/ideas hidden")
        await here.says(here.hana, "/answer idea #1 done")
        await here.bot.passes(minutes=1)
        assert here.told(here.cid)[-1].startswith("An idea that you voted for is done.")
        assert here.posted() == []


@pytest.mark.long
async def test_a_host_gives_words_to_an_idea_whose_own_are_gone() -> None:
    async with board() as here:
        await glazes(here)
        await here.forgets(here.ann)
        await here.opens(here.hana)
        await here.presses(here.hana, "Edit")
        await here.fills(here.hana, {"title": "Glazes on stream", "more": ""})
        assert "#1 Glazes on stream, 1 vote (new)" in await here.says(here.cid, "/ideas")
