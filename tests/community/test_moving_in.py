"""The people of a young community move in with another one: whoever is a member of both, and whoever is linked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import pytest
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.communities import Communities, Defaults
from bot.community.linking import Links
from bot.community.moving_in import AT_ONCE, CORE_TABLES, MovingIn
from bot.community.people import People
from bot.community.streams import Streams
from bot.core.loader import load_plugins
from bot.model.identity import AccountRef, Actor, Community, SpaceRef
from bot.model.incoming import CommandInvoked, ReplyTo
from bot.storage.award_tables import badges
from bot.storage.columns import id_of, own_id
from bot.storage.database import Database
from bot.storage.intake import JoinedMeanwhileError, Waiting, mark_handled, store
from bot.storage.tables import members, metadata, persons, spaces
from bot.storage.tables import streams as stream_table
from bot.storage.work import Work
from tests.community.people import START, add_members

STANDINGS = ("never", "here", "gone")
SERVER, GROUP = SpaceRef("discord", "1"), SpaceRef("telegram", "2")


@dataclass(frozen=True)
class Pair:
    """Two accounts: how the first stands in the one that stays and in the young one, and how the second does."""

    number: int
    first: tuple[str, str]
    second: tuple[str, str]
    linked: bool

    def actor(self, which: str) -> Actor:
        return Actor(AccountRef("discord", f"{which}{self.number}"), f"{which}{self.number}")

    def is_known(self, which: str) -> bool:
        return (self.first if which == "a" else self.second) != ("never", "never")

    def is_here(self, which: str) -> bool:
        return "here" in (self.first if which == "a" else self.second)


PAIRS = [
    Pair(number, first, second, linked)
    for number, ((first, second), linked) in enumerate(
        product(product(product(STANDINGS, STANDINGS), product(STANDINGS, STANDINGS)), (False, True))
    )
]


def moving(work: Work) -> MovingIn:
    plugins = load_plugins().registry.plugins.values()
    return MovingIn(work, {one.name: one.tables for one in plugins if one.tables is not None}, str)


async def two(database: Database) -> tuple[Community, Community]:
    """The one that stays, and the young one."""
    async with Work(database, VirtualClock(START)) as work:
        return (
            await Communities(work).settle_in(SERVER, Defaults(), title="Club"),
            await Communities(work).settle_in(GROUP, Defaults(), title="Tea"),
        )


async def arrive(database: Database, pair: Pair, both: Sequence[Community]) -> None:
    """Everybody comes and goes as the pair says; then the two are linked."""
    people = list[int]()
    for which, standings in (("a", pair.first), ("b", pair.second)):
        for community, standing in zip(both, standings, strict=True):
            if standing == "never":
                continue
            async with Work(database, VirtualClock(START)) as work:
                found = await People(work).recognise(pair.actor(which), community)
                people.append(found.person_id)
                if standing == "gone":
                    await People(work).leave(pair.actor(which).account, community)
    if pair.linked and len(set(people)) == 2:
        async with Work(database, VirtualClock(START)) as work:
            await Links(work).join(people[0], people[-1])


async def stored(database: Database) -> Sequence[Waiting]:
    """A command that is to be handled."""
    actor, reply_to = Actor(AccountRef("telegram", "1"), "Ann"), ReplyTo("telegram", "1")
    command = CommandInvoked(event_id="1", at=START, actor=actor, space=GROUP, name="stream start", reply_to=reply_to)
    async with database.write() as transaction:
        return await store(transaction, [command], START)


async def join(database: Database, into: Community, young: Community) -> None:
    """The whole of it, the job included."""
    async with Work(database, VirtualClock(START)) as work:
        assert await moving(work).lock(into.id, young.id)
        await moving(work).join(young.id, into.id)
    last: int | None = 0
    while last is not None:
        async with Work(database, VirtualClock(START)) as work:
            last = await moving(work).move_some(young.id, into.id, last)


@pytest.mark.long
async def test_however_two_accounts_stood_before_they_are_one_membership_each_and_count_as_their_link_says(
    each_database: Database,
) -> None:
    into, young = await two(each_database)
    for pair in PAIRS:
        await arrive(each_database, pair, (into, young))
    async with Work(each_database, VirtualClock(START)) as work:
        linked = dict(await work.rows(sa.select(persons.c.id, persons.c.points_to)))
    await join(each_database, into, young)
    async with Work(each_database, VirtualClock(START)) as work:
        rows = await work.rows(sa.select(members).where(members.c.community_id == into.id))
        mine = {row.person_id: row for row in rows}
        assert len(mine) == len(rows)
        for row in rows:
            acting = linked[row.person_id]
            assert row.counts_for == (None if acting is None else mine[acting].id), row.name
        for pair, which in product(PAIRS, "ab"):
            if not pair.is_known(which):
                continue
            found = await People(work).recognise(pair.actor(which), into)
            side = next(row for row in rows if row.id == (found.side or found.id))
            assert not side.by_link, pair
            assert (side.left_at is None) is pair.is_here(which), pair


@pytest.mark.long
async def test_more_people_than_one_transaction_takes_move_too(each_database: Database) -> None:
    into, young = await two(each_database)
    await add_members(each_database, young.id, AT_ONCE + 3)
    await join(each_database, into, young)
    async with Work(each_database, VirtualClock(START)) as work:
        count = sa.select(members.c.community_id, sa.func.count()).group_by(members.c.community_id)
        assert dict(await work.rows(count)) == {into.id: AT_ONCE + 3}


async def test_a_third_one_joins_with_all_that_joined_it(each_database: Database) -> None:
    into, young = await two(each_database)
    await join(each_database, into, young)
    async with Work(each_database, VirtualClock(START)) as work:
        last = await Communities(work).settle_in(SpaceRef("local", "main"), Defaults())
    await join(each_database, last, into)
    async with Work(each_database, VirtualClock(START)) as work:
        assert {space.ref for space in await Communities(work).spaces(last.id)} >= {SERVER, GROUP}
        assert await Communities(work).former([last.id]) == {into.id: last.id, young.id: last.id}
        assert await Communities(work).now(young.id) == await Communities(work).get(last.id)


async def test_a_stream_that_begins_at_the_same_moment_is_not_lost(each_database: Database) -> None:
    into, young = await two(each_database)
    outcomes, [command] = list[str](), await stored(each_database)

    async def joins() -> None:
        async with Work(each_database, VirtualClock(START)) as work:
            assert await moving(work).lock(into.id, young.id)
            if await moving(work).history_of(young.id):
                outcomes.append("refused")
            else:
                await moving(work).join(young.id, into.id)
                outcomes.append("joined")

    async def starts() -> None:
        async with Work(each_database, VirtualClock(START)) as work:
            await Streams(work).start(young.id)
            assert await mark_handled(await work.transaction(), command.id, START, within=young.id)

    _, ended = await asyncio.gather(joins(), starts(), return_exceptions=True)
    async with Work(each_database, VirtualClock(START)) as work:
        there = await work.rows(sa.select(stream_table.c.community_id))
        home = await work.value(sa.select(spaces.c.community_id).where(spaces.c.external_id == GROUP.space_id))
    assert (outcomes, type(ended), len(there), home) in (
        (["refused"], type(None), 1, young.id),
        (["joined"], JoinedMeanwhileError, 0, into.id),
    )


# ---- what is history ----------------------------------------------------------------------------------------------


def test_every_table_of_a_community_says_what_becomes_of_its_rows_or_is_history() -> None:
    known = {"follows", "behind"}
    for plugin in load_plugins().registry.plugins.values():
        for table in plugin.tables.sorted_tables if plugin.tables is not None else ():
            assert table.info.get("joining", "behind") in known, table.name
            if table.info.get("joining") == "follows":
                assert {"community_id", "member_id"} <= set(table.c.keys()), table.name


def test_of_each_table_of_the_core_it_is_said_what_becomes_of_its_rows() -> None:
    assert {table.name for table in metadata.sorted_tables if "community_id" in table.c} == CORE_TABLES


async def test_rows_of_a_plugin_that_says_nothing_of_them_are_history(each_database: Database) -> None:
    into, young = await two(each_database)
    tables = sa.MetaData()
    cups = sa.Table("tea_cups", tables, own_id(), id_of("community_id"))
    async with each_database.write() as transaction:
        await transaction.execute(sa.schema.CreateTable(cups))
        await transaction.execute(sa.insert(cups).values(community_id=young.id))
    async with Work(each_database, VirtualClock(START)) as work:
        assert await MovingIn(work, {"tea": tables}, str).history_of(young.id) == ["tea"]
        assert await MovingIn(work, {"tea": tables}, str).history_of(into.id) == []


async def test_a_badge_that_somebody_made_is_history_and_those_that_come_with_plugins_are_none(
    each_database: Database,
) -> None:
    _, young = await two(each_database)
    row = sa.insert(badges).values(community_id=young.id, plugin="badges", created_at=START)
    async with Work(each_database, VirtualClock(START)) as work:
        await work.execute(row.values(name="regular"))
        assert await moving(work).history_of(young.id) == []
        await work.execute(row.values(name="kiln", definition={}))
        assert await moving(work).history_of(young.id) == ["badges"]
