"""Badges that come to a community with a past, and people who are more than one account."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.storage.tables import member_facts, members
from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of
from tests.plugins.linking import evening as with_two_accounts


def without_badges() -> Loaded:
    """The bot as it was before there were badges."""
    return Loaded(Registry(one for one in load_plugins().registry.plugins.values() if one.name != "badges"), ())


@pytest.mark.long
async def test_where_streams_were_before_badges_wait_until_somebody_saw_who_gets_them(tmp_path: Path) -> None:
    async with whole_bot(folder=tmp_path, loaded=without_badges()) as bot:
        it = await evening_of(bot)
        for _ in range(3):
            await it.stream(it.ann)
        async with bot.app.parts.database.write() as transaction:  # as if that was not counted yet
            await transaction.execute(sa.delete(member_facts).where(member_facts.c.fact == "streams_early"))
        start = bot.clock.now()
    async with whole_bot(folder=tmp_path, start=start) as bot:
        await bot.app.turn()
        it = await evening_of(bot)
        assert await it.levels(it.ann) == {}
        await it.stream(it.ben)
        assert await it.levels(it.ben) == {}
        told = await it.says(it.hana, "/badge backfill")
        assert "🎬 First stream (2 people would get it now)" in told
        assert "🐦 Early bird (1 person would get it now)" in told
        await it.presses(it.hana, "Let all of them begin")
        await it.bot.passes(minutes=1)
        assert await it.levels(it.ann) == {"first-stream": 1, "early-bird": 1}
        assert await it.levels(it.ben) == {"first-stream": 1}
        assert "No badge waits." in await it.says(it.hana, "/badge backfill")
        assert (await it.won(it.ann))["early-bird"].source == "backfill"


@pytest.mark.long
async def test_what_either_account_won_both_have_and_nobody_hears_of_it_twice() -> None:
    async with with_two_accounts() as two:
        it = Evening(two.bot, two.olga, two.olga, two.ann, two.nina)
        await two.stream(two.ann, two.nina)
        assert await it.levels(two.ann) == await it.levels(two.nina) == {"first-stream": 1}
        await it.says(two.olga, "/badge give Nina helper for tea")
        await two.link(two.ann, two.nina)
        assert await it.levels(two.ann) == {"first-stream": 1, "helper": 1}
        hall = await it.says(two.olga, "/hall")
        assert hall.count("Ann") == 2 and "Nina" not in hall
        assert "already" in await it.says(two.olga, "/badge give Ann helper again")
        await two.unlink(two.ann)
        assert await it.levels(two.ann) == {"first-stream": 1}
        assert await it.levels(two.nina) == {"first-stream": 1, "helper": 1}


@pytest.mark.long
async def test_time_alone_wins_a_badge_at_night() -> None:
    async with whole_bot() as bot:
        it = await evening_of(bot)
        async with bot.app.parts.database.write() as transaction:
            joined = sa.update(members).where(members.c.id == await it.id_of(it.ann))
            await transaction.execute(joined.values(joined_at=bot.clock.now() - timedelta(days=364)))
        await bot.passes(days=1)
        assert await it.levels(it.ann) == {}
        await bot.passes(days=2)
        assert await it.levels(it.ann) == {"anniversary": 1}
        assert await it.levels(it.ben) == {}
