"""A community with a moderator, a member, and a stream that both saw, for the tests of `admin`."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.community.streams import Streams
from bot.core.loader import LoadFailure
from bot.delivery.journeys import Journeys
from bot.model.identity import Role
from bot.model.journeys import Journey
from bot.platforms.local.records import Person
from bot.testing import START, WholeBot, whole_bot
from tests.plugins.sample import JOURNEY, loaded
from tests.snapshots.compare import screen


@dataclass(frozen=True, slots=True)
class Evening:
    """A running bot with the plugins `admin` and `sample`, and two people in it."""

    bot: WholeBot
    mia: Person  # a moderator
    ema: Person  # a member

    async def says(self, text: str, who: Person | None = None) -> str:
        """What the moderator (or `who`) is answered, in one text."""
        return "\n".join(await self.bot.says(who or self.mia, text))

    async def presses(self, label: str, who: Person | None = None) -> str:
        """What the moderator (or `who`) is answered to a button."""
        return "\n".join(await self.bot.presses(who or self.mia, label))

    async def fills_in(self, **values: str) -> str:
        """What the moderator is answered to the form that stands open; hyphens in names are underscores here."""
        form = self.bot.chat.forms(self.mia)[0].form
        named = {field.name.replace("-", "_"): field.name for field in form.fields}
        return "\n".join(await self.bot.submits(self.mia, form, {named[key]: value for key, value in values.items()}))

    async def screen(self, text: str) -> str:
        """The whole answer to a command with its buttons."""
        seen = len(self.bot.seen(self.mia))
        await self.bot.says(self.mia, text)
        return screen(self.bot.seen(self.mia)[seen:])

    async def streams(self, *, passing: int = 30) -> None:
        """Hold a stream of a quarter of an hour, at which both write, and let half an hour pass after it."""
        async with self.bot.app.parts.work() as work:
            await Streams(work).start(1, title="Teapots")
        for _ in range(3):
            await self.bot.says(self.ema, "hello")
            await self.bot.says(self.mia, "welcome")
            await self.bot.passes(minutes=5)
        async with self.bot.app.parts.work() as work:
            await Streams(work).end(1)
        await self.bot.passes(minutes=passing)

    async def stands(self) -> dict[tuple[str, str, str], int]:
        """Where the deliveries of the sample's journey stand that were due by now: step, state and reason."""
        async with self.bot.app.parts.work() as work:
            counts = await Journeys(work).counts(await Journeys(work).get(1, "sample.after"))
        return {where: count for where, count in counts.items() if where[1] != "pending"}


@contextlib.asynccontextmanager
async def evening(
    *failures: LoadFailure,
    language: str = "en",
    folder: Path | None = None,
    start: datetime = START,
    journeys: Sequence[Journey] = (JOURNEY,),
) -> AsyncIterator[Evening]:
    """The community, known to the bot."""
    plugins = loaded(*failures, journeys=journeys)
    async with whole_bot(loaded=plugins, language=language, folder=folder, start=start) as bot:
        mia = bot.person("Mia", Role.MODERATOR, language=language)
        ema = bot.person("Ema", language=language)
        for person in (mia, ema):
            await bot.says(person, "/hello")
        yield Evening(bot, mia, ema)
