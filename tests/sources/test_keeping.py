"""Sources under supervision: kept running, told of what to watch, and out of each other's way."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from bot.core.watching import SourceState, Watched
from bot.errors import ConfigError, Said
from bot.model.identity import SpaceRef
from bot.model.ports import Sink
from bot.model.sources import Channel, LiveNow, Notices
from bot.sources.keeping import Keeper, Waits, away
from tests.platforms.contract import Recorder
from tests.sources.watching import eventually

SPACE = SpaceRef("local", "here")
QUICK = Waits(first=0.01, last=0.05, look=0.01)


class Fake:
    """A source that does what it is told, and notes how often it began with what."""

    name = "twitch"

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.begun: list[tuple[str, ...]] = []
        self.stopped = 0
        self.left: list[str] = []

    async def run(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        """See `bot.model.sources.StreamSource`."""
        self.begun.append(tuple(channel.name for channel in channels))
        if self.errors:
            raise self.errors.pop(0)
        notices.tell("chat tea", Said("refusal-twitch-chat", name="tea"))
        try:
            await asyncio.Event().wait()
        finally:
            self.stopped += 1

    async def current(self, channel: Channel) -> LiveNow | None:
        """See `bot.model.sources.StreamSource`."""

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """See `bot.model.sources.StreamSource`."""
        self.left.append(channel.name)

    async def close(self) -> None:
        """See `bot.model.sources.StreamSource`."""


class Scene:
    """What is to be watched, and how the source stands."""

    def __init__(self) -> None:
        self.names = ["tea"]
        self.problem: Said | None = None
        self.state = SourceState()

    async def watched(self) -> Watched:
        return Watched(tuple(Channel("twitch", name, SPACE) for name in self.names), self.problem)


@asynccontextmanager
async def kept(source: Fake, change: Callable[[Scene], None] = lambda scene: None) -> AsyncIterator[Scene]:
    scene = Scene()
    change(scene)
    task = asyncio.create_task(Keeper(source, scene.state, scene.watched, QUICK).run(Recorder()))
    try:
        yield scene
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_what_cannot_be_reached_is_tried_again_and_what_was_wrong_is_forgotten() -> None:
    source = Fake(away("Twitch", "503"), RuntimeError("a bug"))
    async with kept(source) as scene:
        await eventually(lambda: len(source.begun) == 3, "the third try")
        assert scene.state.problem is None
        assert [*scene.state.notes] == ["chat tea"]


async def test_meanwhile_it_says_why() -> None:
    source = Fake(*(away("Twitch", "503") for _ in range(100)))
    async with kept(source) as scene:
        await eventually(lambda: "503" in str(scene.state.problem), "it is told")
    source = Fake(*(RuntimeError("a secret") for _ in range(100)))
    async with kept(source) as scene:
        await eventually(lambda: "its code is" in str(scene.state.problem), "it is told")
        assert "secret" not in str(scene.state.problem)


async def test_what_only_a_person_can_mend_is_not_tried_again() -> None:
    wrong = ConfigError("twitch.client_secret", Said("refusal-twitch-application"), Said("refusal-twitch-account-cure"))
    source = Fake(wrong)
    async with kept(source) as scene:
        await eventually(lambda: scene.state.problem is wrong, "it is told")
        await asyncio.sleep(0.1)
        assert len(source.begun) == 1
        scene.names.append("pots")  # moderators add a channel: somebody is at work
        await eventually(lambda: source.begun == [("tea",), ("tea", "pots")], "another try")


async def test_other_channels_begin_it_anew_and_none_end_it() -> None:
    source = Fake()
    async with kept(source) as scene:
        await eventually(lambda: source.begun == [("tea",)], "it runs")
        scene.names = ["pots"]
        await eventually(lambda: source.begun == [("tea",), ("pots",)], "it runs anew")
        assert source.stopped == 1
        assert [channel.name for channel in scene.state.channels] == ["pots"]
        scene.names = []
        await eventually(lambda: source.stopped == 2, "it ends")
        await eventually(lambda: source.left == ["tea", "pots"], "both are left")
        assert scene.state.channels == ()


async def test_it_waits_for_a_community_and_says_so() -> None:
    def none(scene: Scene) -> None:
        scene.names, scene.problem = [], Said("refusal-source-no-community")

    source = Fake()
    async with kept(source, none) as scene:
        await eventually(lambda: "no community yet" in str(scene.state.notes.get("community")), "it is told")
        assert source.begun == []
        scene.names, scene.problem = ["tea"], None
        await eventually(lambda: source.begun == [("tea",)], "it runs")
        assert "community" not in scene.state.notes
