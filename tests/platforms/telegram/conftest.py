"""A server, a bot that is connected to it, and the people of one group."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from bot.clock import VirtualClock
from bot.errors import BotError, StorageError
from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import Incoming, RawUpdate
from bot.model.messages import CommandSpec
from bot.model.native import Reader
from bot.platforms.telegram.connection import TelegramPlatform
from bot.text.files import bundled_locales
from bot.text.saying import Say
from bot.text.translator import load_translator
from tests.eventually import eventually
from tests.platforms.contract import Notebook, Recorder
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.world import Group, Person

START = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)

COMMANDS = (
    CommandSpec(("me",), Role.MEMBER, {"en": "Your card.", "cs": "Tvoje karta."}),
    CommandSpec(("stream", "start"), Role.HOST, {"en": "Go live."}),
    CommandSpec(("badge", "give"), Role.MODERATOR, {"en": "Give a badge.", "cs": "Dej odznak."}),
)


class Sink(Recorder):
    """A recorder that reads what it is given at once, as the core would in its own time; its storage can fail."""

    def __init__(self, reader: Reader | None) -> None:
        super().__init__()
        assert reader is not None
        self.stored: list[RawUpdate] = []
        self.faults: list[BotError] = []
        self._reader = reader
        self._fails = False

    def fails_once(self) -> None:
        """Raise instead of taking the next updates."""
        self._fails = True

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        if self._fails:
            self._fails = False
            raise StorageError("the disk is full")
        for update in updates:
            assert isinstance(update, RawUpdate)
            self.stored.append(update)
            await self._read(update)

    async def receive_unkept(self, update: Incoming) -> None:
        assert isinstance(update, RawUpdate)
        meant = await self._meaning(update)
        if meant is not None:
            await super().receive_unkept(meant)

    async def _read(self, update: RawUpdate) -> None:
        meant = await self._meaning(update)
        if meant is not None:
            await self.receive(meant)

    async def _meaning(self, update: RawUpdate) -> Incoming | None:
        try:
            return await self._reader.understand(update)
        except BotError as fault:
            self.faults.append(fault)
            return None


@dataclass
class Scene:
    """One group with its people, and the bot at work in it."""

    server: TelegramServer
    clock: VirtualClock
    platform: TelegramPlatform
    sink: Sink
    group: Group
    ann: Person  # a member, never met the bot in private
    ben: Person  # a member who opened the private chat
    olga: Person  # the group's owner

    @property
    def channel(self) -> ChannelRef:
        return ChannelRef("telegram", str(self.group.id), str(self.group.id))

    @property
    def space(self) -> SpaceRef:
        return SpaceRef("telegram", str(self.group.id))

    def account(self, person: Person) -> AccountRef:
        return AccountRef("telegram", str(person.id))

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait for what comes of something by itself."""
        await eventually(done, "what the test waits for")

    @asynccontextmanager
    async def connected(self, commands: Sequence[CommandSpec] = COMMANDS) -> AsyncIterator[None]:
        """The bot is connected meanwhile."""
        running = asyncio.create_task(self.platform.run(self.sink, commands))
        await eventually(lambda: running.done() or self.server.world.polled, "the bot is connected")
        yield
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@pytest.fixture(scope="session", autouse=True)
async def loop() -> asyncio.AbstractEventLoop:
    """The tests' one event loop, there before any fixture; else pytest-asyncio makes another one, and leaks it."""
    return asyncio.get_running_loop()


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(START)


@pytest.fixture
async def server(clock: VirtualClock) -> AsyncIterator[TelegramServer]:
    async with TelegramServer(clock) as server:
        yield server


@pytest.fixture(scope="session")
def say() -> Say:
    """The edge's own texts; a missing one raises."""
    return load_translator([bundled_locales()], strict=True, names={"telegram"}).text


@pytest.fixture
def patience() -> tuple[float, float]:
    """Seconds that a reply may take, and a press; long, for a busy machine. Tests of impatience override it."""
    return 10.0, 30.0


@pytest.fixture
def notebook() -> Notebook:
    """What the edge keeps over restarts."""
    return Notebook()


@pytest.fixture
async def edge(
    server: TelegramServer, clock: VirtualClock, say: Say, patience: tuple[float, float], notebook: Notebook
) -> AsyncIterator[Callable[[], TelegramPlatform]]:
    """Makes the edge, each time as after a restart."""
    reply, press = patience
    made: list[TelegramPlatform] = []

    def make() -> TelegramPlatform:
        made.append(
            TelegramPlatform(
                server.token,
                base_url=server.url,
                clock=clock,
                say=say,
                memory=notebook,
                patience=reply,
                press_patience=press,
            )
        )
        return made[-1]

    yield make
    for platform in made:
        await platform.close()


@pytest.fixture
def platform(edge: Callable[[], TelegramPlatform]) -> TelegramPlatform:
    """The edge, not connected yet."""
    return edge()


Restarted = Callable[[], AbstractAsyncContextManager[Scene]]


@pytest.fixture
def restarted(idle: Scene, edge: Callable[[], TelegramPlatform]) -> Restarted:
    """The scene with a new process in it, connected."""

    @asynccontextmanager
    async def restarted() -> AsyncIterator[Scene]:
        await idle.platform.close()
        idle.server.world.polled = False
        platform = edge()
        scene = replace(idle, platform=platform, sink=Sink(platform.natives.reader))
        async with scene.connected():
            yield scene

    return restarted


@pytest.fixture
def idle(server: TelegramServer, clock: VirtualClock, platform: TelegramPlatform) -> Scene:
    """The scene before the bot is connected."""
    ann = server.person("Ann Lee", language="en")
    ben = server.person("Ben", language="cs", started=True)
    olga = server.person("Olga", started=True)
    group = server.group("Tea", owner=olga, members=(ann, ben))
    return Scene(server, clock, platform, Sink(platform.natives.reader), group, ann, ben, olga)


@pytest.fixture
async def scene(idle: Scene) -> AsyncIterator[Scene]:
    """The scene with the bot connected."""
    async with idle.connected():
        yield idle
