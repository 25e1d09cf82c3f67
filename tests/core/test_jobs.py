"""Durable jobs: run once, tried again when they fail, kept from other processes, never lost at a crash."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.api import Activities, Background, Context, MemberArrived, Plugin, PluginSettings, UserError, escape
from bot.core.claiming import LEASE
from bot.core.core_jobs import CORE_JOBS
from bot.core.jobs import JobRunner
from bot.model.identity import SpaceRef
from bot.storage.tables import intake, jobs
from bot.testing import WholeBot, whole_bot
from tests.core.lab import KEPT, kept, loaded, noted, typed

WELCOMED = "welcomed"


class Bakery:
    """A plugin whose work is done later."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.rings = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.plugin = Plugin("bakery", activities=(KEPT, WELCOMED))
        self._declare(self.plugin)

    def _declare(self, plugin: Plugin) -> None:
        @plugin.command()
        async def order(ctx: Context, loaf: str, hours: int = 0, key: str = "") -> None:
            """Order a loaf."""
            new = await ctx.later(bake, after=timedelta(hours=hours), key=key or None, loaf=loaf, who=ctx.member.id)
            await ctx.reply(escape("ordered" if new else "ordered before"))
            if loaf == "void":
                raise RuntimeError("the order book is lost")

        @plugin.job()
        async def bake(ctx: Background, loaf: str, who: int) -> None:
            self.begun.append(loaf)
            await self.gate.wait()
            await ctx.use(Activities).record(ctx.community.id, who, KEPT, f"{loaf}:{ctx.now:%H:%M}")
            if loaf == "burnt":
                raise RuntimeError("the oven is too hot")
            if loaf == "dough":
                await asyncio.Event().wait()
            if loaf == "none":
                raise UserError("member-unknown", asked="flour")

        @plugin.job(every=timedelta(hours=1))
        async def ring(ctx: Background) -> None:
            self.rings += 1

        @plugin.on(MemberArrived)
        async def welcome(ctx: Background, event: MemberArrived) -> None:
            self.begun.append(f"welcome {event.member_id}")
            await ctx.use(Activities).record(ctx.community.id, event.member_id, WELCOMED, event.key)


@contextlib.asynccontextmanager
async def bakery_bot(bakery: Bakery, folder: Path | None = None) -> AsyncIterator[WholeBot]:
    async with whole_bot(loaded=loaded(bakery.plugin), folder=folder) as bot:
        yield bot


async def lines(bot: WholeBot, name: str) -> list[tuple[Any, ...]]:
    """State, attempts and the seconds until they are due of the jobs of that name."""
    async with bot.app.parts.work() as work:
        query = sa.select(jobs.c.state, jobs.c.attempts, jobs.c.due_at).where(jobs.c.name == name)
        rows = await work.rows(query.order_by(jobs.c.id))
    return [(row.state, row.attempts, (row.due_at - bot.clock.now()).total_seconds()) for row in rows]


async def test_a_job_runs_once_and_when_it_is_due() -> None:
    async with bakery_bot(Bakery()) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/order rye") == ["ordered"]
        assert await bot.says(ann, "/order oat 2") == ["ordered"]
        assert await kept(bot) == ["rye:18:00"]
        await bot.passes(hours=5)
        await bot.app.turn()
        assert await kept(bot) == ["rye:18:00", "oat:20:00"]


async def test_a_job_with_a_key_is_queued_once() -> None:
    async with bakery_bot(Bakery()) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/order rye 1 first") == ["ordered"]
        assert await bot.says(ann, "/order oat 1 first") == ["ordered before"]
        assert await bot.says(ann, "/order oat 1 second") == ["ordered"]
        await bot.passes(hours=1)
        assert await kept(bot) == ["rye:19:00", "oat:19:00"]
        assert await bot.says(ann, "/order rye 1 first") == ["ordered before"]


async def test_a_key_is_known_also_when_its_job_is_long_over() -> None:
    async with bakery_bot(Bakery()) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/order rye 0 first") == ["ordered"]
        for _ in range(3):
            bot.clock.advance(timedelta(days=30))
            await bot.app.turn()
        assert await bot.says(ann, "/order rye 0 first") == ["ordered before"]
        assert await kept(bot) == ["rye:18:00"]
        assert [state for state, *_ in await lines(bot, "bake")] == ["forgotten"]


async def test_a_job_that_fails_keeps_nothing_and_is_tried_again_each_time_later() -> None:
    bakery = Bakery()
    async with bakery_bot(bakery) as bot:
        await bot.says(bot.person("Ann"), "/order burnt")
        assert await lines(bot, "bake") == [("pending", 1, 30.0)]
        for attempt, wait in ((2, 120.0), (3, 480.0), (4, 1920.0)):
            due = (await lines(bot, "bake"))[0][2]
            await bot.passes(seconds=due)
            assert await lines(bot, "bake") == [("pending", attempt, wait)]
        await bot.passes(hours=1)
        assert [line[:2] for line in await lines(bot, "bake")] == [("failed", 5)]
        assert [(place, error) for _, place, error in await noted(bot)] == [
            ("job bake", "RuntimeError: the oven is too hot")
        ] * 5
        assert (len([loaf for loaf in bakery.begun if loaf == "burnt"]), await kept(bot)) == (5, [])


async def test_a_refusal_in_a_job_is_a_fault_since_nobody_reads_it() -> None:
    async with bakery_bot(Bakery()) as bot:
        assert await bot.says(bot.person("Ann"), "/order none") == ["ordered"]
        [(_, _, error)] = await noted(bot)
        assert error.startswith("UserError")
        assert await lines(bot, "bake") == [("pending", 1, 30.0)]


async def test_a_job_that_writes_and_then_waits_for_something_else_is_a_fault_since_all_others_wait_for_it() -> None:
    async with bakery_bot(Bakery()) as bot:
        await bot.says(bot.person("Ann"), "/order dough")
        [(_, place, error)] = await noted(bot)
        assert (place, error.partition(":")[0]) == ("job bake", "StorageError")
        assert (await kept(bot), await lines(bot, "bake")) == ([], [("pending", 1, 30.0)])


async def test_a_job_that_fails_holds_up_no_other() -> None:
    async with bakery_bot(Bakery()) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/order burnt")
        await bot.says(ann, "/order rye")
        assert await kept(bot) == ["rye:18:00"]


async def test_a_job_that_outlives_its_lease_is_taken_over_and_its_own_work_is_undone() -> None:
    bakery = Bakery()
    async with bakery_bot(bakery) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/order rye 1")
        bot.clock.advance(timedelta(hours=1))
        bakery.gate.clear()
        slow = asyncio.create_task(bot.app.jobs.run_due())
        async with asyncio.timeout(5):
            while "rye" not in bakery.begun:  # noqa: ASYNC110 - nobody tells when a job begins
                await asyncio.sleep(0)
        bot.clock.advance(LEASE + timedelta(seconds=1))
        other = asyncio.create_task(JobRunner(bot.app.parts, CORE_JOBS).run_due())
        async with asyncio.timeout(5):
            while bakery.begun.count("rye") < 2:  # noqa: ASYNC110
                await asyncio.sleep(0)
        bakery.gate.set()
        await asyncio.gather(slow, other)
        assert await kept(bot) == ["rye:19:05"]
        assert [line[:2] for line in await lines(bot, "bake")] == [("done", 2)]
        [(_, _, error)] = await noted(bot)
        assert error.endswith("took longer than its lease and was taken over")


async def test_a_job_under_way_when_the_process_died_is_run_at_the_next_start(tmp_path: Path) -> None:
    async with bakery_bot(Bakery(), tmp_path) as bot:
        await bot.chat.says(bot.person("Ann"), "/order rye")
        await bot.app.dispatcher.idle()
        async with bot.app.parts.database.write() as transaction:
            await transaction.run("UPDATE jobs SET attempts = 1, lease_until = due_at + 60000000 WHERE name = 'bake'")
        await bot.app.turn()
        assert await kept(bot) == []
    async with bakery_bot(Bakery(), tmp_path) as bot:
        await bot.app.turn()
        assert await kept(bot) == ["rye:18:00"]


async def test_a_reaction_runs_once_also_when_the_process_died_before_it_ran(tmp_path: Path) -> None:
    async with bakery_bot(Bakery(), tmp_path) as bot:
        await bot.chat.says(bot.person("Ann"), "/order rye 5")
        await bot.app.dispatcher.idle()
    bakery = Bakery()
    async with bakery_bot(bakery, tmp_path) as bot:
        assert bakery.begun == []
        await bot.app.turn()
        await bot.app.turn()
        assert bakery.begun == ["welcome 1"]
    async with bakery_bot(bakery, tmp_path) as bot:
        await bot.app.turn()
        assert bakery.begun == ["welcome 1"]


async def test_what_was_queued_in_work_that_broke_is_not_queued() -> None:
    async with bakery_bot(Bakery()) as bot:
        [told] = await bot.says(bot.person("Ann"), "/order void")
        [(code, *_)] = await noted(bot)
        assert code in told
        assert await lines(bot, "bake") == []


@pytest.mark.long
async def test_repeated_jobs_run_once_in_each_stretch_and_those_that_were_missed_are_gone(tmp_path: Path) -> None:
    bakery = Bakery()
    async with bakery_bot(bakery, tmp_path) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/order rye")
        bot.clock.advance(timedelta(minutes=59))
        await bot.app.turn()
        assert bakery.rings == 0  # there is nothing yet to look at
        bot.clock.advance(timedelta(hours=5))
        await bot.app.turn()
        assert bakery.rings == 1
        bot.clock.advance(timedelta(hours=1))
        await bot.app.turn()
        assert bakery.rings == 2
        await bot.app.dispatcher.receive(typed(ann, "order", "oat", space=SpaceRef("local", "second")))
        await bot.app.dispatcher.idle()
        bot.clock.advance(timedelta(hours=1))
        await bot.app.turn()
        assert bakery.rings == 4  # once for each community
        ending = bot.clock.now()
    async with whole_bot(loaded=loaded(bakery.plugin), folder=tmp_path, start=ending) as bot:
        await bot.app.turn()
        assert bakery.rings == 4


async def test_jobs_and_reactions_of_a_plugin_that_is_off_are_dropped() -> None:
    bakery = Bakery()
    async with bakery_bot(bakery) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/order rye 1")
        async with bot.app.parts.work() as work:
            await PluginSettings(work, bot.app.parts.registry, 1).enable(bakery.plugin, None, enabled=False)
        bakery.begun.clear()
        bakery.rings = 0
        await bot.chat.joins(bot.person("Ben"))
        await bot.passes(hours=2)
        assert (bakery.begun, await kept(bot), bakery.rings) == ([], [], 0)
        assert {state for state, *_ in await lines(bot, "bake")} == {"done"}
        assert await lines(bot, "ring") == []
        async with bot.app.parts.work() as work:
            await PluginSettings(work, bot.app.parts.registry, 1).enable(bakery.plugin, None, enabled=True)
        await bot.passes(hours=2)
        assert bakery.rings == 2


async def test_a_job_of_a_plugin_that_is_gone_is_dropped(tmp_path: Path) -> None:
    async with bakery_bot(Bakery(), tmp_path) as bot:
        await bot.says(bot.person("Ann"), "/order rye 1")
    async with whole_bot(loaded=loaded(), folder=tmp_path) as bot:
        await bot.passes(hours=2)
        assert [state for state, *_ in await lines(bot, "bake")] == ["done"]
        assert not await noted(bot)


@pytest.mark.long
async def test_housekeeping_runs_by_itself_and_forgets_raw_updates_after_hours() -> None:
    async with bakery_bot(Bakery()) as bot:
        await bot.says(bot.person("Ann"), "/order rye")
        bot.clock.advance(timedelta(hours=7))
        await bot.app.turn()
        async with bot.app.parts.work() as work:
            assert [row.body for row in await work.rows(sa.select(intake.c.body))] == [""]
        await bot.chat.repeats()  # its id is still known
        await bot.app.turn()
        assert len(await lines(bot, "bake")) == 1
        assert [state for state, *_ in await lines(bot, "nightly")] == ["done"]  # of the day that began since
        bot.clock.advance(timedelta(days=20))
        await bot.app.turn()
        async with bot.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).select_from(intake)) == 0
        assert await lines(bot, "bake") == []
        assert not await noted(bot)
