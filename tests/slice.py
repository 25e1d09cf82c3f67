"""All three networks at once: the real edges, each with a place where people meet, on one bot."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import simcord
import sqlalchemy as sa

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.config import Config, load_config
from bot.core.specs import command_specs
from bot.model.messages import CommandSpec
from bot.model.ports import Platform, Sink
from bot.platforms.discord.connection import DiscordPlatform
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import BOT as CALLED
from bot.platforms.local.records import Person as LocalPerson
from bot.platforms.telegram.connection import TelegramPlatform
from bot.storage.tables import spaces
from bot.surroundings import Surroundings
from bot.testing import TEST_KEY
from bot.text.markup import plain
from tests.eventually import eventually
from tests.pictures.handed_in import handed
from tests.platforms.discord.bench import QUIET, SETTLES_WITHIN, START, Bench, components_of, text_of
from tests.platforms.telegram.records import BOT
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.world import Group
from tests.platforms.telegram.world import Person as TelegramPerson

MakePlatforms = Callable[[Surroundings], Sequence[Platform]]


Answered = Mapping[str, str | bytes | tuple[str, str]]
"""The answers to a form's questions, in their order: what is typed ("" for nothing), a picture, or a choice's value
with its label."""


class Side(Protocol):
    """One network as its people use it: Ann, who acts, and Ben, who looks on."""

    name: str

    async def says(self, text: str) -> None:
        """Ann writes something where everybody reads it."""

    async def calls(self, text: str) -> str:
        """Ann writes it there with the bot's name before it; the newest thing that everybody then sees of the bot."""

    async def writes(self, text: str) -> str:
        """Ann writes it to the bot in private; the newest thing that she then sees there."""

    async def commands(self, name: str) -> str:
        """Ann uses a command there; the newest thing that she then sees."""

    async def presses(self, label: str) -> str:
        """Ann presses a button of the newest private answer; the newest thing that she then sees."""

    async def fills(self, command: str, values: Answered) -> str:
        """Ann uses a command that opens a form, and fills it in; the newest thing that she then sees."""

    async def answers(self, label: str, values: Answered) -> str:
        """Ann presses a button that opens a form, and fills it in; the newest thing that she then sees."""

    async def told(self) -> list[str]:
        """What was written to Ann unasked or in private, oldest first."""

    async def everybody(self) -> list[str]:
        """What Ben sees of the bot."""

    async def pictures(self) -> list[bytes]:
        """The pictures that stand where everybody sees them, each as the network has it now."""


class Attached(Bench):
    """The Discord in memory, with the bot's own dispatcher behind the edge."""

    def __init__(self, edge: DiscordPlatform, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        self.platform = edge
        self.env = simcord.Env(edge.prepare(sink, commands), settle_timeout=SETTLES_WITHIN)
        self._commands = commands


class DiscordSide:
    name = "discord"

    def __init__(self, bench: Bench, idle: Callable[[], Awaitable[object]]) -> None:
        self._bench = bench
        self._idle = idle
        self._last: simcord.InteractionResult | None = None

    async def says(self, text: str) -> None:
        await self._bench.ann.send(self._bench.channel, text)

    async def calls(self, text: str) -> str:
        with self._bench.env.time_context():
            await self._bench.ann.send(self._bench.channel, f"<@{self._bench.env.backend.bot_user.id}> {text}")
            await self._settled()
        return (await self.everybody())[-1]

    async def writes(self, text: str) -> str:
        with self._bench.env.time_context():
            await self._bench.ann.send_dm(text)
            await self._settled()
        return (await self.told())[-1]

    async def commands(self, name: str) -> str:
        with self._bench.env.time_context():
            self._last = await self._bench.ann.slash(self._bench.channel, name)
            return await self._answer()

    async def presses(self, label: str) -> str:
        assert self._last is not None and self._last.response is not None
        with self._bench.env.time_context():
            self._last = await self._bench.ann.click(self._last.response, label=label)
            return await self._answer()

    async def fills(self, command: str, values: Answered) -> str:
        with self._bench.env.time_context():
            shown = await self._bench.ann.slash(self._bench.channel, command)
            return await self._submits(shown, values)

    async def answers(self, label: str, values: Answered) -> str:
        assert self._last is not None and self._last.response is not None
        with self._bench.env.time_context():
            return await self._submits(await self._bench.ann.click(self._last.response, label=label), values)

    async def _submits(self, shown: simcord.InteractionResult, values: Answered) -> str:
        typed = {
            name: [("mug.jpg", value)] if isinstance(value, bytes) else value[0] if isinstance(value, tuple) else value
            for name, value in values.items()
            if value
        }
        self._last = await self._bench.ann.submit_modal(shown, typed)
        return await self._answer()

    async def pictures(self) -> list[bytes]:
        posts = self._bench.channel.history(viewer=self._bench.ben)
        return [await file.read() for post in posts for file in post.attachments]

    async def told(self) -> list[str]:
        return [text_of(components_of(shown)) for shown in self._bench.ann.user.dm_channel.history()]

    async def everybody(self) -> list[str]:
        return [text_of(components_of(shown)) for shown in self._bench.channel.history(viewer=self._bench.ben)]

    async def _settled(self) -> None:
        await self._idle()
        await self._bench.env.settle()

    async def _answer(self) -> str:
        await self._settled()
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

    async def calls(self, text: str) -> str:
        seen = len(self._group.messages)
        await self._ann.says(f"@{BOT['username']} {text}", in_=self._group)
        await self._idle()
        await eventually(lambda: len(self._group.messages) > seen, "an answer")
        return self._group.messages[-1].text

    async def writes(self, text: str) -> str:
        return await self._newest(self._ann.says(text))

    async def commands(self, name: str) -> str:
        return await self._newest(self._ann.says(f"/{name}", in_=self._group))

    async def presses(self, label: str) -> str:
        return await self._newest(self._ann.presses(self._ann.inbox[-1], label))

    async def fills(self, command: str, values: Answered) -> str:
        return await self._filled(await self._newest(self._ann.says(f"/{command}", in_=self._group)), values)

    async def answers(self, label: str, values: Answered) -> str:
        return await self._filled(await self.presses(label), values)

    async def _filled(self, newest: str, values: Answered) -> str:
        for value in values.values():
            newest = await self._newest(self._answers(value))
        return newest

    def _answers(self, value: str | bytes | tuple[str, str]) -> Awaitable[object]:
        if isinstance(value, bytes):
            return self._ann.sends("mug.jpg", value, as_picture=True)
        if isinstance(value, tuple) or not value:
            return self._ann.presses(self._ann.inbox[-1], value[1] if value else "Skip")
        return self._ann.says(value)

    async def pictures(self) -> list[bytes]:
        return [posted.file[1] for posted in self._group.messages if posted.file is not None]

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

    async def calls(self, text: str) -> str:
        await self._chat.says(self._ann, f"{CALLED} {text}")
        await self._idle()
        return self._seen(self._ben)[-1]

    async def writes(self, text: str) -> str:
        return await self._newest(self._chat.says(self._ann, text, self._ann.private_chat))

    async def commands(self, name: str) -> str:
        return await self._newest(self._chat.says(self._ann, f"/{name}"))

    async def presses(self, label: str) -> str:
        return await self._newest(self._chat.presses(self._ann, label))

    async def fills(self, command: str, values: Answered) -> str:
        await self._chat.says(self._ann, f"/{command}")
        return await self._filled(values)

    async def answers(self, label: str, values: Answered) -> str:
        await self._chat.presses(self._ann, label)
        return await self._filled(values)

    async def _filled(self, values: Answered) -> str:
        await self._idle()
        with tempfile.TemporaryDirectory() as folder:
            typed = {name: self._typed(Path(folder), value) for name, value in values.items()}
            return await self._newest(self._chat.submits(self._ann, self._chat.forms(self._ann)[-1].form, typed))

    def _typed(self, folder: Path, value: str | bytes | tuple[str, str]) -> str:
        if isinstance(value, bytes):
            return handed(folder, value)
        return value[0] if isinstance(value, tuple) else value

    async def pictures(self) -> list[bytes]:
        return [file.content for shown in self._chat.shown(self._ben) for file in shown.message.files]

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


async def let_post_on_discord(app: App, channel: int) -> None:
    """Elsewhere the bot knows by itself where to post."""
    async with app.parts.work() as work:
        on_discord = sa.update(spaces).where(spaces.c.platform == "discord")
        await work.execute(on_discord.values(post_channel=str(channel)))


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The bot with its three sides."""

    app: App
    clock: VirtualClock
    sides: Sequence[Side]
    discord: simcord.Env
    discord_channel: int

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


def configured(folder: Path, more: Mapping[str, str] | None = None) -> Config:
    """A configuration without quiet hours: the Discord in memory begins at midnight."""
    return load_config(
        environment={
            "AFTERGLOW_DATA_FOLDER": str(folder),
            "AFTERGLOW_SECRET_KEY": TEST_KEY,
            "AFTERGLOW_DELIVERY__QUIET_FROM": "00:00",
            "AFTERGLOW_DELIVERY__QUIET_UNTIL": "00:00",
            **(more or {}),
        }
    )


@contextlib.asynccontextmanager
async def everywhere(folder: Path, environment: Mapping[str, str] | None = None) -> AsyncIterator[Everywhere]:
    """One bot on one database, connected to all three networks, on one movable clock."""
    clock = VirtualClock(START)
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(TelegramServer(clock))
        app = await stack.enter_async_context(
            open_app(configured(folder, environment), clock=clock, make_platforms=platforms(server))
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
            yield Everywhere(app, clock, sides, bench.env, bench.channel.id)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
        assert bench.env.errors == []
