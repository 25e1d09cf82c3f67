"""An evening with a host and two guests, as the tests of the streams plugin tell of it."""

import contextlib
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import sqlalchemy as sa

from bot.community.attendance import Attendance, Attended
from bot.community.stream import Stream
from bot.community.streams import Streams
from bot.model.identity import Role
from bot.platforms.local.records import GENERAL, HOSTS, Person
from bot.storage.tables import incidents
from bot.testing import WholeBot
from bot.text.markup import plain
from tests.plugins.acquainted import acquainted
from tests.plugins.place import Place
from tests.snapshots.compare import screen

CODE = re.compile(r"\b([a-z]{6})\. ")


class Evening(Place):
    """Hana hosts; Ann and Ben are guests."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot = bot
        self.hana = bot.person("Hana", Role.HOST, language=language)
        self.ann = bot.person("Ann", language=language)
        self.ben = bot.person("Ben", language=language)

    async def host(self, text: str) -> str:
        """Hana says something in the hosts' channel; what the bot answers her."""
        return await self._answer(self.hana, text)

    async def guest(self, text: str) -> str:
        """Ann says something; what the bot answers her."""
        return await self._answer(self.ann, text)

    async def press(self, person: Person, label: str) -> str:
        """Press the newest button of that label; what the person is told in private."""
        seen = len(self.bot.seen(person))
        await self.bot.presses(person, label)
        return self._private(person, seen)

    async def fill(self, person: Person, **values: str) -> str:
        """Send the newest form; what the person is told in private."""
        seen = len(self.bot.seen(person))
        await self.bot.submits(person, self.bot.chat.forms(person)[-1].form, values)
        return self._private(person, seen)

    async def screen(self, person: Person, text: str) -> str:
        """All that somebody sees after a command, with its buttons."""
        seen = len(self.bot.seen(person))
        await self.bot.says(person, text, HOSTS if person is self.hana else GENERAL)
        return self.since(person, seen)

    def since(self, person: Person, seen: int) -> str:
        """The screen of what came since so many messages."""
        return screen(self.bot.seen(person)[seen:])

    def posts(self, person: Person) -> list[str]:
        """What the person sees for everybody, in either channel."""
        return [plain(shown.message.text) for shown in self.bot.seen(person) if not shown.private]

    def direct(self, person: Person) -> list[str]:
        """What was written to the person unasked."""
        return [plain(shown.message.text) for shown in self.bot.seen(person) if shown.private and shown.key]

    async def drop_code(self) -> str:
        """Open a check-in; the code that Hana is told."""
        found = CODE.search(await self.host("/drop"))
        assert found is not None
        return found[1]

    async def stream(self) -> Stream:
        """The newest stream that went live."""
        async with self.bot.app.parts.work() as work:
            stream = await Streams(work).newest(1)
            assert stream is not None
            return stream

    async def attended(self, person: Person) -> Attended | None:
        """What was counted of the person at the newest stream."""
        stream = await self.stream()
        async with self.bot.app.parts.work() as work:
            return await Attendance(work).of(stream.id, await self.id_of(person))

    async def _answer(self, person: Person, text: str) -> str:
        seen = len(self.bot.seen(person))
        await self.bot.says(person, text, HOSTS if person is self.hana else GENERAL)
        return self._private(person, seen)

    def _private(self, person: Person, seen: int) -> str:
        news = self.bot.seen(person)[seen:]
        return "\n".join(plain(shown.message.text) for shown in news if shown.private and not shown.key)


@contextlib.asynccontextmanager
async def evening(
    *,
    language: str = "en",
    folder: Path | None = None,
    database_url: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Evening]:
    """A bot with everybody introduced; fails when anything in it broke meanwhile."""
    everybody = acquainted(
        Evening,
        lambda here: (here.hana, here.ann, here.ben),
        language=language,
        folder=folder,
        database_url=database_url,
        environment=environment,
    )
    async with everybody as here:
        yield here
        async with here.bot.app.parts.work() as work:
            broken = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert not broken
