"""Kill it as often as asked: `python -m tests.kills --times 200`."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.kills.child import prepare
from tests.kills.killing import run_to_the_end
from tests.kills.scenarios import Toll, interrupt_fan_out, interrupt_planning, prepare_fan_out

FAN_OUT_PEOPLE = 5_000
FAN_OUT_KILLS = 20
PLANNING_PEOPLE = 20_000
PLANNING_KILLS = 5


def main() -> None:
    """Runs of each scenario until there were so many kills, with a line about each run."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many kills altogether")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory(prefix="afterglow") as folder:
        _kill(Path(folder), times)


def _kill(folder: Path, times: int) -> None:
    prepare_fan_out(folder / "due.db", FAN_OUT_PEOPLE)
    run_to_the_end(prepare, (folder / "people.db", PLANNING_PEOPLE))
    started, killed, turn = time.monotonic(), 0, 0
    while killed < times:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            toll = _one_run(folder, Path(place), planning=turn % 3 == 2)
        killed, turn = killed + toll.kills, turn + 1
        print(f"{killed:4} kills, {time.monotonic() - started:4.0f} s  {toll}", flush=True)


def _one_run(prepared: Path, folder: Path, *, planning: bool) -> Toll:
    if planning:
        return interrupt_planning(
            prepared / "people.db", folder, PLANNING_PEOPLE, steps=3, kills=PLANNING_KILLS, seconds=0.4
        )
    return interrupt_fan_out(prepared / "due.db", folder, FAN_OUT_PEOPLE, FAN_OUT_KILLS)


if __name__ == "__main__":
    main()
