"""The connection to Discord: one client in the running loop, and the port `Platform` on top of it.

Import this module only where there is a token: it loads discord.py, which a process without Discord need not carry.
"""

import asyncio
from collections.abc import Collection, Sequence

import discord
from discord.http import Route
from msgspec import Struct

from bot.clock import Clock
from bot.errors import UnreachableError
from bot.guard import attempt
from bot.model.identity import ChannelRef, SpaceRef, Target
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Feature, Memory, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.discord import look, outgoing
from bot.platforms.discord.answers import ACKNOWLEDGE_AFTER, FORM_WITHIN, Answers
from bot.platforms.discord.arrivals import Arrivals
from bot.platforms.discord.badges import DiscordBadges
from bot.platforms.discord.chat import KEPT_EVERY, Chat
from bot.platforms.discord.client import Client, ShardedClient
from bot.platforms.discord.directory import DiscordDirectory
from bot.platforms.discord.doors import DiscordDoors
from bot.platforms.discord.files import DiscordFiles
from bot.platforms.discord.gaps import Gaps
from bot.platforms.discord.incoming import OF_MESSAGE, PLATFORM
from bot.platforms.discord.invites import DiscordInvites
from bot.platforms.discord.line import Line, gone
from bot.platforms.discord.newcomers import Newcomers
from bot.platforms.discord.openings import Openings
from bot.platforms.discord.pace import Pace
from bot.platforms.discord.polls import DiscordPolls
from bot.platforms.discord.reaching import UNREACHABLE, in_a_line, tell_reconnects_in_a_line
from bot.platforms.discord.rights import problems
from bot.platforms.discord.servers import Servers
from bot.platforms.discord.signing_in import config_error, spare_sessions
from bot.platforms.discord.starts import BETWEEN, Starts
from bot.platforms.discord.streams import StreamWatch
from bot.platforms.discord.threads import Threads
from bot.platforms.discord.voice import Voice
from bot.platforms.discord.votes import Votes
from bot.platforms.discord.watching import Watching
from bot.platforms.discord.wire import UNASKED, watched
from bot.text.saying import Say

CAPABILITIES = Capabilities(
    features=frozenset(
        {
            Feature.EPHEMERAL,
            Feature.FORM,
            Feature.OPEN_DIRECT,
            Feature.OPTIONS,
            Feature.COMPLETION,
            Feature.NONCE,
            Feature.THREAD,
            Feature.MENTION,
        }
    ),
    text_length=look.TEXT_LENGTH,
    buttons_in_row=look.BUTTONS_IN_ROW,
    rows=5,
)


class Timing(Struct, frozen=True):
    """In seconds: when an interaction is acknowledged by itself, and when one that opens a form; how far apart sessions
    start, and for how long more servers are waited for until the connection counts as ready."""

    acknowledge_after: float = ACKNOWLEDGE_AFTER
    form_within: float = FORM_WITHIN
    between_sessions: float = BETWEEN
    ready_after: float = 2.0


class DiscordPlatform:
    """Discord as the core sees it; implements `bot.model.ports.Platform`.

    `members` says that the privileged members intent is switched on, which tells of joins and leaves; `new_direct...`
    how many direct chats may be opened; `api_url` another address of the API, for the whole process.
    """

    def __init__(
        self,
        token: str,
        *,
        clock: Clock,
        say: Say,
        memory: Memory,
        members: bool = False,
        new_direct_per_minute: int = 10,
        new_direct_per_day: int = 100,
        api_url: str | None = None,
        timing: Timing = Timing(),
    ) -> None:
        self._token = token
        self._timing = timing
        if api_url is not None:
            Route.BASE = api_url.rstrip("/")  # the library knows one address for the whole process
        self.clock = clock
        self._members = members
        self._memory = memory
        self._answers = Answers(clock, say, timing.acknowledge_after, timing.form_within)
        self._line = Line(clock)
        self._openings = Openings(self._line, memory, per_minute=new_direct_per_minute, per_day=new_direct_per_day)
        self._threads = Threads(self._line, memory, self._openings)
        self.pace = Pace()
        self._starts = Starts(memory, clock, timing.between_sessions)
        self._votes = Votes(self._line, memory)
        self._arrivals = Arrivals(clock)
        self._natives = Natives(
            polls=DiscordPolls(self._line, self._votes),
            badges=DiscordBadges(self._line),
            invites=DiscordInvites(self._line),
            doors=DiscordDoors(self._line),
            files=DiscordFiles(self._line),
            directory=DiscordDirectory(self._line),
        )
        self._watching: Watching | None = None
        self._client: Client | None = None

    @property
    def name(self) -> str:
        return PLATFORM

    @property
    def capabilities(self) -> Capabilities:
        return CAPABILITIES

    @property
    def natives(self) -> Natives:
        """See the port."""
        return self._natives

    def prepare(self, sink: Sink, commands: Sequence[CommandSpec], *, sharded: bool = False) -> discord.Client:
        """A new client, wired to `sink` but not connected: `run` connects it, a test bench attaches to it instead."""
        gaps = Gaps(self.clock)
        self._watching = Watching(
            sink=sink,
            line=self._line,
            answers=self._answers,
            votes=self._votes,
            arrivals=self._arrivals,
            openings=self._openings,
            streams=StreamWatch(self._line, self._memory),
            voice=Voice(self._line, self._memory, sink, gaps),
            chat=Chat(self._line, self._memory, sink, gaps),
            gaps=gaps,
            servers=Servers(self._line, self._memory, sink),
            newcomers=Newcomers(self._line, self._memory, sink, self._arrivals),
        )
        self._client = self._line.client = (ShardedClient if sharded else Client)(
            watching=self._watching,
            commands=commands,
            memory=self._memory,
            members=self._members,
            wire=watched(self.pace),
            starts=self._starts,
            ready_after=self._timing.ready_after,
        )
        return self._client

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """See `Platform.run`. ConfigError when Discord refuses the token or an intent, which no restart cures;
        UnreachableError when it does not answer at all."""
        tell_reconnects_in_a_line()
        await self._starts.wait()
        try:
            client = self.prepare(sink, commands)
            await client.login(self._token)
            if await spare_sessions(client) > 1:
                await client.close()
                client = self.prepare(sink, commands, sharded=True)
                await client.login(self._token)
            await self._connected(client)
        except (discord.LoginFailure, discord.PrivilegedIntentsRequired, discord.ConnectionClosed) as error:
            cure = config_error(error)
            if cure is None:
                raise
            raise cure from None
        except UNREACHABLE as error:
            raise UnreachableError(in_a_line(error)) from None
        finally:
            await self.close()

    async def _connected(self, client: discord.Client) -> None:
        async def keeping() -> None:
            UNASKED.set(True)
            while True:
                await asyncio.sleep(KEPT_EVERY.total_seconds())
                await attempt(self.keep(), place="what the Discord edge remembers")

        task = asyncio.create_task(keeping())
        try:
            await client.connect()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """See `Platform.close`; what is on its way gets ten seconds."""
        client, self._client = self._client, None
        if client is None:
            return
        self._line.client = None
        await self._line.idle()
        await attempt(self.keep(last=True), place="what the Discord edge remembers")
        await self._answers.close()
        await client.close()

    async def keep(self, *, last: bool = False) -> None:
        """Count who is there up to now, and remember how far that is; every few seconds, and as the `last` thing."""
        if self._client is not None and not last:
            await self._client.look_again()
        if self._watching is not None:
            await self._watching.keep(last=last)

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        """See `Platform.send`."""
        return await self._line.ask(
            lambda client: outgoing.send(client, to, message, self._openings, self._threads, key=key)
        )

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """See `Platform.edit`. Repeating it does no harm."""
        return await self._line.ask(lambda client: outgoing.edit(client, channel, message_id, message), reached=False)

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """See `Platform.respond`; possible for fifteen minutes, as Discord's interactions are."""

        async def answer(client: discord.Client) -> SendResult:
            if self._is_over(to):
                return gone("the interaction is over")
            if to.token.startswith(OF_MESSAGE) and private and not to.private:
                return SendResult(SendStatus.UNREACHABLE, reason="everybody sees what answers a message")
            try:
                message_id = await give(client, message)
            except discord.Forbidden:
                if (words := message.without_pictures) == message:
                    raise
                message_id = await give(client, words)
            return SendResult(SendStatus.SENT, message_id=message_id)

        async def give(client: discord.Client, message: Message) -> str:
            if to.token.startswith(OF_MESSAGE):
                return await outgoing.reply(client, to, message)
            return await self._answers.give(client, to, message, private=private)

        return await self._line.ask(answer, unasked=False)

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """See `Platform.open_form`. GONE when it was acknowledged before, and the person is told to try once more."""

        async def ask(client: discord.Client) -> SendResult:
            if to.token.startswith(OF_MESSAGE):
                return SendResult(SendStatus.UNREACHABLE, reason="a message is answered by no form")
            if await self._answers.ask(client, to, form):
                return SendResult(SendStatus.SENT)
            return gone("a form must be the first answer, within three seconds")

        return await self._line.ask(ask, unasked=False)

    def channels(self, space: SpaceRef) -> Channels:
        """See the port: the channel that the server chose for notices; it tells of none that only hosts read."""
        guild = self._line.guild(space)
        chosen = guild.system_channel if guild is not None else None
        return Channels(post=str(chosen.id) if chosen is not None else None)

    async def check(self, space: SpaceRef, needs: Collection[str] = ()) -> Sequence[Problem]:
        """See `Platform.check`; `needs` are rights that plugins ask for beyond the base."""
        return problems(self._client, space, needs)

    def _is_over(self, to: ReplyTo) -> bool:
        return to.expires_at is not None and to.expires_at <= self.clock.now()
