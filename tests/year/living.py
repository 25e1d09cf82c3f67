"""A year as it goes: streams, what people do between them, and nights in which nobody is there."""

from datetime import timedelta

from tests.year import joining, letting_in, shopping, wishing
from tests.year.diary import Evening
from tests.year.town import Town

STRETCHES = 3  # of ten minutes in each stream
DOWN = timedelta(days=2)
WAKES = 2
GROWING = {"regular", "streak", "early-bird", "curious"}
"""Badges of which there is soon a higher level."""


async def begin(town: Town) -> None:
    """Points last for half a year here, so that many of them are over before it ends."""
    await town.settle_in()
    await town.bot.says(town.hana, "/plugin configure loyalty months_points_last 6")
    await joining.begin(town)
    town.rewards = await wishing.furnish(town)


async def stream(town: Town) -> None:
    """From 18:00 to 18:30. Some are here for the first time."""
    evening, place = (
        Evening(acting={name: town.acts_for(name) for name in town.diary.circles}),
        len(town.diary.evenings),
    )
    town.diary.evenings.append(evening)
    await town.bot.says(town.hana, "/stream start")
    coming = [person for person in town.people if person.name not in town.diary.forgotten]
    there = [person for person in coming if town.dice.random() < town.keen[person.name]]
    for stretch in range(STRETCHES):
        for person in there:
            if town.dice.random() < 0.8:
                asks = town.dice.random() < 0.1
                await town.bot.chat.says(person, "Is it hot?" if asks else "hello")
                evening.slots[person.name].add(stretch)
                evening.questions[person.name] += asks
                town.diary.joined.setdefault(person.name, town.home.clock.now())
        await town.bot.passes(minutes=10)
    await town.bot.says(town.hana, "/stream end")
    town.diary.pays_for_the_evening(evening, place, town.home.clock.now())
    await town.bot.passes(hours=1)
    town.look_who_is_who()


async def evening(town: Town) -> None:
    """At 19:30. In larger places a smaller part of them does something."""
    share = min(0.02, 9 / town.size)
    town.claims.pass_time(town.home.clock.now())
    await shopping.buy(town, share)
    await shopping.collect(town)
    await shopping.give_back(town, early=0.08, late=0.01)
    await shopping.answer(town, share)
    await shopping.be_generous(town, share / 3)
    await badges_by_hand(town)
    await wishing.claim(town, share * 6)
    await wishing.hand_over(town)
    await wishing.take_back(town)
    await letting_in.let_in(town, share / 2)
    await joining.link(town, share / 10)


async def badges_by_hand(town: Town) -> None:
    """Hana knows who helped, and takes a badge from somebody who has it."""
    for person in town.some(0.002):
        await town.bot.says(town.hana, f"/badge give {person.name} helper for helping")
        town.diary.by_hand.add((person.name, "helper"))
    now, diary = town.home.clock.now(), town.diary
    person = max(town.dice.sample(town.here(), 5), key=lambda one: town.keen[one.name])  # they would win it again
    if has := sorted({*diary.levels([person.name], now)} & GROWING):
        badge = town.dice.choice(has)
        await town.bot.says(town.hana, f"/badge take {person.name} {badge}")
        diary.taken.add((person.name, badge))


async def morning(town: Town) -> None:
    """At 5:30."""
    await town.bot.passes(hours=10)
    settle(town)
    await wishing.answer_offers(town)
    await joining.forget(town, 0.002)
    await town.bot.passes(hours=12)


def settle(town: Town) -> None:
    """Time does in the diary what it does in the bot: not in an hour before that anything is due."""
    now = town.home.clock.now()
    wishing.hear_of_offers(town)
    town.claims.pass_time(now)
    for purse in town.diary.purses.values():
        purse.pass_time(now)


async def doze(town: Town, span: timedelta) -> None:
    """The machine sleeps through most of a quiet time: whatever is due meanwhile is done late, at one of a few moments.

    To live through each hour of a year would take a minute by itself.
    """
    for _ in range(WAKES):
        town.home.clock.advance(span / WAKES)
        await town.bot.app.turn()


async def nobody_is_there(town: Town) -> None:
    """The bot is down while some of what was given ends."""
    await letting_in.let_in_for_a_day(town)
    await town.home.is_down_for(DOWN)
