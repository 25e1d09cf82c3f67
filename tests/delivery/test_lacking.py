"""What plugins are asked before a message leaves: of those whom it is for, and once for each delivery and moment."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.delivery.case import Case
from bot.delivery.engine import FRESH
from bot.delivery.previewing import Previewer
from bot.delivery.sending import Placed
from bot.model.journeys import Step, Variant
from bot.model.results import SendResult, SendStatus
from bot.model.rules import Not
from bot.storage.tables import member_facts
from tests.delivery.ends import Writer
from tests.delivery.journeys import REGULAR, journey, pushed
from tests.delivery.world import START, World


class Gazette:
    """Fills the placeholder "news" in each message, keeps of whom it was asked, and has as many issues as that."""

    def __init__(self, *, empty: bool = False) -> None:
        self.asked: list[list[str]] = []
        self.ids: set[int] = set()
        self._empty = empty

    async def __call__(self, cases: Sequence[Case]) -> Placed:
        self.asked.append([case.recipient.name for case in cases if case.recipient is not None])
        self.ids |= {case.due.id for case in cases}
        news = "" if self._empty else f"issue {len(self.asked)}"
        return {case.due.id: {"news": news} for case in cases}


def with_news(id: str = "news", **more: object) -> Step:
    """A message that is sent only where there is news."""
    return pushed(id, needs=("news",), variants=(Variant(texts={"en": "{name}: {news}"}),), **more)


def reading(world: World, gazette: Gazette) -> Writer:
    """A sender that asks it."""
    sender = world.sender()
    sender.fill_from(gazette)
    return sender


async def regular(world: World, name: str) -> int:
    """A member for whom REGULAR holds."""
    member = await world.member(name)
    async with world.database.write() as transaction:
        fact = {"member_id": member, "fact": "streams_attended", "number": 3}
        await transaction.execute(sa.insert(member_facts).values(**fact))
    return member


def said(world: World) -> list[str]:
    """All that people were sent."""
    return [str(shown.message.text) for shown in world.chat.sent]


async def test_plugins_are_asked_once_and_only_of_whom_a_step_is_for(world: World) -> None:
    gazette = Gazette()
    world.engine = world.new_engine(sender=reading(world, gazette))
    people = [await world.member("ann"), await regular(world, "ben")]
    await world.follow_up(journey(with_news(condition=REGULAR)), *people)
    await world.run(hours=2)
    assert (gazette.asked, said(world)) == ([["ben"]], ["ben: issue 1"])
    assert gazette.ids == {(await world.line("news", people[1])).id}
    assert (await world.line("news", people[0])).stands == "skipped/not-for-them"


async def test_of_two_steps_that_are_due_together_only_the_one_for_somebody_is_asked_about(world: World) -> None:
    gazette = Gazette()
    world.engine = world.new_engine(sender=reading(world, gazette))
    both = journey(pushed(condition=Not(part=REGULAR)), with_news(condition=REGULAR))
    await world.follow_up(both, await world.member("ann"), await regular(world, "ben"))
    await world.run(hours=2)
    assert sorted(said(world)) == ["Thank you, ann!", "ben: issue 1"]
    assert gazette.asked == [["ben"], ["ann"]]  # of her once hers is to leave


async def test_who_has_no_news_gets_no_message_and_is_asked_about_once(world: World) -> None:
    gazette = Gazette(empty=True)
    world.engine = world.new_engine(sender=reading(world, gazette))
    await world.follow_up(journey(with_news()), await world.member("ann"))
    await world.run(hours=2)
    assert (gazette.asked, await world.stands()) == ([["ann"]], {"news": "skipped/not-for-them"})


async def test_a_message_that_is_tried_again_has_what_is_news_by_then(world: World) -> None:
    gazette = Gazette()
    world.engine = world.new_engine(sender=reading(world, gazette))
    await world.follow_up(journey(with_news()), await world.member("ann"))
    world.fails(SendStatus.LATER)
    await world.run(hours=2)
    assert (gazette.asked, said(world)) == ([["ann"], ["ann"]], ["ann: issue 2"])


async def test_a_message_that_waited_long_for_others_has_what_is_news_by_then(world: World) -> None:
    gazette = Gazette()
    world.engine = world.new_engine(sender=reading(world, gazette), in_flight=1)

    async def takes_long(key: str, result: SendResult) -> None:
        world.clock.advance(2 * FRESH)

    world.chat.arrived = takes_long
    await world.follow_up(journey(with_news()), await world.member("ann"), await world.member("ben"))
    await world.run(hours=2)
    assert (gazette.asked, said(world)) == ([["ann", "ben"], ["ben"]], ["ann: issue 1", "ben: issue 2"])


async def test_a_preview_asks_once_and_only_of_whom_a_step_is_for(world: World) -> None:
    gazette = Gazette()
    people = [await world.member("ann"), await regular(world, "ben"), await regular(world, "cleo")]
    kept = await world.install(journey(with_news(condition=REGULAR), with_news("more", hours=3, condition=REGULAR)))
    plan = world.plan(kept, await world.stream(*people))
    previewer = Previewer(world.database, world.loader(), reading(world, gazette))
    shown = [str(sample.message.text) for sample in (await previewer.preview(plan, START)).samples]
    assert sorted(shown) == ["ben: issue 1"] * 2 + ["cleo: issue 1"] * 2
    assert (gazette.asked, len(gazette.ids)) == ([["ben", "cleo"]], 2)
