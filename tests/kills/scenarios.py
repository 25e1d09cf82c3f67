"""What is interrupted, and what must hold afterwards."""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.delivery.engine import IN_FLIGHT
from tests.kills.child import LINE, deliver, enrol_everybody, prepare
from tests.kills.killing import Moment, after_seconds, at_size, run_and_kill, run_to_the_end

GROUP_SECONDS = 0.01
"""About how long one group of sends takes with its two transactions: a kill hits any point of it."""

START_SECONDS = 0.06
"""About how long a process needs to pick up what the last one left."""


@dataclass(frozen=True, slots=True)
class Toll:
    """What an interrupted run came to. `unknown` deliveries may or may not have arrived; `arrived` is how many did."""

    kills: int
    sent: int = 0
    unknown: int = 0
    arrived: int = 0


def prepare_fan_out(file: Path, people: int) -> None:
    """A database in which so many people are due one message each."""
    run_to_the_end(prepare, (file, people))
    run_to_the_end(enrol_everybody, (file, 1))


def interrupt_fan_out(prepared: Path, folder: Path, people: int, kills: int) -> Toll:
    """Send to everybody with so many kills, and check that nobody got it twice and nobody silently missed it."""
    file, record = Path(shutil.copy(prepared, folder / "fan-out.db")), folder / "record.txt"
    killed = run_and_kill(deliver, (file, record), _spread(record, people, kills))
    arrived = Counter(int(line.removeprefix("delivery-")) for line in record.read_text().split())
    states = _states(file)
    sent = {id for id, state in states.items() if state == "sent"}
    unknown = {id for id, state in states.items() if state == "unknown"}
    assert len(states) == people
    assert set(arrived.values()) == {1}, f"sent twice: {[id for id, times in arrived.items() if times > 1]}"
    assert sent | unknown == set(states), f"not settled: {Counter(states.values())}"
    assert sent <= set(arrived), f"silently missed: {sent - set(arrived)}"
    assert len(unknown) <= IN_FLIGHT * killed
    return Toll(killed, len(sent), len(unknown), len(arrived))


def interrupt_planning(prepared: Path, folder: Path, people: int, steps: int, kills: int, seconds: float) -> Toll:
    """Enrol everybody with so many kills, each within so many seconds; check that each has each step once."""
    file = Path(shutil.copy(prepared, folder / "planning.db"))
    moments = [partial(after_seconds, random.uniform(0, seconds)) for _ in range(kills)]
    killed = run_and_kill(enrol_everybody, (file, steps), moments)
    enrolled = rows(file, "SELECT member_id FROM enrolments")
    planned = rows(file, "SELECT e.member_id, d.step FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id")
    assert len(enrolled) == len(set(enrolled)) == people
    assert len(planned) == len(set(planned)) == people * steps
    return Toll(killed)


def _spread(record: Path, people: int, kills: int) -> Iterator[Callable[[], Moment]]:
    """Most moments anywhere in the run, each fifth while a process is picking up what the last one left.

    The last tenth is left to the process that comes to its own end, so that each moment finds one to kill.
    """
    places = sorted(random.randrange(people * 9 // 10) for _ in range(kills))
    for number, place in enumerate(places):
        if number % 5 == 4:
            yield partial(after_seconds, random.uniform(0, START_SECONDS))
        else:
            yield partial(at_size, record, place * LINE, random.uniform(0, GROUP_SECONDS))


def _states(file: Path) -> dict[int, str]:
    return dict(rows(file, "SELECT id, state FROM deliveries"))


def rows(file: Path, sql: str) -> list[Any]:
    """What a statement finds in the file."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()
