"""A place with an owner and two guests who earn points, and how they are asked about them."""

from dataclasses import dataclass

from bot.community.activities import ORDERED, Activities
from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.ledger import Ledger
from bot.model.identity import Role
from bot.model.points import Balance
from bot.model.rules import FactValue
from bot.platforms.local.records import Person
from bot.testing import WholeBot
from tests.plugins.place import Place


@dataclass(frozen=True, slots=True)
class Evening(Place):
    """Hana owns the place, Ann and Ben are guests."""

    bot: WholeBot
    hana: Person
    ann: Person
    ben: Person

    async def stream(self, *guests: Person, stretches: int = 3, words: str = "hello") -> None:
        """A stream of so many stretches of ten minutes, in each of which all of them write."""
        await self.bot.says(self.hana, "/stream start Tea night")
        for _ in range(stretches):
            for guest in guests:
                await self.bot.says(guest, words)
            await self.bot.passes(minutes=10)
        await self.bot.says(self.hana, "/stream end")
        await self.bot.passes(minutes=20)

    async def orders(self, person: Person, amount: float, number: int = 1) -> None:
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            await Activities(work).record(community.id, member_id, ORDERED, f"order:{number}", value=amount)
        await self.bot.passes(minutes=1)

    async def balance(self, person: Person) -> Balance:
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            return await Ledger(work).balance(member_id)

    async def facts(self, person: Person) -> dict[str, FactValue]:
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            return dict(await Facts(work, self.bot.app.parts.registry.facts).of(member_id))


async def evening_of(bot: WholeBot, language: str) -> Evening:
    """Everybody is known to the bot."""
    people = [bot.person("Hana", Role.OWNER, language=language)]
    people += [bot.person(name, language=language) for name in ("Ann", "Ben")]
    for person in people:
        await bot.says(person, "/me")
    return Evening(bot, *people)
