"""What edges keep over restarts."""

from datetime import UTC, datetime

import pytest

from bot.clock import VirtualClock
from bot.storage.database import Database
from bot.storage.edge_memory import EdgeMemory


@pytest.mark.long
async def test_what_an_edge_keeps_is_its_own_and_the_newest(each_database: Database) -> None:
    clock = VirtualClock(datetime(2026, 1, 1, tzinfo=UTC))
    discord, telegram = (EdgeMemory(each_database, clock, name) for name in ("discord", "telegram"))
    assert await discord.recall("commands") is None
    await discord.keep("commands", "old")
    await discord.keep("commands", "new")
    await telegram.keep("commands", "other")
    assert await EdgeMemory(each_database, clock, "discord").recall("commands") == "new"
    await discord.drop("commands")
    await discord.drop("commands")
    assert await discord.recall("commands") is None
    assert await telegram.recall("commands") == "other"
