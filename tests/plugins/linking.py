"""Somebody with two accounts: a whole bot with all plugins, and how the two are made one member."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.linking import Links
from bot.community.people import People
from bot.model.identity import Community, Member, Role
from bot.model.rules import FactValue
from bot.platforms.local.records import SPACE, Person
from bot.storage.tables import incidents, members
from bot.testing import WholeBot, whole_bot
from tests.snapshots.compare import screen

YES = {"en": "Yes, both are me", "cs": "Ano, jsou moje"}
NO = {"en": "No, join nothing", "cs": "Ne, nespojovat"}


async def code_of(bot: WholeBot, who: Person) -> str:
    """The code that /link shows."""
    shown = await bot.says(who, "/link")
    return next(word for word in shown[-1].split() if len(word) == 9 and word[4] == "-")


async def link(bot: WholeBot, one: Person, other: Person, language: str = "en") -> None:
    """Both say that they are one person."""
    await bot.says(other, f"/link {await code_of(bot, one)}")
    await bot.presses(other, YES[language])
    await bot.presses(one, YES[language])


@dataclass(slots=True)
class Evening:
    """Ann and her other account Nina, Ben, and Olga who owns the place; they speak `language`."""

    bot: WholeBot
    language: str
    ann: Person
    nina: Person
    ben: Person
    olga: Person

    async def says(self, who: Person, text: str) -> str:
        """The screen that a command brings to somebody."""
        seen = len(self.bot.seen(who))
        await self.bot.says(who, text)
        return screen(self.bot.seen(who)[seen:])

    async def presses(self, who: Person, label: str) -> str:
        """The screen that a button brings."""
        seen = len(self.bot.seen(who))
        await self.bot.presses(who, label)
        return screen(self.bot.seen(who)[seen:])

    async def code(self, who: Person) -> str:
        """The code that /link shows."""
        return await code_of(self.bot, who)

    async def link(self, one: Person, other: Person) -> None:
        """Both say yes."""
        await link(self.bot, one, other, self.language)

    async def unlink(self, who: Person) -> None:
        """Take the only link apart."""
        await self.bot.says(who, "/unlink")
        await self.bot.presses(who, "Take apart")

    async def community(self) -> Community:
        async with self.bot.app.parts.work() as work:
            found = await Communities(work).of_space(SPACE)
        assert found is not None
        return found

    async def member(self, who: Person) -> Member:
        """The member who acts for an account."""
        community = await self.community()
        async with self.bot.app.parts.work() as work:
            return await People(work).recognise(who.actor, community)

    async def own_id(self, who: Person) -> int:
        """The membership of the account itself."""
        async with self.bot.app.parts.database.read() as reader:
            return int(await reader.value(sa.select(members.c.id).where(members.c.name == who.name)))

    async def are_one(self, one: Person, other: Person) -> bool:
        return (await self.member(one)).id == (await self.member(other)).id

    async def facts(self, who: Person) -> dict[str, FactValue]:
        """Without what time alone moves, which is worked out at night."""
        member = await self.member(who)
        async with self.bot.app.parts.work() as work:
            specs = self.bot.app.parts.registry.facts
            found = await Facts(work, specs).of(member.id)
        moved = {spec.name for spec in specs if spec.moved_by}
        return {name: value for name, value in found.items() if name in moved}

    async def points(self) -> dict[str, str]:
        """By account that is linked, the account that acts for it."""
        found = {}
        async with self.bot.app.parts.work() as work:
            for who in (self.ann, self.nina, self.ben, self.olga):
                person = await work.value(sa.select(members.c.person_id).where(members.c.name == who.name))
                acting = await Links(work).accounts(person)
                if acting[0].person_id != person:
                    found[who.name] = acting[0].name
        return found

    async def stream(self, *there: Person, minutes: int = 20) -> None:
        """A stream at which these people write."""
        await self.bot.says(self.olga, "/stream start Tea")
        for who in there:
            await self.bot.says(who, "hello")
        await self.bot.passes(minutes=minutes)
        await self.bot.says(self.olga, "/stream end")
        await self.bot.passes(minutes=20)  # by then the end stands

    async def direct(self, who: Person, **span: float) -> list[str]:
        """The texts of direct messages that an account gets while time passes."""
        before = len(self.bot.chat.sent)
        await self.bot.passes(**span)
        fresh = self.bot.chat.sent[before:]
        return [str(shown.message.text) for shown in fresh if shown.direct and shown.only_for == who.account]


@contextlib.asynccontextmanager
async def evening(
    language: str = "en", *, database_url: str | None = None, folder: Path | None = None
) -> AsyncIterator[Evening]:
    """Everybody is known to the bot, Ann longest; fails when anything in it broke meanwhile."""
    async with whole_bot(language=language, database_url=database_url, folder=folder) as bot:
        ann, nina, ben = (bot.person(name, language=language) for name in ("Ann", "Nina", "Ben"))
        it = Evening(bot, language, ann, nina, ben, bot.person("Olga", Role.OWNER, language=language))
        for who in (it.ann, it.nina, it.ben, it.olga):
            await bot.says(who, "/me")
        yield it
        async with bot.app.parts.work() as work:
            broken = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert not broken
