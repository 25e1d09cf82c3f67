"""A process that is killed at any moment loses nobody and writes to nobody twice."""

from pathlib import Path

import pytest

from tests.kills.child import prepare
from tests.kills.killing import run_to_the_end
from tests.kills.native_scenarios import interrupt_grants, interrupt_polls, prepare_hall, prepare_salon
from tests.kills.scenarios import interrupt_fan_out, interrupt_planning, prepare_fan_out


def test_a_fan_out_killed_ten_times_reaches_everybody_at_most_once_and_nobody_is_lost(tmp_path: Path) -> None:
    prepare_fan_out(tmp_path / "prepared.db", 10_000)

    toll = interrupt_fan_out(tmp_path / "prepared.db", tmp_path, 10_000, kills=10)

    assert toll.kills == 10
    assert toll.sent + toll.unknown == 10_000


@pytest.mark.long
def test_planning_that_is_killed_and_done_again_enrols_everybody_once_with_every_step_once(tmp_path: Path) -> None:
    run_to_the_end(prepare, (tmp_path / "prepared.db", 20_000))

    toll = interrupt_planning(tmp_path / "prepared.db", tmp_path, 20_000, steps=3, kills=8, seconds=0.3)

    assert toll.kills >= 1


@pytest.mark.long
def test_grants_that_are_killed_ten_times_stand_as_wanted_and_outlive_nothing(tmp_path: Path) -> None:
    prepare_salon(tmp_path / "prepared.db", 200)

    toll = interrupt_grants(tmp_path / "prepared.db", tmp_path, 200, kills=10)

    assert toll.kills >= 5


@pytest.mark.long
def test_polls_that_are_killed_ten_times_are_opened_once_and_told_of_once(tmp_path: Path) -> None:
    prepare_hall(tmp_path / "prepared.db", 200)

    toll = interrupt_polls(tmp_path / "prepared.db", tmp_path, 200, kills=10)

    assert toll.kills >= 5
    assert toll.sent + toll.unknown == 200
