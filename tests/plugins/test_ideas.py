"""Ideas: decided about, and everybody who asked is told."""

import pytest
import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.platforms.local.records import GENERAL
from bot.testing import WholeBot
from plugins.ideas import _deciding
from plugins.ideas._tables import ideas, told
from tests.plugins.boarding import GLAZES, Board, board, decides, glazes


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


@pytest.mark.long
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


@pytest.mark.long
async def test_nobody_wins_by_adopting_an_idea_of_their_own() -> None:
    async with board() as here:
        await here.says(here.hana, f"/idea {GLAZES}")
        await decides(here, here.hana, "Planned")
        await here.bot.passes(minutes=1)
        assert "ideas_adopted" not in await here.facts(here.hana)
        await decides(here, here.hugo, "Done")
        await here.bot.passes(minutes=1)
        assert (await here.facts(here.hana))["ideas_adopted"] == 1


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_many_are_told_in_pieces_each_once() -> None:
    async with board() as here:
        await glazes(here)
        await here.votes(here.cid)
        for _ in range(2):
            async with here.background() as ctx:
                await _deciding.tell(ctx, idea_id=1, turn=0, by=0, at_once=1)
            await here.bot.passes(minutes=1)
        assert len({row.member_id for row in await here.rows(told)}) == len(await here.rows(told)) == 3


@pytest.mark.long
async def test_the_settings_turn_off_the_post() -> None:
    async with board() as here:
        await glazes(here)
        await here.says(here.mona, "/plugin configure ideas post_done no")
        await decides(here, here.hana, "Done")
        await here.bot.passes(minutes=1)
        assert here.posted() == [] and len(here.told(here.ann)) == 1


@pytest.mark.long
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


@pytest.mark.long
async def test_an_answer_that_is_too_long_comes_back() -> None:
    async with board() as here:
        await glazes(here)
        refused = await decides(here, here.hana, "Planned", "word " * 200)
        assert "more than 800 letters" in refused and refused.count("word") == 200 + refused.count("words")
        assert "It is new." in await here.opens(here.ann)


@pytest.mark.long
async def test_members_see_neither_names_nor_the_hosts_buttons() -> None:
    async with board() as here:
        await glazes(here)
        page = await here.opens_screen(here.cid)
        assert "Ann" not in page and "Planned" not in page and "Hide" not in page
        assert "From Ann; only hosts see that." in await here.opens(here.hana)
        assert await here.says(here.cid, "/answer idea #1 done") != ""
        assert "It is new." in await here.opens(here.cid)


@pytest.mark.long
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
