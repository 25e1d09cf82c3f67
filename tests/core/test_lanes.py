"""Jobs side by side, as a bot in real time runs them: nobody waits for another plugin, and order is kept in a lane."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.claiming import claim, give_back
from bot.core.core_jobs import CORE_JOBS
from bot.core.jobs import JobRunner
from bot.core.lanes import AT_ONCE
from bot.core.parts import Parts
from bot.model.identity import SpaceRef
from bot.storage.database import Database
from bot.storage.queue import Line, enqueue
from bot.storage.tables import communities, incidents, jobs
from bot.testing import START, WholeBot, whole_bot
from tests.core.kettle import Kettle, until
from tests.core.lab import loaded, typed


@contextlib.asynccontextmanager
async def kettles(*them: Kettle) -> AsyncIterator[WholeBot]:
    async with whole_bot(loaded=loaded(*(kettle.plugin for kettle in them))) as bot:
        await bot.app.turn()
        yield bot
        for kettle in them:
            kettle.gate.set()
        await bot.app.jobs.idle()


async def hears(bot: WholeBot, name: str, *words: str, space: str = "space") -> None:
    """Somebody commands it; nothing that is due follows by itself."""
    event_id = f"{name} {words} {space}"
    message = typed(bot.person("Ann"), name, *words, event_id=event_id, space=SpaceRef("local", space))
    await bot.app.dispatcher.receive(message)
    await bot.app.dispatcher.idle()


async def begins_the_first_of_two(bot: WholeBot, kettle: Kettle) -> None:
    """Two fillings are commanded, one behind the other in the kettle's lane; the first is under way."""
    for word in ("a", "b"):
        await hears(bot, f"{kettle.plugin.name} fill", word)
    await bot.app.jobs.begin_due()
    await until(lambda: kettle.begun == ["a"])


async def rows(bot: WholeBot, name: str) -> list[tuple[str, int, bool]]:
    """State, attempts and whether they are held, of the jobs of that name."""
    async with bot.app.parts.database.read() as reader:
        query = sa.select(jobs.c.state, jobs.c.attempts, jobs.c.lease_until.is_not(None)).where(jobs.c.name == name)
        return [(state, attempts, bool(held)) for state, attempts, held in await reader.rows(query.order_by(jobs.c.id))]


@pytest.mark.long
async def test_a_job_that_hangs_keeps_neither_another_plugins_nor_the_cores_waiting() -> None:
    slow, quick = Kettle("slow"), Kettle("quick")
    quick.gate.set()
    async with kettles(slow, quick) as bot:
        await begins_the_first_of_two(bot, slow)

        await hears(bot, "quick fill", "c")
        await hears(bot, "quick pour")
        await bot.app.jobs.begin_due()
        await until(lambda: quick.ended == ["c"])
        async with asyncio.timeout(10):
            while [state for state, *_ in await rows(bot, "activity")] != ["done"]:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        assert (slow.begun, slow.ended) == (["a"], [])
        assert await rows(bot, "heat") == [("pending", 1, True), ("pending", 1, True), ("done", 1, False)]


@pytest.mark.long
async def test_however_many_jobs_of_a_plugin_hang_those_of_others_are_begun_at_once() -> None:
    slow, quick = Kettle("slow"), Kettle("quick")
    quick.gate.set()
    async with kettles(slow, quick) as bot:
        for number in range(3 * AT_ONCE):
            await hears(bot, "slow fill", f"{number}", space=f"space {number}")
        await hears(bot, "quick fill", "c", space="space 1")
        await bot.app.jobs.begin_due()
        await until(lambda: quick.ended == ["c"])
        await until(lambda: len(slow.begun) == AT_ONCE)
        await bot.app.jobs.begin_due()
        assert len(slow.begun) == AT_ONCE

        slow.gate.set()
        await bot.app.jobs.idle()
        while await bot.app.jobs.begin_due():
            await bot.app.jobs.idle()
        assert len(slow.ended) == 3 * AT_ONCE


async def test_jobs_of_one_plugin_run_in_their_order_in_each_community_and_communities_side_by_side() -> None:
    kettle = Kettle("kettle")
    async with kettles(kettle) as bot:
        for word in ("a", "b", "c"):
            await hears(bot, "kettle fill", f"{word}1", space="one")
            await hears(bot, "kettle fill", f"{word}2", space="two")
        await bot.app.jobs.begin_due()
        await until(lambda: len(kettle.begun) == 2)
        await asyncio.sleep(0.05)
        assert sorted(kettle.begun) == ["a1", "a2"]
        kettle.gate.set()
        await bot.app.jobs.idle()
        assert [word for word in kettle.ended if "1" in word] == ["a1", "b1", "c1"]
        assert [word for word in kettle.ended if "2" in word] == ["a2", "b2", "c2"]


async def test_what_had_to_wait_until_its_lease_may_end_too_soon_is_claimed_anew_before_it_is_begun() -> None:
    kettle = Kettle("kettle")
    async with kettles(kettle) as bot:
        await begins_the_first_of_two(bot, kettle)
        bot.clock.advance(timedelta(minutes=2))
        kettle.gate.set()
        await bot.app.jobs.idle()
        assert kettle.ended == ["a"]
        assert await rows(bot, "heat") == [("done", 1, False), ("pending", 0, False)]

        await bot.app.jobs.begin_due()
        await bot.app.jobs.idle()
        assert kettle.ended == ["a", "b"]
        assert await rows(bot, "heat") == [("done", 1, False), ("done", 1, False)]


async def test_plugins_hear_of_an_event_once_the_core_has_worked_on_it() -> None:
    kettle = Kettle("kettle")
    async with kettles(kettle) as bot:
        await hears(bot, "kettle pour")
        while await bot.app.jobs.begin_due():
            await bot.app.jobs.idle()
        assert kettle.seen == [1]


async def test_plugins_hear_of_an_event_also_when_the_core_fails_at_it() -> None:
    async def broken(parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
        raise RuntimeError("no facts today")

    kettle = Kettle("kettle")
    async with kettles(kettle) as bot:
        await hears(bot, "kettle pour")
        runner = JobRunner(bot.app.parts, {**CORE_JOBS, "activity": broken})
        while await runner.begin_due():
            await runner.idle()
        assert kettle.seen == [0]
        async with bot.app.parts.database.read() as reader:
            assert [row.place for row in await reader.rows(sa.select(incidents))] == ["job activity"]


async def test_a_job_that_is_cut_short_is_undone_and_waits_as_if_it_had_never_begun() -> None:
    kettle = Kettle("kettle")
    async with kettles(kettle) as bot:
        await begins_the_first_of_two(bot, kettle)
        await bot.app.jobs.cut_short()
        assert kettle.ended == []
        assert await rows(bot, "heat") == [("pending", 0, False), ("pending", 0, False)]
        assert await bot.app.jobs.begin_due() == 0


async def test_a_claim_leaves_out_what_is_full_or_busy_and_what_the_core_comes_before(each_database: Database) -> None:
    async with each_database.write() as transaction:
        for name in ("one", "two"):
            await transaction.insert(sa.insert(communities).values(name=name, created_at=START))
        for line in (
            Line("core", "activity", community_id=1, key="core:x"),
            Line("tea", "taste", community_id=1, key="tea.taste:x"),
            Line("tea", "heat", community_id=2, key="tea.heat:x y"),
            Line("milk", "heat", community_id=1),
            Line("milk", "heat", community_id=2, due=START + timedelta(seconds=1)),
        ):
            assert await enqueue(transaction, line, START)

    assert await claim(each_database, START, full=["core", "tea"], busy=["milk:1"]) == []
    assert [job.lane.what for job in await claim(each_database, START, full=["milk"])] == ["core.activity:1", "tea:2"]
    [milk] = await claim(each_database, START)
    assert (milk.lane.what, milk.attempts) == ("milk:1", 1)
    await give_back(each_database, [milk])
    [late, again] = await claim(each_database, START + timedelta(seconds=1), busy=["core.activity:1"])
    assert (late.lane.what, late.attempts, again.lane.what) == ("milk:1", 1, "milk:2")
