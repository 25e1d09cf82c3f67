"""A Discord in memory with the edge attached to it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import discord
import simcord
from msgspec.structs import replace
from simcord.backend import serializers

from bot.clock import Clock, VirtualClock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.incoming import Incoming
from bot.model.messages import Action, CommandSpec, Markup, Message
from bot.model.ports import Memory
from bot.platforms.discord.connection import DiscordPlatform, Timing
from bot.text.files import bundled_locales
from bot.text.translator import load_translator
from tests.platforms.contract import COMMANDS, Notebook, Recorder
from tests.platforms.discord.published import published

START = datetime(2026, 1, 1, tzinfo=UTC)  # where the clock of the Discord in memory starts
NEVER = 3600.0
SOON = 0.01
QUIET = Timing(acknowledge_after=NEVER, form_within=NEVER)
"""Nothing is acknowledged by itself."""


@cache
def _texts() -> Callable[..., Markup]:
    return load_translator([bundled_locales()], strict=True, names={"discord"}).text


class ReactingSink(Recorder):
    """A recorder that does something with each update as well, as the core would."""

    def __init__(self) -> None:
        super().__init__()
        self.reaction: Callable[[Incoming], Awaitable[object]] | None = None

    async def receive(self, update: Incoming) -> None:
        await super().receive(update)
        if self.reaction is not None:
            await self.reaction(update)


def platform(
    *,
    token: str = "a-token",
    clock: Clock | None = None,
    timing: Timing | None = None,
    acknowledge_after: float = NEVER,
    members: bool = False,
    memory: Memory | None = None,
    **more: Any,
) -> DiscordPlatform:
    """The edge with its real texts. Unless told otherwise it acknowledges nothing by itself."""
    return DiscordPlatform(
        token,
        clock=clock or VirtualClock(START),
        say=_texts(),
        members=members,
        memory=memory or Notebook(),
        timing=timing or replace(QUIET, acknowledge_after=acknowledge_after),
        **more,
    )


SETTLES_WITHIN = 60.0
"""Seconds; longer than the busiest machine takes."""


class Bench:
    """One server with a channel and people: olga owns it, mona moderates, ann and ben are members."""

    def __init__(self, edge: DiscordPlatform, commands: Sequence[CommandSpec] = COMMANDS) -> None:
        self.platform = edge
        self.sink = ReactingSink()
        self.kept = Notebook()
        self.env = simcord.Env(edge.prepare(self.sink, commands), settle_timeout=SETTLES_WITHIN)
        self._commands = commands

    async def open(self) -> None:
        """Connect the edge and let the people in."""
        await self.env.start()
        owner = self.env.create_user("olga")
        self.guild = self.env.create_guild("Evening club", owner=owner)
        self.channel = self.guild.create_text_channel("general")
        rights = self.guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
        self.olga = simcord.MemberActor(self.env, self.guild, owner)
        self.mona = self.guild.add_member(self.env.create_user("mona"), roles=[rights])
        self.ann = self.guild.add_member(self.env.create_user("ann", global_name="Ann"))
        self.ben = self.guild.add_member(self.env.create_user("ben"))

    async def close(self) -> None:
        """Disconnect. An error that the edge swallowed fails the test, and a request that Discord does not describe."""
        await self.env.shutdown()
        assert self.env.errors == []
        if (description := published()) is not None:
            sent = [(one.method, one.path, one.json) for one in self.env.http_requests if one.json]
            assert [fault for body in sent for fault in description.request_faults(*body)] == []

    @property
    def clock(self) -> Clock:
        """The clock of the edge."""
        return self.platform.clock

    @property
    def place(self) -> ChannelRef:
        return ChannelRef("discord", str(self.channel.id), str(self.guild.id))

    @property
    def space(self) -> SpaceRef:
        return SpaceRef("discord", str(self.guild.id))

    def bodies(self, method: str, ending: str) -> list[Any]:
        """What was sent to addresses of that ending, in order."""
        asked = [entry for entry in self.env.http_requests if entry.method == method and entry.path.endswith(ending)]
        return [entry.json for entry in asked]

    async def restart(self, edge: DiscordPlatform | None = None) -> None:
        """A new process: a new edge that knows nothing of the one before."""
        self.platform = edge or platform()
        await self.env.restart_bot(self.platform.prepare(self.sink, self._commands))

    async def new_session(
        self, *, without_voice_of: simcord.MemberActor | None = None, speaks: simcord.MemberActor | None = None
    ) -> None:
        """The connection is back with a new session, as when the old one cannot be resumed.

        Who `speaks` does so before the edge has looked at what it missed.
        """
        backend = self.env.backend
        if without_voice_of is not None:
            backend.guilds[self.guild.id].voice_states.pop(without_voice_of.id)
        backend.emit(
            "READY",
            {
                "v": 10,
                "user": dict(serializers.user_payload(backend.bot_user)),
                "guilds": [],
                "session_id": "another",
                "resume_gateway_url": "wss://nowhere",
                "application": {"id": str(backend.application_id), "flags": 0},
            },
        )
        if speaks is not None:
            backend.create_message(self.channel.id, speaks.id, "at last")
        backend.emit("GUILD_CREATE", self.there())
        await self.env.settle()

    def there(self) -> Any:
        """What Discord tells of the server when it is there."""
        backend = self.env.backend
        return serializers.guild_create_payload(backend, backend.guilds[self.guild.id])

    async def may(self, rights: discord.Permissions) -> None:
        """Give every role, the bot's among them, these rights and no others."""
        for role in self.env.backend.guilds[self.guild.id].roles.values():
            self.env.backend.edit_role(self.guild.id, role.id, {"permissions": rights.value})
        await self.env.settle()

    def moved(self, by: timedelta) -> None:
        """Move the edge's clock on; that of the Discord in memory stands still."""
        assert isinstance(self.clock, VirtualClock)
        self.clock.set(self.clock.now() + by)


@asynccontextmanager
async def running(edge: DiscordPlatform, commands: Sequence[CommandSpec] = COMMANDS) -> AsyncIterator[Bench]:
    """The edge, connected to a Discord in memory, for the time of the block."""
    bench = Bench(edge, commands)
    try:
        await bench.open()
        with bench.env.time_context():
            yield bench
    except BaseException:
        await bench.env.shutdown()
        raise
    await bench.close()


def account(person: simcord.MemberActor) -> AccountRef:
    """The account of somebody on the bench."""
    return AccountRef("discord", str(person.id))


def message(text: str, *buttons: tuple[str, str]) -> Message:
    """A text with one row of buttons (label, token)."""
    return Message(Markup(text), (tuple(Action(label, token) for label, token in buttons),) if buttons else ())


def components_of(shown: discord.Message) -> list[Any]:
    """The parts of a message as Discord got them."""
    return [component.to_dict() for component in shown.components]


def text_of(components: Sequence[Any]) -> str:
    """The texts of a card as Discord got it."""
    own = [part["content"] for part in components if "content" in part]
    return "".join([*own, *(text_of(part["components"]) for part in components if "components" in part)])


def labels_of(components: Sequence[Any]) -> tuple[str, ...]:
    """The labels of a card's buttons as Discord got them."""
    own = [part["label"] for part in components if "label" in part]
    return (*own, *(label for part in components for label in labels_of(part.get("components", ()))))
