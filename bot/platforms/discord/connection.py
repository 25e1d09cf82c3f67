"""The connection to Discord: one client in the running loop, and the port `Platform` on top of it.

Import this module only where there is a token: it loads discord.py, which a process without Discord need not carry.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import discord

from bot.clock import Clock
from bot.errors import UnreachableError
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Feature, Memory, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.discord import look, outgoing
from bot.platforms.discord.answers import ACKNOWLEDGE_AFTER, Answers
from bot.platforms.discord.client import Client
from bot.platforms.discord.incoming import PLATFORM
from bot.platforms.discord.outcomes import EXPECTED, SOON, outcome_of
from bot.platforms.discord.reaching import UNREACHABLE, in_a_line, tell_reconnects_in_a_line
from bot.platforms.discord.rights import problems
from bot.platforms.discord.signing_in import config_error, spare_sessions
from bot.text.saying import Say

log = logging.getLogger(__name__)

ENDING_TAKES = 10.0  # seconds that sends on their way get before the connection is closed

CAPABILITIES = Capabilities(
    features=frozenset({Feature.EPHEMERAL, Feature.FORM, Feature.OPEN_DIRECT, Feature.OPTIONS, Feature.NONCE}),
    text_length=look.TEXT_LENGTH,
    buttons_in_row=look.BUTTONS_IN_ROW,
    rows=5,
)


class DiscordPlatform:
    """Discord as the core sees it; implements `bot.model.ports.Platform`.

    `members` says that the privileged members intent is switched on, which tells of joins and leaves;
    `acknowledge_after` is in seconds.
    """

    def __init__(
        self,
        token: str,
        *,
        clock: Clock,
        say: Say,
        memory: Memory,
        members: bool = False,
        acknowledge_after: float = ACKNOWLEDGE_AFTER,
    ) -> None:
        self._token = token
        self._clock = clock
        self._natives = Natives()
        self._members = members
        self._memory = memory
        self._answers = Answers(clock, say, acknowledge_after)
        self._client: Client | None = None
        self._on_the_way = 0
        self._nothing_on_the_way = asyncio.Event()
        self._nothing_on_the_way.set()

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

    def prepare(self, sink: Sink, commands: Sequence[CommandSpec]) -> discord.Client:
        """A new client, wired to `sink` but not connected: `run` connects it, a test bench attaches to it instead."""
        self._client = Client(
            sink=sink,
            commands=commands,
            answers=self._answers,
            memory=self._memory,
            clock=self._clock,
            members=self._members,
        )
        return self._client

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """See `Platform.run`. ConfigError when Discord refuses the token or an intent, which no restart cures;
        UnreachableError when it does not answer at all."""
        tell_reconnects_in_a_line()
        client = self.prepare(sink, commands)
        try:
            await client.login(self._token)
            await spare_sessions(client)
            await client.connect()
        except (discord.LoginFailure, discord.PrivilegedIntentsRequired, discord.ConnectionClosed) as error:
            cure = config_error(error)
            if cure is None:
                raise
            raise cure from None
        except UNREACHABLE as error:
            raise UnreachableError(in_a_line(error)) from None
        finally:
            await self.close()

    async def close(self) -> None:
        """See `Platform.close`; what is on its way gets ten seconds."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            await asyncio.wait_for(self._nothing_on_the_way.wait(), ENDING_TAKES)
        except TimeoutError:
            log.warning("%d messages were still on their way to Discord", self._on_the_way)
        await self._answers.close()
        await client.close()

    async def send(self, to: AccountRef | ChannelRef, message: Message, *, key: str) -> SendResult:
        """See `Platform.send`."""
        async with self._on_its_way() as client:
            if client is None:
                return self._not_connected()
            return await outgoing.send(client, to, message, key=key, now=self._clock.now())

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """See `Platform.edit`."""
        async with self._on_its_way() as client:
            if client is None:
                return self._not_connected()
            return await outgoing.edit(client, channel, message_id, message, now=self._clock.now())

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """See `Platform.respond`; possible for fifteen minutes, as Discord's interactions are."""
        async with self._on_its_way() as client:
            if client is None:
                return self._not_connected()
            if self._is_over(to):
                return SendResult(SendStatus.GONE, reason="the interaction is over")
            try:
                message_id = await self._answers.give(client, to, message, private=private)
            except ValueError as error:
                return SendResult(SendStatus.INVALID, reason=str(error))
            except EXPECTED as error:
                return outcome_of(error, self._clock.now())
            return SendResult(SendStatus.SENT, message_id=message_id)

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """See `Platform.open_form`. GONE when the update was acknowledged before: it must be pressed once more."""
        async with self._on_its_way() as client:
            if client is None:
                return self._not_connected()
            try:
                opened = await self._answers.ask(to, form)
            except ValueError as error:
                return SendResult(SendStatus.INVALID, reason=str(error))
            except EXPECTED as error:
                return outcome_of(error, self._clock.now())
            if not opened:
                return SendResult(SendStatus.GONE, reason="a form must be the first answer, within three seconds")
            return SendResult(SendStatus.SENT)

    def channels(self, space: SpaceRef) -> Channels:
        """See the port: the channel that the server chose for notices; it tells of none that only hosts read."""
        guild = self._client.get_guild(int(space.space_id)) if self._client is not None else None
        chosen = guild.system_channel if guild is not None else None
        return Channels(post=str(chosen.id) if chosen is not None else None)

    async def check(self, space: SpaceRef) -> Sequence[Problem]:
        """See `Platform.check`."""
        return problems(self._client, space)

    def _not_connected(self) -> SendResult:
        return SendResult(SendStatus.LATER, retry_at=self._clock.now() + SOON, reason="not connected")

    def _is_over(self, to: ReplyTo) -> bool:
        return to.expires_at is not None and to.expires_at <= self._clock.now()

    @asynccontextmanager
    async def _on_its_way(self) -> AsyncIterator[Client | None]:
        """Yields the client when it can send, and keeps it open until the block ends."""
        self._on_the_way += 1
        self._nothing_on_the_way.clear()
        try:
            yield self._client if self._client is not None and self._client.user is not None else None
        finally:
            self._on_the_way -= 1
            if not self._on_the_way:
                self._nothing_on_the_way.set()
