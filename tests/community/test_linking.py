"""Links between persons, on each database: one root, no circles, and back to what was."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.linking import Links
from bot.community.people import People
from bot.community.preferences import Preferences
from bot.storage.database import Database
from bot.storage.tables import accounts, members, persons
from bot.storage.work import Work
from tests.community.people import START, add_community, add_members


async def a_crowd(database: Database, count: int) -> list[int]:
    """The ids of persons with an account each, who are all members of one community."""
    member_ids = await add_members(database, await add_community(database), count)
    async with database.write() as transaction:
        rows = await transaction.rows(sa.select(members.c.id, members.c.person_id).order_by(members.c.id))
        people = [person for id, person in rows if id in member_ids]
        for person in people:
            line = {"person_id": person, "platform": "local", "external_id": f"p{person}", "name": f"Guest {person}"}
            await transaction.execute(sa.insert(accounts).values(**line))
    return people


def at_work(database: Database) -> Work:
    return Work(database, VirtualClock(START + timedelta(days=1)))


async def join(database: Database, one: int, other: int) -> bool:
    async with at_work(database) as work:
        return await Links(work).join(one, other)


async def part(database: Database, who: int) -> bool:
    async with at_work(database) as work:
        return await Links(work).part(who)


async def state(database: Database) -> list[tuple[Any, ...]]:
    """All that a link changes of persons and members, but rows that a link had to make."""
    async with database.read() as reader:
        found = [tuple(row) for row in await reader.rows(sa.select(persons).order_by(persons.c.id))]
        mine = sa.select(members).where(members.c.by_link.is_(False)).order_by(members.c.id)
        return [*found, *(tuple(row) for row in await reader.rows(mine))]


async def check(database: Database) -> None:
    """Each way ends at somebody who acts, and each membership of those on it counts for that one's."""
    async with database.read() as reader:
        rows = await reader.rows(sa.select(persons.c.id, persons.c.points_to, persons.c.linked_to))
        to, ends = {row.id: row.linked_to for row in rows}, {row.id: row.points_to for row in rows}
        memberships = await reader.rows(sa.select(members))
    for person, end in ends.items():
        steps, at = 0, person
        while to[at] is not None:
            steps, at = steps + 1, to[at]
            assert steps <= len(to), "a circle"
        assert end == (at if at != person else None)
    by_place = {(row.community_id, row.person_id): row for row in memberships}
    for row in memberships:
        end = ends[row.person_id]
        expected = by_place[row.community_id, end].id if end is not None else None
        assert row.counts_for == expected


async def test_links_are_one_step_deep_and_undoing_one_parts_what_it_joined(each_database: Database) -> None:
    a, b, c, d = await a_crowd(each_database, 4)
    before = await state(each_database)
    assert await join(each_database, c, d)
    assert await join(each_database, b, d)
    assert await join(each_database, a, c)
    assert not await join(each_database, a, d)
    await check(each_database)
    async with at_work(each_database) as work:
        assert [one.person_id for one in await Links(work).accounts(d)] == [a, b, c, d]
    assert await part(each_database, d)
    await check(each_database)
    async with at_work(each_database) as work:
        assert [one.person_id for one in await Links(work).accounts(d)] == [d]
        assert [one.person_id for one in await Links(work).accounts(c)] == [a, b, c]
    for who in (b, c):
        await part(each_database, who)
    assert not await part(each_database, b)
    assert await state(each_database) == before


@pytest.mark.long
async def test_links_that_are_made_and_undone_at_once_make_no_circle(each_database: Database) -> None:
    people = await a_crowd(each_database, 5)
    pairs = [(one, other) for one in people for other in people if one < other]
    async with asyncio.TaskGroup() as tasks:
        for number, (one, other) in enumerate(pairs):
            tasks.create_task(join(each_database, *((one, other) if number % 2 else (other, one))))
            if number % 3 == 0:
                tasks.create_task(part(each_database, other))
    await check(each_database)


async def test_what_one_side_had_not_chosen_holds_as_the_other_chose_it_until_they_part(
    each_database: Database,
) -> None:
    a, b, c = await a_crowd(each_database, 3)
    async with each_database.write() as transaction:
        for person, values in ((a, {"zone": "Europe/Prague"}), (b, {}), (c, {"zone": "Asia/Tokyo", "language": "cs"})):
            if values:
                await transaction.execute(sa.update(persons).where(persons.c.id == person).values(**values))
    before = await state(each_database)
    await join(each_database, b, c)
    await join(each_database, a, b)
    async with each_database.read() as reader:
        row = await reader.row(sa.select(persons).where(persons.c.id == a))
    assert row is not None
    assert (row.zone, row.language) == ("Europe/Prague", "cs")
    await part(each_database, c)
    async with each_database.read() as reader:
        assert await reader.value(sa.select(persons.c.language).where(persons.c.id == a)) is None
    await part(each_database, b)
    assert await state(each_database) == before


async def test_who_acts_is_a_member_wherever_the_other_one_is_and_leaves_with_them(each_database: Database) -> None:
    (a,), (b,) = await a_crowd(each_database, 1), await a_crowd(each_database, 1)
    await join(each_database, a, b)
    await check(each_database)
    async with each_database.read() as reader:
        made = await reader.rows(sa.select(members).where(members.c.person_id == a).order_by(members.c.id))
    assert [row.left_at is not None for row in made] == [False, True]
    assert made[1].name == f"Guest {a}"


async def test_several_members_are_told_as_who_acts_for_them_and_hidden_as_any_of_their_accounts(
    each_database: Database,
) -> None:
    community_id = await add_community(each_database)
    ann, twin, ben, gone = await add_members(each_database, community_id, 4)
    async with each_database.write() as transaction:
        linked = sa.update(members).where(members.c.id == twin)
        await transaction.execute(linked.values(counts_for=ann, hidden=True))
        await transaction.execute(sa.delete(members).where(members.c.id == gone))
    async with at_work(each_database) as work:
        asked = [ann, twin, ben, gone]
        found = await People(work).of_many(asked)
        assert {id: member.id for id, member in found.items()} == {ann: ann, twin: ann, ben: ben}
        assert found[ben] == await People(work).get(ben)
        assert await Preferences(work).hidden(asked) == {ann, twin}
        assert await People(work).of_many([]) == {}
