"""Who an account belongs to, and where a space belongs, on every database and in races."""

import asyncio

import pytest
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.communities import Communities, Defaults
from bot.community.people import People
from bot.model.identity import AccountRef, Actor, Community, Role, SpaceRef
from bot.storage.database import Database
from bot.storage.tables import communities, members, persons
from bot.storage.work import Work
from tests.community.people import START

SPACE = SpaceRef("local", "main")
CLOCK = VirtualClock(START)


async def settled(database: Database) -> Community:
    """The community of the one space."""
    async with Work(database, CLOCK) as work:
        return await Communities(work).settle_in(SPACE, Defaults())


async def met(database: Database, community: Community, name: str) -> int:
    """The id of the member behind an account of that name."""
    async with Work(database, CLOCK) as work:
        member = await People(work).recognise(Actor(AccountRef("local", name), name), community)
        return member.id


async def count(database: Database, table: sa.Table) -> int:
    async with database.read() as reader:
        return int(await reader.value(sa.select(sa.func.count()).select_from(table)))


async def test_a_space_that_two_settle_at_once_is_one_community(each_database: Database) -> None:
    first, second = await asyncio.gather(settled(each_database), settled(each_database))
    assert first == second
    assert await count(each_database, communities) == 1


@pytest.mark.long
async def test_an_account_that_two_see_at_once_is_one_person(each_database: Database) -> None:
    community = await settled(each_database)
    seen = await asyncio.gather(*(met(each_database, community, "Ann") for _ in range(2)))
    assert seen[0] == seen[1]
    assert await count(each_database, persons) == 1


@pytest.mark.parametrize("called", ["Žofie", "žofie", "@ŽOFIE"])
async def test_a_name_is_found_in_any_case_of_its_letters(each_database: Database, called: str) -> None:
    community = await settled(each_database)
    member_id = await met(each_database, community, "Žofie")
    async with Work(each_database, CLOCK) as work:
        assert (await People(work).find(community, called)).id == member_id


async def met_as(database: Database, community: Community, floor: Role, *, told: bool) -> Role:
    """What somebody may do with whom the platform says, or in a private chat does not say, what they are."""
    async with Work(database, CLOCK) as work:
        actor = Actor(AccountRef("local", "mia"), "Mia", floor=floor)
        return (await People(work).recognise(actor, community, told_floor=told)).role


async def moderators(database: Database, community: Community) -> list[str]:
    async with Work(database, CLOCK) as work:
        return [member.name for member in await People(work).with_role(community, Role.MODERATOR)]


async def test_the_role_that_a_platform_gives_is_remembered_until_it_says_otherwise(each_database: Database) -> None:
    community = await settled(each_database)
    await met_as(each_database, community, Role.OWNER, told=True)
    await met_as(each_database, community, Role.MEMBER, told=False)
    assert await moderators(each_database, community) == ["Mia"]
    await met_as(each_database, community, Role.MEMBER, told=True)
    assert await moderators(each_database, community) == []


async def test_a_remembered_role_lets_nobody_do_anything(each_database: Database) -> None:
    community = await settled(each_database)
    assert await met_as(each_database, community, Role.OWNER, told=True) is Role.OWNER
    assert await met_as(each_database, community, Role.MEMBER, told=False) is Role.MEMBER


async def test_who_left_is_no_moderator_any_more(each_database: Database) -> None:
    community = await settled(each_database)
    await met_as(each_database, community, Role.MODERATOR, told=True)
    async with Work(each_database, CLOCK) as work:
        await People(work).leave(AccountRef("local", "mia"), community)
    assert await moderators(each_database, community) == []


async def test_whoever_left_in_the_moment_they_came_has_left_whatever_they_do_in_private(
    each_database: Database,
) -> None:
    community = await settled(each_database)
    member_id = await met(each_database, community, "mia")
    async with Work(each_database, CLOCK) as work:
        await People(work).leave(AccountRef("local", "mia"), community)
    await met(each_database, community, "mia")
    async with each_database.read() as reader:
        assert await reader.value(sa.select(members.c.left_at).where(members.c.id == member_id)) is not None
