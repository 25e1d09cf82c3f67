"""Many claim at once: exactly as many get one as there are, and nobody pays for nothing. On both databases."""

import asyncio
import random
from collections.abc import Sequence
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.people import People
from bot.core.context import Background
from bot.errors import UserError
from bot.model.identity import Member
from plugins.rewards import _claiming, _draws, _ending, _prizes, _waiting
from plugins.rewards._claiming import Wish
from plugins.rewards._grants import Grant
from plugins.rewards._tables import codes, grants
from tests.plugins.counter import Counter, counter

PRICE = 7


async def race(here: Counter, reward_id: int, member_ids: Sequence[int], **wish: int) -> tuple[list[Grant], list[str]]:
    """Let them all claim at the same moment; who got one, and why the others did not."""
    claims = (here.claim(reward_id, member_id, **wish) for member_id in member_ids)
    done = await asyncio.gather(*claims, return_exceptions=True)
    refused = [one.key for one in done if isinstance(one, UserError)]
    got = [one for one in done if isinstance(one, Grant)]
    assert len(got) + len(refused) == len(member_ids), [one for one in done if not isinstance(one, Grant | UserError)]
    return got, refused


@pytest.mark.long
@pytest.mark.timeout(600)  # the last of them waits for all others, on a busy machine for minutes
async def test_a_thousand_claims_on_ten_seats_at_once_give_ten(each_address: str) -> None:
    async with counter(1000, points=PRICE, database_url=each_address) as here:
        reward = await here.reward("custom", stock=10, price=PRICE, per_member=1)
        got, refused = await race(here, reward, here.members)
        assert len(got) == len({one.member_id for one in got}) == 10
        assert set(refused) == {"rewards-gone"}
        await here.assert_sound()


@pytest.mark.long
async def test_one_code_never_goes_to_two(each_address: str) -> None:
    async with counter(60, points=PRICE, database_url=each_address) as here:
        reward = await here.reward("code", price=PRICE)
        await here.codes(reward, 20)
        got, _ = await race(here, reward, here.members)
        assert len(got) == 20
        given = [row for row in await here.rows(codes) if row.grant_id is not None]
        assert len(given) == len({row.code for row in given}) == 20
        await here.assert_sound()


@pytest.mark.long
async def test_one_member_with_points_for_three_gets_three_of_many_rewards_at_once(each_address: str) -> None:
    async with counter(1, points=3 * PRICE, database_url=each_address) as here:
        made = [await here.reward(price=PRICE) for _ in range(12)]
        done = await asyncio.gather(*(here.claim(reward, here.members[0]) for reward in made), return_exceptions=True)
        assert sum(isinstance(one, Grant) for one in done) == 3
        assert {one.key for one in done if isinstance(one, UserError)} == {"rewards-short"}
        await here.assert_sound()


@pytest.mark.long
async def test_the_limit_for_each_member_holds_however_fast_they_press(each_address: str) -> None:
    async with counter(1, points=100 * PRICE, database_url=each_address) as here:
        reward = await here.reward(price=PRICE, per_member=2)
        got, refused = await race(here, reward, [here.members[0]] * 20)
        assert len(got) == 2
        assert set(refused) == {"rewards-enough"}
        await here.assert_sound()


@pytest.mark.long
async def test_a_press_that_arrives_many_times_claims_once(each_address: str) -> None:
    async with counter(1, points=100 * PRICE, database_url=each_address) as here:
        reward = await here.reward(price=PRICE, per_member=None)
        got, refused = await race(here, reward, [here.members[0]] * 20, nth=0)
        assert len(got) == 1
        assert set(refused) == {"rewards-pressed-before"}


@pytest.mark.long
async def test_a_kept_seat_is_paid_once_however_often_the_yes_arrives(each_address: str) -> None:
    async with counter(1, points=100 * PRICE, database_url=each_address) as here:
        reward = await here.reward(price=PRICE, stock=1, hold_minutes=10)
        kept = await here.claim(reward, here.members[0])
        done = await asyncio.gather(
            *(here.say_yes(kept.id, here.members[0]) for _ in range(20)), return_exceptions=True
        )
        assert sum(isinstance(one, Grant) for one in done) == 1
        await here.assert_sound()


@pytest.mark.long
async def test_a_failure_that_is_told_many_times_gives_the_points_back_once(each_address: str) -> None:
    async with counter(2, points=PRICE, database_url=each_address) as here:
        reward = await here.reward("custom", price=PRICE, stock=1)
        grant = await here.claim(reward, here.members[0])
        done = await asyncio.gather(*(here.fail(grant.id) for _ in range(10)))
        assert sum(done) == 1
        await here.claim(reward, here.members[1])
        await here.assert_sound()
        assert [row.state for row in sorted(await here.rows(grants), key=lambda row: row.id)] == [
            "failed",
            "delivering",
        ]


@pytest.mark.long
async def test_a_seat_that_becomes_free_in_a_crowd_goes_to_the_first_in_line(each_address: str) -> None:
    async with counter(30, points=PRICE, database_url=each_address) as here:
        first, second, *crowd = here.members
        reward = await here.reward("custom", stock=1, price=PRICE, per_member=1)
        grant = await here.claim(reward, first)
        async with here.at() as ctx:
            assert await _waiting.wait(ctx, reward, second, None) == 1
        failed, (got, _) = await asyncio.gather(here.fail(grant.id), race(here, reward, crowd))
        assert failed and got == []
        assert [(row.member_id, row.state) for row in await here.rows(grants) if row.id != grant.id] == [
            (second, "held")
        ]
        await here.assert_sound()


@pytest.mark.long
async def test_a_ticket_is_given_once_and_a_draw_is_drawn_once_however_often_it_is_asked_for(each_address: str) -> None:
    async with counter(6, database_url=each_address) as here:
        reward = await here.reward(stock=2, per_member=1)
        async with here.at() as ctx:
            closes = ctx.now + timedelta(hours=1)
            _, draw = await _draws.start(ctx, reward, 2, closes, _draws.Weights.EQUAL)
            people = [await People(ctx.db).get(id) for id in here.members]

        async def enter(member: Member) -> str:
            async with here.at() as ctx:
                return (await _draws.enter(ctx, draw.id, member))[1].ticket

        tickets = await asyncio.gather(*(enter(member) for member in people for _ in range(4)))
        assert len(set(tickets)) == len(people)

        async def reveal() -> bool:
            async with here.at() as ctx:
                return await _prizes.reveal(ctx, draw.id)

        here.clock.advance(timedelta(hours=2))
        async with here.at() as ctx:
            await _draws.close(ctx, draw.id)
        assert not any(await asyncio.gather(reveal(), reveal()))  # the list has to stand for a while
        here.clock.advance(_draws.CHECKED_FOR)
        assert sum(await asyncio.gather(*(reveal() for _ in range(5)))) == 1

        async def hand_out() -> None:
            async with here.at() as ctx:
                await _prizes.hand_out(ctx, draw.id)

        await asyncio.gather(*(hand_out() for _ in range(4)))
        given = await here.rows(grants)
        assert len(given) == len({row.member_id for row in given}) == 2
        await here.assert_sound()


@pytest.mark.long
async def test_everything_at_once_locks_nobody_out_and_stays_sound(each_address: str) -> None:
    draw = random.Random(7)
    async with counter(8, points=40, database_url=each_address) as here:
        made = [
            await here.reward("custom", stock=2, price=price, per_member=None, can_gift=True) for price in (1, 2, 3)
        ]

        async def act(turn: int) -> None:
            member, other, reward = *draw.sample(here.members, 2), draw.choice(made)
            try:
                async with here.at() as ctx:
                    match turn % 4:
                        case 0:
                            await _claiming.claim(ctx, Wish(reward, member))
                        case 1:
                            await _claiming.claim(ctx, Wish(reward, member, for_id=other))
                        case 2:
                            await _waiting.wait(ctx, reward, member, None)
                        case _:
                            given = await ctx.db.rows(sa.select(grants.c.id, grants.c.member_id))
                            id, holder = draw.choice(given) if given else (0, 0)
                            await draw.choice(ENDS)(ctx, id, holder)
            except UserError:
                pass

        states = set[str]()
        for start in range(0, 240, 12):
            await asyncio.gather(*(act(turn) for turn in range(start, start + 12)))
            await here.assert_sound()
            states |= {row.state for row in await here.rows(grants)}
        assert {"delivering", "failed", "given-up", "revoked", "held"} <= states


async def fail_it(ctx: Background, id: int, holder: int) -> None:
    await _ending.fail(ctx, id, "rewards-problem-host")


async def give_it_up(ctx: Background, id: int, holder: int) -> None:
    await _ending.give_up(ctx, id, holder)


async def take_it_back(ctx: Background, id: int, holder: int) -> None:
    await _ending.revoke(ctx, id, refund=True)


async def take_it(ctx: Background, id: int, holder: int) -> None:
    await _claiming.say_yes(ctx, id, holder)


ENDS = (fail_it, give_it_up, take_it_back, take_it)
