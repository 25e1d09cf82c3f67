"""What the tests of sources share: channels, a recorder of what is noticed, and a source that runs for a while."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from bot.errors import Said
from bot.model.identity import SpaceRef
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.sources import Channel, StreamSource
from tests.platforms.contract import Recorder

PATIENCE = 30
SPACE = SpaceRef("local", "here")


class Noticed:
    """What a source says that does not work, by topic."""

    def __init__(self) -> None:
        self.words: dict[str, Said] = {}

    def tell(self, topic: str, words: Said | None) -> None:
        """See `bot.model.sources.Notices`."""
        self.words.pop(topic, None)
        if words is not None:
            self.words[topic] = words

    def __str__(self) -> str:
        return " ".join(map(str, self.words.values()))


class Watching:
    """A source that runs, with all that came of it."""

    def __init__(self, source: StreamSource) -> None:
        self.source = source
        self.sink = Recorder()
        self.notices = Noticed()
        self.running: asyncio.Task[None] | None = None

    @property
    def signals(self) -> list[tuple[str, str]]:
        """The kinds and references of the signals so far."""
        return [(signal.kind.value, signal.reference) for signal in self.sink.of(StreamSignal)]

    def newest(self, kind: SignalKind) -> StreamSignal:
        """The newest signal of a kind."""
        return [signal for signal in self.sink.of(StreamSignal) if signal.kind is kind][-1]

    @property
    def plans(self) -> list[StreamSignal]:
        """All that was planned."""
        return [signal for signal in self.sink.of(StreamSignal) if signal.kind is SignalKind.PLANNED]

    @property
    def chat(self) -> list[tuple[str, str, str]]:
        """Who showed up how: platform, name and kind."""
        return [(one.account.platform, one.name, one.kind.value) for one in self.sink.presences]


@asynccontextmanager
async def watching(source: StreamSource, *names: str) -> AsyncIterator[Watching]:
    """The source at work on these channels; it is closed at the end."""
    scene = Watching(source)
    channels: Sequence[Channel] = [Channel(source.name, name, SPACE) for name in names]
    scene.running = asyncio.create_task(source.run(channels, scene.sink, scene.notices))
    try:
        yield scene
    finally:
        scene.running.cancel()
        await asyncio.gather(scene.running, return_exceptions=True)
        await source.close()


async def eventually(done: Callable[[], bool], what: str) -> None:
    """Wait until `done`; AssertionError when it takes longer than any busy machine needs."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not done():  # noqa: ASYNC110 - what is waited for has no event of its own
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise AssertionError(f"not within {PATIENCE} s: {what}") from None
