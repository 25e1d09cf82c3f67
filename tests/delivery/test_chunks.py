"""What changes very many rows does so in short transactions: a few thousand rows each, however many there are."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from typing import Any, LiteralString

import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy.dialects import postgresql

from bot.clock import VirtualClock
from bot.delivery.audience import audience
from bot.delivery.journeys import release_held
from bot.delivery.planning import enrol, is_enrolled
from bot.model.journeys import Audience, StreamTrigger
from bot.model.occasions import StreamOver
from bot.model.rules import Condition
from bot.storage.database import Database
from bot.storage.tables import deliveries
from tests.benchmarks.crowd import ANCHOR, gather, plan
from tests.counting import CountingDatabase
from tests.databases import Maker, sealed_database
from tests.delivery.journeys import journey, pushed
from tests.delivery.world import World

MANY = 12_000
MOST = 6_000
"""How many rows a transaction may change: what SQLite's only writer does in well under a tenth of a second."""

_CROWD: LiteralString = """
INSERT INTO deliveries (community_id, member_id, enrolment_id, step, purpose, due_at, expires_at, state, reason)
WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < :many)
SELECT 1, 1, 1, 'step ' || n, 'service', 0, 0, :state, :reason FROM up
"""


async def many(world: World, state: str, reason: str) -> CountingDatabase:
    """Very many deliveries of one member that stand so, and the database that counts from now on."""
    await world.follow_up(journey(pushed()), await world.member())
    async with world.database.write() as transaction:
        await transaction.run(_CROWD, {"many": MANY, "state": state, "reason": reason})
    return CountingDatabase(world.database)


async def standing(database: Database, state: str) -> int:
    """How many deliveries stand so."""
    async with database.read() as reader:
        query = sa.select(sa.func.count()).select_from(deliveries).where(deliveries.c.state == state)
        return int(await reader.value(query))


def assert_in_chunks(database: CountingDatabase, rows: int) -> None:
    """So many rows were changed, and in no transaction too many."""
    assert sum(database.changed) == rows
    assert max(database.changed) <= MOST


async def test_what_lapses_at_once_is_noted_in_chunks(world: World) -> None:
    database = await many(world, "available", "due")
    await world.new_engine(database=database).run_due()
    assert_in_chunks(database, MANY)
    assert await standing(database, "lapsed") == MANY


@pytest.mark.parametrize(
    ("reason", "of"), [("paused", {"journey_id": 1}), ("plugin-off", {"plugin": "test"}), ("all-stopped", {})]
)
async def test_what_was_held_is_let_go_in_chunks(world: World, reason: str, of: dict[str, Any]) -> None:
    database = await many(world, "held", reason)
    assert await release_held(database, world.community.id, **of) == MANY
    assert_in_chunks(database, MANY)


async def test_what_is_held_by_other_journeys_or_for_other_reasons_stays_held(each_world: World) -> None:
    world, crowd = each_world, [await each_world.member(f"guest{number}") for number in range(2)]
    for name in ("one", "two"):
        await world.enrol(await world.install(journey(pushed(), name=name)), await world.stream(*crowd))
    held = sa.update(deliveries).values(state="held", reason="paused")
    async with world.database.write() as transaction:
        await transaction.execute(held)
        await transaction.execute(held.where(deliveries.c.id == 1).values(reason="all-stopped"))
    one = await world.kept("one")
    assert await release_held(world.database, world.community.id, one.id) == 1
    assert await release_held(world.database, world.community.id, plugin="test") == 0
    assert await release_held(world.database, world.community.id) == 1
    assert await standing(world.database, "held") == 2


@pytest.mark.long
async def test_a_crowd_is_enrolled_in_chunks(database: Database) -> None:
    await gather(database, MANY, known=False)
    counting = CountingDatabase(database)
    assert await enrol(counting, await plan(database, VirtualClock(ANCHOR))) == MANY
    assert_in_chunks(counting, 2 * MANY)  # an enrolment and a delivery for each


async def test_people_who_are_not_meant_are_passed_over_without_a_transaction(database: Database) -> None:
    await gather(database, 100, known=False)
    counting = CountingDatabase(database)
    nobody = await plan(database, VirtualClock(ANCHOR), audience=Condition(fact="streams_attended", value=999))
    async with database.write():  # whoever else writes at the moment is in nobody's way
        assert await enrol(counting, nobody) == 0
    assert counting.changed == []


@pytest.fixture
async def postgres(makers: dict[str, Maker]) -> AsyncIterator[Database]:
    """A database on PostgreSQL alone."""
    address = await makers["postgresql"].ready()
    database = sealed_database(address)
    yield database
    await database.close()
    await makers["postgresql"].drop(address)


_STREAM: LiteralString = """
INSERT INTO streams (id, community_id, number, title, state) VALUES (1, 1, 1, 'Kiln', 'ended')
"""
_SIGNED_UP: LiteralString = """
INSERT INTO activities (community_id, member_id, kind, reference, at)
SELECT 1, id, 'signed_up', 'stream:1', 0 FROM members
"""
_CAME: LiteralString = """
INSERT INTO attendance (stream_id, member_id, slot, first_at, last_at)
SELECT 1, id, slot, 0, 0 FROM members CROSS JOIN generate_series(1, 2) AS slot WHERE id > :before
"""
ROWS_OF_EACH = 5


@pytest.mark.parametrize("who", list(Audience))
async def test_each_person_costs_the_same_where_postgresql_knows_nothing_of_its_tables(
    postgres: Database, who: Audience
) -> None:
    """What it plans for tables that have just grown must not read all who came, or are enrolled, for each person."""
    await gather(postgres, 2_000)
    async with postgres.write() as transaction:
        await transaction.run(_STREAM)
        await transaction.run(_SIGNED_UP)
        await transaction.run(_CAME, {"before": 0 if who is Audience.ATTENDED else 1_500})
    once = await plan(postgres, VirtualClock(ANCHOR))
    journey = once.journey.model_copy(update={"trigger": StreamTrigger(who=who)})
    after = replace(once, journey=journey, occasion=StreamOver(1))
    assert await enrol(postgres, replace(after, member_ids=tuple(range(1, 1_001)))) == 1_000

    left = audience(after, "postgresql").where(~is_enrolled(after))
    async with postgres.read() as reader:
        assert len(await reader.rows(left)) == (1_000 if who is Audience.ATTENDED else 500)
        told = await reader.value(sa.text(f"EXPLAIN (ANALYZE, FORMAT JSON) {in_full(left)}"))
    read = Counter[str]()
    for node in nodes_of(told[0]["Plan"]):
        if "Relation Name" in node:
            read[node["Relation Name"]] += rows_read(node)
    assert read["enrolments"] > 0
    assert read["attendance"] > 0
    assert max(read.values()) <= 2_000 * ROWS_OF_EACH, read


def in_full(query: sa.Select[int]) -> str:
    """The statement with its values in it, as EXPLAIN needs it."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own are untyped
    return str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


def nodes_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everything that PostgreSQL does for a statement."""
    yield node
    for part in node.get("Plans", ()):
        yield from nodes_of(part)


def rows_read(node: dict[str, Any]) -> int:
    """How many rows were looked at, whether they fit or not."""
    return int(node["Actual Loops"] * (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)))
