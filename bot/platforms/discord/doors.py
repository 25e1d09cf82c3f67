"""Doors on Discord: private threads, and roles that open channels."""

from collections.abc import Sequence

import discord

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.discord.badges import NOT_CONNECTED, give, role_problems
from bot.platforms.discord.line import Line, gone
from bot.platforms.discord.outcomes import EXPECTED
from bot.platforms.discord.rights import not_there

NAME_LENGTH = 100
WHY = "Afterglow"
_DONE = SendResult(SendStatus.SENT)


class DiscordDoors:
    """Implements the port `Doors`. A door's `channel_id` names a private thread, or a role that lets one in."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def open_thread(self, channel: ChannelRef, name: str, people: Sequence[AccountRef]) -> SendResult:
        """See the port. Who could not be added stands in the result's reason; the thread is there all the same."""

        async def open_it(client: discord.Client) -> SendResult:
            place = await place_of_threads(client, int(channel.channel_id))
            if isinstance(place, SendResult):
                return place
            if not 1 <= len(name) <= NAME_LENGTH:
                return SendResult(SendStatus.INVALID, reason=f"a thread's name has 1 to {NAME_LENGTH} characters")
            thread = await make_thread(place, name)
            missing = [person.user_id for person in people if not await _added(thread, int(person.user_id))]
            reason = f"not added: {', '.join(missing)}" if missing else ""
            return SendResult(SendStatus.SENT, reason=reason, reference=str(thread.id))

        return await self._line.ask(open_it)

    async def let_in(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port."""
        return await self._pass(door, account, inside=True)

    async def see_out(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """See the port."""
        return await self._pass(door, account, inside=False)

    async def check_door(self, door: ChannelRef) -> Sequence[Problem]:
        """See the port."""
        client = self._line.client
        if client is None or client.application_id is None:
            return (NOT_CONNECTED,)
        guild = self._line.guild(SpaceRef(door.platform, door.space_id or ""))
        if guild is None:
            return (not_there(client),)
        named = (("server", guild.name),)
        if not door.channel_id.isdecimal():
            return (Problem("discord-problem-door-gone", named),)
        if (role := guild.get_role(int(door.channel_id))) is not None:
            return role_problems(guild, role)
        try:
            thread = await channel_of(client, int(door.channel_id))
        except EXPECTED:  # gone, or the bot does not see it any more
            return (Problem("discord-problem-door-gone", named),)
        if not isinstance(thread, discord.Thread):
            return (Problem("discord-problem-door-gone", named),)
        return _thread_problems(guild, thread)

    async def _pass(self, door: ChannelRef, account: AccountRef, *, inside: bool) -> SendResult:
        async def through(client: discord.Client) -> SendResult:
            guild = self._line.guild(SpaceRef(door.platform, door.space_id or ""))
            if guild is None:
                return gone("no such server")
            user = int(account.user_id)
            role = guild.get_role(int(door.channel_id))
            if role is not None and (problems := role_problems(guild, role)):
                return SendResult(SendStatus.FORBIDDEN, reason=problems[0].key, problem=problems[0])
            if role is not None:
                return await give(guild, user, role, reason=WHY, given=inside)
            thread = await channel_of(client, int(door.channel_id))
            if not isinstance(thread, discord.Thread):
                return SendResult(SendStatus.INVALID, reason="neither a thread nor a role")
            return await let_in(thread, user) if inside else await _see_out(thread, user)

        # However often it is asked, the person is inside or not.
        return await self._line.ask(through, reached=False)


def _thread_problems(guild: discord.Guild, thread: discord.Thread) -> tuple[Problem, ...]:
    """Whoever sees a thread may add people to it; to take them out needs a right."""
    if thread.parent is None or thread.permissions_for(guild.me).manage_threads or thread.owner_id == guild.me.id:
        return ()
    return (Problem("discord-problem-place", (("channel", thread.parent.name), ("rights", "Manage Threads"))),)


async def place_of_threads(client: discord.Client, number: int) -> discord.TextChannel | SendResult:
    """The channel of that id, if the bot may make private threads there and write in them; else why not.

    Raises what discord.py raises.
    """
    place = await channel_of(client, number)
    if not isinstance(place, discord.TextChannel) or place.is_news():
        return SendResult(SendStatus.INVALID, reason="a private thread belongs into a text channel")
    rights = place.permissions_for(place.guild.me)
    if not (rights.create_private_threads and rights.send_messages_in_threads):
        return SendResult(SendStatus.FORBIDDEN, reason=f"the bot may make no private threads in {place.name}")
    return place


async def make_thread(place: discord.TextChannel, name: str) -> discord.Thread:
    """A new private thread, which those inside can let nobody else into. Raises what discord.py raises."""
    return await place.create_thread(name=name, type=discord.ChannelType.private_thread, invitable=False)


async def let_in(thread: discord.Thread, user: int) -> SendResult:
    """Let somebody into a thread, which wakes up for it where it sleeps. Raises what discord.py raises."""
    if thread.archived:
        await thread.edit(archived=False)  # nobody can be added to one that sleeps
    await thread.add_user(discord.Object(user))
    return _DONE


async def _see_out(thread: discord.Thread, user: int) -> SendResult:
    try:
        await thread.remove_user(discord.Object(user))
    except discord.NotFound:  # the thread itself was found before
        return _DONE
    return _DONE


async def _added(thread: discord.Thread, user: int) -> bool:
    try:
        await thread.add_user(discord.Object(user))
    except EXPECTED:
        return False
    return True


async def channel_of(client: discord.Client, number: int) -> object:
    """The channel of that id, asked for where it is not known. Raises what discord.py raises."""
    return client.get_channel(number) or await client.fetch_channel(number)
