"""A community in which people talk with the team, as the tests of cases tell of it."""

import contextlib
from collections.abc import AsyncIterator

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.context import Background
from bot.platforms.local.records import Person
from bot.storage.tables import incidents
from bot.testing import WholeBot, whole_bot
from bot.text.markup import plain
from tests.plugins.boarding import Board, board

PARCEL = "My parcel has not come."


class Desk(Board):
    """Mona moderates, Hana and Hugo host; Ann, Ben and Cid are members."""

    async def talks(self, person: Person, words: str = PARCEL) -> str:
        """The person turns to the team."""
        return await self.says(person, f"/talk {words}")

    async def answers(self, host: Person, words: str, case: int = 1) -> str:
        """A host writes to the member of a case."""
        return await self.fills_in(host, "case_answer", {"text": words}, case)

    async def replies(self, person: Person, words: str, case: int = 1) -> str:
        """The member writes to the team."""
        return await self.fills_in(person, "case_reply", {"text": words}, case)

    async def fills_in(self, person: Person, action: str, values: dict[str, str], *arguments: int) -> str:
        """Open the form of that action by its button, and fill it in."""
        opened = len(self.bot.chat.forms(person))
        told = await self.does(person, f"{action}_form", *arguments)
        return await self.fills(person, values) if len(self.bot.chat.forms(person)) > opened else told

    async def does(self, person: Person, action: str, *arguments: int) -> str:
        """Press a button of the plugin's, wherever it stands."""
        return "\n".join(await self.bot.presses(person, await self.token(action, *arguments)))

    async def token(self, action: str, *arguments: int) -> str:
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            ctx = Background(self.bot.app.parts, work, community, "assistant")
            return ctx.button(f"assistant.{action}", *arguments).token

    async def news(self, person: Person) -> str:
        """What was written to the person last, once all has left."""
        await self.bot.passes(seconds=30)
        return self.told(person)[-1]


@contextlib.asynccontextmanager
async def desk(*, language: str = "en") -> AsyncIterator[Desk]:
    """A bot with everybody introduced; fails when anything in it broke meanwhile."""
    async with board(language=language) as here:
        yield Desk(here.bot, language)


@contextlib.asynccontextmanager
async def desk_on(database_url: str) -> AsyncIterator[Desk]:
    """The same on a database of one's choice."""
    async with whole_bot(database_url=database_url) as bot:
        here = Desk(bot, "en")
        for person in (here.hana, here.hugo, here.ann, here.ben):
            await bot.says(person, "/ping")
        yield here
        async with bot.app.parts.work() as work:
            assert await work.rows(sa.select(incidents.c.place, incidents.c.error)) == []


def texts_of(bot: WholeBot, person: Person) -> list[str]:
    """All that the person sees, without markup."""
    return [plain(one.message.text) for one in bot.seen(person)]
