"""Badges of accounts that are linked and parted: won together while they are one, and alone otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.activities import FEEDBACK_GIVEN, Activities
from bot.community.communities import Communities
from bot.community.linking import Links
from tests.plugins.badging import Evening
from tests.plugins.linking import evening as linked_evening

Act = tuple[str, int, int]
WHO = st.integers(0, 2)
STEPS = (1, 5, 20)


async def act(it: Evening, what: str, one: int, other: int, number: int) -> None:
    """Somebody answers, is linked with somebody, or parts from whom they were linked with."""
    async with it.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        persons = [await Links(work).person_of(id) for id in (one, other)]
        assert persons[0] is not None and persons[1] is not None
        if what == "answer":
            for part in range(3):
                await Activities(work).record(community.id, one, FEEDBACK_GIVEN, f"answer:{number}:{part}")
        elif what == "link":
            await Links(work).join(persons[0], persons[1])
        else:
            await Links(work).part(persons[0])
    await it.bot.passes(seconds=30)


async def answers(it: Evening, member_id: int) -> int:
    async with it.bot.app.parts.work() as work:
        return await Activities(work).count(member_id, FEEDBACK_GIVEN)


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["answer", "link", "part"]), WHO, WHO), min_size=6, max_size=16))
async def test_whoever_is_linked_with_whom_in_turn_a_badge_is_what_all_of_one_have_done(acts: list[Act]) -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ben, both.ann, both.nina)
        people = {who.name: await both.own_id(who) for who in (both.ben, both.nina, both.ann)}
        ids = list(people.values())
        for number, (what, one, other) in enumerate(acts):
            await act(it, what, ids[one], ids[other], number)
            for who in (both.ben, both.nina, both.ann):
                count = await answers(it, people[who.name])
                assert (await it.levels(who)).get("feedback", 0) == sum(count >= step for step in STEPS)


@pytest.mark.long
async def test_what_was_won_together_goes_when_they_part_and_what_each_won_stays() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ben, both.ann, both.nina)
        ann, nina = await both.own_id(both.ann), await both.own_id(both.nina)
        await act(it, "answer", ann, ann, 1)
        await act(it, "answer", nina, nina, 2)
        await both.link(both.ann, both.nina)
        await it.bot.passes(minutes=1)
        assert (await it.levels(both.nina))["feedback"] == 2
        await it.says(both.olga, "/badge give Ann helper for both")
        await both.unlink(both.ann)
        await it.bot.passes(minutes=1)
        assert await it.levels(both.ann) == {"feedback": 1, "helper": 1}
        assert await it.levels(both.nina) == {"feedback": 1}


@pytest.mark.long
async def test_a_streak_of_then_is_left_to_who_may_have_had_it_alone() -> None:
    async with linked_evening() as both:
        it = Evening(both.bot, both.olga, both.ben, both.ann, both.nina)
        await both.link(both.ann, both.nina)
        for _ in range(3):
            await both.stream(both.ann)
        await both.stream(both.ben)
        await both.unlink(both.ann)
        await it.bot.passes(minutes=1)
        assert (await it.levels(both.ann))["streak"] == 1
