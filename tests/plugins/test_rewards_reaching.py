"""Which reward is next for somebody, and what their card says of it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.api import CardGoal, Comparison, Condition, Context, Member
from bot.community.people import People
from plugins.rewards import _reaching
from plugins.rewards._reaching import nearest
from plugins.rewards._reward import Kind, Reward
from tests.plugins.counter import counter


def reward(id: int, price: int, streams: int = 0) -> Reward:
    rule = Condition(fact="streams_attended", comparison=Comparison.AT_LEAST, value=streams) if streams else None
    return Reward(
        id=id,
        community_id=1,
        kind=Kind.CONTENT,
        title=f"R{id}",
        about="",
        content="",
        rule=rule,
        price=price,
        stock=None,
        per_member=1,
        opens_at=None,
        closes_at=None,
        hold_minutes=0,
        lasts_days=None,
        can_gift=False,
        cost=None,
        space_id=None,
        ref=None,
        ref_name="",
        is_open=True,
    )


def test_the_nearest_is_the_one_of_which_most_is_done_and_what_can_be_had_comes_first() -> None:
    cheap, dear, ruled = reward(1, 100), reward(2, 400), reward(3, 50, streams=4)
    found = nearest([cheap, dear, ruled], {"streams_attended": 1}, 80)
    assert found is not None and found.reward is cheap and found.short == 20 and not found.is_there
    found = nearest([cheap, dear, ruled], {"streams_attended": 4}, 80)
    assert found is not None and found.reward is ruled and found.is_there
    found = nearest([cheap, dear], {}, 1000)
    assert found is not None and found.reward is dear  # of two that can be had the dearer one
    assert nearest([], {}, 5) is None


@given(
    points=st.integers(0, 500),
    streams=st.integers(0, 10),
    some=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 9)), min_size=1, max_size=6),
)
def test_a_way_is_done_exactly_when_nothing_is_missing(points: int, streams: int, some: list[tuple[int, int]]) -> None:
    rewards = [reward(id, price, asked) for id, (price, asked) in enumerate(some, 1)]
    found = nearest(rewards, {"streams_attended": streams}, points)
    assert found is not None and 0 <= found.done <= 1
    there = [one for one, (price, asked) in zip(rewards, some, strict=True) if price <= points and asked <= streams]
    assert found.is_there is bool(there)
    assert not there or found.reward in there


async def test_a_picture_shows_its_own_person_alone_what_is_next() -> None:
    async with counter(2, points=30) as here:
        await here.reward(price=40)
        async with here.bot.app.parts.work() as work:
            ann, ben = [await People(work).get(id) for id in here.members]

            async def goal(reader: Member, of: Member) -> list[CardGoal]:
                ctx = Context(here.bot.app.parts, work, here.community, "rewards", reader, public=False)
                return [part for part in await _reaching.on_own_card(ctx, of) if isinstance(part, CardGoal)]

            [own] = await goal(ann, ann)
            assert (own.title, own.left, round(own.share, 2)) == ("Mug", "10 more points", 0.75)
            assert await goal(ben, ann) == []
        await here.earn(here.members, 10, "more")
        async with here.bot.app.parts.work() as work:
            ctx = Context(here.bot.app.parts, work, here.community, "rewards", ann, public=False)
            [there] = [part for part in await _reaching.on_own_card(ctx, ann) if isinstance(part, CardGoal)]
            assert (there.left, there.share) == ("yours to take", 1)
