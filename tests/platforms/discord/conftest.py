"""The fixtures of this folder."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.platforms.discord.bench import Bench, platform


@pytest.fixture
async def connected() -> AsyncIterator[Bench]:
    """The edge on a Discord in memory, acknowledging nothing by itself; see `Bench.close`."""
    bench = Bench(platform())
    await bench.open()
    yield bench
    await bench.close()


@pytest.fixture
def bench(connected: Bench) -> Iterator[Bench]:
    """The same, with the test itself on that Discord's clock and wires."""
    with connected.env.time_context():
        yield connected


@pytest.fixture
async def connected_with_members() -> AsyncIterator[Bench]:
    """As `connected`, with the members intent: the edge is told who joins and leaves, and has seen who is there."""
    bench = Bench(platform(members=True))
    await bench.open()
    await bench.env.settle()
    bench.sink.updates.clear()
    yield bench
    await bench.close()


@pytest.fixture
def members_bench(connected_with_members: Bench) -> Iterator[Bench]:
    """The same, with the test itself on that Discord's clock and wires."""
    with connected_with_members.env.time_context():
        yield connected_with_members
