"""A plugin whose jobs take as long as a test wants, and that reacts to what the core works on first."""

import asyncio
from collections.abc import Callable

from bot.api import Activities, ActivityRecorded, Background, Context, Facts, FactSpec, Plugin, activity_count

POURED = "poured"


class Kettle:
    """A plugin whose jobs wait for an event that may never come, and that reacts to what is poured."""

    def __init__(self, name: str) -> None:
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.seen: list[float] = []
        self.gate = asyncio.Event()
        fact = FactSpec(f"{name}_poured", "number", activity_count(f"{name}-{POURED}"), moved_by=(f"{name}-{POURED}",))
        self.plugin = Plugin(name, activities=(f"{name}-{POURED}",), facts=(fact,))
        self._declare(self.plugin, fact)

    def _declare(self, plugin: Plugin, fact: FactSpec) -> None:
        @plugin.command(f"{plugin.name} fill")
        async def fill(ctx: Context, word: str) -> None:
            """Heat some water, in a while."""
            await ctx.later(heat, word=word)

        @plugin.job()
        async def heat(ctx: Background, word: str) -> None:
            self.begun.append(word)
            await self.gate.wait()
            self.ended.append(word)

        @plugin.command(f"{plugin.name} pour")
        async def pour(ctx: Context) -> None:
            """Pour a cup."""
            await ctx.use(Activities).record(ctx.community.id, ctx.member.id, f"{plugin.name}-{POURED}", "cup")

        @plugin.on(ActivityRecorded)
        async def taste(ctx: Background, event: ActivityRecorded) -> None:
            self.seen.append(float((await ctx.use(Facts).of(event.member_id)).get(fact.name, 0)))


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - nobody tells when a job begins
            await asyncio.sleep(0.005)
