"""A place into which the bot was just put, for the tests of `setup` and `doctor`."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Mapping

import sqlalchemy as sa

from bot.core.loader import Loaded
from bot.model.identity import ChannelRef, Role
from bot.platforms.local.records import GENERAL, Person
from bot.storage.tables import incidents
from bot.testing import WholeBot, whole_bot
from tests.snapshots.compare import screen

ROLES = {"r-1": "Streamers", "r-2": "Regulars"}


class Place:
    """Mia moderates, Ema is a guest; the chat has two roles of its own."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot = bot
        self.mia = bot.person("Mia", Role.MODERATOR, language=language)
        self.ema = bot.person("Ema", language=language)
        bot.chat.arrange(roles=ROLES)

    async def says(self, text: str, who: Person | None = None, channel: ChannelRef = GENERAL) -> str:
        """What Mia (or `who`) is shown because of what they say."""
        return await self._news(who or self.mia, self.bot.says(who or self.mia, text, channel))

    async def presses(self, label: str, who: Person | None = None) -> str:
        """What Mia (or `who`) is shown after pressing the newest button whose label begins so."""
        person = who or self.mia
        labels = [action.label for shown in reversed(self.bot.seen(person)) for action in shown.buttons]
        whole = next(found for found in labels if found.removeprefix("✓ ").startswith(label))
        return await self._news(person, self.bot.presses(person, whole))

    async def fills_in(self, values: Mapping[str, str], who: Person | None = None) -> str:
        """What Mia (or `who`) is shown after the newest form."""
        person = who or self.mia
        return await self._news(person, self.bot.submits(person, self.bot.chat.forms(person)[-1].form, dict(values)))

    async def _news(self, person: Person, doing: Awaitable[object]) -> str:
        seen = len(self.bot.seen(person))

        await doing
        return screen(self.bot.seen(person)[seen:])


@contextlib.asynccontextmanager
async def place(
    *,
    language: str = "en",
    zone: str = "UTC",
    loaded: Loaded | None = None,
    entered: bool = True,
    database_url: str | None = None,
) -> AsyncIterator[Place]:
    """The bot, taken in by Mia unless told otherwise; fails when anything in it broke meanwhile."""
    async with whole_bot(language=language, zone=zone, loaded=loaded, database_url=database_url) as bot:
        here = Place(bot, language)
        if entered:
            await bot.chat.takes_in(here.mia, title="Clay & <Co>")
            await bot.app.turn()
        yield here
        async with bot.app.parts.work() as work:
            broken = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert not broken
