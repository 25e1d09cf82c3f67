"""How much memory the whole bot takes for a chat flood on Discord, beside the bare library with an empty handler."""

import asyncio
import json
import sys
from statistics import median

from tests.benchmarks.discord_flood import PEOPLE
from tests.benchmarks.measuring import Figure, Size

MESSAGES = 50_000
CHILD = "tests.benchmarks.memory_child"
MORE_AT_MOST = 100.0
"""Megabytes for a database, its library, every plugin and all texts: an aim of our own, for the least server."""


async def run(size: Size) -> list[Figure]:
    """The most memory in megabytes that a process of either kind had at once."""
    messages = max(size.of(MESSAGES), PEOPLE)
    ours, floor = [], []
    for _ in range(size.rounds):
        ours.append(await _taken("whole", messages))
        floor.append(await _taken("bare", messages))
    value, bare = median(ours), median(floor)
    aim, met = f"<= +{MORE_AT_MOST:.0f} MB", value - bare <= MORE_AT_MOST
    return [Figure("memory", value, "MB", bare, value / bare, aim, met, len(ours))]


async def _taken(kind: str, messages: int) -> float:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", CHILD, kind, str(messages), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return float(json.loads(out)) / 1e6
