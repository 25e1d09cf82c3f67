"""The ledger where somebody is forgotten: nothing is left of theirs, and everybody else's is as it was."""

from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.community.holdings import Holdings
from bot.model.points import Balance, Paid
from bot.storage.database import Database
from bot.storage.points_tables import balances, ledger, ledger_uses
from tests.community.people import add_members
from tests.community.purses import Purses
from tests.community.test_ledger import DAY, STEPS, WHO, Shop, assert_sound, open_shop, take_step

OFTEN_FORGOTTEN = st.one_of(STEPS, STEPS, STEPS, st.tuples(st.just("forget"), WHO))


@pytest.fixture
async def shop(each_database: Database) -> Shop:
    return await open_shop(each_database)


async def forget(shop: Shop, gone: list[int]) -> None:
    """As the core does with somebody and all who are one with them; for each of them somebody new comes."""
    for member in gone:
        await Holdings(()).erase(shop.database, member)
    async with shop.database.read() as reader:
        for column in (ledger.c.member_id, ledger_uses.c.member_id, balances.c.member_id):
            assert not await reader.rows(sa.select(column).where(column.in_(gone)))
    new = await add_members(shop.database, shop.community_id, len(gone))
    shop.ids[:] = [new.pop() if member in gone else member for member in shop.ids]


@pytest.mark.long
async def test_whoever_pays_together_with_somebody_who_is_forgotten_later_has_what_is_their_own(shop: Shop) -> None:
    ann, other = shop.ids
    await shop.earn(ann, 10, "came:1", lives=5)
    await shop.earn(other, 10, "came:2")
    await shop.link(other, ann)
    assert await shop.spend(ann, 15, "mug") is Paid.DONE
    await shop.link(other, None)
    await forget(shop, [ann])
    assert await shop.balance(other) == Balance(5, 0, 0)
    assert await shop.give_back("mug") == 5  # what they paid of it
    assert await shop.balance(other) == Balance(10, 0, 0)
    assert await shop.balance(shop.ids[0]) == Balance()
    shop.clock.advance(6 * DAY)
    await shop.pass_time()
    await assert_sound(shop)


@pytest.mark.long
@given(steps=st.lists(OFTEN_FORGOTTEN, max_size=25))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whoever_is_forgotten_at_any_time_leaves_nothing_and_takes_nothing_along(
    each_database: Database, steps: list[tuple[Any, ...]]
) -> None:
    shop = await open_shop(each_database)
    purses = Purses({id: id for id in shop.ids})
    for step in steps:
        if step[0] == "forget":
            await forget(shop, purses.forget(shop.ids[step[1]]))
            purses.acting |= {id: id for id in shop.ids if id not in purses.acting}
        else:
            got, expected = await take_step(shop, purses, step)
            assert got == expected, step
        for member in shop.ids:
            assert await shop.balance(member) == purses.balance(member), step
        await assert_sound(shop)
