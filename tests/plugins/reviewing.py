"""Reviews as tests give them, and what everybody and the hosts see of them."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from bot.platforms.local.records import GENERAL, HOSTS, Person, Shown
from bot.text.markup import plain
from plugins.reviews._tables import reviews
from tests.pictures.handed_in import handed, telephone
from tests.plugins.boarding import Board, board
from tests.snapshots.compare import screen

TEAPOT = "Blue teapot"


class Shop(Board):
    """The board's people, and a folder in which their pictures lie."""

    folder: Path

    async def gives(self, person: Person, stars: int = 5, text: str = "", leave: str = "named", **more: str) -> str:
        """Fill in the form of `/review`; what the person is told."""
        await self.says(person, "/review")
        return await self.fills(person, {"about": "", "stars": str(stars), "text": text, "leave": leave, **more})

    def mug(self) -> str:
        """A telephone's picture, as the form brings it."""
        return handed(self.folder, telephone())

    def in_public(self) -> list[Shown]:
        """The posts that everybody sees."""
        return [one for one in self.bot.seen(self.cid) if one.channel == GENERAL and one.key]

    def for_hosts(self) -> str:
        """The hosts' posts with their buttons."""
        return screen(one for one in self.bot.seen(self.hana) if one.channel == HOSTS and one.key)

    async def waits(self) -> None:
        """Whatever is due leaves."""
        await self.bot.passes(minutes=1)

    async def published(self, person: Person, text: str = "My favourite mug.") -> str:
        """Somebody's review with a photo, approved and posted; what the post says."""
        await self.gives(person, 5, text, photo=self.mug())
        await self.waits()
        await self.presses(self.hana, "Approve")
        await self.presses(self.hana, "Publish")
        await self.waits()
        return plain(self.in_public()[-1].message.text)

    async def kept(self) -> Sequence[tuple[int, str, str, str]]:
        """Stars, words, leave and state of what is kept."""
        return [(row.stars, row.text, row.leave, row.state) for row in await self.rows(reviews)]


@contextlib.asynccontextmanager
async def shop(folder: Path, *, language: str = "en") -> AsyncIterator[Shop]:
    """A bot with everybody introduced; fails when anything in it broke meanwhile."""
    async with board(language=language) as here:
        place = Shop(here.bot, language)
        place.folder = folder
        yield place
