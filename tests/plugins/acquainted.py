"""A whole bot that knows its people: they met it once in this process, and each test begins with a copy of that."""

import contextlib
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Callable, Hashable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.platforms.local.records import Person
from bot.testing import START, WholeBot, whole_bot

P = TypeVar("P")

_met: dict[Hashable, bytes] = {}


@contextlib.asynccontextmanager
async def acquainted(
    place: Callable[[WholeBot, str], P],
    people: Callable[[P], Iterable[Person]],
    *,
    language: str = "en",
    folder: Path | None = None,
    database_url: str | None = None,
    start: datetime = START,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[P]:
    """The place with everybody introduced.

    Where the database, its folder or the configuration are the test's own, they are introduced then and there.
    """
    own = folder is not None or database_url is not None or bool(environment)
    if not own and (place, language, start) not in _met:
        _met[place, language, start] = await _meeting(place, people, language, start)
    with tempfile.TemporaryDirectory() as temporary:
        home = folder or Path(temporary)
        if not own:
            (home / "afterglow.db").write_bytes(_met[place, language, start])
        opened = whole_bot(
            language=language, folder=home, database_url=database_url, start=start, environment=environment
        )
        async with opened as bot:
            here = place(bot, language)
            if own:
                await _meet(bot, people(here))
            yield here


async def _meeting(
    place: Callable[[WholeBot, str], P], people: Callable[[P], Iterable[Person]], language: str, start: datetime
) -> bytes:
    """A database that knows them. Every test begins with a copy, the first as well, so that no two begin apart."""
    with tempfile.TemporaryDirectory() as temporary:
        async with whole_bot(language=language, folder=Path(temporary), start=start) as bot:
            await _meet(bot, people(place(bot, language)))
            return _copy(Path(temporary) / "afterglow.db")


async def _meet(bot: WholeBot, people: Iterable[Person]) -> None:
    for person in people:
        await bot.says(person, "/ping")


def _copy(file: Path) -> bytes:
    with contextlib.closing(sqlite3.connect(file)) as database:
        return database.serialize()
