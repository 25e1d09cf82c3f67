"""Tags and rooms that are given by hand, mostly for a while; and a network that is not always there."""

from datetime import timedelta

from bot.delivery.natives import NativeGrants
from bot.model.grants import Native, NativeKind
from bot.model.results import SendResult, SendStatus
from tests.year.town import Town

TAGS = ("Friend", "Potter", "Night owl")
SOURCES = 8
ONE_DAY = timedelta(days=1, hours=1)


async def let_in(town: Town, share: float) -> None:
    """Some get a tag or are let into the cellar; some lose what they had, some have it for longer."""
    now = town.home.clock.now()
    if town.dice.random() < 0.3:
        for _ in range(town.dice.randint(1, 3)):
            town.bot.chat.next_native(SendResult(SendStatus.LATER))
    async with town.work() as work:
        natives = NativeGrants(work, town.community.id, town.bot.app.parts.platforms)
        for person in town.some(share):
            days, source, what = town.dice.choice([None, 3, 10, 30]), _source(town), _what(town)
            until = None if days is None else now + timedelta(days=days)
            await natives.give(town.acting[person.name], what, source=source, until=until)
            town.keyring.give(town.acting[person.name], what, source, now, until)
    await _change_some(town)
    await town.bot.app.turn()


async def _change_some(town: Town) -> None:
    now = town.home.clock.now()
    async with town.work() as work:
        natives = NativeGrants(work, town.community.id, town.bot.app.parts.platforms)
        if town.dice.random() < 0.5:
            source = _source(town)
            await natives.take(source)
            town.keyring.take(source)
        if town.dice.random() < 0.3:
            source, until = _source(town), now + timedelta(days=town.dice.choice([2, 20]))
            await natives.extend(source, until)
            town.keyring.extend(source, until)


async def let_in_for_a_day(town: Town) -> None:
    """What they get ends while nobody is there to see to it."""
    now = town.home.clock.now()
    async with town.work() as work:
        natives = NativeGrants(work, town.community.id, town.bot.app.parts.platforms)
        for person in town.some(0.02):
            what, source = Native(town.space_id, NativeKind.DOOR, town.cellar), f"day:{town.next_number()}"
            await natives.give(town.acting[person.name], what, source=source, until=now + ONE_DAY)
            town.keyring.give(town.acting[person.name], what, source, now, now + ONE_DAY)
    await town.bot.app.turn()


def _source(town: Town) -> str:
    return f"year:{town.dice.randint(1, SOURCES)}"


def _what(town: Town) -> Native:
    if town.dice.random() < 0.4:
        return Native(town.space_id, NativeKind.DOOR, town.cellar)
    return Native(town.space_id, NativeKind.BADGE, town.dice.choice(TAGS))
