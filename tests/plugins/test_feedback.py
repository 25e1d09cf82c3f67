"""Feedback: said at any time, read by hosts alone, and answered in person where that is wanted."""

import asyncio

import pytest

from bot.community.ledger import Ledger
from bot.core.context import Context, on_behalf
from bot.errors import UserError
from bot.platforms.local.records import Person
from plugins.feedback import _giving, _hosting, _showing
from plugins.feedback._giving import Said
from plugins.feedback._remark import State, Which
from plugins.feedback._tables import remarks
from tests.plugins.boarding import Board, board
from tests.plugins.urn import urn


async def says(here: Board, person: Person, **values: str) -> str:
    """Fill in the form."""
    await here.says(person, "/feedback")
    await here.presses(person, "With my name")
    return await here.fills(person, values)


async def rows(here: Board) -> list[tuple[str, str, bool]]:
    """What is kept: the words, the state, whether an answer may come."""
    found = await here.rows(remarks)
    return [(row.text, row.state, row.may_answer) for row in found]


async def test_a_word_reaches_the_hosts_and_their_answer_comes_back_once() -> None:
    async with board() as here:
        kept = await here.says(here.ann, "/feedback The sound was <b>much</b> better this time.")
        assert kept.startswith("Thanks, the hosts have it; nobody else reads it. If one of them answers")
        await here.bot.passes(minutes=1)
        assert here.hosts() == ["Ann:\n“The sound was <b>much</b> better this time.”"]
        assert here.posted() == [] and here.told(here.ben) == []
        await here.presses(here.hana, "Answer in person")
        assert "on its way to Ann" in await here.fills(here.hana, {"text": "Thank you, the new cable is Petra's."})
        await here.bot.passes(minutes=1)
        assert here.told(here.ann) == [
            "Hana answers what you said (“The sound was <b>much</b> better this time.”):\n"
            "Thank you, the new cable is Petra's."
        ]  # she asked for it, so it needs no other consent
        assert here.hosts() == ["Ann:\n“The sound was <b>much</b> better this time.” Answered by Hana."]


@pytest.mark.long
async def test_a_second_host_who_answers_learns_what_the_first_wrote_and_keeps_the_own_words() -> None:
    async with board() as here:
        await here.says(here.ann, "/feedback Louder, please.")
        await here.bot.passes(minutes=1)
        await here.presses(here.hana, "Answer in person")
        await here.presses(here.hugo, "Answer in person")
        await here.fills(here.hana, {"text": "Will do."})
        refused = await here.fills(here.hugo, {"text": "We cannot."})
        assert "Hana has answered already: “Will do.” Nothing was sent. What you wrote: We cannot." in refused
        await here.bot.passes(minutes=1)
        assert len(here.told(here.ann)) == 1


@pytest.mark.long
async def test_who_wants_no_answer_gets_none() -> None:
    async with board() as here:
        said = await says(here, here.ann, text="I left early.", about="stream", stars="2", may_answer="no")
        assert "Nobody writes to you about it." in said
        await here.says(here.ben, "/feedback Nice mugs.")
        await here.presses(here.ben, "I need no answer")
        await here.bot.passes(minutes=1)
        assert here.hosts() == [
            "Ann about the streams, ★★☆☆☆:\n“I left early.” No answer is wanted.",
            "Ben:\n“Nice mugs.” No answer is wanted.",
        ]
        listing = await here.screen(here.hana, "/read feedback")
        assert "Answer in person" not in await here.taps(here.hana, "Ben: Nice mugs.") + listing


@pytest.mark.long
async def test_the_answer_form_of_one_who_changed_their_mind_gives_the_words_back() -> None:
    async with board() as here:
        await here.says(here.ann, "/feedback Hello?")
        await here.bot.passes(minutes=1)
        await here.presses(here.hana, "Answer in person")
        await here.presses(here.ann, "I need no answer")
        refused = await here.fills(here.hana, {"text": "Hello Ann"})
        assert refused == "Whoever said that wants no answer, so nothing was sent. What you wrote: Hello Ann"


@pytest.mark.long
async def test_hosts_list_what_waits_page_by_page_and_mark_what_they_read() -> None:
    async with board() as here:
        for number in range(1, 5):
            await here.says(here.ann, f"/feedback word {number}")
            await here.says(here.ben, f"/feedback sentence {number}")
        first = await here.screen(here.hana, "/read feedback")
        assert "Feedback that waits · page 1 of 2" in first and "sentence 4" in first and "sentence 1" not in first
        assert "word 1" in await here.taps(here.hana, "More ›")
        await here.presses(here.hana, "Ann: word 1")
        assert "Read by Hana." in await here.presses(here.hana, "I have read it")
        await here.presses(here.hana, "Answer in person")
        await here.fills(here.hana, {"text": "Yes."})
        assert (await here.says(here.hana, "/read feedback answered")).count("word") == 1
        assert "“word 1”" not in await here.says(here.hana, "/read feedback open")
        assert "All feedback · page 1 of 2" in await here.says(here.hana, "/read feedback all")


@pytest.mark.long
async def test_nobody_but_hosts_reads_it() -> None:
    async with board() as here:
        await here.says(here.ann, "/feedback A secret thought")
        refused = await here.says(here.ben, "/read feedback")
        assert "secret" not in refused and refused


@pytest.mark.long
async def test_what_is_empty_or_too_long_or_too_much_is_refused_and_given_back() -> None:
    async with board() as here:
        assert "nothing was kept" in await says(here, here.ann, text="\u200b\u202e ...", about="bot", may_answer="yes")
        refused = await says(here, here.ann, text="word " * 400, about="bot", may_answer="yes")
        assert "more than the 1,500 letters" in refused and refused.count("word") > 300
        for number in range(5):
            assert "Thanks" in await here.says(here.ann, f"/feedback number {number}")
        refused = await here.says(here.ann, "/feedback number 5")
        assert refused.startswith("That is as much") and refused.endswith(": number 5")
        await here.bot.passes(minutes=61)
        assert "Thanks" in await here.says(here.ann, "/feedback number 5")


@pytest.mark.long
async def test_what_somebody_said_is_gone_when_they_are_forgotten() -> None:
    async with board() as here:
        await here.says(here.ann, "/feedback Remember me")
        await here.bot.passes(minutes=1)
        await here.presses(here.hana, "Answer in person")
        await here.forgets(here.ann)
        assert await rows(here) == []
        assert "whoever said it was forgotten" in await here.fills(here.hana, {"text": "Sorry?"})


@pytest.mark.long
async def test_feedback_counts_for_points_and_the_badge_and_says_what_waits() -> None:
    async with board() as here:
        await here.says(here.ann, "/feedback One")
        await here.bot.passes(minutes=1)
        assert (await here.facts(here.ann))["feedback_given"] == 1
        async with here.bot.app.parts.work() as work:
            assert (await Ledger(work).balance(await here.id_of(here.ann))).posted == 5
        await here.says(here.hana, "/stream start Tea")
        assert "1 word of feedback since the last stream" in await here.says(here.hana, "/cues")


@pytest.mark.long
async def test_an_idea_is_made_of_it_in_words_of_the_hosts_and_belongs_to_whoever_said_it() -> None:
    async with board() as here:
        await here.agrees(here.ann)
        await here.says(here.ann, "/feedback You know what I miss? Mugs for left hands!")
        await here.bot.passes(minutes=1)
        await here.presses(here.hana, "Make an idea of it")
        form = here.bot.chat.forms(here.hana)[-1].form
        assert [field.value for field in form.fields] == ["You know what I miss? Mugs for left hands!", ""]
        made = await here.fills(here.hana, {"title": "Mugs for left hands", "more": ""})
        assert "It is an idea now" in made and "From Ann" in made
        await here.says(here.hana, "/answer idea #1 planned")
        await here.bot.passes(minutes=1)
        assert "Your idea “Mugs for left hands” is planned." in here.told(here.ann)[-1]


@pytest.mark.long
async def test_without_the_plugin_of_ideas_none_is_offered() -> None:
    async with board() as here:
        await here.says(here.mona, "/plugin disable ideas")
        await here.says(here.ann, "/feedback Mugs!")
        assert "Make an idea of it" not in await here.screen(here.hana, "/read feedback") + await here.taps(
            here.hana, "Ann: Mugs!"
        )


@pytest.mark.long
async def test_hosts_without_a_place_of_their_own_are_told_by_themselves() -> None:
    async with board() as here:
        await here.agrees(here.hugo)
        await here.without_host_place()
        await here.says(here.ann, "/feedback Mugs!")
        await here.bot.passes(minutes=1)
        assert "Ann:\n“Mugs!”" in here.told(here.hugo)
        await here.says(here.hugo, "/read feedback")
        await here.presses(here.hugo, "Ann: Mugs!")
        await here.presses(here.hugo, "I have read it")
        await here.bot.passes(minutes=1)
        assert len(here.told(here.hugo)) == 1
        assert [state for _, state, _ in await rows(here)] == [State.READ.value]


async def test_of_hosts_who_answer_at_once_one_answer_leaves(each_address: str) -> None:
    async with urn(1, database_url=each_address) as here:
        async with here.at(here.members[0]) as ctx:
            remark = await _giving.keep(of(ctx), Said("Louder, please."))

        async def answers(text: str) -> None:
            async with here.at() as ctx:
                await _hosting.answer(of(ctx), remark.id, text)

        done = await asyncio.gather(*(answers(text) for text in ("Yes.", "No.", "Perhaps.")), return_exceptions=True)
        refused = [one for one in done if isinstance(one, UserError)]
        assert [one.key for one in refused] == ["feedback-answered-before"] * 2
        assert [one for one in done if one is not None and one not in refused] == []
        async with here.at() as ctx:
            shown, _ = await _showing.listing(of(ctx), Which.ANSWERED, 1)
        assert "Louder, please." in shown


def of(ctx: Context) -> Context:
    """The same piece of work, as the plugin's own."""
    return on_behalf(ctx, "feedback")
