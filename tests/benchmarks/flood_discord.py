"""What a chat flood on Discord costs the edge, its attendance stored, beside the bare library with an empty handler.

Both take each message from the gateway's text on.
"""

import asyncio
import gc
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median

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
from tests.benchmarks.discord_flood import (
    GUILD,
    PEOPLE,
    PER_SECOND,
    STARTED,
    Bare,
    Feed,
    flood_of,
    guild_text,
    wire,
)
from tests.benchmarks.measuring import Figure, Size, copied, new_database, opened
from tests.platforms.contract import Notebook, Recorder

MESSAGES = 50_000
AT_ONCE = 100  # messages after which the loop turns to whatever else waits
TIMES_THE_FLOOR = 1.0


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


async def _take(feed: Feed, flood: Sequence[str]) -> None:
    for start in range(0, len(flood), AT_ONCE):
        for text in flood[start : start + AT_ONCE]:
            await feed(text)
        await asyncio.sleep(0)


async def _bare(flood: Sequence[str]) -> float:
    """The floor: the processor time of taking each message and handing it to an empty handler."""
    client = Bare(intents=intents(members=False), chunk_guilds_at_startup=False)
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
