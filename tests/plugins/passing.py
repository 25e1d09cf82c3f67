"""A member with a passport: a whole bot with two plugins, and what a person sees of it."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.api import Delay, Journey, StreamTrigger
from bot.community.communities import Communities
from bot.community.consent import Consents
from bot.community.people import People
from bot.community.streams import Streams
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.model.identity import Member, Purpose, Role, Route
from bot.platforms.local.records import SPACE, Person
from bot.testing import WholeBot, whole_bot
from plugins.passport import plugin as passport
from tests.plugins.sample import JOURNEY, LAST, THANKS, sample
from tests.snapshots.compare import screen

MORE = THANKS.model_copy(update={"id": "more", "when": Delay(after=timedelta(hours=2))})
TWO_A_DAY = Journey(name="after", trigger=StreamTrigger(), steps=(THANKS, MORE, LAST))


@dataclass(slots=True)
class Evening:
    """Ann is a member and Mia a moderator; both speak `language`."""

    bot: WholeBot
    language: str
    ann: Person
    mia: Person

    async def says(self, text: str, who: Person | None = None) -> str:
        """The screen that a command brings to Ann, or to `who`."""
        person = who or self.ann
        seen = len(self.bot.seen(person))
        await self.bot.says(person, text)
        return screen(self.bot.seen(person)[seen:])

    async def presses(self, label: str, who: Person | None = None) -> str:
        """The screen that a button brings; `label` is what it shows."""
        person = who or self.ann
        seen = len(self.bot.seen(person))
        await self.bot.presses(person, label)
        return screen(self.bot.seen(person)[seen:])

    async def fills_in(self, **values: str) -> str:
        """The screen that the open form brings; `start` stands for the field "from", which is a word of Python."""
        [asked] = self.bot.chat.forms(self.ann)
        seen = len(self.bot.seen(self.ann))
        named = {{"start": "from"}.get(name, name): value for name, value in values.items()}
        await self.bot.submits(self.ann, asked.form, named)
        return screen(self.bot.seen(self.ann)[seen:])

    async def member(self, person: Person | None = None) -> Member:
        """Ann, or `person`, as the bot knows them."""
        async with self.bot.app.parts.work() as work:
            community = await Communities(work).of_space(SPACE)
            assert community is not None
            return await People(work).find(community, (person or self.ann).name)

    async def allowed(self) -> set[Purpose]:
        """What Ann may be written to for, and nothing while she stopped everything."""
        ann = await self.member()
        async with self.bot.app.parts.work() as work:
            stopped = await Consents(work).is_stopped(ann.id)
            given = await Consents(work).of(ann.id)
        return {purpose for (purpose, _), granted in given.items() if granted and not stopped}

    async def allow(self, *purposes: Purpose) -> None:
        """Ann agrees to messages of these purposes."""
        ann = await self.member()
        async with self.bot.app.parts.work() as work:
            for purpose in purposes:
                await Consents(work).give(ann.id, purpose, Route.DIRECT, source="test")

    async def stream(self, title: str = "Teapots") -> None:
        """A stream of half an hour, in which Ann writes, and the hours after it until its first message."""
        ann = await self.member()
        async with self.bot.app.parts.work() as work:
            kept = await Journeys(work).get(ann.community_id, "sample.after")
            await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)
            await Streams(work).start(ann.community_id, title=title)
        await self.bot.says(self.ann, "hello")
        await self.bot.passes(minutes=30)
        async with self.bot.app.parts.work() as work:
            await Streams(work).end(ann.community_id)
        await self.bot.passes(minutes=11)

    async def unasked(self, **span: float) -> int:
        """How many direct messages Ann gets while time passes."""
        before = len(self.bot.chat.sent)
        await self.bot.passes(**span)
        return sum(shown.direct and shown.only_for == self.ann.account for shown in self.bot.chat.sent[before:])


@contextlib.asynccontextmanager
async def evening(language: str = "en", *, journeys: Sequence[Journey] = (JOURNEY,)) -> AsyncIterator[Evening]:
    """Both are known to the bot. `journeys` are those of the second plugin."""
    loaded = Loaded(Registry([passport, sample(journeys=journeys)]), ())
    async with whole_bot(loaded=loaded, language=language) as bot:
        it = Evening(
            bot,
            language,
            bot.person("Ann", language=language),
            bot.person("Mia", Role.MODERATOR, language=language),
        )
        for person in (it.ann, it.mia):
            await bot.says(person, "/hello")
        yield it
