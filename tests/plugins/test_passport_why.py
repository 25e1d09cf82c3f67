"""/why: what was sent, what was not, what comes, to oneself and to moderators."""

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.telling import Telling
from bot.model.decisions import State
from bot.model.identity import Purpose
from bot.storage.tables import communities, deliveries, members
from tests.plugins.passing import Evening, evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")


async def tell(it: Evening, key: str, *, asked: bool) -> None:
    """Tell Ann something outside any journey."""
    ann = await it.member()
    parts = it.bot.app.parts
    async with parts.work() as work:
        community = await Communities(work).get(ann.community_id)
        await Telling(parts, work, community).member(ann.id, key, "sample-hello", asked=asked, greeting="A <secret>")
    await it.bot.app.turn()


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_shows_what_comes_what_came_and_what_did_not(language: str) -> None:
    async with evening(language) as it:
        await it.allow(Purpose.SERVICE)
        await it.stream()
        matches(f"passport/why-during.{language}", await it.says("/why"))
        await it.bot.passes(hours=47)
        matches(f"passport/why-after.{language}", await it.says("/why"))
        await it.presses({"en": "Less of this", "cs": "Méně takových zpráv"}[language])
        this = {"en": "Why did I get this?", "cs": "Proč mi to přišlo?"}[language]
        matches(f"passport/why-this.{language}", await it.presses(this))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_says_so_when_there_is_nothing(language: str) -> None:
    async with evening(language) as it:
        matches(f"passport/why-empty.{language}", await it.says("/why"))


@pytest.mark.long
async def test_after_a_stop_nothing_leaves_and_why_says_it() -> None:
    async with evening() as it:
        await it.allow(Purpose.SERVICE, Purpose.MARKETING)
        await it.says("/stop")
        await it.stream()
        assert await it.unasked(hours=48) == 0
        said = await it.says("/why")
        assert "You stopped everything that comes unasked." in said
        assert said.count("not sent") == 3


async def test_a_message_that_was_asked_for_comes_in_spite_of_a_stop_and_without_a_way_out() -> None:
    async with evening() as it:
        await it.says("/stop")
        await tell(it, "asked", asked=True)
        assert not [b for shown in it.bot.seen(it.ann) for b in shown.buttons if b.label == "Less of this"]
        said = await it.says("/why")
        assert "A <secret>" in said, "how it began"
        assert "It answers what you asked for or wrote." in said


async def test_a_moderator_sees_why_but_not_what_was_written() -> None:
    async with evening() as it:
        await tell(it, "asked", asked=True)
        said = await it.says("/why Ann", it.mia)
        assert said.startswith("What I sent to Ann, and why")
        assert "It answers what was asked for or written." in said
        assert "secret" not in said


async def test_a_member_does_not_see_what_others_got() -> None:
    async with evening() as it:
        assert "Only moderators" in await it.says("/why Mia")


@pytest.mark.long
async def test_the_pages_turn_both_ways_and_keep_to_their_member() -> None:
    async with evening() as it:
        for number in range(8):
            await tell(it, f"note-{number}", asked=True)
        first = await it.says("/why Ann", it.mia)
        assert (
            first.count("It answers what was asked for or written."),
            first.count("[Older]"),
            first.count("[Newer]"),
        ) == (6, 1, 0)
        second = await it.presses("Older", it.mia)
        assert second.startswith("What I sent to Ann, and why · page 2")
        assert second.count("It answers what was asked for or written.") == 2
        assert await it.presses("Newer", it.mia) == first
        assert await it.says("/why 2 Ann", it.mia) == second
        assert (await it.says("/why 2")).count("It answers what you asked for or wrote.") == 2
        assert await it.says("/why 9") == await it.says("/why 2")


async def test_a_direct_message_that_was_answered_was_still_a_direct_message() -> None:
    async with evening() as it:
        await it.allow(Purpose.SERVICE)
        await tell(it, "unasked", asked=False)
        async with it.bot.app.parts.work() as work:
            change = sa.update(deliveries).where(deliveries.c.state == State.SENT.value)
            await work.execute(change.values(state=State.ANSWERED.value, answered_at=work.now))
        assert "you allowed such messages" in await it.says("/why")


async def test_an_unasked_message_outside_journeys_has_a_way_out() -> None:
    async with evening() as it:
        await it.allow(Purpose.SERVICE)
        await tell(it, "unasked", asked=False)
        assert [b.label for b in it.bot.seen(it.ann)[-1].buttons] == ["Less of this"]


async def test_a_moderator_is_told_nothing_of_another_community_s_members() -> None:
    """Also not by a button that was made for one of them, as a moderator of both would have it."""
    async with evening() as it:
        await it.says("/hello", it.mia)
        async with it.bot.app.parts.work() as work:
            loom = sa.insert(communities).values(name="Loom", created_at=work.now)
            line = {"community_id": await work.insert(loom), "person_id": 1, "name": "Ann", "joined_at": work.now}
            there = await work.insert(sa.insert(members).values(**line))
        button = it.bot.app.parts.tokens.make("passport.why_page", 1, there)
        assert "Ann" not in (told := await it.presses(button, it.mia))
        assert await it.presses(it.bot.app.parts.tokens.make("passport.why_page", 1, 1), it.mia) != told
