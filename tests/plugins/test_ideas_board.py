"""The board of ideas, and what hosts do about them."""

import csv
import io

import pytest

from plugins.ideas._tables import ideas, words
from tests.plugins.boarding import GLAZES, Board, board, decides, glazes, many, numbers, shown_votes


@pytest.mark.long
async def test_the_board_is_turned_sorted_and_filtered() -> None:
    async with board() as here:
        await many(here)
        assert numbers(await here.says(here.ann, "/ideas")) == [3, 5, 1, 2, 4]
        assert numbers(await here.presses(here.ann, "More ›")) == [6, 7]
        await here.presses(here.ann, "‹ Back")
        assert numbers(await here.presses(here.ann, "Newest first")) == [7, 6, 5, 4, 3]
        await decides(here, here.hana, "Planned", number=2)
        await decides(here, here.hana, "Declined", number=4)
        assert numbers(await here.says(here.ann, "/ideas planned")) == [2]
        assert numbers(await here.says(here.ann, "/ideas new newest")) == [7, 6, 5, 3, 1]
        assert numbers(await here.presses(here.ann, "Declined")) == [4]
        assert "Nothing is done yet." in await here.presses(here.ann, "Done")
        assert "Hidden" not in await here.screen(here.ann, "/ideas")


@pytest.mark.long
async def test_hosts_hide_what_is_not_fit_to_be_shown_and_show_it_again() -> None:
    async with board() as here:
        await glazes(here)
        await here.opens(here.hana)
        assert "Only hosts see it now" in await here.presses(here.hana, "Hide")
        assert "No idea waits" in await here.says(here.ann, "/ideas")
        assert "That idea is not here" in await here.presses(here.ann, "Look")
        assert "Noted as #2" in await here.says(here.cid, f"/idea {GLAZES}"), "nobody learns that there was one"
        assert numbers(await here.says(here.hana, "/ideas hidden")) == [1]
        assert "There is no idea" not in await here.says(here.ann, "/ideas hidden")
        assert numbers(await here.says(here.ann, "/ideas hidden")) == [2]
        await decides(here, here.hana, "Done")
        await here.bot.passes(minutes=1)
        assert here.told(here.ann) == [] and here.posted() == []
        await here.opens(here.hana)
        await here.presses(here.hana, "Show it again")
        assert "2 votes" in await here.opens(here.ann)


@pytest.mark.long
async def test_a_host_puts_the_words_better_and_they_go_with_whoever_gave_the_idea() -> None:
    async with board() as here:
        await glazes(here)
        await here.opens(here.hana)
        await here.presses(here.hana, "Edit")
        await here.fills(here.hana, {"title": "Glazes, live", "more": "From ash to celadon."})
        assert "From ash to celadon." in await here.opens(here.ben)
        log = await here.says(here.mona, "/audit")
        assert "words of idea #1 changed" in log and "celadon" not in log
        await here.forgets(here.ann)
        assert await here.rows(words) == []


@pytest.mark.long
async def test_an_idea_is_found_by_its_number_or_its_words() -> None:
    async with board() as here:
        await many(here)
        assert "#2 Bigger bowls" in await here.says(here.hana, "/answer idea BIGGER planned")
        assert "#3 Longer evenings" in await here.says(here.hana, "/answer idea 3 planned")
        assert "could be several" in await here.says(here.hana, "/answer idea e planned")
        assert "I know no idea like “dogs”" in await here.says(here.hana, "/answer idea dogs planned")
        assert "That idea is not here" in await here.says(here.hana, "/answer idea #99 planned")


@pytest.mark.long
async def test_all_ideas_go_into_a_spreadsheet_that_runs_none_of_them() -> None:
    async with board() as here:
        await here.says(here.ann, '/idea =HYPERLINK("https://evil.example";"Click")')
        await here.says(here.ben, "/idea Blue cups")
        await here.says(here.cid, "/ideas")
        await here.presses(here.cid, "#2 Blue cups")
        await here.presses(here.cid, "Vote for it")
        await here.says(here.hana, "/ideas")
        await here.presses(here.hana, "As a table")
        [file] = here.bot.seen(here.hana)[-1].message.files
        head, first, second = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
        assert head[:5] == ["Number", "Idea", "More", "State", "Votes"]
        assert first[:5] == ["2", "Blue cups", "", "new", "2"]
        assert second[1] == '\'=HYPERLINK("https://evil.example";"Click")'
        assert "Ann" not in file.content.decode()


async def two(here: Board) -> None:
    """Ann's idea with Ben's vote, and Cid's with Ben's."""
    await glazes(here)
    await here.agrees(here.cid)
    await here.says(here.cid, "/idea Show us how glazing works")
    await here.votes(here.ben, 2)


async def merges(here: Board, one: int, into: int) -> str:
    """By the form; asked once more."""
    await here.opens(here.hana, one)
    await here.presses(here.hana, "Merge")
    await here.presses(here.hana, "Into another one")
    asked = await here.fills(here.hana, {"into": f"#{into}"})
    return asked + "\n" + await here.presses(here.hana, "Merge them")


@pytest.mark.long
async def test_merged_ideas_are_one_with_everybodys_votes_counted_once() -> None:
    async with board() as here:
        await two(here)
        merged = await merges(here, 2, 1)
        assert "#2 “Show us how glazing works” (2 votes) goes into #1 “A stream about glazes”" in merged
        assert await shown_votes(here) == "3 votes"
        assert numbers(await here.says(here.ann, "/ideas")) == [1]
        assert "#1 A stream about glazes" in await here.opens(here.ben, 2), "the old number leads to the one that stays"
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        assert [len(here.told(person)) for person in (here.ann, here.ben, here.cid)] == [1, 1, 1]
        assert here.told(here.cid)[-1].startswith("Your idea “A stream about glazes” is planned.")
        await here.opens(here.ben)
        await here.presses(here.ben, "Take my vote back")
        assert await shown_votes(here) == "2 votes"
        assert (await here.facts(here.ann))["ideas_adopted"] == 1
        assert "ideas_adopted" not in await here.facts(here.cid), "one idea is adopted, of whoever had it first"


@pytest.mark.long
async def test_who_comes_with_a_merged_idea_hears_how_the_other_one_stands() -> None:
    async with board() as here:
        await two(here)
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        await merges(here, 2, 1)
        await here.bot.passes(minutes=1)
        assert [len(here.told(person)) for person in (here.ann, here.ben, here.cid)] == [1, 1, 1]


@pytest.mark.long
async def test_what_was_merged_is_taken_apart_again() -> None:
    async with board() as here:
        await two(here)
        await merges(here, 2, 1)
        await here.opens(here.hana)
        await here.presses(here.hana, "1 merged into it")
        assert "an idea of its own again" in await here.presses(here.hana, "Take out: Show us how glazing works")
        assert [await shown_votes(here, number) for number in (1, 2)] == ["2 votes", "2 votes"]
        assert "It is an idea of its own already" in await here.presses(
            here.hana, "Take out: Show us how glazing works"
        )


@pytest.mark.long
async def test_a_chain_of_merges_leads_to_the_one_that_stays_and_never_round() -> None:
    async with board() as here:
        await two(here)
        await here.says(here.cid, "/idea Raku in the garden")
        await merges(here, 1, 2)
        await merges(here, 2, 3)
        assert await shown_votes(here, 3) == "3 votes"
        for number in (1, 2):
            assert "#3 Raku in the garden" in await here.opens(here.ann, number)
        await here.opens(here.hana, 3)
        await here.presses(here.hana, "Merge")
        await here.presses(here.hana, "Into another one")
        assert "They are one already" in await here.fills(here.hana, {"into": "#1"})
        rows = {row.id: row.merged_into for row in await here.rows(ideas)}
        assert rows == {1: 3, 2: 3, 3: None}


@pytest.mark.long
async def test_two_hosts_who_merge_the_same_two_do_it_once() -> None:
    async with board() as here:
        await two(here)
        for host in (here.hana, here.hugo):
            await here.opens(host, 2)
            await here.presses(host, "Merge")
            await here.presses(host, "Into another one")
            await here.fills(host, {"into": "#1"})
        assert "went into this one" in await here.presses(here.hana, "Merge them")
        assert "They are one already" in await here.presses(here.hugo, "Merge them")


@pytest.mark.long
async def test_the_most_alike_is_offered_first_for_merging() -> None:
    async with board() as here:
        await many(here)
        await here.says(here.hana, "/idea Maps of glazes we like")
        await here.presses(here.hana, "Mine is something else")
        await here.opens(here.hana, 8)
        seen = await here.taps(here.hana, "Merge")
        assert seen.splitlines()[1] == "[#6 Glaze maps]"
