"""Points as members, hosts and moderators meet them."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import sqlalchemy as sa

from bot.community.attendance import Attendance
from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.community.refunds import Refunds
from bot.model.points import Balance
from bot.model.rules import FactValue
from bot.platforms.local.records import Person
from bot.storage.points_tables import ledger
from bot.testing import whole_bot
from tests.plugins.linking import evening as linked_evening
from tests.plugins.loyal import Evening, evening_of
from tests.snapshots.compare import matches, screen


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot, "en")


async def points_of(it: Evening, person: Person) -> dict[str, FactValue]:
    return {name: value for name, value in (await it.facts(person)).items() if name.startswith("points")}


async def test_being_there_and_asking_earns_points_up_to_a_bound(it: Evening) -> None:
    await it.stream(it.ann, stretches=5, words="Is it hot?")
    await it.stream(it.ben, stretches=15)
    assert (await it.balance(it.ann)).posted == 5 + 3 * 2
    assert (await it.balance(it.ben)).posted == 12
    assert await points_of(it, it.ben) == {"points": 12, "points_earned": 12}
    assert (await it.balance(it.hana)).posted == 0


async def end_is_taken_back(it: Evening, guest: Person, meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
    """A stream that ended after two stretches of ten minutes, was paid for, and goes on for two more."""
    await it.says(it.hana, "/stream start Tea night")
    for goes_on in (True, False):
        for _ in range(2):
            await it.bot.says(guest, "hello")
            await it.bot.passes(minutes=10)
        await it.says(it.hana, "/stream end")
        await it.bot.passes(minutes=9)
        if goes_on:
            assert (await it.balance(guest)).posted == 2
            assert "goes on" in await it.says(it.hana, "/stream start")
            if meanwhile is not None:
                await meanwhile()
    await it.bot.passes(minutes=20)


@pytest.mark.long
async def test_an_end_that_was_taken_back_pays_at_the_true_end_what_is_more(it: Evening) -> None:
    await end_is_taken_back(it, it.ann)
    async with it.bot.app.parts.work() as work:
        paid = [line.amount for line in await Ledger(work).history(await it.id_of(it.ann))]
        [there] = await Attendance(work).people(1, guests=True)
    assert len(paid) == 2 and sum(paid) == (await it.balance(it.ann)).posted == there.slots >= 4


@pytest.mark.long
async def test_who_was_linked_before_the_true_end_is_not_paid_once_more() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ann, both.nina)
        await end_is_taken_back(it, both.nina, lambda: both.link(both.ann, both.nina))
        async with it.bot.app.parts.work() as work:
            lines = [amount for (amount,) in await work.rows(sa.select(ledger.c.amount))]
            [there] = await Attendance(work).people(1, guests=True)
        assert there.name == "Ann"
        assert sum(lines) == there.slots >= 4


@pytest.mark.long
async def test_one_order_brings_no_more_than_its_bound_and_all_of_a_day_no_more_than_theirs(it: Evening) -> None:
    await it.says(it.hana, "/plugin configure loyalty most_for_an_order 50")
    await it.says(it.hana, "/plugin configure loyalty day_orders 120")
    for number, pending in ((1, 50), (2, 100), (3, 120), (4, 120)):
        await it.orders(it.ann, 80, number)
        assert await it.balance(it.ann) == Balance(0, pending, 0)
    await it.orders(it.ben, 49.9)
    assert await it.balance(it.ben) == Balance(0, 49, 0)
    told = await it.says(it.ann, "/points how")
    assert "1 point for each whole unit of money that you spend, at most 50 for an order and 120 a day;" in told
    assert "Today brings nothing more for an order; tomorrow does." in told


@pytest.mark.long
async def test_how_points_are_earned_says_what_holds_now(it: Evening) -> None:
    before = await it.says(it.ann, "/points how")
    assert "5 points for a check-in" in before and "Points last 12 months" in before
    for name, value in (("points_per_check_in", 9), ("points_per_question", 0), ("months_points_last", 0)):
        await it.says(it.hana, f"/plugin configure loyalty {name} {value}")
    after = await it.says(it.ann, "/points how")
    assert "9 points for a check-in" in after
    assert "a question at a stream" in before and "a question" not in after
    assert "Points last" not in after


@pytest.mark.long
async def test_where_nothing_is_earned_it_says_so(it: Evening) -> None:
    for name in ("points_per_ten_minutes", "points_per_check_in", "points_per_question", "points_per_answer"):
        await it.says(it.hana, f"/plugin configure loyalty {name} 0")
    for name in ("points_per_unit_spent", "points_per_adopted_idea"):
        await it.says(it.hana, f"/plugin configure loyalty {name} 0")
    told = await it.says(it.ann, "/points how")
    assert told.splitlines()[1:] == [
        "• 50 points for somebody whom you bring along (/refer), and 20 points for them; these do not run out."
    ]
    await it.says(it.hana, "/plugin disable referrals")
    told = await it.says(it.ann, "/points how")
    assert told.endswith("Nothing earns points here yet.") and len(told.splitlines()) == 2
    await it.stream(it.ann, words="Is it hot?")
    await it.orders(it.ann, 42)
    assert await it.balance(it.ann) == Balance()


@pytest.mark.long
async def test_points_for_an_order_wait_and_go_back_with_a_refund(it: Evening) -> None:
    await it.orders(it.ann, 42.9)
    assert await it.balance(it.ann) == Balance(0, 42, 0)
    assert "42 points more will count later." in await it.says(it.ann, "/points")
    await it.bot.passes(days=14, hours=7)
    assert await it.balance(it.ann) == Balance(42, 0, 0)
    assert await points_of(it, it.ann) == {"points": 42, "points_earned": 42}
    async with it.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        await Refunds(work).reverse(community.id, "ordered:order:1", by="refund:1")
    await it.bot.passes(minutes=1)
    assert await it.balance(it.ann) == Balance()
    assert await points_of(it, it.ann) == {}


@pytest.mark.long
async def test_points_expire_by_themselves(it: Evening) -> None:
    await it.says(it.hana, "/plugin configure loyalty months_points_last 1")
    await it.stream(it.ann)
    await it.bot.sleeps(days=30)
    await it.bot.passes(days=1)
    assert await it.balance(it.ann) == Balance()
    assert "−3 expired: for being at a stream" in await it.says(it.ann, "/points history")


@pytest.mark.long
async def test_a_moderator_gives_and_takes_and_says_why(it: Evening) -> None:
    assert await it.says(it.hana, "/give points Ann 20 for the teapot") == "Ann has 20 points now (20)."
    assert await it.says(it.hana, "/give points Ann -5 given twice") == "Ann has 15 points now (-5)."
    assert await it.says(it.hana, "/give points Ann -50 no") == "Ann has only 15 points. Nothing was taken."
    assert "Nothing was changed." in await it.says(it.hana, "/give points Ann 0 for nothing")
    assert (await it.balance(it.ann)).posted == 15
    told = await it.says(it.ann, "/points history")
    assert "−5 “given twice”" in told and "+20 “for the teapot”" in told
    assert "15 points" in await it.says(it.ben, "/me Ann")
    assert (await it.says(it.ben, "/give points Ben 5 please")) == "This is for moderators. Ask one of them."


@pytest.mark.long
async def test_whoever_asked_not_to_be_shown_is_in_no_list(it: Evening) -> None:
    await it.stream(it.ann, it.ben)
    assert "Ann: 3" in await it.says(it.ben, "/leaderboard")
    await it.bot.presses(it.ann, await hide_label(it))
    told = await it.says(it.ben, "/leaderboard")
    assert "Ann" not in told and "1. Ben: 3" in told


async def hide_label(it: Evening) -> str:
    """What the button is called by which Ann is not shown in lists any more."""
    await it.bot.says(it.ann, "/preferences")
    labels = [action.label for one in it.bot.seen(it.ann) for row in one.message.actions for action in row]
    return next(label for label in labels if "ide" in label)


@pytest.mark.long
async def test_the_month_begins_anew_and_ever_goes_on(it: Evening) -> None:
    await it.stream(it.ann)
    await it.bot.sleeps(days=20)
    assert "Ann" not in await it.says(it.ben, "/leaderboard")
    assert "Ann: 3" in await it.says(it.ben, "/leaderboard ever")


@pytest.mark.long
async def test_the_newest_stream_has_a_board_of_its_own(it: Evening) -> None:
    assert await it.says(it.ben, "/leaderboard stream") == (
        "There has been no stream yet. /leaderboard shows this month."
    )
    await it.stream(it.ann, it.ben)
    await it.stream(it.ann, stretches=2)
    told = await it.says(it.ben, "/leaderboard stream")
    assert told.splitlines() == ["Most points at Tea night", "1. Ann: 2", "You have none yet in this time."]
    await it.says(it.hana, "/stream start Late tea")
    await it.says(it.hana, "/drop 5")
    await it.bot.presses(it.ben, "Count me in")
    told = await it.says(it.ben, "/leaderboard stream")
    assert told.splitlines()[:2] == ["Most points at Late tea", "1. Ben: 5"]
    assert "counted at its end" in told


@pytest.mark.long
async def test_places_are_read_page_by_page(it: Evening) -> None:
    crowd = [it.bot.person(f"Guest {number}") for number in range(12)]
    await it.stream(*crowd)
    first = await it.says(crowd[0], "/leaderboard stream")
    [second] = await it.bot.presses(crowd[0], "Further places")
    assert first.count("Guest") == 10
    assert second.count("Guest") == 3  # two further ones, and their own
    [back] = await it.bot.presses(crowd[0], "Places before")
    assert back == first


@pytest.mark.long
async def test_a_day_brings_no_more_than_its_bounds_and_the_next_begins_at_midnight_there(it: Evening) -> None:
    await it.says(it.hana, "/plugin configure loyalty day_check_ins 10")
    for _ in range(4):  # from 19:00 on, by the clock of Prague
        await drop(it, it.ann)
    assert (await it.balance(it.ann)).posted == 10
    told = await it.says(it.ann, "/points how")
    assert "5 points for a check-in, at most 10 a day." in told
    assert "Today brings nothing more for a check-in; tomorrow does." in told
    assert "nothing more" not in await it.says(it.ben, "/points how")
    await it.bot.passes(hours=3, minutes=30)
    await drop(it, it.ann)
    assert (await it.balance(it.ann)).posted == 10
    await it.bot.passes(minutes=30)  # midnight is over
    await drop(it, it.ann)
    assert (await it.balance(it.ann)).posted == 15


@pytest.mark.long
async def test_all_rules_but_orders_share_a_bound(it: Evening) -> None:
    await it.says(it.hana, "/plugin configure loyalty day_in_all 8")
    await drop(it, it.ann)
    await it.stream(it.ann, stretches=6)
    assert (await it.balance(it.ann)).posted == 8
    await it.orders(it.ann, 42)
    assert await it.balance(it.ann) == Balance(8, 42, 0)


async def drop(it: Evening, guest: Person) -> None:
    """A short stream with a check-in that a guest presses."""
    await it.says(it.hana, "/stream start Drop")
    await it.says(it.hana, "/drop 5")
    await it.bot.presses(guest, "Count me in")
    await it.bot.passes(minutes=1)
    await it.says(it.hana, "/stream end")
    await it.bot.passes(minutes=15)


@pytest.mark.long
async def test_a_long_history_is_read_page_by_page(it: Evening) -> None:
    for number in range(12):
        await it.says(it.hana, f"/give points Ann {number + 1} gift {number + 1}")
    first = await it.says(it.ann, "/points history")
    [second] = await it.bot.presses(it.ann, "Older")
    assert "gift 12" in first and "gift 2”" not in first
    assert "gift 2”" in second and "gift 1”" in second


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_the_screens_read_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        seen = len(bot.seen(it.ann))
        await it.says(it.ann, "/points")
        await it.says(it.ann, "/points how")
        await it.stream(it.ann, it.ben, words="Is it hot?")
        await it.orders(it.ann, 42)
        await it.says(it.hana, "/give points Ann 20 for the teapot")
        began = len(bot.seen(it.ann))
        for text in ("/points", "/points history", "/leaderboard"):
            await it.says(it.ann, text)
        matches(f"loyalty/points.{language}", screen([*bot.seen(it.ann)[seen : seen + 2], *bot.seen(it.ann)[began:]]))
