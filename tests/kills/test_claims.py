"""A process that is killed while a crowd claims: every seat given once, and nobody charged without one."""

import asyncio
import random
from functools import partial
from pathlib import Path

import pytest

from tests.kills.claims import PEOPLE, SEATS, claim_everything, count_up, prepare
from tests.kills.killing import at_size, run_and_kill, run_to_the_end


def killed_while_claiming(folder: Path, kills: int) -> int:
    """How often the process was killed before everybody had claimed; checks what is left."""
    run_to_the_end(prepare, (folder,))
    record = folder / "record"
    moments = [
        partial(at_size, record, place, random.uniform(0, 0.02))
        for place in sorted(random.randrange(PEOPLE) for _ in range(kills))
    ]
    killed = run_and_kill(claim_everything, (folder, record), moments)
    assert asyncio.run(count_up(folder)) == (SEATS, SEATS)
    return killed


@pytest.mark.long
def test_claims_that_are_killed_in_the_middle_give_each_seat_once(tmp_path: Path) -> None:
    assert killed_while_claiming(tmp_path, 4) >= 3


@pytest.mark.long
def test_claims_that_are_killed_many_times_give_each_seat_once(tmp_path: Path) -> None:
    assert killed_while_claiming(tmp_path, 25) >= 20
