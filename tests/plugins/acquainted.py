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
    key = None if own else (place, language, start)
    with tempfile.TemporaryDirectory() as temporary:
        home = folder or Path(temporary)
        if key in _met:
            (home / "afterglow.db").write_bytes(_met[key])
        opened = whole_bot(
            language=language, folder=home, database_url=database_url, start=start, environment=environment
        )
        async with opened as bot:
            here = place(bot, language)
            if key not in _met:
                for person in people(here):
                    await bot.says(person, "/ping")
            if key is not None and key not in _met:
                _met[key] = _copy(home / "afterglow.db")
            yield here


def _copy(file: Path) -> bytes:
    with contextlib.closing(sqlite3.connect(file)) as database:
        return database.serialize()
