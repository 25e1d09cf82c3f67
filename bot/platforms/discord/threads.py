"""Private threads with one person each: made when something is first said there, and found again."""

import asyncio

import discord

from bot.model.identity import ThreadRef
from bot.model.ports import Memory
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.doors import NAME_LENGTH, channel_of, let_in, make_thread, place_of_threads
from bot.platforms.discord.line import Line
from bot.platforms.discord.openings import Openings
from bot.platforms.discord.outcomes import EXPECTED, outcome_of
from bot.text.markup import clean, shortened

THREAD = "thread:"  # begins the names under which the memory knows each person's thread in each server


class Threads:
    """The threads that there are. A new one takes from the budget of new direct chats, which it looks like from far."""

    def __init__(self, line: Line, memory: Memory, openings: Openings) -> None:
        self._clock = line.clock
        self._memory = memory
        self._openings = openings
        self._turn = asyncio.Lock()

    async def find(self, client: discord.Client, to: ThreadRef) -> str | SendResult:
        """The channel of somebody's thread, with them in it; made where there is none. Or why there can be none now."""
        try:
            known = await self._known(client, to)
            if known is not None:
                return known
            async with self._turn:  # two messages at once make one thread
                return await self._known(client, to) or await self._made(client, to)
        except EXPECTED as error:
            return outcome_of(error, self._clock.now(), reached=False)

    async def _known(self, client: discord.Client, to: ThreadRef) -> str | None:
        kept = await self._memory.recall(_name(to))
        if kept is None:
            return None
        try:
            thread = await channel_of(client, int(kept))
            if isinstance(thread, discord.Thread):
                await _with(thread, int(to.user_id))
                return kept
        except discord.NotFound:  # somebody deleted it, or the person has left the server
            await self._memory.drop(_name(to))
        return None

    async def _made(self, client: discord.Client, to: ThreadRef) -> str | SendResult:
        place = await place_of_threads(client, int(to.channel_id))
        if isinstance(place, SendResult):
            return place
        await place.guild.fetch_member(int(to.user_id))  # who is not there would be the only one not to see it
        again = await self._openings.take()
        if again is not None:
            return SendResult(SendStatus.SPARED, retry_at=again, reason="no new private threads for now")
        thread = await make_thread(place, shortened(" ".join(clean(to.name).split()), NAME_LENGTH))
        await self._memory.keep(_name(to), str(thread.id))  # before anything can fail: the next try goes on with it
        await thread.add_user(discord.Object(int(to.user_id)))
        return str(thread.id)


async def _with(thread: discord.Thread, user: int) -> None:
    """Let the person in who is not inside: they still allow this way, and would not see what they are told."""
    try:
        await thread.fetch_member(user)
    except discord.NotFound:
        await let_in(thread, user)


def _name(to: ThreadRef) -> str:
    return f"{THREAD}{to.space_id}:{to.user_id}"
