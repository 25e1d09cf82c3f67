"""Polls without names: what a dump of the database and the logs tells of them is how many, and never who."""

import asyncio
import logging
import re
from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.local.records import Person
from bot.text.markup import plain
from plugins.polls._tables import notes, turnout
from tests.plugins.linking import link
from tests.plugins.polling import labels, post_of, puts_together, says_now
from tests.plugins.streaming import Evening, evening
from tests.spying import Spy

SECRET = "Wollemi pine"
_SESSION = re.compile(r"\b[0-9a-f]{8}-(?=\d)")
"""What the local chat begins the names of its messages with, another each time that it is opened."""


async def ask(here: Evening, kind: str = "single", answers: str = "Green\nBlack", how: str = "Anonymous") -> None:
    """An anonymous poll stands in the channel."""
    await puts_together(here, "Which tea?", answers, kind)
    await here.press(here.hana, how)
    await here.press(here.hana, "Ask now")


async def guests(here: Evening, count: int, label: str) -> None:
    """So many others vote for that."""
    for turn in range(count):
        await here.press(here.bot.person(f"Guest {label} {turn}"), label)


async def test_a_vote_counts_once_and_cannot_be_changed() -> None:
    async with evening() as here:
        await ask(here)
        assert "Nobody can find out that it was yours" in await here.press(here.ann, "Green")
        assert "You have voted." in await here.press(here.ann, "Black")
        await guests(here, 4, "Black")
        said = await says_now(here)
        assert "5 votes" in said
        assert "Green · 1 · 20 %" in said
        assert "Anonymous: nobody can find out who voted what." in said


@pytest.mark.long
async def test_figures_are_shown_from_so_many_on_and_move_by_as_many() -> None:
    async with evening() as here:
        await ask(here)
        await guests(here, 4, "Green")
        assert "The figures are shown once enough people have voted." in await says_now(here)
        await guests(here, 1, "Black")
        assert "5 votes" in await says_now(here)
        for turn in range(4):
            await here.press(here.bot.person(f"Later {turn}"), "Black")
            assert "5 votes" in await says_now(here)
        await here.press(here.bot.person("The tenth"), "Green")
        assert "10 votes" in await says_now(here)


@pytest.mark.long
async def test_with_too_few_at_the_end_nothing_is_shown_to_anybody() -> None:
    async with evening() as here:
        await ask(here)
        await guests(here, 4, "Green")
        closed = await here.press(here.hana, "Close the poll")
        assert "Too few votes to show figures" in closed
        assert "Too few votes to show figures" in await says_now(here)
        assert "Green · " not in await says_now(here)
        assert "The figures can be taken along once" in await here.press(here.hana, "CSV")


@pytest.mark.long
@pytest.mark.parametrize("kind", ["several", "ranked", "words"])
async def test_where_a_press_is_not_enough_a_form_takes_the_vote(kind: str) -> None:
    async with evening() as here:
        await ask(here, kind, "Green\nBlack\nMint")
        assert labels(post_of(here)) == ["Answer"]
        values = {"several": {"chosen": "1,3"}, "ranked": {"rank1": "3", "rank2": "1", "rank3": "0"}}
        filled = values.get(kind, {"words": SECRET})
        for who in (here.ann, here.ben, *(here.bot.person(f"Guest {turn}") for turn in range(3))):
            await here.press(who, "Answer")
            assert "It counts." in await here.fill(who, **filled)
        said = await says_now(here)
        assert "5 votes" in said
        if kind == "several":
            assert "Mint · 5 · 100 %" in said
        if kind == "ranked":
            assert "Mint · 15 points" in said and "Green · 10 points" in said


@pytest.mark.long
@pytest.mark.parametrize("chosen", ["", "0", "1,1", "9", "-1", "1,2,3,4", "x", "²"])
async def test_a_forged_form_counts_nothing(chosen: str) -> None:
    async with evening() as here:
        await ask(here, "several", "Green\nBlack\nMint")
        await here.press(here.ann, "Answer")
        assert "It counts." not in await here.fill(here.ann, chosen=chosen)
        await here.press(here.ann, "Answer")
        assert "It counts." in await here.fill(here.ann, chosen="1")


async def known(here: Evening) -> list[Person]:
    """Six who did the same so far, one after another."""
    people = [here.ann, here.ben, *(here.bot.person(f"Guest {turn}") for turn in range(4))]
    for person in people:
        await here.bot.says(person, "/polls")
    return people


async def dump_of(order: Sequence[int]) -> str:
    """All that stands in the database once the six have voted in that order: two for green tea, three for black, one.

    The sixth has voted since figures were shown last.
    """
    async with evening() as here:
        await ask(here)
        people = await known(here)
        for turn, vote in zip(order, ("Green", "Green", "Black", "Black", "Black", "Green"), strict=True):
            await here.press(people[turn], vote)
            await here.bot.passes(seconds=11)
        return _SESSION.sub("session-", await Spy(here.bot.app.parts.database).dump())


@pytest.mark.long
@given(st.permutations(range(6)))
@settings(max_examples=4)
def test_whoever_voted_what_and_when_the_database_is_the_same(order: Sequence[int]) -> None:
    """If it makes no difference to the last sign who voted for what, nobody can find it out from there."""
    assert asyncio.run(dump_of(order)) == asyncio.run(dump_of(range(6)))


@pytest.mark.long
async def test_what_somebody_wrote_stands_beside_nothing_of_theirs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with evening() as here:
        await ask(here, "words", "")
        people = await known(here)
        spy = Spy(here.bot.app.parts.database)
        await spy.begin()
        for person in people:
            await here.press(person, "Answer")
            await here.fill(person, words=SECRET if person is here.ann else "nothing much")
        await here.bot.passes(seconds=30)
        where = {(one.table, one.column) for one in await spy.written() if SECRET in one.value}
        assert where == {("polls_notes", "words")}
        async with here.bot.app.parts.work() as work:
            [note] = [row for row in await work.rows(sa.select(notes)) if row.words == SECRET]
        assert (note.back, note.is_answered) == (None, False)
        assert SECRET not in caplog.text


@pytest.mark.long
async def test_of_an_anonymous_vote_nothing_but_that_somebody_took_part_is_kept() -> None:
    async with evening() as here:
        await ask(here)
        await here.bot.says(here.ann, "/polls")
        spy = Spy(here.bot.app.parts.database)
        await spy.begin()
        await here.press(here.ann, "Green")
        assert await spy.tables() <= {"polls_turnout", "polls_tallies", "polls_polls", "jobs"}
        async with here.bot.app.parts.work() as work:
            [voter] = [row.voter for row in await work.rows(sa.select(turnout))]
        assert len(voter) == 32 and here.ann.user_id not in voter


@pytest.mark.long
async def test_a_host_answers_without_seeing_whom() -> None:
    async with evening() as here:
        await ask(here, "words", "", "Anonymous, answerable")
        for who in (here.ann, here.ben, *(here.bot.person(f"Guest {turn}") for turn in range(3))):
            await here.press(who, "Answer")
            await here.fill(who, words=SECRET if who is here.ann else "nothing much")
        await here.press(here.hana, "Close the poll")
        page = await here.press(here.hana, "Read the answers")
        assert SECRET in page and "Ann" not in page
        turn = next(line for line in page.splitlines() if SECRET in line).partition(".")[0]
        await here.press(here.hana, f"Answer no. {turn}")
        seen = len(here.bot.seen(here.ann))
        assert "Neither you nor I can see to whom." in await here.fill(here.hana, words="It is in the greenhouse")
        await here.bot.passes(minutes=1)
        told = [plain(shown.message.text) for shown in here.bot.seen(here.ann)[seen:]]
        assert any("It is in the greenhouse" in text for text in told)
        assert not any("greenhouse" in text for text in here.bot.texts(here.ben))


@pytest.mark.long
async def test_two_linked_accounts_have_one_vote() -> None:
    async with evening() as here:
        await ask(here)
        await here.press(here.ann, "Green")
        await link(here.bot, here.ann, here.ben)
        assert "You have voted." in await here.press(here.ben, "Black")
