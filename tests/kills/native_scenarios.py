"""Grants that end, and polls, carried out by processes that are killed: what must hold at each hour, and in the end."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.crowd import ANCHOR
from tests.kills.child import LINE
from tests.kills.killing import Moment, after_seconds, at_size, run_and_kill, run_to_the_end
from tests.kills.native_child import AWAY, TIME, live, prepare_grants
from tests.kills.poll_child import hold_polls, prepare_polls
from tests.kills.scenarios import START_SECONDS, Toll, rows

GROUP_SECONDS = 0.02


def prepare_salon(file: Path, people: int) -> None:
    """A database in which so many people are to be given something, most of them for some hours."""
    run_to_the_end(prepare_grants, (file, people))


def interrupt_grants(prepared: Path, folder: Path, people: int, kills: int) -> Toll:
    """Give and take with so many kills; in the end nothing stands that has ended, and everything that has not."""
    file, record = Path(shutil.copy(prepared, folder / "grants.db")), folder / "grants.txt"
    killed = run_and_kill(live, (file, record), _spread(record, people, kills))
    stands = _walk(record, _ends(file))
    wanted = {(account, ref) for account, ref, until in rows(file, _GRANTS) if until is None}
    marks = {(account, ref) for account, ref in rows(file, "SELECT external_id, ref FROM native_marks")}
    assert stands == wanted == marks
    assert {stand for (stand,) in rows(file, "SELECT stands FROM native_marks")} == {"yes"}
    assert not rows(file, "SELECT 1 FROM deliveries WHERE state NOT IN ('sent', 'skipped')")
    _heard_once(file, people, len(wanted))
    return Toll(killed, sent=people, arrived=len(stands))


def prepare_hall(file: Path, polls: int) -> None:
    """A database in which so many polls are to be opened, and closed two hours later."""
    run_to_the_end(prepare_polls, (file, polls))


def interrupt_polls(prepared: Path, folder: Path, polls: int, kills: int) -> Toll:
    """Open and close with so many kills; no poll is opened twice, and of each plugins hear once how it ended."""
    file, record = Path(shutil.copy(prepared, folder / "polls.db")), folder / "polls.txt"
    line = len("open\tp0000\n")
    places = sorted(random.randrange(polls * 19 // 10) for _ in range(kills))
    moments = [partial(at_size, record, place * line, random.uniform(0, GROUP_SECONDS)) for place in places]
    killed = run_and_kill(hold_polls, (file, record), moments)
    done = [tuple(words.split("\t")) for words in record.read_text().splitlines()]
    opened = [name for what, name in done if what == "open"]
    assert len(opened) == len(set(opened)), "opened twice"
    stand = rows(file, "SELECT name, opened_at IS NOT NULL, ended_at IS NOT NULL, votes FROM native_polls")
    assert len(stand) == polls and all(over for _, _, over, _ in stand)
    known = {name for name, is_open, _, _ in stand if is_open}
    assert known <= set(opened) and known == {name for what, name in done if what == "shut"}
    assert all(json.loads(votes) == [1, 2] for _, is_open, _, votes in stand if is_open)
    heard = [json.loads(arguments) for (arguments,) in rows(file, "SELECT arguments FROM jobs WHERE plugin = 'ear'")]
    told = {one["name"]: one["why"] for one in heard}
    assert len(told) == len(heard) == polls
    assert {name for name, why in told.items() if why == "ended"} == known
    assert {why for name, why in told.items() if name not in known} <= {"unknown-outcome"}
    return Toll(killed, sent=len(known), unknown=polls - len(known), arrived=len(opened))


_GRANTS = """
SELECT a.external_id, g.ref, g.until FROM native_grants g
JOIN members m ON m.id = g.member_id JOIN accounts a ON a.person_id = m.person_id
"""


def _ends(file: Path) -> dict[tuple[str, str], float]:
    """When each is over, in hours from the start."""
    start = ANCHOR.timestamp()
    return {(account, ref): until / 3600e6 - start / 3600 for account, ref, until in rows(file, _GRANTS) if until}


def _walk(record: Path, ends: dict[tuple[str, str], float]) -> set[tuple[str, str]]:
    """What stands on the network at the end; no access was there any more once the hour of its end was done."""
    stands, hour = set[tuple[str, str]](), 0
    for line in record.read_text().splitlines():
        what, *words = line.split("\t")
        if what in (TIME, AWAY):
            late = {one for one in stands if ends.get(one, hour + 1) <= hour}
            assert what == AWAY or not late, f"still there in hour {words[0]}: {late}"
            hour = int(words[0])
            continue
        account, ref = words
        if what == "give":
            stands.add((account, ref))
        else:
            stands.discard((account, ref))
    return stands


def _heard_once(file: Path, people: int, for_good: int) -> None:
    """Of each grant plugins heard once that it was given, unless it was over by then, and once that it was taken."""
    told = [json.loads(arguments) for (arguments,) in rows(file, "SELECT arguments FROM jobs")]
    assert not [one for one in told if one["problem"]]
    given = [one["grant"] for one in told if one["given"]]
    taken = [one["grant"] for one in told if not one["given"]]
    assert for_good <= len(given) == len(set(given)) <= people
    assert len(taken) == len(set(taken)) and len(taken) == people - for_good


def _spread(record: Path, people: int, kills: int) -> Iterator[Callable[[], Moment]]:
    """Most moments anywhere in the run, each fifth while a process is picking up what the last one left."""
    places = sorted(random.randrange(people * 2) for _ in range(kills))
    for number, place in enumerate(places):
        if number % 5 == 4:
            yield partial(after_seconds, random.uniform(0, START_SECONDS))
        else:
            yield partial(at_size, record, place * LINE * 3 // 4, random.uniform(0, GROUP_SECONDS))
