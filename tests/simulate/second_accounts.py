"""Some people have a second account; they use it to vote, and some day the two are linked."""

from functools import partial

from bot.community.communities import Communities
from bot.community.linking import Links
from bot.community.people import People
from bot.model.identity import Role
from tests.simulate.acts import Act
from tests.simulate.people import Newcomer, Resident
from tests.simulate.town import Town

MOST = 3


async def open_second_accounts(town: Town) -> None:
    """A few members come once more, under another name."""
    mains = [person for person in town.people if person.floor is Role.MEMBER]
    for number, main in enumerate(town.rng.sample(mains, min(MOST, len(mains)))):
        second = town.comes(Newcomer(f"second{number}", f"Second {number}", Role.MEMBER, main.language))
        town.seconds[second.user_id] = main.user_id
        await _meet(town, main)
        await town.does(Act(second, f"is {main.user_id} as well, and arrives"), partial(town.chat.joins, second))


async def _meet(town: Town, *people: Resident) -> list[int]:
    """Let the bot know them; their numbers as persons."""
    async with town.bot.app.parts.work() as work:
        community = (await Communities(work).all())[0]
        return [(await People(work).recognise(one.actor, community)).person_id for one in people]


async def link(town: Town) -> None:
    """Somebody says by both of their accounts that they are one. It is the first that acts for both."""
    if not town.seconds:
        return
    by_id = {person.user_id: person for person in town.chat.people}
    pairs = list(town.seconds.items())
    brought = [pair for pair in pairs if pair in town.ledger.brought.causes]  # who brought themself along
    second, main = (by_id[id] for id in town.rng.choice(brought if brought and town.rng.random() < 0.6 else pairs))
    one, other = await _meet(town, main, second)
    if one > other:
        return  # the first was forgotten since, and is newer now
    async with town.bot.app.parts.work() as work:
        is_new = await Links(work).join(one, other)
    town.passes_over_changes()
    if is_new:
        town.note(f"links {second.user_id} with {main.user_id}")
    await town.turns()


def accounts_of(town: Town, person: Resident) -> list[Resident]:
    """All that somebody votes with."""
    return [one for one in town.chat.people if town.main_of(one.user_id) == person.user_id]
