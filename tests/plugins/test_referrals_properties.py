"""Whatever people do, in whatever order: states and points are what a slow and obvious reckoning says."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.community.activities import ATTENDED, Activities
from bot.community.linking import Links
from bot.community.people import People
from bot.platforms.local.records import Person
from tests.plugins.bringing import Town, town
from tests.plugins.brought import Book

INVITERS, NEWCOMERS = ("Ann", "Ben"), ("Cid", "Dan", "Eva")
NEW, OLD = st.sampled_from(NEWCOMERS), st.sampled_from(INVITERS)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("joins"), NEW, st.none() | OLD),
        st.tuples(st.just("claims"), NEW, OLD),
        st.tuples(st.just("leaves"), NEW),
        st.tuples(st.just("links"), NEW, st.sampled_from(INVITERS + NEWCOMERS)),
        st.tuples(st.just("attends"), NEW),
        st.tuples(st.just("orders"), NEW),
        st.tuples(st.just("refunds"), NEW),
        st.tuples(st.just("approves"), st.integers(0, 3)),
        st.tuples(st.just("refuses"), st.integers(0, 3)),
        st.tuples(st.just("passes")),
    ),
    min_size=4,
    max_size=16,
)
THROUGH = [("attends", "Cid"), ("orders", "Cid"), ("passes",), ("passes",)]


class Both:
    """The bot, and the book beside it."""

    def __init__(self, here: Town) -> None:
        self.here = here
        self.book = Book(here.bot.clock.now(), INVITERS, NEWCOMERS)
        self.who: dict[str, Person] = {"Ann": here.ann, "Ben": here.ben}
        self.who |= {name: here.outside(name) for name in NEWCOMERS}
        self.count = 0

    async def does(self, step: tuple[Any, ...]) -> None:
        """One step, in both."""
        await getattr(self, step[0])(*step[1:])
        book, states = self.book, await self.here.states()
        assert states == list(book.states()), step
        for circle in book.circles:
            known = [name for name in circle if book.people[name].known]
            if known:
                person = self.who[known[0]]
                assert await self.here.pending(person) == book.points(circle, "qualified"), step
                assert await self.here.paid(person) == book.points(circle, "paid"), step
        await self.here.sums_are_right()

    async def joins(self, name: str, by: str | None) -> None:
        if not self.book.people[name].inside:
            await self.here.joins(self.who[name], None if by is None else self.who[by])
        self.book.joins(name, by)

    async def claims(self, name: str, whose: str) -> None:
        await self.here.claims(self.who[name], await self.here.code(self.who[whose]))
        self.book.claims(name, whose)

    async def leaves(self, name: str) -> None:
        if self.book.people[name].inside:
            await self.here.leaves(self.who[name])
        self.book.leaves(name)

    async def links(self, name: str, other: str) -> None:
        book = self.book
        if book.people[name].known is None or book.people[other].known is None or name == other:
            return
        async with self.here.background() as ctx:
            people = People(ctx.db)
            one, two = [await people.recognise(self.who[each].actor, ctx.community) for each in (name, other)]
            await Links(ctx.db).join(one.person_id, two.person_id)
        await self.here.bot.app.turn()
        book.links(name, other)

    async def attends(self, name: str) -> None:
        if self.book.people[name].known is not None:
            self.count += 1
            async with self.here.background() as ctx:
                member_id = await self.here.id_of(self.who[name])
                await ctx.use(Activities).record(1, member_id, ATTENDED, f"stream:{self.count}")
            self.book.attends(name)

    async def orders(self, name: str) -> None:
        if self.book.people[name].known is not None:
            self.count += 1
            await self.here.orders(self.who[name], self.count)
            self.book.orders(name, f"order:{self.count}")

    async def refunds(self, name: str) -> None:
        orders = self.book.people[name].orders
        if orders:
            first = next(iter(orders))
            await self.here.orders(self.who[name], int(first.partition(":")[2]), refunded=True)
            self.book.refunds(name, first)

    async def approves(self, number: int) -> None:
        await self._decides(number, "approve", 0)

    async def refuses(self, number: int) -> None:
        await self._decides(number, "refuse")

    async def _decides(self, number: int, what: str, *more: int) -> None:
        if number < len(self.book.all):
            async with self.here.background() as ctx:
                token = ctx.button(f"referrals.{what}", number + 1, *more).token
            await self.here.presses(self.here.mona, token)
            getattr(self.book, f"{what}s")(number)

    async def passes(self) -> None:
        await self.here.later(days=4)
        self.book.passes(self.here.bot.clock.now())


async def lived(steps: list[tuple[Any, ...]]) -> None:
    async with town() as here:
        await here.chooses(order=True)
        both = Both(here)
        for step in steps:
            await both.does(step)


@pytest.mark.long
@pytest.mark.timeout(600)  # weeks of many towns
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
@example([("joins", "Cid", "Ann"), *THROUGH, ("passes",), ("passes",), ("refunds", "Cid")])
@example([("joins", "Cid", "Ann"), *THROUGH, ("leaves", "Cid"), ("joins", "Cid", "Ben"), ("passes",)])
@example([("claims", "Cid", "Ann"), ("joins", "Cid", "Ben"), ("approves", 0), *THROUGH, ("links", "Cid", "Ann")])
@example([("claims", "Cid", "Ann"), ("passes",), ("joins", "Cid", None), *THROUGH, ("passes",), ("passes",)])
@example([("joins", "Cid", "Ann"), ("joins", "Dan", "Ben"), *THROUGH, ("links", "Cid", "Dan"), ("passes",)])
def test_states_and_points_are_what_an_obvious_reckoning_says(steps: list[tuple[Any, ...]]) -> None:
    asyncio.run(lived(steps))
