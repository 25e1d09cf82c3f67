"""Bringing points along: what would come of a file, the import itself in short transactions, and undoing one."""

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from bot.app import App, open_app
from bot.community.communities import Communities
from bot.community.import_undoing import ImportUndoing
from bot.community.point_imports import LINES_AT_ONCE, PointImports
from bot.config import Config
from bot.errors import SaidError
from bot.importing.opening import PointsFile
from bot.model.identity import Community
from bot.model.point_imports import PointImport, Undone
from bot.model.ports import Platform
from bot.model.sources import StreamSource
from bot.surroundings import Surroundings

T = TypeVar("T")

Progress = Callable[[float], None]
"""Told which share is done."""


class Foreseen(Struct, frozen=True):
    """What would come of a file."""

    community: Community
    before: PointImport | None  # the import of this very file, where there is one
    paid_before: int  # accounts that another file of this kind has paid already
    known: int  # accounts that are found at once


class Desk:
    """The bot's database, with one community chosen; nothing else runs meanwhile, and nobody is connected."""

    def __init__(self, app: App, community: Community) -> None:
        self.parts = app.parts
        self.community = community

    async def foresee(self, file: PointsFile) -> Foreseen:
        """What would come of the file; nothing is changed."""
        async with self.parts.work() as work:
            imports = PointImports(work, self.community.id)
            known = await imports.known(file.content)
            before = None if known is None else await imports.get(known)
            keys = [one.key for one in file.lines]
            again = [await imports.paid_before(file.format, some) for some in _chunks(keys)] if before is None else []
            found = [await imports.found(some) for some in _chunks(file.lines)]
        return Foreseen(self.community, before, sum(again), sum(found))

    async def bring(self, file: PointsFile, progress: Progress) -> PointImport:
        """Keep every line, and pay those whose people are known. Broken off, it goes on when it is called again."""
        async with self.parts.work() as work:
            imports = PointImports(work, self.community.id)
            id = await imports.begin(file.format, file.name, file.content, file.one_for)
        kept = 0
        for some in _chunks(file.lines):
            async with self.parts.work() as work:
                await PointImports(work, self.community.id).keep(id, some)
            kept += len(some)
            progress(kept / len(file.lines) / 2)
        async with self.parts.work() as work:
            await PointImports(work, self.community.id).done(id)
        await self._pay(len(file.lines), progress)
        return await self.get(id)

    async def _pay(self, total: int, progress: Progress) -> None:
        paid, more = 0, 1
        while more:
            async with self.parts.work() as work:
                more = await PointImports(work, self.community.id).pay()
            paid += more
            progress(min(1.0, 0.5 + paid / total / 2))
        progress(1.0)

    async def all(self) -> Sequence[PointImport]:
        """The newest imports."""
        async with self.parts.work() as work:
            return await PointImports(work, self.community.id).all(50)

    async def get(self, import_id: int) -> PointImport:
        """The import of that id. Raises SaidError when there is none."""
        async with self.parts.work() as work:
            found = await PointImports(work, self.community.id).get(import_id)
        if found is None:
            raise SaidError("importing-no-import", number=import_id)
        return found

    async def still_there(self, import_id: int) -> Undone:
        """What undoing would take."""
        async with self.parts.work() as work:
            return await ImportUndoing(work, self.community.id).still_there(import_id)

    async def undo(self, import_id: int, progress: Progress) -> Undone:
        """Take back what is still there of it. Broken off, it goes on when it is called again."""
        whole = await self.still_there(import_id)
        async with self.parts.work() as work:
            await ImportUndoing(work, self.community.id).begin(import_id)
        done, more = Undone(), Undone(1)
        while more.people:
            async with self.parts.work() as work:
                more = await ImportUndoing(work, self.community.id).take_back(import_id)
            done = Undone(done.people + more.people, done.taken + more.taken, done.missing + more.missing)
            progress(min(1.0, done.people / max(1, whole.people)))
        progress(1.0)
        return done


@contextlib.asynccontextmanager
async def open_desk(config: Config, named: str | None) -> AsyncIterator[Desk]:
    """On the bot's database, for the community of that name or number, or the only one there is.

    Raises SaidError where there is none, or it has to be said which.
    """
    async with open_app(config, make_platforms=_unconnected, make_sources=_unwatched, alone=False) as app:
        async with app.parts.work() as work:
            every = await Communities(work).all()
        if not every:
            raise SaidError("importing-no-community")
        chosen = [one for one in every if named in (None, one.name, str(one.id))]
        if len(chosen) != 1:
            known = ", ".join(f"{one.id} ({one.name})" for one in every)
            raise SaidError("importing-which-community", known=known)
        yield Desk(app, chosen[0])


def _unconnected(around: Surroundings) -> Sequence[Platform]:
    return ()


def _unwatched(around: Surroundings) -> Sequence[StreamSource]:
    return ()


def _chunks(items: Sequence[T]) -> list[Sequence[T]]:
    return [items[start : start + LINES_AT_ONCE] for start in range(0, len(items), LINES_AT_ONCE)]
