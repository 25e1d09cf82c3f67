"""Bounds of a day: whatever is earned in whatever order, nobody gets past them, and nobody is kept below them."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.community.ledger import Ledger
from bot.community.refunds import Refunds
from bot.model.points import Award, Balance, Bound
from bot.storage.database import Database
from tests.community.people import START
from tests.community.test_ledger import Shop, open_shop

DAY = timedelta(days=1)


def bounds_of(day: int, *most: tuple[int, tuple[str, ...]]) -> list[Bound]:
    """Bounds of the n-th day from the start."""
    begins = START + day * DAY
    return [Bound(many, reasons, begins, begins + DAY) for many, reasons in most]


ONE_RULE = ((10, ("chat",)),)
TWO_RULES = ((10, ("chat",)), (14, ("chat", "drop")))


async def earn(shop: Shop, member: int, amount: int, reason: str, reference: str, bounds: list[Bound]) -> int:
    """How many points came of it."""
    before = await shop.balance(member)
    async with shop.work() as work:
        award = Award(member, amount, reference)
        await Ledger(work).earn(shop.community_id, [award], reason, bounds=bounds)
    return (await shop.balance(member)).posted - before.posted


async def test_two_who_pay_at_once_keep_the_bound_together(each_database: Database) -> None:
    shop = await open_shop(each_database)
    ann, _ = shop.ids
    bounds = bounds_of(0, *ONE_RULE)
    await asyncio.gather(*(earn(shop, ann, 3, "chat", f"chat:{number}", bounds) for number in range(12)))
    assert await shop.balance(ann) == Balance(10, 0, 0)


async def test_a_refund_makes_no_room_for_the_same_again(each_database: Database) -> None:
    shop = await open_shop(each_database)
    ann, _ = shop.ids
    bounds = bounds_of(0, *ONE_RULE)
    for number in range(3):
        await earn(shop, ann, 10, "chat", f"order:{number}", bounds)
        async with shop.work() as work:
            await Refunds(work).reverse(shop.community_id, f"order:{number}", by="refund")
    assert await shop.balance(ann) == Balance()
    async with shop.work() as work:
        assert await Ledger(work).room(ann, bounds[0]) == 0


EARNED = st.tuples(st.integers(0, 1), st.integers(1, 9), st.sampled_from(["chat", "drop"]), st.integers(0, 2))


@pytest.mark.long
@given(steps=st.lists(EARNED, max_size=20), linked_at=st.none() | st.integers(0, 20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_it_comes_to_what_a_slow_and_obvious_reckoning_says(
    each_database: Database, steps: list[tuple[int, int, str, int]], linked_at: int | None
) -> None:
    shop = await open_shop(each_database)
    had: list[tuple[int, str, int, int]] = []  # who, what for, on which day, how many
    acting = {0: 0, 1: 1}
    for number, (who, amount, reason, ahead) in enumerate(sorted(steps, key=lambda step: step[3])):
        if number == linked_at:
            await shop.link(shop.ids[1], shop.ids[0])
            acting[1] = 0
        shop.clock.set(START + ahead * DAY + timedelta(minutes=number))
        left = amount
        for most, reasons in TWO_RULES:
            if reason in reasons:
                same = [
                    points
                    for someone, what, day, points in had
                    if (acting[someone], day) == (acting[who], ahead) and what in reasons
                ]
                left = min(left, most - sum(same))
        expected = max(0, left)
        bounds = bounds_of(ahead, *(rule for rule in TWO_RULES if reason in rule[1]))
        assert await earn(shop, shop.ids[who], amount, reason, f"{reason}:{number}", bounds) == expected
        had.append((who, reason, ahead, expected))
