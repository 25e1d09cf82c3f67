"""Presence that is written after its stream was followed up, as when a gap is read back or a message was on its way."""

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.people import People
from bot.model.identity import Role
from bot.storage.tables import enrolments, jobs, member_facts
from bot.testing import WholeBot, whole_bot


@pytest.mark.long
async def test_who_is_seen_late_is_followed_up_like_the_others() -> None:
    async with whole_bot() as bot:
        host = bot.person("Host", Role.HOST)
        await bot.says(host, "/stream start")
        await bot.passes(minutes=10)
        await bot.says(host, "/stream end")
        for name in ("Ann", "Bob"):
            await bot.says(bot.person(name), "that was lovely")
        assert await followed_up(bot, "Ann") == (0, 0)
        await bot.passes(minutes=2)
        assert await followed_up(bot, "Ann") == await followed_up(bot, "Bob") == (1, 1)


@pytest.mark.long
async def test_what_was_seen_in_time_needs_no_second_round() -> None:
    async with whole_bot() as bot:
        host, ann = bot.person("Host", Role.HOST), bot.person("Ann")
        await bot.says(host, "/stream start")
        await bot.passes(minutes=10)
        await bot.chat.says(ann, "so blue!")
        await bot.says(host, "/stream end")
        await bot.passes(minutes=2)
        assert await followed_up(bot, "Ann") == (1, 1)
        async with bot.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).where(jobs.c.name == "stream_ended")) == 1


async def followed_up(bot: WholeBot, name: str) -> tuple[int, int]:
    """How many streams somebody is known to have attended, and in how many journeys they are."""
    async with bot.app.parts.work() as work:
        member = await People(work).find((await Communities(work).all())[0], name)
        same = (member_facts.c.member_id == member.id) & (member_facts.c.fact == "streams_attended")
        attended = await work.value(sa.select(member_facts.c.number).where(same))
        journeys = sa.select(sa.func.count()).where(enrolments.c.member_id == member.id)
        return int(attended or 0), int(await work.value(journeys))
