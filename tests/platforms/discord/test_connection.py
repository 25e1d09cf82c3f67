"""Signing in, connecting, closing, and what stops the bot in a server."""

import asyncio
import contextlib
import logging
import re
import subprocess
import sys

import discord
import pytest

from bot.errors import ConfigError
from bot.model.ports import Feature, Platform
from bot.model.results import SendStatus
from bot.platforms.discord.client import intents
from bot.platforms.discord.connection import Timing
from tests.eventually import eventually
from tests.platforms.contract import COMMANDS, Recorder
from tests.platforms.discord.bench import Bench, message, platform
from tests.platforms.discord.server import TOKEN, Server, nobody_answers, serving

QUICK = Timing(between_sessions=0.01)


def test_the_bot_listens_to_what_it_needs_and_no_more() -> None:
    assert (intents(members=False).value, intents(members=True).value) == (16848577, 16848579)


async def test_a_wrong_token_ends_with_the_key_and_the_cure_and_without_the_token() -> None:
    async with serving(Server()):
        with pytest.raises(ConfigError) as raised:
            await platform(token="wrong-token").run(Recorder(), COMMANDS)
    assert raised.value.where == "discord.token"
    assert "Reset it" in str(raised.value.cure)
    assert "wrong-token" not in str(raised.value)


@pytest.mark.parametrize(("code", "cure"), [(4014, "Server Members Intent"), (4004, "Reset it")])
@pytest.mark.parametrize("shards", [1, 2])
async def test_a_gateway_that_refuses_for_good_ends_with_the_cure(code: int, cure: str, shards: int) -> None:
    async with serving(Server(close_code=code, shards=shards)) as server:
        with pytest.raises(ConfigError) as raised:
            await platform(token=TOKEN, members=True, timing=QUICK).run(Recorder(), COMMANDS)
    assert (raised.value.where, len(server.identified)) == ("discord.token", shards)  # once each, and never again
    assert cure in str(raised.value.cure)


async def test_another_end_of_the_gateway_is_left_to_the_supervisor() -> None:
    async with serving(Server(close_code=4011)):
        with pytest.raises(discord.ConnectionClosed):
            await platform(token=TOKEN).run(Recorder(), COMMANDS)


async def test_a_connection_that_breaks_later_is_told_in_a_line_for_each_try(caplog: pytest.LogCaptureFixture) -> None:
    with nobody_answers():
        async with serving(Server(close_code=1000)) as server:
            running = asyncio.create_task(platform(token=TOKEN).run(Recorder(), COMMANDS))
            await eventually(lambda: bool(server.identified), "it was connected")
        await eventually(lambda: bool(told(caplog)), "it noticed that the server is gone")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    line = told(caplog)[0]
    assert re.fullmatch(r"Discord cannot be reached: .+; next try in \d+ s", line.getMessage())
    assert (line.levelname, line.exc_info) == ("WARNING", None)


def told(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """What the library's client logged so far."""
    return [record for record in caplog.records if record.name == "discord.client" and "next try" in record.msg]


async def test_it_publishes_before_it_connects_and_asks_only_for_its_intents() -> None:
    async with serving(Server()) as server:
        with pytest.raises(ConfigError):
            await platform(token=TOKEN).run(Recorder(), COMMANDS)
    assert [command["name"] for command in server.published[0]] == ["note", "ask", "ping"]
    assert server.identified[0]["intents"] == 16848577


async def test_it_does_not_connect_when_the_sessions_of_the_day_run_out() -> None:
    async with serving(Server(sessions_left=49)) as server:
        running = asyncio.create_task(platform(token=TOKEN).run(Recorder(), COMMANDS))
        await asyncio.wait_for(server.asked_for_limits.wait(), 5)
        await asyncio.sleep(0.05)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
    assert server.identified == []


async def test_before_connecting_and_after_closing_everything_waits(bench: Bench) -> None:
    early = platform()
    for not_connected in (early, bench.platform):
        await not_connected.close()
        result = await not_connected.send(bench.place, message("hello"), key="d1")
        assert result.status is SendStatus.LATER
        assert [problem.key for problem in await not_connected.check(bench.space)] == ["discord-problem-not-connected"]


def test_the_edge_is_a_platform_that_says_what_it_can() -> None:
    edge_of_discord: Platform = platform()
    can = edge_of_discord.capabilities
    assert (edge_of_discord.name, can.text_length, can.buttons_in_row) == ("discord", 4000, 5)
    assert {Feature.EPHEMERAL, Feature.NONCE} <= can.features


def test_the_package_alone_does_not_load_the_library() -> None:
    asked = "import sys, bot.platforms.discord; print('discord' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
