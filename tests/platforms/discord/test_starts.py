"""How often sessions start: never so often that Discord resets the token, whoever begins the bot again and again."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from bot.clock import VirtualClock
from bot.errors import ConfigError
from bot.model.results import SendStatus
from bot.platforms.discord.connection import DiscordPlatform, Timing
from bot.platforms.discord.starts import FREE, Starts, TooManyStartsError
from tests.platforms.contract import COMMANDS, Notebook, Recorder
from tests.platforms.discord.bench import START, message, platform
from tests.platforms.discord.jumping import at_once
from tests.platforms.discord.living_server import CHANNEL, LivingServer
from tests.platforms.discord.server import TOKEN, Server, serving
from tests.platforms.discord.test_faults import PLACE, ready

QUICK = Timing(between_sessions=0.01, ready_after=0.05)


def edge(memory: Notebook, *, api_url: str | None = None) -> DiscordPlatform:
    return platform(token=TOKEN, memory=memory, timing=QUICK, api_url=api_url)


class Passing:
    """A clock that goes with the running loop."""

    def __init__(self) -> None:
        self._begun = asyncio.get_running_loop().time()

    def now(self) -> datetime:
        return START + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time() - self._begun


@contextlib.asynccontextmanager
async def running(one: DiscordPlatform) -> AsyncIterator[None]:
    """The edge, connected for the time of the block."""
    task = asyncio.create_task(one.run(Recorder(), COMMANDS))
    try:
        await ready(one)
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_container_that_begins_a_refused_bot_again_and_again_is_slowed_down() -> None:
    kept = Notebook()
    async with serving(Server(close_code=4014)) as server:
        for _ in range(FREE):
            with pytest.raises(ConfigError):
                await edge(kept).run(Recorder(), COMMANDS)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(edge(kept).run(Recorder(), COMMANDS), 0.5)
    assert len(server.identified) == FREE


async def test_a_wrong_token_starts_no_session_at_all() -> None:
    async with serving(Server()) as server:
        for _ in range(2 * FREE):
            with pytest.raises(ConfigError):
                await platform(token="wrong", timing=QUICK).run(Recorder(), COMMANDS)
    assert server.identified == []


def test_each_further_start_waits_longer_and_a_day_stays_far_below_a_thousand() -> None:
    kept = Notebook()

    async def day() -> int:
        clock, count = Passing(), 0
        while clock.now() < START + timedelta(days=1):
            starts = Starts(kept, clock)  # a new process each time
            await starts.wait()
            await starts.begin(None)
            await asyncio.sleep(1)
            count += 1
        return count

    assert at_once(day) < 400


def test_a_session_that_the_library_would_start_too_soon_is_refused_to_it() -> None:
    async def hammered() -> int:
        starts, count = Starts(Notebook(), VirtualClock(START)), 0
        with pytest.raises(TooManyStartsError):
            while count < 100:
                await starts.begin(None)
                count += 1
        return count

    assert at_once(hammered) == FREE


def test_shards_start_one_after_the_other_and_each_has_its_own_count() -> None:
    async def shards() -> float:
        starts, begun = Starts(Notebook(), VirtualClock(START)), asyncio.get_running_loop().time()
        await asyncio.gather(*(starts.begin(shard) for shard in range(10)))
        return asyncio.get_running_loop().time() - begun

    assert at_once(shards) == pytest.approx(45)


async def test_a_bot_on_many_servers_connects_by_as_many_shards_as_discord_recommends() -> None:
    async with serving(LivingServer(shards=2)) as server:
        one = edge(Notebook())
        async with running(one):
            result = await one.send(PLACE, message("hello"), key="d1")
    assert [told["shard"] for told in server.identified] == [[0, 2], [1, 2]]
    assert result.status is SendStatus.SENT
    assert len(server.published) == 1


async def test_another_address_of_the_api_is_used_for_everything_but_the_gateway() -> None:
    async with serving(LivingServer()) as server:
        one = edge(Notebook(), api_url=server.proxy)
        async with running(one):
            await one.send(PLACE, message("hello"), key="d1")
    assert server.proxied == {
        "/users/@me",
        "/oauth2/applications/@me",
        "/applications/17/commands",
        "/gateway/bot",
        f"/channels/{CHANNEL}/messages",
    }
    assert len(server.identified) == 1
