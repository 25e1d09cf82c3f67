"""The ledger: whatever happens in any order, no point is made, lost or spent twice, and nobody falls below zero."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.community.ledger import Ledger
from bot.community.refunds import Refunds
from bot.model.points import Award, Balance, LineKind, LineState, Paid
from bot.storage.database import Database
from bot.storage.points_tables import balances, ledger
from bot.storage.tables import members
from bot.storage.work import Work
from tests.community.people import START, add_community, add_members
from tests.community.purses import Purses

DAY = timedelta(days=1)


@dataclass
class Shop:
    """A community with two members, their points, and what these should be."""

    database: Database
    community_id: int
    ids: list[int]
    clock: VirtualClock

    def work(self) -> Work:
        return Work(self.database, self.clock)

    async def earn(self, member: int, amount: int, reference: str, *, waits: int = 0, lives: int | None = None) -> bool:
        """`waits` and `lives` count in days."""
        now = self.clock.now()
        async with self.work() as work:
            award = Award(member, amount, reference)
            expires_at = None if lives is None else now + lives * DAY
            got = await Ledger(work).earn(
                self.community_id, [award], "test", posts_at=now + waits * DAY, expires_at=expires_at
            )
        return bool(got)

    async def spend(self, member: int, amount: int, reference: str) -> Paid:
        async with self.work() as work:
            return await Ledger(work).spend(self.community_id, member, amount, "test", reference)

    async def reverse(self, about: str, by: str, amount: int | None = None) -> int:
        async with self.work() as work:
            return await Refunds(work).reverse(self.community_id, about, by=by, amount=amount)

    async def give_back(self, reference: str) -> int:
        async with self.work() as work:
            return await Ledger(work).give_back(self.community_id, reference)

    async def adjust(self, member: int, amount: int, reference: str) -> Paid:
        async with self.work() as work:
            return await Ledger(work).adjust(self.community_id, member, amount, "test", reference, note="so")

    async def pass_time(self) -> None:
        async with self.work() as work:
            while await Ledger(work).let_time_pass():
                """Until nothing is due."""

    async def balance(self, member: int) -> Balance:
        async with self.work() as work:
            return await Ledger(work).balance(member)

    async def link(self, member: int, into: int | None) -> None:
        async with self.database.write() as transaction:
            change = sa.update(members).where(members.c.id == member)
            await transaction.execute(change.values(counts_for=into))
        if into is not None:
            async with self.work() as work:
                await Ledger(work).collect([into, member])  # as the core does after a link


async def open_shop(database: Database) -> Shop:
    community_id = await add_community(database)
    return Shop(database, community_id, await add_members(database, community_id, 2), VirtualClock(START))


@pytest.fixture
async def shop(each_database: Database) -> Shop:
    return await open_shop(each_database)


async def assert_sound(shop: Shop) -> None:
    """The lines of each membership add up to its balance, which is never negative; so do the lots."""
    async with shop.database.read() as reader:
        lines = await reader.rows(sa.select(ledger).where(ledger.c.community_id == shop.community_id))
        kept = {row.member_id: row for row in await reader.rows(sa.select(balances))}
    for member in shop.ids:
        mine = [line for line in lines if line.member_id == member]
        sums = [
            sum(line.amount for line in mine if line.state == state) for state in (LineState.POSTED, LineState.PENDING)
        ]
        owed, unspent = sum(line.owed for line in mine), sum(line.unspent for line in mine)
        row = kept.get(member)
        assert (0, 0, 0) if row is None else (row.posted, row.pending, row.owed) == (*sums, owed)
        assert unspent == sums[0] >= 0


async def test_points_count_at_their_time_and_expire_at_theirs(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 10, "came:1", waits=7, lives=30)
    assert await shop.balance(ann) == Balance(0, 10, 0)
    shop.clock.advance(7 * DAY)
    await shop.pass_time()
    assert await shop.balance(ann) == Balance(10, 0, 0)
    shop.clock.advance(23 * DAY)
    await shop.pass_time()
    assert await shop.balance(ann) == Balance()
    async with shop.work() as work:
        told = [(line.kind, line.amount) for line in await Ledger(work).history(ann)]
    assert told == [(LineKind.EXPIRED, -10), (LineKind.EARNED, 10)]


async def test_what_expires_first_is_spent_first_and_comes_back_as_it_was(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 10, "lasts", lives=90)
    await shop.earn(ann, 10, "soon", lives=5)
    assert await shop.spend(ann, 12, "mug") is Paid.DONE
    shop.clock.advance(6 * DAY)
    await shop.pass_time()
    assert (await shop.balance(ann)).posted == 8
    assert await shop.give_back("mug") == 12
    assert await shop.give_back("mug") == 0
    assert (await shop.balance(ann)).posted == 10  # those of "soon" are over
    await assert_sound(shop)


async def test_a_refund_of_what_was_spent_is_owed_and_taken_from_what_comes(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 100, "order:1")
    assert await shop.spend(ann, 80, "mug") is Paid.DONE
    assert await shop.reverse("order:1", "refund:1") == 100
    assert await shop.reverse("order:1", "refund:1") == 0
    assert await shop.balance(ann) == Balance(0, 0, 80)
    await shop.earn(ann, 100, "order:2")
    assert await shop.balance(ann) == Balance(20, 0, 0)
    await assert_sound(shop)


async def test_an_order_bought_and_refunded_again_and_again_pays_nothing(shop: Shop) -> None:
    ann, _ = shop.ids
    bought = 0
    for number in range(4):
        await shop.earn(ann, 50, f"order:{number}")
        bought += (await shop.spend(ann, 50, f"mug:{number}")) is Paid.DONE
        await shop.reverse(f"order:{number}", f"refund:{number}")
    assert bought == 1
    await assert_sound(shop)


async def test_parts_of_an_order_are_refunded_up_to_the_whole(shop: Shop) -> None:
    ann, _ = shop.ids
    for waits in (0, 3):
        await shop.earn(ann, 10, f"order:{waits}", waits=waits)
        taken = [await shop.reverse(f"order:{waits}", f"refund:{number}", 4) for number in range(4)]
        assert taken == [4, 4, 2, 0]
    assert await shop.balance(ann) == Balance()


async def test_a_refund_that_comes_twice_is_one_refund(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 10, "order:1")
    assert [await shop.reverse("order:1", "refund:1", 4) for _ in range(2)] == [4, 0]
    assert (await shop.balance(ann)).posted == 6


async def test_what_expired_is_not_taken_a_second_time_by_a_refund(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 10, "order:1", lives=5)
    await shop.earn(ann, 10, "order:2")
    shop.clock.advance(6 * DAY)
    await shop.pass_time()
    assert await shop.reverse("order:1", "refund:1") == 0
    assert await shop.balance(ann) == Balance(10, 0, 0)


async def test_a_refund_takes_the_points_of_the_order_itself_while_they_are_there(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 10, "soon", lives=5)
    await shop.earn(ann, 10, "order:1")
    await shop.reverse("order:1", "refund:1")
    shop.clock.advance(6 * DAY)
    await shop.pass_time()
    assert await shop.balance(ann) == Balance()


async def test_what_one_account_got_or_paid_before_it_was_linked_is_known_of_both(shop: Shop) -> None:
    ann, other = shop.ids
    await shop.earn(other, 10, "came:1")
    await shop.earn(ann, 10, "came:2")
    assert await shop.spend(other, 5, "mug") is Paid.DONE
    await shop.link(other, ann)
    assert not await shop.earn(ann, 10, "came:1")
    assert await shop.spend(ann, 5, "mug") is Paid.KNOWN


async def test_two_accounts_spend_together_and_part_without_a_debt(shop: Shop) -> None:
    ann, other = shop.ids
    await shop.earn(ann, 5, "came:1")
    await shop.earn(other, 5, "came:1")
    await shop.link(other, ann)
    assert await shop.balance(ann) == await shop.balance(other) == Balance(10, 0, 0)
    assert not await shop.earn(other, 5, "came:1")
    assert await shop.spend(ann, 8, "mug") is Paid.DONE
    assert await shop.spend(other, 8, "mug") is Paid.KNOWN
    await shop.link(other, None)
    assert (await shop.balance(ann)).posted + (await shop.balance(other)).posted == 2
    await assert_sound(shop)


async def test_points_that_wait_at_an_account_linked_meanwhile_pay_what_is_owed_once_they_count(shop: Shop) -> None:
    ann, other = shop.ids
    await shop.earn(ann, 10, "order:1")
    await shop.spend(ann, 10, "mug")
    await shop.reverse("order:1", "refund:1")
    await shop.earn(other, 25, "order:2", waits=7)
    await shop.link(other, ann)
    assert await shop.balance(ann) == Balance(0, 25, 10)
    shop.clock.advance(7 * DAY)
    await shop.pass_time()
    assert await shop.balance(ann) == Balance(15, 0, 0)
    await assert_sound(shop)


async def test_a_link_lets_the_points_of_one_account_pay_what_the_other_owes(shop: Shop) -> None:
    ann, other = shop.ids
    await shop.earn(ann, 10, "order:1")
    await shop.spend(ann, 10, "mug")
    await shop.reverse("order:1", "refund:1")
    await shop.earn(other, 25, "came:1")
    await shop.link(other, ann)
    assert await shop.balance(ann) == Balance(15, 0, 0)
    await assert_sound(shop)


@pytest.mark.long
async def test_points_that_expire_and_come_back_in_one_moment_expire_again(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 20, "came:1", lives=5)
    await shop.spend(ann, 8, "mug")
    shop.clock.advance(5 * DAY)
    await shop.pass_time()
    assert await shop.give_back("mug") == 8
    assert await shop.balance(ann) == Balance()
    await assert_sound(shop)


@pytest.mark.long
async def test_many_who_came_get_theirs_in_one_statement(shop: Shop) -> None:
    crowd = await add_members(shop.database, shop.community_id, 300)
    awards = [Award(member, 10, "came:1") for member in crowd]
    async with shop.work() as work:
        assert await Ledger(work).earn(shop.community_id, awards, "test") == crowd
    async with shop.work() as work:
        assert await Ledger(work).earn(shop.community_id, awards[:10], "test") == ()
    assert (await shop.balance(crowd[-1])).posted == 10


@pytest.mark.long
async def test_of_many_who_spend_at_once_no_more_get_something_than_can_pay(shop: Shop) -> None:
    ann, _ = shop.ids
    await shop.earn(ann, 30, "came:1")
    got = await asyncio.gather(*(shop.spend(ann, 10, f"mug:{number}") for number in range(12)))
    assert got.count(Paid.DONE) == 3
    assert await shop.balance(ann) == Balance()
    await assert_sound(shop)


REFERENCES = st.sampled_from(["a", "b", "c"])
AMOUNTS = st.integers(1, 30)
WHO = st.integers(0, 1)
STEPS = st.one_of(
    st.tuples(st.just("earn"), WHO, AMOUNTS, REFERENCES, st.sampled_from([0, 0, 2, 9]), st.sampled_from([None, 4, 12])),
    st.tuples(st.just("spend"), WHO, AMOUNTS, REFERENCES.map("for {}".format)),
    st.tuples(st.just("give_back"), REFERENCES.map("for {}".format)),
    st.tuples(st.just("reverse"), REFERENCES, st.sampled_from(["r", "s", "t"]), st.none() | AMOUNTS),
    st.tuples(st.just("adjust"), WHO, st.integers(-20, 20).filter(bool), st.sampled_from(["by hand 1", "by hand 2"])),
    st.tuples(st.just("days"), st.integers(1, 6)),
    st.tuples(st.just("link")),
    st.tuples(st.just("part")),
)


async def take_step(shop: Shop, purses: Purses, step: tuple[Any, ...]) -> tuple[object, object]:
    """What the ledger makes of a step, and what the slow one does."""
    now = shop.clock.now()
    match step:
        case ("earn", who, amount, reference, waits, lives):
            member, expires_at = shop.ids[who], None if lives is None else now + lives * DAY
            expected = purses.earn(member, amount, reference, now, now + waits * DAY, expires_at)
            return await shop.earn(member, amount, reference, waits=waits, lives=lives), expected
        case ("spend", who, amount, reference):
            expected_paid = purses.spend(shop.ids[who], amount, reference, now)
            return await shop.spend(shop.ids[who], amount, reference), expected_paid
        case ("give_back", reference):
            return await shop.give_back(reference), purses.give_back(reference, now)
        case ("reverse", about, by, amount):
            return await shop.reverse(about, by, amount), purses.reverse(about, by, amount, now)
        case ("adjust", who, amount, reference):
            adjusted = purses.adjust(shop.ids[who], amount, reference, now)
            return await shop.adjust(shop.ids[who], amount, reference), adjusted
        case ("days", days):
            shop.clock.advance(days * DAY)
            purses.pass_time(shop.clock.now())
            await shop.pass_time()
        case ("link",):
            purses.link(shop.ids[1], shop.ids[0])
            await shop.link(shop.ids[1], shop.ids[0])
        case _:
            purses.acting[shop.ids[1]] = shop.ids[1]
            await shop.link(shop.ids[1], None)
    return None, None


@pytest.mark.long
@given(steps=st.lists(STEPS, max_size=25))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_happens_it_comes_to_what_a_slow_and_obvious_reckoning_says(
    each_database: Database, steps: list[tuple[Any, ...]]
) -> None:
    shop = await open_shop(each_database)
    purses = Purses({id: id for id in shop.ids})
    for step in steps:
        got, expected = await take_step(shop, purses, step)
        assert got == expected, step
        for member in shop.ids:
            has = await shop.balance(member)
            assert has == purses.balance(member), step
            assert not (has.posted and has.owed), step
        await assert_sound(shop)
