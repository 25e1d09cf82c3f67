"""Tiers as members and moderators meet them, and against a reckoning that is slow and obvious."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.community.refunds import Refunds
from bot.model.points import Award
from bot.platforms.local.records import Person
from bot.storage.tables import activities
from bot.testing import whole_bot
from tests.plugins.linking import evening as linked_evening
from tests.plugins.loyal import Evening, evening_of
from tests.snapshots.compare import matches, screen

MONTH = timedelta(days=30.4375)
LADDER = (("Friend", 10), ("Regular", 30), ("Pillar", 60))


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot, "en")


async def with_tiers(it: Evening, *, months: int = 3, grace: int = 10) -> None:
    """The ladder, with a short memory."""
    await it.says(it.hana, f"/plugin configure loyalty tier_months {months}")
    await it.says(it.hana, f"/plugin configure loyalty tier_grace_days {grace}")
    for name, points in LADDER:
        await it.says(it.hana, f"/tier add {name} {points}")
    await it.bot.passes(minutes=1)


async def earns(it: Evening, person: Person, points: int, reference: str) -> None:
    """So many points, as something earned them."""
    member_id = await it.id_of(person)
    async with it.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        await Ledger(work).earn(community.id, [Award(member_id, points, reference)], "loyalty-for-order")
    await it.bot.passes(minutes=1)


async def tier_of(it: Evening, person: Person) -> tuple[object, object]:
    facts = await it.facts(person)
    return facts.get("tier"), facts.get("tier_step")


async def told(it: Evening, kind: str) -> list[tuple[object, object]]:
    """The activities of a kind: what was reached or left, and its step."""
    async with it.bot.app.parts.database.read() as reader:
        rows = await reader.rows(sa.select(activities).where(activities.c.kind == kind).order_by(activities.c.id))
    return [(row.detail, row.value) for row in rows]


@pytest.mark.long
async def test_points_lift_a_member_at_once(it: Evening) -> None:
    await with_tiers(it)
    await earns(it, it.ann, 9, "a")
    assert await tier_of(it, it.ann) == (None, None)
    await earns(it, it.ann, 1, "b")
    assert await tier_of(it, it.ann) == ("Friend", 1)
    await earns(it, it.ann, 50, "c")
    assert await tier_of(it, it.ann) == ("Pillar", 3)
    assert await told(it, "tier_reached") == [("Friend", 1), ("Pillar", 3)]
    assert "tier Pillar" in await it.says(it.ben, "/me Ann")
    assert "You earned 60 points in that time." in await it.says(it.ann, "/tiers")


@pytest.mark.long
async def test_whoever_has_the_points_when_tiers_are_made_holds_them_and_has_reached_nothing(it: Evening) -> None:
    await earns(it, it.ann, 35, "a")
    await with_tiers(it)
    assert await tier_of(it, it.ann) == ("Regular", 2)
    assert await told(it, "tier_reached") == []


@pytest.mark.long
async def test_a_fall_is_told_and_comes_after_its_days_of_grace(it: Evening) -> None:
    await with_tiers(it)
    await it.says(it.ann, "/start")
    await it.presses(it.ann, "Allow thanks and news")
    await earns(it, it.ann, 30, "a")
    seen = len(it.bot.seen(it.ann))
    await it.bot.sleeps(days=90)
    await it.bot.passes(days=3)
    assert await tier_of(it, it.ann) == ("Regular", 2)
    [said] = it.bot.texts(it.ann)[seen:]
    assert "Your points of late no longer reach Regular. It stays yours until" in said
    assert "with 30 more points by then you keep it." in said
    assert "You keep Regular until" in await it.says(it.ann, "/tiers")
    await it.bot.passes(days=12)
    assert await tier_of(it, it.ann) == (None, None)
    assert await told(it, "tier_left") == [("Regular", 2)]


@pytest.mark.long
async def test_points_within_the_days_of_grace_keep_the_tier(it: Evening) -> None:
    await with_tiers(it)
    await earns(it, it.ann, 30, "a")
    await it.bot.sleeps(days=93)
    await it.bot.passes(days=2)
    await earns(it, it.ann, 30, "b")
    assert "You keep" not in await it.says(it.ann, "/tiers")
    await it.bot.sleeps(days=28)
    await it.bot.passes(days=2)
    assert await tier_of(it, it.ann) == ("Regular", 2)
    assert await told(it, "tier_left") == []


@pytest.mark.long
async def test_without_days_of_grace_and_without_an_end_of_memory(it: Evening) -> None:
    await with_tiers(it, months=0, grace=0)
    await earns(it, it.ann, 30, "a")
    await it.bot.sleeps(days=398)
    await it.bot.passes(days=2)
    assert await tier_of(it, it.ann) == ("Regular", 2)
    async with it.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        await Refunds(work).reverse(community.id, "a", by="refund")
    await it.bot.passes(minutes=1)
    assert await tier_of(it, it.ann) == (None, None)


@pytest.mark.long
async def test_what_is_spent_takes_no_tier_away(it: Evening) -> None:
    await with_tiers(it)
    await earns(it, it.ann, 30, "a")
    async with it.bot.app.parts.work() as work:
        await Ledger(work).spend(1, await it.id_of(it.ann), 30, "loyalty-for-cause", "mug")
    await it.bot.sleeps(days=18)
    await it.bot.passes(days=2)
    assert await tier_of(it, it.ann) == ("Regular", 2)


@pytest.mark.long
async def test_a_tier_that_is_removed_leaves_its_holders_on_the_one_below(it: Evening) -> None:
    await with_tiers(it)
    await earns(it, it.ann, 65, "a")
    await earns(it, it.ben, 12, "a")
    assert "One member holds it" in await it.says(it.hana, "/tier remove Pillar")
    await it.presses(it.hana, "Remove it")
    await it.says(it.hana, "/tier remove Friend")
    await it.presses(it.hana, "Remove it")
    await it.bot.passes(minutes=1)
    assert await tier_of(it, it.ann) == ("Regular", 1)
    assert await tier_of(it, it.ben) == (None, None)
    assert "Friend (10) → nothing" in await it.says(it.hana, "/audit")


@pytest.mark.long
async def test_a_tier_is_changed_by_a_form(it: Evening) -> None:
    await with_tiers(it)
    await earns(it, it.ann, 12, "a")
    await it.says(it.hana, "/tier edit friend")
    form = it.bot.chat.forms(it.hana)[-1].form
    assert [field.value for field in form.fields] == ["Friend", "10", ""]
    await it.bot.submits(it.hana, form, {"name": "Guest", "points": "12", "perks": "A seat in front"})
    await it.bot.passes(minutes=1)
    assert await tier_of(it, it.ann) == ("Guest", 1)
    assert "Guest, from 12 points: A seat in front" in await it.says(it.ann, "/tiers")


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("/tier add Friend 5", "Friend begins at 10 already."),
        ("/tier add Other 10", "Friend begins at 10 already."),
        ("/tier add Other 0", "Say how many points reach it"),
        ("/tier edit Nobody", "There is no tier “Nobody”. There are: Friend, Regular, Pillar."),
        (f"/tier add Other 7 {'x' * 301}", "at most 300 characters"),
    ],
)
async def test_what_does_not_fit_is_refused_and_says_why(it: Evening, typed: str, says: str) -> None:
    await with_tiers(it)
    assert says in await it.says(it.hana, typed)
    assert (await it.says(it.ann, "/tiers")).count("○") == len(LADDER)


@pytest.mark.long
async def test_linked_accounts_stand_where_their_points_together_reach_and_each_by_its_own_after_parting() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ann, both.nina)
        await with_tiers(it)
        await earns(it, both.ann, 20, "a")
        await earns(it, both.nina, 20, "b")
        assert await tier_of(it, both.nina) == ("Friend", 1)
        await both.link(both.ann, both.nina)
        await it.bot.passes(minutes=1)
        assert await tier_of(it, both.nina) == ("Regular", 2)
        await both.unlink(both.ann)
        await it.bot.passes(minutes=1)
        assert await tier_of(it, both.nina) == ("Friend", 1)
        assert "You keep Regular until" in await it.says(both.ann, "/tiers")
        await it.bot.passes(days=12)
        assert await tier_of(it, both.ann) == ("Friend", 1)


@dataclass
class Slow:
    """One member's standing, reckoned from a list of what they earned."""

    earned: list[tuple[datetime, int]] = field(default_factory=list)
    held: int = 0  # the threshold
    falls_at: datetime | None = None

    def look(self, now: datetime, months: int, grace: int) -> None:
        """What they hold from now on."""
        since = now - months * MONTH
        score = sum(points for at, points in self.earned if not months or at >= since)
        due = max((points for _, points in LADDER if points <= score), default=0)
        if due >= self.held:
            self.held, self.falls_at = due, None
            return
        if self.falls_at is None:
            here = ZoneInfo("Europe/Prague")
            day = (now + timedelta(days=grace)).astimezone(here).date() + timedelta(days=1)
            self.falls_at = datetime.combine(day, time(), here) if grace else now
        if self.falls_at <= now:
            self.held, self.falls_at = due, None


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("earn"), st.integers(1, 40)),
        st.tuples(st.just("refund"), st.integers(0, 9)),
        st.tuples(st.just("days"), st.integers(1, 20)),
    ),
    max_size=8,
)


@pytest.mark.long
@given(steps=STEPS, months=st.sampled_from([0, 1]), grace=st.sampled_from([0, 5]))
@settings(max_examples=6)
async def test_whatever_is_earned_and_refunded_tiers_are_what_a_slow_and_obvious_reckoning_says(
    steps: list[tuple[str, int]], months: int, grace: int
) -> None:
    async with whole_bot() as bot:
        it = await evening_of(bot, "en")
        await with_tiers(it, months=months, grace=grace)
        slow = Slow()
        for number, (what, many) in enumerate(steps):
            if what == "earn":
                slow.earned.append((bot.clock.now(), many))
                await earns(it, it.ann, many, f"order:{number}")
                slow.look(bot.clock.now() - timedelta(minutes=1), months, grace)
            elif what == "refund" and slow.earned:
                at = many % len(slow.earned)
                await refund(it, [place for place, step in enumerate(steps[:number]) if step[0] == "earn"][at])
                slow.earned[at] = (slow.earned[at][0], 0)
                slow.look(bot.clock.now() - timedelta(minutes=1), months, grace)
            else:
                await days_pass(it, slow, many if what == "days" else 1, months, grace)
            tier, _ = await tier_of(it, it.ann)
            assert tier == next((name for name, points in LADDER if points == slow.held), None), (number, what)


async def refund(it: Evening, number: int) -> None:
    async with it.bot.app.parts.work() as work:
        await Refunds(work).reverse(1, f"order:{number}", by=f"refund:{number}")
    await it.bot.passes(minutes=1)


async def days_pass(it: Evening, slow: Slow, days: int, months: int, grace: int) -> None:
    """The bot looks at midnight, UTC; so does the slow one."""
    began = it.bot.clock.now()
    await it.bot.passes(days=days)
    for ahead in range(1, days + 1):
        midnight = (began + timedelta(days=ahead)).replace(hour=0, minute=0, second=0, microsecond=0)
        slow.look(midnight, months, grace)


@pytest.mark.long
async def test_who_is_here_and_near_a_tier_is_on_the_hosts_cue_card(it: Evening) -> None:
    await with_tiers(it)
    await earns(it, it.ann, 37, "a")
    await earns(it, it.ben, 36, "b")  # 24 short of it, and 23 can come together at a stream
    await it.bot.says(it.hana, "/stream start Tea night")
    for guest in (it.ann, it.ben):
        await it.bot.says(guest, "hello")
    await it.bot.passes(minutes=6)
    card = (await it.says(it.hana, "/cues")).split("\n")
    assert "Close to the tier Pillar: Ann" in card
    assert not any("Friend" in line or "Regular" in line for line in card)


@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.long
async def test_the_screens_read_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        start = {"en": "Begin with three tiers", "cs": "Začít se třemi úrovněmi"}
        began = len(bot.seen(it.hana)), len(bot.seen(it.ann))
        await it.says(it.hana, "/tiers")
        await it.presses(it.hana, start[language])
        name = {"en": "Friend", "cs": "Známá tvář"}[language]
        await it.says(it.hana, f"/tier remove {name}")
        await it.says(it.hana, "/tier add X 5 Kresli\u00a0s námi" if language == "cs" else "/tier add X 5 Draw with us")
        await earns(it, it.ann, 60, "a")
        for text in ("/tiers", "/me"):
            await it.says(it.ann, text)
        await it.bot.sleeps(days=364)
        await it.bot.passes(days=6)
        await it.says(it.ann, "/tiers")
        shown = [*bot.seen(it.hana)[began[0] :], *bot.seen(it.ann)[began[1] :]]
        matches(f"loyalty/tiers.{language}", screen(shown))
