"""Feedback without a name: it reaches the hosts once an hour, can be answered, and nothing tells whose it is."""

import asyncio
import logging
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.local.records import Person
from plugins.feedback._tables import nameless, quota
from tests.plugins.boarding import Board, board
from tests.plugins.linking import link
from tests.snapshots.compare import matches, screen
from tests.spying import Spy

SECRET = "Wollemi pine"
UNSEEN, MINE = "Without my name", "Answers to me"
_SESSION = re.compile(r"\b[0-9a-f]{8}-(?=\d)")
"""What the local chat begins the names of its messages with, another each time that it is opened."""
_LOT = re.compile(r"\b[0-9a-f]{16,64}\b")
"""What is drawn by lot, or can be read with the bot's key alone."""


async def says(here: Board, person: Person, text: str, **values: str) -> str:
    """Say something without a name; the button is pressed where /feedback was used before."""
    await here.presses(person, UNSEEN)
    return await here.fills(person, {"text": text, **values})


async def known(here: Board) -> Sequence[Person]:
    """Three who did the same so far, one after another."""
    for person in (here.ann, here.ben, here.cid):
        await here.says(person, "/feedback")
    return here.ann, here.ben, here.cid


@pytest.mark.long
async def test_words_without_a_name_reach_the_hosts_in_an_hour_and_the_answer_only_who_said_them() -> None:
    async with board() as here:
        await known(here)
        assert "Kept without your name" in await says(here, here.ann, f"{SECRET}, please", stars="2")
        await says(here, here.ben, "Fine.", may_answer="no")
        await here.bot.passes(minutes=1)
        assert here.hosts() == []
        await here.says(here.hana, "/read feedback")
        assert "Nothing was said without a name yet" in await here.presses(here.hana, "Without a name")
        await here.bot.passes(hours=1)
        [post] = here.hosts()
        assert post.startswith("2 things were said to you without a name")
        page = await here.presses(here.hana, "Without a name")
        assert "★★☆☆☆" in page and "No answer is wanted." in page and "Ann" not in page and "Ben" not in page
        turn = next(line for line in page.splitlines() if SECRET in line).partition(".")[0]
        await here.presses(here.hana, f"Answer no. {turn}")
        assert "neither you nor I can see who" in await here.fills(here.hana, {"text": "In the greenhouse"})
        assert f"Answer no. {turn}" not in await here.presses(here.hugo, "Without a name")
        await here.bot.passes(hours=1)
        assert [text for text in here.posted() if "answered something" in text]
        assert not any("greenhouse" in text for who in (here.ann, here.ben) for text in here.told(who))
        assert "The hosts: In the greenhouse" in await here.presses(here.ann, MINE)
        assert "Nothing that you said" in await here.presses(here.ben, MINE)


@pytest.mark.long
async def test_no_row_of_any_table_tells_who_said_it_when_or_after_whom(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with board() as here:
        people = await known(here)
        spy = Spy(here.bot.app.parts.database)
        await spy.begin()
        for person in people:
            await says(here, person, SECRET if person is here.ann else "nothing much")
        assert await spy.tables() == {"feedback_nameless", "feedback_quota"}
        names = {"Ann", "ann", str(await here.id_of(here.ann))}
        assert not names & {one.value for one in await spy.written()}
        await here.bot.passes(hours=2)
        where = {(one.table, one.column) for one in await spy.written() if SECRET in one.value}
        assert where == {("feedback_nameless", "text")}
        assert SECRET not in caplog.text
        words = [row for row in await here.rows(nameless) if row.text == SECRET]
        assert [row.given_on for row in words] == ["2026-11-20"]


async def dump_of(order: Sequence[int]) -> list[str]:
    """All that stands in the database once three have said three things in that order, and the hosts have them."""
    async with board() as here:
        people = await known(here)
        for turn, text in zip(order, ("louder", "softer", SECRET), strict=True):
            await says(here, people[turn], text)
            await here.bot.passes(minutes=5)
        await here.bot.passes(minutes=50)
        dump = _SESSION.sub("session-", await Spy(here.bot.app.parts.database).dump())
        return sorted(_LOT.sub("lot", dump).splitlines())


@pytest.mark.long
@given(st.permutations(range(3)))
@settings(max_examples=3)
def test_whoever_said_what_and_in_whatever_order_the_database_is_the_same(order: Sequence[int]) -> None:
    """If it makes no difference to the last sign who said what, nobody can find it out from there."""
    assert asyncio.run(dump_of(order)) == asyncio.run(dump_of(range(3)))


@pytest.mark.long
async def test_so_many_a_day_by_all_accounts_together_and_what_is_too_much_is_given_back() -> None:
    async with board() as here:
        await known(here)
        for turn in range(2):
            assert "Kept without" in await says(here, here.ann, f"word {turn}")
        assert "Kept without" in await says(here, here.ann, "word 1")  # a repeated one counts nothing
        assert "Kept without" in await says(here, here.ben, "word 2")
        await link(here.bot, here.ann, here.ben)
        refused = await says(here, here.ann, "word 3")
        assert "3 words a day" in refused and "Here is what you wrote: word 3" in refused
        assert sorted(row.text for row in await here.rows(nameless)) == ["word 0", "word 1", "word 2"]
        await here.bot.passes(days=1)
        assert await here.rows(quota) == []
        assert "Kept without" in await says(here, here.ann, "word 4")


@pytest.mark.long
async def test_of_two_hosts_the_second_learns_what_the_first_wrote() -> None:
    async with board() as here:
        await known(here)
        await says(here, here.ann, SECRET)
        await here.bot.passes(hours=1)
        for host in (here.hana, here.hugo):
            await here.presses(host, "Without a name")
            await here.presses(host, "Answer no. 1")
        await here.fills(here.hana, {"text": "Yes."})
        refused = await here.fills(here.hugo, {"text": "No."})
        assert "“Yes.” Nothing was sent. What you wrote: No." in refused


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_it_reads_well(language: str) -> None:
    words = {
        "en": (UNSEEN, "Without a name", "Answer no. 1", MINE),
        "cs": ("Bez jména", "Bez jména", "Odpovědět na č. 1", "Odpovědi pro mě"),
    }
    unseen, read, answer, mine = words[language]
    async with board(language=language) as here:
        seen = {one.user_id: len(here.bot.seen(one)) for one in (here.ann, here.hana)}
        await here.says(here.ann, "/feedback")
        await here.presses(here.ann, unseen)
        await here.fills(here.ann, {"text": SECRET, "stars": "4", "about": "stream"})
        await here.bot.passes(hours=1)
        await here.presses(here.hana, read)
        await here.presses(here.hana, answer)
        await here.fills(here.hana, {"text": "OK."})
        await here.bot.passes(hours=1)
        await here.presses(here.hana, read)
        await here.presses(here.ann, mine)
        shown = [screen(here.bot.seen(one)[seen[one.user_id] :]) for one in (here.ann, here.hana)]
        matches(f"feedback/nameless.{language}", "\n\n== Hana\n\n".join(shown))
