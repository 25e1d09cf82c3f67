"""A process that is killed while a crowd claims: every seat given once, and nobody charged without one."""

import asyncio
import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.kills.claims import SEATS, Crowd, claim_everything, count_up, prepare
from tests.kills.killing import at_size, run_and_kill, run_to_the_end


async def killed_while_claiming(crowd: Crowd, record: Path, sizes: Sequence[int], within: float) -> int:
    """How often the process was killed, each time soon after so many claims were over; checks what is left."""
    await asyncio.to_thread(run_to_the_end, prepare, (crowd,))
    moments = [partial(at_size, record, size, random.uniform(0, within)) for size in sizes]
    killed = await asyncio.to_thread(run_and_kill, claim_everything, (crowd, record), moments)
    assert await count_up(crowd) == (SEATS, SEATS)
    return killed


@pytest.mark.long
async def test_claims_that_are_killed_many_times_give_each_seat_once(each_address: str, tmp_path: Path) -> None:
    crowd = Crowd(each_address, people=120, at_once=8)
    sizes = sorted(random.randrange(crowd.people) for _ in range(25))
    assert await killed_while_claiming(crowd, tmp_path / "record", sizes, within=0.02) >= 20


@pytest.mark.long
@pytest.mark.timeout(600)  # the last of a thousand waits for all others, and that several times
async def test_a_thousand_claims_at_once_that_are_killed_in_the_middle_give_ten_seats(
    each_address: str, tmp_path: Path
) -> None:
    crowd = Crowd(each_address, people=1000, at_once=1000)
    assert await killed_while_claiming(crowd, tmp_path / "record", (0, 1, 40, 200, 900), within=0.5) >= 3
