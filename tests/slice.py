"""All three networks at once: the real edges, each with a place where people meet, on one bot."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import simcord

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.config import Config, load_config
from bot.core.specs import command_specs
from bot.model.messages import CommandSpec
from bot.model.ports import Platform, Sink
from bot.platforms.discord.connection import DiscordPlatform
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import Person as LocalPerson
from bot.platforms.telegram.connection import TelegramPlatform
from bot.surroundings import Surroundings
from bot.testing import TEST_KEY
from bot.text.markup import plain
from tests.eventually import eventually
from tests.platforms.discord.bench import QUIET, START, Bench, components_of, text_of
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.world import Group
from tests.platforms.telegram.world import Person as TelegramPerson

MakePlatforms = Callable[[Surroundings], Sequence[Platform]]


class Side(Protocol):
    """One network as its people use it: Ann, who acts, and Ben, who looks on."""

    name: str

    async def says(self, text: str) -> None:
        """Ann writes something where everybody reads it."""

    async def commands(self, name: str) -> str:
        """Ann uses a command there; the newest thing that she then sees."""

    async def presses(self, label: str) -> str:
        """Ann presses a button of the newest private answer; the newest thing that she then sees."""

    async def told(self) -> list[str]:
        """What was written to Ann unasked or in private, oldest first."""

    async def everybody(self) -> list[str]:
        """What Ben sees of the bot."""


class Attached(Bench):
    """The Discord in memory, with the bot's own dispatcher behind the edge."""

    def __init__(self, edge: DiscordPlatform, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        self.platform = edge
        self.env = simcord.Env(edge.prepare(sink, commands))
        self._commands = commands


class DiscordSide:
    name = "discord"

    def __init__(self, bench: Bench, idle: Callable[[], Awaitable[object]]) -> None:
        self._bench = bench
        self._idle = idle
        self._last: simcord.InteractionResult | None = None

    async def says(self, text: str) -> None:
        await self._bench.ann.send(self._bench.channel, text)

    async def commands(self, name: str) -> str:
        with self._bench.env.time_context():
            self._last = await self._bench.ann.slash(self._bench.channel, name)
            return await self._answer()

    async def presses(self, label: str) -> str:
        assert self._last is not None and self._last.response is not None
        with self._bench.env.time_context():
            self._last = await self._bench.ann.click(self._last.response, label=label)
            return await self._answer()

    async def told(self) -> list[str]:
        return [text_of(components_of(shown)) for shown in self._bench.ann.user.dm_channel.history()]

    async def everybody(self) -> list[str]:
        return [text_of(components_of(shown)) for shown in self._bench.channel.history(viewer=self._bench.ben)]

    async def _answer(self) -> str:
        await self._idle()
        await self._bench.env.settle()
        assert self._last is not None
        shown = [*([self._last.response] if self._last.response else []), *self._last.followups]
        assert shown and all(one.ephemeral for one in shown)
        return text_of(shown[-1].components)


class TelegramSide:
    name = "telegram"

    def __init__(self, group: Group, ann: TelegramPerson, idle: Callable[[], Awaitable[object]]) -> None:
        self._group = group
        self._ann = ann
        self._idle = idle

    async def says(self, text: str) -> None:
        await self._ann.says(text, in_=self._group)

    async def commands(self, name: str) -> str:
        return await self._newest(self._ann.says(f"/{name}", in_=self._group))

    async def presses(self, label: str) -> str:
        return await self._newest(self._ann.presses(self._ann.inbox[-1], label))

    async def told(self) -> list[str]:
        return [posted.text for posted in self._ann.inbox]

    async def everybody(self) -> list[str]:
        return [posted.text for posted in self._group.messages]

    async def _newest(self, acting: Awaitable[object]) -> str:
        seen = len(self._ann.inbox)
        await acting
        await self._idle()
        await eventually(lambda: len(self._ann.inbox) > seen, "an answer")
        return self._ann.inbox[-1].text


class LocalSide:
    name = "local"

    def __init__(self, chat: LocalPlatform, idle: Callable[[], Awaitable[object]]) -> None:
        self._chat = chat
        self._idle = idle
        self._ann, self._ben = (chat.person(name, name=name.title(), language="en") for name in ("ann", "ben"))

    async def says(self, text: str) -> None:
        await self._chat.says(self._ann, text)

    async def commands(self, name: str) -> str:
        return await self._newest(self._chat.says(self._ann, f"/{name}"))

    async def presses(self, label: str) -> str:
        return await self._newest(self._chat.presses(self._ann, label))

    async def told(self) -> list[str]:
        return [plain(shown.message.text) for shown in self._chat.shown(self._ann) if shown.private]

    async def everybody(self) -> list[str]:
        return self._seen(self._ben)

    async def _newest(self, acting: Awaitable[object]) -> str:
        seen = len(self._chat.shown(self._ann))
        await acting
        await self._idle()
        assert len(self._chat.shown(self._ann)) > seen
        return self._seen(self._ann)[-1]

    def _seen(self, person: LocalPerson) -> list[str]:
        return [plain(shown.message.text) for shown in self._chat.shown(person)]


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The bot with its three sides."""

    app: App
    clock: VirtualClock
    sides: Sequence[Side]
    discord: simcord.Env

    async def passes(self, minutes: float) -> None:
        """Let time pass for the bot and for the Discord in memory, which has a clock of its own."""
        await self.app.live_until(self.clock, self.clock.now() + timedelta(minutes=minutes))
        await self.discord.advance_time(minutes * 60)


def platforms(server: TelegramServer, discord_token: str = "a-token", telegram_token: str = "") -> MakePlatforms:
    """The three real edges; Telegram's talks to `server`."""

    def make(around: Surroundings) -> Sequence[Platform]:
        clock, say, memory = around.clock, around.say, around.memory
        return (
            DiscordPlatform(discord_token, clock=clock, say=say, memory=memory("discord"), timing=QUIET),
            TelegramPlatform(
                telegram_token or server.token, base_url=server.url, clock=clock, say=say, memory=memory("telegram")
            ),
            LocalPlatform(clock, say),
        )

    return make


def configured(folder: Path) -> Config:
    """A configuration without quiet hours: the Discord in memory begins at midnight."""
    return load_config(
        environment={
            "AFTERGLOW_DATA_FOLDER": str(folder),
            "AFTERGLOW_SECRET_KEY": TEST_KEY,
            "AFTERGLOW_DELIVERY__QUIET_FROM": "00:00",
            "AFTERGLOW_DELIVERY__QUIET_UNTIL": "00:00",
        }
    )


@contextlib.asynccontextmanager
async def everywhere(folder: Path) -> AsyncIterator[Everywhere]:
    """One bot on one database, connected to all three networks, on one movable clock."""
    clock = VirtualClock(START)
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(TelegramServer(clock))
        app = await stack.enter_async_context(
            open_app(configured(folder), clock=clock, make_platforms=platforms(server))
        )
        specs = command_specs(app.parts.registry, app.parts.translator)
        chat, telegram = app.parts.platforms["local"], app.parts.platforms["telegram"]
        edge = app.parts.platforms["discord"]
        assert isinstance(chat, LocalPlatform) and isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, specs)
        await bench.open()
        stack.push_async_callback(bench.env.shutdown)
        ann = server.person("Ann", started=True)
        group = server.group("Tea", owner=server.person("Olga"), members=(ann, server.person("Ben")))
        running = [asyncio.create_task(one.run(app.dispatcher, specs)) for one in (chat, telegram)]
        await chat.ready()
        await eventually(lambda: server.world.polled, "Telegram is connected")
        idle = app.dispatcher.idle
        try:
            sides = (DiscordSide(bench, idle), TelegramSide(group, ann, idle), LocalSide(chat, idle))
            yield Everywhere(app, clock, sides, bench.env)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
        assert bench.env.errors == []
