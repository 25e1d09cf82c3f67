"""One process of the benchmark of memory: the whole bot, or the bare library, takes the flood and tells its own."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta

import discord

from tests.benchmarks.discord_flood import GUILD, PEOPLE, STARTED, Bare, guild_text, message_text, wire
from tests.benchmarks.own_memory import most_memory

A_SECOND = 1_000
"""Messages; few are made at a time, since a flood that is kept whole would outweigh the bot."""


def _seconds(messages: int) -> Iterator[Sequence[str]]:
    for first in range(0, messages, A_SECOND):
        yield [message_text(number) for number in range(first, min(first + A_SECOND, messages))]


async def bare(messages: int) -> None:
    """The library alone, told of guilds and their messages."""
    client = Bare(intents=discord.Intents(guilds=True, guild_messages=True), chunk_guilds_at_startup=False)
    await client._async_setup_hook()
    feed = wire(client)
    await feed(guild_text())
    for texts in _seconds(messages):
        for text in texts:
            await feed(text)
        await asyncio.sleep(0)


async def whole(messages: int) -> None:
    """The bot as it is run, with every plugin and a stream that is on, but for the network."""
    # Imported only here: the bare process is to hold none of it.
    from bot.app import open_app
    from bot.clock import VirtualClock
    from bot.community.attendance import Attendance
    from bot.community.communities import Communities, Defaults
    from bot.community.streams import Streams
    from bot.config import load_config
    from bot.core.specs import command_specs
    from bot.model.identity import SpaceRef
    from bot.platforms.discord.connection import DiscordPlatform
    from bot.platforms.discord.servers import SERVERS

    clock = VirtualClock(STARTED)
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        config = load_config(environment={"AFTERGLOW_DATA_FOLDER": folder, "AFTERGLOW_DISCORD__TOKEN": "a-token"})
        async with open_app(config, clock=clock) as app:
            edge = app.parts.platforms["discord"]
            assert isinstance(edge, DiscordPlatform)
            async with app.parts.work() as work:
                community = await Communities(work).settle_in(SpaceRef("discord", str(GUILD)), Defaults("Kiln"))
                await Streams(work).start(community.id)
            await edge._memory.keep(SERVERS, f"[{GUILD}]")  # the bot has been there for long, and greets nobody
            client = edge.prepare(app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
            await client._async_setup_hook()
            feed = wire(client)
            await feed(guild_text())
            for texts in _seconds(messages):
                for text in texts:
                    await feed(text)
                clock.advance(timedelta(seconds=1))
                await app.turn()
            async with app.parts.work() as work:
                summary = await Attendance(work).summary(1)
            assert (summary.people, summary.messages) == (PEOPLE, messages), summary


if __name__ == "__main__":
    asyncio.run({"whole": whole, "bare": bare}[sys.argv[1]](int(sys.argv[2])))
    print(most_memory())
