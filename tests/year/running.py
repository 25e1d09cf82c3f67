"""One year: so many members, so many streams, and everything that must hold after each of them."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.simulate import points
from tests.year import books_hold, diary_holds, living
from tests.year.home import Home
from tests.year.town import Town

YEAR = 365
AFTERWARDS = 40
"""So many days after the last stream those who came first are known for more than a year."""
RESTARTS = 4
ENOUGH = 12
"""In so many streams everything comes to pass; a year in which it did not shows nothing."""


@dataclass(frozen=True)
class Outcome:
    """What came of it; `wrong` is empty when everything held."""

    figures: str
    wrong: tuple[str, ...]


Told = Callable[[str], None]


async def run(members: int, streams: int, seed: int, tell: Told = lambda line: None) -> Outcome:
    """Live through a year; ends with the first stream after which something does not hold."""
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        home = Home(Path(folder))
        await home.open()
        try:
            town = Town(home, members, seed)
            wrong = await _live(town, streams, tell)
            return Outcome(_figures(town), tuple(wrong))
        finally:
            home.books.close()
            await home.close()


async def _live(town: Town, streams: int, tell: Told) -> list[str]:
    started, days = time.process_time(), max(3, YEAR // streams)
    await living.begin(town)
    for number in range(1, streams + 1):
        living.settle(town)
        await living.stream(town)
        await living.evening(town)
        await living.morning(town)
        living.settle(town)
        if wrong := [*_quickly(town)]:
            return wrong
        left = timedelta(days=days, hours=-23.5)
        if number % max(1, streams // RESTARTS) == 0:
            await living.nobody_is_there(town)
            left -= living.DOWN
            living.settle(town)
            if wrong := [*diary_holds.access_is_right(town)]:
                return ["after the bot was down:", *wrong]
        await living.doze(town, left)
        if number % max(1, streams // 10) == 0:
            tell(f"{number:4} streams, {time.process_time() - started:4.0f} s of CPU  {_figures(town)}")
    await living.doze(town, timedelta(days=AFTERWARDS, hours=-0.5))
    living.settle(town)
    missing = [f"nothing was ever {what}" for what, count in _came_to_pass(town) if not count and streams >= ENOUGH]
    return [*missing, *_quickly(town), *_thoroughly(town)]


def _quickly(town: Town) -> Iterator[str]:
    """What is looked at after each stream."""
    yield from town.diary.wrong
    yield from points.ledger_adds_up(town.home.books)
    yield from books_hold.rewards_are_sound(town)
    yield from books_hold.nobody_waits_beside_a_free_seat(town)
    yield from books_hold.nothing_breaks(town.home.books)
    yield from diary_holds.points_are_right(town)
    yield from diary_holds.claims_are_right(town)
    yield from diary_holds.access_is_right(town)
    yield from diary_holds.marks_are_right(town)


def _thoroughly(town: Town) -> Iterator[str]:
    """What is looked at in the end."""
    yield from points.lots_add_up(town.home.books)
    yield from books_hold.nothing_is_left_of_the_forgotten(town)
    yield from diary_holds.points_of_circles_are_right(town)
    yield from diary_holds.badges_are_right(town)


def _came_to_pass(town: Town) -> Iterator[tuple[str, int]]:
    diary, books = town.diary, town.home.books
    yield from (("refunded", len(diary.refunded)), ("linked", len(diary.circles)), ("forgotten", len(diary.forgotten)))
    yield from (("won by hand", len(diary.by_hand)), ("taken by hand", len(diary.taken)))
    veterans = "SELECT count(*) FROM awards a JOIN badges b ON b.id = a.badge_id WHERE b.name = 'veteran'"
    yield "given to a veteran", books.value(veterans)
    states = [claim.state for claim in town.claims.made.values()]
    yield from ((state, states.count(state)) for state in ("granted", "expired", "failed", "revoked", "lapsed"))
    for kind in ("spent", "given-back", "reversed", "expired", "adjusted"):
        yield f"{kind} in the ledger", books.value("SELECT count(*) FROM ledger WHERE kind = :kind", kind=kind)


def _figures(town: Town) -> str:
    books, diary = town.home.books, town.diary
    lines, awards = (books.value(f"SELECT count(*) FROM {table}") for table in ("ledger", "awards"))
    return (
        f"{lines} lines of points, {awards} badges, {len(town.claims.made)} claims, {len(town.keyring.keys)} keys, "
        f"{len(diary.refunded)} refunds, {len(diary.circles)} linked, {len(diary.forgotten)} forgotten, "
        f"{town.home.restarts} restarts"
    )
