"""Stamp cards and causes as members, hosts and moderators meet them."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.activities import ORDERED, Activities
from bot.community.communities import Communities
from bot.community.linking import Links
from bot.model.points import Balance
from bot.platforms.local.records import Person
from bot.storage.points_tables import balances
from bot.storage.tables import activities, members
from bot.testing import whole_bot
from plugins.loyalty._tables import used_stamps
from tests.plugins.linking import evening as linked_evening
from tests.plugins.loyal import Evening, evening_of
from tests.snapshots.compare import matches, screen


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot, "en")


async def orders(it: Evening, person: Person, *numbers: int) -> None:
    for number in numbers:
        await it.orders(person, 0.5, number)  # too little for points of their own


async def recorded(it: Evening, kind: str) -> list[float | None]:
    async with it.bot.app.parts.database.read() as reader:
        rows = await reader.rows(sa.select(activities.c.value).where(activities.c.kind == kind))
    return [value for (value,) in rows]


@pytest.mark.long
async def test_a_full_card_brings_its_points_and_a_new_one_begins(it: Evening) -> None:
    await orders(it, it.ann, 1)  # before the card, so no stamp
    await it.says(it.hana, "/card add ordered 3 50 Three orders")
    await orders(it, it.ann, 2, 3)
    assert "●●○ Three orders: 2 of 3 (an order), 50 points for a full one." in await it.says(it.ann, "/stamps")
    assert await it.balance(it.ann) == Balance()
    await orders(it, it.ann, 4, 4, 5)  # one order twice is one stamp
    assert await it.balance(it.ann) == Balance(50, 0, 0)
    assert "●○○ Three orders: 1 of 3 (an order), 50 points for a full one; one filled so far." in await it.says(
        it.ann, "/stamps"
    )
    assert await recorded(it, "card_full") == [50]
    assert (await it.facts(it.ann))["cards_full"] == 1
    assert "for a full stamp card" in await it.says(it.ann, "/points history")


@pytest.mark.long
async def test_a_host_hands_over_what_a_full_card_is_for_and_only_once(it: Evening) -> None:
    await it.says(it.hana, '/card add "an order" 2 0 A teapot')
    assert "Ann has no full card" in await it.says(it.hana, "/stamp Ann")
    await orders(it, it.ann, 1, 2, 3, 4)
    assert (await it.says(it.ann, "/stamps")).count("Full: A teapot.") == 2
    assert "Ann has 2 full cards." in await it.says(it.hana, "/stamp Ann")
    assert await it.presses(it.hana, "Handed over: A teapot") == "A teapot is handed over to Ann."
    assert "handed over before" in await it.presses(it.hana, "Handed over: A teapot")
    assert "Ann has a full card." in await it.says(it.hana, "/stamp Ann")
    assert "This is for hosts." in await it.says(it.ben, "/stamp Ann")


@pytest.mark.long
async def test_streams_are_stamped_at_their_end(it: Evening) -> None:
    await it.says(it.hana, "/card add attended 2 5 Two evenings")
    await it.stream(it.ann, it.ben)
    await it.stream(it.ann)
    assert await recorded(it, "card_full") == [5]
    assert "1 of 2" in await it.says(it.ben, "/stamps")


@pytest.mark.long
async def test_a_card_that_is_closed_counts_no_more_and_is_still_handed_over(it: Evening) -> None:
    await it.says(it.hana, "/card add ordered 2 0 A teapot")
    await orders(it, it.ann, 1, 2, 3)
    await it.says(it.hana, "/card close a teapot")
    await orders(it, it.ann, 4)
    told = await it.says(it.ann, "/stamps")
    assert told.count("Full: A teapot.") == 1 and "of 2" not in told
    await it.says(it.hana, "/stamp Ann")
    assert "is handed over" in await it.presses(it.hana, "Handed over: A teapot")


@pytest.mark.long
async def test_a_stamp_that_is_there_by_mistake_is_taken_off_and_put_back(it: Evening) -> None:
    await it.says(it.hana, "/card add ordered 2 10 Two orders")
    assert "Ann has no stamp on “Two orders”" in await it.says(it.hana, "/card unstamp Ann Two orders")
    await orders(it, it.ann, 1)
    assert "Ann has 0 of 2 stamps on “Two orders”." in await it.says(it.hana, "/card unstamp Ann two orders")
    await orders(it, it.ann, 2)
    assert await it.balance(it.ann) == Balance()
    assert "1 of 2" in await it.says(it.ann, "/stamps")
    assert "Ann has 0 of 2 stamps" in await it.presses(it.hana, "Put it back")  # and so the card is full
    assert await it.balance(it.ann) == Balance(10, 0, 0)
    assert "no stamp to put back" in await it.presses(it.hana, "Put it back")
    assert "has no stamp" in await it.says(it.hana, "/card unstamp Ann Two orders")


@pytest.mark.long
async def test_linked_accounts_fill_one_card_together() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ann, both.nina)
        await it.says(both.olga, "/card add ordered 3 10 Three")
        await orders(it, both.ann, 1)
        await orders(it, both.nina, 2)
        await both.link(both.ann, both.nina)
        await orders(it, both.nina, 3)
        assert await it.balance(both.ann) == Balance(10, 0, 0)
        await both.unlink(both.ann)
        assert "0 of 3" in await it.says(both.nina, "/stamps")
        assert "0 of 3" in await it.says(both.ann, "/stamps")


@pytest.mark.long
async def test_accounts_that_are_linked_fill_at_once_what_they_have_together() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ann, both.nina)
        await it.says(both.olga, "/card add ordered 3 10 Three")
        await orders(it, both.ann, 1, 2)
        await orders(it, both.nina, 2, 3)  # the second both did: once
        await both.link(both.ann, both.nina)
        await it.bot.passes(minutes=1)
        assert await it.balance(both.ann) == Balance(10, 0, 0)
        assert "0 of 3" in await it.says(both.nina, "/stamps")


@pytest.mark.long
async def test_after_a_link_is_undone_each_goes_on_filling_their_own() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ann, both.nina)
        await it.says(both.olga, "/card add ordered 2 10 Two")
        await it.says(both.olga, "/card add attended 2 10 Evenings")
        await orders(it, both.nina, 1, 2)
        await both.stream(both.nina)
        await both.stream(both.nina)
        await both.link(both.ann, both.nina)
        await orders(it, both.ann, 3, 4)  # the second card of both, and the first of Ann
        await both.stream(both.ann)
        await both.stream(both.ann)
        await both.unlink(both.ann)
        await orders(it, both.ann, 5, 6)
        await both.stream(both.ann, both.ben)
        await both.stream(both.ann, both.ben)
        assert await recorded(it, "card_full") == [10] * 7
        assert (await it.says(both.ann, "/stamps")).count("2 filled so far") == 2
        assert (await it.says(both.nina, "/stamps")).count("one filled so far") == 2


Act = tuple[str, int, int]
WHO = st.integers(0, 2)


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["order", "order", "link", "part"]), WHO, WHO), max_size=25))
async def test_whoever_is_linked_with_whom_in_turn_no_stamp_fills_two_cards(acts: list[Act]) -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ann, both.nina)
        await it.says(both.olga, "/card add ordered 3 10 Three")
        people = [await both.own_id(who) for who in (both.ben, both.nina, both.ann)]
        for number, (what, one, other) in enumerate(acts):
            await act(it, what, people[one], people[other], number)
        async with both.bot.app.parts.database.read() as reader:
            kept = await reader.rows(sa.select(activities.c.member_id, activities.c.kind))
            used = Counter([whose for (whose,) in await reader.rows(sa.select(used_stamps.c.member_id))])
            points = sum([points for (points,) in await reader.rows(sa.select(balances.c.posted))])
            acting = sa.func.coalesce(members.c.counts_for, members.c.id).label("whose")
            family = {row.id: row.whose for row in await reader.rows(sa.select(members.c.id, acting))}
        ordered = Counter(whose for whose, kind in kept if kind == ORDERED)
        full = sum(kind == "card_full" for _, kind in kept)
        assert used <= ordered
        assert full * 3 == used.total()
        assert points == full * 10
        left = Counter(family[whose] for whose in (ordered - used).elements())
        assert all(count < 3 for count in left.values())


async def act(it: Evening, what: str, one: int, other: int, number: int) -> None:
    """Somebody orders, or is linked with somebody, or parts from whom they were linked with."""
    async with it.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        persons = [await Links(work).person_of(id) for id in (one, other)]
        assert persons[0] is not None and persons[1] is not None
        if what == "order":
            await Activities(work).record(community.id, one, ORDERED, f"order:{number}", value=0.5)
        elif what == "link":
            await Links(work).join(persons[0], persons[1])
        else:
            await Links(work).part(persons[0])
    await it.bot.passes(seconds=30)


@pytest.mark.long
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("/card add nonsense 3 0 Thing", "“nonsense” is nothing that can be stamped. There are: "),
        ("/card add ordered 1 0 Thing", "A card takes 2 to 100 stamps"),
        ("/card add ordered 3 0 a teapot", "There is a card “a teapot” already."),
        ("/card close Thing", "There is no open card “Thing”. There are: A teapot."),
        ("/cause give 5", "No cause is open. Nothing was given."),
        ("/cause close Thing", "No cause is open."),
        ("/cause add Thing 0", "A goal is 1 to 100,000,000 points."),
    ],
)
async def test_what_does_not_fit_is_refused_and_says_why(it: Evening, typed: str, says: str) -> None:
    await it.says(it.hana, "/card add ordered 3 0 A teapot")
    assert says in await it.says(it.hana, typed)


# ---- causes -------------------------------------------------------------------------------------------------------


@pytest.mark.long
async def test_members_give_points_that_are_counted_for_everybody(it: Evening) -> None:
    await it.says(it.hana, "/give points Ann 30 for the teapot")
    await it.says(it.hana, "/give points Ben 10 for the cup")
    await it.says(it.hana, "/cause add Shelter 25")
    told = await it.says(it.ann, "/cause give 20")
    assert told == "20 points of yours went to Shelter, which has 20 now. You have 10 points left."
    assert "You have 10 points. Nothing was given." in await it.says(it.ann, "/cause give 11")
    await it.says(it.ann, "/cause give 4 shelter")
    assert "• Shelter: 24 points from 1 person, hoped for: 25" in await it.says(it.ben, "/cause list")
    await it.presses(it.ben, "Give to Shelter")
    form = it.bot.chat.forms(it.ben)[-1].form
    await it.bot.submits(it.ben, form, {"amount": "3"})
    await it.bot.passes(minutes=1)
    assert "Shelter has what was hoped for: 27 points from 2 people. Thank you!" in it.bot.texts(it.ann)
    assert "Shelter: 27 points from 2 people" in await it.says(it.hana, "/cause list")
    assert (await it.facts(it.ann))["given_to_causes"] == 24
    assert "−4 for a cause: Shelter" in await it.says(it.ann, "/points history")
    assert "Shelter is closed with 27 points." in await it.says(it.hana, "/cause close Shelter")
    await it.bot.passes(minutes=1)
    assert "Shelter is closed. Together you gave 27 points, from 2 people. Thank you!" in it.bot.texts(it.ann)
    assert "was closed meanwhile" in await it.presses(it.ben, "Give to Shelter")
    assert await it.balance(it.ann) == Balance(6, 0, 0)


@pytest.mark.long
async def test_of_many_gifts_at_once_no_more_is_counted_than_was_paid(it: Evening) -> None:
    await it.says(it.hana, "/give points Ann 30 for the teapot")
    await it.says(it.hana, "/cause add Shelter")
    await asyncio.gather(*(it.bot.says(it.ann, "/cause give 10") for _ in range(5)))
    assert await it.balance(it.ann) == Balance()
    assert "Shelter: 30 points from 1 person" in await it.says(it.hana, "/cause list")


@pytest.mark.long
async def test_what_was_given_stays_given_when_the_giver_is_forgotten(it: Evening) -> None:
    await it.says(it.hana, "/give points Ann 30 for the teapot")
    await it.says(it.hana, "/cause add Shelter")
    await it.says(it.ann, "/cause give 10")
    await it.says(it.ann, "/forget")
    labels = [action.label for row in it.bot.seen(it.ann)[-1].message.actions for action in row]
    await it.presses(it.ann, labels[0])
    await it.bot.passes(minutes=5)
    assert "Shelter: 10 points from 0 people" in await it.says(it.hana, "/cause list")


@pytest.mark.long
async def test_what_was_given_during_a_stream_stands_in_its_recap(it: Evening) -> None:
    await it.says(it.hana, "/give points Ann 30 for the teapot")
    await it.says(it.hana, "/cause add Shelter")
    await it.bot.says(it.hana, "/stream start Tea night")
    await it.bot.says(it.ann, "hello")
    await it.bot.passes(minutes=10)
    await it.says(it.ann, "/cause give 10")
    await it.bot.passes(minutes=10)
    await it.bot.says(it.hana, "/stream end")
    await it.bot.passes(minutes=10)
    assert any("Given to Shelter meanwhile: 10 points" in text for text in it.bot.texts(it.hana))


@pytest.mark.long
async def test_many_causes_are_read_page_by_page(it: Evening) -> None:
    for number in range(7):
        await it.says(it.hana, f'/cause add "Cause {number}"')
    first = await it.says(it.ann, "/cause list")
    assert "page 1 of 2" in first and "Cause 4" in first and "Cause 5" not in first
    second = await it.presses(it.ann, "More ›")
    assert "Cause 6" in second
    assert "Cause 0" in await it.presses(it.ann, "‹ Back")


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_the_screens_read_well(language: str) -> None:
    async with whole_bot(language=language) as bot:
        it = await evening_of(bot, language)
        began = len(bot.seen(it.hana)), len(bot.seen(it.ann))
        teapot, shelter = {"en": ("A teapot", "Shelter"), "cs": ("Čajník", "Útulek")}[language]
        for text in ("/stamps", "/cause list", f"/card add ordered 3 0 {teapot}", "/card add attended 12 50 Tea"):
            await it.says(it.hana, text)
        await orders(it, it.ann, 1, 2, 3, 4)
        await it.says(it.ann, "/stamps")
        await it.says(it.hana, "/stamp Ann")
        await it.says(it.hana, f"/cause add {shelter} 25")
        await it.says(it.hana, "/give points Ann 30 tea")
        for text in ("/cause give 5", f"/cause give 21 {shelter}", "/cause list"):
            await it.says(it.ann, text)
        await it.says(it.hana, f"/cause close {shelter}")
        await bot.passes(minutes=1)
        matches(f"loyalty/cards.{language}", screen([*bot.seen(it.hana)[began[0] :], *bot.seen(it.ann)[began[1] :]]))
