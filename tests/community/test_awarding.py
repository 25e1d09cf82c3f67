"""Badges by rule: whoever gets one in one statement for all is whoever one would give it to, looking at each alone."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.community.awarding import award
from bot.community.awards import Awards
from bot.community.badges import KeptBadge
from bot.community.facts import Facts
from bot.community.rules import holds
from bot.errors import UserError
from bot.model.badges import AwardSource, Badge
from bot.model.events import BadgeAwarded, Event
from bot.model.rules import AllOf, AnyOf, Comparison, Condition, FactValue, Not, Rule
from bot.storage.award_tables import awards, badges
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.tables import member_facts, members
from bot.storage.work import Work
from tests.community.people import START, add_community, add_members

NUMBERS, TEXTS = ("streams", "orders", "streak"), ("stage", "mood")


def numbers() -> st.SearchStrategy[Condition]:
    """A fact compared with a number, or with yes or no."""
    value = st.one_of(st.integers(-1, 4), st.sampled_from([0.5, 2.5]))
    ways = st.sampled_from([one for one in Comparison if not one.needs_words])
    compared = st.builds(Condition, fact=st.sampled_from(NUMBERS), comparison=ways, value=value)
    said = st.builds(Condition, fact=st.sampled_from(NUMBERS), comparison=st.just(Comparison.IS), value=st.booleans())
    return st.one_of(compared, said)


def texts() -> st.SearchStrategy[Condition]:
    """A fact compared with a text, or looked through for one."""
    ways = st.sampled_from([Comparison.IS, Comparison.IS_NOT])
    among = st.sampled_from([Comparison.HAS, Comparison.HAS_NOT])
    named = st.sampled_from(["new", "Old", "it's"])
    return st.one_of(
        st.builds(Condition, fact=st.sampled_from(TEXTS), comparison=ways, value=st.one_of(named, st.just(""))),
        st.builds(Condition, fact=st.sampled_from(TEXTS), comparison=among, value=named),
    )


RULES: st.SearchStrategy[Rule] = st.recursive(
    st.one_of(numbers(), texts()),
    lambda rule: st.one_of(
        st.builds(AllOf, parts=st.lists(rule, max_size=3).map(tuple)),
        st.builds(AnyOf, parts=st.lists(rule, max_size=3).map(tuple)),
        st.builds(Not, part=rule),
    ),
    max_leaves=5,
)
KNOWN = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.integers(0, 4) for name in NUMBERS},
        **{name: st.sampled_from(["new", "old", "it's", "it's\nold", "older\nnew"]) for name in TEXTS},
    },
)


async def add_badge(database: Database, community_id: int, name: str, *levels: Rule) -> KeptBadge:
    """A badge that its rule gives."""
    values = {"community_id": community_id, "plugin": "tea", "name": name, "created_at": START}
    async with database.write() as transaction:
        id = await transaction.insert(sa.insert(badges).values(**values))
    badge = Badge(name=name, levels=levels)
    return KeptBadge(id, community_id, "tea", badge, True, False, True, None, {})


async def learn(database: Database, known: Mapping[int, Mapping[str, FactValue]]) -> None:
    """Let these be the members' facts."""
    rows = [
        {
            "member_id": id,
            "fact": fact,
            "number": None if isinstance(value, str) else float(value),
            "text": value if isinstance(value, str) else None,
        }
        for id, facts in known.items()
        for fact, value in facts.items()
    ]
    async with database.write() as transaction:
        await transaction.execute(sa.delete(member_facts))
        for row in rows:
            await transaction.execute(sa.insert(member_facts).values(**row))


class Heard:
    """What a work tells others."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def __call__(self, event: Event) -> Sequence[Line]:
        self.events.append(event)
        return ()


async def look(database: Database, kept: Sequence[KeptBadge], ids: Sequence[int], *, tell: bool = True) -> list[Event]:
    """Look at some members; returns what others hear of it."""
    heard = Heard()
    async with Work(database, VirtualClock(START), heard) as work:
        await award(work, kept[0].community_id, kept, ids, tell=tell)
    return heard.events


async def has(database: Database) -> dict[tuple[int, int], int]:
    """By badge and member the highest level that stands."""
    async with database.read() as reader:
        rows = await reader.rows(sa.select(awards).where(awards.c.taken_at.is_(None)))
    found: dict[tuple[int, int], int] = {}
    for row in rows:
        key = (row.badge_id, row.member_id)
        found[key] = max(found.get(key, 0), row.level)
    return found


@pytest.mark.long
@given(
    rules=st.lists(st.lists(RULES, min_size=1, max_size=3), min_size=1, max_size=3),
    evenings=st.lists(st.lists(KNOWN, min_size=3, max_size=3), min_size=1, max_size=3),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_all_at_once_is_as_one_by_one(
    database: Database, rules: list[list[Rule]], evenings: list[list[dict[str, FactValue]]]
) -> None:
    community_id = await add_community(database)
    ids = await add_members(database, community_id, 3)
    kept = [await add_badge(database, community_id, f"badge-{place}", *levels) for place, levels in enumerate(rules)]
    expected: dict[tuple[int, int], int] = {}
    for evening in evenings:
        known = dict(zip(ids, evening, strict=True))
        await learn(database, known)
        await look(database, kept, ids)
        for one in kept:
            for id, facts in known.items():
                reached = max((n for n, rule in enumerate(one.badge.levels, 1) if holds(rule, facts)), default=0)
                if reached > expected.get((one.id, id), 0):
                    expected[one.id, id] = reached
        got = {key: level for key, level in (await has(database)).items() if key[1] in ids}
        assert got == expected


@pytest.fixture
async def town(each_database: Database) -> tuple[Database, KeptBadge, list[int]]:
    """Three members, and a badge for 1 and for 3 streams."""
    community_id = await add_community(each_database)
    ids = await add_members(each_database, community_id, 3)
    levels = (Condition(fact="streams", value=1), Condition(fact="streams", value=3))
    return each_database, await add_badge(each_database, community_id, "guest", *levels), ids


Town = tuple[Database, KeptBadge, list[int]]


async def test_others_hear_once_of_each_level_and_who_won_it(town: Town) -> None:
    database, kept, [ann, ben, cid] = town
    await learn(database, {ann: {"streams": 1}, ben: {"streams": 3}, cid: {"streams": 1}})
    heard = [event for event in await look(database, [kept], [ann, ben, cid]) if isinstance(event, BadgeAwarded)]
    assert [(event.level, event.member_ids, event.badge) for event in heard] == [
        (1, (ann, cid), "guest"),
        (2, (ben,), "guest"),
    ]
    assert await look(database, [kept], [ann, ben, cid]) == []
    await learn(database, {ann: {"streams": 3}})
    assert await look(database, [kept], [ann], tell=False) == []
    assert (await has(database))[kept.id, ann] == 2


async def test_what_was_taken_no_level_of_it_comes_by_the_rule_again(town: Town) -> None:
    database, kept, [ann, ben, _] = town
    await learn(database, {ann: {"streams": 1}, ben: {"streams": 1}})
    await look(database, [kept], [ann, ben])
    async with Work(database, VirtualClock(START)) as work:
        assert await Awards(work).take(kept, ann, ben) == 1
    await learn(database, {ann: {"streams": 3}, ben: {"streams": 3}})
    await look(database, [kept], [ann, ben])
    assert await has(database) == {(kept.id, ben): 2}
    async with Work(database, VirtualClock(START)) as work:
        assert await Awards(work).would_get(kept, 5) == (0, [])
        assert await Awards(work).give(kept, ann, "sorry", ben) == 1
        assert await Awards(work).give(kept, ann, "and more", ben) == 2
        with pytest.raises(UserError):
            await Awards(work).give(kept, ann, "too much", ben)


async def test_a_badge_of_a_linked_account_is_the_members_own(town: Town) -> None:
    database, kept, [ann, side, _] = town
    await learn(database, {side: {"streams": 1}})
    await look(database, [kept], [side])
    async with database.write() as transaction:
        await transaction.execute(sa.update(members).where(members.c.id == side).values(counts_for=ann))
    await learn(database, {ann: {"streams": 2}})
    await look(database, [kept], [ann, side])
    assert await has(database) == {(kept.id, side): 1}
    async with Work(database, VirtualClock(START)) as work:
        assert [won.level for won in await Awards(work).of(ann)] == [1]
        assert [won.level for won in (await Awards(work).of_many([ann]))[ann]] == [1]
        assert [holder.member_id for holder in await Awards(work).holders(kept, 5)] == [ann]
        assert await Awards(work).counts(kept.community_id) == {kept.id: 1}
        assert await Awards(work).would_get(kept, 5) == (0, [])
    await learn(database, {ann: {"streams": 3}})
    await look(database, [kept], [ann, side])
    assert (await has(database))[kept.id, ann] == 2


async def test_what_somebody_has_is_a_fact_that_rules_may_ask_for(town: Town) -> None:
    database, kept, [ann, ben, _] = town
    await learn(database, {ann: {"streams": 3}})
    await look(database, [kept], [ann, ben])

    async def known(member_id: int) -> Mapping[str, FactValue]:
        async with Work(database, VirtualClock(START)) as work:
            return await Facts(work, ()).of(member_id)

    assert await known(ann) == {"streams": 3, "badges.guest": 2}
    async with Work(database, VirtualClock(START)) as work:
        await Awards(work).give(kept, ben, "for tea", ann)
        await Awards(work).take(kept, ann, ben)
    assert (await known(ann), await known(ben)) == ({"streams": 3}, {"badges.guest": 1})
    async with Work(database, VirtualClock(START)) as work:
        await Awards(work).give_back(kept, ann)
    assert holds(Condition(fact="badges.guest", value=2), await known(ann))


async def test_who_left_wins_nothing_until_they_are_back(town: Town) -> None:
    database, kept, [ann, _, _] = town
    await learn(database, {ann: {"streams": 1}})
    async with database.write() as transaction:
        await transaction.execute(sa.update(members).where(members.c.id == ann).values(left_at=START))
    await look(database, [kept], [ann])
    assert await has(database) == {}
    async with database.write() as transaction:
        await transaction.execute(sa.update(members).where(members.c.id == ann).values(left_at=None))
    await look(database, [kept], [ann])
    assert await has(database) == {(kept.id, ann): 1}


async def test_a_backfill_goes_from_member_to_member_and_ends(town: Town) -> None:
    database, kept, ids = town
    await learn(database, {id: {"streams": 1} for id in ids})
    last, given = 0, 0
    for _ in range(3):
        async with Work(database, VirtualClock(START)) as work:
            last, new = await Awards(work).backfill(kept, Facts(work, ()), last, 2)
            given += new
    assert (last, given) == (0, 3)
    async with Work(database, VirtualClock(START + timedelta(days=1))) as work:
        assert {won.source for id in ids for won in await Awards(work).of(id)} == {AwardSource.BACKFILL}
        assert await Awards(work).news(kept.community_id, START, START + timedelta(days=99), 10) == []
