"""Who joined, and by which invite: where a server has rules to agree to, once they have agreed to them."""

import json

import discord

from bot.model.ports import Memory, Sink
from bot.platforms.discord import incoming
from bot.platforms.discord.arrivals import Arrivals
from bot.platforms.discord.line import Line

AGREEING = "agreeing:"  # begins the names under which the memory knows by what somebody came who has yet to agree


class Newcomers:
    """Tells of them once they are members. Until then they can do nothing there, so that a greeting would be lost."""

    def __init__(self, line: Line, memory: Memory, sink: Sink, arrivals: Arrivals) -> None:
        self._line = line
        self._memory = memory
        self._sink = sink
        self._arrivals = arrivals

    async def came(self, member: discord.Member) -> None:
        """Somebody came, by an invite that has to be found out now: later its uses tell nothing."""
        address, sure = await self._arrivals.came_by(member.guild)
        if member.pending:
            await self._memory.keep(_name(member), json.dumps([address, sure]))
        else:
            await self._tell(member, address, sure)

    async def changed(self, before: discord.Member, after: discord.Member) -> None:
        """Something about somebody changed: perhaps they have just agreed."""
        if not before.pending or after.pending:
            return
        kept = await self._memory.recall(_name(after))
        address, sure = json.loads(kept) if kept is not None else ("", 0.0)
        await self._tell(after, address, sure)
        await self._memory.drop(_name(after))

    async def gone(self, guild_id: int, user_id: int) -> None:
        """Somebody left, perhaps without ever having agreed."""
        await self._memory.drop(f"{AGREEING}{guild_id}:{user_id}")

    async def _tell(self, member: discord.Member, address: str, sure: float) -> None:
        await self._sink.receive(incoming.joined(member, self._line.clock.now(), address, sure))


def _name(member: discord.Member) -> str:
    return f"{AGREEING}{member.guild.id}:{member.id}"
