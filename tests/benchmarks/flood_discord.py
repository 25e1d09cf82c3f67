"""What a chat flood on Discord costs the edge, its attendance stored, beside the bare library with an empty handler.

Both take each message from the gateway's text on.
"""

import asyncio
import gc
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, cast

import discord
import orjson
from discord.gateway import DiscordWebSocket

from bot.clock import VirtualClock
from bot.community.attendance import Attendance
from bot.community.attendance_counter import AttendanceCounter
from bot.community.communities import Communities, Defaults
from bot.community.streams import Streams
from bot.model.identity import SpaceRef
from bot.platforms.discord.client import intents
from bot.platforms.discord.connection import DiscordPlatform
from bot.platforms.discord.thinning import EVENT
from bot.storage.database import Database
from bot.storage.work import Work
from bot.text.translator import core_texts
from tests.benchmarks.measuring import Figure, Size, copied, new_database, opened
from tests.platforms.contract import Notebook, Recorder

MESSAGES = 50_000
PEOPLE = 2_000
PER_SECOND = 25_000
MENTIONS = 50  # one in so many messages mentions the bot
AT_ONCE = 100  # messages after which the loop turns to whatever else waits
GUILD, CHANNEL, ME = 200, 201, 17
STARTED = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
TIMES_THE_FLOOR = 1.0

Feed = Callable[[str], Awaitable[None]]


async def run(size: Size) -> list[Figure]:
    """Processor time until everything is written: as the edge is, and on the library's public interface alone."""
    flood = flood_of(max(size.of(MESSAGES), PEOPLE))
    ours: list[float] = []
    public: list[float] = []
    floor: list[float] = []
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        prepared = Path(folder) / "prepared.db"
        async with new_database(prepared) as database:
            await _go_live(database)
        gc.collect()
        gc.freeze()
        for _ in range(size.rounds):
            floor.append(await _bare(flood))
            for times, thinned in ((ours, True), (public, False)):
                async with opened(copied(prepared, "ours.db")) as database:
                    times.append(await _keep(database, flood, thinned=thinned))
        gc.unfreeze()
    return [
        _figure("flood-discord", ours, floor, len(flood)),
        _figure("  public interface", public, floor, len(flood)),
    ]


def _figure(name: str, ours: Sequence[float], floor: Sequence[float], messages: int) -> Figure:
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    per_message = [median(seconds) / messages * 1e6 for seconds in (ours, floor)]
    met = ratio <= TIMES_THE_FLOOR
    return Figure(name, per_message[0], "us", per_message[1], ratio, f"<= {TIMES_THE_FLOOR}x", met, len(ours))


def flood_of(messages: int) -> list[str]:
    """What the gateway says. All people speak, in no order."""
    begun = int((STARTED - datetime(2015, 1, 1, tzinfo=UTC)).total_seconds() * 1000)
    return [orjson.dumps(_message(number, begun)).decode() for number in range(messages)]


def _message(number: int, begun: int) -> dict[str, Any]:
    person = number * 1_237 % PEOPLE
    user = {
        "id": str(5_000_000 + person),
        "username": f"guest{person}",
        "global_name": f"Guest {person}",
        "discriminator": "0",
        "avatar": None,
    }
    member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
    mentioned = [{**user, "id": str(ME), "username": "afterglow", "member": member}] if number % MENTIONS == 0 else []
    empty: dict[str, list[Any]] = {"embeds": [], "attachments": [], "mention_roles": [], "components": []}
    data = {
        "id": str((begun + number * 1000 // PER_SECOND << 22) + number),
        "type": 0,
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "author": user,
        "member": member,
        "content": "",
        "timestamp": "2026-11-22T19:30:00.000000+00:00",
        "edited_timestamp": None,
        "mentions": mentioned,
        **dict.fromkeys(("tts", "mention_everyone", "pinned"), False),
        **empty,
    }
    return {"op": 0, "t": EVENT, "s": number + 1, "d": data}


def guild_text() -> str:
    """A server with one channel, as the gateway tells of it."""
    everybody = {"id": str(GUILD), "name": "@everyone", "permissions": "8", "position": 0, "color": 0, "hoist": False}
    lists = ("emojis", "stickers", "features", "threads", "stage_instances", "guild_scheduled_events", "presences")
    data = {
        "id": str(GUILD),
        "name": "Kiln and Glaze",
        "owner_id": "1",
        "roles": [{**everybody, "managed": False, "mentionable": False}],
        "members": [],
        "channels": [
            {"id": str(CHANNEL), "type": 0, "name": "general", "position": 0, "permission_overwrites": []},
        ],
        "voice_states": [],
        "member_count": PEOPLE,
        **{name: [] for name in lists},
    }
    return orjson.dumps({"op": 0, "t": "GUILD_CREATE", "s": 1, "d": data}).decode()


def wire(client: discord.Client) -> Feed:
    """The library's own way in for what the gateway says, without a gateway."""
    inside = client._connection
    socket = DiscordWebSocket(cast(Any, None), loop=asyncio.get_running_loop())
    socket._discord_parsers = inside.parsers
    socket._dispatch = client.dispatch
    socket.shard_id = None
    return socket.received_message


async def _take(feed: Feed, flood: Sequence[str]) -> None:
    for start in range(0, len(flood), AT_ONCE):
        for text in flood[start : start + AT_ONCE]:
            await feed(text)
        await asyncio.sleep(0)


class _Bare(discord.Client):
    """The library with a handler that does nothing."""

    async def on_message(self, message: discord.Message) -> None:
        """Nothing."""


async def _bare(flood: Sequence[str]) -> float:
    """The floor: the processor time of taking each message and handing it to an empty handler."""
    client = _Bare(intents=intents(members=False), chunk_guilds_at_startup=False)
    await client._async_setup_hook()
    feed = wire(client)
    await feed(guild_text())
    begun = time.process_time()
    await _take(feed, flood)
    await asyncio.sleep(0)
    return time.process_time() - begun


async def _keep(database: Database, flood: Sequence[str], *, thinned: bool) -> float:
    """The same with the whole edge, until the database has it all."""
    clock, counter, sink = VirtualClock(STARTED), AttendanceCounter(), Recorder()
    edge = DiscordPlatform("a-token", clock=clock, say=core_texts().text, memory=Notebook())
    sink.note = counter.note  # type: ignore[method-assign]
    client = edge.prepare(sink, [])
    await client._async_setup_hook()
    if not thinned:
        client._connection.parsers[EVENT] = client._connection.parse_message_create
    feed = wire(client)
    await feed(guild_text())
    begun = time.process_time()
    writing: asyncio.Task[int] | None = None
    for start in range(0, len(flood), PER_SECOND):
        await _take(feed, flood[start : start + PER_SECOND])
        clock.advance(timedelta(seconds=1))
        if writing is not None:
            await writing
        writing = asyncio.create_task(counter.flush(database, clock))
    if writing is not None:
        await writing
    taken = time.process_time() - begun
    await _all_there(database, len(flood))
    return taken


async def _go_live(database: Database) -> None:
    async with Work(database, VirtualClock(STARTED)) as work:
        community = await Communities(work).settle_in(SpaceRef("discord", str(GUILD)), Defaults("Kiln"))
        await Streams(work).start(community.id)


async def _all_there(database: Database, messages: int) -> None:
    async with Work(database, VirtualClock(STARTED)) as work:
        summary = await Attendance(work).summary(1)
    assert (summary.people, summary.messages) == (PEOPLE, messages), summary
