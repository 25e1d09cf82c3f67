"""In which servers the bot is: told once when it was let in or taken out, also where that was while it was away."""

import json
from collections.abc import Collection

import discord

from bot.model.identity import SpaceRef
from bot.model.incoming import BotPresent
from bot.model.ports import Memory, Sink
from bot.platforms.discord.incoming import PLATFORM
from bot.platforms.discord.line import Line

SERVERS = "servers"  # under this name the memory knows where the bot is, as far as the core was told


class Servers:
    """Each is told before it is remembered, so that a crash in between tells it twice and never not at all."""

    def __init__(self, line: Line, memory: Memory, sink: Sink) -> None:
        self._line = line
        self._memory = memory
        self._sink = sink
        self._known: set[int] | None = None

    async def entered(self, guild: discord.Guild) -> None:
        """The bot is in a server, perhaps since long ago."""
        known = await self._recalled()
        if guild.id in known:
            return
        await self._tell(guild.id, here=True, title=guild.name)
        known.add(guild.id)
        await self._keep(known)

    async def left(self, guild_id: int) -> None:
        """The bot was taken out of a server, or the server is no more."""
        known = await self._recalled()
        await self._tell(guild_id, here=False)
        known.discard(guild_id)
        await self._keep(known)

    async def compare(self, there: Collection[int]) -> None:
        """These are all; it was taken out of any others while nobody listened."""
        for guild_id in sorted(await self._recalled() - set(there)):
            await self.left(guild_id)

    async def _tell(self, guild_id: int, *, here: bool, title: str = "") -> None:
        now = self._line.clock.now()
        presence = BotPresent(
            event_id=f"{'entered' if here else 'left'}:{guild_id}:{now.timestamp():.3f}",
            at=now,
            actor=self._line.myself(),
            space=SpaceRef(PLATFORM, str(guild_id)),
            here=here,
            title=title,
        )
        await self._sink.receive(presence)

    async def _recalled(self) -> set[int]:
        if self._known is None:
            self._known = set(json.loads(await self._memory.recall(SERVERS) or "[]"))
        return self._known

    async def _keep(self, known: set[int]) -> None:
        await self._memory.keep(SERVERS, json.dumps(sorted(known)))
