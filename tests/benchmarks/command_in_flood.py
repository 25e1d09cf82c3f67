"""How long a command on Discord waits for its answer while the chat floods, beside the same on a quiet evening.

From the gateway's text to the answer that leaves: parsed, stored, handled in its transaction, through the whole bot.
"""

import asyncio
import gc
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import msgspec
from discord import utils

from bot.app import open_app
from bot.config import Config
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Message
from bot.model.ports import Sink
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.connection import DiscordPlatform, Timing
from bot.platforms.discord.servers import SERVERS
from bot.surroundings import Surroundings
from tests.benchmarks.discord_flood import CHANNEL, GUILD, flood_of, guild_text, wire
from tests.benchmarks.measuring import Figure, Size

PER_SECOND = 2_000
SECONDS = 10
TICK = 0.005  # seconds between two handfuls of the flood
EVERY = 0.05  # seconds between two commands
WARMING_UP = 20  # commands at the beginning, which find nothing prepared
MOST = 50.0  # milliseconds
NEVER = 3600.0


READY = msgspec.json.encode(
    {
        "op": 0,
        "t": "READY",
        "s": 1,
        "d": {
            "v": 10,
            "user": {"id": "17", "username": "afterglow", "discriminator": "0", "avatar": None, "bot": True},
            "guilds": [],
            "session_id": "one",
            "resume_gateway_url": "wss://nowhere",
            "application": {"id": "17", "flags": 0},
        },
    }
).decode()


class Flooded(DiscordPlatform):
    """The edge without Discord: a gateway's text goes in, and of answers it is noted when they leave."""

    def __init__(self, around: Surroundings, flood: Sequence[str], commands: int) -> None:
        timing = Timing(acknowledge_after=NEVER, form_within=NEVER)
        memory = around.memory("discord")
        super().__init__("a-token", clock=around.clock, say=around.say, memory=memory, timing=timing)
        self._flood = flood
        self._commands = commands
        self._asked: dict[str, float] = {}
        self.waits: list[float] = []
        self.done = asyncio.Event()

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """Feed the flood at its pace, and a command now and then."""
        await self._memory.keep(SERVERS, f"[{GUILD}]")  # a server that the bot has been in for long, and greets no more
        client = self.prepare(sink, commands)
        await client._async_setup_hook()
        feed = wire(client)
        await feed(READY)
        await feed(guild_text())
        now = asyncio.get_running_loop().time
        begun, taken = now(), 0
        for number in range(self._commands):
            command = utils.time_snowflake(self.clock.now()) + number
            self._asked[str(command)] = now()
            await feed(_command(command))
            while now() < begun + (number + 1) * EVERY:
                due = min(len(self._flood), int((now() - begun) * PER_SECOND))
                for text in self._flood[taken:due]:
                    await feed(text)
                taken = max(taken, due)
                await asyncio.sleep(TICK)
        async with asyncio.timeout(10):
            await self.done.wait()
        await asyncio.Event().wait()

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """Note how long the person waited."""
        self.waits.append((asyncio.get_running_loop().time() - self._asked[to.token.partition(":")[0]]) * 1000)
        if len(self.waits) == self._commands:
            self.done.set()
        return SendResult(SendStatus.SENT, "1")


async def run(size: Size) -> list[Figure]:
    """The 99th of a hundred waits, in milliseconds."""
    seconds = max(1.0, SECONDS * size.share)
    flood = flood_of(int(PER_SECOND * seconds))
    commands = int(seconds / EVERY) + WARMING_UP
    flooded, quiet = [], []
    for _ in range(size.rounds):
        quiet.append(await _p99([], commands))
        flooded.append(await _p99(flood, commands))
    ratio = median(mine / bare for mine, bare in zip(flooded, quiet, strict=True))
    value = median(flooded)
    return [
        Figure("flood-command", value, "ms", median(quiet), ratio, f"< {MOST:.0f} ms", value < MOST, len(flooded)),
    ]


async def _p99(flood: Sequence[str], commands: int) -> float:
    edges: list[Flooded] = []

    def make(around: Surroundings) -> list[Flooded]:
        edges.append(Flooded(around, flood, commands))
        return edges

    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        async with open_app(Config(data_folder=Path(folder)), make_platforms=make) as app:
            gc.collect()
            running = asyncio.create_task(app.run())
            async with asyncio.timeout(60):
                await edges[0].done.wait()
            app.stop()
            await running
    return quantiles(edges[0].waits[WARMING_UP:], n=100)[98]


def _command(id: int) -> str:
    user = {"id": "5000001", "username": "guest1", "global_name": "Guest 1", "discriminator": "0", "avatar": None}
    member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
    data: dict[str, Any] = {
        "id": str(id),
        "application_id": "17",
        "type": 2,
        "token": f"secret-{id}",
        "version": 1,
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "channel": {"id": str(CHANNEL), "type": 0, "name": "general", "position": 0, "permission_overwrites": []},
        "member": {**member, "user": user, "permissions": "0"},
        "data": {"id": "9", "name": "ping", "type": 1},
        "locale": "en-GB",
        "entitlements": [],
        "authorizing_integration_owners": {},
        "attachment_size_limit": 0,
    }
    return msgspec.json.encode({"op": 0, "t": "INTERACTION_CREATE", "s": 10_000_000, "d": data}).decode()
