"""What is live in a channel, as the signals tell it."""

from datetime import UTC, datetime, timedelta

from bot.clock import VirtualClock
from bot.model.identity import SpaceRef
from bot.model.incoming import StreamSignal
from bot.model.sources import Channel, LiveNow
from bot.sources.watching import LiveWatch
from tests.platforms.contract import Notebook, Recorder

START = datetime(2026, 11, 28, 18, 0, tzinfo=UTC)
TEA = Channel("kick", "tea", SpaceRef("local", "here"))


class Ears:
    """A watch and what it said."""

    def __init__(self) -> None:
        self.clock = VirtualClock(START)
        self.memory = Notebook()
        self.sink = Recorder()
        self.watch = LiveWatch("kick", self.memory, self.clock)

    @property
    def told(self) -> list[tuple[str, str, int]]:
        """Kind, reference, and minutes after the start."""
        signals = self.sink.of(StreamSignal)
        return [(one.kind.value, one.reference, round((one.at - START).total_seconds() / 60)) for one in signals]

    async def began(self, reference: str, minute: int, told: int | None = None) -> None:
        live = LiveNow(reference, "Tea", after(minute))
        await self.watch.began(TEA, live, self.sink, after(minute if told is None else told))


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


async def test_the_next_stream_ends_the_one_before_whose_end_was_missed() -> None:
    ears = Ears()
    await ears.began("a", 0)
    await ears.began("b", 60)
    assert ears.told == [("started", "a", 0), ("ended", "a", 60), ("started", "b", 60)]


async def test_so_does_one_of_the_same_name_that_began_much_later() -> None:
    ears = Ears()
    await ears.began("5", 0)
    await ears.began("5", 600)
    assert ears.told == [("started", "5", 0), ("ended", "5", 600), ("started", "5", 600)]
    assert len({update.event_id for update in ears.sink.updates}) == 3


async def test_a_stream_from_before_the_one_that_is_on_says_nothing_new() -> None:
    ears = Ears()
    await ears.began("b", 60)
    await ears.began("a", 0)
    assert ears.told == [("started", "b", 60)]


async def test_what_is_known_outlives_a_restart() -> None:
    ears = Ears()
    await ears.began("a", 0)
    ears.watch = LiveWatch("kick", ears.memory, ears.clock)
    await ears.began("a", 0, told=30)
    assert await ears.watch.is_live(TEA) == "a"
    await ears.watch.over(TEA, ears.sink, after(40))
    assert ears.told == [("started", "a", 0), ("ended", "a", 40)]


async def test_an_end_is_kept_only_once_it_is_stored() -> None:
    ears = Ears()
    await ears.began("a", 0)

    class Refusing(Recorder):
        async def receive(self, update: object) -> None:
            raise ConnectionError

    for _ in range(2):
        try:
            await ears.watch.over(TEA, Refusing(), after(40))
        except ConnectionError:
            assert await ears.watch.is_live(TEA) == "a"
    await ears.watch.over(TEA, ears.sink, after(40))
    assert ears.told[-1] == ("ended", "a", 40)


async def test_an_answer_from_before_the_end_does_not_bring_a_stream_back() -> None:
    ears = Ears()
    await ears.began("a", 0)
    ears.clock.set(after(60))
    await ears.watch.over(TEA, ears.sink, after(60))
    ears.clock.set(after(63))
    await ears.watch.look([TEA], {"tea": LiveNow("a", "Tea", START)}, ears.sink)
    assert ears.told == [("started", "a", 0), ("ended", "a", 60)]
    ears.clock.set(after(66))
    await ears.watch.look([TEA], {"tea": LiveNow("a", "Tea", START)}, ears.sink)
    assert ears.told[-1] == ("started", "a", 66)


async def test_a_new_stream_is_believed_at_once() -> None:
    ears = Ears()
    await ears.began("a", 0)
    ears.clock.set(after(60))
    await ears.watch.over(TEA, ears.sink, after(60))
    ears.clock.set(after(62))
    await ears.watch.look([TEA], {"tea": LiveNow("b", "Tea", after(61))}, ears.sink)
    assert ears.told[-1] == ("started", "b", 61)


async def test_a_start_that_is_told_again_after_the_end_begins_nothing() -> None:
    ears = Ears()
    await ears.began("a", 0)
    await ears.watch.over(TEA, ears.sink, after(20))
    await ears.began("a", 0, told=15)
    assert ears.told == [("started", "a", 0), ("ended", "a", 20)]
    await ears.watch.over(TEA, ears.sink, after(25))
    assert len(ears.told) == 2


async def test_what_is_watched_no_more_is_gone_and_back_when_somebody_changes_their_mind() -> None:
    ears = Ears()
    await ears.began("a", 0)
    ears.clock.set(after(30))
    await ears.watch.leave(TEA, ears.sink)
    await ears.watch.leave(TEA, ears.sink)
    ears.clock.set(after(31))
    await ears.watch.look([TEA], {"tea": LiveNow("a", "Tea", START)}, ears.sink)
    assert ears.told == [("started", "a", 0), ("ended", "a", 30), ("started", "a", 31)]
