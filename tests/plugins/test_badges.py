"""Badges as members and hosts meet them."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.community.segments import Segments
from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.model.points import Award
from bot.model.rules import Condition
from bot.platforms.local.records import Person
from bot.storage.tables import members, segment_members
from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot)


@pytest.mark.long
async def test_a_badge_is_won_by_its_rule_once_a_stream_is_over(it: Evening) -> None:
    await it.stream(it.ann)
    assert await it.levels(it.ann) == {"first-stream": 1}
    assert await it.levels(it.ben) == {}
    told = await it.says(it.ann, "/badges")
    assert "🎬 First stream, 20 November" in told
    assert "⭐ Regular I: 4 more streams" in told
    assert "🎬 First stream" in await it.says(it.ben, "/me Ann")


@pytest.mark.long
async def test_what_was_earned_while_the_plugin_was_off_is_there_once_it_is_on(it: Evening) -> None:
    await it.says(it.hana, "/plugin disable badges")
    await it.stream(it.ann)
    assert await it.levels(it.ann) == {}
    await it.says(it.hana, "/plugin enable badges")
    await it.bot.passes(minutes=1)
    assert await it.levels(it.ann) == {"first-stream": 1}


@pytest.mark.long
async def test_the_next_level_takes_the_place_of_the_one_before(it: Evening) -> None:
    for _ in range(5):
        await it.stream(it.ann)
    assert await it.levels(it.ann) == {"first-stream": 1, "regular": 1, "streak": 2, "early-bird": 1}
    await it.stream(it.ben)
    assert (await it.levels(it.ann))["streak"] == 2  # a badge is not lost with what it was won for
    told = await it.says(it.ann, "/badge show regular")
    assert "I: at least 5 streams attended" in told and "To the next level: 20 more streams." in told


@pytest.mark.long
async def test_who_comes_late_is_no_early_bird(it: Evening) -> None:
    for _ in range(3):
        await it.stream(it.ann, late=True)
    assert "early-bird" not in await it.levels(it.ann)


@pytest.mark.long
async def test_a_host_gives_a_badge_and_says_why(it: Evening) -> None:
    told = await it.says(it.ivo, "/badge give Ann helper for the glaze recipe")
    assert told == "Ann now has 🤝 Helper."
    assert (await it.won(it.ann))["helper"].why == "for the glaze recipe"
    assert "🤝 Helper, 20 November: “for the glaze recipe”" in await it.says(it.ben, "/badges Ann")
    assert "already" in await it.says(it.ivo, "/badge give Ann helper once more")
    assert "won by its rule alone" in await it.says(it.ivo, "/badge give Ann regular please")
    assert "There is no badge" in await it.says(it.ivo, "/badge give Ann sunshine please")
    assert (await it.says(it.ben, "/badge give Ben helper please")).startswith("This is for hosts.")


@pytest.mark.long
async def test_what_a_moderator_took_its_rule_does_not_give_again(it: Evening) -> None:
    await it.stream(it.ann, it.ben)
    assert (await it.says(it.ivo, "/badge take Ann first")).startswith("This is for moderators.")
    assert "was taken from Ann" in await it.says(it.hana, "/badge take Ann first")
    await it.stream(it.ann, it.ben)
    assert await it.levels(it.ann) == {}
    assert await it.levels(it.ben) == {"first-stream": 1}
    await it.presses(it.hana, "Give it back")
    assert await it.levels(it.ann) == {"first-stream": 1}
    assert "has no badge" in await it.says(it.hana, "/badge take Ann helper")


@pytest.mark.long
async def test_who_asked_not_to_be_shown_has_it_and_is_seen_nowhere(it: Evening) -> None:
    await it.hides(it.ann)
    await it.stream(it.ann, it.ben)
    assert await it.levels(it.ann) == {"first-stream": 1}
    assert "First stream" in await it.says(it.ann, "/badges")
    hall = await it.says(it.ben, "/hall")
    assert "First stream: Ben" in hall and "Ann" not in hall
    assert "Ann" not in await it.says(it.ben, "/hall first-stream")
    assert "Ann" not in await it.says(it.ben, "/badge show first-stream")
    assert "prefers not to be shown" in await it.says(it.ben, "/badges Ann")
    assert "their own card only" in await it.says(it.ivo, "/badge give Ann helper for tea")


@pytest.mark.long
async def test_what_nothing_here_can_earn_is_not_listed() -> None:
    others = [plugin for plugin in load_plugins().registry.plugins.values() if plugin.name != "referrals"]
    async with whole_bot(loaded=Loaded(Registry(others), ())) as bot:
        it = await evening_of(bot)
        told = await it.says(it.ann, "/badge list")
        told += await it.presses(it.ann, "More ›")
    assert "Champion of the month" in told
    assert "Idea adopted" in told and "Brings friends" not in told


@pytest.mark.long
async def test_who_is_given_a_badge_learns_of_it_and_is_thanked_in_the_next_stream(it: Evening) -> None:
    await it.agrees(it.ann)
    await it.says(it.ivo, "/badge give Ann helper for the glaze recipe")
    await it.bot.passes(minutes=1)
    assert "Our community gave you a badge: 🤝 Helper. “for the glaze recipe”" in it.bot.texts(it.ann)[-1]
    await it.bot.says(it.hana, "/stream start Tea night")
    assert "· Ann: new on their card: 🤝 Helper" in await it.says(it.hana, "/cues")
    await it.presses(it.hana, "Said: Ann")
    assert "new on their card" not in await it.says(it.hana, "/cues")


@pytest.mark.long
async def test_nobody_is_asked_to_thank_who_asked_not_to_be_shown(it: Evening) -> None:
    await it.says(it.ivo, "/badge give Ann helper for the glaze recipe")
    await it.says(it.ivo, "/badge give Ben helper for the kettle")
    await it.bot.passes(minutes=1)
    await it.hides(it.ann)
    await it.bot.says(it.hana, "/stream start Tea night")
    told = await it.says(it.hana, "/cues")
    assert "Ben: new on their card" in told and "Ann" not in told


@pytest.mark.long
async def test_the_recap_names_the_evenings_badges(it: Evening) -> None:
    await it.hides(it.ben)
    await it.stream(it.ann, it.ben)
    told = await it.says(it.hana, "/stream recap")
    assert "New badges:\n· 🎬 First stream: Ann" in told and "Ben" not in told
    await it.stream(it.ann)
    assert "New badges" not in await it.says(it.hana, "/stream recap")


@pytest.mark.long
async def test_what_was_promised_for_a_badge_falls_with_it_and_stands_again_with_it(it: Evening) -> None:
    await it.says(it.ivo, "/badge give Ann helper for the glaze recipe")
    await it.says(it.ivo, "/badge give Ben helper for the kettle")
    await it.bot.passes(minutes=1)
    await it.says(it.hana, "/badge take Ann helper")
    await it.bot.says(it.hana, "/stream start Tea night")
    told = await it.says(it.hana, "/cues")
    assert "· Ben: new on their card" in told and "Ann" not in told
    await it.presses(it.hana, "Give it back")
    told = await it.says(it.hana, "/cues")
    assert "· Ben: new on their card" in told and "· Ann: new on their card" in told
    await it.presses(it.hana, "Said: Ann")
    await it.says(it.hana, "/badge take Ann helper")
    await it.presses(it.hana, "Give it back")
    assert "· Ann: new on their card" not in await it.says(it.hana, "/cues")


@pytest.mark.long
async def test_hosts_see_who_is_a_step_away_from_a_first_level_for_which_they_did_something(it: Evening) -> None:
    for _ in range(4):
        await it.stream(it.ann)
    await it.bot.says(it.hana, "/stream start Tea night")
    for guest in (it.ann, it.ben):
        await it.bot.says(guest, "hello")
    await it.bot.passes(minutes=1)
    told = await it.says(it.hana, "/cues")
    assert "One step from ⭐ Regular I: Ann" in told
    assert "One step from 🎬 First stream" not in told


async def came(it: Evening, person: Person, days: float) -> None:
    """Let somebody be known for so long."""
    joined = it.bot.clock.now() - timedelta(days=days)
    change = sa.update(members).where(members.c.id == await it.id_of(person)).values(joined_at=joined)
    async with it.bot.app.parts.work() as work:
        await work.execute(change)


@pytest.mark.long
async def test_veterans_were_there_for_long_and_often_or_earned_a_lot(it: Evening) -> None:
    for _ in range(19):
        await it.stream(it.ann, it.ben)
    await came(it, it.ann, 24 * 30.4375)
    await came(it, it.ben, 23 * 30.4375)
    await it.bot.passes(days=1)
    assert "veteran" not in await it.levels(it.ann)
    await it.stream(it.ann, it.ben)
    assert (await it.levels(it.ann))["veteran"] == 1
    assert "veteran" not in await it.levels(it.ben)
    for points, has in ((4_999, False), (5_000, True)):
        short = points - int((await it.facts(it.ben))["points_earned"])
        async with it.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            await Ledger(work).earn(community.id, [Award(await it.id_of(it.ben), short, f"test:{points}")], "test")
        await it.bot.passes(minutes=1)
        assert ("veteran" in await it.levels(it.ben)) is has


@pytest.mark.long
async def test_an_anniversary_brings_its_badge_and_the_second_its_next_level(it: Evening) -> None:
    for days, before, after in ((363.5, None, 1), (728.5, 1, 2)):
        await came(it, it.ann, days)
        await it.bot.passes(days=1)
        assert (await it.levels(it.ann)).get("anniversary") == before
        await it.bot.passes(days=2)
        assert (await it.levels(it.ann)).get("anniversary") == after
    assert "Anniversary II" in await it.says(it.ben, "/badges Ann")


@pytest.mark.long
async def test_hosts_see_who_is_a_step_away_from_the_next_level(it: Evening) -> None:
    for _ in range(4):
        await it.stream(it.ann)
    await it.stream(it.ann, it.ben)
    await it.bot.says(it.hana, "/stream start Tea night")
    await it.bot.says(it.ann, "hello")
    await it.bot.says(it.ben, "hello")
    await it.bot.passes(minutes=1)
    assert "One step from" not in await it.says(it.hana, "/cues")  # five of ten, five of twenty-five
    await it.bot.says(it.hana, "/stream end")
    await it.bot.passes(minutes=20)
    for _ in range(4):
        await it.stream(it.ann)
    await it.bot.says(it.hana, "/stream start Tea night")
    await it.bot.says(it.ann, "hello")
    await it.bot.passes(minutes=1)
    told = await it.says(it.hana, "/cues")
    assert "One step from 🔥 On a roll III: Ann" in told
    assert "One step from 🐦 Early bird II: Ann" in told


@pytest.mark.long
async def test_the_champion_of_the_month_is_who_earned_the_most_points(it: Evening) -> None:
    await it.stream(it.ann, it.ben)
    await it.bot.says(it.hana, "/stream start Tea night")
    await it.bot.passes(minutes=1)
    await it.bot.says(it.ann, "Is it hot?")
    await it.bot.passes(minutes=10)
    await it.bot.says(it.hana, "/stream end")
    await it.bot.passes(days=9, hours=20)  # 30 November
    assert "champion" not in await it.levels(it.ann)
    await it.bot.passes(days=1)
    assert (await it.levels(it.ann))["champion"] == 1
    assert "champion" not in await it.levels(it.ben)
    await it.bot.passes(days=31)  # nobody earned anything in December
    assert (await it.levels(it.ann))["champion"] == 1
    assert "Champion of the month" in await it.says(it.ben, "/hall")


@pytest.mark.long
async def test_a_segment_may_ask_for_a_badge(it: Evening) -> None:
    parts = it.bot.app.parts
    async with parts.work() as work:
        [community] = await Communities(work).all()
        await Segments(work).install(community.id, {"helpers": Condition(fact="badges.helper")})
        segment = await Segments(work).get(community.id, "helpers")
        assert segment is not None
        await Segments(work).watch(segment)
    await it.says(it.ivo, "/badge give Ann helper for tea")
    await it.bot.passes(minutes=1)

    async def inside() -> list[int]:
        async with parts.work() as work:
            return [row[0] for row in await work.rows(sa.select(segment_members.c.member_id))]

    assert await inside() == [await it.id_of(it.ann)]
    await it.says(it.hana, "/badge take Ann helper")
    await it.bot.passes(minutes=1)
    assert await inside() == []


@pytest.mark.long
async def test_the_thank_you_names_what_was_won_and_is_more_than_everybody_gets(it: Evening) -> None:
    await it.says(it.hana, "/journey approve after-stream")
    await it.agrees(it.ann)
    for _ in range(5):
        await it.stream(it.ann)
        await it.bot.passes(days=2)
    told = [text for text in it.bot.texts(it.ann) if "New on your card" in text]
    assert len(told) == 1 and "New on your card: ⭐ Regular I." in told[0]


@pytest.mark.long
async def test_who_comes_back_wins_what_they_earned_while_they_were_gone(it: Evening) -> None:
    await it.bot.says(it.hana, "/stream start Tea night")
    await it.bot.says(it.ann, "hello")
    await it.bot.passes(minutes=11)
    await it.bot.chat.leaves(it.ann)
    await it.bot.says(it.hana, "/stream end")
    await it.bot.passes(minutes=20)
    assert await it.levels(it.ben) == {}
    assert "Ann" not in await it.says(it.ben, "/hall")
    await it.bot.chat.joins(it.ann)
    await it.bot.passes(minutes=1)
    assert await it.levels(it.ann) == {"first-stream": 1}
