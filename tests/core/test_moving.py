"""What a night and the end of a stream move, for a whole community however large it is."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.people import People
from bot.core.core_jobs import CORE_JOBS
from bot.core.jobs import CoreJob, JobRunner, Repeat
from bot.core.moving import move_after_stream
from bot.core.parts import Parts
from bot.model.identity import Role
from bot.model.rules import FactValue
from bot.storage.tables import jobs, member_facts
from bot.testing import START, WholeBot, whole_bot
from tests.community.people import add_community, add_members, add_stream, attend
from tests.core.lab import noted

SOME = 3
LONG_AGO = START - timedelta(days=40)


class Stumbling:
    """A core job that breaks the first time, once all its work is done."""

    def __init__(self, job: CoreJob) -> None:
        self._job = job
        self._stumbled: set[str] = set()
        self.begun_after: list[int] = []

    async def __call__(self, parts: Parts, arguments: Mapping[str, Any], job: str) -> None:
        self.begun_after.append(arguments.get("after", 0))
        await self._job(parts, arguments, job)
        if job not in self._stumbled:
            self._stumbled.add(job)
            raise RuntimeError("stumbled")


async def facts_of(bot: WholeBot, name: str) -> Mapping[str, FactValue]:
    """What is known of somebody."""
    async with bot.app.parts.work() as work:
        member = await People(work).find((await Communities(work).all())[0], name)
        return await Facts(work, bot.app.parts.registry.facts).of(member.id)


async def having(bot: WholeBot, fact: str) -> set[int]:
    """The members who have a fact."""
    async with bot.app.parts.work() as work:
        rows = await work.rows(sa.select(member_facts.c.member_id).where(member_facts.c.fact == fact))
        return {member_id for (member_id,) in rows}


async def runs(bot: WholeBot) -> Counter[str]:
    """How many jobs of its own the core had, by name; all are done."""
    async with bot.app.parts.work() as work:
        rows = await work.rows(sa.select(jobs.c.name, jobs.c.state).where(jobs.c.plugin == "core"))
    assert all(state == "done" for _, state in rows)
    return Counter(name for name, _ in rows)


@pytest.mark.long
async def test_somebody_who_was_not_seen_for_61_days_is_lapsed_without_anything_happening() -> None:
    async with whole_bot() as bot:
        host, ann = bot.person("Host", Role.HOST), bot.person("Ann")
        await bot.says(host, "/stream start")
        await bot.chat.says(ann, "so blue!")
        await bot.passes(minutes=10)
        await bot.says(host, "/stream end")
        await bot.sleeps(days=58)
        await bot.passes(days=2)
        assert (await facts_of(bot, "Ann"))["lifecycle"] == "new"
        await bot.passes(days=1)
        facts = await facts_of(bot, "Ann")
        assert (facts["lifecycle"], facts["days_since_last_stream"]) == ("lapsed", 60)  # as of midnight


@pytest.mark.long
async def test_a_night_moves_everybody_in_all_communities_some_in_each_job() -> None:
    async with whole_bot() as bot:
        await bot.app.turn()
        bot.app.parts.members_in_one_job = SOME
        database, ids = bot.app.parts.database, []
        for count in (2, 0, 8, 1):
            ids += await add_members(database, await add_community(database, LONG_AGO), count, LONG_AGO)
        before = (await runs(bot))["nightly"]
        bot.clock.advance(timedelta(days=1))
        await bot.app.turn()
        assert await having(bot, "months_known") == set(ids)
        assert (await runs(bot))["nightly"] - before == len(ids) // SOME + 1


async def test_a_night_that_breaks_goes_on_where_it_stopped_and_not_twice() -> None:
    async with whole_bot() as bot:
        await bot.app.turn()
        bot.app.parts.members_in_one_job = SOME
        database = bot.app.parts.database
        ids = await add_members(database, await add_community(database, LONG_AGO), 8, LONG_AGO)
        stumbling = Stumbling(CORE_JOBS["nightly"])
        runner = JobRunner(bot.app.parts, {**CORE_JOBS, "nightly": stumbling}, {"nightly": Repeat(timedelta(days=1))})
        bot.clock.advance(timedelta(days=1))
        for _ in range(10):
            await runner.run_due()
            bot.clock.advance(timedelta(minutes=1))
        assert await having(bot, "months_known") == set(ids)
        assert Counter(stumbling.begun_after) == {0: 2, ids[2]: 2, ids[5]: 2}
        assert len(await noted(bot)) == 3


@pytest.mark.long
async def test_a_streams_end_moves_also_those_who_were_not_there_some_in_each_job() -> None:
    async with whole_bot() as bot:
        bot.app.parts.members_in_one_job = SOME
        host, ann = bot.person("Host", Role.HOST), bot.person("Ann")
        await bot.says(host, "/stream start")
        database = bot.app.parts.database
        absent, long_gone = await add_members(database, 1, 8), await add_members(database, 1, 5)
        for number, people in ((-1, long_gone), (0, absent)):
            stream_id = await add_stream(database, 1, number, LONG_AGO + number * timedelta(days=1))
            for member_id in people:
                await attend(database, stream_id, member_id, LONG_AGO)
        async with database.write() as transaction:
            had = [{"member_id": id, "fact": "streak", "number": 4.0} for id in absent]
            await transaction.execute(sa.insert(member_facts).values(had))
        await bot.chat.says(ann, "so blue!")
        await bot.passes(minutes=10)
        await bot.says(host, "/stream end")
        await bot.passes(minutes=1)
        assert not await having(bot, "streak") & set(absent)
        assert (await facts_of(bot, "Ann"))["streak"] == 1
        assert (await runs(bot))["move_after_stream"] == 2  # of the eight, three were seen to by the stream's own job


async def test_after_a_stream_that_is_not_the_newest_everybody_is_moved() -> None:
    async with whole_bot() as bot:
        await bot.app.turn()
        database = bot.app.parts.database
        community_id = await add_community(database)
        ids = await add_members(database, community_id, 4)
        older, _ = [await add_stream(database, community_id, n, LONG_AGO + n * timedelta(days=1)) for n in (1, 2)]
        async with database.write() as transaction:
            had = [{"member_id": id, "fact": "streak", "number": 4.0} for id in ids]
            await transaction.execute(sa.insert(member_facts).values(had))
        await move_after_stream(bot.app.parts, {"community_id": community_id, "stream_id": older}, "a job")
        assert not await having(bot, "streak")
