"""The part of the contract of the port `Platform` that is about calling somebody, and about threads of their own."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.model.identity import ThreadRef
from bot.model.incoming import ActionPressed
from bot.model.messages import Action, Called, Message
from bot.model.ports import Feature
from bot.model.results import SendStatus
from bot.text.markup import escape
from tests.platforms.contract import ANN, BEN, Seen, World


class WaysContract:
    """Subclassed by each platform's tests, beside `PlatformContract`."""

    async def test_a_post_calls_the_one_it_is_meant_for_and_pings_nobody_else(self, world: World) -> None:
        if Feature.MENTION not in world.platform.capabilities.features:
            return
        names = f"@everyone @{BEN} <@{world.account(BEN).user_id}>"
        called = Called(world.account(ANN), f"Ann & <b>{names}</b>")
        calling = replace(message(f"something waits, {names}", ("Open", "t-open")), calls=called)
        result = await world.platform.send(world.channel, calling, key="d1")
        assert (result.status, bool(result.message_id)) == (SendStatus.SENT, True)
        assert (world.pings(ANN), world.pings(BEN)) == (1, 0)
        for person in (ANN, BEN):
            assert [seen.labels for seen in await with_text(world, person, "something waits")] == [("Open",)]
        await world.press(BEN, "Open")
        assert (await world.sink.newest(ActionPressed)).actor.account == world.account(BEN)
        await world.platform.send(world.channel, message(f"no call, {names}"), key="d2")
        assert (world.pings(ANN), world.pings(BEN)) == (1, 0)

    async def test_the_thread_of_one_person_is_made_once_and_seen_by_them_alone(self, world: World) -> None:
        channel, who = world.channel.channel_id, world.account(ANN).user_id
        thread = ThreadRef(world.platform.name, world.space.space_id, channel, who, "Notes for <b>Ann</b> " * 9)
        first = await world.platform.send(thread, message("thanks for staying"), key="d1")
        if Feature.THREAD not in world.platform.capabilities.features:
            assert first.status is SendStatus.INVALID
            return
        assert (first.status, bool(first.message_id)) == (SendStatus.SENT, True)
        assert (await world.platform.send(thread, message("once more"), key="d2")).status is SendStatus.SENT
        texts = [seen.text for seen in await world.seen(ANN) if seen.text]
        assert texts == ["thanks for staying", "once more"]
        assert await world.seen(BEN) == []
        assert (world.pings(ANN), world.pings(BEN)) == (0, 0)

    async def test_a_thread_for_nobody_is_an_outcome(self, world: World) -> None:
        nobody = ThreadRef(world.platform.name, world.space.space_id, world.channel.channel_id, "987654321", "Notes")
        result = await world.platform.send(nobody, message("hello"), key="d1")
        assert result.status in (SendStatus.GONE, SendStatus.INVALID)


async def with_text(world: World, person: str, text: str) -> Sequence[Seen]:
    """What the person sees with that text in it."""
    return [seen for seen in await world.seen(person) if text in seen.text]


def message(text: str, *buttons: tuple[str, str]) -> Message:
    """A message with a row of buttons (label, token)."""
    row = tuple(Action(label, token) for label, token in buttons)
    return Message(escape(text), (row,) if row else ())
