"""Ideas: given, voted for, decided about, and everybody who asked is told."""

import csv
import io

import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.platforms.local.records import GENERAL, Person
from bot.testing import WholeBot
from plugins.ideas import _deciding
from plugins.ideas._tables import drafts, ideas, told, votes, words
from tests.plugins.boarding import Board, board

GLAZES = "A stream about glazes"


async def glazes(here: Board) -> None:
    """Ann gives the first idea, and Ben votes for it; both may be written to."""
    for person in (here.ann, here.ben):
        await here.agrees(person)
    assert "Noted as #1, with your vote" in await here.says(here.ann, f"/idea {GLAZES}")
    await here.says(here.ben, "/ideas")
    await here.presses(here.ben, f"#1 {GLAZES}")
    assert "Your vote counts." in await here.presses(here.ben, "Vote for it")


async def decides(here: Board, host: Person, state: str, words: str = "", number: int = 1) -> str:
    """By the buttons of an idea's page."""
    await here.opens(host, number)
    await here.presses(host, state)
    return await here.fills(host, {"words": words})


async def shown_votes(here: Board, number: int = 1) -> str:
    """What the idea's page says of votes, to somebody who has none."""
    return (await here.opens(here.hugo, number)).split(". ")[0].rsplit("\n", 1)[-1]


# ---- from the first word to what was done -------------------------------------------------------------------------


async def test_an_idea_goes_from_the_first_word_to_what_was_done() -> None:
    async with board() as here:
        await glazes(here)
        page = await here.says(here.hana, "/ideas")
        assert "#1 A stream about glazes, 2 votes (new)" in page
        await here.presses(here.hana, f"#1 {GLAZES}")
        await here.presses(here.hana, "Planned")
        assert "Noted" in await here.fills(here.hana, {"words": "In January, with Petra."})
        await here.bot.passes(minutes=2)
        assert here.told(here.ann)[-1].startswith(
            "Your idea “A stream about glazes” is planned. The hosts write: “In January, with Petra.”"
        )
        assert here.told(here.ben)[-1].startswith("“A stream about glazes”, which you voted for, is planned.")
        assert here.told(here.cid) == []
        await here.says(here.hana, "/answer idea #1 done Watch it any time.")
        await here.bot.passes(minutes=2)
        assert "is done. You said, we did." in here.told(here.ben)[-1]
        [post] = here.posted()
        assert post.startswith("You said, we did: A stream about glazes (2 of you wanted it). Watch it any time.")
        assert "1 idea adopted" in await here.says(here.cid, "/me Ann")
        assert (await here.facts(here.ann))["ideas_adopted"] == 1


async def test_an_adopted_idea_brings_points_and_the_badge_once_and_opens_rewards() -> None:
    async with board() as here:
        await glazes(here)
        await decides(here, here.hana, "Planned")
        await decides(here, here.hana, "Done")
        await here.bot.passes(minutes=2)
        async with here.bot.app.parts.work() as work:
            assert (await Ledger(work).balance(await here.id_of(here.ann))).posted == 20
        assert "💡 Idea adopted" in await here.says(here.ann, "/badges")
        assert "for an idea" in await here.says(here.ann, "/points history")
        await here.says(here.mona, "/reward create content Thanks")
        await here.presses(here.mona, "Rule")
        found = await here.taps(here.mona, "Add a condition")
        while "Ideas adopted" not in found and "More ›" in found:
            found = await here.taps(here.mona, "More ›")
        assert "[Ideas adopted]" in found


async def test_nobody_wins_by_adopting_an_idea_of_their_own() -> None:
    async with board() as here:
        await here.says(here.hana, f"/idea {GLAZES}")
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        assert "ideas_adopted" not in await here.facts(here.hana)
        await decides(here, here.hugo, "Done")
        await here.bot.passes(minutes=1)
        assert (await here.facts(here.hana))["ideas_adopted"] == 1


async def test_each_is_told_once_of_each_state_however_often_hosts_turn_to_and_fro() -> None:
    async with board() as here:
        await glazes(here)
        for state in ("Planned", "New again", "Planned", "Declined", "Done", "Declined"):
            await decides(here, here.hana, state)
            await here.bot.passes(minutes=1)
        await here.bot.passes(days=2)  # no more than some a day
        for person in (here.ann, here.ben):
            said = ("is planned", "will not be done", "is done")
            told_of = [[end in text for text in here.told(person)] for end in said]
            assert told_of == [[True, False, False], [False, True, False], [False, False, True]]
        assert len(here.posted()) == 1


async def test_words_that_are_put_better_are_told_to_nobody_again() -> None:
    async with board() as here:
        await glazes(here)
        await decides(here, here.hana, "Planned", "In Januray.")
        await here.bot.passes(minutes=1)
        await here.opens(here.hana)
        await here.presses(here.hana, "Change the answer")
        assert here.bot.chat.forms(here.hana)[-1].form.fields[0].value == "In Januray."
        await here.fills(here.hana, {"words": "In January."})
        await here.bot.passes(minutes=1)
        assert len(here.told(here.ann)) == len(here.told(here.ben)) == 1
        assert "The hosts: In January." in await here.opens(here.ann)


async def test_who_left_is_not_told_and_who_comes_back_is_told_what_comes_next() -> None:
    async with board() as here:
        await glazes(here)
        await here.leaves(here.ben)
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        assert here.told(here.ben) == [] and len(here.told(here.ann)) == 1
        await here.comes_back(here.ben)
        await decides(here, here.hana, "Done")
        await here.bot.passes(minutes=1)
        assert len(here.told(here.ben)) == 1


async def test_what_changes_while_many_are_told_ends_the_telling_of_what_is_over() -> None:
    async with board() as here:
        await glazes(here)
        for person in (here.cid, here.hugo):
            await here.agrees(person)
            await here.votes(person)
        async with here.background() as ctx:
            await _deciding.tell(ctx, idea_id=1, turn=0, by=0, at_once=2)
            await ctx.db.execute(sa.update(ideas).values(state="planned", turn=1))
        await here.bot.passes(minutes=1)
        assert len(await here.rows(told)) == 2, "the other half is not told of what is over by then"
        await decides(here, here.hana, "Declined")
        await here.bot.passes(minutes=1)
        assert [row.state for row in await here.rows(told)][2:] == ["declined"] * 4


async def test_many_are_told_in_pieces_each_once() -> None:
    async with board() as here:
        await glazes(here)
        await here.votes(here.cid)
        for _ in range(2):
            async with here.background() as ctx:
                await _deciding.tell(ctx, idea_id=1, turn=0, by=0, at_once=1)
            await here.bot.passes(minutes=1)
        assert len({row.member_id for row in await here.rows(told)}) == len(await here.rows(told)) == 3


async def test_the_settings_turn_off_the_post() -> None:
    async with board() as here:
        await glazes(here)
        await here.says(here.mona, "/plugin configure ideas post_done no")
        await decides(here, here.hana, "Done")
        await here.bot.passes(minutes=1)
        assert here.posted() == [] and len(here.told(here.ann)) == 1


async def test_of_two_hosts_at_once_the_second_learns_what_the_first_decided_and_keeps_the_words() -> None:
    async with board() as here:
        await glazes(here)
        for host, state in ((here.hana, "Planned"), (here.hugo, "Declined")):
            await here.opens(host)
            await here.presses(host, state)
        await here.fills(here.hana, {"words": "In January."})
        refused = await here.fills(here.hugo, {"words": "We have no kiln."})
        assert refused.startswith("Hana was there first: “A stream about glazes” is now planned.")
        assert refused.endswith("Your words: We have no kiln.")
        assert "It is planned" in await here.opens(here.ann)


async def test_an_answer_that_is_too_long_comes_back() -> None:
    async with board() as here:
        await glazes(here)
        refused = await decides(here, here.hana, "Planned", "word " * 200)
        assert "more than 800 letters" in refused and refused.count("word") == 200 + refused.count("words")
        assert "It is new." in await here.opens(here.ann)


# ---- giving -------------------------------------------------------------------------------------------------------


async def test_one_that_sounds_alike_is_offered_first_and_what_was_typed_waits() -> None:
    async with board() as here:
        await glazes(here)
        seen = await here.screen(here.cid, "/idea STREAMS about GLAZING, please")
        assert "There is one that sounds much like yours:" in seen and "#1 A stream about glazes, 2 votes" in seen
        assert "Your vote counts." in await here.taps(here.cid, f"Vote: {GLAZES}")
        assert await here.rows(drafts) == [] and await shown_votes(here) == "3 votes"
        refused = await here.presses(here.cid, "Mine is something else")
        assert "is not waiting here any more" in refused and len(await here.rows(ideas)) == 1


async def test_one_that_is_something_else_after_all_is_given_once() -> None:
    async with board() as here:
        await glazes(here)
        await here.says(here.cid, "/idea A stream about clay and glazes")
        assert "Noted as #2" in await here.presses(here.cid, "Mine is something else")
        assert "is not waiting" in await here.presses(here.cid, "Mine is something else")
        assert len(await here.rows(ideas)) == 2


async def test_one_that_is_done_already_is_shown_instead_of_voted_for() -> None:
    async with board() as here:
        await glazes(here)
        await here.opens(here.hugo)
        await decides(here, here.hana, "Done", "Watch it any time.")
        seen = await here.screen(here.cid, "/idea a stream about glazes")
        assert f"Vote: {GLAZES}" not in seen
        assert "The hosts: Watch it any time." in await here.taps(here.cid, f"#1 {GLAZES}")
        assert "is done, so there is nothing to vote for" in await here.presses(here.hugo, "Vote for it")


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


async def test_a_long_sentence_is_cut_at_its_first_end_and_kept_whole_below() -> None:
    async with board() as here:
        typed = "Warmer kilns! Because " + "the clay cracks and " * 10 + "nobody likes that."
        assert "“Warmer kilns!”" in await here.says(here.ann, f"/idea {typed}")
        assert typed in await here.opens(here.ben)


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


async def test_hostile_words_stay_words() -> None:
    typed = "<b>@everyone</b> [free](https://evil.example) \u202egnihton\u2066 mu\u200bgs <a href='x'>"
    async with board() as here:
        await here.says(here.ann, f"/idea {typed}")
        [row] = await here.rows(words)
        assert row.title == "<b>@everyone</b> [free](https://evil.example) gnihton mugs <a href='x'>"
        assert "<b>@everyone</b>" in await here.opens(here.ben)
        assert "a few words that can be read" in await here.says(here.ann, "/idea \u200b\u202e\u2066")


# ---- votes --------------------------------------------------------------------------------------------------------


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


async def test_a_host_gives_words_to_an_idea_whose_own_are_gone() -> None:
    async with board() as here:
        await glazes(here)
        await here.forgets(here.ann)
        await here.opens(here.hana)
        await here.presses(here.hana, "Edit")
        await here.fills(here.hana, {"title": "Glazes on stream", "more": ""})
        assert "#1 Glazes on stream, 1 vote (new)" in await here.says(here.cid, "/ideas")


# ---- the board ----------------------------------------------------------------------------------------------------


async def many(here: Board) -> None:
    """Seven ideas; the third has three votes and the fifth two."""
    subjects = ["Blue cups", "Bigger bowls", "Longer evenings", "Kiln visits", "Clay swaps", "Glaze maps", "Cats"]
    for number, subject in enumerate(subjects):
        await here.says((here.ann, here.ben, here.cid)[number % 3], f"/idea {subject}")
    for person, number in ((here.ann, 3), (here.ben, 3), (here.ann, 5)):
        await here.opens(person, number)
        await here.presses(person, "Vote for it")


def numbers(text: str) -> list[int]:
    """Of the ideas on a page of the board."""
    return [int(line[1 : line.index(" ")]) for line in text.splitlines() if line.startswith("#")]


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


async def test_an_idea_is_found_by_its_number_or_its_words() -> None:
    async with board() as here:
        await many(here)
        assert "#2 Bigger bowls" in await here.says(here.hana, "/answer idea BIGGER planned")
        assert "#3 Longer evenings" in await here.says(here.hana, "/answer idea 3 planned")
        assert "could be several" in await here.says(here.hana, "/answer idea e planned")
        assert "I know no idea like “dogs”" in await here.says(here.hana, "/answer idea dogs planned")
        assert "That idea is not here" in await here.says(here.hana, "/answer idea #99 planned")


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


# ---- duplicates ---------------------------------------------------------------------------------------------------


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


async def test_who_comes_with_a_merged_idea_hears_how_the_other_one_stands() -> None:
    async with board() as here:
        await two(here)
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        await merges(here, 2, 1)
        await here.bot.passes(minutes=1)
        assert [len(here.told(person)) for person in (here.ann, here.ben, here.cid)] == [1, 1, 1]


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


async def test_the_most_alike_is_offered_first_for_merging() -> None:
    async with board() as here:
        await many(here)
        await here.says(here.hana, "/idea Maps of glazes we like")
        await here.presses(here.hana, "Mine is something else")
        await here.opens(here.hana, 8)
        seen = await here.taps(here.hana, "Merge")
        assert seen.splitlines()[1] == "[#6 Glaze maps]"


# ---- who may, and what others show --------------------------------------------------------------------------------


async def test_members_see_neither_names_nor_the_hosts_buttons() -> None:
    async with board() as here:
        await glazes(here)
        page = await here.opens_screen(here.cid)
        assert "Ann" not in page and "Planned" not in page and "Hide" not in page
        assert "From Ann; only hosts see that." in await here.opens(here.hana)
        assert await here.says(here.cid, "/answer idea #1 done") != ""
        assert "It is new." in await here.opens(here.cid)


async def test_hosts_on_stream_hear_how_many_came_since_the_last_one() -> None:
    async with board() as here:
        await here.says(here.ann, "/idea Blue cups")
        await stream(here.bot, here)
        await here.says(here.ben, "/idea Kiln visits")
        await here.says(here.hana, "/stream start Tea")
        assert "1 new idea since the last stream" in await here.says(here.hana, "/cues")
        assert "2 ideas wait for a word of yours" in await here.says(here.mona, "/status")


async def stream(bot: WholeBot, here: Board) -> None:
    """One that counts."""
    await bot.says(here.hana, "/stream start Earlier")
    await bot.says(here.ann, "hello", GENERAL)
    await bot.passes(minutes=10)
    await bot.says(here.hana, "/stream end")
    await bot.passes(minutes=30)
