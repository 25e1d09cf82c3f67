"""Who comes, who is linked with whom, and who wants to be forgotten."""

from bot.community.linking import Links
from bot.community.people import People
from bot.core.erasing import PersonalData
from tests.year.town import EARLY, Town


async def arrive(town: Town) -> None:
    """Most people are there from the beginning."""
    now = town.home.clock.now()
    async with town.work() as work:
        for person in town.people[: round(town.size * EARLY)]:
            await People(work).recognise(person.actor, town.community)
            town.diary.joined[person.name] = now
    await town.bot.app.turn()
    town.look_who_is_who()


async def link(town: Town, share: float) -> None:
    """Some turn out to be one person, and some of those part again."""
    for person in town.some(share):
        other = town.dice.choice(town.here())
        if other == person:
            continue
        async with town.work() as work:
            await Links(work).join(_person_id(town, person.name), _person_id(town, other.name))
        town.diary.linked(person.name, other.name)
    circles = sorted(set(town.diary.circles) - town.diary.forgotten)
    if circles and town.dice.random() < 0.3:
        async with town.work() as work:
            await Links(work).part(_person_id(town, town.dice.choice(circles)))
    await town.bot.app.turn()
    town.look_who_is_who()


def _person_id(town: Town, name: str) -> int:
    """The person behind an account, whoever acts for them."""
    return int(town.home.books.value("SELECT person_id FROM accounts WHERE external_id = :name", name=name))


async def forget(town: Town, share: float) -> None:
    """Some want nothing to be left of them. Who was ever linked stays: with them would go all who are one with them."""
    for person in town.some(share):
        if person.name in town.diary.circles:
            continue
        async with town.work() as work:
            member = await People(work).recognise(person.actor, town.community)
            await PersonalData(town.bot.app.parts, work, town.community).erase(member)
        town.diary.forgotten.add(person.name)
        town.keyring.forget(member.id)
        town.gone[person.name] = town.memberships.pop(person.name)
    await town.bot.app.turn()
