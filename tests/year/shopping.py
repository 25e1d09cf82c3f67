"""What members do between streams: orders, some of them taken back, answers; and what a host gives them."""

from bot.community.activities import FEEDBACK_GIVEN, ORDERED, Activities
from bot.community.ledger import Ledger
from bot.community.refunds import Refunds
from bot.model.points import Paid
from tests.year.diary import ORDERS_WAIT, Order
from tests.year.town import Town

LOT = 700
"""What a collector spends on an evening."""
AT_ONCE = 50
"""So many things are done in one piece of work."""


async def buy(town: Town, share: float) -> None:
    """Some buy something; the shop tells of some orders twice."""
    now = town.home.clock.now()
    async with town.work() as work:
        for person in town.some(share):
            reference, value = f"order-{town.next_number()}", town.dice.randint(1, 90)
            for _ in range(town.dice.choice([1, 1, 2])):
                member_id = town.acting[person.name]
                await Activities(work).record(town.community.id, member_id, ORDERED, reference, value=value + 0.5)
            town.diary.ordered(reference, Order(person.name, value, now))
    await town.bot.app.turn()


async def collect(town: Town) -> None:
    """One of them buys so much each evening that their points make a veteran of them before the year is over."""
    person, reference = (
        next(one for one in town.here() if one.name not in town.diary.circles),
        f"lot-{town.next_number()}",
    )
    async with town.work() as work:
        member_id = town.acting[person.name]
        await Activities(work).record(town.community.id, member_id, ORDERED, reference, value=LOT + 0.5)
    town.diary.ordered(reference, Order(person.name, LOT, town.home.clock.now()))
    await town.bot.app.turn()


async def give_back(town: Town, early: float, late: float) -> None:
    """Some orders are taken back before their points count, or after; the shop tells of that twice as well."""
    now, diary = town.home.clock.now(), town.diary
    for reference, order in diary.orders.items():
        share = early if now < order.at + ORDERS_WAIT else late
        if reference in diary.refunded or order.name in diary.forgotten or town.dice.random() > share:
            continue
        diary.refunded.add(reference)
        about, by = f"ordered:{reference}", f"refund:{reference}"
        for _ in range(town.dice.choice([1, 2])):
            async with town.work() as work:
                await Refunds(work).reverse(town.community.id, about, by=by)
        diary.purse(order.name).reverse(about, by, None, now)
    await town.bot.app.turn()


async def answer(town: Town, share: float) -> None:
    """Some say what they thought, a few of them more than once on the same day."""
    now = town.home.clock.now()
    async with town.work() as work:
        for person in town.some(share):
            for _ in range(town.dice.choice([1, 1, 1, 2, 3])):
                member_id, reference = town.acting[person.name], f"answer-{town.next_number()}"
                await Activities(work).record(town.community.id, member_id, FEEDBACK_GIVEN, reference)
                town.diary.answered(person.name, town.acts_for(person.name), now)
    await town.bot.app.turn()


async def be_generous(town: Town, share: float) -> None:
    """A host gives points, or takes some."""
    now = town.home.clock.now()
    for person in town.some(share):
        amount, reference = town.dice.choice([-5, 5, 20]), f"gift-{town.next_number()}"
        async with town.work() as work:
            ledger, member_id = Ledger(work), town.acting[person.name]
            paid = await ledger.adjust(
                town.community.id, member_id, amount, "loyalty-by-hand", reference, note="so it is"
            )
        if paid is Paid.DONE:
            town.diary.gifts[person.name] += amount
        expected = town.diary.purse(person.name).adjust(1, amount, reference, now)
        if town.diary.knows(person.name) and paid is not expected:
            town.diary.wrong.append(f"{amount} points by hand for {person.name}: {paid}, expected {expected}")
    await town.bot.app.turn()
