"""Everything that happens on Discord, told to the parts of the edge that make something of it."""

from collections.abc import Sequence

import discord
from msgspec import Struct

from bot.model.incoming import Incoming, StreamSignal
from bot.model.ports import Sink
from bot.platforms.discord import incoming
from bot.platforms.discord.answers import Answers
from bot.platforms.discord.arrivals import Arrivals
from bot.platforms.discord.chat import Chat
from bot.platforms.discord.gaps import Gaps
from bot.platforms.discord.line import Line
from bot.platforms.discord.newcomers import Newcomers
from bot.platforms.discord.openings import Openings
from bot.platforms.discord.servers import Servers
from bot.platforms.discord.streams import StreamWatch
from bot.platforms.discord.voice import Voice
from bot.platforms.discord.votes import Votes
from bot.platforms.discord.wire import UNASKED


class Watching(Struct, frozen=True):
    """The parts, and what they do together when a session begins, breaks off or ends.

    What they ask Discord for nobody waits for; each event of the library's has a context of its own that says so.
    """

    sink: Sink
    line: Line
    answers: Answers
    votes: Votes
    arrivals: Arrivals
    openings: Openings
    streams: StreamWatch
    voice: Voice
    chat: Chat
    gaps: Gaps
    servers: Servers
    newcomers: Newcomers

    async def look(self, guild: discord.Guild, *, members: bool) -> None:
        """Learn what there is in a server, and make up for what was missed; once in a session."""
        UNASKED.set(True)
        await self.servers.entered(guild)
        if members:
            await self.arrivals.learn(guild)
        await self.voice.look(guild)
        await self.tell(await self.streams.look(guild))
        async for update in self.votes.missed(guild.id):
            await self.sink.receive(update)
        await self.chat.look(guild)

    async def forget(self, guild_id: int) -> None:
        """The bot was taken out of a server: nobody is counted there any more."""
        await self.voice.forget(guild_id)
        await self.chat.forget(guild_id)
        await self.servers.left(guild_id)
        self.gaps.forget(guild_id)

    async def keep(self, *, last: bool = False) -> None:
        """Count up to now, and remember how far that is; see to what nobody told."""
        await self.voice.flush(last=last)
        await self.chat.keep(last=last)
        if not last:
            async for ended in self.votes.overdue():
                await self.sink.receive(ended)

    async def tell(self, signals: Sequence[StreamSignal]) -> None:
        """Hand signals over, in their order."""
        for signal in signals:
            await self.sink.receive(signal)
            await self.streams.told(signal)

    async def polled(self, payload: discord.RawPollVoteActionEvent, *, added: bool) -> None:
        """Somebody chose an answer of a poll, or took it back."""
        UNASKED.set(True)
        await self._hand_over(await self.votes.changed(payload, added=added))

    async def posted(self, message: discord.Message) -> None:
        """Discord tells by a message that a poll has ended."""
        UNASKED.set(True)
        if message.type is discord.MessageType.poll_result and message.reference is not None:
            await self._hand_over(await self.votes.ended(str(message.reference.message_id)))

    def reacted(self, payload: discord.RawReactionActionEvent) -> None:
        """Somebody reacted."""
        presence = incoming.reacted(payload, self.line.clock.now())
        if presence is not None:
            self.sink.note(presence)

    async def joined(self, member: discord.Member) -> None:
        """Somebody joined, by an invite that has to be found out."""
        UNASKED.set(True)
        await self.newcomers.came(member)

    async def uninvited(self, invite: discord.Invite) -> None:
        """An invite is gone."""
        self.arrivals.unmade(invite)
        if invite.guild is not None:
            guild, now = invite.guild.id, self.line.clock.now()
            await self.sink.receive(incoming.invite_gone(guild, invite.url, now, self.line.myself()))

    async def left(self, payload: discord.RawMemberRemoveEvent) -> None:
        """Somebody left."""
        await self.sink.receive(incoming.left(payload, self.line.clock.now()))
        await self.newcomers.gone(payload.guild_id, payload.user.id)

    async def _hand_over(self, update: Incoming | None) -> None:
        if update is not None:
            await self.sink.receive(update)
