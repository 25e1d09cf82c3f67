"""Testers: called for in a line, picked by whoever came first, let in, reminded, heard and thanked."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.local.records import GENERAL, Person
from bot.storage.tables import activities
from bot.testing import START
from bot.text.markup import plain
from plugins.testers._tables import entries, reports
from tests.plugins.rewarding import Shop, shop

CALL = "/tester call The new glaze | 2 | tomorrow 18:00 | 2026-11-24 18:00"
NO_RIGHT = Problem("local-problem-right", (("right", "manage_threads"),))
WOULD, YES, BACK = "I would test it", "I will test it", "I cannot after all"


def post(here: Shop) -> str:
    """The call's one post as it reads now."""
    posted = [one for one in here.bot.seen(here.ben) if one.channel == GENERAL and one.key and not one.private]
    [shown] = [one for one in posted if "glaze" in one.message.text]
    return plain(shown.message.text)


async def stands(here: Shop) -> list[str]:
    """Where everybody stands, in the order in which they came."""
    async with here.bot.app.parts.work() as work:
        return [state for (state,) in await work.rows(sa.select(entries.c.state).order_by(entries.c.id))]


async def with_room(here: Shop) -> None:
    """Hana calls for two testers, who meet in a private thread."""
    assert "It is posted for everybody." in await here.says(here.hana, CALL)
    await here.presses(here.hana, "Private place")
    assert "Testers are let into The new glaze" in await here.presses(here.hana, "New private thread on Local")


async def joins(here: Shop, *people: Person) -> None:
    """They put themselves forward, one after another."""
    for person in people:
        await here.presses(person, WOULD)


async def reports_that(here: Shop, person: Person, text: str, stars: str = "") -> str:
    """Somebody says what they found."""
    await here.says(person, "/testers")
    await here.presses(person, "The new glaze")
    await here.presses(person, "Say what you found")
    return await here.fill(person, text=text, stars=stars)


@pytest.mark.long
async def test_a_test_from_the_call_to_the_thanks() -> None:
    async with shop() as here:
        await with_room(here)
        assert "2 testers are wanted, whoever comes first" in post(here) and "2 places are free" in post(here)
        await joins(here, here.ann, here.ben)
        assert "number 1 in line" in await here.presses(here.cid, WOULD)
        assert "already; nothing changed" in await here.presses(here.cid, WOULD)
        assert here.bot.chat.is_inside(here.ann, "thread-1") and not here.bot.chat.is_inside(here.cid, "thread-1")
        assert "open to you until the test ends: The new glaze" in here.told(here.ann)[-1]
        await here.bot.passes(seconds=15)
        assert "All places are taken" in post(here)
        await here.says(here.ben, "/testers")
        await here.presses(here.ben, "The new glaze")
        assert "You are out of" in await here.presses(here.ben, BACK)
        assert "Say yes until" in here.told(here.cid)[-1] and not here.bot.chat.is_inside(here.ben, "thread-1")
        assert "is yours" in await here.presses(here.cid, YES)
        assert here.bot.chat.is_inside(here.cid, "thread-1")
        assert await stands(here) == ["testing", "back", "testing"]

        await here.bot.passes(days=3)
        assert [text for text in here.told(here.ann) if "awaited by" in text]
        await here.bot.passes(days=1)
        assert "is due now" in here.told(here.ann)[-1]
        assert "Thank you!" in await reports_that(here, here.ann, "=It runs at 1240°", "4")
        [told] = [text for text in here.hosts() if "=It runs" in text]
        assert "Ann tested “The new glaze”, ★★★★☆" in told
        await here.bot.passes(days=2)
        assert [text for text in here.told(here.cid) if "I ask no more" in text]
        assert not [text for text in here.told(here.ann) if "I ask no more" in text]
        await here.bot.passes(days=2)
        assert here.told(here.ann)[-1].endswith("Thank you for testing!")
        assert "Your place as a tester has ended." in here.told(here.cid)[-1]
        assert not here.bot.chat.is_inside(here.ann, "thread-1") and not here.bot.chat.is_inside(here.cid, "thread-1")
        assert "This test is over. One tester said what they found." in post(here)
        assert len([text for text in here.told(here.cid) if "I ask no more" in text]) == 1
        async with here.bot.app.parts.work() as work:
            done = await work.rows(sa.select(activities.c.member_id).where(activities.c.kind == "tested"))
            assert [row.member_id for row in done] == [await here.id_of(here.ann)]
        assert "1 test done" in await here.says(here.ann, "/me")


@pytest.mark.long
async def test_who_does_not_say_yes_in_time_or_leaves_makes_room_and_a_restart_forgets_nothing(tmp_path: Path) -> None:
    async with shop(folder=tmp_path) as here:
        await here.says(here.hana, "/tester call The new glaze | 1")
        await joins(here, here.ann, here.ben, here.cid)
        await here.bot.chat.leaves(here.ann)
        await here.bot.app.turn()
        assert await stands(here) == ["back", "asked", "line"]
        assert "Say yes until" in here.told(here.ben)[-1]
    async with shop(folder=tmp_path, start=START + timedelta(days=2)) as here:
        await here.bot.passes(minutes=1)
        assert await stands(here) == ["back", "lapsed", "asked"]
        assert "went to the next in line" in here.told(here.ben)[-1]
        await here.presses(here.cid, YES)
        assert await stands(here) == ["back", "lapsed", "testing"]
        await here.says(here.ben, "/testers")
        assert "went on to the next in line" in await here.presses(here.ben, "The new glaze")
    async with shop(folder=tmp_path, start=START + timedelta(days=20)) as here:
        await here.bot.passes(minutes=1)
        assert "Your place as a tester has ended." in here.told(here.cid)[-1]


@pytest.mark.long
async def test_two_accounts_of_one_person_have_one_place() -> None:
    async with shop() as here:
        await with_room(here)
        await joins(here, here.ann, here.ben, here.cid)
        assert await stands(here) == ["testing", "testing", "line"]
        await here.link(here.ben, into=here.ann)
        assert "already; nothing changed" in await here.presses(here.ben, WOULD)
        await here.bot.passes(days=1)
        assert await stands(here) == ["testing", "testing", "asked"]
        await here.says(here.ben, "/testers")
        await here.presses(here.ben, "The new glaze")
        await here.presses(here.ben, BACK)
        assert (await stands(here))[:2] == ["back", "back"]
        await here.bot.passes(minutes=1)
        assert not here.bot.chat.is_inside(here.ann, "thread-1") and not here.bot.chat.is_inside(here.ben, "thread-1")


@pytest.mark.long
async def test_a_network_that_refuses_is_told_to_hosts_with_its_cure_and_testing_goes_on() -> None:
    async with shop() as here:
        await with_room(here)
        await here.presses(here.hana, "Private place")
        assert "general cannot be used" in await here.presses(here.hana, "general")
        here.bot.chat.next_native(SendResult(SendStatus.FORBIDDEN, reason="no", problem=NO_RIGHT))
        await joins(here, here.ann)
        assert any("Ann could not be let into The new glaze" in text for text in here.hosts())
        assert "could not let you into The new glaze yet" in here.told(here.ann)[-1]
        await here.says(here.ann, "/testers")
        assert "You could not be let into The new glaze yet" in await here.presses(here.ann, "The new glaze")
        assert "Ann: tests (not let in:" in await here.presses(here.hana, "Who is in")
        await here.bot.passes(days=1)
        assert here.bot.chat.is_inside(here.ann, "thread-1")
        assert "open to you until the test ends: The new glaze" in here.told(here.ann)[-1]
        assert "not let in" not in await here.presses(here.hana, "Who is in")


@pytest.mark.long
async def test_a_rule_says_who_may_and_is_said_to_who_may_not() -> None:
    async with shop() as here:
        await here.says(here.hana, "/tester call")
        await here.fill(here.hana, title="The new glaze", about="For regulars.", seats="3", until="", due="")
        await here.presses(here.hana, "Who may")
        await here.presses(here.hana, "Add a condition")
        await here.presses(here.hana, "Streams attended")
        await here.fill(here.hana, how="at_least", value="1")
        await here.presses(here.hana, "Done")
        assert "It is posted for everybody." in await here.presses(here.hana, "Post it")
        assert "from those who fulfil its rule" in post(here)
        assert "You lack" in await here.presses(here.ann, WOULD)
        assert await stands(here) == []


@pytest.mark.long
async def test_who_is_forgotten_leaves_a_free_place_and_no_word() -> None:
    async with shop() as here:
        await here.says(here.hana, "/tester call The new glaze | 1")
        await joins(here, here.ann, here.ben)
        assert "Thank you!" in await reports_that(here, here.ann, "It runs.")
        await here.says(here.ann, "/forget")
        await here.presses(here.ann, "Forget me")
        await here.bot.passes(days=1)
        assert await stands(here) == ["reported", "asked"]
        async with here.bot.app.parts.work() as work:
            assert await work.rows(sa.select(reports)) == []
            assert await work.value(sa.select(entries.c.member_id).order_by(entries.c.id).limit(1)) is None


@pytest.mark.long
async def test_what_cannot_be_is_refused_with_what_was_typed() -> None:
    async with shop() as here:
        for typed, told in (
            ("| 5", "Say what is to be tested"),
            ("Glaze | 0", "“0” is no number of testers"),
            ("Glaze | 5 | soonish", "I cannot read “soonish”"),
            ("Glaze | 5 | friday 18:00 | thursday 10:00", "would be due"),
            ("Glaze | 5 | 2026-11-01 10:00", "is over"),
        ):
            assert told in await here.says(here.hana, f"/tester call {typed}"), typed
        assert "host" in await here.says(here.ann, "/tester call Glaze | 5")
