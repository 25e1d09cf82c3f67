"""Challenges as tests play them: what is handed in, what everybody sees, and how it ends."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from bot.platforms.local.records import GENERAL, Person, Shown
from bot.text.markup import plain
from plugins.challenges._tables import votes
from tests.pictures.handed_in import handed, telephone
from tests.plugins.boarding import Board, board

MUGS = "Your mug in the wild"


class Arena(Board):
    """The board's people, and a folder in which their pictures lie."""

    folder: Path

    async def enters(self, person: Person, text: str = "", picture: bytes | None = None) -> str:
        """Fill in the form of `/challenge join`; what the person is told."""
        await self.says(person, "/challenge join")
        file = handed(self.folder, picture, f"{person.name}.jpg") if picture is not None else ""
        return await self.fills(person, {"picture": file, "text": text})

    async def shown_entry(self, person: Person, text: str = "", picture: bytes | None = None) -> None:
        """Somebody hands in, and a host lets it be seen."""
        await self.enters(person, text, picture)
        await self.waits()
        await self.presses(self.hana, "Show it")

    async def with_two(self, typed: str = MUGS) -> None:
        """Ann's picture is #1 and Ben's words are #2."""
        await self.says(self.hana, f"/challenge start {typed}")
        await self.shown_entry(self.ann, "On a <b>bench</b>.", telephone())
        await self.shown_entry(self.ben, "In a tent.")

    async def vote(self, person: Person, entry_id: int) -> str:
        """Press the button under that entry."""
        async with self.background() as ctx:
            token = ctx.button("challenges.vote", entry_id).token
        return await self.presses(person, token)

    def in_public(self) -> list[Shown]:
        """The posts that everybody sees."""
        return [one for one in self.bot.seen(self.cid) if one.channel == GENERAL and one.key]

    def post(self) -> str:
        """What the challenge's own post says."""
        return next(text for one in self.in_public() if MUGS in (text := plain(one.message.text)))

    async def waits(self, seconds: float = 30) -> None:
        """Whatever is due leaves."""
        await self.bot.passes(seconds=seconds)

    async def cast(self) -> Sequence[int]:
        """The entries that votes are for, the oldest first."""
        return [row.entry_id for row in await self.rows(votes)]


@contextlib.asynccontextmanager
async def arena(folder: Path, *, language: str = "en") -> AsyncIterator[Arena]:
    """A bot with everybody introduced; fails when anything in it broke meanwhile."""
    async with board(language=language) as here:
        place = Arena(here.bot, language)
        place.folder = folder
        yield place
