"""A community with ideas, as the tests of that plugin tell of it."""

import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.people import People
from bot.core.context import Background
from bot.model.identity import Role
from bot.model.rules import FactValue
from bot.platforms.local.records import GENERAL, HOSTS, Person
from bot.storage.tables import incidents, spaces
from bot.testing import WholeBot
from bot.text.markup import plain
from tests.plugins.acquainted import acquainted
from tests.plugins.place import Place
from tests.plugins.rewarding import CODE, YES
from tests.snapshots.compare import screen

GLAZES = "A stream about glazes"
AGREE = {"en": "Allow thanks and news", "cs": "Dovolit poděkování a novinky"}


class Board(Place):
    """Mona moderates, Hana and Hugo host; Ann, Ben and Cid are members."""

    def __init__(self, bot: WholeBot, language: str) -> None:
        self.bot, self.language = bot, language
        self.mona = bot.person("Mona", Role.MODERATOR, language=language)
        self.hana, self.hugo = (bot.person(name, Role.HOST, language=language) for name in ("Hana", "Hugo"))
        self.ann, self.ben, self.cid = (bot.person(name, language=language) for name in ("Ann", "Ben", "Cid"))

    async def screen(self, person: Person, text: str) -> str:
        """All that somebody sees after a command, with its buttons."""
        seen = len(self.bot.seen(person))
        await self.bot.says(person, text)
        return screen(self.bot.seen(person)[seen:])

    async def taps(self, person: Person, label: str) -> str:
        """The same after a press."""
        seen = len(self.bot.seen(person))
        await self.bot.presses(person, label)
        return screen(self.bot.seen(person)[seen:])

    def told(self, person: Person) -> list[str]:
        """What was written to the person unasked."""
        return [plain(shown.message.text) for shown in self.bot.seen(person) if shown.private and shown.key]

    def posted(self) -> list[str]:
        """What stands in everybody's channel."""
        return [plain(one.message.text) for one in self.bot.seen(self.cid) if one.channel == GENERAL and one.key]

    def hosts(self) -> list[str]:
        """What stands in the hosts' channel."""
        return [plain(one.message.text) for one in self.bot.seen(self.hana) if one.channel == HOSTS and one.key]

    async def agrees(self, person: Person) -> None:
        """The person lets the bot write to them."""
        await self.says(person, "/start")
        await self.presses(person, AGREE[self.language])

    async def facts(self, person: Person) -> dict[str, FactValue]:
        member_id = await self.id_of(person)
        async with self.bot.app.parts.work() as work:
            return dict(await Facts(work, self.bot.app.parts.registry.facts).of(member_id))

    async def opens(self, person: Person, number: int = 1) -> str:
        """The page of an idea, as its button shows it."""
        return "\n".join(await self.bot.presses(person, await self._look(number)))

    async def opens_screen(self, person: Person, number: int = 1) -> str:
        """The same with its buttons."""
        seen = len(self.bot.seen(person))
        await self.opens(person, number)
        return screen(self.bot.seen(person)[seen:])

    async def _look(self, number: int) -> str:
        """The token of the button under whatever told somebody of that idea."""
        async with self.background() as ctx:
            return ctx.button("ideas.look", number).token

    async def votes(self, person: Person, number: int = 1) -> None:
        """The person votes for an idea."""
        await self.opens(person, number)
        await self.presses(person, "Vote for it")

    async def leaves(self, person: Person) -> None:
        """The person leaves the community."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            await People(work).leave(person.actor.account, community)
        await self.bot.app.turn()

    async def comes_back(self, person: Person) -> None:
        """The person is here again."""
        async with self.bot.app.parts.work() as work:
            await People(work).come_back(await People(work).get(await self.id_of(person)))
        await self.bot.app.turn()

    @contextlib.asynccontextmanager
    async def background(self) -> AsyncIterator[Background]:
        """A piece of the plugin's work; what it does is kept when the block is left."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            yield Background(self.bot.app.parts, work, community, "ideas")

    async def without_host_place(self) -> None:
        """The hosts have no place of their own any more."""
        async with self.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=None))

    async def forgets(self, person: Person) -> None:
        """Nothing is left of somebody."""
        await self.says(person, "/forget")
        await self.bot.presses(person, self.bot.seen(person)[-1].buttons[0].label)
        await self.bot.passes(minutes=1)

    async def link(self, one: Person, *, into: Person) -> None:
        """Both say that they are one."""
        code = CODE.search(await self.says(into, "/link"))
        assert code is not None
        await self.says(one, f"/link {code[0]}")
        await self.presses(one, YES)
        await self.presses(into, YES)


@contextlib.asynccontextmanager
async def board(
    *,
    language: str = "en",
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    database_url: str | None = None,
) -> AsyncIterator[Board]:
    """A bot with everybody introduced; fails when anything in it broke meanwhile."""
    everybody = acquainted(
        Board,
        lambda here: (here.mona, here.hana, here.hugo, here.ann, here.ben, here.cid),
        language=language,
        folder=folder,
        environment=environment,
        database_url=database_url,
    )
    async with everybody as here:
        yield here
        async with here.bot.app.parts.work() as work:
            assert await work.rows(sa.select(incidents.c.place, incidents.c.error)) == []


async def glazes(here: Board) -> None:
    """Ann gives the first idea, and Ben votes for it; both may be written to."""
    for person in (here.ann, here.ben):
        await here.agrees(person)
    assert "Noted as #1, with your vote" in await here.says(here.ann, f"/idea {GLAZES}")
    await here.says(here.ben, "/ideas")
    await here.presses(here.ben, f"#1 {GLAZES}")
    assert "Your vote counts." in await here.presses(here.ben, "Vote for it")


async def decides(here: Board, host: Person, state: str, words: str = "", number: int = 1) -> str:
    """By the buttons of an idea's page."""
    await here.opens(host, number)
    await here.presses(host, state)
    return await here.fills(host, {"words": words})


async def shown_votes(here: Board, number: int = 1) -> str:
    """What the idea's page says of votes, to somebody who has none."""
    return (await here.opens(here.hugo, number)).split(". ")[0].rsplit("\n", 1)[-1]


async def many(here: Board) -> None:
    """Seven ideas; the third has three votes and the fifth two."""
    subjects = ["Blue cups", "Bigger bowls", "Longer evenings", "Kiln visits", "Clay swaps", "Glaze maps", "Cats"]
    for number, subject in enumerate(subjects):
        await here.says((here.ann, here.ben, here.cid)[number % 3], f"/idea {subject}")
    for person, number in ((here.ann, 3), (here.ben, 3), (here.ann, 5)):
        await here.opens(person, number)
        await here.presses(person, "Vote for it")


def numbers(text: str) -> list[int]:
    """Of the ideas on a page of the board."""
    return [int(line[1 : line.index(" ")]) for line in text.splitlines() if line.startswith("#")]
