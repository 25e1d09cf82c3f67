"""An evening that is followed up: two people at a stream, one who missed it, a moderator who hosts."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.community.activities import ORDERED, SIGNED_UP, Activities
from bot.community.communities import Communities
from bot.community.consent import Consents
from bot.community.people import People
from bot.community.streams import Streams
from bot.core.loader import Loaded
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.model.identity import Community, Purpose, Role, Route
from bot.platforms.local.records import SPACE, Person, Shown
from bot.testing import START, WholeBot, whole_bot
from tests.snapshots.compare import screen

JOURNEYS = ("followups.after-stream", "followups.missed-it")


class Evening:
    """A bot with its people: `ann` agreed to direct messages, `ben` did not, `dan` signed up and misses the stream."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot = bot
        self.language = language
        self.ann, self.ben, self.dan = (bot.person(name, language=language) for name in ("Ann", "Ben", "Dan"))
        self.host = bot.person("Hana", Role.MODERATOR, language=language)
        self._seen: dict[str, int] = {}
        self.stream_id = 0

    async def prepare(self, *, running: bool) -> None:
        """Let everybody be known, with channels to post to and nothing seen yet."""
        for person in (self.ann, self.ben, self.dan, self.host):
            await self.bot.says(person, "/ping")
        community_id, ann = (await self.community()).id, await self.id_of(self.ann)
        async with self.bot.app.parts.work() as work:
            await Communities(work).set_channels(SPACE, post="general", hosts="hosts")
            await Consents(work).give(ann, Purpose.SERVICE, Route.DIRECT, source="test")
            for name in JOURNEYS if running else ():
                kept = await Journeys(work).get(community_id, name)
                await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)
        for person in (self.ann, self.ben, self.dan, self.host):
            self.news(person)

    async def community(self) -> Community:
        async with self.bot.app.parts.work() as work:
            found = await Communities(work).of_space(SPACE)
        assert found is not None
        return found

    async def id_of(self, person: Person) -> int:
        """The member's id."""
        community = await self.community()
        async with self.bot.app.parts.work() as work:
            return (await People(work).find(community, person.name)).id

    async def starts(self, title: str = "Autumn glazes") -> None:
        """A stream begins now: Ann is there, Ben asks a question, Dan signed up and is not seen."""
        community, host, dan = await self.community(), await self.id_of(self.host), await self.id_of(self.dan)
        async with self.bot.app.parts.work() as work:
            self.stream_id = (await Streams(work).start(community.id, host_id=host, title=title)).stream.id
            await Activities(work).record(community.id, dan, SIGNED_UP, f"stream:{self.stream_id}")
        await self.bot.says(self.ann, "hello")
        await self.bot.says(self.ben, "which clay?")

    async def stream(
        self, title: str = "Autumn glazes", *, notes: bool = True, next_one: bool = True, minutes: int = 42
    ) -> None:
        """A stream from now on: Ann is there, Ben asks two questions, Dan signed up and is not seen; then it ends."""
        community, host = await self.community(), await self.id_of(self.host)
        await self.starts(title)
        async with self.bot.app.parts.work() as work:
            if notes:
                await Streams(work).note(self.stream_id, host, "The ash glaze that ran <and stayed>")
                await Streams(work).note(self.stream_id, host, "Why kilns sing")
        await self.bot.passes(minutes=minutes)
        await self.bot.says(self.ann, "lovely")
        await self.bot.says(self.ben, "and which kiln?")
        await self.bot.passes(minutes=1)
        async with self.bot.app.parts.work() as work:
            if next_one:
                await Streams(work).plan(community.id, work.now + timedelta(days=5), "Teapots")
            await Streams(work).end(community.id)
        await self.bot.app.turn()
        for person in (self.ann, self.ben, self.dan, self.host):
            self.news(person)

    async def ends(self) -> None:
        """The stream ends, at the last that anybody said."""
        async with self.bot.app.parts.work() as work:
            await Streams(work).end((await self.community()).id)
        await self.bot.app.turn()

    async def orders(self, person: Person) -> None:
        """Record an order that a shop told of."""
        community, member = await self.community(), await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            await Activities(work).record(community.id, member, ORDERED, "A-17", value=40.0)
        await self.bot.app.turn()

    def news(self, person: Person) -> list[Shown]:
        """What the person sees since this was asked last."""
        before, seen = self._seen.get(person.name, 0), self.bot.seen(person)
        self._seen[person.name] = len(seen)
        return list(seen[before:])

    async def press(self, person: Person, button: str) -> list[Shown]:
        """What pressing a button brings; it is named by its text's key, or by what stands on it."""
        self.news(person)
        await self.bot.presses(person, self.say(button) if "-" in button else button)
        return self.news(person)

    async def fill(self, person: Person, **values: str) -> list[Shown]:
        """What filling in the open form brings."""
        self.news(person)
        [asked] = self.bot.chat.forms(person)
        await self.bot.submits(person, asked.form, values)
        return self.news(person)

    async def opens(self, person: Person) -> list[Shown]:
        """What /inbox shows."""
        self.news(person)
        await self.bot.says(person, "/inbox")
        return self.news(person)

    def say(self, key: str) -> str:
        """A text without variables, in the evening's language."""
        return str(self.bot.app.parts.translator.text(key, self.language))


@contextlib.asynccontextmanager
async def evening(
    language: str = "en",
    *,
    running: bool = True,
    database_url: str | None = None,
    loaded: Loaded | None = None,
    folder: Path | None = None,
    start: datetime = START,
) -> AsyncIterator[Evening]:
    """A whole bot with its people; `running`: a moderator approved the journeys before."""
    whole = whole_bot(language=language, database_url=database_url, loaded=loaded, folder=folder, start=start)
    async with whole as bot:
        it = Evening(bot, language)
        await it.prepare(running=running)
        yield it


def followed(shown: list[Shown], *words: str) -> str:
    """The screen of the messages in which one of the words stands: other plugins have their say as well."""
    return screen(one for one in shown if not words or any(word in one.message.text for word in words))
