"""What a community chooses about its rewards holds: each number at both sides of its edge, other than by default."""

from collections.abc import Awaitable, Callable
from typing import Final

import pytest

from bot.platforms.local.records import Person
from tests.plugins.rewarding import Shop, shop

Happens = Callable[[Shop], Awaitable[tuple[object, ...]]]


async def seat(here: Shop, person: Person) -> None:
    """Take the one seat at the next time of "Tea"."""
    await here.says(person, "/rewards Tea")
    await here.presses(person, here.bot.seen(person)[-1].buttons[0].label)
    await here.presses(person, here.bot.seen(person)[-1].buttons[0].label)


async def tea(here: Shop, when: str, **values: str) -> None:
    """A slot on offer."""
    await here.offer("slot", "Tea", **values)
    await here.says(here.mona, f"/reward times Tea {when} 60 1")


async def reminded(here: Shop) -> tuple[object, ...]:
    """How often Ann heard that it begins soon, 91 and 89 minutes before."""
    await tea(here, "tomorrow 18:00")
    await seat(here, here.ann)
    found: list[object] = []
    for passing in ({"hours": 21, "minutes": 29}, {"minutes": 2}):
        await here.bot.passes(**passing)
        found.append(sum("begins soon" in text for text in here.told(here.ann)))
    return tuple(found)


async def given_up(here: Shop) -> tuple[object, ...]:
    """Whether points come back 49 and 47 hours before."""
    await tea(here, "monday 19:00", price="20")
    await here.points(here.ann, 20)
    await seat(here, here.ann)
    await here.bot.passes(hours=23)
    asked = [await here.presses(here.ann, "Give it up")]
    await here.bot.passes(hours=2)
    await here.says(here.ann, "/mine")
    await here.presses(here.ann, "Open: Tea")
    asked.append(await here.presses(here.ann, "Give it up"))
    return tuple("You get 20 points back." in text for text in asked)


async def offered(here: Shop) -> tuple[object, ...]:
    """What becomes of a mug kept for whoever is next in line, after just under three hours and just over."""
    await here.offer("custom", "Mug", stock="1")
    await here.says(here.ann, "/rewards Mug")
    await here.presses(here.ann, "Claim it")
    await here.says(here.ben, "/rewards Mug")
    await here.presses(here.ben, "Wait for one")
    await here.says(here.mona, "/reward stock Mug 2")
    found: list[object] = []
    for passing in ({"hours": 2, "minutes": 58}, {"minutes": 4}):
        await here.bot.passes(**passing)
        found.append((await here.states())[-1])
    return tuple(found)


async def delivered(here: Shop) -> tuple[object, ...]:
    """What the hosts read, and what becomes of a mug that nobody hands over, just under three days and just over."""
    await here.offer("custom", "Mug")
    await here.says(here.ann, "/rewards Mug")
    await here.presses(here.ann, "Claim it")
    found: list[object] = ["within 3 days" in here.hosts()[-1]]
    for passing in ({"days": 2, "hours": 23}, {"hours": 2}):
        await here.bot.passes(**passing)
        found += await here.states()
    return tuple(found)


async def paused(here: Shop) -> tuple[object, ...]:
    """What who did not come is told, and whether they may take a seat two days after that time and three days after."""
    await tea(here, "tomorrow 18:00")
    await seat(here, here.ann)
    await here.bot.passes(days=1, hours=1, minutes=1)
    await here.presses(here.hana, "Who has it")
    await here.presses(here.hana, "Ann")
    await here.presses(here.hana, "Did not come")
    await here.says(here.mona, "/reward times Tea 2026-11-30 18:00 60 1")
    found: list[object] = ["For 3 days" in here.told(here.ann)[-1]]
    for days in (2, 1):
        await here.bot.passes(days=days)
        await here.says(here.ann, "/rewards Tea")
        told = await here.presses(here.ann, here.bot.seen(here.ann)[-1].buttons[0].label)
        found.append("You can take seats again" not in told)
    return tuple(found)


async def booked(here: Shop) -> tuple[object, ...]:
    """What the hosts hear of a slot that is booked and given up again."""
    await tea(here, "monday 18:00")
    await seat(here, here.ann)
    for _ in range(2):
        await here.presses(here.ann, "Give it up")
    return tuple("Tea" in text for text in here.hosts())


CHOSEN: Final[tuple[tuple[str, str, Happens, tuple[object, ...], tuple[object, ...]], ...]] = (
    ("remind_minutes", "90", reminded, (0, 0), (0, 1)),
    ("give_up_hours", "48", given_up, (True, True), (True, False)),
    ("offer_hours", "3", offered, ("held", "held"), ("held", "lapsed")),
    ("deliver_days", "3", delivered, (False, "delivering", "delivering"), (True, "delivering", "failed")),
    ("pause_days", "3", paused, (False, False, False), (True, False, True)),
    ("tell_bookings", "no", booked, (True, True), ()),
)
"""A setting, its value, what happens, what follows by default, and what follows with that value."""


@pytest.mark.long
@pytest.mark.parametrize(("name", "value", "happens", "by_default", "then"), CHOSEN, ids=[one[0] for one in CHOSEN])
async def test_what_a_community_chooses_holds(
    name: str, value: str, happens: Happens, by_default: tuple[object, ...], then: tuple[object, ...]
) -> None:
    async with shop() as here:
        assert await happens(here) == by_default
    async with shop() as here:
        await here.says(here.mona, f"/plugin configure rewards {name} {value}")
        assert await happens(here) == then
