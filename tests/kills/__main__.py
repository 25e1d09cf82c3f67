"""Kill it as often as asked: `python -m tests.kills --times 200`."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.kills.child import prepare
from tests.kills.killing import run_to_the_end
from tests.kills.native_scenarios import interrupt_grants, interrupt_polls, prepare_hall, prepare_salon
from tests.kills.scenarios import Toll, interrupt_fan_out, interrupt_planning, prepare_fan_out

FAN_OUT_PEOPLE = 10_000
FAN_OUT_KILLS = 40
PLANNING_PEOPLE = 20_000
PLANNING_KILLS = 5
SALON_PEOPLE = 200
SALON_KILLS = 15
HALL_POLLS = 200
HALL_KILLS = 15


def main() -> None:
    """Fan-outs until they were killed so often, the others killed between them, with a line about each run."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many kills of fan-outs")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        _kill(Path(folder), times)


def _kill(folder: Path, times: int) -> None:
    prepare_fan_out(folder / "due.db", FAN_OUT_PEOPLE)
    run_to_the_end(prepare, (folder / "people.db", PLANNING_PEOPLE))
    prepare_salon(folder / "salon.db", SALON_PEOPLE)
    prepare_hall(folder / "hall.db", HALL_POLLS)
    started, killed, turn = time.monotonic(), 0, 0
    while killed < times:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            toll = _one_run(folder, Path(place), turn % 5)
        killed, turn = killed + (toll.kills if turn % 5 < 2 else 0), turn + 1
        print(f"{killed:4} kills, {time.monotonic() - started:4.0f} s  {toll}", flush=True)


def _one_run(prepared: Path, folder: Path, kind: int) -> Toll:
    if kind == 4:
        return interrupt_polls(prepared / "hall.db", folder, HALL_POLLS, HALL_KILLS)
    if kind == 3:
        return interrupt_grants(prepared / "salon.db", folder, SALON_PEOPLE, SALON_KILLS)
    if kind == 2:
        return interrupt_planning(
            prepared / "people.db", folder, PLANNING_PEOPLE, steps=3, kills=PLANNING_KILLS, seconds=0.4
        )
    return interrupt_fan_out(prepared / "due.db", folder, FAN_OUT_PEOPLE, FAN_OUT_KILLS)


if __name__ == "__main__":
    main()
