"""Figures with the floor beside them, and what the rounds of a measurement have in common."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from bot.storage.database import Database
from bot.storage.schema import bring_up_to_date
from tests.databases import sealed_database, whole_schema


@dataclass(frozen=True, slots=True)
class Figure:
    """One result: the median of the rounds, that of the floor, and how many times the floor's cost it is."""

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    aim: str
    met: bool
    rounds: int


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: a share of the full size, and how many rounds."""

    share: float = 1.0
    rounds: int = 5

    def of(self, full: int) -> int:
        """So much of the full size, but enough to be something."""
        return max(round(full * self.share), 50)


class Lag:
    """How late the loop wakes what asked to be woken, in milliseconds, for as long as the block is open."""

    INTERVAL = 0.002

    def __init__(self) -> None:
        self.late: list[float] = []
        self._next: asyncio.TimerHandle | None = None

    @property
    def p99(self) -> float:
        """What 99 of 100 wake-ups stayed under."""
        return quantiles(self.late, n=100)[98] if len(self.late) > 1 else 0.0

    @property
    def worst(self) -> float:
        """The latest of all."""
        return max(self.late, default=0.0)

    def __enter__(self) -> "Lag":
        self._ask()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._next is not None
        self._next.cancel()

    def _ask(self) -> None:
        loop = asyncio.get_running_loop()
        self._next = loop.call_later(self.INTERVAL, self._woken, loop.time() + self.INTERVAL)

    def _woken(self, expected: float) -> None:
        self.late.append((asyncio.get_running_loop().time() - expected) * 1000)
        self._ask()


@asynccontextmanager
async def new_database(file: Path) -> AsyncIterator[Database]:
    """A database with the whole schema in a new file."""
    async with opened(file) as database:
        await bring_up_to_date(database, [whole_schema()])
        yield database


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[Database]:
    """The database in a file."""
    database = sealed_database(f"sqlite:///{file}")
    try:
        yield database
    finally:
        await database.close()


def copied(file: Path, name: str) -> Path:
    """A fresh copy of a closed database beside it, in place of the last one of that name."""
    for old in file.parent.glob(f"{name}*"):
        old.unlink()
    return Path(shutil.copy(file, file.with_name(name)))
