"""An evening with badges: who hosts, who comes, and what somebody reads."""

from dataclasses import dataclass

from bot.community.awards import Awards
from bot.community.badges import Badges
from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.model.badges import Won
from bot.model.identity import Role
from bot.model.messages import Form
from bot.model.rules import FactValue
from bot.platforms.local.records import Person
from bot.testing import WholeBot
from tests.plugins.place import Place


@dataclass(frozen=True, slots=True)
class Evening(Place):
    """Hana owns the place, Ivo hosts, Ann and Ben are guests."""

    bot: WholeBot
    hana: Person
    ivo: Person
    ann: Person
    ben: Person

    async def stream(self, *guests: Person, words: str = "hello", late: bool = False) -> None:
        """A stream of ten minutes and some, at which all of them write."""
        await self.bot.says(self.hana, "/stream start Tea night")
        if late:
            await self.bot.passes(minutes=11)
        for guest in guests:
            await self.bot.says(guest, words)
        await self.bot.passes(minutes=11)
        await self.bot.says(self.hana, "/stream end")
        await self.bot.passes(minutes=20)

    async def won(self, person: Person) -> dict[str, Won]:
        """By name what somebody has."""
        member_id = await self.id_of(person)
        parts = self.bot.app.parts
        async with parts.work() as work:
            [community] = await Communities(work).all()
            names = {kept.id: kept.name for kept in await Badges(work, parts.registry.badges).all(community.id)}
            return {names[won.badge_id]: won for won in await Awards(work).of(member_id)}

    async def levels(self, person: Person) -> dict[str, int]:
        """By name the level of what somebody has."""
        return {name: won.level for name, won in (await self.won(person)).items()}

    async def facts(self, person: Person) -> dict[str, FactValue]:
        """What is known of somebody."""
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            return dict(await Facts(work, self.bot.app.parts.registry.facts).of(member_id))

    def tag(self, who: Person) -> str:
        """The tag that the network shows behind somebody's name."""
        return self.bot.chat.tag(who)

    def form(self, who: Person) -> Form:
        """The form that is open for somebody."""
        return self.bot.chat.forms(who)[-1].form

    async def press_at(self, who: Person, place: int) -> str:
        """Press a button of the newest message by its place, whatever it is called."""
        return await self.presses(who, self.labels(who)[place])

    def labels(self, who: Person) -> list[str]:
        """The buttons of the newest message that somebody sees."""
        return [action.label for row in self.bot.seen(who)[-1].message.actions for action in row]

    def undo(self, who: Person) -> str:
        """The first button of those that undo."""
        return next(label for label in self.labels(who) if "ndo" in label)

    async def agrees(self, person: Person) -> None:
        """Somebody lets the bot write to them."""
        await self.bot.says(person, "/start")
        await self.bot.presses(person, "Allow thanks and news")

    async def hides(self, person: Person) -> None:
        """Somebody asks not to be shown."""
        await self.bot.says(person, "/preferences")
        labels = [action.label for one in self.bot.seen(person) for row in one.message.actions for action in row]
        await self.bot.presses(person, next(label for label in labels if "ide" in label))


async def evening_of(bot: WholeBot, language: str = "en") -> Evening:
    """All of them are known."""
    people = [bot.person("Hana", Role.OWNER, language=language), bot.person("Ivo", Role.HOST, language=language)]
    people += [bot.person(name, language=language) for name in ("Ann", "Ben")]
    for person in people:
        await bot.says(person, "/me")
    return Evening(bot, *people)
