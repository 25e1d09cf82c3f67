"""Who comes, who is linked with whom, and who wants to be forgotten."""

import sqlalchemy as sa

from bot.community.linking import Links
from bot.community.people import People
from bot.core.erasing import PersonalData
from bot.platforms.local.records import PLATFORM
from bot.storage.tables import accounts, members, persons
from tests.year.town import EARLY, Town


async def begin(town: Town) -> None:
    """Most people are there from the beginning, as in a place that is there for longer than its bot."""
    now, first = town.home.clock.now(), town.people[: round(town.size * EARLY)]
    async with town.work() as work:
        for person in first:
            person_id = await work.insert(sa.insert(persons).values(created_at=now))
            whose = {"platform": PLATFORM, "external_id": person.user_id, "name": person.name}
            await work.execute(sa.insert(accounts).values(person_id=person_id, **whose))
            member = {"community_id": town.community.id, "name": person.name, "joined_at": now}
            await work.execute(sa.insert(members).values(person_id=person_id, **member))
            town.diary.joined[person.name] = now
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
