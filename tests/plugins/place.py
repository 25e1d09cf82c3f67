"""What the tests' places have in common: what somebody says, presses and fills in, and who they are to the bot."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.people import People
from bot.platforms.local.records import Person
from bot.testing import WholeBot


class Place:
    """A bot with people in it; each test plugin's place says which."""

    bot: WholeBot

    async def says(self, who: Person, text: str) -> str:
        """What the person is told because of it."""
        return "\n".join(await self.bot.says(who, text))

    async def presses(self, who: Person, label: str) -> str:
        """The same for the newest button of that label."""
        return "\n".join(await self.bot.presses(who, label))

    async def fills(self, who: Person, values: dict[str, str]) -> str:
        """The same for the newest form."""
        return "\n".join(await self.bot.submits(who, self.bot.chat.forms(who)[-1].form, values))

    async def rows(self, table: sa.Table) -> Sequence[Any]:
        """All rows of a table, oldest first."""
        async with self.bot.app.parts.work() as work:
            return await work.rows(sa.select(table).order_by(*table.primary_key))

    async def id_of(self, who: Person) -> int:
        """The person's member id."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            return (await People(work).recognise(who.actor, community)).id
